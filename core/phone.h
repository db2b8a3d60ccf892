// Vietnamese telephone numbers as donors type them: checked while they are typed, kept in one form, shown masked.
// Sources: the ministry's numbering plan after the moves of 2017 (area codes) and 2018 (mobile numbers of 11 digits
// became numbers of 10). Knows nothing of whose number it is.
#pragma once

#include <string>
#include <string_view>

#include "core/private_text.h"

namespace mn {

inline constexpr std::size_t kMobileDigits = 10;    // with the leading 0
inline constexpr std::size_t kLandLineDigits = 11;  // with the leading 0

enum class PhoneFault {
  ok,
  empty,
  too_short,     // so far: what is there may still become a number
  wrong_prefix,  // no operator's and no area's
  too_long,
  wrong_sign,  // something else than digits, a leading '+', and spaces . - ( ) between
  old_number,  // a mobile number of 11 digits from before 2018: `offered` is what it has become
};

struct PhoneReading {
  PhoneFault fault = PhoneFault::empty;
  PrivateNumber phone;    // only when ok: digits with the leading 0, "0912345678" or "02053812345"
  PrivateNumber offered;  // only when old_number; offered, never taken automatically
};

// Reads what was typed so far, in any of the forms 0…, +84…, 84…, 0084… (also "+84 (0) 912…").
PhoneReading read_phone(std::string_view typed);

// For people: "0912 345 678", "0205 3812 345", "024 3825 1234". Masked: "0912 ••• 678", "0205 •••• 345".
// `phone` must be one that read_phone gave.
PrivateNumber phone_for_people(std::string_view phone);
std::string phone_masked(std::string_view phone);

}  // namespace mn
