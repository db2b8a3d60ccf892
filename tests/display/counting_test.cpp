// A number on its way: exact at its end, smooth before, and never past it.
#include "display/counting.h"

#include <gtest/gtest.h>

#include <limits>

namespace mn {
namespace {

TEST(Counting, StandsAtItsNumber) {
  EXPECT_EQ(shown(standing_at({42}), 0).dong, 42);
  EXPECT_TRUE(settled(standing_at({42}), 0));
}

TEST(Counting, EndsAtTheExactNumberAndNotLater) {
  for (const std::int64_t to : {1LL, 999LL, 1'000LL, 123'456'789LL, 9'223'372'036'854'775'807LL}) {
    const Counting counting = turned_to(standing_at({0}), {to}, 1'000);
    EXPECT_EQ(shown(counting, 1'000 + 1'500).dong, to);
    EXPECT_TRUE(settled(counting, 1'000 + 1'500));
    EXPECT_FALSE(settled(counting, 1'000));
  }
}

TEST(Counting, TheFirstPictureAlreadyMoves) {
  const Counting counting = turned_to(standing_at({1'000'000}), {1'200'000}, 50);
  EXPECT_GT(shown(counting, 50).dong, 1'000'000);
}

TEST(Counting, NeverTurnsBackOnItsWay) {
  for (const auto& [from, to] : {std::pair{0LL, 7'000'001LL}, {7'000'001LL, 3LL}, {5'000LL, 1'000'000'000'000LL}}) {
    const Counting counting = turned_to(standing_at({from}), {to}, 0);
    std::int64_t before = from;
    for (std::int64_t now = 0; now <= 1'500; ++now) {
      const std::int64_t at = shown(counting, now).dong;
      if (to > from) {
        ASSERT_GE(at, before);
        ASSERT_LE(at, to);
      } else {
        ASSERT_LE(at, before);
        ASSERT_GE(at, to);
      }
      before = at;
    }
  }
}

TEST(Counting, ABurstGoesOnFromWhatIsShown) {
  Counting counting = turned_to(standing_at({0}), {1'000'000}, 0);
  const Money midway = shown(counting, 300);
  counting = turned_to(counting, {5'000'000}, 300);
  EXPECT_EQ(counting.from, midway);
  EXPECT_GE(shown(counting, 300), midway);
  EXPECT_EQ(shown(counting, 1'800).dong, 5'000'000);
}

TEST(Counting, TheSameNumberAgainDoesNotStartOver) {
  const Counting counting = turned_to(standing_at({0}), {1'000}, 0);
  EXPECT_EQ(turned_to(counting, {1'000}, 700).since_ms, 0);
}

TEST(Counting, WholeThousandsStayWholeOnTheWay) {
  const Counting counting = turned_to(standing_at({3'000}), {9'000'000}, 0);
  for (std::int64_t now = 0; now < 1'500; now += 7) EXPECT_EQ(shown(counting, now).dong % 1'000, 0);
}

TEST(Counting, AClockThatStepsBackDoesNoHarm) {
  const Counting counting = turned_to(standing_at({0}), {1'000'000}, 5'000);
  EXPECT_GE(shown(counting, 4'000).dong, 0);
  EXPECT_LE(shown(counting, 4'000).dong, 1'000'000);
}

}  // namespace
}  // namespace mn
