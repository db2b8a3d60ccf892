// What is wrong with the kiosk's clock, as far as the kiosk can tell by itself. Order and amounts never depend on the
// clock; what people read on a receipt does. Pure.
#pragma once

#include <cstdint>
#include <optional>

namespace mn::kiosk {

enum class ClockFinding {
  good,
  unknown,         // the system does not say whether it is synchronised, and nothing else is wrong
  unsynchronised,  // nothing sets it; it may be minutes off
  behind_entries,  // earlier than what this kiosk wrote before: it was set back, or the battery is empty
  wrong_year,      // before the campaign's year: the battery is empty
};

struct ClockFacts {
  std::int64_t now_us = 0;                        // UTC, by this clock
  std::optional<bool> synchronised;               // as the kernel says (journal/clock_sync.h)
  std::optional<std::int64_t> newest_made_at_us;  // of this journal's own entries
  int campaign_year = 0;                          // of the ceremony
};

// The worst that is found. A clock a little behind the newest entry (kClockBehindMs) is being corrected, not wrong.
inline constexpr std::int64_t kClockBehindMs = 2'000;
ClockFinding clock_finding(const ClockFacts& facts);

}  // namespace mn::kiosk
