// Inside ui/ only: paints draw lists with the processor alone, for machines without a GPU. An OpenGL made of software
// does the same three to ten times slower and holds 80 MB of compiler for it. Values in, pixels out; no window.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <functional>
#include <vector>

#include "ui/damage.h"
#include "ui/texture.h"

namespace mn::ui {

// Pixels as 0xAARRGGBB, colours multiplied by their alpha where they are drawn; the highest row first.
struct Bitmap {
  int width_px = 0;
  int height_px = 0;
  bool smooth = false;  // sampled between pixels
  bool mask = false;    // white everywhere: only its alpha says something
  std::vector<std::uint32_t> pixels;
  std::uint32_t* row(int y) { return pixels.data() + static_cast<std::ptrdiff_t>(y) * width_px; }
  const std::uint32_t* row(int y) const { return pixels.data() + static_cast<std::ptrdiff_t>(y) * width_px; }
};

// Bytes R, G, B, A to a pixel, and back.
std::uint32_t pixel_of(const std::uint8_t* rgba);
void bytes_of(std::uint32_t pixel, std::uint8_t* rgba);

using FindBitmap = std::function<const Bitmap*(TextureId)>;

// Paints what of the list falls into `part` of the target, whose upper left corner is `origin` in the list's places.
void paint_list(Bitmap& target, const ImDrawList& list, ImVec2 origin, const PixelBox& part, const FindBitmap& find);

}  // namespace mn::ui
