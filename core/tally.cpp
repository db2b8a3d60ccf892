#include "core/tally.h"

namespace mn {
namespace {

Failure too_large() { return {Cause::corrupt, "a sum does not fit 64 bits"}; }

// Adds (or with sign -1 takes away) one amount. False, and nothing changed, when it would not fit.
bool count_in(Sum& sum, Money amount, int sign = 1) {
  const std::optional<Money> next = sign > 0 ? add(sum.amount, amount) : subtract(sum.amount, amount);
  if (!next) return false;
  sum.amount = *next;
  sum.count += sign;
  return true;
}

// The same for one part of a whole; a part with nothing left in it is no part. Cannot overflow when the whole did not.
template <class Key>
void count_in_part(std::map<Key, Sum>& parts, const Key& key, Money amount, int sign) {
  Sum& part = parts[key];
  (void)count_in(part, amount, sign);
  if (part.count == 0) parts.erase(key);
}

// One pledge in or out of every total it is part of.
bool count_pledge(Tally& tally, const Pledge& pledge, int sign) {
  if (pledge.said.way == Way::in_kind) return count_in(tally.in_kind, pledge.said.amount, sign);
  if (!count_in(tally.pledged, pledge.said.amount, sign)) return false;
  count_in_part(tally.pledged_by_fund, pledge.said.fund, pledge.said.amount, sign);
  count_in_part(tally.pledged_by_origin, pledge.ref.origin, pledge.said.amount, sign);
  return true;
}

Done apply_fact(Tally& tally, const Entry& entry, const Pledged& said) {
  Pledge pledge;
  pledge.ref = entry.ref();
  pledge.visit = entry.header.visit;
  pledge.made_at_us = entry.header.made_at_us;
  pledge.said = said;
  const VisitRef visit{pledge.ref.origin, pledge.visit};
  if (const auto name = tally.names_waiting.find(visit); name != tally.names_waiting.end()) {
    pledge.shown_as = name->second.shown_as;
    pledge.message = name->second.message;
    pledge.invitation = name->second.invitation;
  }
  if (const auto paid = tally.payments_waiting.find(pledge.ref); paid != tally.payments_waiting.end()) {
    pledge.received = paid->second;
  }
  pledge.voided = tally.voids_waiting.contains(pledge.ref);
  if (!pledge.voided && !count_pledge(tally, pledge, 1)) return too_large();
  tally.names_waiting.erase(visit);
  tally.payments_waiting.erase(pledge.ref);
  tally.voids_waiting.erase(pledge.ref);
  tally.by_ref.emplace(pledge.ref, tally.pledges.size());
  tally.by_visit.emplace(visit, tally.pledges.size());
  tally.pledges.push_back(std::move(pledge));
  return {};
}

Done apply_fact(Tally& tally, const Entry& entry, const Named& named) {
  const VisitRef visit{entry.header.origin, entry.header.visit};
  const auto at = tally.by_visit.find(visit);
  if (at == tally.by_visit.end()) {
    tally.names_waiting[visit] = named;
    return {};
  }
  tally.pledges[at->second].shown_as = named.shown_as;
  tally.pledges[at->second].message = named.message;
  tally.pledges[at->second].invitation = named.invitation;
  return {};
}

Done apply_fact(Tally& tally, const Entry&, const Voided& voided) {
  const auto at = tally.by_ref.find(voided.pledge);
  if (at == tally.by_ref.end()) {
    tally.voids_waiting[voided.pledge] = true;
    return {};
  }
  Pledge& pledge = tally.pledges[at->second];
  if (pledge.voided) return {};
  if (!count_pledge(tally, pledge, -1)) return too_large();
  pledge.voided = true;
  return {};
}

// A payment in or out of every figure it is part of.
bool count_payment(Tally& tally, const Paid& paid, int sign) {
  if (!count_in(tally.received, paid.amount, sign)) return false;
  if (!paid.pledge) return count_in(tally.received_unattached, paid.amount, sign);
  const auto at = tally.by_ref.find(*paid.pledge);
  Money& so_far = at == tally.by_ref.end() ? tally.payments_waiting[*paid.pledge] : tally.pledges[at->second].received;
  so_far = Money{so_far.dong + sign * paid.amount.dong};  // part of tally.received, which fits
  if (at == tally.by_ref.end() && so_far.dong == 0) tally.payments_waiting.erase(*paid.pledge);
  return true;
}

// The line of a statement is money once, whoever imported it and however often.
Done apply_fact(Tally& tally, const Entry& entry, const Paid& paid) {
  const auto before = tally.statement_lines.find(paid.statement_line);
  if (before != tally.statement_lines.end()) {
    if (before->second.ref < entry.ref()) return {};
    (void)count_payment(tally, before->second.paid, -1);  // takes out what was counted in: cannot fail
  }
  if (!count_payment(tally, paid, 1)) {
    if (before != tally.statement_lines.end()) (void)count_payment(tally, before->second.paid, 1);
    return too_large();
  }
  tally.statement_lines.insert_or_assign(paid.statement_line, Counted{entry.ref(), paid});
  return {};
}

Done apply_fact(Tally&, const Entry&, const Born&) { return {}; }
Done apply_fact(Tally&, const Entry&, const Contact&) { return {}; }
Done apply_fact(Tally&, const Entry&, const Consented&) { return {}; }
Done apply_fact(Tally&, const Entry&, const Enrolled&) { return {}; }
Done apply_fact(Tally&, const Entry&, const Revoked&) { return {}; }
Done apply_fact(Tally&, const Entry&, const Called&) { return {}; }
Done apply_fact(Tally&, const Entry&, const Answered&) { return {}; }

}  // namespace

PledgeState state_of(const Pledge& pledge) {
  if (pledge.voided) return PledgeState::voided;
  if (pledge.received.dong == 0) return PledgeState::pending;
  if (pledge.received < pledge.said.amount) return PledgeState::partly_paid;
  return pledge.received == pledge.said.amount ? PledgeState::paid : PledgeState::overpaid;
}

Done apply(Tally& tally, const Entry& entry) {
  const Header& header = entry.header;
  const auto at = tally.heads.find(header.origin);
  const Head before = at == tally.heads.end() ? Head{header.origin, 0, {}} : at->second;
  if (header.seq != before.seq + 1) {
    return Failure{Cause::gap,
                   "entry " + entry_text(entry.ref()) + " does not follow seq " + std::to_string(before.seq)};
  }
  if (header.previous != before.digest) {
    return Failure{Cause::conflict, "entry " + entry_text(entry.ref()) + " does not continue the entry before it"};
  }
  // What is sealed for the fund counts nothing, and may be anything.
  if (entry.body && entry.header.kind != Kind::contact) {
    const Result<Fact> fact = fact_of(entry);
    if (!fact && fact.failure().cause != Cause::refused) return fact.failure();
    if (fact) {
      Done done = std::visit([&](const auto& value) { return apply_fact(tally, entry, value); }, *fact);
      if (!done) return done;
    }
  }
  tally.heads[header.origin] = {header.origin, header.seq, entry.digest};
  return {};
}

}  // namespace mn
