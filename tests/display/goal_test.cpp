// The way to the goal: rounded down, so that nothing says "reached" a đồng too early.
#include "display/goal.h"

#include <gtest/gtest.h>

#include <limits>

namespace mn {
namespace {

struct Row {
  std::int64_t pledged;
  std::int64_t goal;
  std::int64_t permille;
  bool reached;
  std::int64_t gap;  // 0: none shown
};

TEST(Goal, Table) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  const Row rows[] = {
      {0, 500'000'000, 0, false, 0},
      {1, 500'000'000, 0, false, 0},
      {321'000'000, 500'000'000, 642, false, 0},
      {399'999'999, 500'000'000, 799, false, 0},
      {400'000'000, 500'000'000, 800, false, 100'000'000},
      {499'999'999, 500'000'000, 999, false, 1},
      {500'000'000, 500'000'000, 1000, true, 0},
      {750'250'000, 500'000'000, 1500, true, 0},
      {kMost - 1, kMost, 999, false, 1},
      {kMost, kMost, 1000, true, 0},
      {kMost, 1, 1'000'000, true, 0},
      {5, 0, 0, false, 0},
      {-5, 10, 0, false, 0},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.pledged);
    const GoalMark mark = mark_of({row.pledged}, {row.goal});
    EXPECT_EQ(mark.permille, row.permille);
    EXPECT_EQ(mark.reached, row.reached);
    EXPECT_EQ(mark.gap.value_or(Money{0}).dong, row.gap);
  }
}

TEST(Goal, GoalText) {
  EXPECT_EQ(goal_text({500'000'000}, Language::vi), "500 triệu");
  EXPECT_EQ(goal_text({500'000'000}, Language::en), "500 million");
  EXPECT_EQ(goal_text({1'500'000'000}, Language::vi), "1,5 tỷ");
  EXPECT_EQ(goal_text({1'500'000'000}, Language::en), "1.5 billion");
  EXPECT_EQ(goal_text({123'456'789}, Language::en), "123.456.789");
}

TEST(Goal, PercentText) {
  EXPECT_EQ(percent_text(0, Language::vi), "0%");
  EXPECT_EQ(percent_text(642, Language::vi), "64,2%");
  EXPECT_EQ(percent_text(642, Language::en), "64.2%");
  EXPECT_EQ(percent_text(999, Language::vi), "99,9%");
  EXPECT_EQ(percent_text(1000, Language::vi), "100%");
  EXPECT_EQ(percent_text(1505, Language::vi), "150,5%");
  EXPECT_EQ(percent_text(9999, Language::vi), "999,9%");
  EXPECT_EQ(percent_text(19977, Language::vi), "1997%");
}

}  // namespace
}  // namespace mn
