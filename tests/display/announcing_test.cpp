// How arrivals become cards, case by case.
#include "display/announcing.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/display/watcher.h"

namespace mn {
namespace {

using test::Watcher;

constexpr std::int64_t kMinute = 60'000;

TEST(Announcing, TiersByThresholds) {
  const std::vector<Money> none;
  const std::vector<Money> two = {{1'000'000}, {10'000'000}};
  const std::vector<Money> three = {{1'000'000}, {10'000'000}, {100'000'000}};
  EXPECT_EQ(tier_of({5'000'000'000}, none), Tier::small);
  EXPECT_EQ(tier_of({0}, three), Tier::small);
  EXPECT_EQ(tier_of({999'999}, three), Tier::small);
  EXPECT_EQ(tier_of({1'000'000}, three), Tier::middle);
  EXPECT_EQ(tier_of({99'999'999}, three), Tier::large);
  EXPECT_EQ(tier_of({100'000'000}, three), Tier::grand);
  EXPECT_EQ(tier_of({100'000'000}, two), Tier::large);
}

TEST(Announcing, QuietOneByOneGenerous) {
  const struct {
    Tier tier;
    std::int64_t stay_ms;
  } rows[] = {{Tier::small, 5000}, {Tier::middle, 7000}, {Tier::large, 10'000}, {Tier::grand, 10'000}};
  for (const auto& row : rows) {
    Watcher hall(4);
    hall.arrive(0, row.tier, 1000);
    hall.watch_to(kMinute);
    ASSERT_EQ(hall.cards.size(), 1U);
    EXPECT_EQ(hall.cards[1].card.entered_ms, 1001);
    EXPECT_EQ(hall.cards[1].card.lane, 0);
    EXPECT_EQ(hall.cards[1].left_ms, 1001 + row.stay_ms);
    EXPECT_TRUE(hall.announcing.on.empty());
    ASSERT_EQ(hall.announcing.recent.size(), 1U);  // a resting screen still shows it
    EXPECT_EQ(hall.announcing.recent[0].pledges, std::vector<std::uint32_t>{0});
    EXPECT_EQ(next_change_ms(hall.announcing), std::nullopt);
  }
}

TEST(Announcing, TheSecondWaitsForTheFirstWhileItIsQuiet) {
  Watcher hall(4);
  hall.arrive(0, Tier::small, 0);
  hall.arrive(1, Tier::small, 2000);
  hall.watch_to(kMinute);
  EXPECT_EQ(hall.told_ms(1), 5001);
  EXPECT_EQ(hall.cards[1].left_ms, 5001);
  EXPECT_EQ(hall.cards[2].card.lane, 0);
}

// Nobody waits ten seconds behind a sponsor's card: a second lane opens, and on a wall with one lane the card gives
// way.
TEST(Announcing, PatienceHasAnEnd) {
  for (const int lanes : {1, 4}) {
    Watcher hall(lanes);
    hall.arrive(0, Tier::grand, 0);
    hall.arrive(1, Tier::small, 100);
    hall.watch_to(kMinute);
    EXPECT_EQ(hall.told_ms(1), 100 + kPatienceMs);
    EXPECT_EQ(hall.cards[1].left_ms, lanes == 1 ? 100 + kPatienceMs : 10'001);
  }
}

TEST(Announcing, AFewAtOnceStandSideBySideOneAfterTheOther) {
  Watcher hall(4);
  for (std::uint32_t i = 0; i < 4; ++i) hall.arrive(i, Tier::small, 0);
  hall.watch_to(2000);
  for (std::uint32_t i = 0; i < 4; ++i) {
    EXPECT_EQ(hall.told_ms(i), 1 + i * kTurnMs);
    EXPECT_EQ(hall.card_of(i)->card.lane, static_cast<int>(i));
  }
}

// No card of one is cut short for nothing: what nobody needs stays as long as in quiet.
TEST(Announcing, WhatNobodyNeedsStays) {
  Watcher hall(4);
  for (std::uint32_t i = 0; i < 4; ++i) hall.arrive(i, Tier::small, 0);
  hall.watch_to(kMinute);
  for (const auto& [id, seen] : hall.cards) EXPECT_EQ(seen.left_ms - seen.card.entered_ms, 5000);
}

TEST(Announcing, TheLargeBeforeTheSmallOldestFirstWithinATier) {
  Watcher hall(2);
  hall.arrive(0, Tier::small, 0);
  hall.arrive(1, Tier::middle, 0);
  hall.arrive(2, Tier::grand, 0);
  hall.arrive(3, Tier::middle, 0);
  hall.watch_to(kMinute);
  EXPECT_LT(hall.told_ms(2), hall.told_ms(1));
  EXPECT_LT(hall.told_ms(1), hall.told_ms(3));
  EXPECT_LT(hall.told_ms(3), hall.told_ms(0));
  EXPECT_EQ(hall.card_of(2)->card.lane, 0);
}

TEST(Announcing, ACrowdAtOnceIsMergedAtOnce) {
  for (const int lanes : {1, 4, 8}) {
    SCOPED_TRACE(lanes);
    Watcher hall(lanes);
    for (std::uint32_t i = 0; i < 10'000; ++i) hall.arrive(i, i == 7000 ? Tier::grand : Tier::small, 0);
    hall.watch_to(kMinute);
    std::size_t told = 0;
    std::size_t merged = 0;
    for (const auto& [id, seen] : hall.cards) {
      told += seen.card.count;
      if (seen.card.merged) {
        ++merged;
        EXPECT_EQ(seen.card.lane, lanes - 1);
        EXPECT_EQ(seen.card.pledges.size(), kNamedMax);
      }
    }
    EXPECT_EQ(told, 10'000U);
    EXPECT_EQ(merged, 1U);
    ASSERT_NE(hall.card_of(7000), nullptr);
    EXPECT_FALSE(hall.card_of(7000)->card.merged);  // a sponsor is not lost in a crowd
    EXPECT_LE(hall.told_ms(9999), 6000);
  }
}

TEST(Announcing, TheSameTwiceIsOnce) {
  Watcher hall(4);
  hall.arrive(0, Tier::small, 0);
  hall.arrive(0, Tier::grand, 0);
  hall.watch_to(20'000);
  hall.arrive(0, Tier::small, 20'000);
  hall.call(0, 20'000);
  hall.call(77, 20'000);
  hall.watch_to(kMinute);
  EXPECT_EQ(hall.cards.size(), 1U);
}

TEST(Announcing, ToldBeforeTheScreenBeganIsNotToldAgain) {
  const std::vector<Arrival> latest = {{41, Tier::grand}, {39, Tier::small}};
  Announcing announcing = announcing_from(4, 42, latest, 5000);
  ASSERT_EQ(announcing.recent.size(), 2U);
  EXPECT_EQ(announcing.recent[0].pledges[0], 41U);
  arrive(announcing, {41, Tier::grand}, false, 5000);
  call(announcing, 3, 5000);
  EXPECT_EQ(next_change_ms(announcing), std::nullopt);
  drop(announcing, 41, 6000);
  ASSERT_EQ(announcing.recent.size(), 1U);
  EXPECT_EQ(announcing.recent[0].pledges[0], 39U);
}

// The MC.

TEST(Announcing, HeldWaitsForTheMcAndDelaysNobody) {
  Watcher hall(1);
  hall.arrive(0, Tier::grand, 0, true);
  hall.arrive(1, Tier::small, 10);
  hall.watch_to(10 * kMinute);
  EXPECT_EQ(hall.told_ms(1), 11);
  EXPECT_EQ(hall.told_ms(0), -1);
  EXPECT_EQ(hall.announcing.lineup.held, 1U);
  hall.call(0, 10 * kMinute);
  hall.watch_to(11 * kMinute);
  EXPECT_EQ(hall.told_ms(0), 10 * kMinute + 1);
  EXPECT_TRUE(hall.card_of(0)->card.called);
}

TEST(Announcing, TheCalledComeInTheOrderOfTheCalls) {
  for (const int lanes : {1, 4}) {
    Watcher hall(lanes);
    for (std::uint32_t i = 0; i < 5; ++i) hall.arrive(i, Tier::grand, 0, true);
    for (std::uint32_t i = 5; i < 8; ++i) hall.arrive(i, Tier::grand, 0);
    for (const std::uint32_t i : {3U, 0U, 4U}) hall.call(i, 10);
    hall.watch_to(kMinute);
    EXPECT_EQ(hall.told_ms(3) - 10, 3191) << "the card on the screen stays its least time";
    EXPECT_LT(hall.told_ms(3), hall.told_ms(0));
    EXPECT_LT(hall.told_ms(0), hall.told_ms(4));
    for (const std::uint32_t i : {3U, 0U, 4U}) {
      EXPECT_EQ(hall.card_of(i)->card.lane, 0);
      EXPECT_GE(hall.card_of(i)->left_ms - hall.told_ms(i), kCalledLeastMs);
    }
    for (std::uint32_t i = 5; i < 8; ++i) EXPECT_LE(hall.told_ms(i), kLagMaxMs);
    EXPECT_EQ(hall.told_ms(1), -1);
  }
}

TEST(Announcing, ACallTakesAWaitingOneOutOfTheLine) {
  Watcher hall(1);
  for (std::uint32_t i = 0; i < 3; ++i) hall.arrive(i, Tier::small, 0);
  hall.call(2, 0);
  hall.watch_to(kMinute);
  EXPECT_LT(hall.told_ms(2), hall.told_ms(0));
  EXPECT_EQ(hall.cards.size(), 3U);
}

TEST(Announcing, TenMinutesHeldReorderedReleased) {
  Watcher hall(4);
  hall.hold(0);
  for (std::uint32_t i = 0; i < 500; ++i) hall.arrive(i, Tier::small, i * 1200);
  hall.watch_to(10 * kMinute);
  EXPECT_TRUE(hall.cards.empty());
  for (const std::uint32_t i : {499U, 7U, 250U}) hall.call(i, 10 * kMinute);
  EXPECT_EQ(next_change_ms(hall.announcing), std::nullopt);
  hall.release(10 * kMinute);
  hall.watch_to(11 * kMinute);
  EXPECT_EQ(hall.told_ms(499), 10 * kMinute + 1);
  EXPECT_LT(hall.told_ms(499), hall.told_ms(7));
  EXPECT_LT(hall.told_ms(7), hall.told_ms(250));
  std::size_t told = 0;
  for (const auto& [id, seen] : hall.cards) told += seen.card.count;
  EXPECT_EQ(told, 500U);
  EXPECT_LE(hall.cards.size(), 40U);
  for (std::uint32_t i = 0; i < 500; ++i) EXPECT_LE(hall.told_ms(i), 10 * kMinute + kLagMaxMs);
}

TEST(Announcing, AHoldLeavesTheScreenItsTime) {
  Watcher hall(1);
  hall.arrive(0, Tier::small, 0);
  hall.arrive(1, Tier::small, 500);
  hall.hold(1000);
  hall.watch_to(kMinute);
  EXPECT_EQ(hall.cards[1].left_ms, 5001);
  EXPECT_EQ(hall.cards.size(), 1U);
  hall.release(kMinute);
  hall.release(kMinute + 10);
  hall.watch_to(2 * kMinute);
  EXPECT_EQ(hall.told_ms(1), kMinute + 1);
  EXPECT_EQ(hall.card_of(1)->left_ms, kMinute + 5001) << "having been held is not being late";
}

TEST(Announcing, WhoWasNeverCalledIsLetGoAtTheEnd) {
  Announcing announcing = announcing_from(4, 0, {}, 0);
  for (std::uint32_t i = 0; i < 3; ++i) arrive(announcing, {i, Tier::large}, true, 0);
  call(announcing, 1, 0);
  drop(announcing, 0, 0);
  run_to(announcing, kMinute);
  release_held(announcing, kMinute);
  EXPECT_EQ(announcing.lineup.held, 0U);
  run_to(announcing, 2 * kMinute);
  EXPECT_EQ(find(announcing.lineup, 0).stand, Stand::dropped);
  EXPECT_EQ(find(announcing.lineup, 2).stand, Stand::told);
  EXPECT_EQ(announcing.next_id, 3U);
}

// Taken back.

TEST(Announcing, DroppedWhileWaitingIsNeverTold) {
  Watcher hall(1);
  for (std::uint32_t i = 0; i < 3; ++i) hall.arrive(i, Tier::small, 0);
  hall.drop(1, 50);
  hall.arrive(1, Tier::small, 60);
  hall.drop(9, 60);
  hall.arrive(9, Tier::small, 70);
  hall.watch_to(kMinute);
  EXPECT_EQ(hall.cards.size(), 2U);
  EXPECT_EQ(hall.told_ms(1), -1);
  EXPECT_EQ(hall.told_ms(9), -1);
}

TEST(Announcing, DroppedWhileHeldOrCalledIsNeverTold) {
  Watcher hall(1);
  for (std::uint32_t i = 0; i < 4; ++i) hall.arrive(i, Tier::small, 0, true);
  hall.drop(0, 10);
  hall.call(0, 20);
  hall.hold(20);
  hall.call(1, 20);
  hall.call(2, 20);
  hall.drop(1, 30);
  hall.release(40);
  hall.watch_to(kMinute);
  ASSERT_EQ(hall.cards.size(), 1U);
  EXPECT_EQ(hall.told_ms(2), 41);
  EXPECT_EQ(hall.announcing.lineup.held, 1U);
}

TEST(Announcing, ACardOnTheScreenFades) {
  Watcher hall(1);
  hall.arrive(0, Tier::small, 0);
  hall.drop(0, 2000);
  ASSERT_EQ(hall.announcing.on.size(), 1U);
  EXPECT_TRUE(hall.announcing.on[0].withdrawn);
  EXPECT_TRUE(hall.announcing.on[0].pledges.empty());
  hall.drop(0, 2100);
  hall.watch_to(kMinute);
  EXPECT_EQ(hall.cards[1].left_ms, 2000 + kWithdrawingMs);
  EXPECT_TRUE(hall.announcing.recent.empty());
}

TEST(Announcing, AMergedCardCountsOneLess) {
  Watcher hall(4);
  for (std::uint32_t i = 0; i < 100; ++i) hall.arrive(i, Tier::small, 0);
  hall.watch_to(10);
  const Announcement merged = hall.announcing.on.back();
  ASSERT_TRUE(merged.merged);
  const std::uint32_t named = merged.pledges.front();
  hall.drop(named, 20);
  EXPECT_EQ(hall.announcing.on.back().count, merged.count - 1);
  EXPECT_EQ(hall.announcing.on.back().pledges.size(), merged.pledges.size() - 1);
  EXPECT_EQ(hall.announcing.on.back().leaves_ms, merged.leaves_ms);
  std::uint32_t unnamed = 99;
  while (find(hall.announcing.lineup, unnamed).card != merged.id) --unnamed;
  hall.drop(unnamed, 20);
  EXPECT_EQ(hall.announcing.on.back().count, merged.count - 2);
  hall.watch_to(kMinute);
  const auto left = std::ranges::find(hall.announcing.recent, merged.id, &Announcement::id);
  ASSERT_NE(left, hall.announcing.recent.end());
  EXPECT_EQ(left->count, merged.count - 2);
}

// The screen was dark.

TEST(Announcing, WhatHadNotBegunBeginsWhenTheScreenIsBack) {
  Watcher hall(1);
  hall.arrive(0, Tier::small, 0);
  hall.arrive(1, Tier::small, 100);
  hall.absent(2001, kMinute);
  ASSERT_EQ(hall.announcing.on.size(), 1U);
  EXPECT_EQ(hall.announcing.on[0].leaves_ms, kMinute + 3000) << "as long as it had left";
  hall.watch_to(2 * kMinute);
  EXPECT_EQ(hall.told_ms(1), kMinute + 3000);
  EXPECT_EQ(hall.cards.size(), 2U);
}

TEST(Announcing, ADarkTimeThatIsNoneChangesNothing) {
  Watcher hall(1);
  hall.arrive(0, Tier::small, 0);
  hall.watch_to(500);
  const Announcing before = hall.announcing;
  absent(hall.announcing, 500, 500);
  absent(hall.announcing, 500, 400);
  EXPECT_EQ(hall.announcing, before);
}

TEST(Announcing, AnotherWall) {
  Watcher hall(4);
  for (std::uint32_t i = 0; i < 4; ++i) hall.arrive(i, Tier::small, 0);
  hall.watch_to(2000);
  set_lanes(hall.announcing, 1, 2000);
  ASSERT_EQ(hall.announcing.on.size(), 1U);
  EXPECT_EQ(hall.announcing.recent.size(), 3U);
  test::check_cards(hall.announcing);
  set_lanes(hall.announcing, 99, 2100);
  EXPECT_EQ(hall.announcing.lanes, kLanesMax);
}

TEST(Announcing, AClockThatStepsBackDoesNoHarm) {
  Watcher hall(1);
  hall.arrive(0, Tier::small, 5000);
  hall.watch_to(6000);
  arrive(hall.announcing, {1, Tier::small}, false, 1000);
  run_to(hall.announcing, 2000);
  hall.watch_to(kMinute);
  EXPECT_EQ(hall.told_ms(0), 5001);
  EXPECT_EQ(hall.told_ms(1), 10'001);
}

}  // namespace
}  // namespace mn
