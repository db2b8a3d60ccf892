#include "tests/display/ceremony.h"

#include <gtest/gtest.h>

namespace mn::test {

Origin::Origin(const CampaignId& campaign, std::uint8_t number) : campaign_(campaign), keys_(key_pair(Seed{number})) {
  head_.origin = origin_of(keys_.public_key);
}

std::vector<Entry> Origin::write(std::vector<Fact> facts, std::optional<VisitId> visit) {
  const Head head = head_;
  const VisitId made = visit_id(static_cast<std::int64_t>(head.seq) + 1, {head.origin.bytes[0], head.origin.bytes[1]});
  Append append{visit.value_or(made), 0, std::move(facts), {}};
  append.salts.resize(append.facts.size());
  std::vector<Entry> entries = seal(campaign_, head, append, keys_);
  head_ = {head.origin, entries.back().header.seq, entries.back().digest};
  return entries;
}

std::vector<Entry> Origin::pledge(Pledged said, const std::string& shown_as, std::optional<bool> publish,
                                  const std::string& message) {
  std::vector<Fact> facts{std::move(said)};
  if (!shown_as.empty() || !message.empty()) facts.emplace_back(Named{shown_as, message});
  if (publish) facts.emplace_back(Consented{"2025-05-01", false, *publish});
  return write(std::move(facts));
}

std::vector<Entry> Origin::pledge(std::int64_t dong) { return pledge(said(dong)); }

std::vector<Entry> Origin::withdraw_publishing(const VisitId& visit) {
  return write({Consented{"2025-05-01", false, false}}, visit);
}

std::vector<Entry> Origin::take_back(const EntryRef& pledge) { return write({Voided{pledge, "test"}}); }

std::vector<Entry> Origin::cue(const std::string& scene, std::optional<EntryRef> pledge, const std::string& name,
                               const std::string& line) {
  return write({Cued{scene, pledge, name, line}});
}

std::vector<Entry> Origin::match(const Matched& offer) { return write({offer}); }

std::vector<Entry> Origin::announce(const EntryRef& pledge) { return write({Announced{pledge}}); }

std::vector<Entry> Origin::screen(const EntryRef& pledge, Verdict verdict, const std::string& shown_as) {
  return write({Screened{pledge, verdict, shown_as}});
}

std::vector<Entry> Origin::receive(std::int64_t dong, std::optional<EntryRef> pledge) {
  return write({Paid{pledge, {dong}, "2025-05-29", sha256(view_of(entry_text({head_.origin, head_.seq}))), {}}});
}

Pledged said(std::int64_t dong) {
  Pledged out;
  out.amount = {dong};
  out.code = make_code({1, 2, 3});
  out.giver = Giver::person;
  return out;
}

Campaign sample_campaign() {
  Campaign campaign;
  campaign.id = {"lang-son-2025"};
  campaign.title = {"Tháng hành động vì trẻ em năm 2025", "Action Month for Children 2025"};
  campaign.fund_name = {"Quỹ Bảo trợ trẻ em tỉnh Lạng Sơn", ""};
  campaign.goal = {500'000'000};
  campaign.account = Account{"970405", "Agribank", "8400201000123", "QUY BAO TRO", true};
  campaign.qr_below = {500'000'000};
  campaign.screen.milestones = {{100'000'000}, {200'000'000}};
  campaign.screen.tiers = {{5'000'000}, {50'000'000}};
  campaign.facts = {{"Một", "One"}, {"Hai", "Two"}};
  return campaign;
}

SceneRules test_scenes() {
  static const std::vector<SceneRule> scenes{
      {.name = "goal", .turn = Turn::moment, .cards = true},
      {.name = "milestone", .turn = Turn::moment, .cards = true},
      {.name = "safe"},
      {.name = "spotlight"},
      {.name = "tally", .turn = Turn::resting, .cards = true},
      {.name = "wall",
       .turn = Turn::resting,
       .dwell_ms = 9'000,
       .has = [](const Hall& hall) { return hall.wall_count() > 0; }},
      {.name = "welcome"},
  };
  return scenes;
}

void give(Show& show, const Setting& setting, std::vector<Entry> entries, std::int64_t now_ms) {
  const Batch batch{std::move(entries), show.folded.position + 1};
  const Done done = advance(show, setting, batch, now_ms);
  ASSERT_TRUE(done.ok()) << done.failure().words;
}

}  // namespace mn::test
