// The keyboard: what is typed key by key is the name as one writes it, composed, within its limit, and nothing else.
#include "kiosk/keyboard.h"

#include <gtest/gtest.h>

#include "kiosk/order.h"

namespace mn::kiosk {
namespace {

struct Row {
  std::string_view typed;  // letters as on the keys; 1 to 5 are the tone keys sắc huyền hỏi ngã nặng
  std::string_view name;
};

// Types like a finger: looks for the letter in the case shown, turns shift until it is there, changes the page for
// signs.
class Finger {
 public:
  explicit Finger(Giver giver) : giver_(giver), typing_(begin_typing({}, giver)) {}

  void press_key(Key key) {
    const Typed typed = press(name_, typing_, giver_, key);
    name_ = typed.name;
    typing_ = typed.typing;
    ++presses_;
  }
  void tone(Tone tone) { press_key({KeyKind::tone, static_cast<int>(tone)}); }
  void letter(std::string_view letter) {
    for (std::size_t i = 0; i < kLetterKeys.size(); ++i) {
      const bool upper = kLetterKeys[i].upper == letter;
      if (!upper && kLetterKeys[i].lower != letter) continue;
      if (typing_.signs) press_key({KeyKind::page, 0});
      while ((typing_.shift != Shift::off) != upper) press_key({KeyKind::shift, 0});
      return press_key({KeyKind::letter, static_cast<int>(i)});
    }
    FAIL() << "no key for " << letter;
  }
  void sign(std::string_view sign) {
    for (std::size_t i = 0; i < kSignKeys.size(); ++i) {
      if (kSignKeys[i] != sign) continue;
      if (!typing_.signs) press_key({KeyKind::page, 0});
      return press_key({KeyKind::sign, static_cast<int>(i)});
    }
    FAIL() << "no key for " << sign;
  }
  // Letters and signs as they are, '1'..'5' tone keys, ' ' the space key.
  void type(std::string_view keys) {
    for (std::size_t at = 0; at < keys.size();) {
      std::size_t end = at + 1;
      while (end < keys.size() && (static_cast<unsigned char>(keys[end]) & 0xC0U) == 0x80U) ++end;
      const std::string_view one = keys.substr(at, end - at);
      at = end;
      const bool plain_letter = (one[0] >= 'a' && one[0] <= 'z') || (one[0] >= 'A' && one[0] <= 'Z');
      if (one == " ") {
        press_key({KeyKind::space, 0});
      } else if (one[0] >= '1' && one[0] <= '5') {
        tone(static_cast<Tone>(one[0] - '0'));
      } else if (one.size() > 1 || plain_letter) {
        letter(one);
      } else {
        sign(one);
      }
    }
  }
  std::string_view name() const { return name_.view(); }
  const Typing& typing() const { return typing_; }
  int presses() const { return presses_; }

 private:
  Giver giver_;
  TypedText name_;
  Typing typing_;
  int presses_ = 0;
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
      {"Samsung C/O Lê Anh", "Samsung C/O Lê Anh"},
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
  EXPECT_EQ(sanitised_name(TypedText(finger.name())).view(), "Hà Anh");
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
