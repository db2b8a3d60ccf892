// A picture of black dots on white paper, as a thermal head prints it: one bit a dot.
#pragma once

#include <cstddef>

#include "core/bytes.h"

namespace mn::printing {

// Rows from the top; each is width_dots / 8 bytes, the leftmost dot in the highest bit, 1 is black.
struct Bitmap {
  int width_dots = 0;  // a multiple of 8
  int height_dots = 0;
  Bytes rows;

  std::size_t row_bytes() const { return static_cast<std::size_t>(width_dots) / 8; }
  bool black(int x, int y) const {
    const std::size_t at = static_cast<std::size_t>(y) * row_bytes() + static_cast<std::size_t>(x) / 8;
    return ((rows[at] >> (7 - x % 8)) & 1) != 0;
  }
};

}  // namespace mn::printing
