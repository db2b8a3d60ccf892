// What is struck or shaken is a sum of its modes, each a sine that dies away in its own time.
#include <algorithm>
#include <array>

#include "assets/music/instruments.h"
#include "assets/music/played.h"
#include "assets/music/resonator.h"

namespace mn::music {

// A tube cut to a tongue: the air in it sings the note, the wall adds two overtones that are gone at once.
std::vector<float> bamboo(const Note& note) {
  const double ring = std::clamp(0.85 * std::pow(440 / note.hertz, 0.4), 0.35, 1.2);
  std::vector<float> out(samples_in(ring));
  Mode tube(note.hertz, ring);
  Mode wall(note.hertz * 1.006, ring * 0.55);
  Mode second(note.hertz * 2.74, 0.20);
  Mode third(note.hertz * 5.18, 0.07);
  Band mallet(std::min(1'300.0, note.hertz * 2.2), 1.2);
  Noise noise(note.chance + 5);
  const double soft = 0.0035 - 0.002 * note.strength;  // how long the mallet touches
  for (std::size_t at = 0; at < out.size(); ++at) {
    const double seconds = static_cast<double>(at) / kSamplesASecond;
    const double knock = mallet.next(noise.next()) * std::exp(-seconds / 0.006);
    const double value = 0.62 * tube.next() + 0.24 * wall.next() + 0.34 * note.strength * second.next() +
                         0.14 * note.strength * third.next() + 0.45 * knock;
    out[at] = static_cast<float>(0.8 * note.strength * eased(seconds, soft) * value);
  }
  close_softly(out, 0.1);
  return out;
}

// The boss gives it a pitch; each mode is a pair a little apart, whose beating is the gong's breath; what is high comes
// later, and goes sooner.
std::vector<float> gong(const Note& note) {
  struct Partial {
    double ratio;
    double loud;
    double ring;   // seconds
    double apart;  // hertz
    double comes;  // seconds
  };
  constexpr std::array<Partial, 8> kPartials{{{1.000, 1.00, 5.6, 0.45, 0.010},
                                              {1.498, 0.30, 3.4, 0.80, 0.030},
                                              {2.004, 0.55, 3.2, 0.90, 0.020},
                                              {2.520, 0.16, 2.3, 1.30, 0.060},
                                              {3.007, 0.22, 2.1, 1.10, 0.050},
                                              {4.020, 0.12, 1.5, 1.70, 0.080},
                                              {5.310, 0.06, 1.0, 2.30, 0.110},
                                              {6.830, 0.03, 0.7, 3.10, 0.140}}};
  std::vector<float> out(samples_in(5.0));
  for (const Partial& partial : kPartials) {
    const double hertz = note.hertz * partial.ratio;
    Mode one(hertz - partial.apart / 2, partial.ring);
    Mode other(hertz + partial.apart / 2, partial.ring * 0.9);
    const double bright = partial.ratio < 1.2 ? 1 : std::pow(note.strength, 0.35 * partial.ratio);
    for (std::size_t at = 0; at < out.size(); ++at) {
      const double seconds = static_cast<double>(at) / kSamplesASecond;
      const double value = (0.6 * one.next() + 0.4 * other.next()) * (1 - std::exp(-seconds / partial.comes));
      out[at] += static_cast<float>(0.5 * note.strength * bright * partial.loud * value);
    }
  }
  for (std::size_t at = 0; at < samples_in(0.008); ++at) {
    out[at] *= static_cast<float>(eased(static_cast<double>(at) / kSamplesASecond, 0.008));
  }
  close_softly(out, 1.0);
  return out;
}

// A dozen and a half small bells, each touched once within a tenth of a second.
std::vector<float> bells(const Note& note) {
  std::vector<float> out(samples_in(0.55));
  Noise noise(note.chance + 101);
  for (int bell = 0; bell < 18; ++bell) {
    const double hertz = 2'900 + 3'400 * std::pow(0.5 + 0.5 * noise.next(), 1.3);
    const double ring = 0.12 + 0.16 * (0.5 + 0.5 * noise.next());
    const double loud = 0.4 + 0.6 * (0.5 + 0.5 * noise.next());
    Mode mode(hertz, ring);
    const std::size_t begin = samples_in(0.11 * std::pow(0.5 + 0.5 * noise.next(), 1.4));
    for (std::size_t at = begin; at < std::min(out.size(), begin + samples_in(ring)); ++at) {
      const double seconds = static_cast<double>(at - begin) / kSamplesASecond;
      out[at] += static_cast<float>(0.17 * note.strength * loud * eased(seconds, 0.002) * mode.next());
    }
  }
  close_softly(out, 0.1);
  return out;
}

}  // namespace mn::music
