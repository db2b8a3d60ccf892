#include "display/wall_index.h"

#include <algorithm>

namespace mn {
namespace {

// Greatest first when sums are ranked; equal sums in the order of names. Twenty digits hold every amount.
std::string rank_of(const PublicCard& card) {
  const std::int64_t dong = card.amount() ? card.amount()->dong : 0;
  std::string text = std::to_string(INT64_MAX - dong);
  return std::string(20 - text.size(), '0') + text;
}

std::string key_of(const WallIndex& index, const Pledge& pledge, ScreeningPolicy policy, bool rank_by_amount) {
  const PublicCard card = masked(pledge, policy);
  if (card.name().empty()) return {};
  return (rank_by_amount ? rank_of(card) : std::string()) + index.collation->vietnamese_sort_key(card.name());
}

// By key, then in the order of arrival.
auto place_of(const WallIndex& index, std::uint32_t pledge) {
  return std::lower_bound(index.order.begin(), index.order.end(), pledge, [&](std::uint32_t left, std::uint32_t right) {
    const int compared = index.keys[left].compare(index.keys[right]);
    return compared != 0 ? compared < 0 : left < right;
  });
}

}  // namespace

bool catch_up(WallIndex& index, const Tally& tally, ScreeningPolicy policy, bool rank_by_amount) {
  if (!index.collation) index.collation = std::make_shared<const Collation>();
  const std::size_t before = index.order.size();
  const std::size_t from = index.keys.size();
  const std::size_t until = std::min(tally.pledges.size(), from + kWallKeysATurn);
  for (std::size_t pledge = from; pledge < until; ++pledge) {
    index.keys.push_back(key_of(index, tally.pledges[pledge], policy, rank_by_amount));
    if (!index.keys.back().empty()) index.order.push_back(static_cast<std::uint32_t>(pledge));
  }
  const auto earlier = [&](std::uint32_t left, std::uint32_t right) {
    const int compared = index.keys[left].compare(index.keys[right]);
    return compared != 0 ? compared < 0 : left < right;
  };
  const auto fresh = index.order.begin() + static_cast<std::ptrdiff_t>(before);
  std::sort(fresh, index.order.end(), earlier);
  std::inplace_merge(index.order.begin(), fresh, index.order.end(), earlier);
  return index.keys.size() == tally.pledges.size();
}

void look_again(WallIndex& index, const Tally& tally, std::size_t pledge, ScreeningPolicy policy, bool rank_by_amount) {
  if (pledge >= index.keys.size()) return;  // it will be looked at for the first time
  const auto number = static_cast<std::uint32_t>(pledge);
  std::string key = key_of(index, tally.pledges[pledge], policy, rank_by_amount);
  if (key == index.keys[pledge]) return;
  if (!index.keys[pledge].empty()) index.order.erase(place_of(index, number));
  index.keys[pledge] = std::move(key);
  if (!index.keys[pledge].empty()) index.order.insert(place_of(index, number), number);
}

}  // namespace mn
