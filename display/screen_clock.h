// The screen's clock: UTC by the machine's clock when the program started, and steady from then on, whatever somebody
// does to the clock of day meanwhile. It never goes back behind what the screen's book says.
#pragma once

#include <cstdint>
#include <optional>

namespace mn {

struct ScreenClock {
  std::int64_t utc_ms = 0;     // when it was set
  std::int64_t steady_ms = 0;  // then, by the steady clock
  bool set_back = false;       // by more than could be waited for: the book is of another time
};

// `book_last_ms`: the last line of the book, when there is one.
ScreenClock set_clock(std::optional<std::int64_t> book_last_ms);
// The same from given readings. Pure.
ScreenClock clock_of(std::int64_t utc_ms, std::int64_t steady_ms, std::optional<std::int64_t> book_last_ms);

std::int64_t now_ms(const ScreenClock& clock);

}  // namespace mn
