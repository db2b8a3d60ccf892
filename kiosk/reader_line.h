// What a barcode or QR reader types: signs that follow each other faster than a person types, then Enter. Pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "kiosk/typed_text.h"

namespace mn::kiosk {

// Signs further apart than this are not of one line.
inline constexpr std::int64_t kReaderGapMs = 150;
inline constexpr std::size_t kReaderSignsMax = 64;

struct ReaderLine {
  TypedText signs;
  std::int64_t last_ms = 0;
};

// The line with more signs behind it; begun anew when they come late, and forgotten when it grows too long for a code.
ReaderLine advance_reader(const ReaderLine& line, std::string_view typed, std::int64_t now_ms);

}  // namespace mn::kiosk
