// What can be tapped. A tap that does not belong to the screen changes nothing.
#pragma once

#include <variant>

#include "core/words.h"
#include "kiosk/screen.h"

namespace mn::kiosk {

// What lies over the screen when somebody asked for it.
enum class Panel { none, language, comfort, notice };

namespace tap {
struct Start {};
struct Choose {  // an amount of the presets; `unit`: of those for organisations
  Money amount;
};
struct OtherAmount {};
struct Digit {    // on every pad of digits
  int value = 0;  // 0..9
};
struct Thousand {};
struct EraseDigit {};
struct ClearDigits {};
struct AmountTyped {};
struct ZerosAreRight {};
struct GiveGoods {};
struct GoodsNamed {};
struct ChooseUnit {
  std::size_t unit = 0;
};
struct GoodsCounted {};
struct GoodsValued {};  // 0 when left out
struct GiveAs {
  Giver giver;
};
struct PressKey {
  Key key;
};
struct ChooseGuest {
  std::size_t guest = 0;  // place in the invited list
};
struct NameTyped {};
struct ToggleHideAmount {};
struct TogglePublish {};
struct EditAmount {};
struct EditName {};
struct EditWay {};
struct ChooseWay {
  Way way;
};
struct TurnMonth {
  int by = 1;
};
struct ChooseDay {
  LocalTime day;
};
struct EditPurpose {};
struct ChooseFund {
  std::size_t fund = 0;
};
struct EditMessage {};
struct MessageTyped {};
struct EditContact {};
struct ChooseField {
  ContactField field;
};
struct ToggleKeepContact {};
struct TakeNewNumber {};  // the ten digits that an old number of eleven has become
struct ContactTyped {};
struct LeaveOut {};  // the optional thing that this screen asks for
struct Confirm {};
struct Back {};
struct Cancel {};
struct MoreTime {};
struct PrintSlip {};
struct Finish {};
struct Again {};
struct Open {
  Panel panel;
};
struct Close {};
struct Speak {
  Language language;
};
struct ToggleLargeText {};
struct ToggleLowReach {};
struct CallHelp {};
struct HelpCame {};
struct StaffDoor {};  // the long press in the corner
struct PinTyped {};
struct StaffDo {
  StaffOrder order;
};
}  // namespace tap
using Tap = std::variant<
    tap::Start, tap::Choose, tap::OtherAmount, tap::Digit, tap::Thousand, tap::EraseDigit, tap::ClearDigits,
    tap::AmountTyped, tap::ZerosAreRight, tap::GiveGoods, tap::GoodsNamed, tap::ChooseUnit, tap::GoodsCounted,
    tap::GoodsValued, tap::GiveAs, tap::PressKey, tap::ChooseGuest, tap::NameTyped, tap::ToggleHideAmount,
    tap::TogglePublish, tap::EditAmount, tap::EditName, tap::EditWay, tap::ChooseWay, tap::TurnMonth, tap::ChooseDay,
    tap::EditPurpose, tap::ChooseFund, tap::EditMessage, tap::MessageTyped, tap::EditContact, tap::ChooseField,
    tap::ToggleKeepContact, tap::TakeNewNumber, tap::ContactTyped, tap::LeaveOut, tap::Confirm, tap::Back, tap::Cancel,
    tap::MoreTime, tap::PrintSlip, tap::Finish, tap::Again, tap::Open, tap::Close, tap::Speak, tap::ToggleLargeText,
    tap::ToggleLowReach, tap::CallHelp, tap::HelpCame, tap::StaffDoor, tap::PinTyped, tap::StaffDo>;

}  // namespace mn::kiosk
