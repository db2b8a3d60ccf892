// Text from people: one door in (sanitise), one way to compare (fold). Used at the kiosk, the hub and the screen alike.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace mn {

inline constexpr std::size_t kNameLettersMax = 90;      // graphemes
inline constexpr std::size_t kMessageLettersMax = 140;  // graphemes

// Strict UTF-8 in (bad_input otherwise), out: NFC; letters of the Latin and Han scripts, ASCII digits, the signs that
// names and short messages need (listed in text.cpp) and single spaces, trimmed. Every Vietnamese letter survives, in
// whatever form it was typed. No control, format, bidi, private-use or combining character is left; line breaks and
// other spaces become one space. Cut at letters_max graphemes. Full-width signs and typographic quotes and dashes
// become their plain kin. Idempotent: sanitise(sanitise(x)) == sanitise(x).
Result<std::string> sanitise(std::string_view text, std::size_t letters_max = kNameLettersMax);

// True when sanitise would leave it exactly as it is.
bool is_sanitised(std::string_view text, std::size_t letters_max = kNameLettersMax);

// ASCII capitals for searching and for bank memos: NFD, marks dropped, đ→D, Ð→D, upper case; "Quỹ Bảo trợ" → "QUY BAO
// TRO". Printable ASCII signs stay, every other space or line break becomes ' ', what has no ASCII form is dropped.
// Invalid UTF-8 is dropped, never an error. Donors' spellings ("ủy", "uỷ") become equal.
std::string fold(std::string_view text);

// Canonical composition (Unicode NFC). Invalid sequences become U+FFFD.
std::string nfc(std::string_view text);
// Nothing of the text is copied to find out. Invalid UTF-8 is not NFC.
bool is_nfc(std::string_view text);

// Where strict UTF-8 ends (no overlong forms, no surrogates, nothing above U+10FFFF), in bytes; nothing when all of it
// is valid.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// User-perceived letters (Unicode grapheme clusters).
std::size_t letter_count(std::string_view text);
// The text without its last letter; "" stays "".
std::string without_last_letter(std::string_view text);

}  // namespace mn
