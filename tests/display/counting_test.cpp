// A number on its way: exact at its end, smooth before, and never past it.
#include "display/counting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <vector>

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
  EXPECT_GE(shown(counting, 300), midway);
  EXPECT_EQ(shown(counting, 1'800).dong, 5'000'000);
}

TEST(Counting, TheSameNumberAgainDoesNotStartOver) {
  const Counting counting = turned_to(standing_at({0}), {1'000}, 0);
  for (std::int64_t now = 0; now < 1'500; now += 50) {
    EXPECT_EQ(shown(turned_to(counting, {1'000}, now), now), shown(counting, now));
  }
}

// Two batches within a millisecond are one.
TEST(Counting, HowOftenIsNotSeen) {
  const Counting once = turned_to(standing_at({0}), {200'000'000}, 5);
  const Counting twice = turned_to(turned_to(standing_at({0}), {100'000'000}, 5), {200'000'000}, 5);
  const Counting back = turned_to(turned_to(standing_at({0}), {900'000'000}, 5), {200'000'000}, 5);
  for (std::int64_t now = 5; now < 1'500; ++now) {
    ASSERT_EQ(shown(twice, now), shown(once, now));
    ASSERT_EQ(shown(back, now), shown(once, now));
  }
}

// A large gift is there to the last đồng in time, however many small ones come after it.
TEST(Counting, NobodyIsHeldUpByWhoFollows) {
  for (const std::int64_t each_ms : {1, 3, 10, 100, 300, 700, 1'300}) {
    SCOPED_TRACE(each_ms);
    Counting counting = standing_at({0});
    std::vector<std::int64_t> totals;
    std::int64_t before = 0;
    for (std::int64_t now = 0; now < 6'000; ++now) {
      if (now % each_ms == 0) {
        const std::int64_t total = (totals.empty() ? 1'000'000'000 : totals.back() + 100'000 + now % 2);
        counting = turned_to(counting, {total}, now);
      }
      totals.push_back(counting.to.dong);
      const std::int64_t at = shown(counting, now).dong;
      ASSERT_GE(at, before);
      ASSERT_LE(at, counting.to.dong);
      ASSERT_LE(at, widest(counting, now).dong);
      if (now >= kCountingMs) {
        ASSERT_GE(at, totals[static_cast<std::size_t>(now - kCountingMs)]);
      }
      before = at;
    }
    EXPECT_LE(counting.steps.size(), static_cast<std::size_t>(kCountingMs));
  }
}

// Gifts and corrections by chance: the number lies among the totals of the last moments (but for the thousands it moves
// in), keeps its room and ends at the exact figure.
TEST(Counting, CorrectionsByChance) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 chance(seed);
    const auto below = [&](std::int64_t n) { return std::uniform_int_distribution<std::int64_t>(0, n - 1)(chance); };
    std::int64_t total = below(3) == 0 ? 0 : below(1'000'000) * 1'000;
    std::vector<std::pair<std::int64_t, std::int64_t>> totals = {{-kCountingMs, total}};  // from when
    Counting counting = standing_at({total});
    std::int64_t now = 0;
    for (int i = 0; i < 60; ++i) {
      for (const std::int64_t until = now + below(i % 5 == 0 ? 2'000 : 200); now < until; now += 16) {
        std::int64_t least = total;
        std::int64_t most = total;
        for (std::size_t at = totals.size(); at-- > 0;) {
          least = std::min(least, totals[at].second);
          most = std::max(most, totals[at].second);
          if (totals[at].first <= now - kCountingMs) break;
        }
        const auto off = static_cast<std::int64_t>(counting.steps.size()) * 1'000;
        ASSERT_GE(shown(counting, now).dong, std::max<std::int64_t>(least - off, 0));
        ASSERT_LE(shown(counting, now).dong, most + off);
        ASSERT_LE(shown(counting, now + below(1'500)), widest(counting, now));
      }
      const std::int64_t by =
          below(3) == 0 ? -below(total + 1) : below(100'000) * 1'000 + (below(4) == 0 ? below(999) : 0);
      total = below(20) == 0 ? 0 : total + by;
      totals.emplace_back(now, total);
      counting = turned_to(counting, {total}, now);
    }
    EXPECT_EQ(shown(counting, now + kCountingMs).dong, total);
    EXPECT_EQ(widest(counting, now + kCountingMs).dong, total);
    EXPECT_TRUE(settled(counting, now + kCountingMs));
  }
}

TEST(Counting, WholeThousandsStayWholeOnTheWay) {
  const Counting counting = turned_to(standing_at({3'000}), {9'000'000}, 0);
  for (std::int64_t now = 0; now < 1'500; now += 7) EXPECT_EQ(shown(counting, now).dong % 1'000, 0);
}

TEST(Counting, AClockThatStepsBackDoesNoHarm) {
  const Counting counting = turned_to(standing_at({0}), {1'000'000}, 5'000);
  EXPECT_GE(shown(counting, 4'000).dong, 0);
  EXPECT_LE(shown(counting, 4'000).dong, 1'000'000);
  const Counting later = turned_to(counting, {3'000'000}, 4'000);
  EXPECT_FALSE(settled(later, 6'000)) << "the second change is no older than the first";
  EXPECT_LT(shown(later, 5'000 + kCountingMs - 100).dong, 3'000'000);
  EXPECT_EQ(shown(later, 5'000 + kCountingMs).dong, 3'000'000);
}

}  // namespace
}  // namespace mn
