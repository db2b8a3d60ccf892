// The tally: totals folded from entries, never stored. The same entries give the same tally in whatever order the
// origins' entries are interleaved. Pledged, received, in-kind and matched are four figures and are never added.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/facts.h"
#include "core/offer.h"

namespace mn {

inline constexpr std::size_t kNoPledge = static_cast<std::size_t>(-1);

// Where a pledge stands.
enum class PledgeState { pending, partly_paid, paid, overpaid, voided };

struct Pledge {
  EntryRef ref;
  VisitId visit;
  std::int64_t made_at_us = 0;
  Pledged said;
  std::string shown_as;  // "" when unnamed or when this copy holds no name
  std::string message;
  std::string invitation;  // of the guest on the invited list, "" for everybody else
  Money received;
  bool voided = false;
  bool publish_refused = false;           // in any entry of its visit, at the kiosk or by a later withdrawal; stays
  bool announced = false;                 // the MC has called the giver
  std::optional<Verdict> verdict = {};    // of the desks, as it stands
  std::string replaced_by = {};           // for Verdict::replaced
  std::size_t next_of_visit = kNoPledge;  // in Tally::pledges: an older one with the same visit id
};
PledgeState state_of(const Pledge& pledge);

struct Sum {
  std::int64_t count = 0;
  Money amount;
  auto operator<=>(const Sum&) const = default;
};

// The payment that counts for one line of a statement: of several, the one with the least reference, so that order does
// not matter.
struct Counted {
  EntryRef ref;
  Paid paid;
};

// What one desk decided last about a pledge.
struct Screening {
  OriginId desk;
  std::int64_t made_at_us = 0;
  Verdict verdict = Verdict::released;
  std::string shown_as;
};

struct Tally {
  Sum pledged;              // money, without what was voided
  Sum in_kind;              // goods, by their estimated value: counted apart, never part of `pledged`
  Sum received;             // every payment, attached or not
  Sum received_unattached;  // of those, the donor not identified
  std::map<std::string, Sum> pledged_by_fund;
  std::map<OriginId, Sum> pledged_by_origin;
  std::vector<Offer> offers;  // matching gifts, those made first at the front; at most kOffersMax
  Money matched;              // what the offers come to: counted apart, part of no other figure
  std::map<OriginId, Head> heads;
  std::vector<Pledge> pledges;  // in the order they were folded

  // Lookups into `pledges`, and facts that came before the pledge they speak of (their origins' entries may arrive in
  // any order).
  std::unordered_map<EntryRef, std::size_t, IdHash> by_ref;
  std::unordered_map<VisitId, std::size_t, IdHash> by_visit;  // the newest; Pledge::next_of_visit leads on
  std::unordered_map<VisitRef, Named, IdHash> names_waiting;
  std::unordered_set<EntryRef, IdHash> voids_waiting;  // and those of offers, for ever
  std::unordered_map<EntryRef, Money, IdHash> payments_waiting;
  std::unordered_set<EntryRef, IdHash> announced_waiting;
  std::unordered_set<VisitId, IdHash> publish_refused;  // every visit of which somebody said so
  std::unordered_map<EntryRef, std::vector<Screening>, IdHash>
      decisions;                              // one a desk, whether the pledge is known or not
  std::map<Digest, Counted> statement_lines;  // which payment counts for a statement's line
};

// Takes the next entry of its origin. Fails with gap when one was skipped, conflict when it does not follow the head,
// corrupt on a body that cannot be read or a sum past 64 bits; the tally is then unchanged. A missing body (withheld,
// erased) is fine. Costs the same however many pledges there are; only an offer looks at all of them, once.
// `touched`: gets the index of every pledge whose public face or amount the entry changed (new, voided, named,
// screened, refused, paid); one may come twice.
Done apply(Tally& tally, const Entry& entry, std::vector<std::size_t>* touched = nullptr);

}  // namespace mn
