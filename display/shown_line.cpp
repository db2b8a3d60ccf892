#include "display/shown_line.h"

#include <fmt/format.h>

namespace mn {

std::string shown_line(const Picture& picture, const Show& show) {
  if (!picture.known) return R"({"scene":"welcome"})";
  const Figures& figures = picture.figures;
  return fmt::format(
      R"({{"scene":"{}","pledged":{},"count":{},"received":{},"in_kind":{},"position":{},"heads":"{}"}})",
      picture.scene, figures.pledged.shown.dong, figures.pledged.count, figures.received.shown.dong,
      figures.in_kind.shown.dong, show.folded.position, to_hex(heads_digest(show.folded.tally.heads)));
}

std::string reveal_text(const CampaignId& campaign, const Frozen& frozen) {
  return fmt::format("MANGNON1 {} pledged={} count={} received={} in_kind={} heads={}", campaign.text,
                     frozen.pledged.amount.dong, frozen.pledged.count, frozen.received.amount.dong,
                     frozen.in_kind.amount.dong, to_hex(frozen.heads));
}

}  // namespace mn
