// What the hall may know of a giver. The one door between a pledge and the big screen: a PublicCard can only be made
// here, so no scene can show a name that was not to be shown. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/screen_settings.h"
#include "core/tally.h"

namespace mn {

// A pledge as the hall sees it. Of a voided one nothing is left.
class PublicCard {
 public:
  PublicCard() = default;  // shows nothing

  // "" when the giver is not to be named, has not been, or not yet.
  const std::string& name() const { return name_; }
  // Nothing when the giver does not want it shown, and for goods whose value nobody estimated.
  const std::optional<Money>& amount() const { return amount_; }
  // `unnamed` whenever there is no name: the kind alone could give a giver away.
  Giver giver() const { return giver_; }
  // "" unless it may be shown.
  const std::string& message() const { return message_; }
  // There is a name, and it was not released yet: "Nhà hảo tâm". Without it and without a name: "Nhà hảo tâm giấu tên".
  bool waiting() const { return waiting_; }
  // The giver is on the invited list: for the rules of announcing, never for a scene to show.
  bool invited() const { return invited_; }
  // What was given in kind. They are words of a person: shown where a message could be.
  const std::optional<Goods>& goods() const { return goods_; }

  bool operator==(const PublicCard&) const = default;

 private:
  friend PublicCard masked(const Pledge& pledge, ScreeningPolicy policy);

  std::string name_;
  std::optional<Money> amount_;
  Giver giver_ = Giver::unnamed;
  std::string message_;
  bool waiting_ = false;
  bool invited_ = false;
  std::optional<Goods> goods_;
};

// A refusal of the giver (hide_name, publish_refused) stands over every verdict, a desk's `masked` over every policy.
// `replaced` counts as released, and shows the other name where there is a name to replace. Names, messages and goods
// that core/text.h would not let through as they are, are not shown.
PublicCard masked(const Pledge& pledge, ScreeningPolicy policy);

// The same for words that a desk wrote: as they are, or "". A cue's name and line go through it before a scene sees
// them; the sponsor of an offer has been through it in the tally.
std::string shown_text(const std::string& text, std::size_t letters_max);
Cued shown_cue(Cued cued);

}  // namespace mn
