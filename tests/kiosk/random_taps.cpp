// The taps that random fingers make: any at all, and those that lead on.
#include "tests/kiosk/random_fingers.h"

namespace mn::kiosk {

Key RandomFingers::any_key() {
  const auto kind = static_cast<KeyKind>(random_.below(static_cast<std::size_t>(KeyKind::to_letter) + 1));
  std::size_t limit = 150;  // to_letter: also far beyond the text
  if (kind == KeyKind::letter || random_.one_in(2)) return {KeyKind::letter, static_cast<int>(random_.below(33))};
  if (kind == KeyKind::sign) limit = kSignKeys.size();
  if (kind == KeyKind::tone) limit = 6;
  return {kind, static_cast<int>(random_.below(limit))};
}

// Every kind of tap, also with places and days that do not exist.
Tap RandomFingers::any_tap() {
  const Money amounts[] = {Money{100'000}, Money{60'000'000}, Money{0}, Money{-7}, kLargestPledge, Money{9'999}};
  const auto place = [&](std::size_t limit) { return random_.below(limit); };
  switch (random_.below(std::variant_size_v<Tap> + 6)) {
    case 0:
      return tap::Start{};
    case 1:
      return tap::Choose{amounts[place(6)]};
    case 2:
      return tap::OtherAmount{};
    case 3:
      return tap::Digit{static_cast<int>(place(10))};
    case 4:
      return tap::Thousand{};
    case 5:
      return tap::EraseDigit{};
    case 6:
      return tap::ClearDigits{};
    case 7:
      return tap::AmountTyped{};
    case 8:
      return tap::ZerosAreRight{};
    case 9:
      return tap::GiveGoods{};
    case 10:
      return tap::GoodsNamed{};
    case 11:
      return tap::ChooseUnit{place(4)};
    case 12:
      return tap::GoodsCounted{};
    case 13:
      return tap::GoodsValued{};
    case 14:
      return tap::GiveAs{static_cast<Giver>(place(6))};
    case 15:
      return tap::ChooseGuest{place(5)};
    case 16:
      return tap::NameTyped{};
    case 17:
      return tap::ToggleHideAmount{};
    case 18:
      return tap::TogglePublish{};
    case 19:
      return tap::EditAmount{};
    case 20:
      return tap::EditName{};
    case 21:
      return tap::EditWay{};
    case 22:
      return tap::ChooseWay{static_cast<Way>(place(4))};
    case 23:
      return tap::TurnMonth{static_cast<int>(place(7)) - 3};
    case 24:
      return tap::ChooseDay{{2025, static_cast<int>(place(9)), static_cast<int>(place(34))}};
    case 25:
      return tap::EditPurpose{};
    case 26:
      return tap::ChooseFund{place(4)};
    case 27:
      return tap::EditMessage{};
    case 28:
      return tap::MessageTyped{};
    case 29:
      return tap::EditContact{};
    case 30:
      return tap::ChooseField{static_cast<ContactField>(place(2))};
    case 31:
      return tap::ToggleKeepContact{};
    case 32:
      return tap::TakeNewNumber{};
    case 33:
      return tap::ContactTyped{};
    case 34:
      return tap::LeaveOut{};
    case 35:
      return tap::Confirm{};
    case 36:
      return random_.one_in(2) ? Tap(tap::Back{}) : Tap(tap::MoreTime{});
    case 37:
      return random_.one_in(6) ? Tap(tap::Cancel{}) : Tap(tap::MoreTime{});
    case 38:
      return tap::PrintSlip{};
    case 39:
      return tap::Finish{};
    case 40:
      return tap::Again{};
    case 41:
      return tap::Open{static_cast<Panel>(place(4))};
    case 42:
      return tap::Close{};
    case 43:
      return tap::Speak{kLanguages[place(std::size(kLanguages))]};
    case 44:
      return tap::ToggleLargeText{};
    case 45:
      return tap::ToggleLowReach{};
    case 46:
      return tap::CallHelp{};
    case 47:
      return tap::HelpCame{};
    case 48:
      return tap::StaffDoor{};
    case 49:
      return tap::PinTyped{};
    case 50:
      return tap::StaffDo{static_cast<StaffOrder>(place(static_cast<std::size_t>(StaffOrder::leave) + 1))};
    case 51:
      return tap::Back{};
    case 52:
      return tap::Confirm{};
    default:
      return tap::PressKey{any_key()};
  }
}

// What leads on from the screen, so that the walk also comes to its end.
Tap RandomFingers::likely_tap() {
  if (desk_.visit.call.open) return tap::HelpCame{};
  if (desk_.visit.panel != Panel::none) return tap::Close{};
  if (desk_.on<Attract>() != nullptr) return random_.one_in(40) ? Tap(tap::StaffDoor{}) : Tap(tap::Start{});
  if (desk_.on<Amount>() != nullptr)
    return random_.one_in(4) ? Tap(tap::GiveGoods{}) : Tap(tap::Choose{Money{100'000}});
  if (desk_.on<Keypad>() != nullptr) return random_.one_in(3) ? Tap(tap::AmountTyped{}) : Tap(tap::Thousand{});
  if (desk_.on<LargeCheck>() != nullptr) return tap::ZerosAreRight{};
  if (const GoodsWhat* goods = desk_.on<GoodsWhat>()) {
    return name_complete(goods->chosen.goods->what) ? Tap(tap::GoodsNamed{}) : Tap(tap::PressKey{any_key()});
  }
  if (const GoodsCount* goods = desk_.on<GoodsCount>()) {
    return goods->chosen.goods->quantity > 0 ? Tap(tap::GoodsCounted{}) : Tap(tap::Digit{4});
  }
  if (desk_.on<GoodsValue>() != nullptr) return random_.one_in(2) ? Tap(tap::GoodsValued{}) : Tap(tap::LeaveOut{});
  if (desk_.on<Who>() != nullptr) return tap::GiveAs{static_cast<Giver>(random_.below(6))};
  if (desk_.on<Name>() != nullptr) return random_.one_in(3) ? Tap(tap::NameTyped{}) : Tap(tap::PressKey{any_key()});
  if (desk_.on<Review>() != nullptr) return tap::Confirm{};
  if (desk_.on<WayOfGiving>() != nullptr) return tap::ChooseWay{Way::later};
  if (const PayOn* days = desk_.on<PayOn>()) return tap::ChooseDay{days->last};
  if (const ContactForm* form = desk_.on<ContactForm>()) {
    constexpr std::string_view kPhone = "0912345678";
    if (form->phone.size() < kPhone.size()) return tap::Digit{kPhone[form->phone.size()] - '0'};
    return form->keep ? Tap(tap::ContactTyped{}) : Tap(tap::ToggleKeepContact{});
  }
  if (const StaffPin* pin = desk_.on<StaffPin>()) {
    return pin->pin.size() < 6 ? Tap(tap::Digit{5}) : Tap(tap::PinTyped{});
  }
  if (desk_.on<Staff>() != nullptr) return tap::StaffDo{StaffOrder::leave};
  return random_.one_in(2) ? Tap(tap::Finish{}) : Tap(tap::LeaveOut{});
}

}  // namespace mn::kiosk
