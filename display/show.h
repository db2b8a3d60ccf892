// The show: what the display knows and when it learnt it. The number is the fold of the entries, whatever happens; the
// rest is calm. Pure: time is an argument, in milliseconds of one monotonic clock.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/campaign.h"
#include "core/tally.h"
#include "display/counting.h"
#include "display/picture.h"

namespace mn {

inline constexpr std::size_t kCardsMax = 8;        // cards in a picture
inline constexpr std::size_t kLookBackMax = 400;   // pledges looked at to find them: so many in a row may be voided
inline constexpr std::int64_t kCardTurnMs = 1600;  // new cards come at most this often, all at once
inline constexpr std::int64_t kEnteringMs = 800;
inline constexpr std::int64_t kGlowMs = 1500;
inline constexpr std::int64_t kGlowRiseMs = 350;
inline constexpr std::int64_t kQuietMs = 15'000;  // without an arrival, then facts are told
inline constexpr std::int64_t kFactMs = 12'000;   // each
inline constexpr std::int64_t kFactFadeMs = 700;
inline constexpr std::int64_t kCelebrationMs = 14'000;
inline constexpr std::int64_t kDriftMs = 60'000;  // between two small moves of the whole picture

// What entries add up to. Nothing here is about time, so the reader's thread can make one and hand it over whole.
struct Folded {
  Tally tally;
  std::uint64_t position = 0;  // in the journal, of the last entry folded
};

// Takes the next entry. Fails as core's apply does; nothing is changed then.
Done apply(Folded& folded, const Entry& entry, std::uint64_t position);

// Folded entries and the position of the last, as handed over by the reader.
struct Batch {
  std::vector<Entry> entries;  // whole visits: it ends where a run ends
  std::uint64_t position = 0;  // of the last entry
};

struct Show {
  bool known = false;  // the journal was read whole at least once
  Folded folded;
  Counting pledged;
  Counting received;
  std::size_t carded = 0;         // pledges that had come when the cards took their last turn
  std::size_t carded_before = 0;  // … and the turn before
  std::int64_t carded_at_ms = 0;
  std::int64_t arrived_at_ms = 0;
  std::optional<std::int64_t> reached_at_ms;  // the goal, while the hall looked on
};

// Takes a fold of the whole journal. The first is shown as it is, at once: no counting, no celebration. A later one
// (the journal was replaced) is turned to, up or down.
void begin(Show& show, const Campaign& campaign, Folded folded, std::int64_t now_ms);

// Takes new entries; may be called with none, every turn. Fails with the cause of core's apply at the first entry that
// does not fit: what came before it counts, the show stays true, and the journal should be read again from its start.
Done advance(Show& show, const Campaign& campaign, const Batch& batch, std::int64_t now_ms);

// Exactly what is drawn now. Its cost does not grow with the number of pledges.
Picture compose(const Show& show, const Campaign& campaign, Language language, std::int64_t now_ms);

}  // namespace mn
