// The crowd: invented donors, drawn from a seed. Gift sizes follow docs/ceremony.md: persons around 200,000 đồng with
// round sums the rule and odd "symbolic" sums the exception; units 5 to 200 million, now and then far more. Some bring
// goods, some an invitation, some a message or a telephone number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/campaign.h"
#include "core/facts.h"
#include "core/guests.h"
#include "tests/support/dice.h"

namespace mn::demo {

// How a donor gives who they are.
enum class Comes { typing, from_list, with_invitation };

struct DonorGoods {
  std::string what;
  std::int64_t quantity = 1;
  std::size_t unit = 0;  // place in the campaign's goods_units
};

struct Donor {
  Giver giver = Giver::unnamed;
  std::string name;                 // "" when unnamed
  Money amount;                     // of goods: what they are worth, 0 when not said
  std::optional<DonorGoods> goods;  // instead of money
  Way way = Way::transfer;
  std::size_t fund = 0;  // place in the campaign's funds
  std::string message;
  std::string phone, tax_code;  // as the fund shall read them, "" when not given
  Comes comes = Comes::typing;
  std::string invitation;  // for those of the invited list
  Language language = Language::vi;
  bool publish = true;       // ticks the consent to be named in the hall
  bool hide_amount = false;  // asks to hide the sum
  bool hesitates = false;    // takes the wrong key first and goes back once
  bool calls_help = false;   // on the review, and then goes on alone
  bool prints = false;       // takes the slip along
};

// The same count, seed, campaign and list give the same crowd.
std::vector<Donor> make_donors(int count, std::uint64_t seed, const Campaign& campaign, const GuestList& guests);

// What the kiosk must have recorded of this donor, as one line; the same line is made of a pledge that was kept.
std::string said_by(const Donor& donor, const Campaign& campaign);

}  // namespace mn::demo
