#include "core/pin.h"

#include <algorithm>
#include <set>

namespace mn {
namespace {

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

// 123456, 987654, and those that go on over the 0: 567890, 210987.
bool counts_by(std::string_view pin, int step) {
  for (std::size_t i = 1; i < pin.size(); ++i) {
    if ((pin[i] - pin[i - 1] - step) % 10 != 0) return false;
  }
  return true;
}

// 121212, 123123.
bool repeats(std::string_view pin) {
  for (std::size_t part = 1; part <= pin.size() / 2; ++part) {
    bool same = true;
    for (std::size_t i = part; i < pin.size(); ++i) same = same && pin[i] == pin[i - part];
    if (same) return true;
  }
  return false;
}

}  // namespace

PinFault pin_fault(std::string_view pin) {
  if (!std::all_of(pin.begin(), pin.end(), is_digit)) return PinFault::not_digits;
  if (pin.size() < kPinDigitsMin) return PinFault::too_short;
  if (pin.size() > kPinDigitsMax) return PinFault::too_long;
  const bool few = std::set<char>(pin.begin(), pin.end()).size() < 3;
  const bool simple = few || counts_by(pin, 1) || counts_by(pin, -1) || repeats(pin);
  return simple ? PinFault::too_simple : PinFault::ok;
}

}  // namespace mn
