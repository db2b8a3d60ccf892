// Making, reading and finding pledge codes. Knows no pledge: whether a code is one of ours, the caller looks up.
#include "core/pledge_code.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"
#include "core/text.h"

namespace mn {
namespace {

constexpr std::size_t kFreeSigns = kCodeLength - 1;
constexpr std::size_t kDigitsMin = 2;
constexpr std::size_t kDigitSigns = 8;  // '2' … '9' come first in kCodeSigns
constexpr std::uint64_t kModulus = kCodeSigns.size();
constexpr std::array<std::uint64_t, kCodeLength> kWeights = {2, 3, 4, 5, 6, 1};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital_or_digit(char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); }

std::size_t value_of(char sign) { return kCodeSigns.find(sign); }

bool all_signs_used(std::string_view six) {
  return std::ranges::all_of(six, [](char c) { return value_of(c) != std::string_view::npos; });
}

bool has_digits_enough(std::string_view six) {
  return std::ranges::count_if(six.substr(0, kFreeSigns), is_digit) >= static_cast<std::ptrdiff_t>(kDigitsMin);
}

std::uint64_t weighted_sum(std::string_view signs) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < signs.size(); ++i) sum += kWeights[i] * value_of(signs[i]);
  return sum;
}

// Wants all_signs_used.
bool check_sign_right(std::string_view six) { return weighted_sum(six) % kModulus == 0; }

CodeFault fault_in(std::string_view six) {
  if (six.size() != kCodeLength) return CodeFault::wrong_length;
  if (!all_signs_used(six)) return CodeFault::sign_not_used;
  if (!has_digits_enough(six)) return CodeFault::too_few_digits;
  return check_sign_right(six) ? CodeFault::none : CodeFault::check_sign_wrong;
}

// kStrings[length][digits]: how many strings of that length hold at least that many digits.
using StringCounts = std::array<std::array<std::uint64_t, kDigitsMin + 1>, kFreeSigns + 1>;
constexpr StringCounts kStrings = [] {
  StringCounts counts{};
  counts[0][0] = 1;
  for (std::size_t length = 1; length <= kFreeSigns; ++length) {
    for (std::size_t digits = 0; digits <= kDigitsMin; ++digits) {
      const std::uint64_t after_digit = counts[length - 1][digits == 0 ? 0 : digits - 1];
      counts[length][digits] = kDigitSigns * after_digit + (kModulus - kDigitSigns) * counts[length - 1][digits];
    }
  }
  return counts;
}();
constexpr std::uint64_t kValidCodes = kStrings[kFreeSigns][kDigitsMin];
static_assert(kValidCodes == 10'999'168);

// Valid codes one sign away from six, or with two signs swapped: neighbours swapped first, the commonest slip of a
// hand.
std::vector<PledgeCode> near_codes(std::string_view six) {
  std::vector<PledgeCode> found;
  const auto offer = [&](const std::string& candidate) {
    const bool known = std::ranges::any_of(found, [&](const PledgeCode& code) { return code.signs == candidate; });
    if (!known && found.size() < kCodeSuggestionsMax && fault_in(candidate) == CodeFault::none)
      found.push_back(PledgeCode{candidate});
  };
  const auto offer_swap = [&](std::size_t i, std::size_t j) {
    std::string candidate(six);
    std::swap(candidate[i], candidate[j]);
    offer(candidate);
  };
  for (std::size_t i = 0; i + 1 < kCodeLength; ++i) offer_swap(i, i + 1);
  for (std::size_t i = 0; i < kCodeLength; ++i) {
    for (const char sign : kCodeSigns) {
      std::string candidate(six);
      candidate[i] = sign;
      offer(candidate);
    }
  }
  for (std::size_t i = 0; i < kCodeLength; ++i) {
    for (std::size_t j = i + 2; j < kCodeLength; ++j) offer_swap(i, j);
  }
  return found;
}

}  // namespace

bool is_valid(const PledgeCode& code) { return fault_in(code.signs) == CodeFault::none; }

PledgeCode make_code(const ByteArray<8>& random) {
  std::uint64_t rank = 0;
  for (const std::uint8_t byte : random) rank = rank << 8 | byte;
  rank %= kValidCodes;  // favours some codes by less than one part in 10^12

  // The rank-th string, in the order of kCodeSigns, among those with digits enough.
  PledgeCode code;
  std::size_t digits = kDigitsMin;
  for (std::size_t left = kFreeSigns; left > 0; --left) {
    for (const char sign : kCodeSigns) {
      const std::size_t still = is_digit(sign) && digits > 0 ? digits - 1 : digits;
      const std::uint64_t here = kStrings[left - 1][still];
      if (rank < here) {
        code.signs.push_back(sign);
        digits = still;
        break;
      }
      rank -= here;
    }
  }
  code.signs.push_back(kCodeSigns[(kModulus - weighted_sum(code.signs) % kModulus) % kModulus]);
  MN_CHECK(is_valid(code), "a code just made must be valid");
  return code;
}

std::string code_text(const PledgeCode& code) { return std::string(kCodePrefix) + code.signs; }

std::string code_for_people(const PledgeCode& code) {
  return std::string(kCodePrefix) + ' ' + code.signs.substr(0, 3) + ' ' + code.signs.substr(3);
}

CodeReading read_code(std::string_view text) {
  std::string typed = fold(text);
  std::erase_if(typed, [](char c) { return c == ' ' || c == '-' || c == '.' || c == '_'; });
  CodeReading reading;
  if (!typed.starts_with(kCodePrefix)) {
    reading.fault = CodeFault::no_prefix;
    if (fault_in(typed) == CodeFault::none) reading.suggestions.push_back(PledgeCode{typed});
    return reading;
  }
  const std::string six = typed.substr(kCodePrefix.size());
  reading.fault = fault_in(six);
  if (reading.fault == CodeFault::none) reading.code = PledgeCode{six};
  if (reading.fault != CodeFault::none && reading.fault != CodeFault::wrong_length)
    reading.suggestions = near_codes(six);
  return reading;
}

CodesInMemo codes_in_memo(std::string_view description) {
  // Banks put spaces and dashes inside words, so the search runs on capitals and digits alone. A code that stands
  // unbroken in the memo is unbroken here too: this one search finds all that a search of the text as it stands would,
  // at the same place, once.
  std::string compact = fold(description);
  std::erase_if(compact, [](char c) { return !is_capital_or_digit(c); });

  CodesInMemo found;
  for (std::size_t at = compact.find(kCodePrefix); at != std::string::npos; at = compact.find(kCodePrefix, at)) {
    at += kCodePrefix.size();
    const std::string six = compact.substr(at, kCodeLength);
    switch (fault_in(six)) {
      case CodeFault::none: {
        const PledgeCode code{six};
        if (std::ranges::find(found.codes, code) == found.codes.end()) {
          found.codes.push_back(code);
        } else {
          found.repeated = true;
        }
        at += kCodeLength;
        break;
      }
      case CodeFault::check_sign_wrong:
      case CodeFault::sign_not_used:
        if (has_digits_enough(six) && std::ranges::find(found.almost, six) == found.almost.end())
          found.almost.push_back(six);
        break;
      case CodeFault::no_prefix:
      case CodeFault::wrong_length:
      case CodeFault::too_few_digits:
        break;
    }
  }
  return found;
}

}  // namespace mn
