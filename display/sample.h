// A show with invented givers, for pictures and for rehearsing the screen without a journal: real entries, sealed with
// a key that is no secret, folded as all others are. Records nothing.
#pragma once

#include <string_view>

#include "display/show.h"

namespace mn {

enum class Sample { start, tally, goal };
std::optional<Sample> read_sample(std::string_view word);

// As it is `now_ms`: a pledge has just come in (tally), or the goal has just been reached (goal).
Show sample_show(Sample sample, const Setting& setting, std::int64_t now_ms);

}  // namespace mn
