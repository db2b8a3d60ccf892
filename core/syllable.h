// What a Vietnamese syllable may look like: onset, nucleus, coda, which go together, and where the tone mark stands.
// Facts about the language; who typed what, and how, is compose.h's business.
#pragma once

#include <optional>
#include <span>

#include "core/letters.h"

namespace mn {

// hòa, thủy (classic) or hoà, thuỷ (modern): they differ in open oa, oe, uy only.
enum class TonePlacement : std::uint8_t { classic, modern };

// letters = onset [0, nucleus) + nucleus [nucleus, coda) + coda [coda, end).
struct SyllableParts {
  std::size_t nucleus = 0;
  std::size_t coda = 0;
};
// The coda is what follows the last vowels. "gi" before a vowel and "qu" are onsets.
SyllableParts parts_of(std::span<const Letter> letters);

// A whole syllable, tone and coda included: "người", "Đắk", "hoặc"; not "nguơi", "hòc".
bool is_syllable(std::span<const Letter> letters);
// A syllable, or what can become one by more letters or by shapes on those that are there: "ng", "nguo", "tie".
bool may_become_syllable(std::span<const Letter> letters);

// After c, ch, k, p, t only sắc and nặng are heard (and no tone yet).
bool tone_fits_coda(std::span<const Letter> letters, Tone tone);

// The letter that carries the tone; nothing without a nucleus of one to three vowels.
std::optional<std::size_t> tone_place(std::span<const Letter> letters, TonePlacement placement);

}  // namespace mn
