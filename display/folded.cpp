#include "display/folded.h"

#include <fmt/format.h>

#include "core/masking.h"

namespace mn {
namespace {

Frozen frozen_now(const Folded& folded) {
  const Tally& tally = folded.tally;
  return {tally.pledged, tally.received, tally.in_kind, tally.matched, heads_digest(tally.heads), folded.position};
}

// Who was called to the stage has been announced there: a screen that starts later does not wait for the MC's word.
void call_to_stage(Tally& tally, const EntryRef& pledge) {
  const auto at = tally.by_ref.find(pledge);
  if (at == tally.by_ref.end())
    tally.announced_waiting.insert(pledge);
  else
    tally.pledges[at->second].announced = true;
}

// The closing announcement freezes by itself, so that nobody can forget to.
void obey(Folded& folded, Cued cued) {
  Orders& orders = folded.orders;
  if (cued.scene == order::hold) {
    orders.holding = true;
  } else if (cued.scene == order::release) {
    orders.holding = false;
  } else if (cued.scene == order::release_held) {
    orders.let_go = folded.tally.pledges.size();
    orders.let_go_position = folded.position;
  } else if (cued.scene == order::freeze) {
    if (!orders.frozen) orders.frozen = frozen_now(folded);
  } else {
    const bool automatic = cued.scene == order::automatic;
    if (automatic) orders.frozen.reset();
    if (cued.scene == "reveal" && !orders.frozen) orders.frozen = frozen_now(folded);
    if (cued.scene == "spotlight" && cued.pledge) call_to_stage(folded.tally, *cued.pledge);
    orders.cue = automatic ? Cued{} : std::move(cued);
    orders.cue_position = folded.position;
  }
}

}  // namespace

Done apply(Folded& folded, const Entry& entry, std::uint64_t position, std::vector<std::size_t>* touched) {
  if (Done done = apply(folded.tally, entry, touched); !done) return done;
  folded.position = position;
  folded.most_pledged = std::max(folded.most_pledged, folded.tally.pledged.amount);
  folded.most_received = std::max(folded.most_received, folded.tally.received.amount);
  if (entry.header.kind != Kind::cued) return {};
  Result<Fact> fact = fact_of(entry);
  if (fact) obey(folded, shown_cue(std::get<Cued>(*std::move(fact))));
  return {};
}

Digest heads_digest(const std::map<OriginId, Head>& heads) {
  std::string lines;
  for (const auto& [origin, head] : heads) {
    lines += fmt::format("{} {} {}\n", origin_text(origin), head.seq, to_hex(head.digest));
  }
  return sha256(view_of(lines));
}

}  // namespace mn
