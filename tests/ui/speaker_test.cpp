// What is really handed to an audio device, by SDL's driver that writes it into a file; and silence where there is
// none.
#include "ui/speaker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

namespace {

using namespace mn::ui;
using namespace std::chrono_literals;

std::vector<float> heard(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::vector<float> samples(bytes.size() / sizeof(float));
  std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(float));
  return samples;
}

// First and last sample that is not silence.
struct Sounding {
  std::size_t from = 0;
  std::size_t to = 0;
  double ms() const { return static_cast<double>(to - from) * 1000 / kSamplesASecond; }
};
Sounding sounding(const std::vector<float>& samples) {
  const auto loud = [](float sample) { return std::abs(sample) > 1e-6F; };
  const auto first = std::find_if(samples.begin(), samples.end(), loud);
  const auto last = std::find_if(samples.rbegin(), samples.rend(), loud);
  if (first == samples.end()) return {};
  return {static_cast<std::size_t>(first - samples.begin()), static_cast<std::size_t>(samples.rend() - last)};
}

class OnDisk : public testing::Test {
 protected:
  void SetUp() override {
    file_ = std::filesystem::current_path() / "speaker_test.raw";
    std::filesystem::remove(file_);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", file_.c_str(), 1);
  }
  void TearDown() override { std::filesystem::remove(file_); }
  template <class Condition>
  static bool soon(Condition condition) {
    for (int waited = 0; waited < 5000; waited += 5) {
      if (condition()) return true;
      std::this_thread::sleep_for(5ms);
    }
    return false;
  }
  std::filesystem::path file_;
};

TEST_F(OnDisk, ATapIsHeardWholeAtItsVolume) {
  {
    Speaker speaker;
    speaker.set_volume(100);
    speaker.play(Sound::tap);
    ASSERT_TRUE(soon([&] { return speaker.last_latency_ms() >= 0; }));
    std::this_thread::sleep_for(200ms);
  }
  const std::vector<float> samples = heard(file_);
  const std::vector<float> tap = synthesised(Sound::tap);
  const Sounding part = sounding(samples);
  EXPECT_NEAR(part.ms(), 55, 3);
  ASSERT_GE(samples.size(), part.from + tap.size());
  // The first samples of a sound are too soft to tell from silence: it began a few before.
  double nearest = 1e9;
  for (std::size_t back = 0; back <= std::min<std::size_t>(part.from, 40); ++back) {
    double away = 0;
    for (std::size_t at = 0; at + back < tap.size(); ++at) {
      away = std::max(away, std::abs(double{samples[part.from - back + at]} - double{tap[at]}));
    }
    nearest = std::min(nearest, away);
  }
  EXPECT_LT(nearest, 0.02) << "sample by sample what was made";
}

TEST_F(OnDisk, SoundsTogetherDoNotClipAndBeginSoon) {
  std::vector<double> latencies;
  {
    Speaker speaker;
    speaker.set_volume(100);
    for (int round = 0; round < 15; ++round) {
      const double before = speaker.last_latency_ms();
      const auto start = std::chrono::steady_clock::now();
      for (const Sound sound : {Sound::tap, Sound::done, Sound::warning, Sound::key}) speaker.play(sound);
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
      EXPECT_LT(took.count(), 20) << "the drawing thread does not wait";
      ASSERT_TRUE(soon([&] { return speaker.last_latency_ms() != before; }));
      if (round > 0) latencies.push_back(speaker.last_latency_ms());
      std::this_thread::sleep_for(40ms);
    }
  }
  float most = 0;
  for (const float sample : heard(file_)) most = std::max(most, std::abs(sample));
  EXPECT_GT(most, 0.5F);
  EXPECT_LE(most, kPeakMost);
  std::sort(latencies.begin(), latencies.end());
  RecordProperty("latency_ms_median", std::to_string(latencies[latencies.size() / 2]));
  std::printf("latency: median %.1f ms, most %.1f ms\n", latencies[latencies.size() / 2], latencies.back());
  EXPECT_LT(latencies[latencies.size() / 2], 40) << "two buffers and a bit";
}

TEST_F(OnDisk, TheDeviceIsClosedAfterASilenceAndOpenedAgain) {
  Speaker speaker(250ms);
  EXPECT_FALSE(speaker.is_open()) << "nothing is opened before the first sound";
  speaker.play(Sound::tap);
  ASSERT_TRUE(soon([&] { return speaker.is_open(); }));
  ASSERT_TRUE(soon([&] { return !speaker.is_open(); }));
  speaker.play(Sound::tap);
  EXPECT_TRUE(soon([&] { return speaker.is_open(); }));
}

TEST_F(OnDisk, OffNeverOpensADevice) {
  Speaker speaker;
  speaker.set_volume(0);
  for (int sound = 0; sound < kSoundCount; ++sound) speaker.play(static_cast<Sound>(sound));
  std::this_thread::sleep_for(100ms);
  EXPECT_FALSE(speaker.is_open());
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST(NoDevice, IsSilenceWithoutComplaint) {
  for (const char* driver : {"there is no such driver", "alsa"}) {
    setenv("SDL_AUDIODRIVER", driver, 1);
    setenv("AUDIODEV", "no-such-device", 1);
    testing::internal::CaptureStderr();
    {
      Speaker speaker;
      for (int round = 0; round < 5; ++round) speaker.play(Sound::tap);
      std::this_thread::sleep_for(300ms);
      EXPECT_FALSE(speaker.is_open()) << driver;
      EXPECT_LT(speaker.last_latency_ms(), 0);
    }
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "") << driver;
  }
  unsetenv("AUDIODEV");
}

TEST(Ending, AtOnceAfterASoundIsClean) {
  setenv("SDL_AUDIODRIVER", "dummy", 1);
  for (int round = 0; round < 20; ++round) {
    Speaker speaker;
    speaker.play(Sound::done);
    if (round % 2 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(round));
  }
}

}  // namespace
