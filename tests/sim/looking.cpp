// What people in the hall would find wrong with the picture, held against the paper.
#include <algorithm>

#include "core/check.h"
#include "tests/sim/world.h"

namespace mn::sim {
namespace {

// What the picture of a hall that is looked at is held against.
struct Looking {
  const World& world;
  const HallScreen& screen;
  const Picture& picture;
  ScreeningPolicy policy;
  std::vector<PaperPledge> pledges;

  const PaperPledge* find(const EntryRef& ref) const {
    const auto at = std::find_if(pledges.begin(), pledges.end(), [&](const auto& pledge) { return pledge.ref == ref; });
    return at == pledges.end() ? nullptr : &*at;
  }
  Face face(const std::optional<EntryRef>& ref) const {
    const PaperPledge* pledge = ref ? find(*ref) : nullptr;
    return pledge == nullptr ? Face{} : face_of(*pledge, policy);
  }
};

bool shows(const PublicCard& card, const Face& face) {
  return card.name() == face.name && card.message() == face.message && card.amount().has_value() == face.amount &&
         (!face.name.empty() || card.giver() == Giver::unnamed);
}

std::optional<std::string> broken_cards(const Looking& at, const std::vector<CardShown>& shown,
                                        const std::vector<Announcement>& cards) {
  if (shown.size() != cards.size()) return "display: other cards on the picture than were announced";
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const bool of_one = !cards[i].merged && !cards[i].pledges.empty();
    const Face face = of_one ? at.face(at.screen.show.folded.tally.pledges[cards[i].pledges.front()].ref) : Face{};
    if (!shows(shown[i].card, face)) return "display: a card shows what it may not, or keeps back what it may show";
  }
  return std::nullopt;
}

std::optional<std::string> broken_spotlight(const Looking& at) {
  const Cued& cue = at.screen.paper.cue;
  const std::optional<Spotlight>& spotlight = at.picture.spotlight;
  if (spotlight.has_value() != (cue.scene == "spotlight")) return "display: a spotlight that nobody cued, or none";
  if (!spotlight) return std::nullopt;
  const Face face = at.face(cue.pledge);
  if (spotlight->card ? !shows(*spotlight->card, face) : !face.name.empty())
    return "display: the spotlight shows what it may not, or keeps back what it may show";
  const bool may_say = !cue.pledge || !face.name.empty();
  if (spotlight->name != (may_say ? cue.name : "")) return "display: the spotlight calls a name that waits";
  if (spotlight->line != cue.line) return "display: the spotlight says another line";
  return std::nullopt;
}

std::optional<std::string> broken_lists(const Looking& at) {
  std::vector<std::string> named, on_wall, in_kind, said, on_messages;
  for (const PaperPledge& pledge : at.pledges) {
    const Face face = face_of(pledge, at.policy);
    if (!face.name.empty()) named.push_back(face.name);
    if (!face.message.empty()) said.insert(said.begin(), face.name + ": " + face.message);
    if (pledge.said.way == Way::in_kind && !pledge.voided) in_kind.insert(in_kind.begin(), face.name);
  }
  constexpr std::size_t kAll = 1'000;
  for (const PublicCard& card : at.picture.hall.wall(0, kAll)) on_wall.push_back(card.name());
  for (const WishShown& wish : at.picture.hall.messages(kAll)) on_messages.push_back(wish.from + ": " + wish.text);
  std::sort(named.begin(), named.end());
  std::sort(on_wall.begin(), on_wall.end());
  if (!std::includes(named.begin(), named.end(), on_wall.begin(), on_wall.end()))
    return "display: the wall names somebody who may not be named";
  const bool sorted = at.screen.show.wall.keys.size() == at.pledges.size();
  if (sorted && named != on_wall) return "display: the wall forgets somebody";
  if (said != on_messages) return "display: other messages than may be read";
  const std::vector<PublicCard> goods = at.picture.hall.in_kind(kAll);
  const auto names = [](const PublicCard& card, const std::string& name) { return card.name() == name; };
  if (!std::equal(goods.begin(), goods.end(), in_kind.begin(), in_kind.end(), names))
    return "display: goods by another name than may be read";
  return std::nullopt;
}

// The settled figures, with whatever bug was planted into them.
PaperFigures figures_on_screen(const Looking& at) {
  const Figures& shown = at.picture.figures;
  const Tally& tally = at.screen.show.folded.tally;
  PaperFigures figures{shown.pledged.shown.dong, shown.pledged.count, shown.received.shown.dong,
                       shown.in_kind.shown.dong, shown.matched.shown.dong};
  const Bug bug = at.world.bug;
  if (bug == Bug::received_into_pledged) figures.pledged += tally.received.amount.dong;
  if (bug == Bug::goods_into_pledged) figures.pledged += tally.in_kind.amount.dong;
  if (bug == Bug::matched_into_pledged) figures.pledged += tally.matched.dong;
  if (bug == Bug::count_up_rounds) figures.pledged = figures.pledged / 1'000 * 1'000;
  if (bug == Bug::freeze_thaws) figures.pledged = tally.pledged.amount.dong;
  if (bug == Bug::void_not_taken_back) {
    for (const Pledge& pledge : tally.pledges) figures.pledged += pledge.voided ? pledge.said.amount.dong : 0;
  }
  return figures;
}

std::optional<std::string> broken_figures(const Looking& at) {
  const std::optional<PaperFrozen>& frozen = at.screen.paper.frozen;
  if (at.picture.frozen != frozen.has_value()) return "display: frozen without an order, or not frozen";
  const PaperFigures now = figures_of(at.screen.paper);
  if (figures_on_screen(at) != (frozen ? frozen->figures : now))
    return "display: the number is not the fold of its journal";
  if (at.screen.show.folded.tally.pledged.amount.dong != now.pledged)
    return "display: it does not go on counting behind what is shown";
  const std::optional<Reveal>& reveal = at.picture.reveal;
  if (reveal.has_value() != frozen.has_value()) return "display: closing figures without an order, or none";
  if (!reveal) return std::nullopt;
  if (reveal->lines != frozen->position) return "display: the closing figures are of another moment";
  if (reveal->checked != at.screen.seen.proven)
    return "display: it says the figures were proven, and nobody proved them";
  return std::nullopt;
}

std::optional<std::string> broken_celebration(const Looking& at, Seen& seen) {
  const std::optional<Celebrated>& celebrated = at.picture.celebrated;
  if (!celebrated) return std::nullopt;
  const std::int64_t threshold = celebrated->threshold.dong;
  const std::int64_t began_ms = at.picture.now_ms - celebrated->since_ms;
  if (threshold <= seen.most_at_begin) return "display: it celebrates what was reached before it began";
  if (at.screen.show.pledged.to.dong < threshold) return "display: it celebrates what is not reached";
  if (!seen.celebrated.emplace(threshold, began_ms).second && seen.celebrated[threshold] != began_ms)
    return "display: one threshold is celebrated twice";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> broken_hall(World& world) {
  HallScreen& screen = world.hall;
  if (screen.broken) return screen.broken;
  if (screen.looked || !screen.alive || !screen.known) return std::nullopt;
  screen.looked = true;
  const Setting& setting = hall_setting(screen.hall);
  // A minute on, so that figures have settled; who is named, and what is on, changes only with display_step.
  const bool careless = world.bug == Bug::name_while_it_waits;
  const Picture picture =
      compose(screen.show, careless ? hall_setting(screen.hall % 3) : setting, Language::vi, world.now_ms + 60'000);
  const Looking at{world, screen, picture, setting.campaign.screen.screening, pledges_of(screen.paper)};
  if (auto broken = broken_cards(at, picture.cards, screen.show.announcing.on)) return broken;
  if (auto broken = broken_cards(at, picture.recent, screen.show.announcing.recent)) return broken;
  if (auto broken = broken_spotlight(at)) return broken;
  if (auto broken = broken_lists(at)) return broken;
  if (auto broken = broken_figures(at)) return broken;
  return broken_celebration(at, screen.seen);
}

}  // namespace mn::sim
