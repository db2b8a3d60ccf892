// Tone keys: where the mark goes, how it moves, and how it is taken away again.
#include "core/tone.h"

#include <gtest/gtest.h>

namespace mn {
namespace {

TEST(Tone, KeyMovesReplacesAndRemoves) {
  EXPECT_EQ(with_tone("Hoa", Tone::acute), "Hóa");
  EXPECT_EQ(with_tone("Hóa", Tone::acute), "Hoá");
  EXPECT_EQ(with_tone("Hoá", Tone::acute), "Hoa");
  EXPECT_EQ(with_tone("Hóa", Tone::grave), "Hòa");
  EXPECT_EQ(with_tone("thuy", Tone::hook), "thủy");
  EXPECT_EQ(with_tone("thủy", Tone::hook), "thuỷ");
  EXPECT_EQ(with_tone("toan", Tone::acute), "toán");
  EXPECT_EQ(with_tone("toán", Tone::acute), "toan");
  EXPECT_EQ(with_tone("quy", Tone::acute), "quý");
  EXPECT_EQ(with_tone("gi", Tone::grave), "gì");
  EXPECT_EQ(with_tone("Hoa", Tone::acute, TonePlacement::modern), "Hoá");
  EXPECT_EQ(with_tone("Hoá", Tone::acute, TonePlacement::modern), "Hóa");
  EXPECT_EQ(with_tone("Hóa", Tone::acute, TonePlacement::modern), "Hoa");
  EXPECT_EQ(with_tone("Y Ênuôl", Tone::dot), "Y Ênuộl");
  EXPECT_EQ(with_tone("Qu", Tone::acute), "Qú");
  EXPECT_EQ(with_tone("giêng", Tone::acute), "giếng");
  EXPECT_EQ(with_tone("THUƠNG", Tone::grave), "THUỜNG");
  EXPECT_EQ(with_tone("", Tone::dot), "");
  EXPECT_EQ(with_tone("Lạng ", Tone::acute), "Lạng ");  // the word is over
  EXPECT_EQ(with_tone("TNHH", Tone::acute), "TNHH");
  EXPECT_EQ(with_tone("Lan 2", Tone::acute), "Lan 2");
  EXPECT_EQ(with_tone(std::string(65, 'a'), Tone::acute), std::string(65, 'a'));
}

TEST(Tone, MarkFollowsTheSyllableAsItGrows) {
  EXPECT_EQ(with_settled_tone("hóan"), "hoán");
  EXPECT_EQ(with_settled_tone("hoá"), "hoá");  // chosen so
  EXPECT_EQ(with_settled_tone("qúy"), "quý");
  EXPECT_EQ(with_settled_tone("tíên"), "tiến");
  EXPECT_EQ(with_settled_tone("của"), "của");
  EXPECT_EQ(with_settled_tone("họ t"), "họ t");
}

TEST(Tone, KeysShowWhatTheyWouldMake) {
  EXPECT_EQ(marked_letter("Ngu", Tone::acute), "ú");
  EXPECT_EQ(marked_letter("Nguyên", Tone::tilde), "ễ");
  EXPECT_EQ(marked_letter("", Tone::dot), "ạ");
}

}  // namespace
}  // namespace mn
