// Amounts in words. Vietnamese is our own, for no library has the forms' rules right; English is ICU's.
#include "core/words.h"

#include <array>
#include <cstdint>
#include <string_view>

#include <unicode/rbnf.h>

#include "core/check.h"

namespace mn {
namespace {

constexpr std::uint64_t kBillion = 1'000'000'000;
constexpr std::array<std::string_view, 10> kDigitWords = {"không", "một", "hai", "ba",  "bốn",
                                                          "năm",   "sáu", "bảy", "tám", "chín"};

std::uint64_t magnitude(Money amount) {
  const auto bits = static_cast<std::uint64_t>(amount.dong);
  return amount.dong < 0 ? 0 - bits : bits;
}

void say(std::string& words, std::string_view word) {
  if (!words.empty()) words += ' ';
  words += word;
}

// The last digit changes its name after "mươi" and "mười": mốt, tư, lăm.
std::string_view unit_word(std::size_t tens, std::size_t units, const WordForms& forms) {
  if (tens > 1 && units == 1) return "mốt";
  if (tens > 1 && units == 4 && !forms.bon_for_tu) return "tư";
  if (tens > 0 && units == 5) return "lăm";
  return kDigitWords[units];
}

// 1 to 999. In full, as after a higher group: "không trăm linh năm".
void say_group(std::string& words, std::uint64_t group, bool in_full, const WordForms& forms) {
  const std::size_t hundreds = group / 100;
  const std::size_t tens = group / 10 % 10;
  const std::size_t units = group % 10;
  const bool has_hundreds = hundreds > 0 || in_full;
  if (has_hundreds) {
    say(words, kDigitWords[hundreds]);
    say(words, "trăm");
  }
  if (tens == 1) say(words, "mười");
  if (tens > 1) {
    say(words, kDigitWords[tens]);
    say(words, "mươi");
  }
  if (units == 0) return;
  if (tens == 0 && has_hundreds) say(words, forms.le_for_linh ? "lẻ" : "linh");
  say(words, unit_word(tens, units, forms));
}

// Not 0. Groups of zeros are left out; above a billion, tỷ are counted like anything else: "một nghìn tỷ", "một tỷ tỷ".
void say_number(std::string& words, std::uint64_t value, const WordForms& forms) {
  if (value >= kBillion) {
    say_number(words, value / kBillion, forms);
    say(words, forms.ti_for_ty ? "tỉ" : "tỷ");
    value %= kBillion;
  }
  const std::string_view thousand = forms.ngan_for_nghin ? "ngàn" : "nghìn";
  const std::array<std::pair<std::uint64_t, std::string_view>, 3> groups = {
      {{value / 1'000'000, "triệu"}, {value / 1'000 % 1'000, thousand}, {value % 1'000, ""}}};
  for (const auto& [group, name] : groups) {
    if (group == 0) continue;
    say_group(words, group, !words.empty(), forms);
    if (!name.empty()) say(words, name);
  }
}

std::string in_english(std::uint64_t value) {
  // One a thread: making one takes milliseconds, and ICU does not promise that two threads may format with the same.
  thread_local const icu::RuleBasedNumberFormat spell_out = [] {
    UErrorCode status = U_ZERO_ERROR;
    icu::RuleBasedNumberFormat made(icu::URBNF_SPELLOUT, icu::Locale::getEnglish(), status);
    MN_CHECK(U_SUCCESS(status), "ICU's English number words are missing");
    return made;
  }();
  constexpr std::uint64_t kQuintillion = kBillion * kBillion;  // from here on ICU writes figures
  if (value >= kQuintillion) {
    const std::string high = in_english(value / kQuintillion) + " quintillion";
    return value % kQuintillion == 0 ? high : high + ' ' + in_english(value % kQuintillion);
  }
  icu::UnicodeString words;
  spell_out.format(static_cast<int64_t>(value), words);
  std::string utf8;
  return words.toUTF8String(utf8);
}

// 二百万; ICU's rules for Simplified Chinese.
std::string in_chinese(std::uint64_t value) {
  thread_local const icu::RuleBasedNumberFormat spell_out = [] {
    UErrorCode status = U_ZERO_ERROR;
    icu::RuleBasedNumberFormat made(icu::URBNF_SPELLOUT, icu::Locale("zh", "CN"), status);
    MN_CHECK(U_SUCCESS(status), "ICU carries its Chinese rules");
    return made;
  }();
  icu::UnicodeString words;
  spell_out.format(static_cast<int64_t>(value), words);
  std::string utf8;
  return words.toUTF8String(utf8);
}

std::string with_capital(std::string words) {
  constexpr std::string_view kNegative = "â";
  if (words.starts_with(kNegative)) return "Â" + words.substr(kNegative.size());
  if (words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace

std::string_view language_text(Language language) {
  switch (language) {
    case Language::vi:
      return "vi";
    case Language::en:
      return "en";
    case Language::zh:
      return "zh";
  }
  return "vi";
}

std::optional<Language> read_language(std::string_view text) {
  for (const Language language : kLanguages) {
    if (language_text(language) == text) return language;
  }
  return std::nullopt;
}

std::string number_in_words(Money amount, Language language, const WordForms& forms) {
  const std::uint64_t value = magnitude(amount);
  const bool negative = amount.dong < 0;
  switch (language) {
    case Language::vi: {
      std::string words;
      if (value > 0) say_number(words, value, forms);
      if (value == 0) words = kDigitWords[0];
      return negative ? "âm " + words : words;
    }
    case Language::en:
      return (negative ? "minus " : "") + in_english(value);
    case Language::zh:
      return (negative ? "负" : "") + in_chinese(value);
  }
  MN_CHECK(false, "a language of its own");
}

std::string amount_in_words(Money amount, Language language, const WordForms& forms) {
  const std::string words = with_capital(number_in_words(amount, language, forms));
  switch (language) {
    case Language::vi:
      return words + (amount.dong != 0 && amount.dong % 1'000 == 0 ? " đồng chẵn" : " đồng");
    case Language::en:
      return words + " dong";
    case Language::zh:
      return words + "越南盾";
  }
  MN_CHECK(false, "a language of its own");
}

}  // namespace mn
