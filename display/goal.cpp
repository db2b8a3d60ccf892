#include "display/goal.h"

#include <algorithm>
#include <utility>

#include "core/numbers.h"

namespace mn {
namespace {

// rest × 1000 / whole, rounded down, for 0 <= rest < whole.
std::int64_t thousandths(std::int64_t rest, std::int64_t whole) {
  std::int64_t product = 0;
  if (!__builtin_mul_overflow(rest, std::int64_t{1000}, &product)) return product / whole;
  return std::min<std::int64_t>(rest / (whole / 1000), 999);  // past nine million billion the last digit is not exact
}

constexpr std::int64_t kWholePercentFrom = 10'000;

}  // namespace

GoalMark mark_of(Money pledged, Money goal) {
  if (goal.dong <= 0 || pledged.dong <= 0) return {};
  GoalMark mark;
  mark.reached = pledged >= goal;
  const std::int64_t wholes = pledged.dong / goal.dong;
  constexpr std::int64_t kMost = 1'000'000;  // a thousand goals; more is not told apart
  mark.permille = wholes >= kMost / 1000 ? kMost : wholes * 1000 + thousandths(pledged.dong % goal.dong, goal.dong);
  if (!mark.reached && mark.permille >= kNearGoalPermille) mark.gap = subtract(goal, pledged);
  return mark;
}

std::string goal_text(Money goal, Language language) {
  std::string text = short_amount(goal);
  if (language == Language::vi) return text;
  for (const auto& [vi, en] : {std::pair{"nghìn", "thousand"}, {"triệu", "million"}, {"tỷ", "billion"}}) {
    const std::size_t at = text.find(vi);
    if (at == std::string::npos) continue;
    std::replace(text.begin(), text.end(), ',', '.');
    return text.replace(at, std::string_view(vi).size(), en);
  }
  return text;
}

std::string percent_text(std::int64_t permille, Language language) {
  std::string text = std::to_string(permille / 10);
  if (permille % 10 != 0 && permille < kWholePercentFrom)
    text += (language == Language::vi ? ',' : '.') + std::to_string(permille % 10);
  return text + "%";
}

}  // namespace mn
