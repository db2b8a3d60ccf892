// Sounds by their numbers: how long, how loud, which notes, and that no sum of them clips.
#include "ui/sound.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

using namespace mn::ui;

double peak(std::span<const float> samples) {
  float most = 0;
  for (const float sample : samples) most = std::max(most, std::abs(sample));
  return double{most};
}

// How much of a frequency there is (Goertzel).
double strength(std::span<const float> samples, double hertz) {
  const double turn = 2 * std::numbers::pi * hertz / kSamplesASecond;
  double real = 0;
  double imaginary = 0;
  for (std::size_t at = 0; at < samples.size(); ++at) {
    real += samples[at] * std::cos(turn * static_cast<double>(at));
    imaginary += samples[at] * std::sin(turn * static_cast<double>(at));
  }
  return std::hypot(real, imaginary) / static_cast<double>(samples.size());
}

struct Case {
  Sound sound;
  const char* name;
  double length_ms;
  double least_peak;
  double most_peak;
};
class Sounds : public testing::TestWithParam<Case> {};

TEST_P(Sounds, AreAsLongAndLoudAsTheyShouldBe) {
  const Case& wanted = GetParam();
  const std::vector<float> samples = synthesised(wanted.sound);
  EXPECT_NEAR(static_cast<double>(samples.size()) * 1000 / kSamplesASecond, wanted.length_ms, 0.1);
  EXPECT_GE(peak(samples), wanted.least_peak);
  EXPECT_LE(peak(samples), wanted.most_peak);
  EXPECT_LT(std::abs(samples.front()), 0.01F) << "no click at the beginning";
  EXPECT_LT(std::abs(samples.back()), 0.001F) << "nor at the end";
  double sum = 0;
  for (const float sample : samples) sum += sample;
  EXPECT_LT(std::abs(sum) / static_cast<double>(samples.size()), 0.02) << "the cone rests in the middle";
  EXPECT_EQ(samples, synthesised(wanted.sound)) << "the same every time";
}

INSTANTIATE_TEST_SUITE_P(All, Sounds,
                         testing::Values(Case{Sound::tap, "tap", 55, 0.3, 0.75}, Case{Sound::key, "key", 36, 0.1, 0.45},
                                         Case{Sound::back, "back", 260, 0.2, 0.7},
                                         Case{Sound::warning, "warning", 460, 0.25, 0.8},
                                         Case{Sound::done, "done", 950, 0.2, 0.8}),
                         [](const auto& made) { return made.param.name; });

TEST(SoundNotes, TapIsOverWithinSixtyMillisecondsAndDeep) {
  const std::vector<float> tap = synthesised(Sound::tap);
  EXPECT_GE(tap.size(), 30U * kSamplesASecond / 1000);
  EXPECT_LE(tap.size(), 60U * kSamplesASecond / 1000);
  EXPECT_GT(strength(tap, 150), 4 * strength(tap, 2000)) << "a thump, not a beep";
}

TEST(SoundNotes, DoneRisesThroughThreeNotes) {
  const std::vector<float> done = synthesised(Sound::done);
  const auto part = [&](double from_ms, double to_ms) {
    const auto at = [](double ms) { return static_cast<std::size_t>(ms * kSamplesASecond / 1000); };
    return std::span(done).subspan(at(from_ms), at(to_ms) - at(from_ms));
  };
  EXPECT_GT(strength(part(5, 115), 523.25), 3 * strength(part(5, 115), 783.99));
  EXPECT_GT(strength(part(125, 235), 587.33), 2 * strength(part(5, 115), 587.33));
  EXPECT_GT(strength(part(300, 600), 783.99), 2 * strength(part(300, 600), 523.25));
}

TEST(SoundNotes, BackFalls) {
  const std::vector<float> back = synthesised(Sound::back);
  const std::span<const float> all(back);
  const std::size_t half = back.size() / 3;
  EXPECT_GT(strength(all.first(half), 440), strength(all.first(half), 329.63));
  EXPECT_GT(strength(all.subspan(2 * half), 329.63), strength(all.subspan(2 * half), 440));
}

TEST(Mixing, TwoAtOnceAreTheSumWhileTheyAreSoft) {
  const std::vector<float> key = synthesised(Sound::key);
  Mix mix;
  add_voice(mix, key, 0.5F);
  add_voice(mix, key, 0.5F);
  std::vector<float> out(key.size());
  mix_next(mix, out);
  for (std::size_t at = 0; at < out.size(); ++at) ASSERT_NEAR(out[at], key[at], 1e-5);
  EXPECT_TRUE(mix.voices.empty()) << "over together";
}

TEST(Mixing, AnyCrowdOfSoundsStaysBelowClipping) {
  std::vector<std::vector<float>> sounds;
  for (int index = 0; index < kSoundCount; ++index) sounds.push_back(synthesised(static_cast<Sound>(index)));
  const std::vector<float> full(5000, 1.0F);
  Mix mix;
  std::vector<float> out(512);
  float last = 0;
  float jump = 0;
  for (int round = 0; round < 400; ++round) {
    for (int more = 0; more < round % 7; ++more)
      add_voice(mix, sounds[static_cast<std::size_t>(round * 3 + more) % 5], 1);
    if (round == 200) add_voice(mix, full, 4);
    mix_next(mix, out);
    ASSERT_LE(peak(out), double{kPeakMost}) << round;
    ASSERT_LE(mix.voices.size(), 2 * kVoicesMost);
    for (const float sample : out) {
      if (round < 190) jump = std::max(jump, std::abs(sample - last));
      last = sample;
    }
  }
  EXPECT_LT(jump, 0.5F) << "giving way is no crackle";
}

TEST(Mixing, WithoutVoicesIsSilence) {
  Mix mix;
  std::vector<float> out(64, 0.7F);
  mix_next(mix, out);
  EXPECT_EQ(peak(out), 0);
}

TEST(Volume, GoesFromOffToFull) {
  EXPECT_FLOAT_EQ(gain_of(0), 0);
  EXPECT_FLOAT_EQ(gain_of(100), 1);
  EXPECT_FLOAT_EQ(gain_of(50), 0.25F);
  EXPECT_FLOAT_EQ(gain_of(-5), 0);
  EXPECT_FLOAT_EQ(gain_of(500), 1);
}

}  // namespace
