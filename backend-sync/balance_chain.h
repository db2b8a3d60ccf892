// The chain of balances in a statement: the one check that finds rows that were lost before we saw the file. Pure.
#pragma once

#include <optional>
#include <vector>

#include "backend-sync/statement.h"

namespace mn {

// One row that moved money, in or (negative) out, in the order of the file.
struct Movement {
  std::size_t line = 0;
  Money moved;
  std::optional<Money> balance;  // after it; a bank need not print it on every row
};

// Where the chain breaks. Banks list the newest row first or last: the direction that breaks less is taken for the
// file's.
std::vector<BalanceBreak> balance_breaks(const std::vector<Movement>& movements, const StatedFigures& stated);

}  // namespace mn
