// Vietnamese typing: keys in, letters out. Telex and VNI as people know them from their own machines: the answers are
// those of fcitx5-bamboo's "Telex 2" and "VNI", traps included (Samsung gives Sámung). Pure; nothing typed stays
// behind.
#pragma once

#include <string>
#include <string_view>

#include "core/method.h"
#include "core/syllable.h"

namespace mn {

// Letters of a word that composition looks at; those beyond stand as they were typed.
inline constexpr std::size_t kComposedLettersMax = 64;

// One word: the keys typed since it began, as UTF-8. ASCII letters (VNI: and digits; Telex: and [ ] { }) act as keys;
// ready-made letters (ô, ướ) join in as they are. `before` is a beginning of the word that already stands and is not
// typed anew: keys may put a tone or a shape on it, but its own letters are no keys any more.
// Telex: aa aw ee oo ow uw w dd, s f r x j, z clears. VNI: 1–5, 6 mũ, 7 móc, 8 trăng, 9 đ, 0 clears. The same key again
// takes its effect back and types itself. Tone keys may come anywhere in the syllable. A word that is no Vietnamese
// syllable any more goes on as plain letters. The result is NFC. It may be a donor's name: the caller wipes it.
std::string compose_word(Method method, TonePlacement placement, std::string_view keys, std::string_view before = {});

// A whole line: words end at anything that is neither a letter nor a key that acts; invalid UTF-8 becomes U+FFFD.
std::string compose(Method method, TonePlacement placement, std::string_view keys);

}  // namespace mn
