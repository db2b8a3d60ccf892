// The live total, folded with as little memory as it can be: a few bytes a pledge and no name, so that a kiosk can do
// it for days and holds nobody's name for it. The same sum as core/tally's `pledged`. Pure.
#pragma once

#include <unordered_map>
#include <unordered_set>

#include "core/facts.h"

namespace mn::kiosk {

struct Standing {
  std::int64_t count = 0;
  Money pledged;  // money only: goods are counted apart, and not here
  // Of pledges not taken back, so that taking back finds the amount; and of those taken back before they came.
  std::unordered_map<EntryRef, Money, IdHash> amounts;
  std::unordered_set<EntryRef, IdHash> voids_waiting;
};

// Takes the next entry. False when its body cannot be read or the sum passes 64 bits: the total is not known then.
bool count_in(Standing& standing, const Entry& entry);

}  // namespace mn::kiosk
