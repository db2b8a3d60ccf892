// A made-up ceremony for the display's tests: origins that write real, sealed entries.
#pragma once

#include <string>
#include <vector>

#include "display/show.h"

namespace mn::test {

// One origin's journal, as far as tests need it. The same number gives the same key.
class Origin {
 public:
  Origin(const CampaignId& campaign, std::uint8_t number);

  // Each writes one visit and gives its entries (the first is the pledge).
  std::vector<Entry> pledge(Pledged said, const std::string& shown_as = {}, std::optional<bool> publish = std::nullopt,
                            const std::string& message = {});
  std::vector<Entry> pledge(std::int64_t dong);
  std::vector<Entry> withdraw_publishing(const VisitId& visit);
  std::vector<Entry> take_back(const EntryRef& pledge);
  std::vector<Entry> cue(const std::string& scene, std::optional<EntryRef> pledge = std::nullopt,
                         const std::string& name = {}, const std::string& line = {});
  std::vector<Entry> match(const Matched& offer);
  std::vector<Entry> announce(const EntryRef& pledge);
  std::vector<Entry> screen(const EntryRef& pledge, Verdict verdict, const std::string& shown_as = {});
  std::vector<Entry> receive(std::int64_t dong, std::optional<EntryRef> pledge = std::nullopt);

 private:
  std::vector<Entry> write(std::vector<Fact> facts, std::optional<VisitId> visit = std::nullopt);

  CampaignId campaign_;
  KeyPair keys_;
  Head head_;
};

Campaign sample_campaign();
// Scenes as the rules know them, made up for tests: welcome, tally, milestone, goal, a wall and a safe one.
SceneRules test_scenes();
Pledged said(std::int64_t dong);

// Gives a show these entries at this time; the test fails when they do not fit.
void give(Show& show, const Setting& setting, std::vector<Entry> entries, std::int64_t now_ms);

}  // namespace mn::test
