// Tone keys: a mark put where it belongs on a word that already stands, also where the word is no Vietnamese syllable
// (Kpă, Niê). Pure; NFC in gives NFC out. Results may hold a donor's name: the caller wipes them.
#pragma once

#include <string>
#include <string_view>

#include "core/syllable.h"

namespace mn {

// The text's last word after a tone key, the rest of the text unchanged. First the mark stands where `placement` says;
// the same key again moves it to where the other school has it, if it has (hóa, hoá), and once more takes it away: a
// donor's own spelling can always be had. Another tone replaces the one that stands. No vowel in the last word:
// unchanged. A word longer than kToneLettersMax is unchanged.
inline constexpr std::size_t kToneLettersMax = 64;
std::string with_tone(std::string_view text, Tone tone, TonePlacement placement = TonePlacement::classic);

// After letters were added to the last word: a mark that is now where neither school has it moves ("hóa" + "n" gives
// "hoán").
std::string with_settled_tone(std::string_view text, TonePlacement placement = TonePlacement::classic);

// The letter that a tone key would make now ("ú" after "Ngu"); with no vowel to mark, an "a" with the tone.
std::string marked_letter(std::string_view text, Tone tone, TonePlacement placement = TonePlacement::classic);

}  // namespace mn
