// Instruments by their numbers: in tune, alike every time, dying away as they should, darker when soft.
#include "assets/music/instruments.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace {

using namespace mn::music;

double strength(std::span<const float> samples, double hertz) {
  double real = 0;
  double imaginary = 0;
  for (std::size_t at = 0; at < samples.size(); ++at) {
    const double along = static_cast<double>(at) / static_cast<double>(samples.size());
    const double value = double{samples[at]} * (0.5 - 0.5 * std::cos(2 * std::numbers::pi * along));
    const double turn = 2 * std::numbers::pi * hertz * static_cast<double>(at) / kSamplesASecond;
    real += value * std::cos(turn);
    imaginary += value * std::sin(turn);
  }
  return std::hypot(real, imaginary) / static_cast<double>(samples.size());
}

std::span<const float> part(const std::vector<float>& samples, double from, double to) {
  const auto at = [&](double seconds) {
    return std::min(samples.size(), static_cast<std::size_t>(seconds * kSamplesASecond));
  };
  return std::span(samples).subspan(at(from), at(to) - at(from));
}

double power(std::span<const float> samples) {
  double sum = 0;
  for (const float sample : samples) sum += double{sample} * double{sample};
  return samples.empty() ? 0 : sum / static_cast<double>(samples.size());
}

// How far the loudest tone near a pitch is from it.
double cents_off(std::span<const float> samples, double hertz) {
  double best = 0;
  double most = 0;
  for (double cents = -60; cents <= 60; cents += 1) {
    const double here = strength(samples, hertz * std::pow(2.0, cents / 1200));
    if (here > most) {
      most = here;
      best = cents;
    }
  }
  return best;
}

// Share of the power above a frequency, roughly: by what a difference of neighbours lets through.
double brightness(const std::vector<float>& samples) {
  std::vector<float> steps;
  for (std::size_t at = 1; at < samples.size(); ++at) steps.push_back(samples[at] - samples[at - 1]);
  return power(steps) / power(samples);
}

constexpr std::array kPitches{130.81, 196.00, 261.63, 329.63, 440.00, 523.25, 587.33, 783.99, 880.00, 1046.50};

TEST(Instruments, LuteAndBambooAndFluteAreInTune) {
  for (const double hertz : kPitches) {
    EXPECT_LE(std::abs(cents_off(part(played(Instrument::lute, {hertz, 1.0, 0.6, 0, 1}), 0.05, 0.34), hertz)), 4)
        << hertz;
    EXPECT_LE(std::abs(cents_off(part(played(Instrument::bamboo, {hertz, 1.0, 0.6, 0, 1}), 0.0, 0.3), hertz)), 8)
        << hertz;
    EXPECT_LE(std::abs(cents_off(part(played(Instrument::flute, {hertz, 1.0, 0.6, 0, 1}), 0.1, 0.4), hertz)), 6)
        << hertz;
  }
}

TEST(Instruments, ASlideBeginsBelowAndEndsOnThePitch) {
  const std::vector<float> slid = played(Instrument::lute, {440, 1.0, 0.6, -2, 1});
  EXPECT_GT(strength(part(slid, 0, 0.035), 400), strength(part(slid, 0, 0.035), 440));
  EXPECT_LE(std::abs(cents_off(part(slid, 0.1, 0.34), 440)), 4);
}

TEST(Instruments, BeginAndEndInSilence) {
  for (int index = 0; index < kInstrumentCount; ++index) {
    for (const double hertz : kPitches) {
      for (const double loud : {0.02, 0.5, 1.0}) {
        const std::vector<float> samples = played(static_cast<Instrument>(index), {hertz, 0.4, loud, 0, 3});
        ASSERT_FALSE(samples.empty());
        ASSERT_LT(std::abs(samples.front()), 1e-4F) << index << " " << hertz;
        ASSERT_LT(std::abs(samples.back()), 1e-4F) << index << " " << hertz;
        const float most = *std::max_element(samples.begin(), samples.end());
        ASSERT_GT(most, 0.02F * static_cast<float>(loud)) << index << " " << hertz;
        ASSERT_LT(most, 1.6F) << index << " " << hertz;
        ASSERT_TRUE(std::all_of(samples.begin(), samples.end(), [](float sample) { return std::isfinite(sample); }));
      }
    }
  }
}

TEST(Instruments, AreTheSameEveryTimeAndNoTwoStrokesAreAlike) {
  for (const Instrument one : {Instrument::lute, Instrument::bamboo, Instrument::flute, Instrument::bells}) {
    EXPECT_EQ(played(one, {440, 0.5, 0.5, 0, 1}), played(one, {440, 0.5, 0.5, 0, 1}));
    EXPECT_NE(played(one, {440, 0.5, 0.5, 0, 1}), played(one, {440, 0.5, 0.5, 0, 2}));
  }
}

TEST(Instruments, WhatIsStruckSoftlyIsDarker) {
  for (const Instrument one : {Instrument::lute, Instrument::bamboo, Instrument::gong, Instrument::flute}) {
    const double soft = brightness(played(one, {330, 0.6, 0.2, 0, 1}));
    const double strong = brightness(played(one, {330, 0.6, 0.9, 0, 1}));
    EXPECT_LT(soft, 0.95 * strong) << static_cast<int>(one);
  }
}

TEST(Instruments, AStringDiesAwayAndItsHighTonesSooner) {
  const std::vector<float> samples = played(Instrument::lute, {196, 2.0, 0.7, 0, 1});
  const auto fall = [&](double hertz) {
    return 20 * std::log10(strength(part(samples, 0.02, 0.22), hertz) / strength(part(samples, 0.52, 0.72), hertz));
  };
  EXPECT_NEAR(fall(196), 0.5 * 60 / 2.6, 3) << "the written ring";
  EXPECT_GT(fall(196 * 8), fall(196) + 6);
}

TEST(Instruments, AGongSwellsThenRingsForSeconds) {
  const std::vector<float> samples = played(Instrument::gong, {130.81, 1, 0.8, 0, 1});
  EXPECT_GT(power(part(samples, 0.05, 0.25)), 1.2 * power(part(samples, 0, 0.015))) << "a wrapped mallet, no crack";
  EXPECT_GT(power(part(samples, 2.0, 2.5)), 0.0005 * power(part(samples, 0.05, 0.25)));
}

}  // namespace
