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

// After a busy minute the next single gift has all the time it deserves, and the one after it waits for its turn.
TEST(Announcing, QuietAgainAfterACrowd) {
  Watcher hall(4);
  for (std::uint32_t i = 0; i < 300; ++i) hall.arrive(i, Tier::small, i * 10);
  hall.arrive(300, Tier::middle, kMinute);
  hall.arrive(301, Tier::small, kMinute + 3000);
  hall.watch_to(2 * kMinute);
  EXPECT_EQ(hall.card_of(300)->left_ms - hall.told_ms(300), 7000);
  EXPECT_EQ(hall.told_ms(301), kMinute + 7001);
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

// Sponsors as fast as the wall can show them, and one small gift among them.
TEST(Announcing, AStreamOfSponsorsStarvesNobody) {
  for (const int lanes : {1, 2, 4}) {
    SCOPED_TRACE(lanes);
    Watcher hall(lanes);
    std::uint32_t pledge = 1;
    for (std::int64_t now = 0; now < kMinute; now += 3210 / lanes) {
      hall.arrive(pledge++, Tier::grand, now);
      if (now == 0) hall.arrive(0, Tier::small, 100);
    }
    EXPECT_GT(hall.told_ms(0), 0);
    EXPECT_LE(hall.told_ms(0), 100 + kLagMaxMs);
  }
}

// A crowd of fifty a second, and now and then a sponsor: each has a card of their own.
TEST(Announcing, ASponsorIsNotLostInACrowd) {
  for (const int lanes : {1, 2, 4}) {
    SCOPED_TRACE(lanes);
    Watcher hall(lanes);
    std::vector<std::uint32_t> sponsors;
    for (std::uint32_t i = 0; i < 3000; ++i) {
      if (i % 500 == 250) sponsors.push_back(i);
      hall.arrive(i, i % 500 == 250 ? Tier::grand : Tier::small, i * 20);
    }
    hall.watch_to(2 * kMinute);
    for (const std::uint32_t sponsor : sponsors) {
      EXPECT_FALSE(hall.card_of(sponsor)->card.merged);
      EXPECT_LE(hall.told_ms(sponsor) - sponsor * 20, 6000);
    }
  }
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
