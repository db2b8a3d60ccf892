// Times as people say them of a replay: "09:42:10" on the day of the ceremony. Pure.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/numbers.h"
#include "core/result.h"

namespace mn {

// "9:42", "09:42:10" on that day, or any date with a time that read_date takes. UTC in milliseconds. Fails with
// bad_input, and words.
Result<std::int64_t> read_replay_time(std::string_view text, const LocalTime& day);

// The day that is meant by a time alone: the ceremony's when something was shown on it, else that of the last.
LocalTime replay_day(const LocalTime& ceremony_on, std::int64_t first_ms, std::int64_t last_ms);

}  // namespace mn
