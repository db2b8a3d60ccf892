// What changed between two frames: the draw commands of each are summed up per square of the screen, and squares whose
// sum differs are painted again. Values in, values out; no OpenGL. (The idea is rxi's "cached software rendering".)
#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

namespace mn::ui {

constexpr int kTilePixels = 32;
// Every part is one pass over the draw commands; more than this are merged. To OpenGL a pass is dear, to the processor
// it is cheaper than painting what did not change.
constexpr std::size_t kPartsMax = 12;
constexpr std::size_t kPartsMaxByProcessor = 40;

struct PixelBox {
  int left = 0;
  int top = 0;
  int right = 0;   // one past the last
  int bottom = 0;  // one past the last
  bool operator==(const PixelBox&) const = default;
  bool empty() const { return right <= left || bottom <= top; }
};

// One sum per tile, by rows.
struct TileSums {
  int width_px = 0;
  int height_px = 0;
  int columns = 0;
  int rows = 0;
  std::vector<std::uint64_t> sums;
};

// Sums up a frame: places, colours, textures and their versions. Says to each group in it where it changes nothing.
TileSums sum_tiles(const ImDrawData& data);
// The same of one list on a screen of this size.
TileSums sum_tiles(const ImDrawList& list, int width_px, int height_px);

// The parts in which two frames differ, apart from each other, at most parts_max; the whole screen when the sizes
// differ.
std::vector<PixelBox> differing(const TileSums& before, const TileSums& after, std::size_t parts_max = kPartsMax);

}  // namespace mn::ui
