// The show: what the display knows and when it learnt it. The numbers are the fold of the entries, whatever happens;
// the rest is calm. Pure: time is an argument, UTC in milliseconds, and everything is a function of the entries, the
// times they were taken at, and now; never of how often it is asked.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/campaign.h"
#include "display/announcing.h"
#include "display/counting.h"
#include "display/direction.h"
#include "display/folded.h"
#include "display/milestones.h"
#include "display/picture.h"
#include "display/wall_index.h"

namespace mn {

inline constexpr std::int64_t kEnteringMs = 700;  // a card comes in
inline constexpr std::int64_t kLeavingMs = 500;   // and goes
inline constexpr std::int64_t kGlowMs = 1500;     // the light behind the number after a card came in
inline constexpr std::int64_t kGlowRiseMs = 350;
inline constexpr std::int64_t kFactMs = 12'000;  // each fact in the foot, in quiet minutes
inline constexpr std::int64_t kFactFadeMs = 700;
inline constexpr std::int64_t kDriftMs = 60'000;  // between two small moves of the whole picture

// What a show is given for: one campaign, the scenes there are, the wall it is on.
struct Setting {
  const Campaign& campaign;
  SceneRules scenes;
  Wall wall;
};

// Folded entries and the position of the last, as handed over by the reader.
struct Batch {
  std::vector<Entry> entries;  // whole visits: it ends where a run ends
  std::uint64_t position = 0;  // of the last entry; those before it stand right before it
};

struct Show {
  bool known = false;  // the journal was read whole at least once
  Folded folded;
  Counting pledged;
  Counting received;
  Announcing announcing;
  Milestones milestones;
  Direction direction;
  WallIndex wall;
  std::int64_t arrived_at_ms = 0;                 // the last pledge
  std::int64_t fresh_at_ms = 0;                   // the copy was up to date then
  std::optional<std::uint64_t> checked_position;  // the frozen figures, found again by reading the journal anew
  bool covered = false;                           // by the operator at this screen: safe is on, whatever else is
};

// Takes a fold of the whole journal. The first is shown as it is, at once: no counting, no celebration. A later one
// (the journal was replaced) is turned to, up or down.
void begin(Show& show, const Setting& setting, Folded folded, std::int64_t now_ms);

// Takes new entries; may be called with none, every turn. Fails with the cause of core's apply at the first entry that
// does not fit: what came before it counts, the show stays true, and the journal should be read again from its start.
Done advance(Show& show, const Setting& setting, const Batch& batch, std::int64_t now_ms);

// Sorts the whole wall of gratitude at once (about 3 µs a pledge), for a replay that jumps: a running show sorts
// kWallKeysATurn a turn, so that a large journal does not hold up its first picture.
void sort_wall(Show& show, const Setting& setting);

// The program was not running in between: what had not begun to be announced by then still waits.
void absent(Show& show, const Setting& setting, std::int64_t from_ms, std::int64_t to_ms);

// The wall is of another size now: setting.wall.
void resize(Show& show, const Setting& setting, std::int64_t now_ms);

// The operator at this screen covers it at once with the scene "safe", or lets it go on; announcements wait meanwhile.
void cover(Show& show, const Setting& setting, bool covered, std::int64_t now_ms);

// The reader knows that its copy held everything at that time.
void refresh(Show& show, std::int64_t fresh_at_ms);
// A second reading of the journal up to the frozen position, from its start and with every signature, gave these
// figures. False when they are not the frozen ones: the screen then claims nothing.
bool check(Show& show, const Frozen& found);

// Exactly what is drawn now. Its cost does not grow with the number of pledges.
Picture compose(const Show& show, const Setting& setting, Language language, std::int64_t now_ms);

// What the direction of this show is taken from. Valid while show and setting stand.
Directed directed_by(const Show& show, const Setting& setting);

// The figure that the campaign lets lead.
const Counting& leading(const Show& show, const Campaign& campaign);
// By the campaign's gift sizes. Goods by their estimated value.
Tier tier_of(const Campaign& campaign, const Pledge& pledge);
// How many cards fit beside each other on such a wall.
int card_lanes(const Wall& wall);

}  // namespace mn
