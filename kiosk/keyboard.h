// The keyboard, on the glass and on the table: its keys, and what one press makes of a text with a cursor in it. Telex,
// VNI, direct Vietnamese letters and five tone keys all give the same text; a page of digits and signs. Pure; where the
// keys lie is the screen's business.
#pragma once

#include <array>
#include <string_view>

#include "core/compose.h"
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

// Digits, the signs that names of people and organisations need, and those of messages. All pass core/text.h: sanitise.
inline constexpr std::array<std::string_view, 25> kSignKeys = {"1", "2", "3", "4", "5", "6", "7", "8", "9",
                                                               "0", "&", "-", ".", ",", "(", ")", "/", "'",
                                                               "!", "?", ":", ";", "+", "%", "\""};

enum class KeyKind {
  letter,     // index into kLetterKeys
  sign,       // index into kSignKeys
  tone,       // index is a Tone
  shift,      // off → once → locked → off
  backspace,  // the letter before the cursor
  space,
  page,        // letters ↔ digits and signs
  english,     // the VI/EN key: plain letters ↔ the Vietnamese method
  erase_next,  // the letter after the cursor
  clear,       // everything
  left,
  right,
  home,
  end,
  to_letter,  // index: so many letters stand before the cursor (a touch into the text)
};
struct Key {
  KeyKind kind = KeyKind::space;
  int index = 0;
  bool operator==(const Key&) const = default;
};

enum class Shift { off, once, locked };

// Where capitals come by themselves.
enum class Capitals {
  none,       // a phone number, a code
  words,      // a person: each word, also after a sign
  first,      // an organisation: the first letter
  sentences,  // a message: after . ! ? and a space
};
Capitals capitals_for(Giver giver);

// What the field is, and how people here type.
struct TypingField {
  std::size_t letters_max = kNameLettersMax;  // at most kMessageLettersMax
  Method method = Method::telex;              // telex or vni; plain where no Vietnamese is typed
  TonePlacement placement = TonePlacement::classic;
  bool operator==(const TypingField&) const = default;
};

// The word that is being composed: `before` and `keys` make (core/compose.h: compose_word) what stands in the text from
// byte `begin` to the cursor. Not live: it is read off the text again when the next letter comes.
struct Composing {
  bool live = false;
  std::size_t begin = 0;
  WipedText<4 * kComposedLettersMax> before;
  WipedText<kComposedLettersMax> keys;
  bool operator==(const Composing&) const = default;
};

// What the keyboard looks like now, and where in the text it types.
struct Typing {
  Shift shift = Shift::once;
  bool signs = false;      // the page of digits and signs
  bool english = false;    // the VI/EN key says EN
  std::size_t cursor = 0;  // bytes of the text before it; always where a letter begins
  TypingField field;
  Composing composing;

  bool operator==(const Typing&) const = default;
  Method method() const { return english ? Method::plain : field.method; }
};

// The cursor stands behind the text.
Typing begin_typing(const TypedText& text, Capitals capitals, const TypingField& field = {});

struct Typed {
  TypedText text;  // NFC, at most field.letters_max letters, each of which sanitise() lets stand
  Typing typing;
};
// One key. Beyond the limit a key changes nothing.
Typed press(const TypedText& text, const Typing& typing, Capitals capitals, const Key& key);

// Text from a keyboard on the table or from a reader that types: UTF-8, one letter or more, case as it comes. Letters
// (and digits in VNI) go through the method like keys on the glass; what a name may not hold is left out.
Typed type_text(const TypedText& text, const Typing& typing, Capitals capitals, std::string_view utf8);

// The letter that a tone key would make now, for the key's cap.
std::string tone_key_letter(const TypedText& text, const Typing& typing, Tone tone);

}  // namespace mn::kiosk
