// One table of vowels; everything else is arithmetic on it.
#include "core/letters.h"

#include <array>
#include <optional>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace mn {
namespace {

struct Vowel {
  char32_t base;
  Shape shape;
  std::u32string_view lower;  // by Tone
  std::u32string_view upper;
};

constexpr std::array<Vowel, 12> kVowels = {{
    {U'a', Shape::plain, U"aáàảãạ", U"AÁÀẢÃẠ"},
    {U'a', Shape::breve, U"ăắằẳẵặ", U"ĂẮẰẲẴẶ"},
    {U'a', Shape::hat, U"âấầẩẫậ", U"ÂẤẦẨẪẬ"},
    {U'e', Shape::plain, U"eéèẻẽẹ", U"EÉÈẺẼẸ"},
    {U'e', Shape::hat, U"êếềểễệ", U"ÊẾỀỂỄỆ"},
    {U'i', Shape::plain, U"iíìỉĩị", U"IÍÌỈĨỊ"},
    {U'o', Shape::plain, U"oóòỏõọ", U"OÓÒỎÕỌ"},
    {U'o', Shape::hat, U"ôốồổỗộ", U"ÔỐỒỔỖỘ"},
    {U'o', Shape::horn, U"ơớờởỡợ", U"ƠỚỜỞỠỢ"},
    {U'u', Shape::plain, U"uúùủũụ", U"UÚÙỦŨỤ"},
    {U'u', Shape::horn, U"ưứừửữự", U"ƯỨỪỬỮỰ"},
    {U'y', Shape::plain, U"yýỳỷỹỵ", U"YÝỲỶỸỴ"},
}};

std::optional<Letter> vowel_of(char32_t code_point) {
  for (const Vowel& vowel : kVowels) {
    for (const bool upper : {false, true}) {
      const std::size_t tone = (upper ? vowel.upper : vowel.lower).find(code_point);
      if (tone != std::u32string_view::npos) return Letter{vowel.base, vowel.shape, static_cast<Tone>(tone), upper};
    }
  }
  return std::nullopt;
}

}  // namespace

Letter letter_of(char32_t code_point) {
  if (code_point == U'đ' || code_point == U'Đ') return {U'd', Shape::bar, Tone::none, code_point == U'Đ'};
  if (const std::optional<Letter> vowel = vowel_of(code_point)) return *vowel;
  if (code_point >= U'A' && code_point <= U'Z') return {code_point - U'A' + U'a', Shape::plain, Tone::none, true};
  return {code_point, Shape::plain, Tone::none, false};
}

char32_t code_point_of(const Letter& letter) {
  const Vowel* plain = nullptr;
  for (const Vowel& vowel : kVowels) {
    if (vowel.base != letter.base) continue;
    if (vowel.shape == Shape::plain) plain = &vowel;
    if (vowel.shape == letter.shape) {
      return (letter.upper ? vowel.upper : vowel.lower)[static_cast<std::size_t>(letter.tone)];
    }
  }
  if (plain != nullptr) return (letter.upper ? plain->upper : plain->lower)[static_cast<std::size_t>(letter.tone)];
  if (letter.base == U'd' && letter.shape == Shape::bar) return letter.upper ? U'Đ' : U'đ';
  const bool ascii = letter.base >= U'a' && letter.base <= U'z';
  return letter.upper && ascii ? letter.base - U'a' + U'A' : letter.base;
}

bool is_vowel(const Letter& letter) {
  return letter.base == U'a' || letter.base == U'e' || letter.base == U'i' || letter.base == U'o' ||
         letter.base == U'u' || letter.base == U'y';
}

bool is_word_letter(char32_t code_point) {
  if (code_point < 0x80) return (code_point | 0x20U) >= U'a' && (code_point | 0x20U) <= U'z';
  return u_isalpha(static_cast<UChar32>(code_point)) != 0;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t begin = at;
  UChar32 code_point = 0;
  U8_NEXT(bytes, at, text.size(), code_point);
  if (code_point >= 0) return static_cast<char32_t>(code_point);
  at = begin + 1;
  return 0xFFFD;
}

void append_code_point(std::string& text, char32_t code_point) {
  std::uint8_t bytes[4];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(code_point));
  text.append(reinterpret_cast<const char*>(bytes), size);
}

}  // namespace mn
