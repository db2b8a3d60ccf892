// What is played: the pieces as data, written in notes. Composed for this campaign; no tune of anybody's is in it.
#pragma once

#include <span>
#include <string_view>

#include "assets/music/hall.h"
#include "assets/music/instruments.h"

namespace mn::music {

// One instrument's line. Its notes are words with spaces between:
//   C5.4      the note C above middle C, for four sixteenths of a beat's four
//   C4+G4.8   together, from the lowest, as one strums       -.2  a rest
//   after the length: > stronger, < softer, ~ repeated quickly, ^ slid into from a tone below, % spread wide
//   |         after a whole number of beats (it is checked)
struct Line {
  Instrument instrument = Instrument::lute;
  double from_beat = 0;
  double loud_from = 0.5;  // strength of its first note, and of its last
  double loud_to = 0.5;
  double place = 0;  // −1 left … 1 right
  std::string_view notes;
};

struct Tempo {
  double beats_a_minute = 90;
  double slows_from_beat = 1e6;
  double slower_each_beat = 0;  // by this share of a beat's length
};

// The moment of a beat, in seconds from the beginning.
double seconds_at(const Tempo& tempo, double beat);

enum class Measured { moment, whole };  // loudness: of the loudest 400 ms, or of all

struct Piece {
  std::string_view name;  // of its file
  double seconds = 1;     // all of it, with what rings on
  int sides = 1;
  Tempo tempo;
  Hall hall;
  Measured measured = Measured::moment;
  double lufs = -24;
  std::span<const Line> lines;
};

std::span<const Piece> pieces();

}  // namespace mn::music
