// The show and the desk beside the stage: cues, the MC's word, names that wait, frozen figures, a journal read again.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/display/show_fixture.h"

namespace mn {
namespace {

using test::give;
using test::kStart;
using test::said;
using test::ShowTest;

TEST_F(ShowTest, ACueStandsUntilTheNext) {
  begin_empty();
  give(show, setting, kiosk.pledge(1'000), kStart);
  give(show, setting, desk.cue("safe"), kStart + 100);
  EXPECT_EQ(at(kStart + 100).scene, "safe");
  EXPECT_EQ(at(kStart + 100).change_permille, 1000) << "safe is on within a frame";
  give(show, setting, kiosk.pledge(600'000'000), kStart + 1'000);
  EXPECT_EQ(at(kStart + 600'000).scene, "safe");
  give(show, setting, desk.cue("no_such_scene"), kStart + 600'000);
  EXPECT_EQ(at(kStart + 600'000).scene, "safe");
  give(show, setting, desk.cue("auto"), kStart + 601'000);
  EXPECT_EQ(at(kStart + 601'050).scene, "goal") << "what was covered is not lost";
}

TEST_F(ShowTest, WhileNobodySeesTheCardsAnnouncementsWait) {
  begin_empty();
  give(show, setting, desk.cue("spotlight"), kStart);
  give(show, setting, kiosk.pledge(1'000'000), kStart + 100);
  EXPECT_EQ(at(kStart + 5'000).figures.pledged.count, 1);
  EXPECT_TRUE(at(kStart + 5'000).cards.empty());
  give(show, setting, desk.cue("auto"), kStart + 6'000);
  EXPECT_EQ(at(kStart + 6'500).cards.size(), 1U);
}

TEST_F(ShowTest, ANameNotYetReleasedIsReplacedInPlace) {
  campaign.screen.screening = ScreeningPolicy::released;
  begin_empty();
  const std::vector<Entry> pledge = kiosk.pledge(said(1'000'000), "Lý Thị Mỷ", true);
  give(show, setting, pledge, kStart);
  ASSERT_EQ(at(kStart + 1'000).cards.size(), 1U);
  EXPECT_EQ(at(kStart + 1'000).cards[0].card.name(), "");
  EXPECT_TRUE(at(kStart + 1'000).cards[0].card.waiting());
  const std::uint64_t id = at(kStart + 1'000).cards[0].id;
  give(show, setting, desk.screen(pledge[0].ref(), Verdict::released), kStart + 1'500);
  EXPECT_EQ(at(kStart + 1'500).cards[0].card.name(), "Lý Thị Mỷ");
  EXPECT_EQ(at(kStart + 1'500).cards[0].id, id);
  EXPECT_EQ(at(kStart + 60'000).hall.wall_count(), 0U) << "at() forgets its hall";
  ASSERT_TRUE(advance(show, setting, {}, kStart + 2'000).ok());
  EXPECT_EQ(compose(show, setting, Language::vi, kStart + 2'000).hall.wall_count(), 1U);
}

TEST_F(ShowTest, TheMcCallsInAnyOrder) {
  campaign.screen.announcing = AnnouncingPolicy::all_on_cue;
  begin_empty();
  const std::vector<Entry> first = kiosk.pledge(said(1'000'000), "Một", true);
  const std::vector<Entry> second = kiosk.pledge(said(2'000'000), "Hai", true);
  give(show, setting, first, kStart);
  give(show, setting, second, kStart);
  EXPECT_EQ(at(kStart + 60'000).figures.pledged.exact.dong, 3'000'000) << "the money counts at once";
  EXPECT_TRUE(at(kStart + 60'000).cards.empty());
  give(show, setting, desk.announce(second[0].ref()), kStart + 60'000);
  give(show, setting, desk.announce(first[0].ref()), kStart + 60'000);
  EXPECT_EQ(at(kStart + 60'100).cards.at(0).card.name(), "Hai");
  EXPECT_EQ(at(kStart + 75'000).recent.size() + at(kStart + 75'000).cards.size(), 2U);
}

TEST_F(ShowTest, AfterARestartTheMcStillHasTheWord) {
  campaign.screen.announcing = AnnouncingPolicy::all_on_cue;
  Folded folded;
  const std::vector<Entry> first = kiosk.pledge(said(1'000'000), "Một", true);
  const std::vector<Entry> second = kiosk.pledge(said(2'000'000), "Hai", true);
  std::uint64_t position = 0;
  for (const Entry& entry : first) ASSERT_TRUE(apply(folded, entry, ++position).ok());
  for (const Entry& entry : second) ASSERT_TRUE(apply(folded, entry, ++position).ok());
  for (const Entry& entry : desk.announce(second[0].ref())) ASSERT_TRUE(apply(folded, entry, ++position).ok());
  begin(show, setting, std::move(folded), kStart);
  EXPECT_TRUE(at(kStart + 30'000).cards.empty()) << "one was called before, the other waits";
  give(show, setting, desk.announce(first[0].ref()), kStart + 30'000);
  EXPECT_EQ(at(kStart + 30'500).cards.at(0).card.name(), "Một");
}

TEST_F(ShowTest, FrozenFiguresStandAndThenGoOn) {
  begin_empty();
  give(show, setting, kiosk.pledge(1'000'000), kStart);
  give(show, setting, desk.cue("freeze"), kStart + 5'000);
  give(show, setting, kiosk.pledge(2'000'000), kStart + 6'000);
  const Picture frozen = at(kStart + 20'000);
  EXPECT_EQ(frozen.figures.pledged.shown.dong, 1'000'000);
  EXPECT_EQ(frozen.figures.pledged.count, 1);
  ASSERT_TRUE(frozen.reveal.has_value());
  EXPECT_FALSE(frozen.reveal->checked);
  Frozen found = *show.folded.orders.frozen;
  ++found.pledged.amount.dong;
  EXPECT_FALSE(check(show, found)) << "another figure is no proof";
  EXPECT_TRUE(check(show, *show.folded.orders.frozen));
  EXPECT_TRUE(at(kStart + 20'000).reveal->checked);
  give(show, setting, desk.cue("auto"), kStart + 30'000);
  EXPECT_EQ(at(kStart + 32'000).figures.pledged.shown.dong, 3'000'000);
  EXPECT_FALSE(at(kStart + 32'000).reveal.has_value());
}

TEST_F(ShowTest, ASponsorInTheSpotlightGetsNoCard) {
  campaign.screen.announcing = AnnouncingPolicy::all_on_cue;
  begin_empty();
  const std::vector<Entry> pledge = kiosk.pledge(said(1'000'000), "Lý Thị Mỷ", true);
  give(show, setting, pledge, kStart);
  give(show, setting, desk.cue("spotlight", pledge[0].ref()), kStart + 5'000);
  EXPECT_EQ(at(kStart + 6'000).spotlight->card->name(), "Lý Thị Mỷ");
  give(show, setting, desk.cue("release_held"), kStart + 7'000);
  give(show, setting, desk.cue("auto"), kStart + 8'000);
  EXPECT_TRUE(at(kStart + 12'000).cards.empty());
  EXPECT_EQ(at(kStart + 12'000).recent.at(0).card.name(), "Lý Thị Mỷ");
}

TEST_F(ShowTest, AJournalReadAgainForgetsNobodyAndRepeatsNobody) {
  begin_empty();
  Folded again;
  std::uint64_t position = 0;
  const auto both = [&](const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) ASSERT_TRUE(apply(again, entry, ++position).ok());
  };
  for (int i = 0; i < 6; ++i) {
    const std::vector<Entry> pledge = kiosk.pledge(said(1'000), "Người " + std::to_string(i), true);
    both(pledge);
    give(show, setting, pledge, kStart + i);
  }
  both(kiosk.pledge(said(1'000), "Người 6", true));  // came while it was read again
  std::vector<std::string> told;
  for (const CardShown& shown : at(kStart + 1'000).cards) told.push_back(shown.card.name());
  ASSERT_LT(told.size(), 6U);
  begin(show, setting, std::move(again), kStart + 1'000);
  std::uint64_t merged = 0;
  std::uint64_t last = 0;
  for (std::int64_t now = kStart + 1'000; now < kStart + 60'000; now += 20) {
    ASSERT_TRUE(advance(show, setting, {}, now).ok());
    for (const CardShown& shown : compose(show, setting, Language::vi, now).cards) {
      if (shown.id <= last) continue;
      last = shown.id;
      if (shown.merged > 0) merged += shown.merged;
      if (shown.merged == 0) told.push_back(shown.card.name());
    }
  }
  EXPECT_EQ(std::count(told.begin(), told.end(), "Người 0"), 1) << "told before";
  EXPECT_EQ(told.size() + merged, 7U) << "those who waited, and the one who came meanwhile, once each";
}

}  // namespace
}  // namespace mn
