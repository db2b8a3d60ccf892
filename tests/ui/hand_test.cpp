// One finger is one action, by table: fingers, palms, mice made up from fingers, fingers that vanish.
#include "ui/hand.h"

#include <gtest/gtest.h>

#include "ui/target.h"

namespace {

using namespace mn::ui;

constexpr auto kDown = InputKind::down;
constexpr auto kMove = InputKind::move;
constexpr auto kUp = InputKind::up;
constexpr auto kCancel = InputKind::cancel;

// Two buttons, two keys, one disabled.
enum : TargetId { kYes = 1, kNo, kLetterA, kLetterB, kDead };
const std::vector<Target> kScreen = {
    {.id = kYes, .rect = {0, 0, 100, 100}},
    {.id = kNo, .rect = {200, 0, 100, 100}},
    {.id = kLetterA, .rect = {0, 200, 100, 100}, .rolls = true},
    {.id = kLetterB, .rect = {200, 200, 100, 100}, .rolls = true},
    {.id = kDead, .rect = {400, 0, 100, 100}, .enabled = false},
};
constexpr Point kOnYes{50, 50};
constexpr Point kOnNo{250, 50};
constexpr Point kOnA{50, 250};
constexpr Point kOnB{250, 250};
constexpr Point kOnDead{450, 50};
constexpr Point kNowhere{900, 900};

struct Step {
  std::uint32_t at_ms;
  std::int64_t finger;
  InputKind kind;
  Point at;
};
struct Case {
  const char* what;
  std::vector<Step> steps;
  std::vector<TargetId> taps;
};

std::vector<TargetId> taps_of(Targets& targets, const std::vector<Step>& steps) {
  std::vector<TargetId> taps;
  std::deque<Input> waiting;
  for (const Step& step : steps) {
    waiting.push_back({.kind = step.kind, .at = step.at, .at_ms = step.at_ms, .finger = step.finger});
    do {
      advance_targets(targets, waiting, step.at_ms);
      if (targets.tapped) taps.push_back(*targets.tapped);
    } while (!waiting.empty());
  }
  return taps;
}

class Fingers : public testing::TestWithParam<Case> {};

TEST_P(Fingers, Give) {
  Targets targets;
  targets.shown = kScreen;
  EXPECT_EQ(taps_of(targets, GetParam().steps), GetParam().taps) << GetParam().what;
  EXPECT_TRUE(targets.hand.down.empty()) << GetParam().what << ": every case ends with the glass free";
  // Whatever happened, the glass works afterwards.
  EXPECT_EQ(taps_of(targets, {{90000, 77, kDown, kOnYes}, {90080, 77, kUp, kOnYes}}), (std::vector<TargetId>{kYes}))
      << GetParam().what << ": then one finger taps";
}

constexpr auto kMouse = kMouseFinger;
INSTANTIATE_TEST_SUITE_P(
    Table, Fingers,
    testing::Values(
        Case{"one finger", {{1000, 1, kDown, kOnYes}, {1080, 1, kUp, kOnYes}}, {kYes}},
        Case{"a second finger on another button says nothing",
             {{1000, 1, kDown, kOnYes}, {1200, 2, kDown, kOnNo}, {1260, 2, kUp, kOnNo}, {1300, 1, kUp, kOnYes}},
             {kYes}},
        Case{"nor when it stays longer than the first",
             {{1000, 1, kDown, kOnYes}, {1200, 2, kDown, kOnNo}, {1260, 1, kUp, kOnYes}, {1300, 2, kUp, kOnNo}},
             {kYes}},
        Case{"a second finger sliding does not move the first",
             {{1000, 1, kDown, kOnYes},
              {1200, 2, kDown, kNowhere},
              {1220, 2, kMove, kOnNo},
              {1260, 2, kUp, kOnNo},
              {1300, 1, kUp, kOnYes}},
             {kYes}},
        Case{"a finger beside a hand that rests on nothing acts",
             {{1000, 1, kDown, kNowhere}, {1500, 2, kDown, kOnYes}, {1580, 2, kUp, kOnYes}, {2000, 1, kUp, kNowhere}},
             {kYes}},
        Case{"or on what is disabled",
             {{1000, 1, kDown, kOnDead}, {1500, 2, kDown, kOnYes}, {1580, 2, kUp, kOnYes}, {2000, 1, kUp, kOnDead}},
             {kYes}},
        Case{"and the resting hand, lifting over a button, does not",
             {{1000, 1, kDown, kNowhere}, {1500, 2, kDown, kOnYes}, {1600, 1, kUp, kOnNo}, {1700, 2, kUp, kOnYes}},
             {kYes}},
        Case{"two at once are a palm",
             {{1000, 1, kDown, kOnYes}, {1030, 2, kDown, kOnNo}, {1100, 1, kUp, kOnYes}, {1110, 2, kUp, kOnNo}},
             {}},
        Case{"five at once are a palm",
             {{1000, 1, kDown, kOnYes},
              {1004, 2, kDown, kOnNo},
              {1008, 3, kDown, kNowhere},
              {1012, 4, kDown, kNowhere},
              {1016, 5, kDown, kNowhere},
              {1100, 5, kUp, kNowhere},
              {1100, 4, kUp, kNowhere},
              {1100, 3, kUp, kNowhere},
              {1100, 2, kUp, kOnNo},
              {1100, 1, kUp, kOnYes}},
             {}},
        Case{"three fingers are no pointing however slowly they came",
             {{1000, 1, kDown, kOnYes},
              {1400, 2, kDown, kNowhere},
              {1800, 3, kDown, kNowhere},
              {2000, 3, kUp, kNowhere},
              {2100, 2, kUp, kNowhere},
              {2200, 1, kUp, kOnYes}},
             {}},
        Case{"a finger that joins a palm says nothing until all are up",
             {{1000, 1, kDown, kNowhere},
              {1010, 2, kDown, kNowhere},
              {1500, 3, kDown, kOnYes},
              {1580, 3, kUp, kOnYes},
              {1700, 1, kUp, kNowhere},
              {1800, 3, kDown, kOnYes},
              {1880, 3, kUp, kOnYes},
              {1900, 2, kUp, kNowhere}},
             {}},
        Case{"keys roll: the next comes down before the first lifts",
             {{1000, 1, kDown, kOnA}, {1090, 2, kDown, kOnB}, {1120, 1, kUp, kOnA}, {1180, 2, kUp, kOnB}},
             {kLetterA, kLetterB}},
        Case{"and on and on",
             {{1000, 1, kDown, kOnA},
              {1090, 2, kDown, kOnB},
              {1120, 1, kUp, kOnA},
              {1170, 1, kDown, kOnA},
              {1200, 2, kUp, kOnB},
              {1260, 1, kUp, kOnA}},
             {kLetterA, kLetterB, kLetterA}},
        Case{"from a key to a button nothing rolls",
             {{1000, 1, kDown, kOnA}, {1090, 2, kDown, kOnYes}, {1120, 2, kUp, kOnYes}, {1180, 1, kUp, kOnA}},
             {kLetterA}},
        Case{"a key slid off is not tapped by the next",
             {{1000, 1, kDown, kOnA},
              {1050, 1, kMove, kNowhere},
              {1090, 2, kDown, kOnB},
              {1120, 1, kUp, kNowhere},
              {1180, 2, kUp, kOnB}},
             {kLetterB}},
        Case{"a mouse made up from the finger, during",
             {{1000, 1, kDown, kOnYes},
              {1001, kMouse, kDown, kOnYes},
              {1080, 1, kUp, kOnYes},
              {1081, kMouse, kUp, kOnYes}},
             {kYes}},
        Case{"and after",
             {{1000, 1, kDown, kOnYes},
              {1080, 1, kUp, kOnYes},
              {1090, kMouse, kDown, kOnYes},
              {1091, kMouse, kUp, kOnYes}},
             {kYes}},
        Case{"and before it",
             {{1000, kMouse, kDown, kOnYes},
              {1002, 1, kDown, kOnYes},
              {1080, kMouse, kUp, kOnYes},
              {1082, 1, kUp, kOnYes}},
             {kYes}},
        Case{"a real mouse, later",
             {{1000, 1, kDown, kOnYes},
              {1080, 1, kUp, kOnYes},
              {2000, kMouse, kDown, kOnNo},
              {2080, kMouse, kUp, kOnNo}},
             {kYes, kNo}},
        Case{"a finger lost with the focus",
             {{1000, 1, kDown, kOnYes}, {1050, 0, kCancel, {}}, {1080, 1, kUp, kOnYes}},
             {}},
        Case{"all fingers of a palm lost with the focus",
             {{1000, 1, kDown, kOnYes}, {1010, 2, kDown, kOnNo}, {1050, 0, kCancel, {}}, {1080, 1, kUp, kOnYes}},
             {}},
        Case{"a finger whose lifting was lost comes down again",
             {{1000, 1, kDown, kOnYes}, {5000, 1, kDown, kOnNo}, {5080, 1, kUp, kOnNo}},
             {kNo}},
        Case{"a finger never heard of again does not lock the glass",
             {{1000, 1, kDown, kOnYes}, {14000, 2, kDown, kOnNo}, {14080, 2, kUp, kOnNo}},
             {kNo}},
        Case{"the clock may wrap",
             {{0xFFFFFFF0U, 1, kDown, kOnYes},
              {0x00000010U, 2, kDown, kOnNo},
              {0x00000030U, 1, kUp, kOnYes},
              {0x00000040U, 2, kUp, kOnNo}},
             {}}));

// Any order of any events of a few fingers leaves a glass that works, and no tap without a finger that came down on it.
TEST(Fingers, NeverGiveMoreTapsThanFingersThatCameDown) {
  std::uint32_t seed = 20260101;
  const auto dice = [&](std::uint32_t sides) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8U) % sides;
  };
  const Point places[] = {kOnYes, kOnNo, kOnA, kOnB, kOnDead, kNowhere};
  for (int round = 0; round < 2000; ++round) {
    Targets targets;
    targets.shown = kScreen;
    std::deque<Input> waiting;
    std::uint32_t now = 0;
    std::size_t downs = 0;
    std::size_t taps = 0;
    for (int step = 0; step < 60; ++step) {
      now += dice(200);
      const InputKind kinds[] = {kDown, kDown, kMove, kUp, kUp, dice(9) == 0 ? kCancel : kMove};
      const InputKind kind = kinds[dice(6)];
      if (kind == kDown) ++downs;
      waiting.push_back(
          {.kind = kind, .at = places[dice(6)], .at_ms = now, .finger = static_cast<std::int64_t>(dice(5)) - 1});
      if (dice(3) == 0) continue;
      advance_targets(targets, waiting, now);
      if (targets.tapped) ++taps;
      ASSERT_NE(targets.tapped, kDead);
      ASSERT_LE(targets.hand.down.size(), 5U);
    }
    ASSERT_LE(taps, downs);
    waiting.clear();
    EXPECT_EQ(
        taps_of(targets, {{now + 1, 0, kCancel, {}}, {now + 2000, 9, kDown, kOnYes}, {now + 2090, 9, kUp, kOnYes}}),
        (std::vector<TargetId>{kYes}));
  }
}

}  // namespace
