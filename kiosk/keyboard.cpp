#include "kiosk/keyboard.h"

#include <string>

#include "core/check.h"

namespace mn::kiosk {
namespace {

std::span<std::uint8_t> bytes_of(std::string& text) {
  return {reinterpret_cast<std::uint8_t*>(text.data()), text.size()};
}

// Takes the text over and leaves nothing of it in the string it came in.
TypedText taken(std::string text) {
  TypedText out(text);
  wipe(bytes_of(text));
  return out;
}

bool is_letter_end(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (static_cast<std::uint8_t>(byte) & 0x80U) != 0;
}

Shift natural_shift(std::string_view name, Giver giver) {
  if (name.empty()) return Shift::once;
  const bool begins_a_word = !is_letter_end(name.back()) && !(name.back() >= '0' && name.back() <= '9');
  return giver == Giver::person && begins_a_word ? Shift::once : Shift::off;
}

TypedText appended(const TypedText& name, std::string_view letter) {
  std::string text;
  text.reserve(TypedText::kBytesMax);
  text += name.view();
  text += letter;
  TypedText out = letter_count(text) > kNameLettersMax ? name : taken(with_settled_tone(text));
  wipe(bytes_of(text));
  return out;
}

Shift turned(Shift shift) {
  switch (shift) {
    case Shift::off:
      return Shift::once;
    case Shift::once:
      return Shift::locked;
    case Shift::locked:
      return Shift::off;
  }
  MN_CHECK(false, "every shift has a next one");
  return Shift::off;
}

// After a press that changed the name: a lock stays, anything else follows the text.
Typed after(TypedText name, Typing typing, Giver giver) {
  if (typing.shift != Shift::locked) typing.shift = natural_shift(name.view(), giver);
  return {name, typing};
}

}  // namespace

Typing begin_typing(const TypedText& name, Giver giver) { return {natural_shift(name.view(), giver), false}; }

Typed press(const TypedText& name, const Typing& typing, Giver giver, Key key) {
  const std::size_t index = static_cast<std::size_t>(key.index);
  Typing next = typing;
  switch (key.kind) {
    case KeyKind::letter: {
      const LetterKey& letter = kLetterKeys.at(index);
      return after(appended(name, typing.shift == Shift::off ? letter.lower : letter.upper), next, giver);
    }
    case KeyKind::sign:
      next.signs = typing.signs && kSignKeys.at(index) != "'";  // an apostrophe stands inside a word: back to letters
      return after(appended(name, kSignKeys.at(index)), next, giver);
    case KeyKind::tone:
      return after(taken(with_tone(name.view(), static_cast<Tone>(key.index))), next, giver);
    case KeyKind::space:
      next.signs = false;
      if (name.empty() || name.view().back() == ' ') return {name, next};
      return after(appended(name, " "), next, giver);
    case KeyKind::backspace:
      return after(taken(without_last_letter(name.view())), next, giver);
    case KeyKind::shift:
      next.shift = turned(typing.shift);
      return {name, next};
    case KeyKind::page:
      next.signs = !typing.signs;
      return {name, next};
  }
  MN_CHECK(false, "every key has its meaning");
  return {name, typing};
}

}  // namespace mn::kiosk
