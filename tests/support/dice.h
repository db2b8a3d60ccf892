// A small seeded generator (SplitMix64) for tests and rehearsals: the same seed gives the same throws on every machine.
#pragma once

#include <cstdint>

namespace mn {

struct Dice {
  std::uint64_t state = 0;

  std::uint64_t next() {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }
  bool chance(int percent) { return below(100) < static_cast<std::uint64_t>(percent); }
  template <class Array>
  Array array() {
    Array out{};
    for (auto& byte : out) byte = static_cast<std::uint8_t>(next());
    return out;
  }
};

}  // namespace mn
