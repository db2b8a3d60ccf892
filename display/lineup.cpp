#include "display/lineup.h"

#include <algorithm>
#include <numeric>

#include "core/check.h"

namespace mn {
namespace {

// A pledge's word: its stand in the upper bits; below them its tier or its card.
constexpr std::uint32_t kStandShift = 28;
constexpr std::uint32_t kBelow = (1U << kStandShift) - 1;

constexpr std::uint32_t packed(Stand stand, std::uint32_t below = 0) {
  return static_cast<std::uint32_t>(stand) << kStandShift | below;
}

constexpr std::uint32_t packed(Stand stand, Tier tier) { return packed(stand, static_cast<std::uint32_t>(tier)); }

std::uint32_t& word_of(Lineup& lineup, std::uint32_t pledge) {
  MN_CHECK(pledge >= lineup.first && pledge < kPledgesMax, "a pledge of this screen");
  const std::size_t at = pledge - lineup.first;
  if (at >= lineup.words.size()) lineup.words.resize(at + 1, packed(Stand::unknown));
  return lineup.words[at];
}

constexpr std::size_t index(Tier tier) { return static_cast<std::size_t>(tier); }

bool stands(const Lineup& lineup, std::uint32_t pledge, Stand stand) { return find(lineup, pledge).stand == stand; }

// Keeps the promise that whoever is in front is really there.
void clear_fronts(Lineup& lineup) {
  for (auto& line : lineup.lines)
    while (!line.empty() && !stands(lineup, line.front().pledge, Stand::waiting)) line.pop_front();
  for (auto* line : {&lineup.held_line, &lineup.called_line}) {
    const Stand stand = line == &lineup.held_line ? Stand::held : Stand::called;
    while (!line->empty() && !stands(lineup, line->front(), stand)) line->pop_front();
  }
}

void uncount(Lineup& lineup, const Whereabouts& where) {
  switch (where.stand) {
    case Stand::waiting:
      --lineup.waiting[index(where.tier)];
      break;
    case Stand::held:
      --lineup.held;
      break;
    case Stand::called:
      --lineup.called;
      break;
    case Stand::unknown:
    case Stand::told:
    case Stand::dropped:
      break;
  }
}

}  // namespace

Whereabouts find(const Lineup& lineup, std::uint32_t pledge) {
  if (pledge < lineup.first) return {Stand::told};
  const std::size_t at = pledge - lineup.first;
  if (at >= lineup.words.size()) return {};
  const auto stand = static_cast<Stand>(lineup.words[at] >> kStandShift);
  const std::uint32_t below = lineup.words[at] & kBelow;
  if (stand == Stand::told) return {stand, Tier::small, below};
  return {stand, static_cast<Tier>(below)};
}

bool line_up(Lineup& lineup, const Arrival& arrival, bool held, std::int64_t now_ms) {
  if (!stands(lineup, arrival.pledge, Stand::unknown)) return false;
  word_of(lineup, arrival.pledge) = packed(held ? Stand::held : Stand::waiting, arrival.tier);
  if (held) {
    lineup.held_line.push_back(arrival.pledge);
    ++lineup.held;
  } else {
    lineup.lines[index(arrival.tier)].push_back({arrival.pledge, now_ms});
    ++lineup.waiting[index(arrival.tier)];
  }
  return true;
}

bool line_up_called(Lineup& lineup, std::uint32_t pledge) {
  const Whereabouts where = find(lineup, pledge);
  if (where.stand != Stand::waiting && where.stand != Stand::held) return false;
  uncount(lineup, where);
  word_of(lineup, pledge) = packed(Stand::called, where.tier);
  lineup.called_line.push_back(pledge);
  ++lineup.called;
  clear_fronts(lineup);
  return true;
}

void line_up_held(Lineup& lineup, std::int64_t now_ms) {
  for (const std::uint32_t pledge : lineup.held_line) {
    const Whereabouts where = find(lineup, pledge);
    if (where.stand != Stand::held) continue;
    word_of(lineup, pledge) = packed(Stand::waiting, where.tier);
    lineup.lines[index(where.tier)].push_back({pledge, now_ms});
    ++lineup.waiting[index(where.tier)];
  }
  lineup.held_line.clear();
  lineup.held = 0;
}

Whereabouts strike_out(Lineup& lineup, std::uint32_t pledge) {
  const Whereabouts where = find(lineup, pledge);
  uncount(lineup, where);
  if (pledge >= lineup.first) word_of(lineup, pledge) = packed(Stand::dropped);
  clear_fronts(lineup);
  return where;
}

Whereabouts mark_told(Lineup& lineup, std::uint32_t pledge) {
  const Whereabouts where = find(lineup, pledge);
  const bool in_line = where.stand == Stand::waiting || where.stand == Stand::held || where.stand == Stand::called;
  if (!in_line) return where;
  uncount(lineup, where);
  word_of(lineup, pledge) = packed(Stand::told);
  clear_fronts(lineup);
  return where;
}

std::uint32_t take_front(Lineup& lineup, Tier tier, std::uint32_t card) {
  auto& line = lineup.lines[index(tier)];
  MN_CHECK(!line.empty() && card <= kBelow, "somebody in front, and a card that has a number");
  const std::uint32_t pledge = line.front().pledge;
  --lineup.waiting[index(tier)];
  word_of(lineup, pledge) = packed(Stand::told, card);
  while (!line.empty() && !stands(lineup, line.front().pledge, Stand::waiting)) line.pop_front();
  return pledge;
}

Arrival take_called(Lineup& lineup, std::uint32_t card) {
  MN_CHECK(!lineup.called_line.empty() && card <= kBelow, "somebody called, and a card that has a number");
  const std::uint32_t pledge = lineup.called_line.front();
  const Tier tier = find(lineup, pledge).tier;
  --lineup.called;
  word_of(lineup, pledge) = packed(Stand::told, card);
  clear_fronts(lineup);
  return {pledge, tier};
}

std::optional<std::int64_t> front_since_ms(const Lineup& lineup, Tier tier) {
  const auto& line = lineup.lines[index(tier)];
  if (line.empty()) return std::nullopt;
  return std::max(line.front().since_ms, lineup.let_go_ms);
}

std::optional<std::int64_t> oldest_since_ms(const Lineup& lineup) {
  std::optional<std::int64_t> oldest;
  for (std::size_t tier = 0; tier < kTiers; ++tier)
    if (const auto since = front_since_ms(lineup, static_cast<Tier>(tier)))
      oldest = std::min(oldest.value_or(*since), *since);
  return oldest;
}

std::size_t waiting_since(const Lineup& lineup, Tier tier, std::int64_t since_ms) {
  std::size_t count = 0;
  for (const Waiting& waiting : lineup.lines[index(tier)]) {
    if (std::max(waiting.since_ms, lineup.let_go_ms) > since_ms) break;
    if (stands(lineup, waiting.pledge, Stand::waiting)) ++count;
  }
  return count;
}

std::size_t waiting_in_all(const Lineup& lineup) {
  return std::accumulate(lineup.waiting.begin(), lineup.waiting.end(), std::size_t{0});
}

void shift(Lineup& lineup, std::int64_t by_ms) {
  for (auto& line : lineup.lines)
    for (Waiting& waiting : line) waiting.since_ms += by_ms;
  lineup.let_go_ms += by_ms;
}

}  // namespace mn
