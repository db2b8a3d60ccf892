// How far it is to the goal, in whole thousandths. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/money.h"
#include "core/words.h"

namespace mn {

// From here on the remaining gap is shown, and no longer the number of pledges.
inline constexpr std::int64_t kNearGoalPermille = 800;

struct GoalMark {
  std::int64_t permille = 0;  // of the goal, rounded down: 1000 only when it is reached; may pass 1000
  bool reached = false;
  std::optional<Money> gap;  // what is missing, when the goal is near and not reached
};

// A goal of zero or less is no goal: permille 0, never reached.
GoalMark mark_of(Money pledged, Money goal);

// The goal as a wall says it: "500 triệu", "1,5 tỷ"; "500 million", "1.5 billion"; grouped when no short form is exact.
std::string goal_text(Money goal, Language language);

// "64,2%" in Vietnamese, "64.2%" in English; no decimal when it is 0, nor from 1000% on.
std::string percent_text(std::int64_t permille, Language language);

}  // namespace mn
