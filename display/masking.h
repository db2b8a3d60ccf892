// What the hall may know of a giver. The one door between a pledge and the big screen: a PublicCard can only be made
// here, so no scene can show a name that was not to be shown. Pure.
#pragma once

#include <optional>
#include <string>

#include "core/tally.h"

namespace mn {

// A pledge as the hall sees it.
class PublicCard {
 public:
  // "" when the giver is not to be named, or has not been.
  const std::string& name() const { return name_; }
  // Nothing when the giver does not want it shown.
  const std::optional<Money>& amount() const { return amount_; }
  // `unnamed` whenever there is no name: the kind alone could give a giver away.
  Giver giver() const { return giver_; }

 private:
  friend PublicCard masked(const Pledge& pledge, bool publish_refused);
  PublicCard() = default;

  std::string name_;
  std::optional<Money> amount_;
  Giver giver_ = Giver::unnamed;
};

// `publish_refused`: a `consented` of the same visit says no to publishing, at the kiosk or by a later withdrawal.
// Names that core/text.h would not let through as they are, are not shown either.
PublicCard masked(const Pledge& pledge, bool publish_refused);

}  // namespace mn
