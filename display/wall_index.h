// The wall of gratitude's order: the pledges whose givers may be named, sorted once and kept sorted. Knows where a
// pledge stands, not what is drawn. Pure; a turn's work is bounded, however many pledges there are.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/collation.h"
#include "core/masking.h"
#include "core/tally.h"

namespace mn {

inline constexpr std::size_t kWallKeysATurn = 2000;  // about 5 ms

struct WallIndex {
  std::vector<std::uint32_t> order;  // indices of tally.pledges
  std::vector<std::string> keys;     // of each pledge looked at, by which it stands in `order`; "": it does not
  std::shared_ptr<const Collation> collation;
};

// Looks at pledges that were not yet looked at, at most kWallKeysATurn. True when all have been.
bool catch_up(WallIndex& index, const Tally& tally, ScreeningPolicy policy, bool rank_by_amount);

// A pledge that was looked at has changed its face: takes it to its place, in or out.
void look_again(WallIndex& index, const Tally& tally, std::size_t pledge, ScreeningPolicy policy, bool rank_by_amount);

}  // namespace mn
