#include "tests/sim/paper.h"

#include <algorithm>

namespace mn::sim {
namespace {

void hear_cue(Paper& paper, const Cued& cued) {
  if (cued.scene == "spotlight" && cued.pledge) paper.on_stage.insert(*cued.pledge);
  if (cued.scene == "release_held") paper.let_go.insert(paper.pledges_known.begin(), paper.pledges_known.end());
  const bool freezes = cued.scene == "freeze" || cued.scene == "reveal";
  if (freezes && !paper.frozen) paper.frozen = PaperFrozen{paper.position, figures_of(paper)};
  if (cued.scene == "auto") paper.frozen.reset();
  constexpr std::string_view kNoScenes[] = {"freeze", "hold", "release", "release_held"};
  if (std::find(std::begin(kNoScenes), std::end(kNoScenes), cued.scene) != std::end(kNoScenes)) return;
  paper.cue = cued.scene == "auto" ? Cued{} : cued;
}

std::int64_t matched_by(const Matched& offer, const Paper& paper, const std::set<EntryRef>& voided) {
  std::int64_t sum = 0;
  for (const auto& [header, fact] : paper.heard) {
    const Pledged* pledged = std::get_if<Pledged>(&fact);
    if (pledged == nullptr || pledged->way == Way::in_kind || voided.contains({header.origin, header.seq})) continue;
    const bool in_time = header.made_at_us >= offer.from_us && header.made_at_us < offer.until_us;
    if (in_time && (offer.fund.empty() || offer.fund == pledged->fund)) sum += pledged->amount.dong;
  }
  return std::min(offer.cap.dong, sum * offer.percent / 100);
}

}  // namespace

void hear(Paper& paper, const Entry& entry) {
  ++paper.position;
  Result<Fact> fact = fact_of(entry);
  if (!fact) return;
  paper.heard.emplace_back(entry.header, *std::move(fact));
  const Fact& said = paper.heard.back().second;
  if (std::holds_alternative<Pledged>(said)) {
    paper.pledges_known.push_back(entry.ref());
    paper.most_pledged = std::max(paper.most_pledged, figures_of(paper).pledged);
  }
  if (const Cued* cued = std::get_if<Cued>(&said)) hear_cue(paper, *cued);
}

PaperFigures figures_of(const Paper& paper) {
  PaperFigures figures;
  std::set<EntryRef> voided;
  for (const auto& [header, fact] : paper.heard) {
    if (const Voided* taken_back = std::get_if<Voided>(&fact)) voided.insert(taken_back->pledge);
  }
  for (const auto& [header, fact] : paper.heard) {
    if (const Paid* paid = std::get_if<Paid>(&fact)) figures.received += paid->amount.dong;
    if (voided.contains({header.origin, header.seq})) continue;
    if (const Matched* offer = std::get_if<Matched>(&fact)) figures.matched += matched_by(*offer, paper, voided);
    const Pledged* pledged = std::get_if<Pledged>(&fact);
    if (pledged == nullptr) continue;
    if (pledged->way == Way::in_kind) {
      figures.in_kind += pledged->amount.dong;
    } else {
      figures.pledged += pledged->amount.dong;
      ++figures.pledged_count;
    }
  }
  return figures;
}

std::vector<PaperPledge> pledges_of(const Paper& paper) {
  std::vector<PaperPledge> pledges;
  std::map<EntryRef, std::size_t> at;
  for (const auto& [header, fact] : paper.heard) {
    const Pledged* pledged = std::get_if<Pledged>(&fact);
    if (pledged == nullptr) continue;
    const EntryRef ref{header.origin, header.seq};
    at[ref] = pledges.size();
    pledges.push_back(
        {ref, header.visit, *pledged, {}, false, false, paper.on_stage.contains(ref), paper.let_go.contains(ref), {}});
  }
  const auto of = [&](const EntryRef& ref, const auto& change) {
    if (const auto found = at.find(ref); found != at.end()) change(pledges[found->second]);
  };
  for (const auto& [head, fact] : paper.heard) {
    const Header& header = head;
    if (const Voided* voided = std::get_if<Voided>(&fact)) of(voided->pledge, [](PaperPledge& p) { p.voided = true; });
    if (const Announced* announced = std::get_if<Announced>(&fact))
      of(announced->pledge, [](PaperPledge& p) { p.announced = true; });
    if (const Screened* screened = std::get_if<Screened>(&fact))
      of(screened->pledge, [&](PaperPledge& p) { p.decisions[header.origin] = {header.made_at_us, *screened}; });
    const Named* named = std::get_if<Named>(&fact);
    const Consented* consented = std::get_if<Consented>(&fact);
    if (named == nullptr && consented == nullptr) continue;
    for (PaperPledge& pledge : pledges) {
      if (pledge.visit != header.visit) continue;
      if (named != nullptr && pledge.ref.origin == header.origin) pledge.name = *named;
      if (consented != nullptr && !consented->publish) pledge.refused = true;
    }
  }
  return pledges;
}

Face face_of(const PaperPledge& pledge, ScreeningPolicy policy) {
  Face face;
  if (pledge.voided) return face;
  face.amount = !pledge.said.hide_amount && !(pledge.said.way == Way::in_kind && pledge.said.amount.dong == 0);
  if (pledge.refused || pledge.said.hide_name) return face;
  std::optional<Screened> decision;
  std::pair<std::int64_t, OriginId> when;
  for (const auto& [desk, decided] : pledge.decisions) {
    if (decision && std::pair(decided.first, desk) < when) continue;
    when = {decided.first, desk};
    decision = decided.second;
  }
  if (decision && decision->verdict == Verdict::masked) return face;
  const bool nameless = pledge.said.giver == Giver::unnamed || pledge.name.shown_as.empty();
  const bool invited = !nameless && !pledge.name.invitation.empty();
  if (!decision && policy != ScreeningPolicy::all && !(policy == ScreeningPolicy::invited && invited)) return face;
  face.message = pledge.name.message;
  if (nameless) return face;
  face.name = decision && decision->verdict == Verdict::replaced ? decision->shown_as : pledge.name.shown_as;
  return face;
}

bool waits_for_the_mc(const PaperPledge& pledge, AnnouncingPolicy policy) {
  if (pledge.voided || pledge.announced || pledge.let_go || policy == AnnouncingPolicy::at_once) return false;
  return policy == AnnouncingPolicy::all_on_cue || !pledge.name.invitation.empty();
}

}  // namespace mn::sim
