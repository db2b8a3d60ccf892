// A press is: find the word at the cursor, make it anew, put it back, all in places that are wiped. What capitals do is
// kiosk/capitals.h; what keys make of a word is core's.
#include "kiosk/keyboard.h"

#include "core/check.h"
#include "kiosk/capitals.h"

namespace mn::kiosk {
namespace {

char32_t code_point_at(std::string_view text, std::size_t at) { return next_code_point(text, at); }

bool is_word_end(std::string_view text, std::size_t at) {
  return at >= text.size() || !is_word_letter(code_point_at(text, at));
}

// Where the word begins whose letters stand before `at`. VNI's digits belong to words.
std::size_t word_begin(std::string_view text, std::size_t at, Method method) {
  while (at > 0) {
    const std::size_t before = letter_before(text, at);
    const char32_t letter = code_point_at(text, before);
    if (!is_word_letter(letter) && !(method == Method::vni && is_digit(letter))) break;
    at = before;
  }
  return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (!is_word_end(text, at)) at = letter_after(text, at);
  return at;
}

// The text with bytes [begin, end) replaced; nothing when it would be longer than it may be.
std::optional<TypedText> replaced(const TypedText& text, std::size_t begin, std::size_t end, std::string_view by,
                                  std::size_t letters_max) {
  const std::string_view all = text.view();
  const std::size_t letters = letters_in(all) - letters_in(all.substr(begin, end - begin)) + letters_in(by);
  if (letters > std::min(letters_max, kMessageLettersMax)) return std::nullopt;
  TypedText out(all.substr(0, begin));
  out.append(by);
  out.append(all.substr(end));
  return out;
}

Composing composing_at(std::string_view text, std::size_t cursor, Method method) {
  Composing out;
  out.live = true;
  out.begin = word_begin(text, cursor, method);
  while (letters_in(text.substr(out.begin, cursor - out.begin)) > kComposedLettersMax) {
    out.begin = letter_after(text, out.begin);  // of a very long word, its last letters
  }
  out.before = WipedText<4 * kComposedLettersMax>(text.substr(out.begin, cursor - out.begin));
  return out;
}

// A text being changed.
struct Change {
  TypedText text;
  Typing typing;
  bool done = false;

  std::string_view view() const { return text.view(); }
  Typed typed() const { return {text, typing}; }
};

void put(Change& change, std::size_t begin, std::size_t end, std::string_view by) {
  const std::optional<TypedText> next = replaced(change.text, begin, end, by, change.typing.field.letters_max);
  if (!next) return;
  change.text = *next;
  change.typing.cursor = begin + by.size();
  change.done = true;
}

// After letters came into the middle of a word, its tone may stand wrong: it is settled over the whole word, and the
// cursor stays behind the letter where it was.
void settle_around(Change& change) {
  const std::size_t begin = word_begin(change.view(), change.typing.cursor, Method::telex);
  const std::size_t end = word_end(change.view(), change.typing.cursor);
  const std::size_t before = letters_in(change.view().substr(begin, change.typing.cursor - begin));
  const std::string_view word = change.view().substr(begin, end - begin);
  std::string settled = with_settled_tone(word, change.typing.field.placement);
  if (settled != word) {
    put(change, begin, end, settled);
    change.typing.cursor = begin;
    for (std::size_t i = 0; i < before; ++i) {
      change.typing.cursor = letter_after(change.view(), change.typing.cursor);
    }
    change.typing.composing = {};
  }
  wipe_string(settled);
}

// One letter or digit through the method.
void compose_in(Change& change, std::string_view letter) {
  const Method method = change.typing.method();
  Composing composing = change.typing.composing;
  if (!composing.live || !composing.keys.holds(letter.size())) {
    composing = composing_at(change.view(), change.typing.cursor, method);
  }
  composing.keys.append(letter);
  std::string word =
      compose_word(method, change.typing.field.placement, composing.keys.view(), composing.before.view());
  put(change, composing.begin, change.typing.cursor, word);
  wipe_string(word);
  if (!change.done) return;
  change.typing.composing = composing;
}

// A letter, a digit or a sign, as it stands in the text.
void put_in(Change& change, std::string_view letter) {
  std::size_t at = 0;
  const char32_t code_point = next_code_point(letter, at);
  const Method method = change.typing.method();
  const bool of_word = is_word_letter(code_point);
  if (method != Method::plain && (of_word || (method == Method::vni && is_digit(code_point)))) {
    compose_in(change, letter);
  } else {
    put(change, change.typing.cursor, change.typing.cursor, letter);
    change.typing.composing = {};
  }
  if (!change.done || !of_word) return;
  if (method == Method::plain || !is_word_end(change.view(), change.typing.cursor)) settle_around(change);
}

void put_space(Change& change) {
  const std::string_view text = change.view();
  const std::size_t cursor = change.typing.cursor;
  change.typing.composing = {};
  if (cursor == 0 || text[cursor - 1] == ' ') return;
  if (cursor < text.size() && text[cursor] == ' ') {  // one is there: behind it
    change.typing.cursor = cursor + 1;
    change.done = true;
    return;
  }
  put(change, cursor, cursor, " ");
}

void put_tone(Change& change, Tone tone) {
  const std::size_t begin = word_begin(change.view(), change.typing.cursor, Method::telex);
  const std::size_t end = word_end(change.view(), change.typing.cursor);
  const std::size_t before = letters_in(change.view().substr(begin, change.typing.cursor - begin));
  std::string word = with_tone(change.view().substr(begin, end - begin), tone, change.typing.field.placement);
  put(change, begin, end, word);
  wipe_string(word);
  change.typing.cursor = begin;
  for (std::size_t i = 0; i < before; ++i) change.typing.cursor = letter_after(change.view(), change.typing.cursor);
  change.typing.composing = {};
}

void erase(Change& change, std::size_t begin, std::size_t end) {
  put(change, begin, end, "");
  change.typing.composing = {};
}

void move_to(Change& change, std::size_t at) {
  change.typing.cursor = at;
  change.typing.composing = {};
  change.done = true;
}

std::size_t place_of_letter(std::string_view text, int index) {
  std::size_t at = 0;
  for (int i = 0; i < index && at < text.size(); ++i) at = letter_after(text, at);
  return at;
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

void apply(Change& change, const Key& key) {
  const std::size_t index = static_cast<std::size_t>(key.index);
  const std::size_t cursor = change.typing.cursor;
  switch (key.kind) {
    case KeyKind::letter: {
      const LetterKey& letter = kLetterKeys.at(index);
      return put_in(change, change.typing.shift == Shift::off ? letter.lower : letter.upper);
    }
    case KeyKind::sign:
      // An apostrophe stands inside a word: back to letters.
      if (kSignKeys.at(index) == "'") change.typing.signs = false;
      return put_in(change, kSignKeys.at(index));
    case KeyKind::tone:
      return put_tone(change, static_cast<Tone>(key.index));
    case KeyKind::space:
      change.typing.signs = false;
      return put_space(change);
    case KeyKind::backspace:
      return erase(change, letter_before(change.view(), cursor), cursor);
    case KeyKind::erase_next:
      return erase(change, cursor, letter_after(change.view(), cursor));
    case KeyKind::clear:
      return erase(change, 0, change.text.size());
    case KeyKind::left:
      return move_to(change, letter_before(change.view(), cursor));
    case KeyKind::right:
      return move_to(change, letter_after(change.view(), cursor));
    case KeyKind::home:
      return move_to(change, 0);
    case KeyKind::end:
      return move_to(change, change.text.size());
    case KeyKind::to_letter:
      return move_to(change, place_of_letter(change.view(), key.index));
    case KeyKind::shift:
      change.typing.shift = turned(change.typing.shift);
      return;
    case KeyKind::page:
      change.typing.signs = !change.typing.signs;
      return;
    case KeyKind::english:
      change.typing.english = !change.typing.english;
      change.typing.composing = {};
      return;
  }
  MN_CHECK(false, "every key has its meaning");
}

// A lock stays; anything else follows the text.
Typed after(Change& change, Capitals capitals) {
  if (change.done && change.typing.shift != Shift::locked) {
    const bool capital = capital_comes(change.view().substr(0, change.typing.cursor), capitals);
    change.typing.shift = capital ? Shift::once : Shift::off;
  }
  return change.typed();
}

// Marks that some keyboards send by themselves, behind their letter: they go onto that letter and no other.
bool put_mark(Change& change, char32_t mark) {
  constexpr std::u32string_view kTones = U"\u0301\u0300\u0309\u0303\u0323";  // by Tone, from acute on
  constexpr std::u32string_view kShapes = U"\u0302\u0306\u031B";             // by Shape, from hat on
  const std::size_t tone = kTones.find(mark);
  const std::size_t shape = kShapes.find(mark);
  if (tone == std::u32string_view::npos && shape == std::u32string_view::npos) return false;
  const std::size_t cursor = change.typing.cursor;
  const std::size_t begin = letter_before(change.view(), cursor);
  if (begin == cursor) return true;
  Letter letter = letter_of(code_point_at(change.view(), begin));
  if (!is_vowel(letter)) return true;
  if (tone != std::u32string_view::npos) letter.tone = static_cast<Tone>(tone + 1);
  if (shape != std::u32string_view::npos) letter.shape = static_cast<Shape>(shape + 1);
  std::string marked;
  append_code_point(marked, code_point_of(letter));
  put(change, begin, cursor, marked);
  change.typing.composing = {};
  return true;
}

}  // namespace

Typing begin_typing(const TypedText& text, Capitals capitals, const TypingField& field) {
  MN_CHECK(field.letters_max <= kMessageLettersMax, "a field fits its place");
  Typing out;
  out.field = field;
  out.cursor = text.size();
  out.shift = capital_comes(text.view(), capitals) ? Shift::once : Shift::off;
  return out;
}

Typed press(const TypedText& text, const Typing& typing, Capitals capitals, const Key& key) {
  Change change{text, typing};
  apply(change, key);
  return after(change, capitals);
}

Typed type_text(const TypedText& text, const Typing& typing, Capitals capitals, std::string_view utf8) {
  Change change{text, typing};
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const char32_t code_point = next_code_point(utf8, at);
    if (code_point == U' ' || code_point == 0xA0) {
      put_space(change);
    } else if (!put_mark(change, code_point)) {
      Result<std::string> clean = sanitise(utf8.substr(begin, at - begin));
      const std::string_view letters = clean ? std::string_view(*clean) : std::string_view();
      for (std::size_t i = 0; i < letters.size();) {  // "…" is three signs
        const std::size_t end = letter_after(letters, i);
        put_in(change, letters.substr(i, end - i));
        i = end;
      }
      if (clean) wipe_string(*clean);
    }
  }
  return after(change, capitals);
}

std::string tone_key_letter(const TypedText& text, const Typing& typing, Tone tone) {
  const std::size_t end = word_end(text.view(), typing.cursor);
  return marked_letter(text.view().substr(0, end), tone, typing.field.placement);
}

}  // namespace mn::kiosk
