// How loud something is to people, in LUFS, by ITU-R BS.1770-4; for 48,000 samples a second. Pure.
#pragma once

#include <span>
#include <vector>

namespace mn::music {

// One or two sides of equal length.
using Sides = std::vector<std::vector<float>>;

// Of the whole, without what is nearly silent: for music. −70 when there is nothing.
double loudness(const Sides& sides);
// Of its loudest 400 ms: for what is shorter than a phrase.
double loudest_moment(const Sides& sides);
// In dBFS, read between the samples too (four times as many), as a loudspeaker would.
double true_peak(const Sides& sides);

}  // namespace mn::music
