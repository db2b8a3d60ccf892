// The score is read as it is written; loudness is measured as the standard says.
#include "assets/music/score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "assets/music/loudness.h"
#include "assets/music/notation.h"

namespace {

using namespace mn::music;

constexpr Tempo kSixty{.beats_a_minute = 60};

std::vector<Placed> read(std::string_view notes, const Tempo& tempo = kSixty) {
  return read_line({Instrument::lute, 2, 0.4, 0.8, 0.5, notes}, tempo);
}

TEST(Notation, NotesHavePitchTimeLengthAndStrength) {
  const std::vector<Placed> notes = read("A4.4 -.2 C5.2 | G3.8");
  ASSERT_EQ(notes.size(), 3U);
  EXPECT_NEAR(notes[0].note.hertz, 440, 1e-9);
  EXPECT_NEAR(notes[1].note.hertz, 523.251, 0.001);
  EXPECT_NEAR(notes[2].note.hertz, 195.998, 0.001);
  EXPECT_NEAR(notes[0].at_seconds, 2.0, 0.016);
  EXPECT_NEAR(notes[1].at_seconds, 3.5, 0.016);
  EXPECT_NEAR(notes[2].at_seconds, 4.0, 0.016);
  EXPECT_NEAR(notes[2].note.seconds, 2.0, 1e-9);
  EXPECT_NEAR(notes[0].note.strength, 0.4, 0.05);
  EXPECT_NEAR(notes[2].note.strength, 0.8, 0.07);
  for (const Placed& placed : notes) EXPECT_EQ(placed.place, 0.5);
}

TEST(Notation, MarksMeanWhatTheySay) {
  EXPECT_NEAR(read("C5.4>")[0].note.strength, 0.5, 0.05);
  EXPECT_NEAR(read("C5.4<")[0].note.strength, 0.28, 0.04);
  EXPECT_EQ(read("C5.4^")[0].note.slide_from, -2);
  EXPECT_EQ(read("C5.4~").size(), 10U) << "a second, ten strokes";
  const std::vector<Placed> chord = read("C4+E4+G4.4%");
  ASSERT_EQ(chord.size(), 3U);
  EXPECT_GT(chord[2].at_seconds - chord[0].at_seconds, 0.1) << "spread";
  EXPECT_LT(chord[0].note.hertz, chord[2].note.hertz);
}

TEST(Notation, SlowingStretchesTheBeatsAfterItsBeginning) {
  const Tempo slowing{.beats_a_minute = 60, .slows_from_beat = 4, .slower_each_beat = 0.1};
  EXPECT_DOUBLE_EQ(seconds_at(slowing, 4), 4);
  EXPECT_DOUBLE_EQ(seconds_at(slowing, 6), 6 + 0.1 * 4 / 2);
}

TEST(NotationDeath, AWordThatIsNoNoteEndsTheProgram) {
  for (const char* wrong : {"H4.4", "C9.4", "C4", "C4+.4", "C4.4!", "C4.3 | D4.4"})
    EXPECT_DEATH(read(wrong), "broken invariant") << wrong;
}

TEST(Score, StaysWithinItsFiveTonesAndItsTime) {
  std::set<int> classes;
  for (const Piece& piece : pieces()) {
    for (const Line& line : piece.lines) {
      for (const Placed& placed : read_line(line, piece.tempo)) {
        classes.insert((static_cast<int>(std::lround(12 * std::log2(placed.note.hertz / 440))) + 120) % 12);
        ASSERT_LT(placed.at_seconds, piece.seconds * 0.93) << piece.name << ": a note after the end";
        ASSERT_GE(placed.note.hertz, 130) << piece.name << ": lower than a hall's loudspeakers reach";
      }
    }
  }
  EXPECT_EQ(classes, (std::set<int>{0, 3, 5, 7, 10})) << "A C D E G, from A";
}

std::vector<float> sine(double hertz, double height, double seconds, double phase = 0) {
  std::vector<float> out(static_cast<std::size_t>(seconds * kSamplesASecond));
  for (std::size_t at = 0; at < out.size(); ++at) {
    out[at] = static_cast<float>(
        height * std::sin(phase + 2 * std::numbers::pi * hertz * static_cast<double>(at) / kSamplesASecond));
  }
  return out;
}

TEST(Loudness, IsWhatTheStandardSays) {
  // BS.1770-4: 997 Hz at full scale on one side is −3.01 LUFS; on both, 3 dB more; EBU Tech 3341, case 1: −23.
  EXPECT_NEAR(loudness({sine(997, 1, 5)}), -3.01, 0.05);
  EXPECT_NEAR(loudness({sine(997, 1, 5), sine(997, 1, 5)}), 0, 0.05);
  const double minus23 = std::pow(10, -23.0 / 20);
  EXPECT_NEAR(loudness({sine(1000, minus23, 20), sine(1000, minus23, 20)}), -23, 0.1);
  // Case 3: what is 13 dB softer than the rest is gated away.
  std::vector<float> parts = sine(1000, std::pow(10, -36.0 / 20), 10);
  const std::vector<float> loud = sine(1000, minus23, 60);
  parts.insert(parts.end(), loud.begin(), loud.end());
  EXPECT_NEAR(loudness({parts, parts}), -23, 0.1);
  EXPECT_EQ(loudness({std::vector<float>(48'000)}), -70);
}

TEST(Loudness, PeaksBetweenSamplesAreSeen) {
  const std::vector<float> quarter = sine(12'000, 1, 0.1, std::numbers::pi / 4);
  EXPECT_NEAR(*std::max_element(quarter.begin(), quarter.end()), 0.7071, 0.001);
  EXPECT_NEAR(true_peak({quarter}), 0, 0.3);
  EXPECT_NEAR(true_peak({sine(200, 0.5, 0.1)}), -6.02, 0.05);
}

}  // namespace
