// What changed between two frames, by sums alone.
#include "ui/damage.h"

#include <gtest/gtest.h>

namespace {

using namespace mn::ui;

TileSums blank(int width_px, int height_px) {
  TileSums sums{
      width_px, height_px, (width_px + kTilePixels - 1) / kTilePixels, (height_px + kTilePixels - 1) / kTilePixels, {}};
  sums.sums.assign(static_cast<std::size_t>(sums.columns) * static_cast<std::size_t>(sums.rows), 7);
  return sums;
}
void touch(TileSums& sums, int column, int row) {
  sums.sums[static_cast<std::size_t>(row * sums.columns + column)] = 8;
}

TEST(Differing, IsNothingWhenNothingChanged) {
  const TileSums sums = blank(1920, 1080);
  EXPECT_TRUE(differing(sums, sums).empty());
}

TEST(Differing, IsEverythingWhenTheSizeChanged) {
  EXPECT_EQ(differing(blank(1280, 800), blank(1920, 1080)), (std::vector<PixelBox>{{0, 0, 1920, 1080}}));
}

TEST(Differing, JoinsTilesToRectanglesInsideTheScreen) {
  const TileSums before = blank(1920, 1080);
  TileSums after = before;
  for (int column : {3, 4, 5}) {
    touch(after, column, 2);
    touch(after, column, 3);
  }
  touch(after, 59, 33);
  EXPECT_EQ(differing(before, after), (std::vector<PixelBox>{{96, 64, 192, 128}, {1888, 1056, 1920, 1080}}));
}

// Whatever changes: every changed tile is covered, no part twice, and the parts are few.
TEST(Differing, CoversEveryChangeOnce) {
  std::uint32_t seed = 1;
  const auto chance = [&] { return (seed = seed * 1664525U + 1013904223U) >> 8U; };
  for (int round = 0; round < 300; ++round) {
    const TileSums before = blank(1920, 1080);
    TileSums after = before;
    const unsigned share = 1 + chance() % 60;
    for (auto& sum : after.sums) sum += chance() % 100 < share ? 1 : 0;
    const std::vector<PixelBox> parts = differing(before, after);
    EXPECT_LE(parts.size(), kPartsMax);
    for (int row = 0; row < after.rows; ++row) {
      for (int column = 0; column < after.columns; ++column) {
        const auto index = static_cast<std::size_t>(row * after.columns + column);
        int covered = 0;
        for (const PixelBox& part : parts) {
          const int x = column * kTilePixels;
          const int y = row * kTilePixels;
          covered += x >= part.left && x < part.right && y >= part.top && y < part.bottom ? 1 : 0;
        }
        EXPECT_LE(covered, 1);
        if (before.sums[index] != after.sums[index]) {
          EXPECT_EQ(covered, 1);
        }
      }
    }
  }
}

}  // namespace
