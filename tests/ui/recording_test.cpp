// Files of sound: any rate comes out as ours, and whatever is wrong with a file makes it nothing at all.
#include "ui/recording.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <numbers>

#include "tests/support/dice.h"
#include "ui/sound.h"

namespace {

using namespace mn::ui;

const std::filesystem::path kTones = std::filesystem::path(MANGNON_SOURCE_DIR) / "tests" / "data" / "sound";
const std::filesystem::path kSounds = std::filesystem::path(MANGNON_SOURCE_DIR) / "assets" / "sound";

double strength(const Recording& recording, std::size_t side, double hertz) {
  double real = 0;
  double imaginary = 0;
  for (std::size_t at = 0; at < recording.length(); ++at) {
    const double turn = 2 * std::numbers::pi * hertz * static_cast<double>(at) / kSamplesASecond;
    const double value = recording.samples[at * recording.sides + side] / 32768.0;
    real += value * std::cos(turn);
    imaginary += value * std::sin(turn);
  }
  return 2 * std::hypot(real, imaginary) / static_cast<double>(recording.length());
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {(std::istreambuf_iterator<char>(in)), {}};
}

class Damaged : public testing::Test {
 protected:
  std::optional<Recording> read(const std::string& bytes) {
    const std::filesystem::path file = std::filesystem::current_path() / "recording_test.ogg";
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    std::optional<Recording> recording = read_recording(file);
    std::filesystem::remove(file);
    return recording;
  }
};

TEST(Recordings, AnOddRateKeepsItsPitchAndLength) {
  const auto recording = read_recording(kTones / "tone-440-at-11025.ogg");
  ASSERT_TRUE(recording);
  EXPECT_EQ(recording->sides, 1U);
  EXPECT_NEAR(static_cast<double>(recording->length()) / kSamplesASecond, 0.4, 0.002);
  EXPECT_GT(strength(*recording, 0, 440), 0.35);
  EXPECT_LT(strength(*recording, 0, 440.0 * 48'000 / 11'025), 0.01);
}

TEST(Recordings, SidesStayApart) {
  const auto recording = read_recording(kTones / "tones-at-44100.ogg");
  ASSERT_TRUE(recording);
  ASSERT_EQ(recording->sides, 2U);
  EXPECT_NEAR(static_cast<double>(recording->length()) / kSamplesASecond, 0.4, 0.002);
  EXPECT_GT(strength(*recording, 0, 440), 0.35);
  EXPECT_GT(strength(*recording, 1, 660), 0.35);
  EXPECT_LT(strength(*recording, 0, 660), 0.02);
  EXPECT_LT(strength(*recording, 1, 440), 0.02);
}

TEST(Recordings, WhatIsNoneIsNothing) {
  EXPECT_FALSE(read_recording(kSounds / "there-is-no-such-sound.ogg"));
  EXPECT_FALSE(read_recording(kSounds)) << "a folder";
  EXPECT_FALSE(read_recording("/dev/zero"));
  EXPECT_FALSE(read_recording(std::filesystem::path(MANGNON_SOURCE_DIR) / "README.md"));
}

TEST_F(Damaged, AnyByteChangedIsNoticed) {
  const std::string whole = bytes_of(kTones / "tone-440-at-11025.ogg");
  ASSERT_TRUE(read(whole));
  mn::Dice dice(7);
  for (int round = 0; round < 400; ++round) {
    std::string bytes = whole;
    bytes[dice.below(bytes.size())] ^= static_cast<char>(1 + dice.below(255));
    ASSERT_FALSE(read(bytes)) << round;
  }
}

TEST_F(Damaged, CutOffAnywhereIsNoticed) {
  const std::string whole = bytes_of(kTones / "tone-440-at-11025.ogg");
  mn::Dice dice(8);
  EXPECT_FALSE(read(""));
  for (int round = 0; round < 200; ++round) ASSERT_FALSE(read(whole.substr(0, dice.below(whole.size())))) << round;
  EXPECT_FALSE(read(whole + "x"));
}

TEST_F(Damaged, CutOffBetweenTwoPagesIsNoticed) {
  const std::string whole = bytes_of(kSounds / "milestone.ogg");
  int pages = 0;
  for (std::size_t at = whole.find("OggS", 1); at != std::string::npos; at = whole.find("OggS", at + 1), ++pages) {
    ASSERT_FALSE(read(whole.substr(0, at))) << pages;
  }
  EXPECT_GT(pages, 5);
}

TEST_F(Damaged, TooLargeAFileIsNotRead) {
  EXPECT_FALSE(read(bytes_of(kTones / "tone-440-at-11025.ogg") + std::string(kRecordingBytesMost, '\0')));
}

}  // namespace
