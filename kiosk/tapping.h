// One tap on one screen: each handler gives the next step, or the same visit when the tap does not belong here. Inside
// the kiosk's rules only; visit.h is the door.
#pragma once

#include "kiosk/visit.h"

namespace mn::kiosk {

class Tapping {
 public:
  Tapping(const Visit& visit, const Terms& terms, const Moment& moment)
      : visit_(visit), terms_(terms), moment_(moment) {}

  // The gift: tapping_gift.cpp
  Step operator()(const tap::Start&) const;
  Step operator()(const tap::Choose&) const;
  Step operator()(const tap::OtherAmount&) const;
  Step operator()(const tap::Digit&) const;
  Step operator()(const tap::Thousand&) const;
  Step operator()(const tap::EraseDigit&) const;
  Step operator()(const tap::ClearDigits&) const;
  Step operator()(const tap::AmountTyped&) const;
  Step operator()(const tap::ZerosAreRight&) const;
  Step operator()(const tap::GiveGoods&) const;
  Step operator()(const tap::GoodsNamed&) const;
  Step operator()(const tap::ChooseUnit&) const;
  Step operator()(const tap::GoodsCounted&) const;
  Step operator()(const tap::GoodsValued&) const;
  Step operator()(const tap::EditAmount&) const;

  // The giver: tapping_giver.cpp
  Step operator()(const tap::GiveAs&) const;
  Step operator()(const tap::PressKey&) const;
  Step operator()(const tap::ChooseGuest&) const;
  Step operator()(const tap::NameTyped&) const;
  Step operator()(const tap::EditName&) const;
  Step operator()(const tap::EditMessage&) const;
  Step operator()(const tap::MessageTyped&) const;
  Step operator()(const tap::EditContact&) const;
  Step operator()(const tap::ChooseField&) const;
  Step operator()(const tap::ToggleKeepContact&) const;
  Step operator()(const tap::TakeNewNumber&) const;
  Step operator()(const tap::ContactTyped&) const;

  // The review and what hangs on it: tapping_review.cpp
  Step operator()(const tap::ToggleHideAmount&) const;
  Step operator()(const tap::TogglePublish&) const;
  Step operator()(const tap::EditWay&) const;
  Step operator()(const tap::ChooseWay&) const;
  Step operator()(const tap::TurnMonth&) const;
  Step operator()(const tap::ChooseDay&) const;
  Step operator()(const tap::EditPurpose&) const;
  Step operator()(const tap::ChooseFund&) const;
  Step operator()(const tap::LeaveOut&) const;
  Step operator()(const tap::Confirm&) const;
  Step operator()(const tap::Back&) const;
  Step operator()(const tap::Cancel&) const;

  // What lies around it: tapping_house.cpp
  Step operator()(const tap::MoreTime&) const;
  Step operator()(const tap::PrintSlip&) const;
  Step operator()(const tap::Finish&) const;
  Step operator()(const tap::Again&) const;
  Step operator()(const tap::Open&) const;
  Step operator()(const tap::Close&) const;
  Step operator()(const tap::Speak&) const;
  Step operator()(const tap::ToggleLargeText&) const;
  Step operator()(const tap::ToggleLowReach&) const;
  Step operator()(const tap::CallHelp&) const;
  Step operator()(const tap::HelpCame&) const;
  Step operator()(const tap::StaffDoor&) const;
  Step operator()(const tap::PinTyped&) const;
  Step operator()(const tap::StaffDo&) const;

  // Letters of a keyboard on the table, or of a reader: tapping_giver.cpp
  Step type_letters(std::string_view utf8) const;

  // A guest's invitation was read: the visit opens filled in.
  Step open_invitation(std::size_t guest) const;

 private:
  template <class S>
  const S* on() const {
    return std::get_if<S>(&visit_.screen);
  }

  Step stay() const;
  Step go(Screen screen) const;     // to a screen that begins now
  Step go_on(Screen screen) const;  // the same screen, changed: it did not begin anew
  Step end() const;                 // the visit is over
  Step to_review(Choices chosen) const;
  Step ask(const Choices& chosen, Money amount) const;
  Step with_amount(Choices chosen, Money amount) const;
  Step with_goods(Choices chosen) const;
  Step with_gift(const Choices& chosen) const;
  Screen first_missing(const Choices& chosen) const;
  Step type_digits(std::int64_t times, int digit) const;
  Step close_call() const;
  Typing typing_for(const TypedText& text, Capitals capitals, std::size_t letters_max = kNameLettersMax) const;
  template <class Press>
  Step type_with(Press press_one) const;

  const Visit& visit_;
  const Terms& terms_;
  const Moment& moment_;
};

// Everything of the last visitor is gone: the choices, the language, the touch.
Visit fresh_visit(const Visit& visit, std::int64_t now_ms);
// The same visitor on another screen.
Visit on_screen(const Visit& visit, Screen screen, std::int64_t now_ms);

}  // namespace mn::kiosk
