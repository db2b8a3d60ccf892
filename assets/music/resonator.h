// Inside music/ only: the two small filters that everything here is made of.
#pragma once

#include <cmath>
#include <numbers>

#include "assets/music/instruments.h"

namespace mn::music {

inline constexpr double kTurn = 2 * std::numbers::pi;

// What is left of a vibration after one sample, when it takes `seconds` to fall by 60 dB.
inline double left_each_sample(double seconds) { return std::pow(10.0, -3.0 / (seconds * kSamplesASecond)); }

// A mode of something struck: a sine that dies away. next() gives its next sample.
class Mode {
 public:
  Mode(double hertz, double seconds, double phase = 0) {
    const double left = left_each_sample(seconds);
    const double turn = kTurn * hertz / kSamplesASecond;
    step_ = 2 * left * std::cos(turn);
    lose_ = left * left;
    now_ = std::sin(phase);
    before_ = std::sin(phase - turn) / left;
  }
  double next() {
    const double value = now_;
    const double after = step_ * now_ - lose_ * before_;
    before_ = now_;
    now_ = after;
    return value;
  }

 private:
  double step_ = 0;
  double lose_ = 0;
  double now_ = 0;
  double before_ = 0;
};

// A resonance that is driven: lets a band through, 1 at its middle.
class Band {
 public:
  Band(double hertz, double quality) {
    const double turn = kTurn * hertz / kSamplesASecond;
    const double alpha = std::sin(turn) / (2 * quality);
    in_ = alpha / (1 + alpha);
    back_1_ = -2 * std::cos(turn) / (1 + alpha);
    back_2_ = (1 - alpha) / (1 + alpha);
  }
  double next(double value) {
    const double out = in_ * (value - in_2_) - back_1_ * out_1_ - back_2_ * out_2_;
    in_2_ = in_1_;
    in_1_ = value;
    out_2_ = out_1_;
    out_1_ = out;
    return out;
  }

 private:
  double in_ = 0;
  double back_1_ = 0;
  double back_2_ = 0;
  double in_1_ = 0;
  double in_2_ = 0;
  double out_1_ = 0;
  double out_2_ = 0;
};

// Half a cosine from 0 to 1 over `length`.
inline double eased(double at, double length) {
  if (at >= length) return 1;
  return at <= 0 ? 0 : 0.5 - 0.5 * std::cos(std::numbers::pi * at / length);
}

inline std::size_t samples_in(double seconds) {
  return static_cast<std::size_t>(std::lround(std::max(0.0, seconds) * kSamplesASecond));
}

// Lets the last part die away, so that nothing ends with a click.
inline void close_softly(std::vector<float>& samples, double seconds) {
  const std::size_t fade = std::min(samples.size(), samples_in(seconds));
  for (std::size_t left = 0; left < fade; ++left) {
    samples[samples.size() - 1 - left] *=
        static_cast<float>(eased(static_cast<double>(left), static_cast<double>(fade)));
  }
}

}  // namespace mn::music
