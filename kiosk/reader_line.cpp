#include "kiosk/reader_line.h"

#include <string>

namespace mn::kiosk {

ReaderLine advance_reader(const ReaderLine& line, std::string_view typed, std::int64_t now_ms) {
  const bool goes_on = now_ms - line.last_ms <= kReaderGapMs;
  const std::string_view before = goes_on ? line.signs.view() : std::string_view();
  if (before.size() + typed.size() > kReaderSignsMax) return {{}, now_ms};
  std::array<char, kReaderSignsMax> signs{};
  std::copy(before.begin(), before.end(), signs.begin());
  std::copy(typed.begin(), typed.end(), signs.begin() + static_cast<std::ptrdiff_t>(before.size()));
  ReaderLine next{TypedText(std::string_view(signs.data(), before.size() + typed.size())), now_ms};
  wipe({reinterpret_cast<std::uint8_t*>(signs.data()), signs.size()});
  return next;
}

}  // namespace mn::kiosk
