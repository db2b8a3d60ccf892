// Inside ui/ only: triangles and level rectangles, row by row. A pixel belongs to what its middle lies in, so that
// neighbours meet without a gap and without an overlap.
#pragma once

#include <imgui.h>

#include <cstdint>

#include "ui/raster.h"
#include "ui/span.h"

namespace mn::ui {

struct Brush {
  Bitmap& target;
  const Bitmap* bitmap;  // never null
  PixelBox clip;         // pixels of the target
  Lay lay;
  std::int64_t& laid;  // pixels so far
};

// Whether the two triangles from here are one level rectangle.
bool rectangle_at(const ImDrawVert* vertices, const ImDrawIdx* order, unsigned at, unsigned end);

// The elements from `first` to before `end` of one command. The target's upper left corner is `origin` in the list.
void paint_elements(const Brush& brush, const ImDrawList& list, const ImDrawCmd& command, unsigned first, unsigned end,
                    ImVec2 origin);

}  // namespace mn::ui
