#include "kiosk/typed_text.h"

namespace mn::kiosk {
namespace {

bool continues(char byte) { return (static_cast<std::uint8_t>(byte) & 0xC0U) == 0x80U; }

}  // namespace

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char byte) { return !continues(byte); }));
}

std::size_t letter_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  --at;
  while (at > 0 && continues(text[at])) --at;
  return at;
}

std::size_t letter_after(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  ++at;
  while (at < text.size() && continues(text[at])) ++at;
  return at;
}

TypedText trimmed(const TypedText& text) {
  TypedText out;
  const std::string_view typed = text.view();
  for (std::size_t at = 0; at < typed.size(); ++at) {
    const bool space = typed[at] == ' ';
    const bool ends = typed.find_first_not_of(' ', at) == std::string_view::npos;
    if (space && (out.empty() || ends || typed[at - 1] == ' ')) continue;
    out.append(typed.substr(at, 1));
  }
  return out;
}

void wipe_string(std::string& text) {
  // Up to the capacity: a longer text may have stood there before.
  text.resize(text.capacity());
  wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
  text.clear();
}

}  // namespace mn::kiosk
