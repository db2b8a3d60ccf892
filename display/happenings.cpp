#include "display/happenings.h"

namespace mn {
namespace {

GiftTier heard_as(Tier tier) {
  switch (tier) {
    case Tier::small:
      return GiftTier::small;
    case Tier::middle:
      return GiftTier::middle;
    case Tier::large:
    case Tier::grand:
      return GiftTier::large;
  }
  return GiftTier::small;
}

}  // namespace

std::vector<Happening> happenings_of(const Show& show) {
  std::vector<Happening> out;
  if (!show.known || show.covered) return out;
  for (const Announcement& card : show.announcing.on) {
    out.push_back({Happening::Kind::announced, card.entered_ms, heard_as(card.tier), static_cast<int>(card.count), {}});
  }
  if (const std::optional<Moment>& moment = show.direction.moment) {
    const auto kind = moment->goal ? Happening::Kind::goal : Happening::Kind::milestone;
    out.push_back({kind, moment->at_ms, GiftTier::small, 1, moment->threshold});
  }
  if (show.direction.scene == "reveal") {
    out.push_back({Happening::Kind::reveal, show.direction.since_ms, GiftTier::small, 1, {}});
  }
  return out;
}

}  // namespace mn
