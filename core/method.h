// What a key can do in Telex and in VNI, before anybody asks whether the word allows it.
#pragma once

#include <optional>

#include "core/letters.h"

namespace mn {

enum class Method : std::uint8_t { plain, telex, vni };

// Keys are lower case here.
std::optional<Tone> tone_of(Method method, char32_t key);                   // Tone::none: the key clears
std::optional<Shape> shape_on(Method method, char32_t key, char32_t base);  // what the key makes of this base letter
std::optional<Letter> letter_by(Method method, char32_t key);               // Telex w ] } and [ {: ư and ơ at once
char32_t horn_key(Method method);                                           // the key that makes ư and ơ
bool is_digit(char32_t code_point);
// An ASCII letter of either case, or another key that may act.
bool is_key(Method method, char32_t code_point);

}  // namespace mn
