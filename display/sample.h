// A show with invented givers, for pictures and for rehearsing the screen without a journal: real entries, sealed with
// keys that are no secret, folded as all others are. Records nothing.
#pragma once

#include <string>
#include <string_view>

#include "display/show.h"

namespace mn {

// What the invented ceremony needs of a campaign: the welcome has a few minutes to count down, the wall names to page.
Campaign sample_campaign(Campaign campaign, std::string_view scene, std::int64_t now_ms);

// The scenes that can be shown with invented givers: those of the table, and "start".
bool can_sample(std::string_view scene, SceneRules scenes);
std::string sample_names(SceneRules scenes);

// This scene of the table as it begins `now_ms`: cued by a desk, or begun by the rules when a pledge crosses what it
// celebrates. "start": nothing is known yet.
Show sample_show(std::string_view scene, const Setting& setting, std::int64_t now_ms);

}  // namespace mn
