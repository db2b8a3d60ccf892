// One pass over the statement's lines; sums are kept as the lines are decided, and checked against the statement's own.
#include "backend-sync/reconciling.h"

#include <set>
#include <unordered_map>

#include "core/check.h"

namespace mn {
namespace {

// A part of the statement's sum, which was checked to fit when it was read.
void count(Sum& sum, Money amount) {
  const std::optional<Money> next = add(sum.amount, amount);
  MN_CHECK(next.has_value(), "a part of a sum that fits must fit");
  sum.amount = *next;
  ++sum.count;
}

Paid paid_for(const StatementLine& line, const Pledge* pledge) {
  Paid paid;
  if (pledge != nullptr) paid.pledge = pledge->ref;
  paid.amount = line.amount;
  paid.booked_at = line.booked_at.has_time ? iso_date_time(line.booked_at) : iso_date(line.booked_at);
  paid.statement_line = line.key;
  paid.bank_reference = line.reference;
  return paid;
}

struct Books {
  PledgeBook pledges;
  std::unordered_map<EntryRef, Money, IdHash> received;  // in this statement, before the line at hand
};

void take_match(Books& books, Reconciled& out) {
  const Pledge& pledge = *out.verdict.pledge;
  Money& here = books.received[pledge.ref];
  out.received_before = Money{pledge.received.dong + here.dong};
  out.received_after = Money{out.received_before.dong + out.line.amount.dong};
  here = Money{here.dong + out.line.amount.dong};
  Pledge then = pledge;
  then.received = out.received_after;
  out.state_after = state_of(then);
}

}  // namespace

Result<Reconciliation> reconcile(const Tally& tally, const Statement& statement, bool accept_unidentified) {
  // Every sum below is a part of this one.
  if (!add(tally.received.amount, statement.credit_total)) {
    return Failure{Cause::bad_input, "what was received before and this statement together do not fit 64 bits"};
  }
  Reconciliation out;
  Books books{pledge_book(tally), {}};
  for (const StatementLine& line : statement.lines) {
    Reconciled reconciled;
    reconciled.line = line;
    count(out.total, line.amount);
    if (tally.statement_lines.contains(line.key)) {
      reconciled.decision = Decision::already_imported;
      count(out.already_imported, line.amount);
      out.lines.push_back(std::move(reconciled));
      continue;
    }
    reconciled.verdict = match(books.pledges, line.description);
    if (reconciled.verdict.pledge != nullptr) {
      take_match(books, reconciled);
      reconciled.decision = Decision::matched;
      count(out.matched, line.amount);
      out.to_append.push_back(paid_for(line, reconciled.verdict.pledge));
    } else if (accept_unidentified && reconciled.verdict.reason == QueueReason::no_code) {
      reconciled.decision = Decision::accepted;
      count(out.accepted, line.amount);
      out.to_append.push_back(paid_for(line, nullptr));
    } else {
      reconciled.decision = Decision::queued;
      count(out.queued, line.amount);
      count(out.queued_by_reason[*reconciled.verdict.reason], line.amount);
    }
    out.lines.push_back(std::move(reconciled));
  }
  return out;
}

bool identity_holds(const Reconciliation& reconciliation, const Statement& statement) {
  const auto together = [](std::initializer_list<Sum> parts) {
    Sum sum;
    for (const Sum& part : parts) {
      sum.count += part.count;
      sum.amount = Money{sum.amount.dong + part.amount.dong};
    }
    return sum;
  };
  Sum appended;
  std::set<Digest> keys;
  for (const Paid& paid : reconciliation.to_append) {
    count(appended, paid.amount);
    keys.insert(paid.statement_line);
  }
  Sum reasons;
  for (const auto& [reason, sum] : reconciliation.queued_by_reason) reasons = together({reasons, sum});
  const Sum stated{static_cast<std::int64_t>(statement.lines.size()), statement.credit_total};
  return together({reconciliation.matched, reconciliation.accepted, reconciliation.already_imported,
                   reconciliation.queued}) == stated &&
         reconciliation.total == stated && together({reconciliation.matched, reconciliation.accepted}) == appended &&
         reasons == reconciliation.queued && keys.size() == reconciliation.to_append.size();
}

std::vector<std::vector<Fact>> appends_of(const std::vector<Paid>& payments) {
  std::vector<std::vector<Fact>> appends;
  for (const Paid& paid : payments) {
    if (appends.empty() || appends.back().size() == kAppendEntriesMax) appends.emplace_back();
    appends.back().emplace_back(paid);
  }
  return appends;
}

}  // namespace mn
