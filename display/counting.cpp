#include "display/counting.h"

#include <algorithm>

namespace mn {
namespace {

constexpr std::int64_t kMillion = 1'000'000;

// How much of the way lies behind, in millionths: cubic, fast at first.
std::int64_t way_behind(std::int64_t passed_ms) {
  const std::int64_t left = kCountingMs - std::clamp<std::int64_t>(passed_ms, 0, kCountingMs);
  constexpr std::int64_t cube = kCountingMs * kCountingMs * kCountingMs;
  const std::int64_t remains = left * left * left;
  return kMillion - remains * kMillion / cube;
}

// amount × millionths / 1,000,000 without passing 64 bits.
std::int64_t part_of(std::int64_t amount, std::int64_t millionths) {
  return amount / kMillion * millionths + amount % kMillion * millionths / kMillion;
}

std::int64_t passed(const Counting& counting, std::int64_t now_ms) {
  return std::max<std::int64_t>(0, now_ms - counting.since_ms) + kCountingHeadStartMs;
}

}  // namespace

Counting standing_at(Money amount) { return {amount, amount, 0}; }

Counting turned_to(const Counting& counting, Money to, std::int64_t now_ms) {
  if (to == counting.to) return counting;
  return {shown(counting, now_ms), to, now_ms};
}

Money shown(const Counting& counting, std::int64_t now_ms) {
  if (settled(counting, now_ms)) return counting.to;
  const std::int64_t way = counting.to.dong - counting.from.dong;
  std::int64_t dong = counting.from.dong + part_of(way, way_behind(passed(counting, now_ms)));
  const bool thousands = counting.from.dong % 1000 == 0 && counting.to.dong % 1000 == 0;
  if (thousands) dong -= dong % 1000;
  return {dong};
}

bool settled(const Counting& counting, std::int64_t now_ms) {
  return counting.from == counting.to || passed(counting, now_ms) >= kCountingMs;
}

}  // namespace mn
