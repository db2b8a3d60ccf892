// Vietnamese tax codes (mã số thuế): ten digits of which the last checks the others, and for a branch three more.
// Source: Circular 105/2020/TT-BTC for the form; the check digit as the tax office computes it. The personal number of
// twelve digits is not asked for and not taken: a pledge needs none.
#pragma once

#include <string>
#include <string_view>

#include "core/private_text.h"

namespace mn {

enum class TaxCodeFault {
  ok,
  empty,
  too_short,      // so far: what is there may still become a code
  wrong_check,    // ten digits that the tax office never gave out together: a digit is wrong, or two are swapped
  wrong_branch,   // a branch is 001 to 999
  twelve_digits,  // perhaps a citizen's number, which belongs nowhere near a kiosk
  too_long,
  wrong_sign,  // something else than digits and spaces . - between
};

struct TaxCodeReading {
  TaxCodeFault fault = TaxCodeFault::empty;
  PrivateNumber tax_code;  // only when ok: "4900234569" or "0314409058-002"
};

// Reads what was typed so far.
TaxCodeReading read_tax_code(std::string_view typed);

// "4900•••569", "0314•••058-002". `tax_code` must be one that read_tax_code gave.
std::string tax_code_masked(std::string_view tax_code);

}  // namespace mn
