#include "core/tally.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/text.h"

namespace mn {
namespace {

using Touched = std::vector<std::size_t>;

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

// A few offers of at most the largest pledge each: cannot overflow.
void sum_offers(Tally& tally) {
  tally.matched = {};
  for (const Offer& offer : tally.offers) tally.matched = Money{tally.matched.dong + matched(offer).dong};
}

// One pledge in or out of what the matching gifts speak of. Cannot overflow: each is a part of what was pledged.
void count_offered(Tally& tally, const Pledge& pledge, int sign) {
  for (Offer& offer : tally.offers) {
    if (!speaks_of(offer.said, pledge.said, pledge.made_at_us)) continue;
    offer.pledged = Money{offer.pledged.dong + sign * pledge.said.amount.dong};
    offer.count += sign;
  }
  sum_offers(tally);
}

// One pledge in or out of every total it is part of.
bool count_pledge(Tally& tally, const Pledge& pledge, int sign) {
  if (pledge.said.way == Way::in_kind) return count_in(tally.in_kind, pledge.said.amount, sign);
  if (!count_in(tally.pledged, pledge.said.amount, sign)) return false;
  count_in_part(tally.pledged_by_fund, pledge.said.fund, pledge.said.amount, sign);
  count_in_part(tally.pledged_by_origin, pledge.ref.origin, pledge.said.amount, sign);
  count_offered(tally, pledge, sign);
  return true;
}

void touch(Touched* touched, std::size_t index) {
  if (touched != nullptr) touched->push_back(index);
}

void take_name(Pledge& pledge, const Named& named) {
  pledge.shown_as = named.shown_as;
  pledge.message = named.message;
  pledge.invitation = named.invitation;
}

// Of several desks' decisions that made last by their clocks; of equal ones that of the greater origin.
bool take_decisions(Pledge& pledge, const std::vector<Screening>& decisions) {
  const auto last = std::max_element(decisions.begin(), decisions.end(), [](const Screening& a, const Screening& b) {
    return std::tie(a.made_at_us, a.desk) < std::tie(b.made_at_us, b.desk);
  });
  if (pledge.verdict == last->verdict && pledge.replaced_by == last->shown_as) return false;
  pledge.verdict = last->verdict;
  pledge.replaced_by = last->shown_as;
  return true;
}

Done apply_fact(Tally& tally, const Entry& entry, const Pledged& said, Touched* touched) {
  Pledge pledge;
  pledge.ref = entry.ref();
  pledge.visit = entry.header.visit;
  pledge.made_at_us = entry.header.made_at_us;
  pledge.said = said;
  const VisitRef visit{pledge.ref.origin, pledge.visit};
  if (const auto name = tally.names_waiting.find(visit); name != tally.names_waiting.end()) {
    take_name(pledge, name->second);
  }
  if (const auto paid = tally.payments_waiting.find(pledge.ref); paid != tally.payments_waiting.end()) {
    pledge.received = paid->second;
  }
  if (const auto decided = tally.decisions.find(pledge.ref); decided != tally.decisions.end()) {
    take_decisions(pledge, decided->second);
  }
  pledge.publish_refused = tally.publish_refused.contains(pledge.visit);
  pledge.announced = tally.announced_waiting.contains(pledge.ref);
  pledge.voided = tally.voids_waiting.contains(pledge.ref);
  if (!pledge.voided && !count_pledge(tally, pledge, 1)) return too_large();
  tally.names_waiting.erase(visit);
  tally.payments_waiting.erase(pledge.ref);
  tally.announced_waiting.erase(pledge.ref);
  tally.voids_waiting.erase(pledge.ref);
  const std::size_t index = tally.pledges.size();
  tally.by_ref.emplace(pledge.ref, index);
  const auto [of_visit, is_first] = tally.by_visit.emplace(pledge.visit, index);
  if (!is_first) pledge.next_of_visit = std::exchange(of_visit->second, index);
  tally.pledges.push_back(std::move(pledge));
  touch(touched, index);
  return {};
}

// The first pledge of that visit of that origin; kNoPledge when none has come. A visit is one append: few entries.
std::size_t first_of_visit(const Tally& tally, const VisitRef& visit) {
  std::size_t first = kNoPledge;
  const auto newest = tally.by_visit.find(visit.visit);
  for (std::size_t i = newest == tally.by_visit.end() ? kNoPledge : newest->second; i != kNoPledge;
       i = tally.pledges[i].next_of_visit) {
    if (tally.pledges[i].ref.origin == visit.origin) first = i;
  }
  return first;
}

Done apply_fact(Tally& tally, const Entry& entry, const Named& named, Touched* touched) {
  const VisitRef visit{entry.header.origin, entry.header.visit};
  const std::size_t at = first_of_visit(tally, visit);
  if (at == kNoPledge) {
    tally.names_waiting[visit] = named;
    return {};
  }
  take_name(tally.pledges[at], named);
  touch(touched, at);
  return {};
}

// Another origin's word counts too, for a desk withdraws consents in the donor's visit.
Done apply_fact(Tally& tally, const Entry& entry, const Consented& consented, Touched* touched) {
  if (consented.publish || !tally.publish_refused.insert(entry.header.visit).second) return {};
  const auto newest = tally.by_visit.find(entry.header.visit);
  for (std::size_t i = newest == tally.by_visit.end() ? kNoPledge : newest->second; i != kNoPledge;
       i = tally.pledges[i].next_of_visit) {
    tally.pledges[i].publish_refused = true;
    touch(touched, i);
  }
  return {};
}

Done apply_fact(Tally& tally, const Entry& entry, const Screened& screened, Touched* touched) {
  std::vector<Screening>& decisions = tally.decisions[screened.pledge];
  Screening decision{entry.header.origin, entry.header.made_at_us, screened.verdict, screened.shown_as};
  const auto same_desk = std::find_if(decisions.begin(), decisions.end(),
                                      [&](const Screening& other) { return other.desk == decision.desk; });
  if (same_desk == decisions.end())
    decisions.push_back(std::move(decision));
  else
    *same_desk = std::move(decision);
  const auto at = tally.by_ref.find(screened.pledge);
  if (at != tally.by_ref.end() && take_decisions(tally.pledges[at->second], decisions)) touch(touched, at->second);
  return {};
}

Done apply_fact(Tally& tally, const Entry&, const Announced& announced, Touched*) {
  const auto at = tally.by_ref.find(announced.pledge);
  if (at == tally.by_ref.end())
    tally.announced_waiting.insert(announced.pledge);
  else
    tally.pledges[at->second].announced = true;
  return {};
}

Done apply_fact(Tally& tally, const Entry& entry, const Matched& said, Touched*) {
  Offer offer{entry.ref(), entry.header.made_at_us, said, tally.voids_waiting.contains(entry.ref()), 0, {}};
  if (!is_sanitised(said.sponsor)) offer.said.sponsor.clear();  // it goes onto walls as it is
  if (tally.offers.size() >= kOffersMax && made_before(tally.offers.back(), offer)) return {};
  for (const Pledge& pledge : tally.pledges) {
    if (pledge.voided || !speaks_of(said, pledge.said, pledge.made_at_us)) continue;
    offer.pledged = Money{offer.pledged.dong + pledge.said.amount.dong};
    ++offer.count;
  }
  tally.offers.insert(std::upper_bound(tally.offers.begin(), tally.offers.end(), offer, made_before), offer);
  if (tally.offers.size() > kOffersMax) tally.offers.pop_back();
  sum_offers(tally);
  return {};
}

Done apply_fact(Tally& tally, const Entry&, const Voided& voided, Touched* touched) {
  const auto at = tally.by_ref.find(voided.pledge);
  if (at == tally.by_ref.end()) {
    tally.voids_waiting.insert(voided.pledge);
    const auto offer = std::find_if(tally.offers.begin(), tally.offers.end(),
                                    [&](const Offer& one) { return one.ref == voided.pledge; });
    if (offer != tally.offers.end()) offer->withdrawn = true;
    sum_offers(tally);
    return {};
  }
  Pledge& pledge = tally.pledges[at->second];
  if (pledge.voided) return {};
  if (!count_pledge(tally, pledge, -1)) return too_large();
  pledge.voided = true;
  touch(touched, at->second);
  return {};
}

// A payment in or out of every figure it is part of.
bool count_payment(Tally& tally, const Paid& paid, int sign, Touched* touched) {
  if (!count_in(tally.received, paid.amount, sign)) return false;
  if (!paid.pledge) return count_in(tally.received_unattached, paid.amount, sign);
  const auto at = tally.by_ref.find(*paid.pledge);
  Money& so_far = at == tally.by_ref.end() ? tally.payments_waiting[*paid.pledge] : tally.pledges[at->second].received;
  so_far = Money{so_far.dong + sign * paid.amount.dong};  // part of tally.received, which fits
  if (at == tally.by_ref.end() && so_far.dong == 0) tally.payments_waiting.erase(*paid.pledge);
  if (at != tally.by_ref.end()) touch(touched, at->second);
  return true;
}

// The line of a statement is money once, whoever imported it and however often.
Done apply_fact(Tally& tally, const Entry& entry, const Paid& paid, Touched* touched) {
  const auto before = tally.statement_lines.find(paid.statement_line);
  if (before != tally.statement_lines.end()) {
    if (before->second.ref < entry.ref()) return {};
    (void)count_payment(tally, before->second.paid, -1, touched);  // takes out what was counted in: cannot fail
  }
  if (!count_payment(tally, paid, 1, touched)) {
    if (before != tally.statement_lines.end()) (void)count_payment(tally, before->second.paid, 1, touched);
    return too_large();
  }
  tally.statement_lines.insert_or_assign(paid.statement_line, Counted{entry.ref(), paid});
  return {};
}

Done apply_fact(Tally&, const Entry&, const Born&, Touched*) { return {}; }
Done apply_fact(Tally&, const Entry&, const Contact&, Touched*) { return {}; }
Done apply_fact(Tally&, const Entry&, const Enrolled&, Touched*) { return {}; }
Done apply_fact(Tally&, const Entry&, const Revoked&, Touched*) { return {}; }
Done apply_fact(Tally&, const Entry&, const Called&, Touched*) { return {}; }
Done apply_fact(Tally&, const Entry&, const Answered&, Touched*) { return {}; }
Done apply_fact(Tally&, const Entry&, const Cued&, Touched*) { return {}; }

}  // namespace

PledgeState state_of(const Pledge& pledge) {
  if (pledge.voided) return PledgeState::voided;
  if (pledge.received.dong == 0) return PledgeState::pending;
  if (pledge.received < pledge.said.amount) return PledgeState::partly_paid;
  return pledge.received == pledge.said.amount ? PledgeState::paid : PledgeState::overpaid;
}

Done apply(Tally& tally, const Entry& entry, std::vector<std::size_t>* touched) {
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
      Done done = std::visit([&](const auto& value) { return apply_fact(tally, entry, value, touched); }, *fact);
      if (!done) return done;
    }
  }
  tally.heads[header.origin] = {header.origin, header.seq, entry.digest};
  return {};
}

}  // namespace mn
