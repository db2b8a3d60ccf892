// Seeded randomness for property tests: the same on every machine, unlike the standard library's distributions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/bytes.h"

namespace mn {

struct RandomSource {
  std::uint64_t state;

  std::uint64_t next() {  // SplitMix64
    std::uint64_t z = (state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  ByteArray<8> bytes8() {
    ByteArray<8> out;
    for (std::uint64_t bits = next(); std::uint8_t & byte : out) {
      byte = static_cast<std::uint8_t>(bits);
      bits >>= 8;
    }
    return out;
  }
};

}  // namespace mn
