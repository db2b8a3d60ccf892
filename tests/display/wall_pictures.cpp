#include "tests/display/wall_pictures.h"

#include "display/show.h"

namespace mn::test {
namespace {

constexpr std::int64_t kNow = 500'000;

struct Given {
  const char* name;
  std::int64_t dong;
  Giver giver;
  bool hide_amount = false;
  const char* message = "";
  const char* goods = "";
};

CardShown card_of(const Campaign& campaign, const Given& given) {
  Pledge pledge;
  pledge.said.amount = {given.dong};
  pledge.said.giver = given.giver;
  pledge.said.hide_amount = given.hide_amount;
  pledge.shown_as = given.name;
  pledge.message = given.message;
  if (*given.goods != '\0') {
    pledge.said.way = Way::in_kind;
    pledge.said.goods = Goods{given.goods, 200, "thùng"};
  }
  CardShown out;
  out.card = masked(pledge, ScreeningPolicy::all);
  out.tier = tier_of(campaign, pledge);
  return out;
}

// Ninety letters: the longest that the kiosk takes.
constexpr const char* kLongest =
    "Công ty Trách nhiệm hữu hạn Một thành viên Xuất nhập khẩu Cửa khẩu Hữu Nghị tại Lạng Sơn";
constexpr const char* kLongAgency =
    "Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể chính trị, xã hội phường Lương Văn Tri";

constexpr const char* kLongMessage =
    "Kính chúc các cháu thiếu nhi xứ Lạng một mùa hè an toàn, nhiều niềm vui, được học tập, vui chơi và lớn lên trong "
    "yêu thương của cả cộng đồng";

const std::vector<Given> kQuiet{
    {"Nguyễn Thị Khuyên Quỳnh", 2'000'000, Giver::person, false, "Chúc các con luôn vui khỏe và được đến trường."},
    {"", 200'000, Giver::unnamed},
    {"Trường Tiểu học Chi Lăng", 0, Giver::group, false, "", "Sữa học đường"},
};
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
    {kLongest, 99'000'000'000, Giver::business, false, kLongMessage},
    {kLongAgency, 888'888'888'888, Giver::agency},
    {kLongest, 5'000'000, Giver::social, true},
    {"Nghiêm Thuỵ Khuê", 1'000'000, Giver::person},
    {kLongAgency, 1'234'567'890'123, Giver::agency},
    {"", 500'000, Giver::unnamed},
};

void put_cards(Picture& picture, const Campaign& campaign, const std::vector<Given>& given, std::size_t on) {
  for (const Given& one : given) {
    CardShown card = card_of(campaign, one);
    card.lane = static_cast<int>(picture.cards.size());
    (picture.cards.size() < on ? picture.cards : picture.recent).push_back(card);
  }
}

// As compose does it, for totals that no journal has.
void put_sum(Picture& picture, const Campaign& campaign, std::int64_t pledged, std::int64_t received,
             std::int64_t count) {
  picture.figures.pledged = {{pledged}, {pledged}, {pledged}, count};
  picture.figures.received = {{received}, {received}, {received}, count / 2};
  const Money lead{picture.leads == Lead::received ? received : pledged};
  picture.in_words = amount_in_words(lead, picture.language, campaign.word_forms);
  picture.mark = mark_of(lead, campaign.goal);
  Milestones milestones = milestones_of(campaign.screen.milestones, campaign.goal);
  begin(milestones, lead, lead, kNow);
  picture.stretch = stretch_at(milestones, lead, kNow);
  if (!picture.stretch) return;
  picture.stretch_from = goal_text(picture.stretch->from, picture.language);
  picture.stretch_to = goal_text(picture.stretch->to, picture.language);
}

}  // namespace

std::vector<WallPicture> wall_pictures(const Campaign& campaign, Language language) {
  static constexpr SceneRule kTally{.name = "tally", .cards = true};
  const Setting setting{campaign, {&kTally, 1}, {}};
  Show nothing;
  begin(nothing, setting, Folded{}, kNow);
  Picture empty = compose(nothing, setting, language, kNow + 1'000);
  empty.scene = "tally";
  empty.leaving = {};
  empty.change_permille = 1000;
  empty.hall = {};  // it looks into the show, which does not outlive this
  std::vector<WallPicture> out;
  out.reserve(16);
  out.push_back({"1-empty", empty});
  const auto add = [&](const char* name, std::int64_t pledged, std::int64_t received, std::int64_t count,
                       const std::vector<Given>& given, std::size_t on) -> Picture& {
    Picture picture = empty;
    put_sum(picture, campaign, pledged, received, count);
    put_cards(picture, campaign, given, on);
    out.push_back({name, picture});
    return out.back().picture;
  };
  Picture& quiet = add("2-quiet", 60'500'000, 10'000'000, 12, kQuiet, 1);
  quiet.figures.in_kind = {{35'000'000}, {35'000'000}, {35'000'000}, 3};
  quiet.age_text = "09:42";
  if (!campaign.facts.empty()) {
    quiet.fact = campaign.facts.front().in(language);
    quiet.fact_permille = 1000;
  }
  Picture& busy = add("3-busy", 208'700'000, 103'500'000, 156, kBusy, 3);
  busy.cards.front().entering_permille = 260;
  busy.figures.in_kind = {{35'000'000}, {35'000'000}, {35'000'000}, 3};
  busy.glow_permille = 700;
  Picture& merged = add("4-merged", 287'300'000, 103'500'000, 190, kBusy, 2);
  merged.cards.front().merged = 12;
  merged.cards.front().merged_amount = {14'600'000};
  merged.cards.front().card = {};
  merged.cards.front().tier = Tier::middle;
  Picture& longest = add("5-longest", 1'234'567'890'123, 888'888'888'888, 123'456, kLong, 1);
  longest.figures.in_kind = {{888'888'888'888}, {888'888'888'888}, {888'888'888'888}, 3};
  longest.rehearsal = true;
  longest.age_text = "09:42";
  add("6-near", 452'350'000, 203'500'000, 311, kBusy, 1).figures.in_kind = {
      {35'000'000}, {35'000'000}, {35'000'000}, 3};
  Picture& reached = add("7-reached", 508'700'000, 203'500'000, 342, kBusy, 1);
  reached.cards.front().tier = Tier::grand;
  reached.glow_permille = 500;
  Picture received = empty;
  received.leads = Lead::received;
  put_sum(received, campaign, 308'700'000, 203'500'000, 210);
  put_cards(received, campaign, kBusy, 1);
  out.push_back({"8-received", received});
  return out;
}

}  // namespace mn::test
