// The room around the instruments: a wooden hall, warm and not long. Pure.
#pragma once

#include <span>

namespace mn::music {

struct Hall {
  double seconds = 1.8;  // until a sound has fallen by 60 dB
  double share = 0.2;    // of it in what is heard
};

// Adds the hall to both sides, in place. What is still under way at their end is cut.
void add_hall(const Hall& hall, std::span<float> left, std::span<float> right);

}  // namespace mn::music
