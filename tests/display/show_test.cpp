// The show by scenes: what the hall sees first, on an arrival, when a pledge is taken back, in quiet minutes, at the
// goal.
#include "display/show.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <limits>

#include "core/vietqr.h"
#include "tests/display/show_fixture.h"

namespace mn {
namespace {

using test::give;
using test::kStart;
using test::Origin;
using test::said;
using test::sample_campaign;
using test::ShowTest;

TEST_F(ShowTest, BeforeTheFirstReadThereIsATitleAndNoNumber) {
  const Picture picture = at(kStart);
  EXPECT_EQ(picture.scene, "welcome");
  EXPECT_FALSE(picture.known);
  EXPECT_EQ(picture.title, "Tháng hành động vì trẻ em năm 2025");
  EXPECT_FALSE(picture.moving);
  EXPECT_TRUE(picture.cards.empty());
}

TEST_F(ShowTest, TheFirstNumberIsRightAtOnce) {
  Folded folded;
  for (const Entry& entry : kiosk.pledge(600'000'000)) ASSERT_TRUE(apply(folded, entry, 1).ok());
  begin(show, setting, std::move(folded), kStart);
  const Picture picture = at(kStart);
  EXPECT_EQ(picture.scene, "tally");
  EXPECT_EQ(picture.figures.pledged.shown.dong, 600'000'000);
  EXPECT_EQ(picture.figures.pledged.count, 1);
  EXPECT_EQ(picture.recent.size(), 1U);
  EXPECT_TRUE(picture.cards.empty()) << "nobody is announced again";
  EXPECT_FALSE(picture.moving) << "a restart neither counts from 0 nor celebrates";
  EXPECT_FALSE(picture.celebrated.has_value());
}

TEST_F(ShowTest, AnArrivalMovesAtOnceAndSettlesExactly) {
  begin_empty();
  give(show, setting, kiosk.pledge(2'000'000), kStart + 100);
  const Picture first = at(kStart + 100);
  EXPECT_GT(first.figures.pledged.shown.dong, 0);
  EXPECT_LT(first.figures.pledged.shown.dong, 2'000'000);
  EXPECT_EQ(first.figures.pledged.exact.dong, 2'000'000);
  EXPECT_TRUE(first.moving);
  EXPECT_EQ(at(kStart + 110).cards.size(), 1U);
  EXPECT_EQ(at(kStart + 1'600).figures.pledged.shown.dong, 2'000'000);
}

TEST_F(ShowTest, ReceivedStandsBesidePledged) {
  begin_empty();
  const std::vector<Entry> pledged = kiosk.pledge(2'000'000);
  give(show, setting, pledged, kStart);
  give(show, setting, desk.receive(1'500'000, pledged[0].ref()), kStart);
  give(show, setting, desk.receive(300'000), kStart);
  const Picture picture = at(kStart + 5'000);
  EXPECT_EQ(picture.figures.pledged.shown.dong, 2'000'000);
  EXPECT_EQ(picture.figures.received.shown.dong, 1'800'000);
}

TEST_F(ShowTest, ATakenBackPledgeLeavesTheNumberAndTheCards) {
  begin_empty();
  give(show, setting, kiosk.pledge(1'000'000), kStart);
  const std::vector<Entry> joke = kiosk.pledge(said(9'000'000), "Tôn Ngộ Không", true);
  give(show, setting, joke, kStart + 10'000);
  ASSERT_EQ(at(kStart + 10'500).cards.size(), 1U);
  ASSERT_EQ(at(kStart + 10'500).cards[0].card.name(), "Tôn Ngộ Không");
  give(show, setting, desk.take_back(joke[0].ref()), kStart + 11'000);
  const Picture picture = at(kStart + 11'001);
  EXPECT_EQ(picture.figures.pledged.count, 1);
  for (const CardShown& shown : picture.cards) EXPECT_EQ(shown.card.name(), "");
  for (const CardShown& shown : picture.recent) EXPECT_EQ(shown.card.name(), "");
  EXPECT_GT(picture.figures.pledged.shown.dong, 1'000'000) << "down with grace, not with a jump";
  EXPECT_EQ(at(kStart + 13'000).figures.pledged.shown.dong, 1'000'000);
}

TEST_F(ShowTest, PublishingWithdrawnLaterTakesTheNameOff) {
  begin_empty();
  const std::vector<Entry> pledge = kiosk.pledge(said(1'000'000), "Lý Thị Mỷ", true);
  give(show, setting, pledge, kStart);
  ASSERT_EQ(at(kStart + 4'000).cards.at(0).card.name(), "Lý Thị Mỷ");
  give(show, setting, desk.withdraw_publishing(pledge[0].header.visit), kStart + 4'000);
  EXPECT_EQ(at(kStart + 4'000).cards.at(0).card.name(), "");
  EXPECT_EQ(at(kStart + 60'000).hall.wall_count(), 0U);
}

TEST_F(ShowTest, AmountsNeverWaitForCards) {
  begin_empty();
  for (int i = 1; i <= 300; ++i) give(show, setting, kiosk.pledge(1'000), kStart + i);
  EXPECT_EQ(at(kStart + 300).figures.pledged.count, 300);
  EXPECT_EQ(at(kStart + 300).figures.pledged.exact.dong, 300'000);
  std::size_t announced = 0;
  std::uint64_t last = 0;
  for (std::int64_t now = kStart; now < kStart + 60'000; now += 20) {
    for (const CardShown& shown : at(now).cards) {
      if (shown.id <= last) continue;
      last = shown.id;
      announced += shown.merged > 0 ? shown.merged : 1;
    }
  }
  EXPECT_EQ(announced, 300U) << "each in a card of its own, or merged";
}

TEST_F(ShowTest, SleepsUntilTheNextChange) {
  begin_empty();
  give(show, setting, kiosk.pledge(1'000), kStart);
  std::int64_t now = kStart;
  int pictures = 0;
  while (now < kStart + 10 * kFactMs) {
    const Picture picture = at(now);
    ASSERT_GT(picture.next_change_ms, now);
    if (!picture.moving) {
      // Nothing that is drawn may change before the time that was named.
      const Picture later = at(picture.next_change_ms - 1);
      ASSERT_EQ(later.figures.pledged.shown, picture.figures.pledged.shown) << now;
      ASSERT_EQ(later.fact, picture.fact) << now;
      ASSERT_EQ(later.fact_permille, picture.fact_permille) << now;
      ASSERT_EQ(later.drift_x, picture.drift_x) << now;
      ASSERT_EQ(later.glow_permille, picture.glow_permille) << now;
    }
    now = picture.moving ? now + 16 : picture.next_change_ms;
    ++pictures;
  }
  EXPECT_LT(pictures, 1'200) << "a quiet hall does not draw sixty times a second";
}

TEST_F(ShowTest, InQuietMinutesScenesTakeTurnsUntilAnArrival) {
  begin_empty();
  give(show, setting, kiosk.pledge(said(1'000), "Lý Thị Mỷ", true), kStart);
  EXPECT_EQ(at(kStart + kQuietMs - 1).scene, "tally");
  EXPECT_EQ(at(kStart + kQuietMs).scene, "wall");
  EXPECT_EQ(at(kStart + kQuietMs + 9'000).scene, "tally");
  EXPECT_EQ(at(kStart + kQuietMs + 9'000 + kTallyTurnMs).scene, "wall");
  give(show, setting, kiosk.pledge(1'000), kStart + kQuietMs + 2'000);
  const Picture picture = at(kStart + kQuietMs + 2'000);
  EXPECT_EQ(picture.scene, "tally");
  EXPECT_EQ(picture.leaving, "wall");
  EXPECT_EQ(picture.fact, "");
}

TEST_F(ShowTest, FactsFollowEachOtherInQuietMinutes) {
  begin_empty();
  const std::int64_t told = kStart + kQuietMs / 3;
  EXPECT_EQ(at(told - 1).fact, "");
  EXPECT_EQ(at(told + 1'000).fact, "Một");
  EXPECT_EQ(at(told + kFactMs + 1'000).fact, "Hai");
  EXPECT_EQ(at(told + 2 * kFactMs + 1'000).fact, "Một");
}

TEST_F(ShowTest, NearTheGoalTheGapIsShown) {
  begin_empty();
  give(show, setting, kiosk.pledge(450'000'000), kStart);
  const Picture picture = at(kStart + 2'000);
  EXPECT_EQ(picture.mark.permille, 900);
  ASSERT_TRUE(picture.mark.gap.has_value());
  EXPECT_EQ(picture.mark.gap->dong, 50'000'000);
}

TEST_F(ShowTest, TheGoalIsCelebratedOnceAndOnlyWhenTheHallSawIt) {
  begin_empty();
  give(show, setting, kiosk.pledge(499'000'000), kStart);
  give(show, setting, kiosk.pledge(1'000'000), kStart + 30'000);
  const std::int64_t reached = kStart + 30'000 + kCountingMs;
  EXPECT_EQ(at(reached - 100).scene, "tally");
  EXPECT_EQ(at(reached + 100).scene, "goal");
  ASSERT_TRUE(at(reached + 100).celebrated.has_value());
  EXPECT_TRUE(at(reached + 100).celebrated->goal);
  EXPECT_EQ(at(reached + kGoalCelebrationMs + 1'000).scene, "tally");
  give(show, setting, kiosk.pledge(1'000'000), reached + 60'000);
  EXPECT_EQ(at(reached + 62'000).scene, "tally");
}

TEST_F(ShowTest, AMilestoneLostAndReachedAgainIsNotCelebratedTwice) {
  begin_empty();
  const std::vector<Entry> large = kiosk.pledge(150'000'000);
  give(show, setting, large, kStart);
  EXPECT_EQ(at(kStart + 2'000).scene, "milestone");
  EXPECT_EQ(at(kStart + 2'000).celebrated->threshold.dong, 100'000'000);
  give(show, setting, desk.take_back(large[0].ref()), kStart + 30'000);
  EXPECT_EQ(at(kStart + 32'000).scene, "tally");
  give(show, setting, kiosk.pledge(150'000'000), kStart + 40'000);
  EXPECT_EQ(at(kStart + 42'000).scene, "tally");
}

TEST_F(ShowTest, AnEntryThatDoesNotFitChangesNothing) {
  begin_empty();
  give(show, setting, kiosk.pledge(1'000'000), kStart);
  kiosk.pledge(2'000'000);  // lost on the way
  const Done done = advance(show, setting, Batch{kiosk.pledge(3'000'000), 9}, kStart + 5'000);
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.failure().cause, Cause::gap);
  EXPECT_EQ(at(kStart + 9'000).figures.pledged.shown.dong, 1'000'000);
}

TEST_F(ShowTest, AReplacedJournalIsTurnedToWithoutAJump) {
  begin_empty();
  give(show, setting, kiosk.pledge(4'000'000), kStart);
  Folded other;
  for (const Entry& entry : desk.pledge(1'000'000)) ASSERT_TRUE(apply(other, entry, 1).ok());
  begin(show, setting, std::move(other), kStart + 5'000);
  EXPECT_LT(at(kStart + 5'000).figures.pledged.shown.dong, 4'000'000);
  EXPECT_GT(at(kStart + 5'000).figures.pledged.shown.dong, 1'000'000);
  EXPECT_EQ(at(kStart + 7'000).figures.pledged.shown.dong, 1'000'000);
  EXPECT_EQ(at(kStart + 7'000).recent.size(), 1U);
}

TEST_F(ShowTest, TheCodeOfTheAccountNamesNoAmount) {
  const Result<VietQr> qr = read_vietqr(at(kStart).qr);
  ASSERT_TRUE(qr.ok());
  EXPECT_EQ(qr->account, "8400201000123");
  EXPECT_EQ(qr->amount, "");
  campaign.account->bank_bin = "";
  EXPECT_EQ(at(kStart).qr, "");
  campaign.account.reset();
  EXPECT_EQ(at(kStart).qr, "");
}

// The best of many, so that a busy machine does not matter.
std::int64_t compose_ns(const Show& show, const Setting& setting) {
  std::int64_t best = std::numeric_limits<std::int64_t>::max();
  for (int i = 0; i < 200; ++i) {
    const auto began = std::chrono::steady_clock::now();
    const Picture picture = compose(show, setting, Language::vi, kStart + i);
    const auto took = std::chrono::steady_clock::now() - began;
    EXPECT_FALSE(picture.recent.empty());
    best = std::min<std::int64_t>(best, std::chrono::duration_cast<std::chrono::nanoseconds>(took).count());
  }
  return best;
}

TEST_F(ShowTest, APictureCostsTheSameAtTenPledgesAndAtAHundredThousand) {
  const auto with_pledges = [&](int count) {
    Folded folded;
    Pledge pledge;
    pledge.said = said(1'000);
    folded.tally.pledges.assign(static_cast<std::size_t>(count), pledge);
    Show filled;
    begin(filled, setting, std::move(folded), kStart);
    return filled;
  };
  EXPECT_LT(compose_ns(with_pledges(100'000), setting), 3 * compose_ns(with_pledges(10), setting));
}

}  // namespace
}  // namespace mn
