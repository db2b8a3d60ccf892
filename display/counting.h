// A number on its way: what the screen shows between one total and the next. Every change counts up (or down) by
// itself, and what is shown is their sum: so each is there to the last đồng within kCountingMs, whatever follows it,
// and many in a row flow. Pure: a function of the totals, the times they were taken, and now; in whole đồng.
#pragma once

#include <cstdint>
#include <vector>

#include "core/money.h"

namespace mn {

inline constexpr std::int64_t kCountingMs = 1400;
// A change begins as if this much of it had passed, so that the very first picture after an arrival already moves.
inline constexpr std::int64_t kCountingHeadStartMs = 32;

struct Counting {
  struct Step {
    std::int64_t by_dong = 0;
    std::int64_t at_ms = 0;
  };
  Money to;
  std::vector<Step> steps;  // perhaps still on their way, oldest first; at most one a millisecond
};

// Stands at `amount`: for the first number ever shown.
Counting standing_at(Money amount);

// Turns towards a new number, zero or more, up or down. The same number again changes nothing; two numbers at the same
// time are the second. A time before the last change counts as that one.
Counting turned_to(Counting counting, Money to, std::int64_t now_ms);

// What is shown now: each change fast at first, then slower; exactly `to` from kCountingMs after the last on. While the
// totals only rise it only rises, and never past `to`. A change of whole thousands moves in whole thousands, so that
// the last digits do not whirl.
Money shown(const Counting& counting, std::int64_t now_ms);

// No less than anything shown from now on, as long as the number does not change: the room to keep for it.
Money widest(const Counting& counting, std::int64_t now_ms);

bool settled(const Counting& counting, std::int64_t now_ms);

}  // namespace mn
