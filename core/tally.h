// The tally: totals folded from entries, never stored. The same entries give the same tally in whatever order the
// origins' entries are interleaved. Pledged, received and in-kind are three figures and are never added.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/facts.h"

namespace mn {

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

struct Tally {
  Sum pledged;              // money, without what was voided
  Sum in_kind;              // goods, by their estimated value: counted apart, never part of `pledged`
  Sum received;             // every payment, attached or not
  Sum received_unattached;  // of those, the donor not identified
  std::map<std::string, Sum> pledged_by_fund;
  std::map<OriginId, Sum> pledged_by_origin;
  std::map<OriginId, Head> heads;
  std::vector<Pledge> pledges;  // in the order they were folded

  // Lookups into `pledges`, and facts that came before the pledge they speak of (their origins' entries may arrive in
  // any order).
  std::unordered_map<EntryRef, std::size_t, IdHash> by_ref;
  std::unordered_map<VisitRef, std::size_t, IdHash> by_visit;
  std::unordered_map<VisitRef, Named, IdHash> names_waiting;
  std::unordered_map<EntryRef, bool, IdHash> voids_waiting;
  std::unordered_map<EntryRef, Money, IdHash> payments_waiting;
  std::map<Digest, Counted> statement_lines;  // which payment counts for a statement's line
};

// Takes the next entry of its origin. Fails with gap when one was skipped, conflict when it does not follow the head,
// corrupt on a body that cannot be read or a sum past 64 bits; the tally is then unchanged. A missing body (withheld,
// erased) is fine.
Done apply(Tally& tally, const Entry& entry);

}  // namespace mn
