// Reads a print job back, strictly: what a printer would make of the bytes, or what is wrong with them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/printing/bitmap.h"

namespace mn::printing {

struct ReadJob {
  std::string wrong;  // empty: it was read to its end
  std::vector<int> band_lines;
  Bitmap bitmap;  // the bands one under the other
  bool cut = false;
  int fed_lines = 0;
};
ReadJob read_job(ByteView bytes);

// Where a printer would obey a real-time command (DLE EOT, DLE ENQ, DLE DC4) inside these bytes.
std::optional<std::size_t> first_real_time_command(ByteView bytes);

}  // namespace mn::printing
