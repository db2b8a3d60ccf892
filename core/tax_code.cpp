#include "core/tax_code.h"

#include <array>

#include "core/check.h"

namespace mn {
namespace {

constexpr std::size_t kDigits = 10;
constexpr std::size_t kCitizenDigits = 12;
constexpr std::size_t kBranchDigits = 13;

// The tenth digit is 10 less the weighted sum's remainder by 11. A remainder of 0 would ask for the digit "10": such
// numbers are never given out, so neither a 0 nor a 10 may be made of it.
bool check_digit_holds(std::string_view digits) {
  constexpr std::array<int, kDigits - 1> kWeights = {31, 29, 23, 19, 17, 13, 7, 5, 3};
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += kWeights[i] * (digits[i] - '0');
  return digits[kDigits - 1] - '0' == 10 - sum % 11;
}

}  // namespace

TaxCodeReading read_tax_code(std::string_view typed) {
  const auto fault = [](TaxCodeFault what) { return TaxCodeReading{what, {}}; };
  PrivateNumber kept;
  bool has_dash = false;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const char sign = typed[i];
    if (sign >= '0' && sign <= '9') {
      if (kept.size() <= kBranchDigits) kept.append(typed.substr(i, 1));
    } else if (sign == '-') {
      has_dash = true;
    } else if (sign != ' ' && sign != '.') {
      return fault(TaxCodeFault::wrong_sign);
    }
  }
  const std::string_view digits = kept.view();
  if (digits.empty()) return fault(TaxCodeFault::empty);
  if (digits.size() < kDigits) return fault(TaxCodeFault::too_short);
  if (digits.size() > kBranchDigits) return fault(TaxCodeFault::too_long);
  if (digits.size() == kCitizenDigits && !has_dash) return fault(TaxCodeFault::twelve_digits);
  if (!check_digit_holds(digits)) return fault(TaxCodeFault::wrong_check);
  const bool branch_follows = has_dash || digits.size() > kDigits;
  if (!branch_follows) return {TaxCodeFault::ok, kept};
  if (digits.size() < kBranchDigits) return fault(TaxCodeFault::too_short);
  if (digits.ends_with("000")) return fault(TaxCodeFault::wrong_branch);
  TaxCodeReading branch{TaxCodeFault::ok, PrivateNumber(digits.substr(0, kDigits))};
  branch.tax_code.append("-");
  branch.tax_code.append(digits.substr(kDigits));
  return branch;
}

std::string tax_code_masked(std::string_view tax_code) {
  MN_CHECK(read_tax_code(tax_code).fault == TaxCodeFault::ok, "a tax code that is shown was read before");
  return std::string(tax_code.substr(0, 4)) + "•••" + std::string(tax_code.substr(7));
}

}  // namespace mn
