// What the MC's word, a pledge taken back and a dark screen do to the cards, case by case.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/display/watcher.h"

namespace mn {
namespace {

using test::Watcher;

constexpr std::int64_t kMinute = 60'000;

TEST(AnnouncingInputs, HeldWaitsForTheMcAndDelaysNobody) {
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

TEST(AnnouncingInputs, TheCalledComeInTheOrderOfTheCalls) {
  for (const int lanes : {1, 4}) {
    Watcher hall(lanes);
    for (std::uint32_t i = 0; i < 5; ++i) hall.arrive(i, Tier::small, 0, true);
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

// While the MC calls one sponsor after the other, a crowd does not wait for the spot of honour.
TEST(AnnouncingInputs, ACrowdDoesNotWaitForTheCalled) {
  Watcher hall(2);
  for (std::uint32_t i = 0; i < 5; ++i) hall.arrive(i, Tier::grand, 0, true);
  for (std::uint32_t i = 0; i < 5; ++i) hall.call(i, 0);
  for (std::uint32_t i = 5; i < 30; ++i) hall.arrive(i, Tier::small, 100);
  hall.watch_to(kMinute);
  for (std::uint32_t i = 5; i < 30; ++i) EXPECT_LE(hall.told_ms(i), 1000);
}

TEST(AnnouncingInputs, ACallTakesAWaitingOneOutOfTheLine) {
  Watcher hall(1);
  for (std::uint32_t i = 0; i < 3; ++i) hall.arrive(i, Tier::small, 0);
  hall.call(2, 0);
  hall.watch_to(kMinute);
  EXPECT_LT(hall.told_ms(2), hall.told_ms(0));
  EXPECT_EQ(hall.cards.size(), 3U);
}

// The spotlight is the announcement of whoever stands in it.
TEST(AnnouncingInputs, ToldInTheSpotlightIsNotToldOnACard) {
  Watcher hall(1);
  for (std::uint32_t i = 0; i < 3; ++i) hall.arrive(i, Tier::grand, 0, true);
  hall.arrive(3, Tier::small, 0);
  hall.hold(5);
  hall.arrive(4, Tier::small, 10);
  hall.call(1, 10);
  for (const std::uint32_t i : {0U, 1U, 4U, 4U, 99U}) tell_elsewhere(hall.announcing, i, 20);
  EXPECT_EQ(hall.announcing.lineup.held, 1U);
  EXPECT_EQ(hall.announcing.lineup.called, 0U);
  ASSERT_EQ(hall.announcing.recent.size(), 3U);
  EXPECT_EQ(hall.announcing.recent[2].pledges, std::vector<std::uint32_t>{0});
  EXPECT_EQ(hall.announcing.recent[2].tier, Tier::grand);
  hall.release(30);
  hall.call(0, 30);
  hall.arrive(4, Tier::small, 40);
  hall.watch_to(kMinute);
  EXPECT_EQ(hall.cards.size(), 1U) << "only the one before the hold";
  hall.arrive(99, Tier::small, kMinute);
  hall.watch_to(2 * kMinute);
  EXPECT_GT(hall.told_ms(99), 0) << "unknown then, told now";
  hall.drop(0, 2 * kMinute);
  EXPECT_EQ(hall.announcing.recent.size(), 4U) << "and forgotten when it is taken back";
}

TEST(AnnouncingInputs, TenMinutesHeldReorderedReleased) {
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

TEST(AnnouncingInputs, AHoldLeavesTheScreenItsTime) {
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
}

TEST(AnnouncingInputs, ToHaveBeenHeldIsNotToBeLate) {
  Watcher hall(1);
  hall.hold(0);
  hall.arrive(0, Tier::small, 10);
  hall.arrive(1, Tier::small, kMinute - 1000);
  hall.release(kMinute);
  hall.absent(kMinute, 2 * kMinute);
  hall.watch_to(3 * kMinute);
  ASSERT_EQ(hall.cards.size(), 2U) << "not merged";
  EXPECT_EQ(hall.cards[1].left_ms - hall.told_ms(0), stay_ms(Pace::brisk, Tier::small)) << "not hurried";
}

TEST(AnnouncingInputs, WhoWasNeverCalledIsLetGoAtTheEnd) {
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

TEST(AnnouncingInputs, DroppedWhileWaitingIsNeverTold) {
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

TEST(AnnouncingInputs, DroppedWhileHeldOrCalledIsNeverTold) {
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

TEST(AnnouncingInputs, ACardOnTheScreenFades) {
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

TEST(AnnouncingInputs, AMergedCardCountsOneLess) {
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

TEST(AnnouncingInputs, WhatHadNotBegunBeginsWhenTheScreenIsBack) {
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

TEST(AnnouncingInputs, ADarkTimeThatIsNoneChangesNothing) {
  Watcher hall(1);
  hall.arrive(0, Tier::small, 0);
  hall.watch_to(500);
  const Announcing before = hall.announcing;
  absent(hall.announcing, 500, 500);
  absent(hall.announcing, 500, 400);
  EXPECT_EQ(hall.announcing, before);
}

}  // namespace
}  // namespace mn
