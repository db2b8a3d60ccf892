// The pledge code: what a donor writes in the transfer memo so that the money finds its pledge.
// QBTTE + 5 signs + 1 check sign, signs from 23456789ABCDEFGHJKMNPQRSTUVWXYZ (31; no 0 O 1 I L). At least two of the
// five are digits, so that no Vietnamese word after "QBTTE" in a memo can look like a code. The check sign makes the
// weighted sum 2·v1 + 3·v2 + 4·v3 + 5·v4 + 6·v5 + 1·v6 divisible by 31 (a prime, weights distinct): every single wrong
// sign and every swap of two signs is caught. Source: ours; documented in docs/pledge-code.md.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/bytes.h"

namespace mn {

inline constexpr std::string_view kCodePrefix = "QBTTE";
inline constexpr std::string_view kCodeSigns = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
inline constexpr std::size_t kCodeLength = 6;  // check sign included, prefix not
inline constexpr std::size_t kCodeSuggestionsMax = 8;

struct PledgeCode {
  std::string signs;  // exactly kCodeLength, check sign included, upper case
  auto operator<=>(const PledgeCode&) const = default;
};

// Six used signs, two digits among the first five, check sign right.
bool is_valid(const PledgeCode& code);

// A valid code from 8 random bytes: the same bytes give the same code. Uniform over all 10,999,168 valid codes as far
// as 64 bits allow.
PledgeCode make_code(const ByteArray<8>& random);

// For machines and memos: "QBTTE7K3M9P". For people: "QBTTE 7K3 M9P".
std::string code_text(const PledgeCode& code);
std::string code_for_people(const PledgeCode& code);

enum class CodeFault { none, no_prefix, wrong_length, sign_not_used, too_few_digits, check_sign_wrong };
struct CodeReading {
  std::optional<PledgeCode> code;  // only when fault == none
  CodeFault fault = CodeFault::none;
  std::vector<PledgeCode> suggestions;  // valid codes one sign or one swap away, at most kCodeSuggestionsMax; offered,
                                        // never taken automatically
};
// Reads what a person typed: case, marks, spaces, dots and dashes do not matter. Six right signs without the prefix are
// no_prefix, with the code they would be as the suggestion.
CodeReading read_code(std::string_view text);

// What a memo says, by the matching rules of docs/pledge-code.md.
struct CodesInMemo {
  std::vector<PledgeCode> codes;  // valid codes found, each once, in order
  bool repeated = false;          // one code stands there more than once
  std::vector<std::string>
      almost;  // the six signs after a prefix that fail only by check sign or an unused sign (O 0 I 1 L); each once
};
CodesInMemo codes_in_memo(std::string_view description);

}  // namespace mn
