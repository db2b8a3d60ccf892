#include "assets/music/instruments.h"

#include "assets/music/played.h"

namespace mn::music {

double Noise::next() {
  state_ ^= state_ << 13U;
  state_ ^= state_ >> 7U;
  state_ ^= state_ << 17U;
  return static_cast<double>(state_ >> 11U) / 4503599627370496.0 - 1;  // 53 bits, 0 … 2, less 1
}

std::vector<float> played(Instrument instrument, const Note& note) {
  switch (instrument) {
    case Instrument::lute:
      return lute(note);
    case Instrument::bamboo:
      return bamboo(note);
    case Instrument::gong:
      return gong(note);
    case Instrument::flute:
      return flute(note);
    case Instrument::bells:
      return bells(note);
  }
  return {};
}

}  // namespace mn::music
