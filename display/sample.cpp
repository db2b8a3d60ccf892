#include "display/sample.h"

#include <algorithm>
#include <array>

#include "core/check.h"

namespace mn {
namespace {

struct SamplePledge {
  std::int64_t dong = 0;
  Giver giver = Giver::unnamed;
  std::string_view shown_as;  // "" for a giver who is not named
  bool hide_amount = false;
  std::string_view message = {};
  std::string_view goods = {};  // what; then `dong` is its estimated value
  std::int64_t quantity = 120;
  std::string_view unit = "bộ";
};

// Names are invented. The longest and the largest are among them.
constexpr std::array<SamplePledge, 9> kPledges{{
    {120'000'000, Giver::business, "Công ty TNHH Thương mại Cửa khẩu Mẫu Sơn"},
    {50'000'000, Giver::agency, "Liên đoàn Lao động tỉnh", false, "Chúc các em luôn vui khỏe, học giỏi."},
    {2'000'000, Giver::person, "Gia đình ông Hoàng Văn Thướng", false, "Thương gửi các em nhỏ vùng cao."},
    {500'000, Giver::unnamed, ""},
    {20'000'000, Giver::social, "Hội Doanh nhân trẻ xứ Lạng", true},
    {5'000'000, Giver::group, "Tập thể lớp 12A1 khóa 1998-2001"},
    {200'000, Giver::unnamed, ""},
    {1'000'000, Giver::person, "Lý Thị Mỷ"},
    {10'000'000, Giver::person, "Nguyễn Thị Khuyên Quỳnh"},
}};
constexpr std::array<SamplePledge, 6> kGoods{{
    {18'000'000, Giver::business, "Nhà sách Hoa Hồi", false, "", "Sách giáo khoa lớp 1"},
    {24'000'000, Giver::group, "Nhóm thiện nguyện Áo ấm biên cương", false, "", "Áo ấm trẻ em"},
    {9'600'000, Giver::business, "Cửa hàng Xe đạp Kỳ Cùng", false, "", "Xe đạp học sinh", 6, "chiếc"},
    {15'000'000, Giver::person, "Gia đình bà Nông Thị Slao", false, "", "Gạo nếp nương", 500, "kg"},
    {0, Giver::group, "Câu lạc bộ Thêu thổ cẩm Bắc Sơn", false, "", "Khăn quàng thổ cẩm", 85, "chiếc"},
    {32'000'000, Giver::business, "Công ty May Hoa Đào xứ Lạng", false, "", "Chăn bông", 160, "chiếc"},
}};
// The wall has many names: each of the first with each of the second.
constexpr std::array<std::string_view, 14> kFamilies{
    "Âu Thị",  "Bế Văn",       "Chu Thị Minh", "Dương Ngọc", "Đàm Thị Thu", "Đinh Quang", "Hứa Thị",
    "La Đình", "Lộc Thị Hồng", "Lương Thế",    "Mông Thị",   "Nông Đức",    "Triệu Thị",  "Vi Hoàng"};
constexpr std::array<std::string_view, 5> kGivenNames{"Ánh", "Bình", "Hương", "Khôi", "Yến"};
constexpr SamplePledge kSponsor{300'000'000, Giver::business,
                                "Công ty Cổ phần Xuất nhập khẩu và Dịch vụ Hậu cần Cửa khẩu Quốc tế Hữu Nghị Xanh",
                                false, "Mong mỗi em nhỏ vùng cao đều có áo ấm, sách mới và một chiếc cặp đến trường."};

class Book {
 public:
  Book(const CampaignId& campaign, std::uint8_t number, std::int64_t now_ms)
      : campaign_(campaign), keys_(key_pair(Seed{number})), now_ms_(now_ms) {
    head_.origin = origin_of(keys_.public_key);
    write({Born{keys_.public_key, "sample", "sample"}});
  }

  EntryRef pledge(const SamplePledge& sample, const std::string& fund = "general") {
    Pledged said;
    said.fund = fund;
    said.amount = {sample.dong};
    said.code = make_code({++code_});
    said.giver = sample.giver;
    said.hide_amount = sample.hide_amount;
    if (!sample.goods.empty()) {
      said.way = Way::in_kind;
      said.goods = Goods{std::string(sample.goods), sample.quantity, std::string(sample.unit)};
    }
    const EntryRef ref{head_.origin, head_.seq + 1};
    std::vector<Fact> facts{said};
    if (!sample.shown_as.empty() || !sample.message.empty()) {
      facts.emplace_back(Named{std::string(sample.shown_as), std::string(sample.message)});
    }
    write(std::move(facts));
    return ref;
  }

  void receive(std::int64_t dong) { write({Paid{{}, {dong}, "2025-05-29", sha256(head_.digest), {}}}); }
  void screen(const EntryRef& pledge) { write({Screened{pledge, Verdict::released}}); }
  void match(std::string_view sponsor, std::int64_t cap, std::int64_t now_ms) {
    constexpr std::int64_t kHalfAnHourUs = 1'800'000'000;
    write({Matched{std::string(sponsor), 100, {cap}, now_ms * 1000 - kHalfAnHourUs, now_ms * 1000 + kHalfAnHourUs}});
  }
  void cue(std::string_view scene, std::optional<EntryRef> pledge = std::nullopt) {
    write({Cued{std::string(scene), pledge}});
  }

  std::vector<Entry> take() { return std::exchange(entries_, {}); }

 private:
  void write(std::vector<Fact> facts) {
    Append append{visit_id(now_ms_ + static_cast<std::int64_t>(head_.seq), {keys_.public_key[0]}),
                  now_ms_ * 1000,
                  std::move(facts),
                  {}};
    append.salts.resize(append.facts.size());
    for (Entry& entry : seal(campaign_, head_, append, keys_)) {
      head_ = {head_.origin, entry.header.seq, entry.digest};
      entries_.push_back(std::move(entry));
    }
  }

  CampaignId campaign_;
  KeyPair keys_;
  std::int64_t now_ms_ = 0;
  Head head_;
  std::uint8_t code_ = 0;
  std::vector<Entry> entries_;
};

// The ceremony as far as it went: what the screen finds, and what comes while it is on.
class Ceremony {
 public:
  explicit Ceremony(const Setting& setting) : setting_(setting) {}

  void found(std::vector<Entry> entries) {
    for (const Entry& entry : entries) {
      MN_CHECK(apply(folded_, entry, ++position_).ok(), "the sample folds");
      all_.push_back(entry);
    }
  }
  void begin_at(Show& show, std::int64_t now_ms) { begin(show, setting_, folded_, now_ms); }
  void come(Show& show, std::vector<Entry> entries, std::int64_t now_ms) {
    position_ += entries.size();
    all_.insert(all_.end(), entries.begin(), entries.end());
    MN_CHECK(advance(show, setting_, {std::move(entries), position_}, now_ms).ok(), "the sample folds");
  }
  // As the reader does before the closing announcement: all of it once more, from the start.
  void read_again(Show& show) {
    Folded again;
    std::uint64_t position = 0;
    for (const Entry& entry : all_) MN_CHECK(apply(again, entry, ++position).ok(), "the sample folds");
    if (again.orders.frozen) (void)check(show, *again.orders.frozen);
  }

 private:
  const Setting& setting_;
  Folded folded_;
  std::uint64_t position_ = 0;
  std::vector<Entry> all_;
};

// What a pledge has to bring so that the total is a little past the next thing to celebrate.
std::int64_t missing_to(const Campaign& campaign, std::string_view scene, std::int64_t pledged) {
  std::int64_t aim = campaign.goal.dong;
  if (scene == "milestone") {
    const auto above = [&](Money milestone) { return milestone.dong > pledged; };
    const std::vector<Money>& milestones = campaign.screen.milestones;
    const auto next = std::find_if(milestones.begin(), milestones.end(), above);
    if (next != milestones.end()) aim = next->dong;
  }
  constexpr std::int64_t kPast = 12'500'000;
  return std::max<std::int64_t>(aim + kPast - pledged, 1'000'000);
}

}  // namespace

Campaign sample_campaign(Campaign campaign, std::string_view scene, std::int64_t now_ms) {
  constexpr std::int64_t kSoonMs = 4 * 60'000 + 7'000;
  if (scene == "welcome" || scene == "start") {
    campaign.screen.begins_at = local_time((now_ms + kSoonMs) * 1000);
    campaign.screen.begins_at->has_time = true;
  }
  return campaign;
}

bool can_sample(std::string_view scene, SceneRules scenes) {
  return scene == "start" || find_scene(scenes, scene) != nullptr;
}

std::string sample_names(SceneRules scenes) {
  std::string names = "start";
  for (const SceneRule& rule : scenes) names += ", " + std::string(rule.name);
  return names;
}

Show sample_show(std::string_view scene, const Setting& setting, std::int64_t now_ms) {
  const Campaign& campaign = setting.campaign;
  Show show;
  if (scene == "start") return show;
  Book kiosk(campaign.id, 7, now_ms);
  Book desk(campaign.id, 8, now_ms);
  Ceremony ceremony(setting);
  kiosk.receive(103'500'000);
  for (const SamplePledge& goods : kGoods) kiosk.pledge(goods);
  for (std::size_t at = 0; at + 1 < kPledges.size(); ++at) {
    kiosk.pledge(kPledges.at(at), campaign.funds.empty() ? "general" : campaign.funds[at % campaign.funds.size()].key);
  }
  if (scene == "wall") {
    for (const std::string_view family : kFamilies) {
      for (const std::string_view given : kGivenNames) {
        const std::string name = std::string(family) + " " + std::string(given);
        kiosk.pledge({300'000, Giver::person, name});
      }
    }
  }
  if (scene != "milestone") kiosk.pledge({130'000'000, Giver::social, "Quỹ Thiện nguyện Suối Nguồn"});
  ceremony.found(kiosk.take());
  desk.match("Ngân hàng Đá Xanh", scene == "matching" ? 1'000'000'000 : 200'000'000, now_ms);
  ceremony.found(desk.take());

  // A crossing is celebrated when the number has counted there.
  constexpr std::int64_t kCountedMs = 1'400;
  if (scene == "goal" || scene == "milestone") {
    ceremony.begin_at(show, now_ms - 2 * kCountedMs);
    const std::int64_t dong = missing_to(campaign, scene, show.folded.tally.pledged.amount.dong);
    kiosk.pledge({dong, Giver::business, kSponsor.shown_as});
    ceremony.come(show, kiosk.take(), now_ms - kCountedMs);
    return show;
  }
  ceremony.begin_at(show, now_ms - kCountedMs);
  if (scene == "tally") {
    kiosk.pledge(kPledges.back());
    ceremony.come(show, kiosk.take(), now_ms);
    return show;
  }
  SamplePledge last = kSponsor;
  // So that little is missing.
  if (scene == "near_goal") {
    const std::int64_t near = campaign.goal.dong / 100 * 92 - show.folded.tally.pledged.amount.dong;
    last.dong = std::max<std::int64_t>(near, 1'000'000);
  }
  const EntryRef sponsor = kiosk.pledge(last);
  ceremony.come(show, kiosk.take(), now_ms - kCountedMs);
  desk.screen(sponsor);
  desk.cue(scene, scene == "spotlight" ? std::optional(sponsor) : std::nullopt);
  ceremony.come(show, desk.take(), now_ms);
  ceremony.read_again(show);
  return show;
}

}  // namespace mn
