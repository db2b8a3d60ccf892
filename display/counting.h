// A number on its way: what the screen shows between one total and the next. Pure and without state of its own: what is
// shown is a function of the time since the way began, in whole đồng, and its end is always the exact number.
#pragma once

#include <cstdint>

#include "core/money.h"

namespace mn {

inline constexpr std::int64_t kCountingMs = 1400;
// The way begins as if this much of it had passed, so that the very first picture after an arrival already moves.
inline constexpr std::int64_t kCountingHeadStartMs = 32;

struct Counting {
  Money from;
  Money to;
  std::int64_t since_ms = 0;
};

// Stands at `amount`: for the first number ever shown.
Counting standing_at(Money amount);

// Turns towards a new number, up or down, from what is shown now. The same number again changes nothing.
Counting turned_to(const Counting& counting, Money to, std::int64_t now_ms);

// What is shown now: fast at first, then slower, never past `to`, exactly `to` from kCountingMs on. Rounded to the
// thousand on the way when both ends are whole thousands, so that the last digits do not whirl.
Money shown(const Counting& counting, std::int64_t now_ms);

bool settled(const Counting& counting, std::int64_t now_ms);

}  // namespace mn
