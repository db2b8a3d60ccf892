#include "display/direction.h"

#include <algorithm>
#include <utility>

namespace mn {
namespace {

constexpr std::string_view kTally = "tally";
constexpr std::string_view kWelcome = "welcome";
constexpr std::string_view kMilestone = "milestone";
constexpr std::string_view kGoal = "goal";

// The stay of the scene that is on is over at `now_ms`: its pages are counted.
void count_pages(Direction& direction, std::int64_t now_ms) {
  if (direction.page_ms <= 0) return;
  const std::int64_t pages = (now_ms - direction.since_ms + direction.page_ms / 2) / direction.page_ms;
  const auto of_it = [&](const PagesSeen& seen) { return seen.scene == direction.scene; };
  const auto found = std::find_if(direction.seen.begin(), direction.seen.end(), of_it);
  if (found != direction.seen.end()) {
    found->pages += pages;
  } else {
    direction.seen.push_back({direction.scene, pages});
  }
}
void go_on_paging(Direction& direction, const SceneRule& rule) {
  direction.page_ms = rule.page_ms;
  direction.pages_before = 0;
  for (const PagesSeen& seen : direction.seen) {
    if (seen.scene == rule.name) direction.pages_before = seen.pages;
  }
}

void turn_to(Direction& direction, std::string_view scene, std::int64_t now_ms) {
  direction.ends_ms.reset();
  if (direction.scene == scene) return;
  count_pages(direction, now_ms);
  direction.leaving_pages_before = direction.pages_before;
  direction.page_ms = direction.pages_before = 0;
  direction.leaving = direction.scene;
  direction.leaving_since_ms = direction.since_ms;
  direction.scene = scene;
  direction.since_ms = now_ms;
}

// The rules may take the screen: nobody has cued it away from the tally.
bool free_to_choose(const Direction& direction) { return direction.cued.empty() || direction.cued == kTally; }

// The minutes before the beginning belong to the countdown.
bool begins_soon(const Directed& given, std::int64_t now_ms) {
  return given.begins_ms && now_ms < *given.begins_ms && now_ms >= *given.begins_ms - kBeginsSoonMs &&
         find_scene(given.scenes, kWelcome) != nullptr;
}

// The next resting scene from `from` on, round the table; nothing when none has anything to show.
std::optional<std::size_t> next_resting(const Directed& given, std::size_t from, std::int64_t now_ms) {
  for (std::size_t step = 0; step < given.scenes.size(); ++step) {
    const std::size_t at = (from + step) % given.scenes.size();
    const SceneRule& rule = given.scenes[at];
    if (rule.turn == Turn::resting && rule.name != kTally && given.has(rule, now_ms)) return at;
  }
  return std::nullopt;
}

void begin_resting(Direction& direction, const Directed& given, std::int64_t now_ms) {
  if (begins_soon(given, now_ms)) {
    turn_to(direction, kWelcome, now_ms);
    direction.ends_ms = given.begins_ms;
    return;
  }
  const std::optional<std::size_t> at = next_resting(given, direction.next_resting, now_ms);
  if (!at) return;
  const SceneRule& rule = given.scenes[*at];
  direction.next_resting = (*at + 1) % given.scenes.size();
  turn_to(direction, rule.name, now_ms);
  go_on_paging(direction, rule);
  direction.ends_ms = now_ms + std::max<std::int64_t>(given.dwell(rule, now_ms), 1000);
}

void begin_moment(Direction& direction, const Directed& given, std::int64_t now_ms) {
  const Moment moment = *std::exchange(direction.coming, std::nullopt);
  const std::string_view name = moment.goal ? kGoal : kMilestone;
  if (find_scene(given.scenes, name) == nullptr) return;
  direction.moment = moment;
  direction.moment->at_ms = now_ms;
  turn_to(direction, name, now_ms);
  direction.since_ms = now_ms;  // a second milestone on the heels of the first begins anew
  direction.ends_ms = now_ms + (moment.goal ? kGoalCelebrationMs : kMilestoneCelebrationMs);
}

// Back to the tally; the quiet minutes begin to count from there.
void end_scene(Direction& direction, std::int64_t now_ms) {
  const bool was_moment = direction.moment.has_value();
  direction.moment.reset();
  turn_to(direction, kTally, now_ms);
  if (was_moment) direction.quiet_since_ms = now_ms;
}

// When the tally gives its place to a resting scene.
std::int64_t rest_begins_ms(const Direction& direction) {
  const bool came_back = direction.leaving != kTally && direction.since_ms > direction.quiet_since_ms;
  return came_back ? direction.since_ms + kTallyTurnMs : direction.quiet_since_ms + kQuietMs;
}

enum class Due { moment_begins, moment_passed_over, scene_ends, rest_begins };
struct DueAt {
  std::int64_t at_ms = 0;
  Due what = Due::scene_ends;
};

std::optional<DueAt> due(const Direction& direction, const Directed& given) {
  std::optional<DueAt> first;
  const auto sooner = [&](std::int64_t at_ms, Due what) {
    if (!first || at_ms < first->at_ms) first = DueAt{at_ms, what};
  };
  if (direction.coming) {
    const Moment& coming = *direction.coming;
    if (!free_to_choose(direction)) {
      if (!coming.goal) sooner(coming.at_ms + kMilestoneLateMs, Due::moment_passed_over);
    } else {
      // A milestone waits until the one before has had its time; the goal waits for nothing.
      const bool waits = direction.moment && !coming.goal && direction.ends_ms;
      sooner(waits ? std::max(coming.at_ms, *direction.ends_ms) : std::max(coming.at_ms, direction.since_ms),
             Due::moment_begins);
    }
  }
  if (direction.ends_ms) sooner(*direction.ends_ms, Due::scene_ends);
  if (direction.cued.empty() && direction.scene == kTally && !direction.ends_ms) {
    const std::int64_t rest_ms = rest_begins_ms(direction);
    if (begins_soon(given, rest_ms) || next_resting(given, direction.next_resting, rest_ms)) {
      sooner(rest_ms, Due::rest_begins);
    }
  }
  return first;
}

}  // namespace

const SceneRule* find_scene(SceneRules scenes, std::string_view name) {
  const auto found =
      std::find_if(scenes.begin(), scenes.end(), [&](const SceneRule& rule) { return rule.name == name; });
  return found == scenes.end() ? nullptr : &*found;
}

Direction directed(const Directed& given, std::string_view cued, std::int64_t now_ms) {
  Direction direction;
  direction.scene = kTally;
  direction.since_ms = now_ms;
  direction.quiet_since_ms = now_ms;
  if (const SceneRule* rule = find_scene(given.scenes, cued); rule != nullptr) {
    direction.cued = rule->name;
    direction.scene = rule->name;
    go_on_paging(direction, *rule);
  }
  return direction;
}

bool cue(Direction& direction, const Directed& given, std::string_view scene, std::int64_t now_ms) {
  const SceneRule* rule = scene.empty() ? nullptr : find_scene(given.scenes, scene);
  if (!scene.empty() && rule == nullptr) return false;
  direction.moment.reset();
  direction.cued = rule == nullptr ? std::string_view{} : rule->name;
  if (rule != nullptr && direction.scene == rule->name) count_pages(direction, now_ms);
  turn_to(direction, rule == nullptr ? kTally : rule->name, now_ms);
  if (rule != nullptr) {
    direction.since_ms = now_ms;  // the same scene cued again begins anew
    go_on_paging(direction, *rule);
  }
  direction.quiet_since_ms = now_ms;
  return true;
}

void arrival(Direction& direction, std::int64_t now_ms) {
  direction.quiet_since_ms = now_ms;
  if (!direction.cued.empty() || direction.moment) return;
  turn_to(direction, kTally, now_ms);
}

void celebrate(Direction& direction, const Moment& moment) {
  if (direction.coming && direction.coming->threshold > moment.threshold) return;
  direction.coming = moment;
}

void call_off(Direction& direction, Money total, std::int64_t now_ms) {
  if (direction.coming && total < direction.coming->threshold) direction.coming.reset();
  if (direction.moment && total < direction.moment->threshold) end_scene(direction, now_ms);
}

void absent(Direction& direction, std::int64_t from_ms, std::int64_t to_ms) {
  const std::int64_t dark_ms = to_ms - from_ms;
  for (std::int64_t* time : {&direction.since_ms, &direction.leaving_since_ms, &direction.quiet_since_ms}) {
    *time += dark_ms;
  }
  if (direction.ends_ms) *direction.ends_ms += dark_ms;
  if (direction.moment) direction.moment->at_ms += dark_ms;
  if (direction.coming) direction.coming->at_ms += dark_ms;
}

std::optional<std::int64_t> next_change_ms(const Direction& direction, const Directed& given) {
  const std::optional<DueAt> next = due(direction, given);
  return next ? std::optional(next->at_ms) : std::nullopt;
}

std::optional<std::int64_t> change_due(Direction& direction, const Directed& given, std::int64_t now_ms) {
  const std::optional<DueAt> next = due(direction, given);
  if (!next || next->at_ms > now_ms) return std::nullopt;
  switch (next->what) {
    case Due::moment_begins:
      begin_moment(direction, given, next->at_ms);
      break;
    case Due::moment_passed_over:
      direction.coming.reset();
      break;
    case Due::scene_ends:
      end_scene(direction, next->at_ms);
      break;
    case Due::rest_begins:
      begin_resting(direction, given, next->at_ms);
      break;
  }
  return next->at_ms;
}

}  // namespace mn
