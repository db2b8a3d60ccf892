// The keyboard on the glass: its keys, and what one press makes of the name. Direct Vietnamese letters, five tone keys,
// a page of digits and signs. Pure; where the keys lie is the screen's business.
#pragma once

#include <array>
#include <string_view>

#include "core/facts.h"
#include "core/tone.h"
#include "kiosk/typed_text.h"

namespace mn::kiosk {

struct LetterKey {
  std::string_view lower;
  std::string_view upper;
};
inline constexpr std::array<LetterKey, 33> kLetterKeys = {{
    {"ă", "Ă"}, {"â", "Â"}, {"đ", "Đ"}, {"ê", "Ê"}, {"ô", "Ô"}, {"ơ", "Ơ"}, {"ư", "Ư"}, {"q", "Q"}, {"w", "W"},
    {"e", "E"}, {"r", "R"}, {"t", "T"}, {"y", "Y"}, {"u", "U"}, {"i", "I"}, {"o", "O"}, {"p", "P"}, {"a", "A"},
    {"s", "S"}, {"d", "D"}, {"f", "F"}, {"g", "G"}, {"h", "H"}, {"j", "J"}, {"k", "K"}, {"l", "L"}, {"z", "Z"},
    {"x", "X"}, {"c", "C"}, {"v", "V"}, {"b", "B"}, {"n", "N"}, {"m", "M"},
}};

// Digits, and the signs that names of people and organisations need. All of them pass core/text.h: sanitise.
inline constexpr std::array<std::string_view, 18> kSignKeys = {"1", "2", "3", "4", "5", "6", "7", "8", "9",
                                                               "0", "&", "-", ".", ",", "(", ")", "/", "'"};

enum class KeyKind { letter, sign, tone, shift, backspace, space, page };
struct Key {
  KeyKind kind = KeyKind::space;
  int index = 0;  // into kLetterKeys or kSignKeys, or a Tone
  bool operator==(const Key&) const = default;
};

enum class Shift { off, once, locked };

// What the keyboard looks like now.
struct Typing {
  Shift shift = Shift::once;
  bool signs = false;  // the page of digits and signs
};

// Capitals by themselves: for a person each word's first letter, for an organisation the first letter of the name.
Typing begin_typing(const TypedText& name, Giver giver);

struct Typed {
  TypedText name;  // NFC, at most kNameLettersMax letters
  Typing typing;
};
// Beyond the limit a key changes nothing. The shift key goes off → once → locked → off.
Typed press(const TypedText& name, const Typing& typing, Giver giver, Key key);

}  // namespace mn::kiosk
