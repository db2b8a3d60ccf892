#include "display/counting.h"

#include <algorithm>

namespace mn {
namespace {

constexpr std::int64_t kMillion = 1'000'000;

// How much of a change has come after this time, in millionths: cubic, fast at first.
std::int64_t part_come(std::int64_t passed_ms) {
  const std::int64_t left = kCountingMs - std::clamp<std::int64_t>(passed_ms, 0, kCountingMs);
  constexpr std::int64_t cube = kCountingMs * kCountingMs * kCountingMs;
  return kMillion - left * left * left * kMillion / cube;
}

// amount × millionths / 1,000,000 without passing 64 bits.
std::int64_t part_of(std::int64_t amount, std::int64_t millionths) {
  return amount / kMillion * millionths + amount % kMillion * millionths / kMillion;
}

std::int64_t passed(const Counting::Step& step, std::int64_t now_ms) {
  return std::max<std::int64_t>(0, now_ms - step.at_ms) + kCountingHeadStartMs;
}

bool over(const Counting::Step& step, std::int64_t now_ms) { return passed(step, now_ms) >= kCountingMs; }

// What has not come yet of a change.
std::int64_t missing(const Counting::Step& step, std::int64_t now_ms) {
  std::int64_t come = part_of(step.by_dong, part_come(passed(step, now_ms)));
  if (step.by_dong % 1000 == 0) come -= come % 1000;
  return step.by_dong - come;
}

}  // namespace

Counting standing_at(Money amount) { return {amount, {}}; }

Counting turned_to(Counting counting, Money to, std::int64_t now_ms) {
  if (to == counting.to) return counting;
  auto& steps = counting.steps;
  if (!steps.empty()) now_ms = std::max(now_ms, steps.back().at_ms);
  steps.erase(steps.begin(), std::ranges::find_if(steps, [&](const auto& step) { return !over(step, now_ms); }));
  if (steps.empty() || steps.back().at_ms != now_ms) steps.push_back({0, now_ms});
  steps.back().by_dong += to.dong - counting.to.dong;
  counting.to = to;
  return counting;
}

Money shown(const Counting& counting, std::int64_t now_ms) {
  std::int64_t dong = counting.to.dong;
  for (const Counting::Step& step : counting.steps) dong -= missing(step, now_ms);
  return {
      std::max<std::int64_t>(dong, 0)};  // whole thousands beside odd đồng could fall short of zero by a few hundred
}

Money widest(const Counting& counting, std::int64_t now_ms) {
  std::int64_t dong = counting.to.dong;
  for (const Counting::Step& step : counting.steps) dong -= std::min<std::int64_t>(missing(step, now_ms), 0);
  return {dong};
}

bool settled(const Counting& counting, std::int64_t now_ms) {
  return counting.steps.empty() || over(counting.steps.back(), now_ms);
}

}  // namespace mn
