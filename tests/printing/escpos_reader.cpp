#include "tests/printing/escpos_reader.h"

#include <fmt/format.h>

namespace mn::printing {
namespace {

bool begins(ByteView bytes, std::initializer_list<int> with) {
  std::size_t i = 0;
  for (const int byte : with) {
    if (i >= bytes.size() || bytes[i++] != byte) return false;
  }
  return true;
}

}  // namespace

ReadJob read_job(ByteView bytes) {
  ReadJob out;
  if (!begins(bytes, {0x1b, '@'})) return {"does not begin with ESC @", {}, {}, false, 0};
  bytes = bytes.subspan(2);
  while (!bytes.empty() && out.wrong.empty()) {
    if (out.cut || out.fed_lines > 0) {
      out.wrong = fmt::format("{} bytes after the ending", bytes.size());
    } else if (begins(bytes, {0x1d, 'v', '0', 0}) && bytes.size() >= 8) {
      const int row_bytes = bytes[4] + 256 * bytes[5];
      const int lines = bytes[6] + 256 * bytes[7];
      const std::size_t size = static_cast<std::size_t>(row_bytes) * static_cast<std::size_t>(lines);
      if (bytes.size() < 8 + size) return {"a band is cut short", {}, {}, false, 0};
      if (out.bitmap.width_dots != 0 && out.bitmap.width_dots != row_bytes * 8) out.wrong = "bands of several widths";
      out.bitmap.width_dots = row_bytes * 8;
      out.bitmap.height_dots += lines;
      out.bitmap.rows.insert(out.bitmap.rows.end(), bytes.begin() + 8, bytes.begin() + 8 + static_cast<long>(size));
      out.band_lines.push_back(lines);
      bytes = bytes.subspan(8 + size);
    } else if (begins(bytes, {0x1d, 'V', 66}) && bytes.size() >= 4) {
      out.cut = true;
      bytes = bytes.subspan(4);
    } else if (begins(bytes, {0x1b, 'd'}) && bytes.size() >= 3) {
      out.fed_lines = bytes[2];
      bytes = bytes.subspan(3);
    } else {
      out.wrong = fmt::format("a command that was not expected: {:#x}", bytes[0]);
    }
  }
  return out;
}

std::optional<std::size_t> first_real_time_command(ByteView bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    if (bytes[i] == 0x10 && (bytes[i + 1] == 0x04 || bytes[i + 1] == 0x05 || bytes[i + 1] == 0x14)) return i;
  }
  return std::nullopt;
}

}  // namespace mn::printing
