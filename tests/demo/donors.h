// The crowd: invented donors, drawn from a seed. Gift sizes follow docs/ceremony.md: persons around 200,000 đồng with
// round sums the rule and odd "symbolic" sums the exception; units 5 to 200 million, now and then far more.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/facts.h"
#include "tests/support/dice.h"

namespace mn::demo {

struct Donor {
  Giver giver = Giver::unnamed;
  std::string name;  // "" when unnamed
  Money amount;
  bool publish = true;       // ticks the consent to be named in the hall
  bool hide_amount = false;  // asks to hide the sum
  bool hesitates = false;    // takes the wrong key first and goes back once
};

// The same count and seed give the same crowd.
std::vector<Donor> make_donors(int count, std::uint64_t seed);

}  // namespace mn::demo
