// Milestones: celebrated on crossing only, once, in good order, and the bar between them. By tables and by chance.
#include "display/milestones.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <random>
#include <set>

#include "display/counting.h"

namespace mn {
namespace {

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kLongEnoughMs = kCountingMs + kMilestoneCelebrationMs + kGoalCelebrationMs + kNextStretchMs;

Money million(std::int64_t n) { return {n * kMillion}; }

// 100, 200, 300 and the goal 500 million.
Milestones usual() {
  const std::vector<Money> thresholds = {million(100), million(200), million(300)};
  return milestones_of(thresholds, million(500));
}

// The mark celebrated at a time, in millions; 0: none.
std::int64_t on(const Milestones& m, std::int64_t now_ms) {
  const std::optional<Celebration> celebration = celebrated(m, now_ms);
  return celebration ? m.marks[celebration->mark].dong / kMillion : 0;
}

TEST(Milestones, TheMarks) {
  const struct {
    std::vector<std::int64_t> thresholds;
    std::int64_t goal;
    std::vector<std::int64_t> marks;
  } rows[] = {
      {{100, 200}, 500, {100, 200, 500}},
      {{}, 500, {500}},
      {{}, 0, {}},
      {{100, 200}, 0, {100, 200}},
      {{200, 100, 200, 500}, 500, {100, 200, 500}},
      {{0, -5, 100, 600}, 500, {100, 500}},
  };
  for (const auto& row : rows) {
    std::vector<Money> thresholds;
    for (const std::int64_t n : row.thresholds) thresholds.push_back(million(n));
    const Milestones m = milestones_of(thresholds, million(row.goal));
    std::vector<std::int64_t> marks;
    for (const Money mark : m.marks) marks.push_back(mark.dong / kMillion);
    EXPECT_EQ(marks, row.marks);
    EXPECT_EQ(m.has_goal, row.goal > 0);
    EXPECT_EQ(stretch_at(m, million(1), 0).has_value(), !row.marks.empty());
  }
}

// A story: the total at times, and what is celebrated at times.
struct Story {
  const char* name;
  std::vector<std::pair<std::int64_t, std::int64_t>> totals;      // at ms, million
  std::vector<std::pair<std::int64_t, std::int64_t>> celebrated;  // at ms, million; 0: nothing
};

constexpr std::int64_t kArrived = kCountingMs;
constexpr std::int64_t kOver = kCountingMs + kMilestoneCelebrationMs;

TEST(Milestones, Stories) {
  const Story stories[] = {
      {"short of it", {{0, 99}}, {{0, 0}, {kArrived, 0}, {kOver, 0}}},
      {"exactly reached, when the number has arrived",
       {{0, 100}},
       {{kArrived - 1, 0}, {kArrived, 100}, {kOver - 1, 100}, {kOver, 0}}},
      {"several at once: the greatest", {{0, 350}}, {{kArrived, 300}, {kOver - 1, 300}, {kOver, 0}}},
      {"the goal outranks", {{0, 700}}, {{kArrived, 500}, {kOver, 500}, {kArrived + kGoalCelebrationMs, 0}}},
      {"one after another, far apart",
       {{0, 100}, {60'000, 200}},
       {{kArrived, 100}, {60'000, 0}, {60'000 + kArrived, 200}}},
      {"two before the number has arrived: the greater",
       {{0, 100}, {900, 200}},
       {{kArrived, 0}, {900 + kArrived, 200}, {900 + kOver, 0}}},
      {"the second waits for the end of the first",
       {{0, 100}, {3000, 200}},
       {{3000 + kArrived, 100},
        {kOver - 1, 100},
        {kOver, 200},
        {kOver + kMilestoneCelebrationMs - 1, 200},
        {kOver + kMilestoneCelebrationMs, 0}}},
      {"of those that wait the greatest",
       {{0, 100}, {3000, 200}, {4000, 300}},
       {{kOver - 1, 100}, {kOver, 300}, {kOver + kMilestoneCelebrationMs, 0}}},
      {"crossed just before the end: when its number has arrived",
       {{0, 100}, {kOver - 100, 200}},
       {{kOver - 1, 100}, {kOver, 0}, {kOver - 100 + kArrived, 200}}},
      {"the goal replaces a milestone",
       {{0, 300}, {3000, 500}},
       {{3000 + kArrived - 1, 300}, {3000 + kArrived, 500}, {3000 + kArrived + kGoalCelebrationMs, 0}}},
      {"the goal takes the place of one that waits",
       {{0, 200}, {2000, 300}, {3000, 500}},
       {{3000 + kArrived - 1, 200}, {3000 + kArrived, 500}, {3000 + kArrived + kGoalCelebrationMs, 0}}},
      {"lowered and crossed again: once",
       {{0, 100}, {20'000, 90}, {30'000, 110}, {40'000, 50}, {50'000, 150}},
       {{kArrived, 100}, {30'000 + kArrived, 0}, {50'000 + kArrived, 0}}},
      {"lowered while celebrated: it ends soon",
       {{0, 100}, {3000, 90}},
       {{3000, 100}, {3000 + kCutShortMs - 1, 100}, {3000 + kCutShortMs, 0}}},
      {"taken back before it began: it did not take place and still may",
       {{0, 100}, {500, 90}, {10'000, 100}},
       {{kArrived, 0}, {10'000, 0}, {10'000 + kArrived, 100}}},
      {"two taken back before they began",
       {{0, 100}, {900, 200}, {1000, 50}, {10'000, 100}},
       {{900 + kArrived, 0}, {10'000 + kArrived, 100}}},
      {"taken back in part: what is still reached",
       {{0, 700}, {500, 250}, {60'000, 310}},
       {{kArrived, 200}, {kOver, 0}, {60'000 + kArrived, 300}}},
      {"one that waits is taken back, the first is not",
       {{0, 100}, {3000, 200}, {4000, 150}},
       {{4000, 100}, {kOver - 1, 100}, {kOver, 0}}},
      {"an entry that is no money changes nothing",
       {{0, 100}, {kArrived, 100}, {kArrived + 10, 100}},
       {{kArrived, 100}, {kOver, 0}}},
  };
  for (const Story& story : stories) {
    SCOPED_TRACE(story.name);
    Milestones m = usual();
    begin(m, {}, {}, -1000);
    std::size_t next = 0;
    for (const auto& [at_ms, expected] : story.celebrated) {
      for (; next < story.totals.size() && story.totals[next].first <= at_ms; ++next)
        advance(m, million(story.totals[next].second), story.totals[next].first);
      EXPECT_EQ(on(m, at_ms), expected) << "at " << at_ms;
    }
  }
}

TEST(Milestones, NeverOnLoad) {
  for (const std::int64_t amount : {0, 100, 250, 500, 900}) {
    Milestones m = usual();
    begin(m, million(amount), million(amount), 0);
    for (std::int64_t now = 0; now < kLongEnoughMs; now += 100) ASSERT_EQ(on(m, now), 0);
    EXPECT_EQ(next_change_ms(m, 0), std::nullopt);
  }
}

// Before the restart the total had been higher than it is now.
TEST(Milestones, WhatWasOnceReachedIsNotCelebratedAfterARestart) {
  Milestones m = usual();
  begin(m, million(150), million(310), 0);
  advance(m, million(320), 1000);
  for (std::int64_t now = 0; now < kLongEnoughMs; now += 100) ASSERT_EQ(on(m, now), 0);
  advance(m, million(500), 60'000);
  EXPECT_EQ(on(m, 60'000 + kArrived), 500);
}

// The journal was replaced and read again in the middle of a celebration.
TEST(Milestones, ReadAgainInTheMiddle) {
  Milestones m = usual();
  begin(m, {}, {}, 0);
  advance(m, million(100), 1000);
  begin(m, million(120), million(120), 1500);
  EXPECT_EQ(on(m, 1000 + kArrived), 100) << "it is still true";
  Milestones untrue = usual();
  begin(untrue, {}, {}, 0);
  advance(untrue, million(100), 1000);
  begin(untrue, million(90), million(100), 1500);
  EXPECT_EQ(on(untrue, 1000 + kArrived), 0);
  begin(m, million(350), million(350), 4000);
  for (std::int64_t now = 4000; now < 60'000; now += 100) ASSERT_TRUE(on(m, now) == 100 || on(m, now) == 0);
  begin(m, million(20), million(350), 60'000);
  advance(m, million(350), 61'000);
  EXPECT_EQ(on(m, 61'000 + kArrived), 0);
}

TEST(Milestones, DarkBetweenCrossingAndCelebration) {
  Milestones m = usual();
  begin(m, {}, {}, 0);
  advance(m, million(500), 1000);
  absent(m, 1200, 100'000);
  EXPECT_EQ(on(m, 100'000), 0);
  EXPECT_EQ(on(m, 100'000 + kArrived - 200), 500);
  EXPECT_EQ(on(m, 100'000 + kArrived - 200 + kGoalCelebrationMs - 1), 500);
  absent(m, 60'000, 50'000);
  EXPECT_EQ(on(m, 100'000 + kArrived - 200), 500) << "a dark time that is none";
  Milestones over = usual();
  begin(over, {}, {}, 0);
  advance(over, million(100), 0);
  absent(over, kOver + kNextStretchMs / 4, 70'000);
  EXPECT_EQ(on(over, 70'000), 0);
  EXPECT_EQ(stretch_at(over, million(100), 70'000)->turning_permille, 250);
}

// The bar.

TEST(Milestones, TheBarRunsFromTheLastToTheNext) {
  const struct {
    std::int64_t dong;
    std::int64_t from, to, permille;
    StretchPhase phase;
  } rows[] = {
      {-5, 0, 100, 0, StretchPhase::running},
      {0, 0, 100, 0, StretchPhase::running},
      {50 * kMillion, 0, 100, 500, StretchPhase::running},
      {100 * kMillion - 1, 0, 100, 999, StretchPhase::running},
      {100 * kMillion, 100, 200, 0, StretchPhase::running},
      {499 * kMillion, 300, 500, 995, StretchPhase::running},
      {500 * kMillion, 300, 500, 1000, StretchPhase::complete},
      {750 * kMillion, 300, 500, 1000, StretchPhase::complete},
  };
  for (const auto& row : rows) {
    Milestones m = usual();
    begin(m, {row.dong}, {row.dong}, 0);
    const Stretch stretch = stretch_at(m, {row.dong}, 0).value();
    EXPECT_EQ(stretch.from, million(row.from));
    EXPECT_EQ(stretch.to, million(row.to));
    EXPECT_EQ(stretch.permille, row.permille) << row.dong;
    EXPECT_EQ(stretch.phase, row.phase) << row.dong;
    EXPECT_EQ(stretch.beyond.dong, std::max<std::int64_t>(0, row.dong - 500 * kMillion));
  }
}

TEST(Milestones, TheBarFillsStaysFullThenAnnouncesTheNext) {
  Milestones m = usual();
  begin(m, million(90), million(90), 0);
  const Counting counting = turned_to(standing_at(million(90)), million(120), 1000);
  advance(m, million(120), 1000);
  const auto at = [&](std::int64_t now_ms) { return stretch_at(m, shown(counting, now_ms), now_ms).value(); };
  EXPECT_EQ(at(1000).phase, StretchPhase::running);
  EXPECT_EQ(at(1000).to, million(100));
  EXPECT_EQ(at(1000 + kArrived).phase, StretchPhase::full);
  EXPECT_EQ(at(1000 + kOver - 1).permille, 1000);
  EXPECT_EQ(at(1000 + kOver).phase, StretchPhase::turning);
  EXPECT_EQ(at(1000 + kOver).turning_permille, 0);
  EXPECT_EQ(at(1000 + kOver).from, million(100));
  EXPECT_EQ(at(1000 + kOver).to, million(200));
  EXPECT_EQ(at(1000 + kOver).permille, 200);
  EXPECT_EQ(at(1000 + kOver + kNextStretchMs / 2).turning_permille, 500);
  EXPECT_EQ(at(1000 + kOver + kNextStretchMs).phase, StretchPhase::running);
  EXPECT_EQ(next_change_ms(m, 1000), 1000 + kArrived);
  EXPECT_EQ(next_change_ms(m, 1000 + kArrived), 1000 + kOver);
  EXPECT_EQ(next_change_ms(m, 1000 + kOver), 1000 + kOver + kNextStretchMs);
  EXPECT_EQ(next_change_ms(m, 1000 + kOver + kNextStretchMs), std::nullopt);
}

// One bar for two marks crossed on the same way of the number: it does not begin anew under the hall's eyes.
TEST(Milestones, TheBarKeepsItsStretchUntilTheCelebration) {
  Milestones m = usual();
  begin(m, million(90), million(90), 0);
  advance(m, million(110), 0);
  advance(m, million(210), 900);
  for (const std::int64_t now : {std::int64_t{900}, 900 + kArrived, 900 + kOver - 1}) {
    const Stretch stretch = stretch_at(m, million(210), now).value();
    EXPECT_EQ(stretch.to, million(100));
    EXPECT_EQ(stretch.phase, StretchPhase::full);
  }
  EXPECT_EQ(stretch_at(m, million(210), 900 + kOver)->to, million(300));
}

TEST(Milestones, ACorrectionLowersTheBarWithoutAnnouncement) {
  Milestones m = usual();
  begin(m, {}, {}, 0);
  advance(m, million(100), 0);
  advance(m, million(60), kOver + 100);
  const Stretch stretch = stretch_at(m, million(60), kOver + 200).value();
  EXPECT_EQ(stretch.phase, StretchPhase::running);
  EXPECT_EQ(stretch.from, Money{});
  EXPECT_EQ(stretch.permille, 600);
}

TEST(Milestones, TheLargestNumbers) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  const std::vector<Money> thresholds = {{1}, {kMost - 1}};
  Milestones m = milestones_of(thresholds, {kMost});
  begin(m, {0}, {0}, 0);
  EXPECT_EQ(stretch_at(m, {kMost / 2}, 0)->permille, 500);
  advance(m, {kMost}, 0);
  EXPECT_TRUE(celebrated(m, kArrived)->goal);
  EXPECT_EQ(stretch_at(m, {kMost}, 60'000)->permille, 1000);
}

// By chance: a total that walks up and down. A plain account says what may be celebrated.
TEST(MilestonesByChance, EachAtMostOnceNeverOnLoadNeverUntrueAndTicksChangeNothing) {
  int goals = 0;
  for (unsigned seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 chance(seed);
    const auto below = [&](std::int64_t n) { return std::uniform_int_distribution<std::int64_t>(0, n - 1)(chance); };
    std::vector<Money> thresholds;
    for (std::int64_t i = below(9); i > 0; --i) thresholds.push_back(million(1 + below(480)));
    Milestones m = milestones_of(thresholds, million(500));
    Milestones ticked = m;
    std::int64_t total = below(3) == 0 ? below(550) : 0;
    std::int64_t greatest = total + (below(3) == 0 ? below(100) : 0);
    begin(m, million(total), million(greatest), 0);
    begin(ticked, million(total), million(greatest), 0);
    std::map<std::size_t, std::int64_t> begun;                    // mark, when
    std::map<std::int64_t, std::int64_t> totals = {{-1, total}};  // from when, million
    const std::int64_t start_greatest = greatest;
    std::int64_t now = 0;
    bool lowered_below_goal = false;
    std::int64_t goal_reached_ms = -1;
    for (int step = 0; step < 60; ++step) {
      const std::int64_t until = now + 1 + (below(4) == 0 ? below(30'000) : below(1500));
      for (; now < until; now += 1 + below(120)) {
        advance(ticked, million(total), now);
        const auto celebration = celebrated(m, now);
        ASSERT_EQ(celebration, celebrated(ticked, now));
        ASSERT_EQ(stretch_at(m, million(total), now), stretch_at(ticked, million(total), now));
        const Stretch stretch = stretch_at(m, million(total), now).value();
        ASSERT_LT(stretch.from, stretch.to);
        ASSERT_EQ(stretch.permille == 1000, million(total) >= stretch.to);
        if (!celebration) continue;
        const auto known = begun.emplace(celebration->mark, celebration->begins_ms).first;
        ASSERT_EQ(known->second, celebration->begins_ms) << "twice";
        ASSERT_GT(m.marks[celebration->mark], million(start_greatest)) << "on load";
        ASSERT_EQ(celebration->goal, celebration->mark + 1 == m.marks.size());
        const std::int64_t then = std::prev(totals.lower_bound(celebration->begins_ms))->second;
        ASSERT_LE(m.marks[celebration->mark], million(then)) << "untrue";
      }
      now = until;
      const std::int64_t before = total;
      total = std::max<std::int64_t>(0, total + (below(4) == 0 ? -below(60) : below(60)));
      if (total >= 500 && before < 500 && goal_reached_ms < 0) goal_reached_ms = now;
      if (total < 500 && goal_reached_ms >= 0) lowered_below_goal = true;
      totals[now] = total;
      advance(m, million(total), now);
      advance(ticked, million(total), now);
    }
    if (start_greatest < 500 && goal_reached_ms >= 0 && !lowered_below_goal && goal_reached_ms + 3000 < now) {
      ++goals;
      ASSERT_TRUE(begun.contains(m.marks.size() - 1)) << "the moment of the morning";
      ASSERT_EQ(begun[m.marks.size() - 1], goal_reached_ms + kCountingMs);
    }
  }
  EXPECT_GT(goals, 50);
}

}  // namespace
}  // namespace mn
