// Which taps each screen knows, as a table; every other tap changes nothing there at all.
#include <algorithm>
#include <map>

#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {
namespace {

struct NamedTap {
  std::string_view name;
  Tap tap;
};

// One of each kind, such that it does something wherever it can.
std::vector<NamedTap> every_tap() {
  return {{"Start", tap::Start{}},
          {"Choose", tap::Choose{Money{2'000'000}}},
          {"OtherAmount", tap::OtherAmount{}},
          {"Digit", tap::Digit{3}},
          {"Thousand", tap::Thousand{}},
          {"EraseDigit", tap::EraseDigit{}},
          {"ClearDigits", tap::ClearDigits{}},
          {"AmountTyped", tap::AmountTyped{}},
          {"ZerosAreRight", tap::ZerosAreRight{}},
          {"GiveGoods", tap::GiveGoods{}},
          {"GoodsNamed", tap::GoodsNamed{}},
          {"ChooseUnit", tap::ChooseUnit{0}},
          {"GoodsCounted", tap::GoodsCounted{}},
          {"GoodsValued", tap::GoodsValued{}},
          {"GiveAs", tap::GiveAs{Giver::group}},
          {"PressKey", tap::PressKey{{KeyKind::letter, 20}}},
          {"ChooseGuest", tap::ChooseGuest{2}},
          {"NameTyped", tap::NameTyped{}},
          {"ToggleHideAmount", tap::ToggleHideAmount{}},
          {"TogglePublish", tap::TogglePublish{}},
          {"EditAmount", tap::EditAmount{}},
          {"EditName", tap::EditName{}},
          {"EditWay", tap::EditWay{}},
          {"ChooseWay", tap::ChooseWay{Way::cash}},
          {"TurnMonth", tap::TurnMonth{1}},
          {"ChooseDay", tap::ChooseDay{{2025, 6, 1}}},
          {"EditPurpose", tap::EditPurpose{}},
          {"ChooseFund", tap::ChooseFund{1}},
          {"EditMessage", tap::EditMessage{}},
          {"MessageTyped", tap::MessageTyped{}},
          {"EditContact", tap::EditContact{}},
          {"ChooseField", tap::ChooseField{ContactField::tax_code}},
          {"ToggleKeepContact", tap::ToggleKeepContact{}},
          {"TakeNewNumber", tap::TakeNewNumber{}},
          {"ContactTyped", tap::ContactTyped{}},
          {"LeaveOut", tap::LeaveOut{}},
          {"Confirm", tap::Confirm{}},
          {"Back", tap::Back{}},
          {"Cancel", tap::Cancel{}},
          {"MoreTime", tap::MoreTime{}},
          {"PrintSlip", tap::PrintSlip{}},
          {"Finish", tap::Finish{}},
          {"Again", tap::Again{}},
          {"Open", tap::Open{Panel::comfort}},
          {"Close", tap::Close{}},
          {"Speak", tap::Speak{Language::en}},
          {"ToggleLargeText", tap::ToggleLargeText{}},
          {"ToggleLowReach", tap::ToggleLowReach{}},
          {"CallHelp", tap::CallHelp{}},
          {"HelpCame", tap::HelpCame{}},
          {"StaffDoor", tap::StaffDoor{}},
          {"PinTyped", tap::PinTyped{}},
          {"StaffDo", tap::StaffDo{StaffOrder::volume_up}}};
}

// Everywhere: a panel, a language, comfort; and help where a donor may be.
const std::map<std::string_view, std::string_view> kKnown = {
    {"attract", "Start CallHelp StaffDoor"},
    {"amount", "Choose OtherAmount GiveGoods Back Cancel CallHelp"},
    {"keypad", "Digit Thousand EraseDigit ClearDigits Back Cancel CallHelp"},  // 7.000 is too small to go on with
    {"large", "ZerosAreRight EditAmount Back Cancel CallHelp"},
    {"goods", "GoodsNamed PressKey Back Cancel CallHelp"},
    {"goods_count", "Digit EraseDigit ClearDigits ChooseUnit GoodsCounted Back Cancel CallHelp"},
    {"goods_value", "Digit Thousand EraseDigit ClearDigits GoodsValued LeaveOut Back Cancel CallHelp"},
    {"who", "GiveAs Back Cancel CallHelp"},
    {"name", "PressKey ChooseGuest NameTyped Back Cancel CallHelp"},
    {"review",
     "ToggleHideAmount TogglePublish EditAmount EditName EditWay EditPurpose EditMessage EditContact Confirm Back "
     "Cancel CallHelp"},
    {"way", "GiveGoods ChooseWay Back Cancel CallHelp"},
    {"pay_on", "TurnMonth ChooseDay Back Cancel CallHelp"},
    {"purpose", "ChooseFund Back Cancel CallHelp"},
    {"message", "PressKey MessageTyped LeaveOut Back Cancel CallHelp"},
    {"contact",
     "Digit EraseDigit ClearDigits ChooseField ToggleKeepContact ContactTyped LeaveOut Back Cancel CallHelp"},
    {"recording", ""},
    {"thanks", "PrintSlip Finish Again CallHelp"},
    {"resting", "CallHelp StaffDoor"},
    {"pin", "Digit EraseDigit Back"},
    {"staff", "Back StaffDo"}};
constexpr std::string_view kEverywhere = " Open Speak ToggleLargeText ToggleLowReach ";

bool lists(std::string_view names, std::string_view name) {
  const std::string padded = " " + std::string(names) + " ";
  return padded.find(" " + std::string(name) + " ") != std::string::npos;
}

TEST(Taps, EachScreenKnowsItsOwnAndNoOther) {
  ASSERT_EQ(every_tap().size(), std::variant_size_v<Tap>);
  for (const std::string_view name : kScreenNames) {
    for (const NamedTap& tapped : every_tap()) {
      Desk desk;
      reach(desk, name);
      desk.now_ms += kThanksLeastMs;
      const Step step = advance(desk.visit, tapped.tap, desk.terms, desk.moment());
      const bool does = !same_but_touched(desk.visit, step.next) || step.record || step.errand;
      const bool known = lists(kKnown.at(name), tapped.name) || lists(kEverywhere, tapped.name);
      EXPECT_EQ(does, known) << tapped.name << " on " << name;
      EXPECT_EQ(step.record.has_value(),
                (name == "review" && tapped.name == "Confirm") || (known && tapped.name == "CallHelp"))
          << tapped.name << " on " << name;
      EXPECT_EQ(step.next.touched_ms, desk.now_ms) << "any tap says that somebody is there";
    }
  }
}

TEST(Taps, WhatIsOutsideTheCampaignIsNotTaken) {
  const struct {
    std::string_view screen;
    Tap tap;
  } rows[] = {{"amount", tap::Choose{Money{9'999}}}, {"amount", tap::Choose{Money{100'000'000'001}}},
              {"amount", tap::Choose{Money{-1}}},    {"goods_count", tap::ChooseUnit{2}},
              {"purpose", tap::ChooseFund{2}},       {"name", tap::ChooseGuest{3}},
              {"pay_on", tap::TurnMonth{-1}}};
  for (const auto& row : rows) {
    Desk desk;
    reach(desk, row.screen);
    const Step step = advance(desk.visit, row.tap, desk.terms, desk.moment());
    EXPECT_TRUE(same_but_touched(desk.visit, step.next)) << row.screen;
  }
}

TEST(Taps, WhatTheCampaignDoesNotOfferIsNotAsked) {
  Desk desk;
  desk.campaign.goods_units.clear();
  desk.campaign.contact_key.reset();
  desk.campaign.funds.resize(1);
  desk.tap_all({tap::Start{}, tap::GiveGoods{}});
  EXPECT_EQ(desk.screen(), "amount");
  desk.tap_all({tap::Choose{Money{100'000}}, tap::GiveAs{Giver::unnamed}, tap::EditContact{}, tap::EditPurpose{}});
  EXPECT_EQ(desk.screen(), "review");
  desk.terms.pin_hash.clear();
  desk.tap_all({tap::Cancel{}, tap::StaffDoor{}});
  EXPECT_EQ(desk.screen(), "attract");
}

}  // namespace
}  // namespace mn::kiosk
