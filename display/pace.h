// How much time the screen gives one announcement, and when it must hurry: stays by size of gift, how many cards stand
// side by side, and the choice between them. Pure; time is an argument.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/money.h"

namespace mn {

// How large a gift is on the screen, by the campaign's thresholds.
enum class Tier : std::uint8_t { small, middle, large, grand };
inline constexpr std::size_t kTiers = 4;
using PerTier = std::array<std::size_t, kTiers>;

// How many of the thresholds (ascending, none to three) the amount has reached. A gift in kind without a value: small.
Tier tier_of(Money amount, std::span<const Money> thresholds);

enum class Pace : std::uint8_t {
  alone,    // one card at a time, as long as it deserves
  brisk,    // one at a time, shorter
  abreast,  // side by side in all lanes
  merging,  // side by side, and what would come too late goes into one card
};

inline constexpr int kLanesMax = 8;
// A card is on the screen at least this long, whatever comes.
inline constexpr std::int64_t kStayLeastMs = 1600;

// How long a card keeps its place when others wait for it. At the pace `alone` it is also how long it stays when nobody
// does.
std::int64_t stay_ms(Pace pace, Tier tier);
std::int64_t merged_stay_ms(Pace pace);

// In how many of the wall's lanes cards stand at this pace.
int lanes_at(Pace pace, int lanes);

// Waiting work that is cleared within this time needs no faster pace; who has waited this long needs all means.
inline constexpr std::int64_t kClearMs = 6000;
// For somebody who has waited this long a second lane opens, or a card that still has time left gives way.
inline constexpr std::int64_t kPatienceMs = 5000;
// The pace slows down when it has been the same for this long and what came lately would have fitted the slower one.
inline constexpr std::int64_t kPaceLeastMs = 4000;
inline constexpr std::int64_t kLatelyMs = 8000;

struct Pacing {
  Pace pace = Pace::alone;
  std::int64_t since_ms = 0;  // when this pace was last found necessary
  // Arrivals of the last kLatelyMs, by second; the first began at lately_from_ms and is not over.
  static constexpr std::size_t kSeconds = kLatelyMs / 1000;
  std::array<PerTier, kSeconds> lately = {};
  std::int64_t lately_from_ms = 0;
  bool operator==(const Pacing&) const = default;
};

void count_arrival(Pacing& pacing, Tier tier, std::int64_t now_ms);

// What stands before the screen.
struct Queue {
  PerTier waiting = {};
  std::size_t called = 0;            // by the MC: one after the other in the first lane
  std::int64_t longest_wait_ms = 0;  // of those waiting
};

// Takes the slowest pace that is fast enough: faster at once, slower with care, so that it does not waver.
void settle(Pacing& pacing, const Queue& queue, int lanes, std::int64_t now_ms);

}  // namespace mn
