#include "display/screen_clock.h"

#include "display/script.h"
#include "journal/chance.h"

namespace mn {
namespace {

constexpr std::int64_t kNsPerMs = 1'000'000;
constexpr std::int64_t kUsPerMs = 1000;

}  // namespace

ScreenClock clock_of(std::int64_t utc_ms, std::int64_t steady_ms, std::optional<std::int64_t> book_last_ms) {
  ScreenClock clock{utc_ms, steady_ms, false};
  if (!book_last_ms || *book_last_ms < utc_ms) return clock;
  if (*book_last_ms - utc_ms > kClockBackMs) {
    clock.set_back = true;
  } else {
    clock.utc_ms = *book_last_ms + 1;
  }
  return clock;
}

ScreenClock set_clock(std::optional<std::int64_t> book_last_ms) {
  return clock_of(utc_now_us() / kUsPerMs, monotonic_ns() / kNsPerMs, book_last_ms);
}

std::int64_t now_ms(const ScreenClock& clock) { return clock.utc_ms + monotonic_ns() / kNsPerMs - clock.steady_ms; }

}  // namespace mn
