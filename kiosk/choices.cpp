#include "kiosk/choices.h"

namespace mn::kiosk {

Way way_of(const Choices& chosen, const Campaign& campaign) {
  if (chosen.goods) return Way::in_kind;
  if (chosen.way) return *chosen.way;
  return campaign.account ? Way::transfer : Way::later;
}

Money worth_of(const Choices& chosen) { return chosen.goods ? chosen.goods->value : chosen.amount; }

}  // namespace mn::kiosk
