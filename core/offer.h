// A matching gift that was offered, and what it comes to. Counted apart: no other figure ever holds a part of it. Pure.
#pragma once

#include "core/facts.h"

namespace mn {

// At most so many in one campaign, withdrawn ones included. Of more, those made first (made_at, then origin, then seq)
// stand, so that the order of arrival does not matter.
inline constexpr std::size_t kOffersMax = 16;

struct Offer {
  EntryRef ref;
  std::int64_t made_at_us = 0;
  Matched said;  // its sponsor is "" when core/text.h would not let the name through as it is
  bool withdrawn = false;
  std::int64_t count = 0;  // pledges it speaks of
  Money pledged;           // and what they add up to
};

// Whether an offer speaks of such a pledge: money, of its fund, made within its window. Says nothing about voiding.
bool speaks_of(const Matched& offer, const Pledged& pledged, std::int64_t made_at_us);

// What the offer adds: its percentage of what was pledged, rounded down to the đồng, never past its cap; 0 when it was
// withdrawn.
Money matched(const Offer& offer);
bool cap_reached(const Offer& offer);

// The order in which offers stand.
bool made_before(const Offer& one, const Offer& other);

}  // namespace mn
