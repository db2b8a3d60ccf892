// The rule of append, the same for every backend: what becomes of a run, given what the journal has. Pure.
#pragma once

#include <functional>

#include "journal/journal.h"

namespace mn {

// A run that no journal may be handed: empty, too long, of another campaign, not consecutive or chained, its last entry
// not signed. Fails with bad_input or refused. The signature itself was checked by check_run.
Done check_append(const CampaignId& campaign, std::span<const Run> runs);

struct AppendPlan {
  Outcome outcome{};
  std::size_t first_new = 0;  // when appended: the run's entries from here on are to be kept
};

// `head`: what the journal has of the run's origin. `digest_at`: the digest kept under a seq that is not beyond the
// head.
Result<AppendPlan> plan_append(const Run& run, const Head& head, const std::function<Result<Digest>(Seq)>& digest_at);

}  // namespace mn
