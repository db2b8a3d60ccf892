// What the campaign file says about the hall's big screen: its block `screen`, every key of which may be left out. The
// keys are described in docs/campaign-file.md.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/money.h"
#include "core/numbers.h"
#include "core/wording.h"

namespace mn {

// The figure that stands large; the other stands beside it.
enum class Lead { pledged, received };

// When the hall may read a name: at once; invited guests' at once and others' after release; none before release.
enum class ScreeningPolicy { all, invited, released };

// Which cards wait for the MC to call the giver. The money counts at once, whatever is chosen here.
enum class AnnouncingPolicy { at_once, invited_on_cue, all_on_cue };

struct ScreenSettings {
  Lead leads = Lead::pledged;
  bool in_words = true;  // the amount in words, under the number
  ScreeningPolicy screening = ScreeningPolicy::all;
  AnnouncingPolicy announcing = AnnouncingPolicy::at_once;
  bool rank_by_amount = false;              // neutral order otherwise
  std::vector<Money> milestones = {};       // ascending; at most 20
  std::vector<Money> tiers = {};            // ascending; 0 to 3: from here on a gift's card is a size larger
  std::optional<LocalTime> begins_at = {};  // date and time of day: what the countdown runs to
  std::int64_t stale_after_s = 600;         // without news from the hub: from then on a discreet mark says so
  int volume_percent = 60;                  // 0: silent
  std::vector<Wording> wishes = {};         // what children wished for; never a name
};

}  // namespace mn
