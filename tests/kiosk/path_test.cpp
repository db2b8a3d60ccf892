// Every path from the first touch to the thanks is walked, and its taps are counted and printed: the shortest is four.
#include <fmt/format.h>

#include "core/numbers.h"
#include "tests/kiosk/desk.h"

namespace mn::kiosk {
namespace {

enum class AmountRoad { preset, large_preset, keypad, large_keypad };
constexpr AmountRoad kAmountRoads[] = {AmountRoad::preset, AmountRoad::large_preset, AmountRoad::keypad,
                                       AmountRoad::large_keypad};
constexpr Giver kGivers[] = {Giver::unnamed, Giver::person, Giver::business,
                             Giver::agency,  Giver::group,  Giver::social};

std::string_view road_text(AmountRoad road) {
  switch (road) {
    case AmountRoad::preset:
      return "preset";
    case AmountRoad::large_preset:
      return "large preset";
    case AmountRoad::keypad:
      return "keypad";
    case AmountRoad::large_keypad:
      return "large, keypad";
  }
  return "";
}

void walk_amount(Desk& desk, AmountRoad road) {
  switch (road) {
    case AmountRoad::preset:
      desk.tap(tap::Choose{Money{100'000}});
      return;
    case AmountRoad::large_preset:
      desk.tap(tap::Choose{Money{60'000'000}});
      desk.tap(tap::ZerosAreRight{});
      return;
    case AmountRoad::keypad:
      desk.tap(tap::OtherAmount{});
      desk.tap(tap::Digit{3});
      desk.tap(tap::Digit{0});
      desk.tap(tap::Digit{0});
      desk.tap(tap::Thousand{});
      desk.tap(tap::AmountTyped{});
      return;
    case AmountRoad::large_keypad:
      desk.tap(tap::OtherAmount{});
      desk.tap(tap::Digit{1});
      desk.tap(tap::Thousand{});
      desk.tap(tap::Thousand{});
      desk.tap(tap::Thousand{});
      desk.tap(tap::AmountTyped{});
      desk.tap(tap::ZerosAreRight{});
      return;
  }
}

TEST(Paths, EveryOneEndsInThanks) {
  int shortest = 1000;
  for (const AmountRoad road : kAmountRoads) {
    for (const Giver giver : kGivers) {
      for (const bool ticks : {false, true}) {
        Desk desk;
        desk.tap(tap::Start{});
        walk_amount(desk, road);
        desk.tap(tap::GiveAs{giver});
        int letters = 0;
        if (giver != Giver::unnamed) {
          for (; letters < 3; ++letters) desk.tap(tap::PressKey{{KeyKind::letter, letters}});
          desk.tap(tap::NameTyped{});
        }
        if (ticks) desk.tap(tap::TogglePublish{});
        if (ticks) desk.tap(tap::ToggleHideAmount{});
        desk.tap(tap::Confirm{});
        ASSERT_EQ(desk.orders.size(), 1U);
        desk.hear(desk.kept());
        ASSERT_EQ(desk.screen(), "thanks");
        fmt::print("{:>13} · {:8} · {:8}: {:2} taps{}\n", road_text(road), giver_text(giver), ticks ? "ticked" : "",
                   desk.taps, letters > 0 ? " with a name of 3 letters" : "");
        shortest = std::min(shortest, desk.taps);
      }
    }
  }
  EXPECT_EQ(shortest, 4);
}

}  // namespace
}  // namespace mn::kiosk
