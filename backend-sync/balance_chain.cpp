// balance after = balance before + what moved, in whichever direction the file runs.
#include "backend-sync/balance_chain.h"

#include <algorithm>

namespace mn {
namespace {

// `movements` from the oldest to the newest. A row without a balance is carried to the next that has one.
template <class Iterator>
std::vector<BalanceBreak> walk(Iterator begin, Iterator end, const StatedFigures& stated) {
  std::vector<BalanceBreak> breaks;
  std::optional<Money> expected = stated.opening;
  std::size_t line_before = 0;
  for (auto at = begin; at != end; ++at) {
    if (expected) expected = add(*expected, at->moved);
    if (!at->balance) continue;
    if (expected && *expected != *at->balance) {
      breaks.push_back({line_before, at->line, *expected, *at->balance});
    }
    expected = at->balance;
    line_before = at->line;
  }
  if (expected && stated.closing && *expected != *stated.closing) {
    breaks.push_back({line_before, 0, *expected, *stated.closing});
  }
  return breaks;
}

}  // namespace

std::vector<BalanceBreak> balance_breaks(const std::vector<Movement>& movements, const StatedFigures& stated) {
  std::vector<BalanceBreak> down = walk(movements.begin(), movements.end(), stated);
  if (down.empty()) return {};
  std::vector<BalanceBreak> up = walk(movements.rbegin(), movements.rend(), stated);
  return std::move(up.size() < down.size() ? up : down);
}

}  // namespace mn
