// Reads a line's words into notes with their times and strengths. A word that is no note ends the program: the score is
// part of it.
#pragma once

#include <vector>

#include "assets/music/score.h"

namespace mn::music {

struct Placed {
  Note note;
  double at_seconds = 0;
  double place = 0;
  Instrument instrument = Instrument::lute;
};

std::vector<Placed> read_line(const Line& line, const Tempo& tempo);

}  // namespace mn::music
