// Bank statements that never were: memos wrapped as four banks wrap them, tables shaped as they shape them, for tests
// and for the demo. Every name and account is invented. The same seed gives the same bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "backend-sync/matching.h"
#include "core/money.h"
#include "core/numbers.h"
#include "core/pledge_code.h"

namespace mn::made_up {

enum class Bank { vietcombank, agribank, vietinbank, bidv };
inline constexpr Bank kBanks[] = {Bank::vietcombank, Bank::agribank, Bank::vietinbank, Bank::bidv};

inline constexpr const char* kAccount = "0010010010019";

// What one payer did, and what a reconciliation must make of it.
struct MadeUpPayment {
  std::string memo;  // as the payer typed it, before the banks
  Money amount;
  LocalTime at;
  std::optional<QueueReason> waits_because;  // nothing: it must match `code`
  PledgeCode code;
};

struct Promise {
  PledgeCode code;
  Money amount;
};

// How people pay what they promised: most in full, some in two parts, some more than they said, a few not at all; and
// among them a mistyped check sign, two codes in one memo, a code written twice, and gifts of people who promised
// nothing. `from` is the day of the first; the last is within four weeks. Sorted by time.
std::vector<MadeUpPayment> made_up_payments(const std::vector<Promise>& promises, const LocalTime& from,
                                            std::uint64_t seed);

// The whole CSV file: heading, header, a row a payment, one row of money out, a totals row where the bank prints one.
std::string make_statement(Bank bank, const std::vector<MadeUpPayment>& payments, std::uint64_t seed);

// A memo as it arrives.
std::string wrapped_memo(Bank bank, const std::string& memo, const LocalTime& at, std::uint64_t seed);

}  // namespace mn::made_up
