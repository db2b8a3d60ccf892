// Reconciliation in words: reasons, faults and states as the fund's staff read them, in Vietnamese or English. Pure.
#pragma once

#include <string_view>

#include "backend-sync/matching.h"
#include "backend-sync/reconciling.h"
#include "backend-sync/statement.h"
#include "core/words.h"

namespace mn {

// For people. Those that stand in the strings of the screens (recon.*) are the same words.
std::string_view reason_words(QueueReason reason, Language language);
std::string_view decision_words(Decision decision, Language language);
std::string_view state_words(PledgeState state, Language language);

struct FaultWords {
  std::string_view what;      // what is wrong
  std::string_view expected;  // what should stand there, or what to do
};
FaultWords fault_words(FaultKind kind, Language language);

// For scripts: "no_code", "date_unreadable".
std::string_view reason_text(QueueReason reason);
std::string_view fault_text(FaultKind kind);

}  // namespace mn
