#include "kiosk/calendar.h"

#include <chrono>

namespace mn::kiosk {
namespace {

constexpr std::int64_t kDayUs = 86'400'000'000;
constexpr std::int64_t kGraceDays = 30;

LocalTime day_of(const LocalTime& time) { return {time.year, time.month, time.day}; }

}  // namespace

PayDays pay_days(const Campaign& campaign, std::int64_t utc_us) {
  PayDays days{day_of(local_time(utc_us)), day_of(campaign.pay_by)};
  if (days.last < days.first) days.last = day_of(local_time(utc_us + kGraceDays * kDayUs));
  return days;
}

bool is_pay_day(const PayDays& days, const LocalTime& day) {
  const bool exists =
      day == day_of(day) && day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= month_after(day, 0).days;
  return exists && !(day < days.first) && !(days.last < day);
}

int months_between(const LocalTime& first, const LocalTime& last) {
  return (last.year - first.year) * 12 + last.month - first.month;
}

Month month_after(const LocalTime& day, int after) {
  using namespace std::chrono;
  const year_month shown = year_month{year{day.year}, month{static_cast<unsigned>(day.month)}} + months{after};
  const weekday first{sys_days{shown / 1}};
  Month out;
  out.year = static_cast<int>(shown.year());
  out.month = static_cast<int>(static_cast<unsigned>(shown.month()));
  out.days = static_cast<int>(static_cast<unsigned>((shown / last).day()));
  out.first_weekday = static_cast<int>(first.iso_encoding()) - 1;
  return out;
}

}  // namespace mn::kiosk
