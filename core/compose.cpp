// One key after another is pressed on the word that is growing. All of it lives in one Word on the stack, overwritten
// when done.
#include "core/compose.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/bytes.h"
#include "core/check.h"
#include "core/crypto.h"
#include "core/method.h"
#include "core/text.h"

namespace mn {
namespace {

struct Word {
  std::array<Letter, kComposedLettersMax> letters{};
  std::size_t size = 0;
  std::uint64_t by_w = 0;     // bit i: a w typed letter i as ư
  char32_t made_by = 0;       // the last key, when it typed its last letter under another name
  bool tone_given = false;    // the tone stands where somebody put it, not where a key did
  bool ends_no_word = false;  // the last key typed such a letter, and no syllable comes of it: the key itself is shown

  std::span<Letter> all() { return std::span(letters).first(size); }
  Letter& last() { return letters.at(size - 1); }
};

class Composer {
 public:
  Composer(Method method, TonePlacement placement, std::string& out)
      : method_(method), placement_(placement), out_(out) {}
  Composer(const Composer&) = delete;
  Composer& operator=(const Composer&) = delete;
  ~Composer() { wipe({reinterpret_cast<std::uint8_t*>(&word_), sizeof word_}); }

  void press(char32_t code_point);
  // A letter that is no key.
  void take(char32_t code_point);
  void end(bool line_ends);

 private:
  std::span<Letter> syllable();
  bool is_plain();
  std::optional<std::size_t> place_of(std::span<const Letter> syllable) const;
  bool act(std::span<Letter> syllable, char32_t key, bool upper);
  bool give_shape(std::span<Letter> syllable, char32_t key);
  bool give_shape_below_horn(std::span<Letter> syllable, char32_t key);
  bool take_back(std::span<Letter> syllable, char32_t key);
  void give_missing_horn();
  void settle_tone();
  void append(const Letter& letter);
  void append_key(char32_t key, bool upper) { append({key, Shape::plain, Tone::none, upper}); }

  Method method_;
  TonePlacement placement_;
  std::string& out_;
  Word word_;
};

bool fits(std::span<const Letter> letters) {
  if (letters.size() > 1) return may_become_syllable(letters);
  return letters.empty() || letters[0].base != U'w';  // a Telex w stands alone only when it was taken back
}

// Onto the last letter that the key shapes and that still makes sense then.
std::optional<std::size_t> shape_target(Method method, std::span<Letter> syllable, char32_t key) {
  for (std::size_t at = syllable.size(); at-- > 0;) {
    const std::optional<Shape> shape = shape_on(method, key, syllable[at].base);
    if (!shape || syllable[at].shape == *shape) continue;
    const Shape before = std::exchange(syllable[at].shape, *shape);
    const bool sensible = may_become_syllable(syllable);
    syllable[at].shape = before;
    if (sensible) return at;
  }
  return std::nullopt;
}

void shape_at(Method method, std::span<Letter> syllable, std::size_t at, char32_t key) {
  syllable[at].shape = *shape_on(method, key, syllable[at].base);
}

// Where "ươ", "uơ" or "ưo" begins.
std::optional<std::size_t> horned_pair(std::span<const Letter> letters, bool both, bool either) {
  for (std::size_t at = 0; at + 1 < letters.size(); ++at) {
    if (letters[at].base != U'u' || letters[at + 1].base != U'o' || letters[at + 1].shape == Shape::hat) continue;
    const int horns = (letters[at].shape == Shape::horn ? 1 : 0) + (letters[at + 1].shape == Shape::horn ? 1 : 0);
    if ((horns == 2 && both) || (horns == 1 && either)) return at;
  }
  return std::nullopt;
}

std::optional<std::size_t> toned_letter(std::span<const Letter> letters) {
  for (std::size_t at = letters.size(); at-- > 0;) {
    if (letters[at].tone != Tone::none) return at;
  }
  return std::nullopt;
}

void set_tone(std::span<Letter> syllable, std::size_t at, Tone tone) {
  for (Letter& letter : syllable) letter.tone = Tone::none;
  syllable[at].tone = tone;
}

// Once a word is no Vietnamese, its letters stay plain: "Vietcombank". Abbreviations may have a đ: "HĐND".
bool Composer::is_plain() {
  const std::span<const Letter> letters = word_.all();
  if (letters.empty() || fits(letters)) return false;
  const bool vowels = std::ranges::any_of(letters, is_vowel);
  const bool barred = std::ranges::any_of(letters, [](const Letter& l) { return l.shape == Shape::bar; });
  return vowels || !(barred || letters.back().base == U'd');
}

// What keys act on: behind digits, the last run of letters that may become a syllable.
std::span<Letter> Composer::syllable() {
  const std::span<Letter> letters = word_.all();
  std::size_t begin = letters.size();
  while (begin > 0 && !is_digit(letters[begin - 1].base)) --begin;
  for (std::size_t end = begin + 1; end <= letters.size(); ++end) {
    if (!fits(letters.subspan(begin, end - begin))) begin = end - 1;
  }
  return letters.subspan(begin);
}

void Composer::append(const Letter& letter) {
  if (word_.size == word_.letters.size()) {  // no word: its letters are plain, and the first of them can go
    append_code_point(out_, code_point_of(word_.letters.front()));
    std::ranges::rotate(word_.letters, word_.letters.begin() + 1);
    --word_.size;
    word_.by_w >>= 1U;
  }
  word_.letters.at(word_.size++) = letter;
}

// The modern school reads the keys, not the letters, in an open ươ: "uowf" gives ườ, but "wowf" ừơ.
std::optional<std::size_t> Composer::place_of(std::span<const Letter> letters) const {
  const SyllableParts parts = parts_of(letters);
  const std::size_t at = static_cast<std::size_t>(letters.data() - word_.letters.data()) + parts.nucleus;
  const bool open_pair = parts.coda == letters.size() && parts.coda - parts.nucleus == 2;
  const bool by_w = open_pair && (word_.by_w >> at & 1U) != 0 && letters[parts.nucleus + 1].base == U'o';
  return by_w && placement_ == TonePlacement::modern ? parts.nucleus : tone_place(letters, placement_);
}

bool Composer::give_shape(std::span<Letter> syllable, char32_t key) {
  const std::optional<std::size_t> target = shape_target(method_, syllable, key);
  if (!target) return false;
  shape_at(method_, syllable, *target, key);
  if (is_syllable(syllable)) return true;
  // One w for both: "nguow" is nguơ first, which is nothing, and then ngươ.
  if (const auto second = shape_target(method_, syllable, key)) shape_at(method_, syllable, *second, key);
  return true;
}

// From ươ back to uô: the horn on the u goes with the one on the o.
bool Composer::give_shape_below_horn(std::span<Letter> syllable, char32_t key) {
  const std::optional<std::size_t> u = horned_pair(syllable, true, true);
  if (!u || syllable[*u].shape != Shape::horn) return false;
  syllable[*u].shape = Shape::plain;
  const std::optional<std::size_t> target = shape_target(method_, syllable, key);
  if (target && *target != *u) {
    shape_at(method_, syllable, *target, key);
    return true;
  }
  syllable[*u].shape = Shape::horn;
  return false;
}

// The key has done its work before: undo it, so that the key can type itself.
bool Composer::take_back(std::span<Letter> syllable, char32_t key) {
  if (const std::optional<Tone> tone = tone_of(method_, key)) {
    const std::optional<std::size_t> place = place_of(syllable);
    if (!place || !tone_fits_coda(syllable, *tone)) return false;
    for (Letter& letter : syllable) letter.tone = Tone::none;
    return true;
  }
  bool taken = false;
  for (Letter& letter : syllable) {
    if (letter.shape == Shape::plain || !shape_on(method_, key, letter.base)) continue;
    letter.shape = Shape::plain;
    taken = true;
  }
  return taken;
}

// "thuơ" + n: only ươ goes on.
void Composer::give_missing_horn() {
  const std::span<Letter> letters = syllable();
  const std::optional<std::size_t> pair = horned_pair(letters, false, true);
  if (!pair || *pair + 2 >= letters.size()) return;
  const char32_t key = horn_key(method_);
  if (const auto target = shape_target(method_, letters, key)) shape_at(method_, letters, *target, key);
}

// The mark follows the syllable as it grows, unless a person chose a place for it that one of the schools accepts.
void Composer::settle_tone() {
  const std::span<Letter> letters = syllable();
  const std::optional<std::size_t> toned = toned_letter(letters);
  if (!toned || !fits(letters)) return;
  const std::optional<std::size_t> place = place_of(letters);
  if (!place || *place == *toned) return;
  if (word_.tone_given &&
      (toned == tone_place(letters, TonePlacement::classic) || toned == tone_place(letters, TonePlacement::modern))) {
    return;
  }
  set_tone(letters, *place, letters[*toned].tone);
}

// True when the key did something to the syllable instead of typing a letter.
bool Composer::act(std::span<Letter> letters, char32_t key, bool upper) {
  if (const std::optional<Tone> tone = tone_of(method_, key)) {
    const std::optional<std::size_t> place = place_of(letters);
    if (place && tone_fits_coda(letters, *tone) && letters[*place].tone != *tone) {
      set_tone(letters, *place, *tone);
      word_.tone_given = false;
      return true;
    }
  } else if (give_shape(letters, key) || give_shape_below_horn(letters, key)) {
    return true;
  }
  if (!take_back(letters, key)) return false;
  append_key(key, upper);
  return true;
}

void Composer::press(char32_t code_point) {
  const bool capital = code_point >= U'A' && code_point <= U'Z';
  const char32_t key = capital ? code_point - U'A' + U'a' : code_point;
  const std::optional<Letter> made = letter_by(method_, key);
  const char32_t made_before = std::exchange(word_.made_by, 0);
  word_.ends_no_word = false;
  const bool bracket = made && key != U'w';
  if (is_plain()) {
    append_key(key, capital);
    if (bracket) end(false);
    return;
  }
  if (made && made_before == key) {  // ww: the key itself after all
    word_.last() = {key, Shape::plain, Tone::none, word_.last().upper && !bracket};
    word_.by_w &= ~(std::uint64_t{1} << (word_.size - 1));
    if (bracket) end(false);
    return;
  }
  if (act(syllable(), key, capital)) {
    settle_tone();
    return;
  }
  Letter letter{key, Shape::plain, Tone::none, capital};
  if (made) {
    letter = *made;
    letter.upper = letter.upper || capital;
    word_.made_by = key;
  }
  append(letter);
  if (key == U'w' && made) word_.by_w |= std::uint64_t{1} << (word_.size - 1);
  give_missing_horn();
  settle_tone();
  if (!made || capital || !is_plain()) return;
  if (bracket) {
    word_.last() = {key, Shape::plain, Tone::none, false};
    end(false);
  } else {
    word_.ends_no_word = true;
  }
}

void Composer::take(char32_t code_point) {
  word_.made_by = 0;
  word_.ends_no_word = false;
  const Letter letter = letter_of(code_point);
  const bool plain = is_plain();
  append(letter);
  if (letter.tone != Tone::none) word_.tone_given = true;
  if (plain) return;
  give_missing_horn();
  settle_tone();
}

void Composer::end(bool line_ends) {
  if (line_ends && word_.ends_no_word) {
    word_.last() = {word_.made_by, Shape::plain, Tone::none, word_.last().upper};
  }
  for (const Letter& letter : word_.all()) append_code_point(out_, code_point_of(letter));
  word_ = Word{};
}

}  // namespace

std::string compose_word(Method method, TonePlacement placement, std::string_view keys, std::string_view before) {
  std::string out;
  out.reserve(3 * (keys.size() + before.size()) + 16);
  Composer composer(method, placement, out);
  for (std::size_t at = 0; at < before.size();) composer.take(next_code_point(before, at));
  for (std::size_t at = 0; at < keys.size();) {
    const char32_t code_point = next_code_point(keys, at);
    if (method != Method::plain && is_key(method, code_point)) {
      composer.press(code_point);
    } else {
      composer.take(code_point);
    }
  }
  composer.end(true);
  return out;
}

std::string compose(Method method, TonePlacement placement, std::string_view keys) {
  if (!is_nfc(keys)) return compose(method, placement, nfc(keys));
  std::string out;
  out.reserve(3 * keys.size() + 16);
  Composer composer(method, placement, out);
  for (std::size_t at = 0; at < keys.size();) {
    const char32_t code_point = next_code_point(keys, at);
    if (method != Method::plain && is_key(method, code_point)) {
      composer.press(code_point);
    } else if (is_word_letter(code_point)) {
      composer.take(code_point);
    } else {
      composer.end(false);
      append_code_point(out, code_point);
    }
  }
  composer.end(true);
  if (is_nfc(out)) return out;
  std::string joined = nfc(out);  // a mark typed after a letter that the keys made; almost never
  wipe({reinterpret_cast<std::uint8_t*>(out.data()), out.size()});
  return joined;
}

}  // namespace mn
