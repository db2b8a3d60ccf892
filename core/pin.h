// Which PINs staff may choose. A PIN guards a kiosk's staff corner, in a hall full of people who can watch a finger.
#pragma once

#include <string_view>

namespace mn {

inline constexpr std::size_t kPinDigitsMin = 6;
inline constexpr std::size_t kPinDigitsMax = 12;

enum class PinFault {
  ok,
  too_short,
  too_long,
  not_digits,
  too_simple,  // one or two digits only, a pattern repeated, or digits counting up or down
};

PinFault pin_fault(std::string_view pin);

}  // namespace mn
