// Money: whole đồng in 64 bits, sums checked. Text is made and read in numbers.h, words in words.h.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

namespace mn {

struct Money {
  std::int64_t dong = 0;
  auto operator<=>(const Money&) const = default;
};

// Nothing when the sum would not fit 64 bits: about 9,223,372,036 billion đồng.
constexpr std::optional<Money> add(Money a, Money b) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(a.dong, b.dong, &sum)) return std::nullopt;
  return Money{sum};
}

constexpr std::optional<Money> subtract(Money a, Money b) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(a.dong, b.dong, &difference)) return std::nullopt;
  return Money{difference};
}

// The most one pledge may be: 9,999,999,999,999 đồng, the 13 digits that a VietQR amount can carry.
inline constexpr Money kLargestPledge{9'999'999'999'999};

}  // namespace mn
