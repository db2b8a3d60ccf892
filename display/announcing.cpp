#include "display/announcing.h"

#include <algorithm>
#include <numeric>

#include "core/check.h"

namespace mn {
namespace {

// Where a pledge stands, in the upper bits; below: its tier, or the card it was announced on.
enum class Stand : std::uint32_t { unknown, waiting, held, called, dropped, told };
constexpr std::uint32_t kStandShift = 28;
constexpr std::uint32_t kBelow = (1U << kStandShift) - 1;

constexpr std::uint32_t packed(Stand stand, std::uint32_t below = 0) {
  return static_cast<std::uint32_t>(stand) << kStandShift | below;
}
constexpr Stand stand_in(std::uint32_t word) { return static_cast<Stand>(word >> kStandShift); }

std::uint32_t word_of(const Announcing& a, std::uint32_t pledge) {
  if (pledge < a.first) return packed(Stand::told);
  const std::size_t at = pledge - a.first;
  return at < a.stands.size() ? a.stands[at] : packed(Stand::unknown);
}

std::uint32_t& word_for(Announcing& a, std::uint32_t pledge) {
  MN_CHECK(pledge >= a.first && pledge < kPledgesMax, "a pledge of this screen");
  const std::size_t at = pledge - a.first;
  if (at >= a.stands.size()) a.stands.resize(at + 1, packed(Stand::unknown));
  return a.stands[at];
}

bool stands(const Announcing& a, std::uint32_t pledge, Stand stand) { return stand_in(word_of(a, pledge)) == stand; }

Tier tier_in(std::uint32_t word) { return static_cast<Tier>(word & kBelow); }

constexpr std::size_t index(Tier tier) { return static_cast<std::size_t>(tier); }

std::int64_t since(const Announcing& a, const Waiting& waiting) { return std::max(waiting.since_ms, a.let_go_ms); }

// Keeps the promise that whoever is in front really waits.
void clear_fronts(Announcing& a) {
  for (auto& queue : a.queues)
    while (!queue.empty() && !stands(a, queue.front().pledge, Stand::waiting)) queue.pop_front();
  while (!a.held.empty() && !stands(a, a.held.front(), Stand::held)) a.held.pop_front();
  while (!a.called.empty() && !stands(a, a.called.front(), Stand::called)) a.called.pop_front();
}

// Since when the longest waiting waits.
std::optional<std::int64_t> oldest_since(const Announcing& a) {
  std::optional<std::int64_t> oldest;
  for (const auto& queue : a.queues)
    if (!queue.empty()) oldest = std::min(oldest.value_or(since(a, queue.front())), since(a, queue.front()));
  return oldest;
}

Queue queue_of(const Announcing& a, std::int64_t now_ms) {
  const std::optional<std::int64_t> oldest = oldest_since(a);
  return {a.waiting, a.called_count, oldest && now_ms >= *oldest + kClearMs};
}

// Places.

const Announcement* in_lane(const Announcing& a, int lane) {
  const auto found = std::find_if(a.on.begin(), a.on.end(), [&](const Announcement& card) { return card.lane == lane; });
  return found == a.on.end() ? nullptr : &*found;
}

std::int64_t least_until(const Announcement& card) {
  if (card.called) return card.entered_ms + kCalledLeastMs;
  return card.entered_ms + (card.merged ? merged_stay_ms(Pace::merging) : stay_ms(Pace::merging, card.tier));
}

// When this lane can be had by those who wait …
std::int64_t free_for_waiting(const Announcing& a, int lane, std::int64_t oldest_ms) {
  const Announcement* card = in_lane(a, lane);
  if (card == nullptr) return kLongAgo;
  const Pace pace = a.pacing.pace;
  const std::int64_t stay = card->called   ? stay_ms(Pace::alone, card->tier)
                            : card->merged ? merged_stay_ms(pace)
                                           : stay_ms(pace, card->tier);
  const std::int64_t pressed = std::max(least_until(*card), oldest_ms + kPatienceMs);
  return std::min({card->leaves_ms, card->entered_ms + stay, pressed});
}

// … and the spot of honour by who was called.
std::int64_t free_for_called(const Announcing& a) {
  const Announcement* card = in_lane(a, 0);
  return card == nullptr ? kLongAgo : std::min(card->leaves_ms, least_until(*card));
}

// With a single lane those who were not called come in between, when they have waited long.
bool called_must_wait(const Announcing& a, std::int64_t now_ms) {
  const std::optional<std::int64_t> oldest = oldest_since(a);
  return a.lanes == 1 && a.called_last && oldest && now_ms >= *oldest + kPatienceMs;
}

std::optional<std::int64_t> turn_due(const Announcing& a) {
  if (a.holding) return std::nullopt;
  std::optional<std::int64_t> due;
  const auto consider = [&](std::int64_t at_ms) { due = std::min(due.value_or(at_ms), at_ms); };
  if (const std::optional<std::int64_t> oldest = oldest_since(a))
    for (int lane = 0; lane < lanes_at(a.pacing.pace, a.lanes); ++lane) consider(free_for_waiting(a, lane, *oldest));
  if (a.called_count > 0) consider(free_for_called(a));
  if (due) due = std::max({*due, a.turned_ms + kTurnMs, a.asked_ms + 1});
  return due;
}

// Cards.

void remember(Announcing& a, Announcement card) {
  if (card.withdrawn) return;
  a.recent.insert(a.recent.begin(), std::move(card));
  if (a.recent.size() > kRecentMax) a.recent.pop_back();
}

void leave(Announcing& a, std::vector<Announcement>::iterator card, std::int64_t now_ms) {
  Announcement left = std::move(*card);
  a.on.erase(card);
  left.leaves_ms = now_ms;
  remember(a, std::move(left));
}

void empty_lane(Announcing& a, int lane, std::int64_t now_ms) {
  const auto card = std::find_if(a.on.begin(), a.on.end(), [&](const Announcement& c) { return c.lane == lane; });
  if (card != a.on.end()) leave(a, card, now_ms);
}

void enter(Announcing& a, Announcement card, int lane, std::int64_t now_ms) {
  empty_lane(a, lane, now_ms);
  card.id = a.next_id++;
  MN_CHECK(card.id < kBelow, "fewer cards than can be told apart");
  card.lane = lane;
  card.entered_ms = now_ms;
  card.leaves_ms = now_ms + (card.merged ? merged_stay_ms(Pace::alone) : stay_ms(Pace::alone, card.tier));
  a.merged_last = card.merged;
  a.called_last = card.called;
  const auto after = std::find_if(a.on.begin(), a.on.end(), [&](const Announcement& c) { return c.lane > lane; });
  a.on.insert(after, std::move(card));
}

// Takes the oldest of a tier out of its queue, for the card that begins next.
std::uint32_t take_front(Announcing& a, Tier tier) {
  auto& queue = a.queues[index(tier)];
  const std::uint32_t pledge = queue.front().pledge;
  queue.pop_front();
  --a.waiting[index(tier)];
  word_for(a, pledge) = packed(Stand::told, a.next_id);
  while (!queue.empty() && !stands(a, queue.front().pledge, Stand::waiting)) queue.pop_front();
  return pledge;
}

// Whose turn it is: who has waited long, oldest first; else the largest, oldest first.
std::optional<Tier> next_tier(const Announcing& a, std::int64_t now_ms) {
  std::optional<Tier> next;
  const std::optional<std::int64_t> oldest = oldest_since(a);
  const bool pressing = oldest && now_ms >= *oldest + kPatienceMs;
  for (std::size_t tier = kTiers; tier-- > 0;) {
    const auto& queue = a.queues[tier];
    if (queue.empty() || (pressing && since(a, queue.front()) != *oldest)) continue;
    next = static_cast<Tier>(tier);
    break;
  }
  return next;
}

void begin_one(Announcing& a, Tier tier, int lane, std::int64_t now_ms) {
  Announcement card;
  card.pledges = {take_front(a, tier)};
  card.count = 1;
  card.tier = tier;
  enter(a, std::move(card), lane, now_ms);
}

void begin_called(Announcing& a, std::int64_t now_ms) {
  Announcement card;
  const std::uint32_t pledge = a.called.front();
  a.called.pop_front();
  --a.called_count;
  card.tier = tier_in(word_of(a, pledge));
  card.pledges = {pledge};
  card.count = 1;
  card.called = true;
  word_for(a, pledge) = packed(Stand::told, a.next_id);
  clear_fronts(a);
  enter(a, std::move(card), 0, now_ms);
}

// Merging.

// How many of each tier would get no card of their own in time: the oldest of a tier, so that nobody of it is overtaken.
PerTier surplus(const Announcing& a, std::int64_t now_ms) {
  const int own = a.lanes - 1 - (a.called_count > 0 ? 1 : 0);
  std::int64_t room_ms = a.lanes == 1 ? stay_ms(Pace::merging, Tier::grand) : std::max(own, 0) * kPatienceMs;
  PerTier much = {};
  for (std::size_t tier = kTiers; tier-- > 0;) {
    const std::int64_t stay = stay_ms(Pace::merging, static_cast<Tier>(tier));
    const std::size_t kept = std::min(a.waiting[tier], static_cast<std::size_t>(room_ms / stay));
    room_ms -= static_cast<std::int64_t>(kept) * stay;
    much[tier] = a.waiting[tier] - kept;
    std::size_t pressing = 0;
    for (const Waiting& waiting : a.queues[tier]) {
      if (now_ms < since(a, waiting) + kPatienceMs) break;
      if (stands(a, waiting.pledge, Stand::waiting)) ++pressing;
    }
    much[tier] = std::max(much[tier], pressing);
  }
  return much;
}

std::size_t sum(const PerTier& counts) { return std::accumulate(counts.begin(), counts.end(), std::size_t{0}); }

void begin_merged(Announcing& a, const PerTier& much, int lane, std::int64_t now_ms) {
  Announcement card;
  card.merged = true;
  for (std::size_t tier = kTiers; tier-- > 0;) {
    if (much[tier] > 0) card.tier = std::max(card.tier, static_cast<Tier>(tier));
    for (std::size_t i = 0; i < much[tier]; ++i) {
      const std::uint32_t pledge = take_front(a, static_cast<Tier>(tier));
      if (card.pledges.size() < kNamedMax) card.pledges.push_back(pledge);
      ++card.count;
    }
  }
  std::sort(card.pledges.begin(), card.pledges.end());
  enter(a, std::move(card), lane, now_ms);
}

// Turns.

// The free lane to take: an empty one, else the one that is free longest; ties: the nearest to the spot of honour.
std::optional<int> free_lane(const Announcing& a, int lanes, std::int64_t now_ms) {
  const std::optional<std::int64_t> oldest = oldest_since(a);
  std::optional<int> best;
  std::int64_t best_ms = 0;
  for (int lane = 0; oldest && lane < lanes; ++lane) {
    const std::int64_t free_ms = free_for_waiting(a, lane, *oldest);
    if (free_ms > now_ms || (best && free_ms >= best_ms)) continue;
    best = lane;
    best_ms = free_ms;
  }
  return best;
}

bool merge_lane_free(const Announcing& a, std::int64_t now_ms) {
  const std::optional<std::int64_t> oldest = oldest_since(a);
  if (a.pacing.pace != Pace::merging || !oldest) return false;
  if (free_for_waiting(a, a.lanes - 1, *oldest) > now_ms) return false;
  return a.lanes > 1 || !a.merged_last || now_ms >= *oldest + kPatienceMs;
}

void take_turn(Announcing& a, std::int64_t now_ms) {
  int begins = (a.lanes + 3) / 4;  // at this and a turn of kTurnMs no lane waits for others longer than its card stays
  if (a.called_count > 0 && free_for_called(a) <= now_ms && !called_must_wait(a, now_ms)) {
    begin_called(a, now_ms);
    --begins;
  }
  if (merge_lane_free(a, now_ms) && sum(surplus(a, now_ms)) >= 2) {
    for (; begins > 0; --begins) {
      const std::optional<int> lane = free_lane(a, a.lanes - 1, now_ms);
      if (!lane) break;
      begin_one(a, *next_tier(a, now_ms), *lane, now_ms);
    }
    const PerTier much = surplus(a, now_ms);
    if (sum(much) >= 2) begin_merged(a, much, a.lanes - 1, now_ms);
  }
  for (; begins > 0; --begins) {
    const std::optional<int> lane = free_lane(a, lanes_at(a.pacing.pace, a.lanes), now_ms);
    if (!lane) break;
    begin_one(a, *next_tier(a, now_ms), *lane, now_ms);
  }
  a.turned_ms = now_ms;
}

std::optional<std::int64_t> leaving_due(const Announcing& a) {
  std::optional<std::int64_t> due;
  for (const Announcement& card : a.on) due = std::min(due.value_or(card.leaves_ms), card.leaves_ms);
  return due;
}

// An input at this time: everything due by then happens before it.
std::int64_t asked(Announcing& a, std::int64_t now_ms) {
  run_to(a, now_ms);
  a.asked_ms = a.ran_to_ms;
  return a.ran_to_ms;
}

// Takes a pledge off a card. True when nothing is left of it.
bool strike(Announcement& card, std::uint32_t pledge) {
  std::erase(card.pledges, pledge);
  --card.count;
  return card.count == 0;
}

}  // namespace

Announcing announcing_from(int lanes, std::uint32_t told, std::span<const Arrival> latest, std::int64_t now_ms) {
  Announcing a;
  a.lanes = std::clamp(lanes, 1, kLanesMax);
  a.first = told;
  a.asked_ms = a.ran_to_ms = a.pacing.since_ms = a.pacing.lately_from_ms = now_ms;
  for (const Arrival& arrival : latest.first(std::min(latest.size(), kRecentMax))) {
    Announcement card;
    card.pledges = {arrival.pledge};
    card.count = 1;
    card.tier = arrival.tier;
    card.entered_ms = card.leaves_ms = kLongAgo;
    a.recent.push_back(std::move(card));
  }
  return a;
}

void arrive(Announcing& a, const Arrival& arrival, bool held, std::int64_t now_ms) {
  now_ms = asked(a, now_ms);
  if (!stands(a, arrival.pledge, Stand::unknown)) return;
  const auto tier = static_cast<std::uint32_t>(arrival.tier);
  word_for(a, arrival.pledge) = packed(held ? Stand::held : Stand::waiting, tier);
  if (held) {
    a.held.push_back(arrival.pledge);
    ++a.held_count;
    return;
  }
  a.queues[index(arrival.tier)].push_back({arrival.pledge, now_ms});
  ++a.waiting[index(arrival.tier)];
  count_arrival(a.pacing, arrival.tier, now_ms);
  settle(a.pacing, queue_of(a, now_ms), a.lanes, now_ms);
}

void call(Announcing& a, std::uint32_t pledge, std::int64_t now_ms) {
  now_ms = asked(a, now_ms);
  const std::uint32_t word = word_of(a, pledge);
  const Stand stand = stand_in(word);
  if (stand != Stand::waiting && stand != Stand::held) return;
  if (stand == Stand::waiting) --a.waiting[index(tier_in(word))];
  if (stand == Stand::held) --a.held_count;
  word_for(a, pledge) = packed(Stand::called, word & kBelow);
  a.called.push_back(pledge);
  ++a.called_count;
  clear_fronts(a);
  settle(a.pacing, queue_of(a, now_ms), a.lanes, now_ms);
}

void hold(Announcing& a, std::int64_t now_ms) {
  asked(a, now_ms);
  a.holding = true;
}

void release(Announcing& a, std::int64_t now_ms) {
  now_ms = asked(a, now_ms);
  if (!a.holding) return;
  a.holding = false;
  a.let_go_ms = now_ms;
  settle(a.pacing, queue_of(a, now_ms), a.lanes, now_ms);
}

void release_held(Announcing& a, std::int64_t now_ms) {
  now_ms = asked(a, now_ms);
  for (const std::uint32_t pledge : a.held) {
    const std::uint32_t word = word_of(a, pledge);
    if (stand_in(word) != Stand::held) continue;
    word_for(a, pledge) = packed(Stand::waiting, word & kBelow);
    a.queues[index(tier_in(word))].push_back({pledge, now_ms});
    ++a.waiting[index(tier_in(word))];
  }
  a.held.clear();
  a.held_count = 0;
  settle(a.pacing, queue_of(a, now_ms), a.lanes, now_ms);
}

void drop(Announcing& a, std::uint32_t pledge, std::int64_t now_ms) {
  now_ms = asked(a, now_ms);
  const std::uint32_t word = word_of(a, pledge);
  if (pledge >= a.first) word_for(a, pledge) = packed(Stand::dropped);
  switch (stand_in(word)) {
    case Stand::unknown:
    case Stand::dropped: return;
    case Stand::waiting: --a.waiting[index(tier_in(word))]; break;
    case Stand::held: --a.held_count; break;
    case Stand::called: --a.called_count; break;
    case Stand::told: {
      const std::uint32_t id = word & kBelow;
      const auto shows = [&](const Announcement& card) {
        return id != 0 ? card.id == id
                       : std::find(card.pledges.begin(), card.pledges.end(), pledge) != card.pledges.end();
      };
      const auto card = std::find_if(a.on.begin(), a.on.end(), shows);
      if (card != a.on.end() && strike(*card, pledge)) {
        card->withdrawn = true;
        card->leaves_ms = std::min(card->leaves_ms, now_ms + kWithdrawingMs);
      }
      const auto left = std::find_if(a.recent.begin(), a.recent.end(), shows);
      if (left != a.recent.end() && strike(*left, pledge)) a.recent.erase(left);
      break;
    }
  }
  clear_fronts(a);
}

void set_lanes(Announcing& a, int lanes, std::int64_t now_ms) {
  now_ms = asked(a, now_ms);
  a.lanes = std::clamp(lanes, 1, kLanesMax);
  for (int lane = a.lanes; lane < kLanesMax; ++lane) empty_lane(a, lane, now_ms);
}

void absent(Announcing& a, std::int64_t from_ms, std::int64_t to_ms) {
  run_to(a, from_ms);
  const std::int64_t dark_ms = to_ms - a.ran_to_ms;
  if (dark_ms <= 0) return;
  for (auto* cards : {&a.on, &a.recent}) {
    for (Announcement& card : *cards) {
      card.entered_ms += dark_ms;
      card.leaves_ms += dark_ms;
    }
  }
  for (auto& queue : a.queues)
    for (Waiting& waiting : queue) waiting.since_ms += dark_ms;
  for (std::int64_t* time : {&a.pacing.since_ms, &a.pacing.lately_from_ms, &a.let_go_ms, &a.turned_ms, &a.asked_ms})
    *time += dark_ms;
  a.ran_to_ms = to_ms;
}

void run_to(Announcing& a, std::int64_t now_ms) {
  while (const std::optional<std::int64_t> due = next_change_ms(a)) {
    if (*due > now_ms) break;
    const auto leaving = std::find_if(a.on.begin(), a.on.end(), [&](const auto& card) { return card.leaves_ms == *due; });
    if (leaving != a.on.end()) {
      leave(a, leaving, *due);
      continue;
    }
    settle(a.pacing, queue_of(a, *due), a.lanes, *due);
    if (turn_due(a) == due) take_turn(a, *due);  // at a slower pace it may be due later
  }
  a.ran_to_ms = std::max(a.ran_to_ms, now_ms);
}

std::optional<std::int64_t> next_change_ms(const Announcing& a) {
  const std::optional<std::int64_t> turn = turn_due(a);
  const std::optional<std::int64_t> leaving = leaving_due(a);
  if (!turn || !leaving) return turn ? turn : leaving;
  return std::min(*turn, *leaving);
}

std::size_t waiting_count(const Announcing& a) { return sum(a.waiting) + a.called_count; }

}  // namespace mn
