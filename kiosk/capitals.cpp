#include "kiosk/capitals.h"

#include "core/check.h"

namespace mn::kiosk {
namespace {

bool is_sign(char byte) {
  const auto code = static_cast<std::uint8_t>(byte);
  return code < 0x80 && !is_word_letter(code) && !is_digit(code);
}

// Behind a space that follows the end of a sentence, quotes and brackets apart.
bool sentence_begins(std::string_view before) {
  const std::size_t opened = before.find_last_not_of("\"('");
  if (opened == std::string_view::npos) return true;
  before = before.substr(0, opened + 1);
  if (before.back() != ' ') return false;
  const std::size_t last = before.find_last_not_of(" \")'");
  return last == std::string_view::npos || std::string_view(".!?").find(before[last]) != std::string_view::npos;
}

}  // namespace

Capitals capitals_for(Giver giver) { return giver == Giver::person ? Capitals::words : Capitals::first; }

bool capital_comes(std::string_view before, Capitals capitals) {
  switch (capitals) {
    case Capitals::none:
      return false;
    case Capitals::words:
      return before.empty() || is_sign(before.back());
    case Capitals::first:
      return std::ranges::all_of(before, is_sign);
    case Capitals::sentences:
      return sentence_begins(before);
  }
  MN_CHECK(false, "every way of capitals is known");
  return false;
}

}  // namespace mn::kiosk
