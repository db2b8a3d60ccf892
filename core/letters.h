// Vietnamese letters taken apart and put together: base letter, shape (mũ, trăng, móc, gạch), tone, case. All 146 of
// them, as single code points (NFC); any other letter or sign passes through as its own base.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mn {

enum class Tone : std::uint8_t { none, acute, grave, hook, tilde, dot };  // ngang sắc huyền hỏi ngã nặng
inline constexpr int kToneCount = 6;

enum class Shape : std::uint8_t { plain, hat, breve, horn, bar };  // a â ă ơ đ

struct Letter {
  char32_t base = 0;  // a lower-case letter without shape and tone; or whatever else was typed
  Shape shape = Shape::plain;
  Tone tone = Tone::none;
  bool upper = false;
  bool operator==(const Letter&) const = default;
};

Letter letter_of(char32_t code_point);
// The inverse. A tone on what is no vowel, or a shape that the base does not have, is left out.
char32_t code_point_of(const Letter& letter);

// a ă â e ê i o ô ơ u ư y, in either case and with any tone.
bool is_vowel(const Letter& letter);
// Belongs to a word: a letter of any script.
bool is_word_letter(char32_t code_point);

// Walks UTF-8: the code point at `at`, which moves past it. Invalid bytes are U+FFFD, one each.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_code_point(std::string& text, char32_t code_point);

}  // namespace mn
