// Amounts and dates as text: the forms people read, and the forms banks write. Never guesses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/money.h"
#include "core/result.h"

namespace mn {

// "1.005.021.115": dot groups, as on every form in Vietnam. Negative with a leading '-'.
std::string grouped(Money amount);
// "1.005.021.115 đồng"
std::string grouped_dong(Money amount);
// For a wall, short and exact: "500 nghìn", "5 triệu", "1,5 tỷ", "1.105 tỷ"; at most two decimals, and none with nghìn.
// When no short form is exact, as grouped().
std::string short_amount(Money amount);

// Reads an amount as bank statements write it (table and grammar in docs/statements.md): "1.000.000,00", "(150,000)",
// "1E+06", "500.000 ₫". Whole đồng only. Fails with bad_input, and words that name the text, on anything ambiguous
// ("1.00", "10,50", "1,00,000"), and on what does not fit 64 bits.
Result<Money> read_amount(std::string_view text);

// A day and a time of day in Vietnam (UTC+7, no daylight saving).
struct LocalTime {
  int year = 0, month = 0, day = 0;
  int hour = 0, minute = 0, second = 0;
  bool has_time = false;
  auto operator<=>(const LocalTime&) const = default;
};

// Reads "dd/MM/yyyy[ HH:mm[:ss]]", "d/M/yyyy H:mm:ss", "dd-MM-yyyy", "yyyy-MM-dd[ HH:mm:ss]" (also as iso_date_time
// writes it) and Excel serials of five digits (25569 = 1970-01-01; a fraction is the time of day, to the nearest
// second). Day before month, always: 05/06/2025 is 5 June. Only days that exist, from 1900 to 9999.
Result<LocalTime> read_date(std::string_view text);

// "29/05/2025", "29/05/2025 08:15:00"; ISO "2025-05-29", "2025-05-29T08:15:00+07:00".
std::string date_text(const LocalTime& time);
std::string date_time_text(const LocalTime& time);
std::string iso_date(const LocalTime& time);
std::string iso_date_time(const LocalTime& time);

// Microseconds since 1970 UTC ⇄ Vietnamese local time, whole seconds, rounded down. Clocks beyond the years 1 and 9999
// are taken for those years' ends.
LocalTime local_time(std::int64_t utc_us);
std::int64_t utc_us(const LocalTime& time);
// "2025-05-29T01:15:00.123456Z"
std::string utc_text(std::int64_t utc_us);

}  // namespace mn
