// A keyboard on the table and a reader that types: Enter never pledges, a reader's line opens its guest's visit
// wherever it is read, and leaves nothing else behind.
#include <algorithm>
#include <cctype>

#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {
namespace {

constexpr std::string_view kDonorScreens[] = {"attract",     "amount", "keypad",      "large",   "goods",
                                              "goods_count", "who",    "goods_value", "name",    "review",
                                              "way",         "pay_on", "purpose",     "message", "contact"};

TEST(HardKeys, EnterNeverConfirms) {
  for (const std::string_view name : kScreenNames) {
    Desk desk;
    reach(desk, name);
    const std::size_t before = desk.orders.size();
    for (int i = 0; i < 20; ++i) desk.hard(HardKey::enter);
    EXPECT_EQ(desk.orders.size(), before) << name;
  }
}

TEST(HardKeys, WhatEnterLeadsTo) {
  const std::pair<std::string_view, std::string_view> rows[] = {{"attract", "amount"},
                                                                {"amount", "amount"},
                                                                {"large", "large"},
                                                                {"goods", "goods_count"},
                                                                {"goods_count", "goods_value"},
                                                                {"goods_value", "who"},
                                                                {"who", "who"},
                                                                {"name", "review"},
                                                                {"review", "review"},
                                                                {"way", "way"},
                                                                {"pay_on", "pay_on"},
                                                                {"purpose", "purpose"},
                                                                {"message", "review"},
                                                                {"contact", "contact"},
                                                                {"recording", "recording"},
                                                                {"thanks", "thanks"},
                                                                {"resting", "resting"},
                                                                {"pin", "pin"},
                                                                {"staff", "staff"}};
  for (const auto& [from, to] : rows) {
    Desk desk;
    reach(desk, from);
    desk.now_ms += 1000;
    desk.hard(HardKey::enter);
    EXPECT_EQ(desk.screen(), to) << "from " << from;
  }
}

TEST(HardKeys, DigitsGoWhereDigitsAre) {
  Desk desk;
  desk.tap_all({tap::Start{}, tap::OtherAmount{}});
  desk.type_hard("1a2 5");
  EXPECT_EQ(desk.on<Keypad>()->typed, Money{125});
  desk.hard(HardKey::backspace);
  EXPECT_EQ(desk.on<Keypad>()->typed, Money{12});
  desk.hard(HardKey::erase_all);
  EXPECT_EQ(desk.on<Keypad>()->typed, Money{0});
  desk.type_hard("300000");
  desk.hard(HardKey::enter);
  EXPECT_EQ(desk.screen(), "who");
}

TEST(HardKeys, LettersGoThroughTheMethod) {
  Desk desk;
  desk.tap_all({tap::Start{}, tap::Choose{Money{100'000}}, tap::GiveAs{Giver::person}});
  desk.type_hard("Ddawngj Thij UWowcs");
  EXPECT_EQ(desk.chosen().name.view(), "Đặng Thị Ước");
  desk.hard(HardKey::home);
  desk.hard(HardKey::end);
  desk.hard(HardKey::left);
  desk.hard(HardKey::right);
  desk.hard(HardKey::backspace);
  EXPECT_EQ(desk.chosen().name.view(), "Đặng Thị Ướ");
  desk.hard(HardKey::erase_all);
  EXPECT_TRUE(desk.chosen().name.empty());
  desk.hard(HardKey::escape);
  EXPECT_EQ(desk.screen(), "who");
}

TEST(Reader, ALineOpensItsGuestOnAnyScreen) {
  for (const std::string_view name : kDonorScreens) {
    for (const std::size_t guest : {0U, 1U}) {  // one code of ours, and one of the fund's that Telex would spoil
      for (const bool lower : {false, true}) {
        Desk desk;
        reach(desk, name);
        std::string code(desk.invitation(guest));
        if (lower)
          std::transform(code.begin(), code.end(), code.begin(), [](unsigned char c) { return std::tolower(c); });
        desk.read_line(code);
        const Choices* chosen = choices_of(desk.visit.screen);
        ASSERT_NE(chosen, nullptr) << name;
        EXPECT_EQ(chosen->name.view(), desk.guests.list.guests[guest].organisation) << name;
        EXPECT_EQ(chosen->invitation.view(), desk.invitation(guest)) << name;
        EXPECT_TRUE(chosen->message.empty() || chosen->message.view() == "Chuc") << name;
        EXPECT_TRUE(desk.orders.empty()) << "opened, not pledged";
        EXPECT_TRUE(desk.visit.reader.signs.empty());
        EXPECT_FALSE(desk.visit.before_reader);
      }
    }
  }
}

TEST(Reader, WhatWasChosenStays) {
  Desk desk;
  reach(desk, "message");
  desk.tap_all({tap::MessageTyped{}, tap::EditWay{}, tap::ChooseWay{Way::cash}});
  desk.read_line(desk.invitation(1));
  ASSERT_EQ(desk.screen(), "review");
  EXPECT_EQ(desk.chosen().amount, Money{100'000}) << "not what was expected of the guest";
  EXPECT_EQ(desk.chosen().message.view(), "Chuc");
  EXPECT_EQ(desk.chosen().way, Way::cash);
  EXPECT_EQ(desk.chosen().giver, Giver::business);
}

TEST(Reader, TheSecondGuestAfterTheFirst) {
  Desk desk;
  desk.read_line(desk.invitation(0));
  desk.read_line(desk.invitation(1));
  EXPECT_EQ(desk.chosen().name.view(), "Công ty TNHH Xứ Lạng");
  EXPECT_EQ(desk.chosen().amount, Money{20'000'000});
}

TEST(Reader, OpensOverAPanelButNotOverTheStaffTheThanksOrACall) {
  Desk desk;
  reach(desk, "who");
  desk.tap(tap::Open{Panel::language});
  desk.read_line(desk.invitation(0));
  EXPECT_EQ(desk.screen(), "review");
  EXPECT_EQ(desk.visit.panel, Panel::none);
  for (const std::string_view name : {"recording", "thanks", "resting", "pin", "staff"}) {
    Desk other;
    reach(other, name);
    other.read_line(other.invitation(0));
    EXPECT_EQ(other.screen(), name);
  }
}

TEST(Reader, AWrongCodeIsNobodysAndLeavesNoTrace) {
  const std::string wrong = make_invitation({7, 7, 7, 7, 7, 7, 7, 7});  // right in itself, but nobody's
  const std::string vietqr =
      "00020101021138540010A00000072701240006970405011084002010000208QRIBFTTA53037045802VN6304ABCD";
  for (const std::string_view name : kScreenNames) {
    for (const std::string& line : {wrong, vietqr}) {
      Desk desk;
      reach(desk, name);
      if (name == "pin" || name == "staff") continue;
      const Screen before = desk.visit.screen;
      desk.read_line(line);
      EXPECT_EQ(desk.visit.screen, before) << name << " after " << line;
    }
  }
}

TEST(Reader, AFingerInTheMiddleOfALineIsNotTakenBack) {
  Desk desk;
  reach(desk, "keypad");
  desk.now_ms += 1000;
  desk.type_hard("MOI7K3", 4);
  desk.tap(tap::Back{});
  desk.hard(HardKey::enter, 4);
  EXPECT_EQ(desk.screen(), "amount");
  EXPECT_TRUE(desk.visit.reader.signs.empty());
}

TEST(Reader, WithoutAListNobodyIsOpened) {
  Desk desk;
  desk.terms.guests = nullptr;
  desk.read_line(desk.invitation(0));
  EXPECT_EQ(desk.screen(), "attract");
}

TEST(Reader, APersonIsSlowerThanAReader) {
  Desk desk;
  desk.type_hard(desk.invitation(0), kReaderGapMs + 1);
  desk.hard(HardKey::enter, 10);
  EXPECT_EQ(desk.screen(), "amount") << "one fast sign is no line: Enter is Enter";
  // And what a fast typist typed is not taken back.
  Desk name;
  name.tap_all({tap::Start{}, tap::Choose{Money{100'000}}, tap::GiveAs{Giver::person}});
  name.type_hard("Lan Anh", 60);
  name.hard(HardKey::enter, 60);
  EXPECT_EQ(name.screen(), "name") << "too fast to be meant";
  EXPECT_EQ(name.chosen().name.view(), "Lan Anh");
  name.hard(HardKey::enter);
  EXPECT_EQ(name.screen(), "review");
}

TEST(Reader, ASlowPictureBreaksNoLine) {
  Desk desk;
  const std::string code(desk.invitation(0));
  desk.type_hard(code.substr(0, 5), 4);
  desk.now_ms += 700;
  desk.visit.reader = after_deafness(desk.visit.reader, 700);
  desk.type_hard(code.substr(5), 4);
  desk.hard(HardKey::enter, 4);
  EXPECT_EQ(desk.screen(), "review");
  EXPECT_FALSE(goes_on(after_deafness({}, 700), 0)) << "nothing has begun by that";
}

TEST(Reader, LineRule) {
  ReaderLine line;
  EXPECT_FALSE(goes_on(line, 0));
  line = advance_reader(line, "MOI", 1000);
  line = advance_reader(line, "7K3", 1000 + kReaderGapMs);
  EXPECT_EQ(line.signs.view(), "MOI7K3");
  EXPECT_TRUE(goes_on(line, line.last_ms + kReaderGapMs));
  EXPECT_FALSE(goes_on(line, line.last_ms + kReaderGapMs + 1));
  EXPECT_EQ(advance_reader(line, "X", line.last_ms + kReaderGapMs + 1).signs.view(), "X") << "begun anew";
  const std::string most(kReaderSignsMax, '1');
  line = advance_reader({}, most, 0);
  EXPECT_EQ(line.signs.size(), kReaderSignsMax);
  line = advance_reader(line, "1", 10);
  EXPECT_TRUE(line.too_long && line.signs.empty());
  line = advance_reader(line, "MOI", 20);
  EXPECT_TRUE(line.too_long && line.signs.empty()) << "the tail of a long line is no line";
  EXPECT_FALSE(advance_reader(line, "M", 20 + kReaderGapMs + 1).too_long);
}

}  // namespace
}  // namespace mn::kiosk
