#include "display/pace.h"

#include <algorithm>
#include <numeric>

namespace mn {
namespace {

constexpr std::array kPaces = {Pace::alone, Pace::brisk, Pace::abreast, Pace::merging};

// Small, middle, large, grand, and a card of many.
constexpr std::array<std::array<std::int64_t, kTiers + 1>, kPaces.size()> kStays = {{
    {5000, 7000, 10'000, 10'000, 7000},
    {3000, 3500, 4500, 5500, 4000},
    {2400, 3000, 4000, 5000, 3600},
    {kStayLeastMs, 2000, 2600, 3200, 3200},
}};

constexpr std::size_t index(Pace pace) { return static_cast<std::size_t>(pace); }

// Time that these cards take in all lanes of a pace.
std::int64_t work_ms(const PerTier& cards, std::size_t called, Pace pace, int lanes) {
  std::int64_t work = 0;
  for (std::size_t tier = 0; tier < kTiers; ++tier)
    work += static_cast<std::int64_t>(cards[tier]) * kStays[index(pace)][tier];
  const int open = lanes_at(pace, lanes);
  if (open == 1) work += static_cast<std::int64_t>(called) * kStays[index(Pace::brisk)][0];
  return work / open;
}

bool enough(const Queue& queue, Pace pace, int lanes) {
  const std::size_t cards = std::accumulate(queue.waiting.begin(), queue.waiting.end(), queue.called);
  switch (pace) {
    case Pace::alone:
      return cards <= 1 && queue.longest_wait_ms < kPatienceMs;
    case Pace::brisk:
      if (queue.longest_wait_ms >= kPatienceMs) return false;
      [[fallthrough]];
    case Pace::abreast:
      return queue.longest_wait_ms < kClearMs && work_ms(queue.waiting, queue.called, pace, lanes) <= kClearMs;
    case Pace::merging:
      break;
  }
  return true;
}

void forget(Pacing& pacing, std::int64_t now_ms) {
  const std::int64_t seconds = (now_ms - pacing.lately_from_ms) / 1000;
  if (seconds <= 0) return;
  const auto gone = static_cast<std::size_t>(std::min<std::int64_t>(seconds, Pacing::kSeconds));
  std::shift_right(pacing.lately.begin(), pacing.lately.end(), static_cast<std::ptrdiff_t>(gone));
  std::fill_n(pacing.lately.begin(), gone, PerTier{});
  pacing.lately_from_ms += seconds * 1000;
}

// Whether a pace would have had room for what came lately, with a fifth to spare.
bool fits_lately(const Pacing& pacing, Pace pace, int lanes) {
  PerTier cards = {};
  for (const PerTier& second : pacing.lately)
    for (std::size_t tier = 0; tier < kTiers; ++tier) cards[tier] += second[tier];
  if (std::accumulate(cards.begin(), cards.end(), std::size_t{0}) <= 1) return true;
  return work_ms(cards, 0, pace, lanes) <= kLatelyMs * 4 / 5;
}

}  // namespace

Tier tier_of(Money amount, std::span<const Money> thresholds) {
  const auto reached = std::count_if(thresholds.begin(), thresholds.end(), [&](Money from) { return amount >= from; });
  return static_cast<Tier>(std::min<std::ptrdiff_t>(reached, kTiers - 1));
}

std::int64_t stay_ms(Pace pace, Tier tier) { return kStays[index(pace)][static_cast<std::size_t>(tier)]; }

std::int64_t merged_stay_ms(Pace pace) { return kStays[index(pace)][kTiers]; }

int lanes_at(Pace pace, int lanes) { return pace == Pace::alone || pace == Pace::brisk ? 1 : lanes; }

void count_arrival(Pacing& pacing, Tier tier, std::int64_t now_ms) {
  forget(pacing, now_ms);
  ++pacing.lately[0][static_cast<std::size_t>(tier)];
}

void settle(Pacing& pacing, const Queue& queue, int lanes, std::int64_t now_ms) {
  const auto needed =
      *std::find_if(kPaces.begin(), kPaces.end(), [&](Pace pace) { return enough(queue, pace, lanes); });
  if (needed >= pacing.pace) {
    if (needed > pacing.pace || needed != Pace::alone) pacing.since_ms = now_ms;
    pacing.pace = needed;
    return;
  }
  if (now_ms < pacing.since_ms + kPaceLeastMs) return;
  forget(pacing, now_ms);
  for (std::size_t slower = index(needed); slower < index(pacing.pace); ++slower) {
    if (!fits_lately(pacing, kPaces[slower], lanes)) continue;
    pacing.pace = kPaces[slower];
    pacing.since_ms = now_ms;
    return;
  }
}

}  // namespace mn
