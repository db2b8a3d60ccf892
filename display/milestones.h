// Milestones on the way to the goal: which are reached, what the hall celebrates and when, and the stretch that the bar
// shows. A milestone is celebrated when the total crosses it upwards before the hall's eyes, once; never on load. Pure:
// everything follows from the totals and the times they were taken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/money.h"

namespace mn {

inline constexpr std::int64_t kMilestoneCelebrationMs = 8000;
inline constexpr std::int64_t kGoalCelebrationMs = 24'000;
// After a celebration the bar turns to the next stretch and says how far it is.
inline constexpr std::int64_t kNextStretchMs = 4000;
// A celebration whose reason was taken back ends within this time.
inline constexpr std::int64_t kCutShortMs = 800;

struct Celebration {
  std::size_t mark = 0;  // of Milestones::marks
  bool goal = false;
  std::int64_t crossed_ms = 0;  // when it was decided: the crossing, or the correction that left only this mark
  std::int64_t begins_ms = 0;   // when the number on the screen has arrived, and no other celebration is on
  std::int64_t ends_ms = 0;
  std::size_t from_mark = 0;  // how many marks were reached before: where the bar's stretch began
  std::size_t seen_before = 0;
  bool operator==(const Celebration&) const = default;
};

struct Milestones {
  std::vector<Money> marks;  // ascending, all above zero; with a goal it is the last
  bool has_goal = false;
  Money amount;                        // the total
  std::size_t seen = 0;                // so many marks will not be celebrated any more
  std::optional<Celebration> current;  // the newest that has begun, or that nothing stands before
  std::optional<Celebration> next;     // comes after that one
  bool operator==(const Milestones&) const = default;
};

// From the campaign's thresholds in any order; a goal of zero or less is none. Thresholds of zero or less and those
// past the goal are left out.
Milestones milestones_of(std::span<const Money> thresholds, Money goal);

// The total on load, and the greatest it ever was: nothing is celebrated, and nothing up to there will be. A later one
// (the journal was read again) leaves a celebration alone whose mark is still reached.
void begin(Milestones& milestones, Money amount, Money greatest, std::int64_t now_ms);

// The total after entries came while the hall looks on. Of several marks crossed at once only the greatest is
// celebrated. The goal replaces the celebration of a milestone. A total lowered below a mark takes back its
// celebration, and it is not repeated when the mark is reached again; one that had not begun yet did not take place and
// still may.
void advance(Milestones& milestones, Money amount, std::int64_t now_ms);

// The screen was dark between these times: all goes on from where it was, as if they were one.
void absent(Milestones& milestones, std::int64_t from_ms, std::int64_t to_ms);

// What is celebrated now.
std::optional<Celebration> celebrated(const Milestones& milestones, std::int64_t now_ms);

enum class StretchPhase : std::uint8_t {
  running,   // fills with the number
  full,      // the mark at its end was reached: it stays full until that was celebrated
  turning,   // just after: the next stretch is announced
  complete,  // the last mark is reached
};

// The bar.
struct Stretch {
  Money from;
  Money to;
  std::int64_t permille = 0;  // of the way between, rounded down: 1000 only at its end
  StretchPhase phase = StretchPhase::running;
  std::int64_t turning_permille = 1000;  // how far the announcement of this stretch has come
  Money beyond;                          // past the last mark; else 0
  bool operator==(const Stretch&) const = default;
};

// The bar when the number on the screen is `shown`, which is on its way to the total. Nothing when there are no marks.
std::optional<Stretch> stretch_at(const Milestones& milestones, Money shown, std::int64_t now_ms);

// The next moment at which celebrated or stretch_at change by themselves; while `turning` they do all the time.
std::optional<std::int64_t> next_change_ms(const Milestones& milestones, std::int64_t now_ms);

}  // namespace mn
