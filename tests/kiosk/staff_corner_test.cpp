// The staff's corner as a visit: who may come in, the lock, what each order does, and that it closes by itself.
#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {
namespace {

void type_pin(Desk& desk, std::string_view pin) { desk.type_digits(pin), desk.tap(tap::PinTyped{}); }
void answer(Desk& desk, std::optional<bool> holds) { desk.visit = advance_pin(desk.visit, holds, desk.now_ms); }
const TypedText& asked_pin(const Desk& desk) { return std::get<errand::CheckPin>(desk.errands.back()).pin; }

TEST(StaffCorner, TheDoorOpensOnlyWhereNobodyIs) {
  for (const std::string_view name : kScreenNames) {
    Desk desk;
    reach(desk, name);
    desk.tap(tap::StaffDoor{});
    const bool opens = name == "attract" || name == "resting" || name == "pin";
    EXPECT_EQ(desk.screen() == "pin", opens) << name;
  }
}

TEST(StaffCorner, ARightPinOpensIt) {
  Desk desk;
  desk.tap(tap::StaffDoor{});
  desk.type_digits("48291");
  desk.tap(tap::PinTyped{});
  EXPECT_TRUE(desk.errands.empty()) << "too short for a PIN";
  type_pin(desk, "3");
  ASSERT_EQ(desk.errands.size(), 1U);
  EXPECT_EQ(asked_pin(desk).view(), "482913");
  EXPECT_TRUE(desk.on<StaffPin>()->pin.empty()) << "what was typed is gone from the glass at once";
  desk.tap_all({tap::Digit{1}, tap::EraseDigit{}, tap::PinTyped{}});
  EXPECT_EQ(desk.errands.size(), 1U) << "one check at a time";
  EXPECT_TRUE(desk.on<StaffPin>()->pin.empty());
  answer(desk, true);
  EXPECT_EQ(desk.screen(), "staff");
  EXPECT_EQ(desk.visit.door, StaffDoor{});
}

TEST(StaffCorner, FiveWrongOnesLock) {
  Desk desk;
  desk.tap(tap::StaffDoor{});
  for (int i = 0; i < 5; ++i) {
    type_pin(desk, "000000");
    ASSERT_EQ(desk.errands.size(), static_cast<std::size_t>(i + 1));
    answer(desk, false);
    EXPECT_EQ(desk.screen(), "pin");
    EXPECT_TRUE(desk.on<StaffPin>()->wrong);
    desk.tap(tap::Digit{4});
    EXPECT_FALSE(desk.on<StaffPin>()->wrong) << "not said of the next one";
    desk.tap(tap::EraseDigit{});
  }
  type_pin(desk, "482913");
  EXPECT_EQ(desk.errands.size(), 5U) << "locked, the right one too";
  // Leaving and coming back is no way round.
  desk.tap_all({tap::Back{}, tap::StaffDoor{}});
  type_pin(desk, "482913");
  EXPECT_EQ(desk.errands.size(), 5U);
  desk.wait(kDoorLockFirstMs);
  desk.tap(tap::PinTyped{});
  EXPECT_EQ(desk.errands.size(), 6U) << "after a minute it may be tried again";
}

TEST(StaffCorner, APinThatCouldNotBeCheckedIsNotWrongForTheLock) {
  Desk desk;
  desk.tap(tap::StaffDoor{});
  for (int i = 0; i < 9; ++i) {
    type_pin(desk, "482913");
    answer(desk, std::nullopt);
    EXPECT_EQ(desk.screen(), "pin");
  }
  EXPECT_EQ(desk.errands.size(), 9U);
  EXPECT_EQ(desk.visit.door.wrong, 0);
}

TEST(StaffCorner, AnAnswerOpensItForNobodyElse) {
  Desk desk;
  desk.tap(tap::StaffDoor{});
  type_pin(desk, "482913");
  desk.tap(tap::Back{});
  ASSERT_EQ(desk.screen(), "attract");
  desk.tap(tap::StaffDoor{});
  EXPECT_EQ(desk.screen(), "attract") << "shut while that PIN is checked";
  answer(desk, true);
  EXPECT_EQ(desk.screen(), "attract");
  desk.tap(tap::StaffDoor{});
  EXPECT_EQ(desk.screen(), "pin");
}

TEST(StaffCorner, AWrongOneCountsWhoeverIsThereThen) {
  Desk desk;
  desk.tap(tap::StaffDoor{});
  type_pin(desk, "000000");
  desk.tap_all({tap::Back{}, tap::Start{}});
  answer(desk, false);
  EXPECT_EQ(desk.screen(), "amount");
  EXPECT_EQ(desk.visit.door.wrong, 1);
}

TEST(StaffCorner, OrdersAsATable) {
  const House house{Language::vi, {}, 60};
  const struct {
    StaffOrder order;
    std::size_t errand;  // place in Errand; npos: none
    House after;
    StaffNotice notice;
  } rows[] = {{StaffOrder::print_test, 2, house, StaffNotice::printing},
              {StaffOrder::export_bundle, 3, house, StaffNotice::exporting},
              {StaffOrder::volume_up, 4, {Language::vi, {}, 80}, StaffNotice::none},
              {StaffOrder::volume_down, 4, {Language::vi, {}, 40}, StaffNotice::none},
              {StaffOrder::volume_off, 4, {Language::vi, {}, 0}, StaffNotice::none},
              {StaffOrder::large_text, 4, {Language::vi, {true, false}, 60}, StaffNotice::none},
              {StaffOrder::low_reach, 4, {Language::vi, {false, true}, 60}, StaffNotice::none},
              {StaffOrder::speak_next, 4, {Language::en, {}, 60}, StaffNotice::none},
              {StaffOrder::help_answered, std::variant_npos, house, StaffNotice::none},
              {StaffOrder::close_kiosk, 5, house, StaffNotice::none}};
  for (const auto& row : rows) {
    Desk desk;
    reach(desk, "staff");
    desk.errands.clear();
    desk.tap(tap::StaffDo{row.order});
    ASSERT_EQ(desk.screen(), "staff");
    EXPECT_EQ(desk.errands.empty() ? std::variant_npos : desk.errands.at(0).index(), row.errand);
    EXPECT_EQ(desk.visit.house, row.after);
    EXPECT_EQ(desk.visit.comfort, row.after.comfort) << "seen at once";
    EXPECT_EQ(desk.visit.language, row.after.language);
    EXPECT_EQ(desk.on<Staff>()->notice, row.notice);
    EXPECT_TRUE(desk.orders.empty());
    desk.tap(tap::StaffDo{StaffOrder::leave});
    EXPECT_EQ(desk.screen(), "attract");
    EXPECT_EQ(desk.visit.house, row.after) << "it outlives the visit";
    EXPECT_EQ(desk.visit.language, row.after.language);
  }
}

TEST(StaffCorner, VolumeHasEndsAndLanguagesGoRound) {
  Desk desk;
  reach(desk, "staff");
  for (int i = 0; i < 9; ++i) desk.tap(tap::StaffDo{StaffOrder::volume_up});
  EXPECT_EQ(desk.visit.house.volume, 100);
  for (int i = 0; i < 9; ++i) desk.tap(tap::StaffDo{StaffOrder::volume_down});
  EXPECT_EQ(desk.visit.house.volume, 0);
  for (const Language language : {Language::en, Language::zh, Language::vi}) {
    desk.tap(tap::StaffDo{StaffOrder::speak_next});
    EXPECT_EQ(desk.visit.house.language, language);
  }
}

TEST(StaffCorner, NoticesStandOnlyThere) {
  Desk desk;
  reach(desk, "staff");
  desk.visit = advance_notice(desk.visit, StaffNotice::exported, desk.now_ms);
  EXPECT_EQ(desk.on<Staff>()->notice, StaffNotice::exported);
  desk.tap(tap::Back{});
  desk.visit = advance_notice(desk.visit, StaffNotice::print_failed, desk.now_ms);
  EXPECT_EQ(desk.screen(), "attract");
}

TEST(StaffCorner, ClosesByItself) {
  for (const std::string_view name : {"pin", "staff"}) {
    Desk desk;
    reach(desk, name);
    desk.wait(119'999);
    EXPECT_EQ(desk.screen(), name);
    desk.wait(1);
    EXPECT_EQ(desk.screen(), "attract");
  }
}

TEST(StaffCorner, IsOpenedWhileTheKioskRests) {
  Desk desk;
  desk.hear(Unwell{});
  desk.tap(tap::StaffDoor{});
  ASSERT_EQ(desk.screen(), "pin");
  desk.hear(Unwell{});
  EXPECT_EQ(desk.screen(), "pin") << "staff are not thrown out by what they came for";
  desk.tap(tap::Back{});
  EXPECT_EQ(desk.screen(), "resting");
}

}  // namespace
}  // namespace mn::kiosk
