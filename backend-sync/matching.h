// Matching: which pledge a payment belongs to, by the pledge code in its memo and by nothing else. Pure. The rules and
// their reasons are in docs/reconciliation.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/tally.h"

namespace mn {

inline constexpr std::size_t kSuggestionsMax = 5;

// Why a person must look at a payment.
enum class QueueReason {
  no_code,
  several_codes,
  code_repeated,
  check_sign_wrong,  // or a sign that codes never hold: O 0 I 1 L
  code_unknown,
  code_on_two_pledges,  // two kiosks drew the same
  pledge_voided,
};
inline constexpr QueueReason kQueueReasons[] = {QueueReason::no_code,       QueueReason::several_codes,
                                                QueueReason::code_repeated, QueueReason::check_sign_wrong,
                                                QueueReason::code_unknown,  QueueReason::code_on_two_pledges,
                                                QueueReason::pledge_voided};

// The pledges of a tally by their codes. Holds places in tally.pledges, so it lives no longer than that tally does.
struct PledgeBook {
  const Tally* tally = nullptr;
  std::unordered_map<std::string, std::vector<std::size_t>> by_signs;
};
PledgeBook pledge_book(const Tally& tally);

// Either a pledge, or a reason.
struct MemoMatch {
  const Pledge* pledge = nullptr;
  std::optional<QueueReason> reason;
  std::vector<PledgeCode> codes;        // valid ones that the memo holds
  std::vector<PledgeCode> suggestions;  // of pledges that we know, at most kSuggestionsMax: offered, never taken
};

// Matched only when the memo holds exactly one valid code, once, and it is the code of exactly one pledge that was not
// voided. A second, mistyped code that is close to a known one makes it several. The sum and the payer's name decide
// nothing: every fourth row of a large bank shares both with another row.
MemoMatch match(const PledgeBook& book, std::string_view description);

}  // namespace mn
