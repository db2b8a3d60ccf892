// Recordings together, sample by sample on a clock of our own: one music at a time, chimes behind it, nothing late,
// nothing clipped, no clicks.
#include "ui/concert.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/dice.h"
#include "ui/sound.h"

namespace {

using namespace mn::ui;

constexpr std::size_t kBuffer = 480;  // 10 ms

// A slow wave, so that a jump can only be a click.
Recording wave(double seconds, double height, std::size_t sides = 1, double hertz = 50) {
  Recording out;
  out.sides = sides;
  const auto length = static_cast<std::size_t>(seconds * kSamplesASecond);
  for (std::size_t at = 0; at < length; ++at) {
    const double value = height * std::sin(6.283185307 * hertz * static_cast<double>(at) / kSamplesASecond);
    for (std::size_t side = 0; side < sides; ++side) out.samples.push_back(static_cast<std::int16_t>(value * 32767));
  }
  return out;
}

struct Hall {
  Concert concert;
  double now = 100;
  std::vector<float> left;
  std::vector<float> right;

  Hall() { set_level(concert, 1); }
  void hear(double seconds, double clock_speed = 1) {
    const auto buffers = static_cast<int>(std::lround(seconds * 100));
    for (int buffer = 0; buffer < buffers; ++buffer) {
      std::vector<float> out(2 * kBuffer, 0.7F);
      play_next(concert, now, out);
      now += 0.01 * clock_speed;
      for (std::size_t at = 0; at < out.size(); at += 2) {
        left.push_back(out[at]);
        right.push_back(out[at + 1]);
      }
    }
  }
  double peak(double from, double to) const {
    double most = 0;
    for (auto at = static_cast<std::size_t>(from * kSamplesASecond);
         at < static_cast<std::size_t>(to * kSamplesASecond); ++at) {
      most = std::max(most, double{std::abs(left.at(at))});
    }
    return most;
  }
  double jump() const {
    double most = 0;
    for (std::size_t at = 1; at < left.size(); ++at) most = std::max(most, double{std::abs(left[at] - left[at - 1])});
    return most;
  }
};

TEST(Concert, PlaysWhatWasRecordedOnBothSides) {
  const Recording both = wave(0.1, 0.5, 2);
  Hall hall;
  add_take(hall.concert, both, PlayedAs::music, hall.now);
  hall.hear(0.2);
  for (std::size_t at = 0; at < both.length(); ++at) {
    ASSERT_NEAR(hall.left[at], both.samples[2 * at] / 32768.0, 1e-6);
    ASSERT_NEAR(hall.right[at], both.samples[2 * at + 1] / 32768.0, 1e-6);
  }
  EXPECT_EQ(hall.peak(0.1, 0.2), 0);
  EXPECT_TRUE(hall.concert.takes.empty());
}

TEST(Concert, OneSideIsHeardOnBoth) {
  const Recording one = wave(0.1, 0.5);
  Hall hall;
  add_take(hall.concert, one, PlayedAs::chime, hall.now);
  hall.hear(0.1);
  EXPECT_EQ(hall.left, hall.right);
  EXPECT_NEAR(hall.peak(0, 0.1), 0.5, 0.001);
}

TEST(Concert, WhatCouldNotBeginInTimeIsNotHeard) {
  const Recording chime = wave(0.2, 0.5);
  for (const auto& [late, is_heard] : {std::pair{0.0, true}, {0.29, true}, {0.31, false}, {5.0, false}}) {
    Hall hall;
    add_take(hall.concert, chime, PlayedAs::chime, hall.now - late);
    hall.hear(0.3);
    EXPECT_EQ(hall.peak(0, 0.3) > 0.4, is_heard) << late;
    EXPECT_TRUE(hall.concert.takes.empty());
  }
}

TEST(Concert, WhatFellBehindADeviceThatStoodStillDiesAway) {
  const Recording music = wave(5, 0.5);
  Hall hall;
  add_take(hall.concert, music, PlayedAs::music, hall.now);
  hall.hear(1);
  hall.now += 0.2;
  hall.hear(1);
  EXPECT_NEAR(hall.peak(1.5, 2), 0.5, 0.001) << "a fifth of a second is borne";
  hall.now += 0.2;
  hall.hear(1);
  EXPECT_EQ(hall.peak(2.1, 3), 0);
  EXPECT_LT(hall.jump(), 0.005);
}

TEST(Concert, ADeviceAThousandthTooSlowPlaysAPieceToItsEnd) {
  const Recording music = wave(24, 0.5);
  Hall hall;
  add_take(hall.concert, music, PlayedAs::music, hall.now);
  hall.hear(24, 1.001);
  EXPECT_NEAR(hall.peak(23.5, 24), 0.5, 0.001);
}

TEST(Concert, AChimeStepsBackBehindAMusicAndComesForwardAgain) {
  const Recording music = wave(0.5, 0.0);
  const Recording chime = wave(2, 0.5);
  Hall hall;
  add_take(hall.concert, chime, PlayedAs::chime, hall.now);
  hall.hear(0.3);
  add_take(hall.concert, music, PlayedAs::music, hall.now);
  hall.hear(1);
  EXPECT_NEAR(hall.peak(0.1, 0.3), 0.5, 0.001);
  EXPECT_NEAR(hall.peak(0.5, 0.75), 0.5 * double{kChimeBehindMusic}, 0.005);
  EXPECT_NEAR(hall.peak(1.1, 1.3), 0.5, 0.001);
  EXPECT_LT(hall.jump(), 0.005);
}

TEST(Concert, AChimeThatBeginsBehindAMusicIsSoftFromTheStart) {
  const Recording music = wave(1, 0.0);
  const Recording chime = wave(0.3, 0.5);
  Hall hall;
  add_take(hall.concert, music, PlayedAs::music, hall.now);
  hall.hear(0.2);
  add_take(hall.concert, chime, PlayedAs::chime, hall.now);
  hall.hear(0.3);
  EXPECT_LE(hall.peak(0.2, 0.5), 0.5 * double{kChimeBehindMusic} + 0.001);
}

TEST(Concert, TheMusicBeforeGivesWayAtOnce) {
  const Recording first = wave(5, 0.5);
  const Recording second = wave(5, 0.0);
  Hall hall;
  add_take(hall.concert, first, PlayedAs::music, hall.now);
  hall.hear(1);
  add_take(hall.concert, second, PlayedAs::music, hall.now);
  hall.hear(1);
  EXPECT_GT(hall.peak(1, 1.05), 0.4);
  EXPECT_EQ(hall.peak(1 + kMusicGivesWaySeconds + 0.02, 2), 0);
  EXPECT_EQ(hall.concert.takes.size(), 1U);
  EXPECT_LT(hall.jump(), 0.005);
}

TEST(Concert, HushIsSoonAndSoft) {
  const Recording music = wave(5, 0.4);
  const Recording chime = wave(5, 0.4, 1, 60);
  Hall hall;
  add_take(hall.concert, music, PlayedAs::music, hall.now);
  add_take(hall.concert, chime, PlayedAs::chime, hall.now);
  hall.hear(1);
  hush(hall.concert);
  hall.hear(0.5);
  EXPECT_EQ(hall.peak(1 + kHushSeconds + 0.02, 1.5), 0);
  EXPECT_LT(hall.jump(), 0.01);
}

TEST(Concert, VolumeTurnsWithoutAClick) {
  const Recording music = wave(5, 0.5);
  Hall hall;
  set_level(hall.concert, gain_of(50));
  add_take(hall.concert, music, PlayedAs::music, hall.now);
  hall.hear(0.5);
  EXPECT_NEAR(hall.peak(0.1, 0.5), 0.125, 0.001) << "set before the first sound: heard so from its beginning";
  set_level(hall.concert, 1);
  hall.hear(0.5);
  EXPECT_NEAR(hall.peak(0.6, 1), 0.5, 0.001);
  set_level(hall.concert, 0);
  hall.hear(0.5);
  EXPECT_EQ(hall.peak(1.1, 1.5), 0);
  EXPECT_LT(hall.jump(), 0.02);
}

TEST(Concert, AnyFloodOfOrdersIsFewVoicesAndNeverClips) {
  const std::vector<Recording> recordings{wave(0.8, 0.9), wave(1.5, 0.9, 2), wave(6, 0.9, 2), wave(20, 0.9, 2)};
  Hall hall;
  mn::Dice dice(11);
  for (int round = 0; round < 500; ++round) {
    for (auto more = dice.below(8); more > 0; --more) {
      const auto which = dice.below(recordings.size());
      add_take(hall.concert, recordings[which], which < 2 ? PlayedAs::chime : PlayedAs::music, hall.now);
      ASSERT_LE(hall.concert.takes.size(), 4 * kChimesMost);
    }
    hall.hear(0.01);
    const auto musics = std::count_if(hall.concert.takes.begin(), hall.concert.takes.end(),
                                      [](const Take& take) { return take.as == PlayedAs::music && !take.leaving; });
    ASSERT_LE(musics, 1);
  }
  EXPECT_LE(hall.peak(0, 5), double{kPeakMost});
  EXPECT_GT(hall.peak(0, 5), 0.5);
}

TEST(Concert, WithoutTakesIsSilence) {
  Hall hall;
  hall.hear(0.1);
  EXPECT_EQ(hall.peak(0, 0.1), 0);
}

}  // namespace
