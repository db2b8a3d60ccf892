// What a donor has chosen so far. Screens carry it by value: going back keeps it, and a new visit begins without it.
// Plain values; nothing personal lies outside a TypedText, which is overwritten when it goes out of use.
#pragma once

#include <optional>

#include "core/campaign.h"
#include "core/facts.h"
#include "kiosk/typed_text.h"

namespace mn::kiosk {

// Goods in kind, while the donor says what they are.
struct GoodsChosen {
  TypedText what;
  std::int64_t quantity = 0;  // 0: not said yet
  std::size_t unit = 0;       // place in the campaign's goods_units
  Money value;                // estimated; 0: left out
  bool operator==(const GoodsChosen&) const = default;
};

// A contact that was confirmed: only the fund can read it. What is shown of it afterwards is masked.
struct KeptContact {
  Contact fact;
  TypedText phone_masked;     // "0912 ••• 678", "" when none was given
  TypedText tax_code_masked;  // "" when none was given
  bool operator==(const KeptContact& other) const {
    return fact.key == other.fact.key && fact.sealed == other.fact.sealed && phone_masked == other.phone_masked &&
           tax_code_masked == other.tax_code_masked;
  }
};

struct Choices {
  Money amount;                      // of money; 0: not chosen yet
  Money keyed;                       // what stood on the keypad last, chosen or not
  std::optional<GoodsChosen> goods;  // instead of money
  // Goods that are not the gift now: typed before money was chosen, or as the review showed them before they were
  // edited. Going back loses neither.
  std::optional<GoodsChosen> goods_aside;
  Giver giver = Giver::unnamed;
  TypedText name;                   // as typed; the review and what is recorded hold it sanitised
  TypedText invitation;             // the invitation code of the guest that was chosen, "" for everybody else
  std::optional<Way> way;           // none: the campaign's usual one, see way_of
  std::optional<LocalTime> pay_on;  // the day of the transfer, for Way::later
  std::size_t fund = 0;             // place in the campaign's funds
  TypedText message;                // to the children
  std::optional<KeptContact> contact;
  bool hide_amount = false;
  bool publish = false;      // consent to show name and amount; never ticked beforehand
  bool reviewed = false;     // the review was seen: a changed answer leads back to it
  bool from_review = false;  // a line of the review was touched: "back" leads there too
  bool operator==(const Choices&) const = default;
};

// How this gift comes: goods in kind, the way that was chosen, or a transfer when the campaign has an account.
Way way_of(const Choices& chosen, const Campaign& campaign);
// What the giver promises, in money: the amount, or the goods' estimated value.
Money worth_of(const Choices& chosen);

}  // namespace mn::kiosk
