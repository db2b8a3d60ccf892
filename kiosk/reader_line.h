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
  TypedText signs;        // "" when it has grown too long for a code
  bool too_long = false;  // then it stays so to its end
  std::int64_t last_ms = 0;
  bool operator==(const ReaderLine&) const = default;
};

bool goes_on(const ReaderLine& line, std::int64_t now_ms);
// The line with more signs behind it; begun anew when they come late.
ReaderLine advance_reader(const ReaderLine& line, std::string_view typed, std::int64_t now_ms);

// The kiosk heard nothing for so long, for it drew: what a reader typed meanwhile comes only now, and is no later for
// it.
ReaderLine after_deafness(const ReaderLine& line, std::int64_t deaf_ms);

}  // namespace mn::kiosk
