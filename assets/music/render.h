// From the score to samples: every note played, placed, put into the hall, brought to its loudness. Pure and the same
// on every machine up to the last digits of its arithmetic.
#pragma once

#include "assets/music/loudness.h"
#include "assets/music/score.h"

namespace mn::music {

// As many sides as the piece has. Begins and ends in silence. The true peak stays below what ui/sound.h begins to bend.
inline constexpr double kPeakMostDbfs = -4.5;
Sides rendered(const Piece& piece);

// In LUFS, measured as the piece wants it, and as a hall hears it: one side comes from both loudspeakers.
double loudness_of(const Piece& piece, Sides sides);

// The file's bytes: RIFF WAVE, 16 bits.
std::vector<std::uint8_t> wave_file(const Sides& sides);

}  // namespace mn::music
