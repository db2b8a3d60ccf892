// JSON from files and peers, read strictly: what a lenient parser would let pass is refused with its line and column.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

#include "core/result.h"

namespace mn {

inline constexpr int kJsonDepthMax = 32;

// One JSON text (RFC 8259) and nothing after it. Refused with bad_input: syntax errors, invalid UTF-8, a key given
// twice in one object, numbers that are not whole or do not fit a signed 64-bit integer, arrays and objects nested
// deeper than kJsonDepthMax. `what` names the text in the words of a failure: "campaign.json:12:5: the key "goal"
// stands here twice". Columns count characters, from 1. A byte order mark at the very start is skipped.
Result<nlohmann::json> parse_json(std::string_view text, std::string_view what);

}  // namespace mn
