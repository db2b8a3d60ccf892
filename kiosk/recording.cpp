#include "kiosk/recording.h"

#include "core/check.h"

namespace mn::kiosk {

std::optional<Kept> kept_of(std::span<const Entry> entries, std::size_t facts) {
  if (facts == 0 || entries.size() != facts) return std::nullopt;
  const Entry& entry = entries.front();
  const Result<Fact> fact = fact_of(entry);
  if (!fact) return std::nullopt;
  if (std::holds_alternative<Called>(*fact) || std::holds_alternative<Answered>(*fact)) {
    return Kept{entry.header.visit, entry.ref(), entry.digest, {}, {}};
  }
  const Pledged* pledged = std::get_if<Pledged>(&*fact);
  if (pledged == nullptr) return std::nullopt;
  return Kept{entry.header.visit, entry.ref(), entry.digest, pledged->code, pledged->amount};
}

Attempt begin_recording() { return {}; }

Attempt after_append(const Attempt& attempt, AppendResult result, std::optional<Kept> kept) {
  MN_CHECK(attempt.next == RecordAction::append, "an append is answered when one was asked for");
  Attempt next = attempt;
  switch (result) {
    case AppendResult::kept:
      MN_CHECK(kept.has_value(), "what is kept can be shown");
      next.kept = std::move(kept);
      next.next = RecordAction::thank;
      return next;
    case AppendResult::refused:
      next.next = RecordAction::rest;
      return next;
    case AppendResult::unknown:
      next.next = RecordAction::reopen;
      return next;
  }
  MN_CHECK(false, "every result is answered");
  return next;
}

Attempt after_reopen(const Attempt& attempt, bool opened) {
  MN_CHECK(attempt.next == RecordAction::reopen, "a reopening is answered when one was asked for");
  Attempt next = attempt;
  next.next = opened ? RecordAction::look_up : RecordAction::rest;
  return next;
}

Attempt after_look_up(const Attempt& attempt, bool looked, std::optional<Kept> kept) {
  MN_CHECK(attempt.next == RecordAction::look_up, "a look is answered when one was asked for");
  Attempt next = attempt;
  if (kept) {
    next.kept = std::move(kept);
    next.next = RecordAction::thank;
  } else if (looked && attempt.attempts < kAppendAttemptsMax) {
    next.attempts = attempt.attempts + 1;
    next.next = RecordAction::append;
  } else {
    next.next = RecordAction::rest;
  }
  return next;
}

}  // namespace mn::kiosk
