// The instruments that the hall's music is played on, as physical models: plucked strings on a gourd, struck bamboo, a
// bossed gong, a bamboo flute, a chain of small bells. Nothing is recorded. Pure: the same note, the same samples.
#pragma once

#include <cstdint>
#include <vector>

namespace mn::music {

inline constexpr int kSamplesASecond = 48'000;

enum class Instrument {
  lute,    // đàn tính: the gourd lute of the Tày and Nùng, silk strings, plucked with the nail
  bamboo,  // tubes of bamboo, struck softly
  gong,    // a small bossed gong, with a wrapped mallet
  flute,   // sáo: a bamboo flute, for long notes
  bells,   // xóc nhạc: the chain of small bells shaken to then songs; has no pitch
};
inline constexpr int kInstrumentCount = 5;

struct Note {
  double hertz = 440;
  double seconds = 0.5;      // as written; what rings, rings on for a while
  double strength = 0.5;     // 0 … 1: softer is also darker
  double slide_from = 0;     // semitones: the note begins so far from its pitch and slides to it (lute)
  std::uint32_t chance = 0;  // tells equal notes apart, as no two strokes are alike
};

// One channel, beginning and ending in silence; at strength 1 the peak is about 0.5 … 1.
std::vector<float> played(Instrument instrument, const Note& note);

// Noise that is the same every time, −1 … 1.
class Noise {
 public:
  explicit Noise(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15ULL + 1) {}
  double next();

 private:
  std::uint64_t state_;
};

}  // namespace mn::music
