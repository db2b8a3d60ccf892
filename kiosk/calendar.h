// The days on which a donor may promise to transfer, and the month in which they are shown. Pure: today comes in.
#pragma once

#include <cstdint>

#include "core/campaign.h"

namespace mn::kiosk {

struct PayDays {
  LocalTime first;
  LocalTime last;
};
// From today to the campaign's last day; when that has passed (or a clock is wrong), to a month from today.
PayDays pay_days(const Campaign& campaign, std::int64_t utc_us);

// A day that exists, among these.
bool is_pay_day(const PayDays& days, const LocalTime& day);

// Calendar months from the one of `first` to the one of `last`.
int months_between(const LocalTime& first, const LocalTime& last);

struct Month {
  int year = 0;
  int month = 1;          // 1..12
  int days = 31;          // in it
  int first_weekday = 0;  // of its first day, Monday is 0
};
// The month that lies `after` months behind the one of `day`.
Month month_after(const LocalTime& day, int after);

}  // namespace mn::kiosk
