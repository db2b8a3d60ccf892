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
  targets.press = {.down_on = 2, .inside = true};
  EXPECT_FALSE(add_target(targets, kScreen[0]).pressed);
  EXPECT_TRUE(add_target(targets, kScreen[1]).pressed);
  targets.tapped = 1;
  EXPECT_TRUE(add_target(targets, kScreen[0]).tapped);
}

TEST(Targets, ForgetTheFingerWhenTheScreenChanges) {
  Targets targets;
  begin_screen(targets, "amount");
  targets.press = {.down_on = 1, .inside = true};
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

TEST(Targets, SecondHalfOfADoubleTapIsCountedFromTheNewScreenOn) {
  Targets targets;
  begin_screen(targets, "name");
  targets.last_tap = Lift{{1500, 900}, 1000};
  begin_screen(targets, "review");
  screen_shown(targets, 1700);  // a slow picture
  screen_shown(targets, 1716);  // the frames after it begin nothing anew
  const auto down = [](std::uint32_t at_ms) {
    return Input{.kind = InputKind::down, .at = {1500, 900}, .at_ms = at_ms};
  };
  EXPECT_TRUE(is_double_tap(targets, down(1500))) << "before it came";
  EXPECT_TRUE(is_double_tap(targets, down(2049)));
  EXPECT_FALSE(is_double_tap(targets, down(2050))) << "later it is meant";
}

TEST(Targets, NobodyTouchesWhatNobodyHasSeen) {
  for (const std::uint32_t shown_ms : {2000U, UINT32_MAX - 50}) {  // also while the clock wraps
    Targets targets;
    const auto is_early = [&](std::uint32_t after_ms, InputKind kind = InputKind::down) {
      return is_too_soon(targets, Input{.kind = kind, .at = {1, 1}, .at_ms = shown_ms + after_ms});
    };
    EXPECT_FALSE(is_early(0)) << "on a glass without screens";
    begin_screen(targets, "review");
    screen_shown(targets, shown_ms);
    EXPECT_TRUE(is_early(-std::uint32_t{700})) << "before it came";
    EXPECT_TRUE(is_early(0));
    EXPECT_TRUE(is_early(kUnseenMs - 1)) << "nobody is that quick";
    EXPECT_FALSE(is_early(kUnseenMs));
    EXPECT_FALSE(is_early(0, InputKind::up)) << "fingers may always go";
    begin_screen(targets, "review");
    EXPECT_FALSE(is_early(kUnseenMs)) << "the same screen again";
  }
}

// A glass of one frame after another, by its own clock.
struct Frames {
  Targets targets;
  std::deque<Input> waiting;
  explicit Frames(std::vector<Target> shown) { targets.shown = std::move(shown); }
  void input(InputKind kind, Point at, std::uint32_t at_ms) {
    waiting.push_back({.kind = kind, .at = at, .at_ms = at_ms});
  }
  std::optional<TargetId> frame(std::uint32_t now_ms) {
    advance_targets(targets, waiting, now_ms);
    return targets.tapped;
  }
  Touched touched(TargetId id) {
    targets.now.clear();
    for (const Target& target : targets.shown) {
      if (target.id == id) return add_target(targets, target);
    }
    return {};
  }
};

TEST(Frame, TwoTapsInOneLateFrameAreTwoInOrder) {
  Frames glass(kScreen);
  glass.input(kDown, {150, 150}, 1000);
  glass.input(kUp, {150, 150}, 1040);
  glass.input(kDown, {400, 150}, 1080);
  glass.input(kUp, {400, 150}, 1120);
  EXPECT_EQ(glass.frame(1500), 1);
  EXPECT_TRUE(glass.touched(1).began);
  EXPECT_FALSE(glass.waiting.empty());
  EXPECT_EQ(glass.frame(1516), 2);
  EXPECT_FALSE(glass.touched(1).tapped);
  EXPECT_EQ(glass.frame(1532), std::nullopt);
}

TEST(Frame, SaysWhenAFingerCameDownWhereItIsAndForHowLong) {
  Frames glass(kScreen);
  glass.input(kDown, {150, 160}, 1000);
  glass.frame(1010);
  EXPECT_TRUE(glass.touched(1).began);
  EXPECT_TRUE(glass.touched(1).pressed);
  EXPECT_EQ(glass.touched(1).held_ms, 10);
  EXPECT_EQ(glass.touched(1).at, (Point{150, 160}));
  EXPECT_FALSE(glass.touched(2).began);
  glass.input(kMove, {180, 170}, 1200);
  glass.frame(1300);
  EXPECT_FALSE(glass.touched(1).began);
  EXPECT_EQ(glass.touched(1).held_ms, 300);
  EXPECT_EQ(glass.touched(1).at, (Point{180, 170}));
  // Off it and back: held anew.
  glass.input(kMove, {180, 900}, 1400);
  glass.frame(1410);
  EXPECT_EQ(glass.touched(1).held_ms, 0);
  EXPECT_FALSE(glass.touched(1).pressed);
  glass.input(kMove, {180, 150}, 1500);
  glass.frame(1550);
  EXPECT_EQ(glass.touched(1).held_ms, 50);
  glass.input(kUp, {190, 155}, 1600);
  EXPECT_EQ(glass.frame(1600), 1);
  EXPECT_EQ(glass.touched(1).at, (Point{190, 155})) << "where it lifted: a cursor goes there";
}

TEST(Frame, IsPressedInTheVeryNextAndEasesForNinetyMilliseconds) {
  Frames glass(kScreen);
  EXPECT_EQ(next_touch_change_ms(glass.targets, 900), std::nullopt);
  glass.input(kDown, {150, 150}, 1000);
  glass.frame(1004);
  EXPECT_GE(glass.touched(1).depth, 0.5F);
  EXPECT_EQ(next_touch_change_ms(glass.targets, 1004), 16);
  EXPECT_EQ(next_touch_change_ms(glass.targets, 1014), 6);
  glass.frame(1004 + kPressMs);
  EXPECT_FLOAT_EQ(glass.touched(1).depth, 1);
  EXPECT_EQ(next_touch_change_ms(glass.targets, 1100), std::nullopt) << "a still finger costs nothing";
  glass.input(kUp, {150, 150}, 1200);
  glass.frame(1200);
  EXPECT_FLOAT_EQ(glass.touched(1).depth, 1);
  EXPECT_EQ(next_touch_change_ms(glass.targets, 1200), 16);
  glass.frame(1245);
  EXPECT_LT(glass.touched(1).depth, 0.5F);
  glass.frame(1200 + kPressMs);
  EXPECT_FLOAT_EQ(glass.touched(1).depth, 0);
  EXPECT_EQ(next_touch_change_ms(glass.targets, 1300), std::nullopt);
}

const std::vector<Target> kErase = {{.id = 7, .rect = {0, 0, 100, 100}, .repeats = true}};

TEST(Repeating, TapsAfter450ThenEvery60AndNotOnLifting) {
  Frames glass(kErase);
  glass.input(kDown, {50, 50}, 1000);
  EXPECT_EQ(glass.frame(1000), std::nullopt);
  EXPECT_EQ(glass.frame(1200), std::nullopt);
  EXPECT_EQ(next_touch_change_ms(glass.targets, 1200), 250);
  EXPECT_EQ(glass.frame(1449), std::nullopt);
  std::vector<std::uint32_t> taps;
  for (std::uint32_t now = 1450; now <= 1750; ++now) {
    if (glass.frame(now)) taps.push_back(now);
  }
  EXPECT_EQ(taps, (std::vector<std::uint32_t>{1450, 1510, 1570, 1630, 1690, 1750}));
  glass.input(kUp, {50, 50}, 1760);
  EXPECT_EQ(glass.frame(1760), std::nullopt) << "lifting after repeats is no tap";
  glass.frame(1860);
  EXPECT_EQ(next_touch_change_ms(glass.targets, 1900), std::nullopt);
}

TEST(Repeating, ShortlyTappedTapsOnce) {
  Frames glass(kErase);
  glass.input(kDown, {50, 50}, 1000);
  glass.frame(1000);
  glass.input(kUp, {50, 50}, 1449);
  EXPECT_EQ(glass.frame(1449), 7);
  EXPECT_EQ(glass.frame(2000), std::nullopt);
}

TEST(Repeating, OffItStopsAndLiftingThereIsNothing) {
  Frames glass(kErase);
  glass.input(kDown, {50, 50}, 1000);
  EXPECT_EQ(glass.frame(1450), 7);
  glass.input(kMove, {500, 500}, 1460);
  EXPECT_EQ(glass.frame(1900), std::nullopt);
  glass.input(kMove, {50, 50}, 2000);
  EXPECT_EQ(glass.frame(2010), std::nullopt);
  EXPECT_EQ(glass.frame(2449), std::nullopt) << "back on it the wait is the long one again";
  EXPECT_EQ(glass.frame(2450), 7);
  glass.input(kUp, {50, 50}, 2460);
  EXPECT_EQ(glass.frame(2460), std::nullopt);
}

TEST(Repeating, ALateFrameMakesNoBurst) {
  Frames glass(kErase);
  glass.input(kDown, {50, 50}, 1000);
  EXPECT_EQ(glass.frame(3000), 7);
  EXPECT_EQ(glass.frame(3001), std::nullopt);
  EXPECT_EQ(glass.frame(3060), 7);
}

TEST(Repeating, EndsWhenTheTargetIsDisabledOrTheLiftingIsLost) {
  Frames glass(kErase);
  glass.input(kDown, {50, 50}, 1000);
  EXPECT_EQ(glass.frame(1450), 7);
  glass.targets.shown[0].enabled = false;
  EXPECT_EQ(glass.frame(1600), std::nullopt);
  EXPECT_EQ(next_touch_change_ms(glass.targets, 1600), std::nullopt);
  glass.targets.shown[0].enabled = true;
  int taps = 0;
  for (std::uint32_t now = 1700; now < 600000; now += 20) taps += glass.frame(now) ? 1 : 0;
  EXPECT_EQ(taps, kRepeatsMax - 1);
}

const std::vector<Target> kCorner = {{.id = 9, .rect = {0, 0, 100, 100}, .hold_ms = 3000}};

TEST(Holding, SaysSoOnceAndLiftingIsNoTap) {
  Frames glass(kCorner);
  glass.input(kDown, {50, 50}, 1000);
  glass.frame(1000);
  EXPECT_LE(*next_touch_change_ms(glass.targets, 1500), kHoldFrameMs) << "a ring may show how long";
  glass.frame(3990);
  EXPECT_FALSE(glass.touched(9).held);
  EXPECT_EQ(next_touch_change_ms(glass.targets, 3990), 10);
  glass.frame(4000);
  EXPECT_TRUE(glass.touched(9).held);
  EXPECT_EQ(glass.touched(9).held_ms, 3000);
  glass.frame(4100);
  EXPECT_FALSE(glass.touched(9).held);
  glass.input(kUp, {50, 50}, 4200);
  EXPECT_EQ(glass.frame(4200), std::nullopt);
}

TEST(Holding, ShorterIsATap) {
  Frames glass(kCorner);
  glass.input(kDown, {50, 50}, 1000);
  glass.input(kUp, {50, 50}, 3999);
  EXPECT_EQ(glass.frame(3999), 9);
}

TEST(Holding, CountsEvenWhenTheFrameComesAfterTheLifting) {
  Frames glass(kCorner);
  glass.input(kDown, {50, 50}, 1000);
  glass.input(kUp, {50, 50}, 4000);
  EXPECT_EQ(glass.frame(4500), std::nullopt);
  EXPECT_TRUE(glass.touched(9).held);
}

TEST(Holding, AFingerThatSlidesOffBeginsAnew) {
  Frames glass(kCorner);
  glass.input(kDown, {50, 50}, 1000);
  glass.frame(1000);
  glass.input(kMove, {500, 500}, 2000);
  glass.input(kMove, {50, 50}, 2100);
  glass.frame(4500);
  EXPECT_FALSE(glass.touched(9).held);
  glass.frame(5100);
  EXPECT_TRUE(glass.touched(9).held);
}

TEST(Screens, AFingerFromTheLastOneDoesNothingOnTheNext) {
  Frames glass(kErase);
  begin_screen(glass.targets, "name");
  glass.input(kDown, {50, 50}, 1000);
  glass.frame(1450);
  begin_screen(glass.targets, "review");
  EXPECT_EQ(glass.frame(2000), std::nullopt) << "nothing repeats";
  glass.input(kUp, {50, 50}, 2100);
  EXPECT_EQ(glass.frame(2100), std::nullopt);
  EXPECT_FLOAT_EQ(glass.touched(7).depth, 0);
}

// Blind touches on a glass that stood still: only the first saw what it touched.
TEST(Screens, TouchesThatWaitedActOnNoScreenThatCameSince) {
  Frames glass(kScreen);
  begin_screen(glass.targets, "attract");
  screen_shown(glass.targets, 500);
  const std::vector<Target> shown = glass.targets.shown;
  for (const Point at : {Point{150, 150}, Point{400, 150}, Point{150, 150}, Point{400, 150}}) {
    glass.input(kDown, at, 1000);
    glass.input(kUp, at, 1000);
  }
  EXPECT_TRUE(glass.frame(1001).has_value());
  int taps = 0;
  for (std::uint32_t now_ms = 1100; !glass.waiting.empty(); now_ms += 100) {
    const bool tapped = glass.frame(now_ms).has_value();
    if (now_ms == 1100) begin_screen(glass.targets, "amount");
    screen_shown(glass.targets, now_ms + 90);
    taps += tapped && glass.targets.tapped ? 1 : 0;
  }
  EXPECT_EQ(taps, 0);
}

TEST(Screens, AScreenOfManyWeeksStillTakesTouches) {
  Frames glass(kScreen);
  begin_screen(glass.targets, "attract");
  screen_shown(glass.targets, 0);
  for (std::uint64_t now_ms = 0; now_ms < 40ULL * 86'400'000; now_ms += 600'000) {
    glass.frame(static_cast<std::uint32_t>(now_ms));
    const Input down{.kind = kDown, .at = {150, 150}, .at_ms = static_cast<std::uint32_t>(now_ms)};
    ASSERT_EQ(is_too_soon(glass.targets, down), now_ms == 0) << now_ms;
  }
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
