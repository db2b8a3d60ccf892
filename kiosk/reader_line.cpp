#include "kiosk/reader_line.h"

#include <string>

namespace mn::kiosk {

bool goes_on(const ReaderLine& line, std::int64_t now_ms) {
  return (line.too_long || !line.signs.empty()) && now_ms - line.last_ms <= kReaderGapMs;
}

ReaderLine advance_reader(const ReaderLine& line, std::string_view typed, std::int64_t now_ms) {
  const bool more = goes_on(line, now_ms);
  const std::string_view before = more ? line.signs.view() : std::string_view();
  if ((more && line.too_long) || before.size() + typed.size() > kReaderSignsMax) return {{}, true, now_ms};
  std::array<char, kReaderSignsMax> signs{};
  std::copy(before.begin(), before.end(), signs.begin());
  std::copy(typed.begin(), typed.end(), signs.begin() + static_cast<std::ptrdiff_t>(before.size()));
  ReaderLine next{TypedText(std::string_view(signs.data(), before.size() + typed.size())), false, now_ms};
  wipe({reinterpret_cast<std::uint8_t*>(signs.data()), signs.size()});
  return next;
}

ReaderLine after_deafness(const ReaderLine& line, std::int64_t deaf_ms) {
  ReaderLine next = line;
  if (line.too_long || !line.signs.empty()) next.last_ms += deaf_ms;
  return next;
}

}  // namespace mn::kiosk
