// A finger on the kiosk's keyboard, for tests: it looks for keys as a person does.
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "kiosk/keyboard.h"

namespace mn::kiosk {

// Types like a finger: looks for the letter in the case shown, turns shift until it is there, changes the page for
// signs.
class Finger {
 public:
  explicit Finger(Giver giver, const TypingField& field = {}) : Finger(capitals_for(giver), field) {}
  explicit Finger(Capitals capitals, const TypingField& field = {})
      : capitals_(capitals), typing_(begin_typing({}, capitals, field)) {}

  void press_key(Key key) {
    take(press(name_, typing_, capitals_, key));
    ++presses_;
  }
  void press_key(KeyKind kind, int index = 0) { press_key({kind, index}); }
  // From a keyboard on the table.
  void text(std::string_view utf8) { take(type_text(name_, typing_, capitals_, utf8)); }
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
  // The keys as they are printed: letters, digits and signs.
  void type_keys(std::string_view keys) { type(keys, false); }
  // Letters and signs as they are, '1'..'5' tone keys, ' ' the space key.
  void type(std::string_view keys, bool digits_are_tones = true) {
    for (std::size_t at = 0; at < keys.size();) {
      std::size_t end = at + 1;
      while (end < keys.size() && (static_cast<unsigned char>(keys[end]) & 0xC0U) == 0x80U) ++end;
      const std::string_view one = keys.substr(at, end - at);
      at = end;
      const bool plain_letter = (one[0] >= 'a' && one[0] <= 'z') || (one[0] >= 'A' && one[0] <= 'Z');
      if (one == " ") {
        press_key({KeyKind::space, 0});
      } else if (digits_are_tones && one[0] >= '1' && one[0] <= '5') {
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
  // The text with a bar where the cursor is.
  std::string with_cursor() const {
    return std::string(name().substr(0, typing_.cursor)) + "|" + std::string(name().substr(typing_.cursor));
  }

 private:
  void take(const Typed& typed) {
    name_ = typed.text;
    typing_ = typed.typing;
  }

  Capitals capitals_;
  TypedText name_;
  Typing typing_;
  int presses_ = 0;
};

}  // namespace mn::kiosk
