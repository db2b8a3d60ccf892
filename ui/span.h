// Inside ui/ only: a row of pixels laid over another, the innermost loops of ui/raster.h. Colours are 0xAARRGGBB.
#pragma once

#include <cstdint>

#include "ui/raster.h"

namespace mn::ui {

// Every channel times share / 255, rounded.
inline std::uint32_t times(std::uint32_t pixel, std::uint32_t share) {
  std::uint32_t low = (pixel & 0x00FF00FFU) * share + 0x00800080U;
  low = ((low + ((low >> 8U) & 0x00FF00FFU)) >> 8U) & 0x00FF00FFU;
  std::uint32_t high = ((pixel >> 8U) & 0x00FF00FFU) * share + 0x00800080U;
  high = (high + ((high >> 8U) & 0x00FF00FFU)) & 0xFF00FF00U;
  return low | high;
}

// A pixel whose colours carry their alpha, over another.
inline std::uint32_t over(std::uint32_t below, std::uint32_t pixel) {
  return pixel + times(below, 255 - (pixel >> 24U));
}

// Channel by channel, / 255.
std::uint32_t tinted(std::uint32_t texel, std::uint32_t colour);
// Colours multiplied by their alpha.
std::uint32_t premultiplied(std::uint32_t pixel);

enum class Lay {
  straight,       // colours do not carry their alpha
  premultiplied,  // they do
  cover,          // what is below is gone
};

// One colour, as it is in a vertex (straight, or carrying its alpha for Lay::premultiplied).
void lay_colour(std::uint32_t* row, int count, std::uint32_t colour, Lay lay);
// A row of texels, one to a pixel, times a colour.
void lay_texels(std::uint32_t* row, int count, const std::uint32_t* texels, bool mask, std::uint32_t colour, Lay lay);
// A row of texels that carry their alpha, fainter by opacity / 255. Over an equal opaque pixel it changes nothing.
void lay_faded(std::uint32_t* row, int count, const std::uint32_t* texels, std::uint8_t opacity);

// A way through a bitmap: texels in 1/65536, at the middle of the first pixel, and on to the next.
struct Way {
  std::int32_t x = 0;
  std::int32_t y = 0;
  std::int32_t step_x = 0;
  std::int32_t step_y = 0;
};
// Texels along the way, between four where the bitmap is smooth, times a colour.
void lay_sampled(std::uint32_t* row, int count, const Bitmap& bitmap, Way way, std::uint32_t colour, Lay lay);
// One texel of that way.
std::uint32_t sampled(const Bitmap& bitmap, std::int32_t x, std::int32_t y);
std::uint32_t sampled_after(const Bitmap& bitmap, const Way& way, int steps);

}  // namespace mn::ui
