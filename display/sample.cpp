#include "display/sample.h"

#include <algorithm>
#include <array>

#include "core/check.h"

namespace mn {
namespace {

struct SamplePledge {
  std::int64_t dong;
  Giver giver;
  std::string_view shown_as;  // "" for a giver who is not named
  bool hide_amount = false;
};

// Names are invented.
constexpr std::array<SamplePledge, 9> kPledges{{
    {120'000'000, Giver::business, "Công ty TNHH Thương mại Cửa khẩu Mẫu Sơn"},
    {50'000'000, Giver::agency, "Liên đoàn Lao động tỉnh"},
    {2'000'000, Giver::person, "Gia đình ông Hoàng Văn Thướng"},
    {500'000, Giver::unnamed, ""},
    {20'000'000, Giver::social, "Hội Doanh nhân trẻ xứ Lạng", true},
    {5'000'000, Giver::group, "Tập thể lớp 12A1 khóa 1998-2001"},
    {200'000, Giver::unnamed, ""},
    {1'000'000, Giver::person, "Lý Thị Mỷ"},
    {10'000'000, Giver::person, "Nguyễn Thị Khuyên Quỳnh"},
}};

class Book {
 public:
  explicit Book(const CampaignId& campaign) : campaign_(campaign), keys_(key_pair(Seed{7})) {
    head_.origin = origin_of(keys_.public_key);
    write({Born{keys_.public_key, "sample", "sample"}});
  }

  void pledge(const SamplePledge& sample) {
    Pledged said;
    said.amount = {sample.dong};
    said.code = make_code({++code_});
    said.giver = sample.giver;
    said.hide_amount = sample.hide_amount;
    std::vector<Fact> facts{said};
    if (!sample.shown_as.empty()) facts.emplace_back(Named{std::string(sample.shown_as), {}});
    write(std::move(facts));
  }

  void receive(std::int64_t dong) { write({Paid{{}, {dong}, "2025-05-29", sha256(head_.digest), {}}}); }

  Batch take() { return {std::exchange(entries_, {}), head_.seq}; }

 private:
  void write(std::vector<Fact> facts) {
    Append append{visit_id(static_cast<std::int64_t>(head_.seq), {}), 0, std::move(facts), {}};
    append.salts.resize(append.facts.size());
    for (Entry& entry : seal(campaign_, head_, append, keys_)) {
      head_ = {head_.origin, entry.header.seq, entry.digest};
      entries_.push_back(std::move(entry));
    }
  }

  CampaignId campaign_;
  KeyPair keys_;
  Head head_;
  std::uint8_t code_ = 0;
  std::vector<Entry> entries_;
};

}  // namespace

std::optional<Sample> read_sample(std::string_view word) {
  if (word == "start") return Sample::start;
  if (word == "tally") return Sample::tally;
  if (word == "goal") return Sample::goal;
  return std::nullopt;
}

Show sample_show(Sample sample, const Setting& setting, std::int64_t now_ms) {
  const Campaign& campaign = setting.campaign;
  Show show;
  if (sample == Sample::start) return show;
  Book book(campaign.id);
  book.receive(103'500'000);
  for (std::size_t i = 0; i + 1 < kPledges.size(); ++i) book.pledge(kPledges[i]);
  if (sample == Sample::goal) {
    book.pledge(
        {std::max<std::int64_t>(campaign.goal.dong - 200'000'000, 1000), Giver::social, "Quỹ Thiện nguyện Suối Nguồn"});
  }
  Folded folded;
  for (const Entry& entry : book.take().entries) MN_CHECK(apply(folded, entry, 1).ok(), "the sample folds");
  begin(show, setting, std::move(folded), now_ms);
  book.pledge(kPledges.back());
  MN_CHECK(advance(show, setting, book.take(), now_ms).ok(), "the sample folds");
  return show;
}

}  // namespace mn
