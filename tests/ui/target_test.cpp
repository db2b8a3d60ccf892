// Press and release by table: what a finger may do, and what comes of it.
#include "ui/target.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace {

using namespace mn::ui;

const std::vector<Target> kScreen = {
    {.id = 1, .rect = {100, 100, 200, 100}, .label = "Quay lại"},
    {.id = 2, .rect = {310, 100, 200, 100}, .label = "Tiếp tục"},
    {.id = 3, .rect = {100, 300, 200, 100}, .label = "Không chạm được", .enabled = false},
    {.id = 4, .rect = {600, 100, 300, 300}, .label = "Dưới"},
    {.id = 5, .rect = {650, 150, 100, 100}, .label = "Trên"},
};

struct Step {
  InputKind kind;
  Point at;
};
struct Case {
  const char* what;
  std::vector<Step> steps;
  std::vector<TargetId> taps;
};

class Pressing : public testing::TestWithParam<Case> {};

TEST_P(Pressing, Gives) {
  Press press;
  std::vector<TargetId> taps;
  for (const Step& step : GetParam().steps) {
    if (const auto tap = advance_press(press, {.kind = step.kind, .at = step.at}, kScreen)) taps.push_back(*tap);
  }
  EXPECT_EQ(taps, GetParam().taps) << GetParam().what;
}

constexpr auto kDown = InputKind::down;
constexpr auto kMove = InputKind::move;
constexpr auto kUp = InputKind::up;
INSTANTIATE_TEST_SUITE_P(
    Table, Pressing,
    testing::Values(
        Case{"down and up inside taps", {{kDown, {150, 150}}, {kUp, {160, 150}}}, {1}},
        Case{"the first pixel belongs to it", {{kDown, {100, 100}}, {kUp, {100, 100}}}, {1}},
        Case{"the one past the last does not", {{kDown, {300, 150}}, {kUp, {300, 150}}}, {}},
        Case{"dragged off and let go: nothing", {{kDown, {150, 150}}, {kMove, {150, 400}}, {kUp, {150, 400}}}, {}},
        Case{"off and back on: taps",
             {{kDown, {150, 150}}, {kMove, {150, 400}}, {kMove, {150, 150}}, {kUp, {150, 150}}},
             {1}},
        Case{"a little outside is forgiven", {{kDown, {150, 110}}, {kUp, {150, 80}}}, {1}},
        Case{"but not on a neighbour", {{kDown, {295, 150}}, {kUp, {315, 150}}}, {}},
        Case{"begun outside: nothing", {{kDown, {50, 50}}, {kMove, {150, 150}}, {kUp, {150, 150}}}, {}},
        Case{"a disabled one is dead", {{kDown, {150, 350}}, {kUp, {150, 350}}}, {}},
        Case{"the topmost wins", {{kDown, {700, 200}}, {kUp, {700, 200}}}, {5}},
        Case{"from the lower onto the upper: nothing", {{kDown, {620, 200}}, {kUp, {700, 200}}}, {}},
        Case{"cancelled: nothing", {{kDown, {150, 150}}, {InputKind::cancel, {}}, {kUp, {150, 150}}}, {}},
        Case{"up without down: nothing", {{kUp, {150, 150}}}, {}},
        Case{"two presses are two taps",
             {{kDown, {150, 150}}, {kUp, {150, 150}}, {kDown, {400, 150}}, {kUp, {400, 150}}},
             {1, 2}}));

TEST(Targets, SayTheyArePressedAndTappedToTheRightOne) {
  Targets targets;
  begin_screen(targets, "amount");
  targets.press = {2, true};
  EXPECT_FALSE(add_target(targets, kScreen[0]).pressed);
  EXPECT_TRUE(add_target(targets, kScreen[1]).pressed);
  targets.tapped = 1;
  EXPECT_TRUE(add_target(targets, kScreen[0]).tapped);
}

TEST(Targets, ForgetTheFingerWhenTheScreenChanges) {
  Targets targets;
  begin_screen(targets, "amount");
  targets.press = {1, true};
  targets.tapped = 1;
  begin_screen(targets, "amount");
  EXPECT_EQ(targets.tapped, 1);
  begin_screen(targets, "name");
  EXPECT_FALSE(targets.press.down_on.has_value());
  EXPECT_FALSE(add_target(targets, kScreen[0]).tapped);
}

TEST(Targets, SecondHalfOfADoubleTapIsKnownByPlaceAndTime) {
  Targets targets;
  begin_screen(targets, "name");
  const auto down = [](float x, std::uint32_t at_ms) {
    return Input{.kind = InputKind::down, .at = {x, 900}, .at_ms = at_ms};
  };
  EXPECT_FALSE(is_double_tap(targets, down(1500, 1000)));
  targets.last_tap = Lift{{1500, 900}, 1000};
  begin_screen(targets, "name");
  EXPECT_FALSE(is_double_tap(targets, down(1500, 1090))) << "two quick keys on one screen are two taps";
  begin_screen(targets, "review");
  EXPECT_TRUE(is_double_tap(targets, down(1500, 1090)));
  EXPECT_TRUE(is_double_tap(targets, down(1540, 1349)));
  EXPECT_FALSE(is_double_tap(targets, down(1500, 1350))) << "later it is meant";
  EXPECT_FALSE(is_double_tap(targets, down(1300, 1090))) << "elsewhere it is meant";
}

TEST(Targets, AreWrittenInPixelsOfTheWindowWithTheirWords) {
  const std::string line = targets_line("số tiền", kScreen, {1920, 1080}, 2);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  const auto read = nlohmann::json::parse(line);
  EXPECT_EQ(read["screen"], "số tiền");
  EXPECT_EQ(read["width"], 3840);
  ASSERT_EQ(read["targets"].size(), 5U);
  EXPECT_EQ(read["targets"][1]["label"], "Tiếp tục");
  EXPECT_EQ(read["targets"][1]["x"], 620);
  EXPECT_EQ(read["targets"][1]["height"], 200);
  EXPECT_EQ(read["targets"][2]["enabled"], false);
}

TEST(Targets, SurviveALabelThatIsNotUtf8) {
  const std::vector<Target> odd = {{.id = 1, .rect = {0, 0, 1, 1}, .label = "\xC3\x28"}};
  EXPECT_TRUE(nlohmann::json::accept(targets_line("x", odd, {1, 1}, 1)));
}

}  // namespace
