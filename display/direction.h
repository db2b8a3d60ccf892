// The direction of the show: which scene is on, since when, and what comes next. A cue of the staff comes first; then
// the great moments (a milestone, the goal); then, in the quiet minutes, scenes take turns with the tally. Pure; every
// change happens at its own time, however seldom it is asked.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/money.h"
#include "display/milestones.h"
#include "display/scene_rule.h"

namespace mn {

inline constexpr std::int64_t kQuietMs = 15'000;           // without an arrival, then scenes take turns
inline constexpr std::int64_t kTallyTurnMs = 20'000;       // of the tally between two resting scenes
inline constexpr std::int64_t kChangeMs = 700;             // one scene fades into the next
inline constexpr std::int64_t kMilestoneLateMs = 60'000;   // covered by a cue for so long, it is passed over
inline constexpr std::int64_t kBeginsSoonMs = 5 * 60'000;  // the countdown stays on from here

// A milestone or the goal that the hall shall see celebrated.
struct Moment {
  Money threshold;
  bool goal = false;
  std::int64_t at_ms = 0;  // not before
};

// How many pages of a scene the hall has seen, whenever it was on.
struct PagesSeen {
  std::string_view scene;
  std::int64_t pages = 0;
  bool operator==(const PagesSeen&) const = default;
};

struct Direction {
  std::string_view scene = "welcome";
  std::int64_t since_ms = 0;
  std::string_view leaving;  // the scene before
  std::int64_t leaving_since_ms = 0;

  std::string_view cued;                // the staff's scene; "" when the rules choose
  std::optional<std::int64_t> ends_ms;  // when the scene that is on ends by itself
  std::optional<Moment> moment;         // being celebrated
  std::optional<Moment> coming;         // waits for its time, or for a cue to be over
  std::int64_t quiet_since_ms = 0;
  std::size_t next_resting = 0;  // in the table: where to look for the next resting scene

  // Pages go on where the scene left off when it was on before, so that each of them has its turn. One counts as seen
  // when it was on for half of its time.
  std::int64_t page_ms = 0;       // of the scene that is on; 0: it has no pages
  std::int64_t pages_before = 0;  // of the scene that is on, seen before it came
  std::int64_t leaving_pages_before = 0;
  std::vector<PagesSeen> seen;
};

// What direction is taken from, besides its own state.
struct Directed {
  SceneRules scenes;
  Wall wall;
  std::optional<std::int64_t> begins_ms;                           // when the ceremony begins
  std::function<bool(const SceneRule&, std::int64_t now_ms)> has;  // whether a resting scene has anything to show
  std::function<std::int64_t(const SceneRule&, std::int64_t now_ms)> dwell;  // for how long
};

// As it is when the first number is known.
Direction directed(const Directed& given, std::string_view cued, std::int64_t now_ms);

// A cue: a scene of the table, or "" for the rules. A name that is not in the table changes nothing: false.
bool cue(Direction& direction, const Directed& given, std::string_view scene, std::int64_t now_ms);
// A pledge came in.
void arrival(Direction& direction, std::int64_t now_ms);
// A threshold was crossed. The greater of two that wait stays; the goal is the greatest.
void celebrate(Direction& direction, const Moment& moment);
// The total is this now: what waits or is on for a threshold above it is over.
void call_off(Direction& direction, Money total, std::int64_t now_ms);

// The screen was dark between these times: no time passed for it; what was on goes on from where it was.
void absent(Direction& direction, std::int64_t from_ms, std::int64_t to_ms);

// When the scene may change next by itself; nothing: only by what comes in.
std::optional<std::int64_t> next_change_ms(const Direction& direction, const Directed& given);
// Makes the one change that is due at or before `now_ms`, at its own time, which is returned; nothing when none is due.
std::optional<std::int64_t> change_due(Direction& direction, const Directed& given, std::int64_t now_ms);

}  // namespace mn
