#include "display/masking.h"

#include "core/text.h"

namespace mn {

PublicCard masked(const Pledge& pledge, bool publish_refused) {
  PublicCard card;
  if (!pledge.said.hide_amount) card.amount_ = pledge.said.amount;
  const bool may_name = !publish_refused && !pledge.said.hide_name && pledge.said.giver != Giver::unnamed;
  if (!may_name || pledge.shown_as.empty() || !is_sanitised(pledge.shown_as)) return card;
  card.name_ = pledge.shown_as;
  card.giver_ = pledge.said.giver;
  return card;
}

}  // namespace mn
