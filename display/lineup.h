// Who stands in line for the screen: waiting by size of gift, held for the MC's word, or called by it; and for every
// pledge where it stands, so that none is announced twice. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <vector>

#include "display/pace.h"

namespace mn {

inline constexpr std::int64_t kLongAgo = std::numeric_limits<std::int64_t>::min() / 4;
inline constexpr std::uint32_t kPledgesMax = 1U << 24U;

struct Arrival {
  std::uint32_t pledge = 0;  // its place in the fold
  Tier tier = Tier::small;
};

enum class Stand : std::uint8_t { unknown, waiting, held, called, told, dropped };

struct Whereabouts {
  Stand stand = Stand::unknown;
  Tier tier = Tier::small;  // while it waits, is held or called
  std::uint32_t card = 0;   // once told: the card's number; 0: told before the screen began
};

struct Waiting {
  std::uint32_t pledge = 0;
  std::int64_t since_ms = 0;
  bool operator==(const Waiting&) const = default;
};

struct Lineup {
  PerTier waiting = {};  // how many wait
  std::size_t held = 0;
  std::size_t called = 0;

  // The rest is for lineup.cpp. The lines may hold some that have left them, never in front.
  std::array<std::deque<Waiting>, kTiers> lines;  // oldest first
  std::deque<std::uint32_t> held_line;            // in order of arrival
  std::deque<std::uint32_t> called_line;          // in the order called
  std::int64_t let_go_ms = kLongAgo;              // nobody counts as waiting since before this
  std::uint32_t first = 0;                        // pledges before this one were told before the screen began
  std::vector<std::uint32_t> words;               // of each pledge from `first` on: its whereabouts, packed
  bool operator==(const Lineup&) const = default;
};

Whereabouts find(const Lineup& lineup, std::uint32_t pledge);

// Takes its place at the end of its line, or is held. False when it is known already.
bool line_up(Lineup& lineup, const Arrival& arrival, bool held, std::int64_t now_ms);

// Leaves the waiting or the held for the end of the called. False when it was with neither.
bool line_up_called(Lineup& lineup, std::uint32_t pledge);

// All that are held join those who wait, now.
void line_up_held(Lineup& lineup, std::int64_t now_ms);

// Leaves its line for good. Gives where it stood.
Whereabouts strike_out(Lineup& lineup, std::uint32_t pledge);

// Was told in another way than on a card: leaves its line. Gives where it stood; nothing changes unless it was waiting,
// held or called.
Whereabouts mark_told(Lineup& lineup, std::uint32_t pledge);

// Those in front leave the line for this card. Somebody must be there.
std::uint32_t take_front(Lineup& lineup, Tier tier, std::uint32_t card);
Arrival take_called(Lineup& lineup, std::uint32_t card);

// Since when the first of a line, and the first of all lines, has been waiting; nothing when nobody does.
std::optional<std::int64_t> front_since_ms(const Lineup& lineup, Tier tier);
std::optional<std::int64_t> oldest_since_ms(const Lineup& lineup);

// How many of a line have been waiting since this time or longer.
std::size_t waiting_since(const Lineup& lineup, Tier tier, std::int64_t since_ms);

std::size_t waiting_in_all(const Lineup& lineup);

// All waiting began this much later.
void shift(Lineup& lineup, std::int64_t by_ms);

}  // namespace mn
