// ICU behind the door of text.h. Nothing here knows what a name is for.
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include "core/check.h"

namespace mn {
namespace {

// Signs a name or a short message may hold, beside letters and digits. '·' stands in foreign names written in Han
// letters.
constexpr std::u32string_view kSigns = U"&%.,'-()/+:;!?\"·";

struct PlainForm {
  char32_t fancy;
  std::u32string_view plain;
};

// Signs that keyboards and word processors put in place of the plain ones.
constexpr std::array kPlainSigns = {
    PlainForm{U'‘', U"'"},   PlainForm{U'’', U"'"},  PlainForm{U'ʼ', U"'"},  PlainForm{U'“', U"\""},
    PlainForm{U'”', U"\""},  PlainForm{U'„', U"\""}, PlainForm{U'‐', U"-"},  PlainForm{U'‑', U"-"},
    PlainForm{U'‒', U"-"},   PlainForm{U'–', U"-"},  PlainForm{U'—', U"-"},  PlainForm{U'−', U"-"},
    PlainForm{U'…', U"..."}, PlainForm{U'、', U","}, PlainForm{U'。', U"."}, PlainForm{U'・', U"·"},
};

// Letters that have no canonical decomposition and yet an ASCII form. Ð (eth) is what legacy fonts show for Đ.
constexpr std::array kAsciiLetters = {
    PlainForm{U'đ', U"D"},  PlainForm{U'Đ', U"D"},  PlainForm{U'ð', U"D"},  PlainForm{U'Ð', U"D"},
    PlainForm{U'Ɖ', U"D"},  PlainForm{U'ɖ', U"D"},  PlainForm{U'ø', U"O"},  PlainForm{U'Ø', U"O"},
    PlainForm{U'ł', U"L"},  PlainForm{U'Ł', U"L"},  PlainForm{U'ƀ', U"B"},  PlainForm{U'Ƀ', U"B"},
    PlainForm{U'ı', U"I"},  PlainForm{U'ß', U"SS"}, PlainForm{U'ẞ', U"SS"}, PlainForm{U'æ', U"AE"},
    PlainForm{U'Æ', U"AE"}, PlainForm{U'œ', U"OE"}, PlainForm{U'Œ', U"OE"}, PlainForm{U'þ', U"TH"},
    PlainForm{U'Þ', U"TH"},
};

template <std::size_t N>
std::u32string_view plain_form(const std::array<PlainForm, N>& table, char32_t letter) {
  for (const PlainForm& form : table) {
    if (form.fancy == letter) return form.plain;
  }
  return {};
}

// ICU's own data, read-only and shared by all threads.
const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = instance(status);
  MN_CHECK(U_SUCCESS(status) && found != nullptr, "ICU's normalisation data is missing");
  return *found;
}

icu::UnicodeString normalised(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out = form.normalize(text, status);
  MN_CHECK(U_SUCCESS(status), "ICU could not normalise");
  return out;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

template <class Each>
void for_each_letter(const icu::UnicodeString& text, Each each) {
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) each(text.char32At(i));
}

char ascii_capital(char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c); }

bool is_space(UChar32 letter) { return u_isUWhiteSpace(letter) != 0; }

bool is_full_width_ascii(UChar32 letter) { return letter >= 0xFF01 && letter <= 0xFF5E; }
UChar32 half_width(UChar32 letter) { return letter - 0xFF01 + '!'; }

// Characters that show nothing, but would keep a letter and its mark from composing: zero-width, bidi, tags, variation
// selectors.
bool is_invisible(UChar32 letter) {
  if (is_space(letter)) return false;
  const auto kind = u_charType(letter);
  return kind == U_CONTROL_CHAR || kind == U_FORMAT_CHAR ||
         u_hasBinaryProperty(letter, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_letter(UChar32 letter) {
  const auto kind = u_charType(letter);
  if (kind != U_UPPERCASE_LETTER && kind != U_LOWERCASE_LETTER && kind != U_OTHER_LETTER) return false;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(letter, &status);
  if (script == USCRIPT_HAN) return true;
  // Ligatures, superscripts and other dressed-up Latin letters have plain forms and are not let in.
  static const icu::Normalizer2& compatible = normalizer(icu::Normalizer2::getNFKCInstance);
  return script == USCRIPT_LATIN && compatible.isNormalized(icu::UnicodeString(letter), status);
}

bool is_welcome(UChar32 letter) {
  return (letter >= '0' && letter <= '9') || kSigns.find(static_cast<char32_t>(letter)) != std::u32string_view::npos ||
         is_letter(letter);
}

// Without what is invisible, and with plain signs, so that NFC sees letters and marks side by side.
icu::UnicodeString plainly_typed(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for_each_letter(text, [&](UChar32 letter) {
    if (is_invisible(letter)) return;
    if (is_full_width_ascii(letter)) letter = half_width(letter);
    const std::u32string_view plain = plain_form(kPlainSigns, static_cast<char32_t>(letter));
    if (plain.empty()) out.append(letter);
    for (const char32_t sign : plain) out.append(static_cast<UChar32>(sign));
  });
  return out;
}

// Where the graphemes of a text end, in bytes, in order.
template <class Each>
void for_each_boundary(std::string_view text, Each each) {
  // Cloned for each call: a break iterator holds the text it walks over.
  static const std::unique_ptr<const icu::BreakIterator> pattern = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<const icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    MN_CHECK(U_SUCCESS(status), "ICU's grapheme rules are missing");
    return made;
  }();
  const std::unique_ptr<icu::BreakIterator> letters(pattern->clone());
  UErrorCode status = U_ZERO_ERROR;
  UText* utf8 = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
  MN_CHECK(U_SUCCESS(status), "ICU could not open a text");
  letters->setText(utf8, status);
  MN_CHECK(U_SUCCESS(status), "ICU could not walk a text");
  letters->first();
  for (int32_t end = letters->next(); end != icu::BreakIterator::DONE; end = letters->next()) {
    each(static_cast<std::size_t>(end));
  }
  utext_close(utf8);
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    UChar32 letter = 0;
    U8_NEXT(bytes, i, text.size(), letter);
    if (letter < 0) return start;
  }
  return std::nullopt;
}

Result<std::string> sanitise(std::string_view text, std::size_t letters_max) {
  if (const auto invalid = first_invalid_utf8(text)) {
    return Failure{Cause::bad_input, fmt::format("text is not valid UTF-8 at byte {}", *invalid)};
  }
  static const icu::Normalizer2& composed = normalizer(icu::Normalizer2::getNFCInstance);
  icu::UnicodeString out;
  std::size_t letters = 0;  // code points: of what is welcome none joins with another into one grapheme
  bool space_waits = false;
  bool full = false;
  for_each_letter(normalised(composed, plainly_typed(from_utf8(text))), [&](UChar32 letter) {
    if (is_space(letter)) space_waits = letters > 0;
    if (is_space(letter) || !is_welcome(letter) || full) return;
    const std::size_t more = space_waits ? 2 : 1;
    full = letters + more > letters_max;
    if (full) return;
    if (space_waits) out.append(static_cast<UChar32>(' '));
    out.append(letter);
    letters += more;
    space_waits = false;
  });
  std::string utf8;
  return out.toUTF8String(utf8);
}

bool is_sanitised(std::string_view text, std::size_t letters_max) {
  const Result<std::string> clean = sanitise(text, letters_max);
  return clean.ok() && *clean == text;
}

std::string fold(std::string_view text) {
  // Most memos are plain ASCII already; ICU's road gives the same.
  if (std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; })) {
    std::string out(text);
    for (char& c : out) c = ascii_capital(c);
    return out;
  }
  static const icu::Normalizer2& decomposed = normalizer(icu::Normalizer2::getNFDInstance);
  std::string out;
  for_each_letter(normalised(decomposed, plainly_typed(from_utf8(text))), [&](UChar32 letter) {
    if (is_space(letter)) {
      out.push_back(' ');
    } else if (letter > ' ' && letter < 0x7F) {
      out.push_back(ascii_capital(static_cast<char>(letter)));
    } else {
      for (const char32_t ascii : plain_form(kAsciiLetters, static_cast<char32_t>(letter)))
        out.push_back(static_cast<char>(ascii));
    }
  });
  return out;
}

std::string nfc(std::string_view text) {
  static const icu::Normalizer2& composed = normalizer(icu::Normalizer2::getNFCInstance);
  std::string utf8;
  return normalised(composed, from_utf8(text)).toUTF8String(utf8);
}

bool is_nfc(std::string_view text) {
  if (first_invalid_utf8(text)) return false;
  static const icu::Normalizer2& composed = normalizer(icu::Normalizer2::getNFCInstance);
  UErrorCode status = U_ZERO_ERROR;
  return composed.isNormalizedUTF8({text.data(), static_cast<int32_t>(text.size())}, status) != 0;
}

std::size_t letter_count(std::string_view text) {
  std::size_t count = 0;
  for_each_boundary(text, [&](std::size_t) { ++count; });
  return count;
}

std::string without_last_letter(std::string_view text) {
  std::size_t last = 0;
  std::size_t before_last = 0;
  for_each_boundary(text, [&](std::size_t end) {
    before_last = last;
    last = end;
  });
  return std::string(text.substr(0, before_last));
}

}  // namespace mn
