// What a player really hands to an audio device, by SDL's driver that writes it into a file: timing, level, and silence
// wherever something is missing or pulled out.
#include "ui/player.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <thread>

#include "ui/sound.h"

namespace {

using namespace mn::ui;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

const std::filesystem::path kSounds = std::filesystem::path(MANGNON_SOURCE_DIR) / "assets" / "sound";
const std::filesystem::path kTone =
    std::filesystem::path(MANGNON_SOURCE_DIR) / "tests" / "data" / "sound" / "tone-440-at-11025.ogg";  // 0.4 s
constexpr std::size_t kChime = 0;
constexpr std::size_t kMusic = 1;

std::vector<PlayerPiece> pieces() {
  return {{kSounds / "chime-large-1.ogg", PlayedAs::chime}, {kSounds / "milestone.ogg", PlayedAs::music}};
}

template <class Condition>
bool soon(Condition condition, std::chrono::milliseconds most = 5s) {
  for (const auto end = Clock::now() + most; Clock::now() < end; std::this_thread::sleep_for(2ms)) {
    if (condition()) return true;
  }
  return condition();
}

// What was written to the error output, but for what SDL's disk driver says of itself.
std::string complaints() {
  std::istringstream lines(testing::internal::GetCapturedStderr());
  std::string out;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("CRITICAL: You are using the SDL disk") && !line.starts_with("CRITICAL:  Writing to file"))
      out += line + "\n";
  }
  return out;
}

class OnDisk : public testing::Test {
 protected:
  void SetUp() override {
    file_ = std::filesystem::current_path() / "player_test.raw";
    std::filesystem::remove(file_);
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", file_.c_str(), 1);
  }
  void TearDown() override { std::filesystem::remove(file_); }

  // The left side.
  std::vector<float> heard() const {
    std::ifstream in(file_, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    std::vector<float> both(bytes.size() / sizeof(float));
    if (!both.empty()) std::memcpy(both.data(), bytes.data(), both.size() * sizeof(float));
    std::vector<float> left;
    for (std::size_t at = 0; at + 1 < both.size(); at += 2) left.push_back(both[at]);
    return left;
  }
  bool something_heard() const {
    const std::vector<float> all = heard();
    return std::any_of(all.begin(), all.end(), [](float sample) { return std::abs(sample) > 1e-4F; });
  }
  static double seconds(std::size_t samples) { return static_cast<double>(samples) / kSamplesASecond; }
  static std::size_t first_loud(const std::vector<float>& all, std::size_t from = 0) {
    const auto loud = [](float sample) { return std::abs(sample) > 1e-3F; };
    return static_cast<std::size_t>(std::find_if(all.begin() + static_cast<std::ptrdiff_t>(from), all.end(), loud) -
                                    all.begin());
  }

  std::filesystem::path file_;
};

TEST_F(OnDisk, AChimeIsHeardWholeAndSoon) {
  double played_at = 0;
  {
    Player player(pieces());
    player.set_volume(100);
    ASSERT_TRUE(soon([&] { return player.is_open() && player.pieces_read() == 2; }));
    ASSERT_TRUE(soon([&] { return std::filesystem::file_size(file_) > 100'000; })) << "open, and silent";
    played_at = static_cast<double>(std::filesystem::file_size(file_)) / (2 * sizeof(float) * kSamplesASecond);
    const auto before = Clock::now();
    player.play(kChime);
    EXPECT_LT(Clock::now() - before, 20ms) << "the drawing thread does not wait";
    std::this_thread::sleep_for(2s);
  }
  const std::vector<float> all = heard();
  const std::size_t begin = first_loud(all);
  const double late = seconds(begin) - played_at;
  std::printf("from play() to the device: %.0f ms\n", 1000 * late);
  EXPECT_LT(late, 0.1);
  const auto chime = read_recording(kSounds / "chime-large-1.ogg");
  ASSERT_TRUE(chime);
  // Sample by sample what the file holds: shifted by what is too soft at its beginning to tell from silence.
  double nearest = 1;
  for (std::size_t back = 0; back <= std::min<std::size_t>(begin, 2'000); ++back) {
    double away = 0;
    for (std::size_t at = 0; at < chime->length() && begin - back + at < all.size() && away < nearest; at += 3) {
      away = std::max(away, std::abs(double{all[begin - back + at]} - chime->samples[at] / 32768.0));
    }
    nearest = std::min(nearest, away);
  }
  EXPECT_LT(nearest, 0.002);
}

TEST_F(OnDisk, ChimesKeepTheirDistanceInTime) {
  {
    Player player(pieces());
    player.set_volume(60);
    ASSERT_TRUE(soon([&] { return player.is_open() && player.pieces_read() == 2; }));
    for (int round = 0; round < 3; ++round) {
      player.play(kChime);
      std::this_thread::sleep_for(1'800ms);
    }
  }
  const std::vector<float> all = heard();
  const auto second = first_loud(all, first_loud(all) + kSamplesASecond * 17 / 10);
  EXPECT_NEAR(seconds(second - first_loud(all)), 1.8, 0.12);
}

TEST_F(OnDisk, VolumeIsObeyedAndMusicIsNotBent) {
  {
    Player player(pieces());
    player.set_volume(50);
    ASSERT_TRUE(soon([&] { return player.is_open() && player.pieces_read() == 2; }));
    player.play(kMusic);
    std::this_thread::sleep_for(4s);
  }
  const auto music = read_recording(kSounds / "milestone.ogg");
  ASSERT_TRUE(music);
  float most = 0;
  for (const float sample : heard()) most = std::max(most, std::abs(sample));
  int wanted = 0;
  for (std::size_t at = 0; at < 3U * 2 * kSamplesASecond; at += 2)
    wanted = std::max(wanted, std::abs(int{music->samples[at]}));
  EXPECT_NEAR(most, gain_of(50) * static_cast<float>(wanted) / 32768, 0.03F);
}

TEST_F(OnDisk, OffReadsNothingAndOpensNothing) {
  Player player(pieces());
  player.set_volume(0);
  for (int round = 0; round < 10; ++round) player.play(kChime);
  player.hush();
  std::this_thread::sleep_for(100ms);
  EXPECT_FALSE(player.is_open());
  EXPECT_EQ(player.pieces_read(), 0U);
  EXPECT_FALSE(std::filesystem::exists(file_));
}

TEST_F(OnDisk, TurnedOffInTheMiddleOfAMusicFadesAndCloses) {
  Player player(pieces());
  player.set_volume(100);
  ASSERT_TRUE(soon([&] { return player.is_open() && player.pieces_read() == 2; }));
  player.play(kMusic);
  std::this_thread::sleep_for(700ms);
  player.set_volume(0);
  ASSERT_TRUE(soon([&] { return !player.is_open(); }, 600ms));
  const std::vector<float> all = heard();
  float jump = 0;
  for (std::size_t at = 1; at < all.size(); ++at) jump = std::max(jump, std::abs(all[at] - all[at - 1]));
  EXPECT_GT(jump, 0);
  EXPECT_LT(jump, 0.1F) << "no crack";
  EXPECT_LT(std::abs(all.back()), 0.02F);
  std::filesystem::remove(file_);
  player.play(kMusic);
  std::this_thread::sleep_for(100ms);
  EXPECT_FALSE(std::filesystem::exists(file_)) << "off is off";
  player.set_volume(100);
  ASSERT_TRUE(soon([&] { return player.is_open(); }));
  player.play(kChime);
  EXPECT_TRUE(soon([&] { return something_heard(); })) << "and on is on";
}

TEST_F(OnDisk, WhatIsTooOldIsNotPlayed) {
  Player player(pieces());
  player.set_volume(100);
  ASSERT_TRUE(soon([&] { return player.is_open() && player.pieces_read() == 2; }));
  player.play(kMusic, 400ms);
  std::this_thread::sleep_for(400ms);
  EXPECT_FALSE(something_heard());
  player.play(kMusic, 100ms);
  EXPECT_TRUE(soon([&] { return something_heard(); }));
}

TEST_F(OnDisk, TheDeviceClosesAfterASilenceAndOpensInTimeForTheNextSound) {
  Player player(pieces(), 300ms);
  player.set_volume(100);
  ASSERT_TRUE(soon([&] { return player.is_open() && player.pieces_read() == 2; }));
  ASSERT_TRUE(soon([&] { return !player.is_open(); }));
  player.play(kChime);
  EXPECT_TRUE(soon([&] { return something_heard(); }, 1s)) << "it was open within the 300 ms that a sound may be late";
  std::this_thread::sleep_for(800ms);
  EXPECT_TRUE(player.is_open()) << "not closed under a chime of 1.6 s";
  ASSERT_TRUE(soon([&] { return !player.is_open(); }));
}

// The device may be about to close, or closing, when the next sound is asked for.
TEST_F(OnDisk, ASoundAtTheVeryMomentOfClosingIsHeard) {
  Player player({{kTone, PlayedAs::chime}}, 50ms);
  player.set_volume(100);
  ASSERT_TRUE(soon([&] { return player.pieces_read() == 1; }));
  for (int round = 0; round < 24; ++round) {
    const std::size_t before = std::filesystem::exists(file_) ? heard().size() : 0;
    player.play(0);
    ASSERT_TRUE(soon(
        [&] {
          const std::vector<float> all = heard();
          const std::size_t from = all.size() < before ? 0 : before;  // opened anew, the file begins anew
          return first_loud(all, from) < all.size();
        },
        1s))
        << round;
    std::this_thread::sleep_for(std::chrono::milliseconds(380 + 7 * round));
  }
}

TEST_F(OnDisk, MissingAndDamagedFilesAreSilentAndTheOthersPlay) {
  const std::filesystem::path damaged = std::filesystem::current_path() / "player_test.ogg";
  std::filesystem::copy_file(kSounds / "goal.ogg", damaged, std::filesystem::copy_options::overwrite_existing);
  std::filesystem::resize_file(damaged, 50'000);
  testing::internal::CaptureStderr();
  {
    Player player({{kSounds / "no-such.ogg", PlayedAs::chime}, {damaged, PlayedAs::music}, pieces()[0]});
    player.set_volume(100);
    ASSERT_TRUE(soon([&] { return player.is_open() && player.pieces_read() == 1; }));
    for (const std::size_t piece : {0U, 1U, 3U, 99U}) player.play(piece);
    std::this_thread::sleep_for(200ms);
    EXPECT_FALSE(something_heard());
    player.play(2);
    EXPECT_TRUE(soon([&] { return something_heard(); }));
  }
  EXPECT_EQ(complaints(), "");
  std::filesystem::remove(damaged);
}

// A file that may not grow: the disk driver then says what a pulled plug says.
TEST_F(OnDisk, ADevicePulledOutInTheMiddleOfAMusicIsFoundAgain) {
  testing::internal::CaptureStderr();
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  {
    Player player(pieces());
    player.set_volume(100);
    ASSERT_TRUE(soon([&] { return player.is_open() && player.pieces_read() == 2; }));
    player.play(kMusic);
    ASSERT_TRUE(soon([&] { return something_heard(); }));
    rlimit small = before;
    small.rlim_cur = std::filesystem::file_size(file_) + 100'000;
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    std::this_thread::sleep_for(1s);
    for (int round = 0; round < 5; ++round) player.play(kChime);
    std::this_thread::sleep_for(500ms);
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);  // plugged in again
    std::this_thread::sleep_for(2'500ms);
    EXPECT_TRUE(player.is_open());
    std::filesystem::resize_file(file_, 0);
    player.play(kChime);
    EXPECT_TRUE(soon([&] { return something_heard(); })) << "heard again, without a restart";
  }
  EXPECT_EQ(complaints(), "");
}

TEST(NoDevice, IsSilenceWithoutComplaint) {
  for (const char* driver : {"there is no such driver", "alsa"}) {
    setenv("SDL_AUDIODRIVER", driver, 1);
    setenv("AUDIODEV", "no-such-device", 1);
    testing::internal::CaptureStderr();
    {
      Player player(pieces());
      player.set_volume(100);
      ASSERT_TRUE(soon([&] { return player.pieces_read() == 2; }));
      for (int round = 0; round < 50; ++round) player.play(kChime);
      std::this_thread::sleep_for(300ms);
      EXPECT_FALSE(player.is_open()) << driver;
      player.hush();
    }
    EXPECT_EQ(complaints(), "") << driver;
  }
  unsetenv("AUDIODEV");
}

TEST(Ending, AtAnyMomentIsClean) {
  setenv("SDL_AUDIODRIVER", "dummy", 1);
  for (int round = 0; round < 12; ++round) {
    Player player(pieces());
    player.set_volume(100);
    player.play(kChime);
    std::this_thread::sleep_for(std::chrono::milliseconds(round * 7));
    player.play(kMusic);
    if (round % 3 == 0) player.set_volume(0);
  }
}

TEST(Memory, AllPiecesOfTheHallFitTheLimit) {
  std::size_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kSounds)) {
    const auto recording = read_recording(entry.path());
    ASSERT_TRUE(recording) << entry.path();
    bytes += recording->samples.size() * sizeof(std::int16_t);
  }
  std::printf("decoded: %.1f MB\n", static_cast<double>(bytes) / 1e6);
  EXPECT_LT(bytes, Player::kPlayerBytesMost * 2 / 3) << "so that a longer piece fits too";
}

}  // namespace
