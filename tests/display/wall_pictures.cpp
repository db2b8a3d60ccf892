#include "tests/display/wall_pictures.h"

#include "core/check.h"
#include "display/show.h"

namespace mn::test {
namespace {

constexpr std::int64_t kNow = 500'000;

struct Given {
  const char* name;
  std::int64_t dong;
  Giver giver;
  bool hide_amount = false;
};

PublicCard card_of(const Given& given) {
  Pledge pledge;
  pledge.said.amount = {given.dong};
  pledge.said.giver = given.giver;
  pledge.shown_as = given.name;
  pledge.said.hide_amount = given.hide_amount;
  return masked(pledge, false);
}

// Ninety letters: the longest that the kiosk takes.
constexpr const char* kLongest =
    "Công ty Trách nhiệm hữu hạn Một thành viên Xuất nhập khẩu Cửa khẩu Hữu Nghị tại Lạng Sơn";
constexpr const char* kLongAgency =
    "Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể chính trị, xã hội phường Lương Văn Tri";

const std::vector<Given> kQuiet{{"Nguyễn Thị Khuyên Quỳnh", 10'000'000, Giver::person}, {"", 200'000, Giver::unnamed}};
const std::vector<Given> kBusy{
    {"Công ty TNHH Thương mại Cửa khẩu Mẫu Sơn", 120'000'000, Giver::business},
    {"Gia đình ông Hoàng Văn Thướng", 2'000'000, Giver::person},
    {"Hội Doanh nhân trẻ xứ Lạng", 20'000'000, Giver::social, true},
    {"Tập thể lớp 12A1 khóa 1998-2001", 5'000'000, Giver::group},
    {"Lý Thị Mỷ", 1'000'000, Giver::person},
    {"", 500'000, Giver::unnamed},
    {"Liên đoàn Lao động tỉnh", 50'000'000, Giver::agency},
    {"Nguyễn Thị Hoà", 300'000, Giver::person},
};
const std::vector<Given> kLong{
    {kLongest, 99'000'000'000, Giver::business},     {kLongAgency, 888'888'888'888, Giver::agency},
    {kLongest, 5'000'000, Giver::social, true},      {"Nghiêm Thuỵ Khuê", 1'000'000, Giver::person},
    {kLongAgency, 1'234'567'890'123, Giver::agency}, {"", 500'000, Giver::unnamed},
};

void put_cards(Picture& picture, const std::vector<Given>& given) {
  for (const Given& one : given) picture.latest.push_back(card_of(one));
}

void put_sum(Picture& picture, const Campaign& campaign, Language language, std::int64_t pledged, std::int64_t received,
             std::int64_t count) {
  picture.pledged = picture.pledged_shown = picture.pledged_widest = {pledged};
  picture.received = picture.received_shown = {received};
  picture.count = count;
  picture.mark = mark_of({pledged}, campaign.goal);
  picture.pledged_in_words = amount_in_words({pledged}, language, campaign.word_forms);
}

}  // namespace

std::vector<WallPicture> wall_pictures(const Campaign& campaign, Language language) {
  Show nothing;
  begin(nothing, campaign, Folded{}, kNow);
  const Picture empty = compose(nothing, campaign, language, kNow + 1'000);
  std::vector<WallPicture> out;
  out.push_back({"1-empty", empty});
  const auto add = [&](const char* name, std::int64_t pledged, std::int64_t received, std::int64_t count,
                       const std::vector<Given>& given) -> Picture& {
    Picture picture = empty;
    put_sum(picture, campaign, language, pledged, received, count);
    put_cards(picture, given);
    out.push_back({name, picture});
    return out.back().picture;
  };
  Picture& quiet = add("2-quiet", 60'500'000, 10'000'000, 12, kQuiet);
  if (!campaign.facts.empty()) {
    quiet.fact = campaign.facts.front().in(language);
    quiet.fact_permille = 1000;
  }
  Picture& busy = add("3-busy", 208'700'000, 103'500'000, 156, kBusy);
  busy.entering = 3;
  busy.entering_permille = 400;
  busy.glow_permille = 700;
  add("4-longest", 1'234'567'890'123, 888'888'888'888, 123'456, kLong).rehearsal = true;
  add("5-near", 452'350'000, 203'500'000, 311, kBusy);
  Picture& reached = add("6-reached", 508'700'000, 203'500'000, 342, kBusy);
  reached.celebration_permille = 380;
  reached.glow_permille = 500;
  return out;
}

}  // namespace mn::test
