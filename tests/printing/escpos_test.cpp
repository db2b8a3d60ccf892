// ESC/POS: jobs read back dot by dot, and every bit that a printer may answer with.
#include "kiosk/printing/escpos.h"

#include <gtest/gtest.h>

#include <random>

#include "kiosk/printing/test_slip.h"
#include "tests/printing/escpos_reader.h"

namespace mn::printing {
namespace {

Bitmap noise(int width, int height, unsigned seed) {
  std::mt19937 dice(seed);
  Bitmap out{width, height, {}};
  out.rows.resize(out.row_bytes() * static_cast<std::size_t>(height));
  for (std::uint8_t& byte : out.rows) byte = static_cast<std::uint8_t>(dice());
  return out;
}

TEST(EscPos, AJobReadsBackAsThePictureInBands) {
  for (const int height : {1, 127, 128, 129, 256, 1797}) {
    Bitmap bitmap = noise(576, height, static_cast<unsigned>(height));
    for (std::uint8_t& byte : bitmap.rows) byte |= 1;  // so that no dot has to be added
    const ReadJob read = read_job(escpos_job(bitmap, Ending::cut));
    ASSERT_EQ(read.wrong, "");
    EXPECT_EQ(read.bitmap.width_dots, 576);
    EXPECT_EQ(read.bitmap.height_dots, height);
    EXPECT_EQ(read.bitmap.rows, bitmap.rows);
    EXPECT_TRUE(read.cut);
    EXPECT_EQ(read.band_lines.size(), static_cast<std::size_t>((height + 127) / 128));
    for (const int lines : read.band_lines) EXPECT_LE(lines, kBandLinesMax);
  }
}

TEST(EscPos, WithoutACutterItFeeds) {
  const ReadJob read = read_job(escpos_job(noise(384, 10, 1), Ending::feed));
  ASSERT_EQ(read.wrong, "");
  EXPECT_FALSE(read.cut);
  EXPECT_GT(read.fed_lines, 0);
}

// DLE DC4 2 in a picture would switch an Epson printer off.
TEST(EscPos, NoPictureHoldsARealTimeCommandAndHardlyADotIsChanged) {
  std::size_t there = 0;
  for (unsigned seed = 0; seed < 40; ++seed) {
    const Bitmap bitmap = noise(576, 200, seed);
    there += first_real_time_command(bitmap.rows).has_value() ? 1U : 0U;
    const Bytes job = escpos_job(bitmap, Ending::cut);
    EXPECT_EQ(first_real_time_command(job), std::nullopt) << "seed " << seed;
    const ReadJob read = read_job(job);
    ASSERT_EQ(read.wrong, "");
    for (std::size_t i = 0; i < bitmap.rows.size(); ++i) {
      if (read.bitmap.rows[i] == bitmap.rows[i]) continue;
      EXPECT_EQ(bitmap.rows[i], 0x10);
      EXPECT_EQ(read.bitmap.rows[i], 0x11);
    }
  }
  EXPECT_GT(there, 10U) << "noise that holds none would prove nothing";
}

TEST(EscPos, TheQuestionsAreTheDocumentedOnes) {
  EXPECT_EQ(ask(Question::printer), (Bytes{0x10, 0x04, 1}));
  EXPECT_EQ(ask(Question::offline), (Bytes{0x10, 0x04, 2}));
  EXPECT_EQ(ask(Question::error), (Bytes{0x10, 0x04, 3}));
  EXPECT_EQ(ask(Question::paper), (Bytes{0x10, 0x04, 4}));
  EXPECT_EQ(ask_when_done(), (Bytes{0x1d, 'r', 1}));
  EXPECT_EQ(forget_job(), (Bytes{0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8}));
}

TEST(EscPos, AnswersAreToldApartFromEverythingElse) {
  EXPECT_TRUE(is_answer(0x12));
  EXPECT_TRUE(is_answer(0x72));
  for (const int byte : {0x00, 0x10, 0x02, 0x13, 0x92, 0xff, 0x11, 0x13}) {
    EXPECT_FALSE(is_answer(static_cast<std::uint8_t>(byte))) << byte;
  }
  EXPECT_TRUE(is_done_answer(0x00));
  EXPECT_TRUE(is_done_answer(0x03));
  for (int byte = 0; byte < 256; ++byte) {
    const auto one = static_cast<std::uint8_t>(byte);
    EXPECT_FALSE(is_answer(one) && is_done_answer(one)) << byte;
  }
}

TEST(EscPos, EveryStateHasItsOutcome) {
  struct Case {
    const char* name;
    Answers answers;
    PrintOutcome outcome;
    const char* words;
  };
  const std::uint8_t well = 0x12;
  const std::vector<Case> cases = {
      {"silent", {}, PrintOutcome::ready, "tells nothing"},
      {"well", {well, well, well, well}, PrintOutcome::ready, "is ready"},
      {"roll ended", {0x1a, well, well, 0x72}, PrintOutcome::paper_out, "no paper"},
      {"one paper sensor", {well, well, well, 0x52}, PrintOutcome::paper_out, "no paper"},
      {"stopped by paper end", {0x1a, 0x32, well, well}, PrintOutcome::paper_out, "no paper"},
      {"cover", {0x1a, 0x16, well, well}, PrintOutcome::jam_or_offline, "cover"},
      {"cover and no paper", {0x1a, 0x16, well, 0x72}, PrintOutcome::paper_out, "no paper"},
      {"cutter", {0x1a, 0x52, 0x1a, well}, PrintOutcome::jam_or_offline, "cutter"},
      {"dead", {0x1a, 0x52, 0x32, well}, PrintOutcome::jam_or_offline, "switching it off"},
      {"hot", {0x1a, 0x52, 0x52, well}, PrintOutcome::jam_or_offline, "hot"},
      {"some error", {0x1a, 0x52, well, well}, PrintOutcome::jam_or_offline, "an error"},
      {"off-line", {0x1a, well, well, well}, PrintOutcome::jam_or_offline, "off-line"},
      {"near the end", {well, well, well, 0x1e}, PrintOutcome::ready, "nearly"},
  };
  for (const Case& one : cases) {
    const PrintReport report = judge(one.answers);
    EXPECT_EQ(report.outcome, one.outcome) << one.name;
    EXPECT_NE(report.words.find(one.words), std::string::npos) << one.name << ": " << report.words;
  }
}

}  // namespace
}  // namespace mn::printing
