#include "core/offer.h"

#include <algorithm>
#include <tuple>

namespace mn {
namespace {

// amount × percent / 100, or nothing when that does not fit 64 bits.
std::optional<Money> percentage(Money amount, std::int64_t percent) {
  std::int64_t whole = 0;
  if (__builtin_mul_overflow(amount.dong / 100, percent, &whole)) return std::nullopt;
  return add(Money{whole}, Money{amount.dong % 100 * percent / 100});
}

}  // namespace

bool speaks_of(const Matched& offer, const Pledged& pledged, std::int64_t made_at_us) {
  if (pledged.way == Way::in_kind) return false;
  if (!offer.fund.empty() && offer.fund != pledged.fund) return false;
  return offer.from_us <= made_at_us && made_at_us < offer.until_us;
}

Money matched(const Offer& offer) {
  if (offer.withdrawn) return {};
  return std::min(percentage(offer.pledged, offer.said.percent).value_or(offer.said.cap), offer.said.cap);
}

bool cap_reached(const Offer& offer) { return matched(offer) == offer.said.cap; }

bool made_before(const Offer& one, const Offer& other) {
  return std::tie(one.made_at_us, one.ref) < std::tie(other.made_at_us, other.ref);
}

}  // namespace mn
