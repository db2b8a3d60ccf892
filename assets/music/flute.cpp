// Sáo: a column of air is a few harmonics and the breath around them; it speaks a little late and a little low, and
// trembles when it is held.
#include <algorithm>
#include <array>

#include "assets/music/instruments.h"
#include "assets/music/played.h"
#include "assets/music/resonator.h"

namespace mn::music {

std::vector<float> flute(const Note& note) {
  constexpr double kSpeaks = 0.11;
  // The longer the note, the longer the breath takes to leave it.
  const double ends = std::clamp(0.28 * note.seconds, 0.14, 0.8);
  std::vector<float> out(samples_in(note.seconds + ends));
  Noise noise(note.chance + 31);
  Band breath(note.hertz, 2.5);
  Band hiss(std::min(5'000.0, note.hertz * 4), 0.9);
  double phase = 0;
  constexpr std::array<double, 5> kHarmonics{1.0, 0.26, 0.14, 0.045, 0.02};
  for (std::size_t at = 0; at < out.size(); ++at) {
    const double seconds = static_cast<double>(at) / kSamplesASecond;
    const double held = eased(seconds - 0.3, 0.5);
    const double sway = std::sin(kTurn * 4.9 * seconds);
    const double cents = -28 * (1 - eased(seconds, 0.08)) + 11 * held * sway;
    phase += note.hertz * std::pow(2.0, cents / 1200) / kSamplesASecond;
    phase -= std::floor(phase);
    double tone = 0;
    for (std::size_t harmonic = 0; harmonic < kHarmonics.size(); ++harmonic) {
      const double dark = std::pow(note.strength, 0.5 * static_cast<double>(harmonic));
      tone += kHarmonics[harmonic] * dark * std::sin(kTurn * phase * static_cast<double>(harmonic + 1));
    }
    const double air = noise.next();
    const double swell = eased(seconds, kSpeaks) * eased(static_cast<double>(out.size() - at) / kSamplesASecond, ends);
    const double value = tone * (1 + 0.10 * held * sway) + 0.35 * breath.next(air) + 0.02 * hiss.next(air);
    out[at] = static_cast<float>(0.24 * note.strength * swell * value);
  }
  close_softly(out, 0.02);
  return out;
}

}  // namespace mn::music
