#include "kiosk/standing.h"

namespace mn::kiosk {
namespace {

bool count_pledge(Standing& standing, const EntryRef& ref, const Pledged& said) {
  if (said.way == Way::in_kind) return true;
  if (standing.voids_waiting.erase(ref) > 0) return true;
  const std::optional<Money> sum = add(standing.pledged, said.amount);
  if (!sum) return false;
  standing.pledged = *sum;
  ++standing.count;
  standing.amounts.emplace(ref, said.amount);
  return true;
}

void take_back(Standing& standing, const EntryRef& ref) {
  const auto at = standing.amounts.find(ref);
  if (at == standing.amounts.end()) {
    standing.voids_waiting.insert(ref);
    return;
  }
  standing.pledged = Money{standing.pledged.dong - at->second.dong};  // part of it
  --standing.count;
  standing.amounts.erase(at);
}

}  // namespace

bool count_in(Standing& standing, const Entry& entry) {
  const Kind kind = entry.header.kind;
  if (!entry.body || (kind != Kind::pledged && kind != Kind::voided)) return true;
  const Result<Fact> fact = fact_of(entry);
  if (!fact) return fact.failure().cause == Cause::refused;  // a later version's words
  if (const Pledged* said = std::get_if<Pledged>(&*fact)) return count_pledge(standing, entry.ref(), *said);
  if (const Voided* voided = std::get_if<Voided>(&*fact)) take_back(standing, voided->pledge);
  return true;
}

}  // namespace mn::kiosk
