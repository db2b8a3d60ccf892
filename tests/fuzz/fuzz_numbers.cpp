// Whatever read_amount and read_date take, they take again in the form that we write.
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/check.h"
#include "core/numbers.h"
#include "core/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto amount = mn::read_amount(text); amount.ok()) {
    const auto again = mn::read_amount(mn::grouped_dong(*amount));
    MN_CHECK(again.ok() && *again == *amount, "an amount comes back from its text");
  } else {
    MN_CHECK(!mn::first_invalid_utf8(amount.failure().words), "words can be shown");
  }
  if (const auto time = mn::read_date(text); time.ok()) {
    const auto again = mn::read_date(time->has_time ? mn::date_time_text(*time) : mn::date_text(*time));
    MN_CHECK(again.ok() && *again == *time, "a date comes back from its text");
  } else {
    MN_CHECK(!mn::first_invalid_utf8(time.failure().words), "words can be shown");
  }
  return 0;
}
