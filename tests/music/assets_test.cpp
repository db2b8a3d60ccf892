// The files in assets/sound are the score, played: each is rendered again and compared. And they are fit for a hall:
// level, peak, silence at both ends, the moments at which they open.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "assets/music/render.h"
#include "display/sounding.h"
#include "ui/recording.h"
#include "ui/sound.h"

namespace {

using namespace mn::music;

const std::filesystem::path kSounds = std::filesystem::path(MANGNON_SOURCE_DIR) / "assets" / "sound";

Sides sides_of(const mn::ui::Recording& recording) {
  Sides sides(recording.sides);
  for (std::size_t at = 0; at < recording.samples.size(); ++at) {
    sides[at % recording.sides].push_back(static_cast<float>(recording.samples[at]) / 32768);
  }
  return sides;
}

Sides file_of(const Piece& piece) {
  const auto recording = mn::ui::read_recording(kSounds / (std::string(piece.name) + ".ogg"));
  EXPECT_TRUE(recording) << piece.name;
  return recording ? sides_of(*recording) : Sides{};
}

const Piece& piece_named(std::string_view name) {
  return *std::find_if(pieces().begin(), pieces().end(), [&](const Piece& piece) { return piece.name == name; });
}

double decibels(const Sides& sides, double from, double to) {
  double sum = 1e-20;
  std::size_t count = 1;
  for (const std::vector<float>& side : sides) {
    for (auto at = static_cast<std::size_t>(std::max(0.0, from) * kSamplesASecond);
         at < std::min(side.size(), static_cast<std::size_t>(to * kSamplesASecond)); ++at, ++count) {
      sum += double{side[at]} * double{side[at]};
    }
  }
  return 10 * std::log10(sum / static_cast<double>(count));
}

class Files : public testing::TestWithParam<Piece> {};

TEST_P(Files, IsTheScorePlayed) {
  const Piece& piece = GetParam();
  const Sides file = file_of(piece);
  const Sides again = rendered(piece);
  ASSERT_EQ(file.size(), again.size());
  ASSERT_EQ(file[0].size(), again[0].size());
  double signal = 0;
  double other = 0;
  for (std::size_t side = 0; side < file.size(); ++side) {
    for (std::size_t at = 0; at < file[side].size(); ++at) {
      const double away = double{file[side][at]} - double{again[side][at]};
      signal += double{again[side][at]} * double{again[side][at]};
      other += away * away;
    }
  }
  const double like = 10 * std::log10(signal / other);
  std::printf("%s: what the encoder left out is %.1f dB below\n", std::string(piece.name).c_str(), like);
  EXPECT_GT(like, 20) << "the score was changed: run music/encode.sh";
}

TEST_P(Files, IsFitForAHall) {
  const Piece& piece = GetParam();
  const Sides file = file_of(piece);
  ASSERT_FALSE(file.empty());
  EXPECT_NEAR(loudness_of(piece, file), piece.lufs, 0.7);
  EXPECT_LE(true_peak(file), -4.0) << "below what the mixer bends, and far below clipping";
  EXPECT_LT(decibels(file, 0, 0.002), -50) << "no click at the beginning";
  EXPECT_GT(decibels(file, 0, 0.12), -45) << "but no waiting either";
  EXPECT_LT(decibels(file, piece.seconds - 0.02, piece.seconds), -80) << "the end is silence";
  for (const std::vector<float>& side : file) {
    double sum = 0;
    for (const float sample : side) sum += double{sample};
    EXPECT_LT(std::abs(sum) / static_cast<double>(side.size()), 1e-4) << "the cone rests in the middle";
    EXPECT_LT(std::abs(side.back()), 0.001F);
  }
  if (file.size() == 2) {
    // On one loudspeaker nothing is lost: the sides do not cancel each other.
    Sides both(1);
    for (std::size_t at = 0; at < file[0].size(); ++at) both[0].push_back(0.5F * (file[0][at] + file[1][at]));
    EXPECT_GT(loudness(both), loudness({file[0]}) - 2.5);
    EXPECT_NEAR(loudness({file[0]}), loudness({file[1]}), 2) << "neither side is favoured";
  }
}

INSTANTIATE_TEST_SUITE_P(All, Files, testing::ValuesIn(pieces().begin(), pieces().end()), [](const auto& made) {
  std::string name(made.param.name);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(Folder, HoldsWhatTheScoreHoldsAndIsSmall) {
  std::set<std::string> wanted;
  for (const Piece& piece : pieces()) wanted.insert(std::string(piece.name) + ".ogg");
  std::set<std::string> found;
  std::uintmax_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kSounds)) {
    found.insert(entry.path().filename());
    bytes += entry.file_size();
  }
  EXPECT_EQ(found, wanted);
  EXPECT_LT(bytes, 1'000'000U);
}

TEST(Lengths, AreWhatTheIssueAsksForAndWhatTheRulesReckonWith) {
  const auto seconds = [](std::string_view name) { return piece_named(name).seconds; };
  for (const Piece& piece : pieces()) {
    if (piece.name.starts_with("chime")) {
      EXPECT_GE(piece.seconds, 0.7);
      EXPECT_LE(piece.seconds, 1.6);
    }
  }
  EXPECT_GE(seconds("milestone"), 4);
  EXPECT_LE(seconds("milestone"), 6);
  EXPECT_GE(seconds("goal"), 18);
  EXPECT_LE(seconds("goal"), 25);
  EXPECT_GE(seconds("reveal"), 6);
  EXPECT_LE(seconds("reveal"), 8);
  EXPECT_LE(seconds("milestone") * 1000, mn::kMilestoneMs);
  EXPECT_LE(seconds("goal") * 1000, mn::kGoalMs);
  EXPECT_LE(seconds("reveal") * 1000, mn::kRevealMs);
}

TEST(Arc, EachMusicOpensWhereTheRulesSayItDoes) {
  const std::pair<const char*, std::int64_t> kOpens[] = {
      {"milestone", mn::kMilestoneBloomMs}, {"goal", mn::kGoalBloomMs}, {"reveal", mn::kRevealBloomMs}};
  for (const auto& [name, ms] : kOpens) {
    const Sides file = file_of(piece_named(name));
    const double at = static_cast<double>(ms) / 1000;
    EXPECT_GT(decibels(file, at, at + 0.3), decibels(file, at - 0.3, at) + 2.5) << name;
  }
}

TEST(Arc, TheGoalBuildsBloomsAndSettles) {
  const Sides goal = file_of(piece_named("goal"));
  const double tale = decibels(goal, 2.2, 6.1);
  const double bloom = decibels(goal, 6.3, 14.3);
  const double settling = decibels(goal, 16, 19);
  const double end = decibels(goal, 21.5, 22.5);
  EXPECT_GT(bloom, tale + 4);
  EXPECT_LT(settling, bloom - 3);
  EXPECT_LT(end, settling - 10);
}

TEST(Arc, ChimesAreSofterThanMusicAndRiseByTier) {
  const auto moment = [](std::string_view name) {
    Piece piece = piece_named(name);
    piece.measured = Measured::moment;
    return loudness_of(piece, file_of(piece));
  };
  EXPECT_LT(moment("chime-small-1") + 1, moment("chime-middle-1"));
  EXPECT_LT(moment("chime-middle-1") + 1, moment("chime-large-1"));
  for (const char* music : {"milestone", "goal", "reveal"})
    EXPECT_LT(moment("chime-large-1") + 4, moment(music)) << music;
}

}  // namespace
