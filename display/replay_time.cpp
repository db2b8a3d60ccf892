#include "display/replay_time.h"

#include <fmt/format.h>

namespace mn {
namespace {

constexpr std::int64_t kUsPerMs = 1000;
constexpr std::int64_t kDayMs = 86'400'000;

std::int64_t midnight_ms(const LocalTime& day) {
  LocalTime midnight;
  midnight.year = day.year;
  midnight.month = day.month;
  midnight.day = day.day;
  return utc_us(midnight) / kUsPerMs;
}

}  // namespace

Result<std::int64_t> read_replay_time(std::string_view text, const LocalTime& day) {
  const bool time_alone = text.find('-') == std::string_view::npos && text.find('/') == std::string_view::npos;
  std::string whole = time_alone ? fmt::format("{} {}", date_text(day), text) : std::string(text);
  const Result<LocalTime> read = read_date(whole);
  if (!read || !read->has_time) {
    return Failure{Cause::bad_input,
                   fmt::format("\"{}\" is no time; expected 09:42:10 or 2025-05-29T09:42:10+07:00", text)};
  }
  return utc_us(*read) / kUsPerMs;
}

LocalTime replay_day(const LocalTime& ceremony_on, std::int64_t first_ms, std::int64_t last_ms) {
  const std::int64_t begins_ms = midnight_ms(ceremony_on);
  const bool shown_then = last_ms >= begins_ms && first_ms < begins_ms + kDayMs;
  return shown_then ? ceremony_on : local_time(last_ms * kUsPerMs);
}

}  // namespace mn
