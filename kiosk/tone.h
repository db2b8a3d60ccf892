// The five tone marks of Vietnamese, put where they belong: on the last vowel group of the last word. Pure; every
// result is NFC.
#pragma once

#include <string>
#include <string_view>

namespace mn::kiosk {

enum class Tone { none, acute, grave, hook, tilde, dot };  // ngang sắc huyền hỏi ngã nặng
inline constexpr int kToneCount = 6;

// The text after a tone key. Classic placement first (hóa, thủy); the same key again moves the mark to the modern place
// where there is one (hoá, thuỷ), and once more takes it away: a donor's own spelling can always be had. Another tone
// replaces the one that stands. No vowel in the last word: unchanged.
std::string with_tone(std::string_view text, Tone tone);

// The text after a letter was typed behind it: a mark that is now in the wrong place moves ("hóa" + "n" gives "hoán").
std::string with_settled_tone(std::string_view text);

// The letter that a tone key would make now ("ú" after "Ngu"); with no vowel to mark, an "a" with the tone.
std::string marked_letter(std::string_view text, Tone tone);

}  // namespace mn::kiosk
