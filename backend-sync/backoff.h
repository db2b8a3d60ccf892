// How long to wait before trying again: exponential, with full jitter, so that fifty kiosks do not knock in step when a
// hub comes back.
#pragma once

#include <algorithm>
#include <cstdint>

namespace mn {

inline constexpr std::int64_t kBackoffFirstMs = 200;
inline constexpr std::int64_t kBackoffMostMs = 30'000;

// The longest wait after so many failures in a row (1, 2, 3 …).
constexpr std::int64_t backoff_ceiling_ms(int failures) {
  const int doublings = std::clamp(failures - 1, 0, 16);
  return std::min(kBackoffMostMs, kBackoffFirstMs << doublings);
}

// Between 1 ms and the ceiling, evenly over `random`.
constexpr std::int64_t backoff_ms(int failures, std::uint64_t random) {
  const auto ceiling = static_cast<std::uint64_t>(backoff_ceiling_ms(failures));
  return static_cast<std::int64_t>(1 + random % ceiling);
}

}  // namespace mn
