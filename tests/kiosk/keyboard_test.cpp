// The keyboard: what is typed key by key is the name as one writes it, composed, within its limit, and nothing else.
#include "kiosk/keyboard.h"

#include <gtest/gtest.h>

#include "kiosk/order.h"
#include "tests/kiosk/finger.h"

namespace mn::kiosk {
namespace {

struct Row {
  std::string_view typed;  // letters as on the keys; 1 to 5 are the tone keys sắc huyền hỏi ngã nặng
  std::string_view name;
};

TEST(Keyboard, NamesOfPeople) {
  const Row rows[] = {
      {"Nguyên4 Thi5 Hoa2", "Nguyễn Thị Hòa"},
      {"Đăng5 Thi5 Ươc1", "Đặng Thị Ước"},
      {"H'Hen Niê", "H'Hen Niê"},
      {"Y Ngông Niê Kđăm", "Y Ngông Niê Kđăm"},
      {"Vy Quynh2 Nga", "Vy Quỳnh Nga"},
      {"Hoang2 Thuy3 Tiên", "Hoàng Thủy Tiên"},
      {"La4 Quyêt1 Chiên1", "Lã Quyết Chiến"},
      {"Giang2 Gia1 Giêng1", "Giàng Giá Giếng"},
      {"Chu Thi5 Xoay1", "Chu Thị Xoáy"},
      {"Trân2 Thi5 Khuy3u", "Trần Thị Khuỷu"},
      {"Ngô Mua2", "Ngô Mùa"},
      {"Cua3 Ươi1 Rươu5", "Của Ưới Rượu"},
  };
  for (const Row& row : rows) {
    Finger finger(Giver::person);
    finger.type(row.typed);
    EXPECT_EQ(finger.name(), row.name) << "typed " << row.typed;
    EXPECT_EQ(finger.name(), nfc(finger.name()));
    EXPECT_TRUE(is_sanitised(finger.name()));
  }
}

TEST(Keyboard, NamesOfOrganisations) {
  const Row rows[] = {
      {"Công ty TNHH MTV Thương mai5 & Dich5 vu5 Xư1 Lang5", "Công ty TNHH MTV Thương mại & Dịch vụ Xứ Lạng"},
      {"Sơ3 Y tê1 (tinh3 Lang5 Sơn)", "Sở Y tế (tỉnh Lạng Sơn)"},
      {"HTX Na Dương, Lôc5 Binh2", "HTX Na Dương, Lộc Bình"},
      {"C/O Lê Anh", "C/O Lê Anh"},
  };
  for (const Row& row : rows) {
    Finger finger(Giver::business);
    finger.type(row.typed);
    EXPECT_EQ(finger.name(), row.name);
    EXPECT_EQ(finger.name(), nfc(finger.name()));
    EXPECT_TRUE(is_sanitised(finger.name()));
  }
}

TEST(Keyboard, CapitalsComeByThemselves) {
  Finger person(Giver::person);
  person.type("Nông Văn H'Minh");
  const int letters_and_spaces = 15;
  EXPECT_EQ(person.presses(), letters_and_spaces + 1);  // one more for the page with the apostrophe
  Finger agency(Giver::agency);
  agency.type("Sơ3 y tê1");
  EXPECT_EQ(agency.presses(), 9);
}

TEST(Keyboard, ShiftTurnsOnceLockedOff) {
  Finger finger(Giver::business);
  EXPECT_EQ(finger.typing().shift, Shift::once);
  finger.press_key({KeyKind::shift, 0});
  EXPECT_EQ(finger.typing().shift, Shift::locked);
  finger.letter("T");
  finger.letter("H");
  EXPECT_EQ(finger.typing().shift, Shift::locked);
  finger.press_key({KeyKind::shift, 0});
  EXPECT_EQ(finger.typing().shift, Shift::off);
}

TEST(Keyboard, LimitHolds) {
  Finger finger(Giver::person);
  for (int i = 0; i < 200; ++i) finger.type("Ưng5 ");
  EXPECT_EQ(letter_count(finger.name()), kNameLettersMax);
  finger.press_key({KeyKind::backspace, 0});
  EXPECT_EQ(letter_count(finger.name()), kNameLettersMax - 1);
  for (int i = 0; i < 200; ++i) finger.press_key({KeyKind::backspace, 0});
  EXPECT_EQ(finger.name(), "");
  EXPECT_EQ(finger.typing().shift, Shift::once);
}

TEST(Keyboard, SpacesNeitherFirstNorTwice) {
  Finger finger(Giver::person);
  finger.type("  Ha2  Anh ");
  EXPECT_EQ(finger.name(), "Hà Anh ");
  EXPECT_EQ(trimmed(TypedText(finger.name())).view(), "Hà Anh");
}

TEST(Keyboard, EverySignIsWelcomeInANameBesideLetters) {
  for (const std::string_view sign : kSignKeys) {
    const std::string name = "A" + std::string(sign) + "B";
    EXPECT_TRUE(is_sanitised(name)) << name;
  }
}

TEST(TypedText, LeavesNothingBehind) {
  alignas(TypedText) unsigned char place[sizeof(TypedText)];
  TypedText* text = new (place) TypedText("Nguyễn Thị Hoà");
  *text = TypedText("Lan");
  EXPECT_EQ(std::string_view(reinterpret_cast<char*>(place), sizeof place).find("guy"), std::string_view::npos);
  text->~TypedText();
  volatile unsigned char* bytes = place;
  for (std::size_t i = 0; i < TypedText::kBytesMax; ++i) ASSERT_EQ(bytes[i], 0) << i;
}

}  // namespace
}  // namespace mn::kiosk
