// The last word as letters, on the stack and overwritten when done; the text around it is copied once.
#include "core/tone.h"

#include <array>
#include <utility>

#include "core/bytes.h"
#include "core/crypto.h"

namespace mn {
namespace {

struct LastWord {
  std::size_t begin = 0;  // bytes before it
  std::array<Letter, kToneLettersMax> letters{};
  std::size_t size = 0;

  LastWord() = default;
  LastWord(const LastWord&) = delete;
  LastWord& operator=(const LastWord&) = delete;
  ~LastWord() { wipe({reinterpret_cast<std::uint8_t*>(letters.data()), sizeof letters}); }
  std::span<Letter> all() { return std::span(letters).first(size); }
};

void read_last_word(std::string_view text, LastWord& word) {
  bool too_long = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    if (!is_word_letter(code_point)) {
      word.begin = at;
      word.size = 0;
      too_long = false;
    } else if (word.size == word.letters.size()) {
      too_long = true;
    } else {
      word.letters.at(word.size++) = letter_of(code_point);
    }
  }
  if (too_long) word.size = 0;
}

// Where a school has the mark. Beyond the syllables of the language: on a shaped vowel, or on the last one of a closed
// group, or on the second of an open one.
std::optional<std::size_t> place(std::span<const Letter> letters, TonePlacement placement) {
  SyllableParts parts = parts_of(letters);
  if (parts.nucleus == letters.size() && (letters.empty() || !is_vowel(letters.back()))) return std::nullopt;
  if (parts.nucleus == parts.coda) --parts.nucleus;  // the u of a lonely "qu"
  for (std::size_t at = parts.coda; at-- > parts.nucleus;) {
    if (letters[at].shape != Shape::plain) return at;
  }
  if (const std::optional<std::size_t> usual = tone_place(letters, placement)) return usual;
  if (parts.coda - parts.nucleus == 1) return parts.nucleus;
  return parts.coda < letters.size() ? parts.coda - 1 : parts.nucleus + 1;
}

TonePlacement other(TonePlacement placement) {
  return placement == TonePlacement::classic ? TonePlacement::modern : TonePlacement::classic;
}

std::span<Letter> last_vowels(std::span<Letter> letters) {
  const SyllableParts parts = parts_of(letters);
  std::size_t begin = parts.coda;
  while (begin > 0 && is_vowel(letters[begin - 1])) --begin;
  return letters.subspan(begin, parts.coda - begin);
}

std::optional<std::size_t> marked_place(std::span<Letter> letters) {
  for (const Letter& letter : last_vowels(letters)) {
    if (letter.tone != Tone::none) return static_cast<std::size_t>(&letter - letters.data());
  }
  return std::nullopt;
}

std::string joined(std::string_view text, LastWord& word) {
  std::string out;
  out.reserve(text.size() + 3 * kToneLettersMax);
  out += text.substr(0, word.begin);
  for (const Letter& letter : word.all()) append_code_point(out, code_point_of(letter));
  return out;
}

}  // namespace

std::string with_tone(std::string_view text, Tone tone, TonePlacement placement) {
  LastWord word;
  read_last_word(text, word);
  const std::span<Letter> letters = word.all();
  const std::optional<std::size_t> wanted = place(letters, placement);
  if (!wanted) return std::string(text);
  const std::optional<std::size_t> second = place(letters, other(placement));
  const std::optional<std::size_t> before = marked_place(letters);
  const bool same = before && letters[*before].tone == tone;
  for (Letter& letter : last_vowels(letters)) letter.tone = Tone::none;
  if (!same) {
    letters[*wanted].tone = tone;
  } else if (second != wanted && before != second) {
    letters[*second].tone = tone;
  }
  return joined(text, word);
}

std::string with_settled_tone(std::string_view text, TonePlacement placement) {
  LastWord word;
  read_last_word(text, word);
  const std::span<Letter> letters = word.all();
  const std::optional<std::size_t> at = marked_place(letters);
  const std::optional<std::size_t> wanted = place(letters, placement);
  if (!at || !wanted || at == wanted || at == place(letters, other(placement))) return std::string(text);
  letters[*wanted].tone = std::exchange(letters[*at].tone, Tone::none);
  return joined(text, word);
}

std::string marked_letter(std::string_view text, Tone tone, TonePlacement placement) {
  LastWord word;
  read_last_word(text, word);
  const std::span<Letter> letters = word.all();
  const std::optional<std::size_t> at = place(letters, placement);
  Letter letter = at ? letters[*at] : Letter{U'a'};
  letter.tone = tone;
  std::string out;
  append_code_point(out, code_point_of(letter));
  return out;
}

}  // namespace mn
