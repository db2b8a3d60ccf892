// A ceremony heard: the rules' cues through the real mixer with the real files, on a clock of our own, and what comes
// out measured: never stacked into noise. And once through the player onto a device.
#include "display/hall_sound.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <set>
#include <thread>

#include "assets/music/loudness.h"
#include "tests/support/dice.h"
#include "ui/sound.h"

namespace {

using namespace mn;
using Kind = Happening::Kind;

const std::filesystem::path kAssets = std::filesystem::path(MANGNON_SOURCE_DIR) / "assets";

std::vector<Heard> every_cue() {
  std::vector<Heard> all;
  for (int cue = 0; cue < kCueCount; ++cue) {
    for (int variation = 0; variation < 7; ++variation) all.push_back({static_cast<Cue>(cue), 0, variation});
  }
  return all;
}

TEST(Pieces, EveryCueHasItsFilesAndEveryFileItsCue) {
  const std::vector<ui::PlayerPiece> pieces = hall_pieces(kAssets);
  std::set<std::size_t> used;
  for (const Heard& heard : every_cue()) {
    const std::size_t piece = piece_of(heard);
    ASSERT_LT(piece, pieces.size());
    EXPECT_TRUE(std::filesystem::exists(pieces[piece].file)) << pieces[piece].file;
    EXPECT_EQ(pieces[piece].as == ui::PlayedAs::music, length_ms(heard.cue) > 0);
    used.insert(piece);
  }
  EXPECT_EQ(used.size(), pieces.size());
  EXPECT_NE(piece_of({Cue::chime_small, 0, 4}), piece_of({Cue::chime_small, 0, 5})) << "two in a row differ";
}

// A hall that hears a ceremony, ten milliseconds at a time.
struct Hall {
  std::vector<ui::Recording> recordings;
  std::vector<ui::PlayerPiece> pieces = hall_pieces(kAssets);
  ui::Concert concert;
  Sounding sounding;
  music::Sides sides{2};
  std::size_t takes_most = 0;
  std::vector<Heard> heard;

  Hall() {
    for (const ui::PlayerPiece& piece : pieces) recordings.push_back(ui::read_recording(piece.file).value());
    ui::set_level(concert, 1);
    listen(sounding, {}, 0);
  }

  void hear(const std::vector<Happening>& happenings, std::int64_t until_ms) {
    std::size_t from = 0;
    for (std::int64_t now_ms = 10; now_ms <= until_ms; now_ms += 10) {
      std::size_t to = from;
      while (to < happenings.size() && happenings[to].at_ms <= now_ms) ++to;
      for (const Heard& one : listen(sounding, std::span(happenings).subspan(from, to - from), now_ms)) {
        heard.push_back(one);
        const std::size_t piece = piece_of(one);
        ui::add_take(concert, recordings[piece], pieces[piece].as, static_cast<double>(one.at_ms) / 1000);
      }
      from = to;
      std::vector<float> out(960);
      ui::play_next(concert, static_cast<double>(now_ms) / 1000, out);
      takes_most = std::max(takes_most, concert.takes.size());
      for (std::size_t at = 0; at < out.size(); ++at) sides[at % 2].push_back(out[at]);
    }
  }
};

std::vector<Happening> crowd(std::int64_t until_ms) {
  std::vector<Happening> happenings;
  Dice dice(350);
  for (std::int64_t at_ms = 1; at_ms <= until_ms; ++at_ms) {
    if (dice.below(1000) < 350)
      happenings.push_back({Kind::announced, at_ms, static_cast<GiftTier>(dice.below(3)), 1, {}});
    if (at_ms % 9'000 == 0) happenings.push_back({Kind::milestone, at_ms, GiftTier::small, 1, {at_ms}});
    if (at_ms == 20'000) happenings.push_back({Kind::goal, at_ms, GiftTier::small, 1, {1}});
    if (at_ms == 30'000) happenings.push_back({Kind::reveal, at_ms, GiftTier::small, 1, {}});
  }
  return happenings;
}

TEST(Ceremony, AWildMinuteIsNeverStackedIntoNoise) {
  Hall hall;
  hall.hear(crowd(60'000), 60'000);
  const auto musics =
      std::count_if(hall.heard.begin(), hall.heard.end(), [](const Heard& one) { return length_ms(one.cue) > 0; });
  EXPECT_GE(musics, 4);
  EXPECT_GE(hall.heard.size(), 20U);
  EXPECT_LE(hall.takes_most, 3U) << "a music, and at most two that are just leaving or fading";
  EXPECT_LE(music::true_peak(hall.sides), -3.0);
  EXPECT_LE(music::loudest_moment(hall.sides), -13.0) << "never louder than the loudest moment of one music";
  std::printf("loudness of a wild minute: %.1f LUFS, loudest moment %.1f, true peak %.1f dBFS, %zu cues\n",
              music::loudness(hall.sides), music::loudest_moment(hall.sides), music::true_peak(hall.sides),
              hall.heard.size());
}

TEST(Ceremony, ACrowdWithoutMusicIsAsSoftAsOneLargeChime) {
  std::vector<Happening> happenings;
  for (const Happening& one : crowd(30'000)) {
    if (one.kind == Kind::announced) happenings.push_back(one);
  }
  Hall hall;
  hall.hear(happenings, 30'000);
  EXPECT_LE(hall.heard.size(), 26U);
  EXPECT_LE(music::loudest_moment(hall.sides), -22.5) << "a large chime is −23, with the tail of the one before";
}

TEST(Ceremony, IsHeardOnADevice) {
  const std::filesystem::path file = std::filesystem::current_path() / "hall_sound_test.raw";
  std::filesystem::remove(file);
  setenv("SDL_AUDIODRIVER", "disk", 1);
  setenv("SDL_DISKAUDIOFILE", file.c_str(), 1);
  {
    ui::Player player(hall_pieces(kAssets));
    player.set_volume(100);
    for (int waited = 0; waited < 1000 && !(player.is_open() && player.pieces_read() == hall_pieces(kAssets).size());
         ++waited) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    ASSERT_EQ(player.pieces_read(), hall_pieces(kAssets).size());
    sound(player, {{Cue::chime_large, 1'000, 0}}, 1'400);  // 400 ms ago
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    sound(player, {{Cue::milestone, 1'700, 0}}, 1'716);
    std::this_thread::sleep_for(std::chrono::milliseconds(1'500));
  }
  std::ifstream in(file, std::ios::binary);
  std::vector<float> samples(std::filesystem::file_size(file) / sizeof(float));
  in.read(reinterpret_cast<char*>(samples.data()), static_cast<std::streamsize>(samples.size() * sizeof(float)));
  const auto first =
      std::find_if(samples.begin(), samples.end(), [](float sample) { return std::abs(sample) > 1e-3F; });
  EXPECT_NE(first, samples.end());
  EXPECT_GT(first - samples.begin(), 2 * ui::kSamplesASecond / 5) << "the late one was left out";
  EXPECT_LT(std::abs(samples.back()), 0.02F) << "ended in the middle of a music, without a crack";
  std::filesystem::remove(file);
}

}  // namespace
