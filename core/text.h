// Text from people: one door in (sanitise), one way to compare (fold). Used at the kiosk, the hub and the screen alike.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/result.h"

namespace mn {

inline constexpr std::size_t kNameLettersMax = 90;      // graphemes
inline constexpr std::size_t kMessageLettersMax = 140;  // graphemes

// Strict UTF-8 in (bad_input otherwise), out: NFC; letters of the Latin and Han scripts, ASCII digits, the signs that
// names need (listed in text.cpp) and single spaces, trimmed. Every Vietnamese letter survives. No control, format,
// bidi, private-use or combining character is left; line breaks and other spaces become one space. Cut at letters_max
// graphemes. Idempotent: sanitise(sanitise(x)) == sanitise(x).
Result<std::string> sanitise(std::string_view text, std::size_t letters_max = kNameLettersMax);

// True when sanitise would leave it exactly as it is.
bool is_sanitised(std::string_view text, std::size_t letters_max = kNameLettersMax);

// ASCII capitals for searching and for bank memos: NFD, marks dropped, đ→D, Ð→D, upper case; what has no ASCII form is
// dropped; "Quỹ Bảo trợ" → "QUY BAO TRO". Invalid UTF-8 is dropped, never an error.
std::string fold(std::string_view text);

// Canonical composition (Unicode NFC). Invalid sequences become U+FFFD.
std::string nfc(std::string_view text);

// User-perceived letters (Unicode grapheme clusters).
std::size_t letter_count(std::string_view text);
// The text without its last letter; "" stays "".
std::string without_last_letter(std::string_view text);

}  // namespace mn
