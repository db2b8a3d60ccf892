// How each screen is reached, for tests that look at all of them.
#pragma once

#include <array>

#include "tests/kiosk/desk.h"

namespace mn::kiosk {

inline constexpr std::array<std::string_view, 20> kScreenNames = {
    "attract", "amount", "keypad",  "large",   "goods",   "goods_count", "goods_value", "who",     "name", "review",
    "way",     "pay_on", "purpose", "message", "contact", "recording",   "thanks",      "resting", "pin",  "staff"};

// A named giver of an allowed amount, on the review.
inline void reach_review(Desk& desk, Giver giver = Giver::person) {
  desk.tap_all({tap::Start{}, tap::Choose{Money{100'000}}, tap::GiveAs{giver}});
  if (giver == Giver::unnamed) return;
  desk.type("lan");
  desk.tap(tap::NameTyped{});
}

// A fresh desk on that screen. What can be typed on the way there is typed.
inline void reach(Desk& desk, std::string_view screen) {
  const auto goods = [&] {
    desk.tap_all({tap::Start{}, tap::GiveGoods{}});
    desk.type("gao");
  };
  if (screen == "amount") desk.tap(tap::Start{});
  if (screen == "keypad") desk.tap_all({tap::Start{}, tap::OtherAmount{}, tap::Digit{7}, tap::Thousand{}});
  if (screen == "large") desk.tap_all({tap::Start{}, tap::Choose{Money{60'000'000}}});
  if (screen == "goods") goods();
  if (screen == "goods_count") goods(), desk.tap_all({tap::GoodsNamed{}, tap::Digit{4}, tap::ChooseUnit{1}});
  if (screen == "goods_value") {
    goods();
    desk.tap_all({tap::GoodsNamed{}, tap::Digit{4}, tap::GoodsCounted{}, tap::Digit{5}, tap::Thousand{}});
  }
  if (screen == "who") desk.tap_all({tap::Start{}, tap::Choose{Money{100'000}}});
  if (screen == "name") {
    desk.tap_all({tap::Start{}, tap::Choose{Money{100'000}}, tap::GiveAs{Giver::agency}});
    desk.type("so y");
  }
  if (screen == "review") reach_review(desk);
  if (screen == "way") reach_review(desk), desk.tap(tap::EditWay{});
  if (screen == "pay_on") reach_review(desk), desk.tap_all({tap::EditWay{}, tap::ChooseWay{Way::later}});
  if (screen == "purpose") reach_review(desk), desk.tap(tap::EditPurpose{});
  if (screen == "message") reach_review(desk), desk.tap(tap::EditMessage{}), desk.type("chuc");
  if (screen == "contact") reach_review(desk), desk.tap(tap::EditContact{}), desk.type_digits("0912345678");
  if (screen == "recording" || screen == "thanks" || screen == "resting") reach_review(desk), desk.tap(tap::Confirm{});
  if (screen == "thanks") desk.hear(desk.kept());
  if (screen == "resting") desk.hear(NotKept{desk.orders.back().visit});
  if (screen == "pin" || screen == "staff") desk.tap(tap::StaffDoor{});
  if (screen == "pin") desk.type_digits("4829");
  if (screen == "staff") {
    desk.type_digits("482913");
    desk.tap(tap::PinTyped{});
    desk.visit = advance_pin(desk.visit, true, desk.now_ms);
  }
  ASSERT_EQ(desk.screen(), screen);
  desk.taps = 0;
}

// The same visit, but for when it was touched.
inline bool same_but_touched(Visit before, const Visit& after) {
  before.touched_ms = after.touched_ms;
  return before == after;
}

}  // namespace mn::kiosk
