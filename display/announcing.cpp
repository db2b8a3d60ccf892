#include "display/announcing.h"

#include <algorithm>
#include <numeric>

namespace mn {
namespace {

Queue queue_of(const Announcing& a, std::int64_t now_ms) {
  const std::optional<std::int64_t> oldest = oldest_since_ms(a.lineup);
  return {a.lineup.waiting, a.lineup.called, oldest ? now_ms - *oldest : 0};
}

// While all is held nobody is late.
void settle_pace(Announcing& a, std::int64_t now_ms) {
  if (!a.holding) settle(a.pacing, queue_of(a, now_ms), a.lanes, now_ms);
}

// Places.

const Announcement* in_lane(const Announcing& a, int lane) {
  const auto found =
      std::find_if(a.on.begin(), a.on.end(), [&](const Announcement& card) { return card.lane == lane; });
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
  const std::optional<std::int64_t> oldest = oldest_since_ms(a.lineup);
  return a.lanes == 1 && oldest && now_ms >= *oldest + (a.called_last ? kPatienceMs : kClearMs);
}

std::optional<std::int64_t> turn_due(const Announcing& a) {
  if (a.holding) return std::nullopt;
  std::optional<std::int64_t> due;
  const auto consider = [&](std::int64_t at_ms) { due = std::min(due.value_or(at_ms), at_ms); };
  if (const std::optional<std::int64_t> oldest = oldest_since_ms(a.lineup))
    for (int lane = 0; lane < lanes_at(a.pacing.pace, a.lanes); ++lane) consider(free_for_waiting(a, lane, *oldest));
  if (a.lineup.called > 0) consider(free_for_called(a));
  if (due) due = std::max({*due, a.turned_ms + kTurnMs, a.asked_ms + 1, a.ran_to_ms});
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
  card.lane = lane;
  card.entered_ms = now_ms;
  card.leaves_ms = now_ms + (card.merged ? merged_stay_ms(Pace::alone) : stay_ms(Pace::alone, card.tier));
  a.merged_last = card.merged;
  a.called_last = card.called;
  const auto after = std::find_if(a.on.begin(), a.on.end(), [&](const Announcement& c) { return c.lane > lane; });
  a.on.insert(after, std::move(card));
}

// Whose turn it is: who has waited long, oldest first; else the largest, oldest first.
Tier next_tier(const Announcing& a, std::int64_t now_ms) {
  const std::optional<std::int64_t> oldest = oldest_since_ms(a.lineup);
  const bool pressing = oldest && now_ms >= *oldest + kPatienceMs;
  for (const Tier tier : {Tier::grand, Tier::large, Tier::middle}) {
    const std::optional<std::int64_t> since = front_since_ms(a.lineup, tier);
    if (since && (!pressing || since == oldest)) return tier;
  }
  return Tier::small;
}

Announcement card_of_one(const Arrival& arrival) {
  Announcement card;
  card.pledges = {arrival.pledge};
  card.count = 1;
  card.tier = arrival.tier;
  return card;
}

void begin_one(Announcing& a, Tier tier, int lane, std::int64_t now_ms) {
  enter(a, card_of_one({take_front(a.lineup, tier, a.next_id), tier}), lane, now_ms);
}

void begin_called(Announcing& a, std::int64_t now_ms) {
  Announcement card = card_of_one(take_called(a.lineup, a.next_id));
  card.called = true;
  enter(a, std::move(card), 0, now_ms);
}

// Merging.

// How many of each tier would get no card of their own in time: the oldest of a tier, so that nobody of it is
// overtaken.
PerTier surplus(const Announcing& a, std::int64_t now_ms) {
  const int own = a.lanes - 1 - (a.lineup.called > 0 ? 1 : 0);
  std::int64_t room_ms = a.lanes == 1 ? stay_ms(Pace::merging, Tier::grand) : std::max(own, 0) * kPatienceMs;
  PerTier much = {};
  for (std::size_t tier = kTiers; tier-- > 0;) {
    const std::int64_t stay = stay_ms(Pace::merging, static_cast<Tier>(tier));
    const std::size_t kept = std::min(a.lineup.waiting[tier], static_cast<std::size_t>(room_ms / stay));
    room_ms -= static_cast<std::int64_t>(kept) * stay;
    much[tier] =
        std::max(a.lineup.waiting[tier] - kept, waiting_since(a.lineup, static_cast<Tier>(tier), now_ms - kClearMs));
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
      const std::uint32_t pledge = take_front(a.lineup, static_cast<Tier>(tier), a.next_id);
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
  const std::optional<std::int64_t> oldest = oldest_since_ms(a.lineup);
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
  const std::optional<std::int64_t> oldest = oldest_since_ms(a.lineup);
  if (a.pacing.pace != Pace::merging || !oldest) return false;
  if (free_for_waiting(a, a.lanes - 1, *oldest) > now_ms) return false;
  return a.lanes > 1 || !a.merged_last || now_ms >= *oldest + kClearMs;
}

void take_turn(Announcing& a, std::int64_t now_ms) {
  int begins = (a.lanes + 3) / 4;  // at this and a turn of kTurnMs no lane waits for others longer than its card stays
  if (a.lineup.called > 0 && free_for_called(a) <= now_ms && !called_must_wait(a, now_ms)) {
    begin_called(a, now_ms);
    --begins;
  }
  if (merge_lane_free(a, now_ms) && sum(surplus(a, now_ms)) >= 2) {
    for (; begins > 0; --begins) {
      const std::optional<int> lane = free_lane(a, a.lanes - 1, now_ms);
      if (!lane) break;
      begin_one(a, next_tier(a, now_ms), *lane, now_ms);
    }
    const PerTier much = surplus(a, now_ms);
    if (sum(much) >= 2) begin_merged(a, much, a.lanes - 1, now_ms);
  }
  for (; begins > 0; --begins) {
    const std::optional<int> lane = free_lane(a, lanes_at(a.pacing.pace, a.lanes), now_ms);
    if (!lane) break;
    begin_one(a, next_tier(a, now_ms), *lane, now_ms);
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
  a.lineup.first = told;
  a.asked_ms = a.ran_to_ms = a.pacing.since_ms = a.pacing.lately_from_ms = now_ms;
  for (const Arrival& arrival : latest.first(std::min(latest.size(), kRecentMax))) {
    a.recent.push_back(card_of_one(arrival));
    a.recent.back().entered_ms = a.recent.back().leaves_ms = kLongAgo;
  }
  return a;
}

void arrive(Announcing& a, const Arrival& arrival, bool held, std::int64_t now_ms) {
  now_ms = asked(a, now_ms);
  if (!line_up(a.lineup, arrival, held, now_ms) || held) return;
  count_arrival(a.pacing, arrival.tier, now_ms);
  settle_pace(a, now_ms);
}

void call(Announcing& a, std::uint32_t pledge, std::int64_t now_ms) {
  now_ms = asked(a, now_ms);
  if (line_up_called(a.lineup, pledge)) settle_pace(a, now_ms);
}

void tell_elsewhere(Announcing& a, std::uint32_t pledge, std::int64_t now_ms) {
  now_ms = asked(a, now_ms);
  const Whereabouts where = mark_told(a.lineup, pledge);
  if (where.stand != Stand::waiting && where.stand != Stand::held && where.stand != Stand::called) return;
  Announcement card = card_of_one({pledge, where.tier});
  card.entered_ms = card.leaves_ms = now_ms;
  remember(a, std::move(card));
}

void hold(Announcing& a, std::int64_t now_ms) {
  asked(a, now_ms);
  a.holding = true;
}

void release(Announcing& a, std::int64_t now_ms) {
  now_ms = asked(a, now_ms);
  if (!a.holding) return;
  a.holding = false;
  a.lineup.let_go_ms = now_ms;
  settle_pace(a, now_ms);
}

void release_held(Announcing& a, std::int64_t now_ms) {
  now_ms = asked(a, now_ms);
  line_up_held(a.lineup, now_ms);
  settle_pace(a, now_ms);
}

void drop(Announcing& a, std::uint32_t pledge, std::int64_t now_ms) {
  now_ms = asked(a, now_ms);
  const Whereabouts where = strike_out(a.lineup, pledge);
  if (where.stand != Stand::told) return;
  const auto shows = [&](const Announcement& card) {
    if (where.card != 0) return card.id == where.card;
    return std::find(card.pledges.begin(), card.pledges.end(), pledge) != card.pledges.end();
  };
  const auto card = std::find_if(a.on.begin(), a.on.end(), shows);
  if (card != a.on.end() && strike(*card, pledge)) {
    card->withdrawn = true;
    card->leaves_ms = std::min(card->leaves_ms, now_ms + kWithdrawingMs);
  }
  const auto left = std::find_if(a.recent.begin(), a.recent.end(), shows);
  if (left != a.recent.end() && strike(*left, pledge)) a.recent.erase(left);
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
  shift(a.lineup, dark_ms);
  for (std::int64_t* time : {&a.pacing.since_ms, &a.pacing.lately_from_ms, &a.turned_ms, &a.asked_ms}) *time += dark_ms;
  a.ran_to_ms = to_ms;
}

void run_to(Announcing& a, std::int64_t now_ms) {
  while (const std::optional<std::int64_t> due = next_change_ms(a)) {
    if (*due > now_ms) break;
    a.ran_to_ms = *due;
    const auto leaving =
        std::find_if(a.on.begin(), a.on.end(), [&](const auto& card) { return card.leaves_ms <= *due; });
    if (leaving != a.on.end()) {
      leave(a, leaving, *due);
      continue;
    }
    settle_pace(a, *due);
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

}  // namespace mn
