// Inside music/ only: each instrument's own function; played() chooses.
#pragma once

#include <vector>

#include "assets/music/instruments.h"

namespace mn::music {

std::vector<float> lute(const Note& note);
std::vector<float> bamboo(const Note& note);
std::vector<float> gong(const Note& note);
std::vector<float> flute(const Note& note);
std::vector<float> bells(const Note& note);

}  // namespace mn::music
