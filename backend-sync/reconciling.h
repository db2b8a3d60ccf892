// Reconciliation: what a statement means for the pledges we know, and which `paid` entries follow from it. Pure: it is
// given a tally and a statement, and appends nothing itself.
#pragma once

#include <map>
#include <vector>

#include "backend-sync/matching.h"
#include "backend-sync/statement.h"
#include "core/facts.h"
#include "core/tally.h"

namespace mn {

enum class Decision {
  matched,   // belongs to a pledge: a `paid` entry follows
  accepted,  // no code at all, and the accountant takes it as money of an unidentified donor: a `paid` entry follows
  already_imported,  // this line of this account is in the journal
  queued,            // a person must look at it; nothing is appended
};

struct Reconciled {
  StatementLine line;
  Decision decision{};
  MemoMatch verdict;      // for matched and queued
  Money received_before;  // of the pledge, for matched
  Money received_after;
  PledgeState state_after = PledgeState::pending;
};

struct Reconciliation {
  std::vector<Reconciled> lines;  // one for each of the statement's, in its order
  Sum total;                      // money in
  Sum matched;
  Sum accepted;
  Sum already_imported;
  Sum queued;
  std::map<QueueReason, Sum> queued_by_reason;
  std::vector<Paid> to_append;
};

// `tally` is the fold of the fund's whole journal and must outlive the answer. With accept_unidentified, lines without
// any code become payments without a pledge; lines with a doubtful code never do. Fails with bad_input when what was
// received before and this statement together pass 64 bits.
Result<Reconciliation> reconcile(const Tally& tally, const Statement& statement, bool accept_unidentified);

// total = matched + accepted + already imported + queued, to the đồng and to the line, each counted on its own road.
bool identity_holds(const Reconciliation& reconciliation, const Statement& statement);

// The facts to append, in groups that fit one append each.
std::vector<std::vector<Fact>> appends_of(const std::vector<Paid>& payments);

}  // namespace mn
