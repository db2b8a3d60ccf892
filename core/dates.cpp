// The dates of numbers.h: what statements write, and what papers show. Vietnam is seven hours ahead of UTC all year.
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <optional>

#include <fmt/format.h>

#include "core/figures.h"
#include "core/numbers.h"

namespace mn {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t kSecondsADay = 86'400;
constexpr std::int64_t kMicroseconds = 1'000'000;
constexpr std::int64_t kAhead = 7 * 3'600;
constexpr int kExcelEpoch = 25'569;  // the serial of 1970-01-01

constexpr std::int64_t first_second(int year) {
  return sys_days{std::chrono::year{year} / 1 / 1}.time_since_epoch().count() * kSecondsADay;
}

// What is left of a text being read; every take_… moves past what it took, or leaves the text as it was.
struct Reader {
  std::string_view rest;

  std::optional<int> take_number(std::size_t digits_least, std::size_t digits_most) {
    std::size_t size = 0;
    while (size < rest.size() && rest[size] >= '0' && rest[size] <= '9') ++size;
    if (size < digits_least || size > digits_most) return std::nullopt;
    int value = 0;
    std::from_chars(rest.data(), rest.data() + size, value);
    rest.remove_prefix(size);
    return value;
  }
  bool take(char sign) {
    if (!rest.starts_with(sign)) return false;
    rest.remove_prefix(1);
    return true;
  }
};

bool exists(const LocalTime& time) {
  const year_month_day day{std::chrono::year{time.year}, std::chrono::month{static_cast<unsigned>(time.month)},
                           std::chrono::day{static_cast<unsigned>(time.day)}};
  return day.ok() && time.year >= 1900 && time.year <= 9999 && time.hour < 24 && time.minute < 60 && time.second < 60;
}

LocalTime from_local_seconds(std::int64_t seconds) {
  std::int64_t day_number = seconds / kSecondsADay;
  std::int64_t second_of_day = seconds % kSecondsADay;
  if (second_of_day < 0) {
    second_of_day += kSecondsADay;
    --day_number;
  }
  const year_month_day day{sys_days{days{day_number}}};
  LocalTime time;
  time.year = static_cast<int>(day.year());
  time.month = static_cast<int>(static_cast<unsigned>(day.month()));
  time.day = static_cast<int>(static_cast<unsigned>(day.day()));
  time.hour = static_cast<int>(second_of_day / 3'600);
  time.minute = static_cast<int>(second_of_day / 60 % 60);
  time.second = static_cast<int>(second_of_day % 60);
  time.has_time = true;
  return time;
}

// Whole seconds since 1970 UTC, rounded down, and the microseconds left over; within the years 1 to 9999 of Vietnam.
struct Instant {
  std::int64_t seconds;
  std::int64_t us;
};
Instant instant(std::int64_t utc_us) {
  const std::int64_t least = (first_second(1) - kAhead) * kMicroseconds;
  const std::int64_t most = (first_second(10'000) - kAhead) * kMicroseconds - 1;
  const std::int64_t clamped = std::clamp(utc_us, least, most);
  Instant at{clamped / kMicroseconds, clamped % kMicroseconds};
  if (at.us < 0) {
    at.us += kMicroseconds;
    --at.seconds;
  }
  return at;
}

// "[ T]H:mm[:ss][+07:00]"
bool read_time_of_day(Reader& reader, LocalTime& time) {
  if (!reader.take(' ') && !reader.take('T')) return false;
  while (reader.take(' ')) {
  }
  const auto hour = reader.take_number(1, 2);
  if (!hour || !reader.take(':')) return false;
  const auto minute = reader.take_number(2, 2);
  if (!minute) return false;
  std::optional<int> second = 0;
  if (reader.take(':')) second = reader.take_number(2, 2);
  if (!second) return false;
  if (reader.rest == "+07:00") reader.rest = {};
  time.hour = *hour;
  time.minute = *minute;
  time.second = *second;
  time.has_time = true;
  return true;
}

std::optional<LocalTime> read_calendar(std::string_view text) {
  Reader reader{text};
  LocalTime time;
  if (const auto year = reader.take_number(4, 4)) {
    if (!reader.take('-')) return std::nullopt;
    const auto month = reader.take_number(2, 2);
    if (!month || !reader.take('-')) return std::nullopt;
    const auto day = reader.take_number(2, 2);
    if (!day) return std::nullopt;
    time.year = *year, time.month = *month, time.day = *day;
  } else {
    const auto day = reader.take_number(1, 2);
    const char separator = reader.rest.starts_with('-') ? '-' : '/';
    if (!day || !reader.take(separator)) return std::nullopt;
    const auto month = reader.take_number(1, 2);
    if (!month || !reader.take(separator)) return std::nullopt;
    const auto year_after = reader.take_number(4, 4);
    if (!year_after) return std::nullopt;
    time.year = *year_after, time.month = *month, time.day = *day;
  }
  if (!reader.rest.empty() && !read_time_of_day(reader, time)) return std::nullopt;
  if (!reader.rest.empty() || !exists(time)) return std::nullopt;
  return time;
}

// "45806", "45806.34375": days since 1899-12-30. Fewer or more digits could be anything else.
std::optional<LocalTime> read_serial(std::string_view text) {
  Reader reader{text};
  const auto serial = reader.take_number(5, 5);
  if (!serial || *serial < 10'000) return std::nullopt;
  std::int64_t second_of_day = 0;
  bool has_time = false;
  if (reader.take('.') || reader.take(',')) {
    if (reader.rest.empty() || reader.rest.find_first_not_of("0123456789") != std::string_view::npos)
      return std::nullopt;
    // Twelve decimals of a day are far finer than a second, and keep the product in 64 bits.
    std::int64_t fraction = 0;
    for (std::size_t i = 0; i < 12; ++i) fraction = fraction * 10 + (i < reader.rest.size() ? reader.rest[i] - '0' : 0);
    has_time = fraction != 0;
    second_of_day = (fraction * kSecondsADay + 500'000'000'000) / 1'000'000'000'000;
  } else if (!reader.rest.empty()) {
    return std::nullopt;
  }
  LocalTime time = from_local_seconds((*serial - kExcelEpoch) * kSecondsADay + second_of_day);
  time.has_time = has_time;
  return time;
}

}  // namespace

Result<LocalTime> read_date(std::string_view text) {
  if (const std::optional<std::string> plain = plain_figures(text)) {
    if (const auto time = read_calendar(*plain)) return *time;
    if (const auto time = read_serial(*plain)) return *time;
  }
  return Failure{Cause::bad_input, fmt::format("not a date (day/month/year): \"{}\"", shown_in_words(text))};
}

std::string date_text(const LocalTime& time) {
  return fmt::format("{:02}/{:02}/{:04}", time.day, time.month, time.year);
}

std::string date_time_text(const LocalTime& time) {
  return fmt::format("{} {:02}:{:02}:{:02}", date_text(time), time.hour, time.minute, time.second);
}

std::string iso_date(const LocalTime& time) {
  return fmt::format("{:04}-{:02}-{:02}", time.year, time.month, time.day);
}

std::string iso_date_time(const LocalTime& time) {
  return fmt::format("{}T{:02}:{:02}:{:02}+07:00", iso_date(time), time.hour, time.minute, time.second);
}

LocalTime local_time(std::int64_t utc_us) { return from_local_seconds(instant(utc_us).seconds + kAhead); }

std::int64_t utc_us(const LocalTime& time) {
  const sys_days day{year_month_day{std::chrono::year{time.year}, std::chrono::month{static_cast<unsigned>(time.month)},
                                    std::chrono::day{static_cast<unsigned>(time.day)}}};
  const std::int64_t seconds =
      day.time_since_epoch().count() * kSecondsADay + time.hour * 3'600 + time.minute * 60 + time.second;
  return (seconds - kAhead) * kMicroseconds;
}

std::string utc_text(std::int64_t utc_us) {
  const Instant at = instant(utc_us);
  const LocalTime time = from_local_seconds(at.seconds);
  return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", iso_date(time), time.hour, time.minute, time.second, at.us);
}

}  // namespace mn
