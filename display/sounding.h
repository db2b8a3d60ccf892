// What the hall hears when: at most one soft chime at a time, never two musics, nothing late. Pure: what begins to
// sound follows from what the show did and when, never from how often it is asked. Who plays it: display/hall_sound.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/money.h"

namespace mn {

enum class Cue { chime_small, chime_middle, chime_large, milestone, goal, reveal };
inline constexpr int kCueCount = 6;

inline constexpr std::int64_t kChimeApartMs = 1200;  // from one chime's beginning to the next one's
// A chime that finds its turn taken waits for the next one. A small gift's soon belongs to nothing on the screen any
// more and is left out; a larger gift's is worth waiting for, and its card stays that long.
inline constexpr std::int64_t kSmallWaitMsMost = 300;
inline constexpr std::int64_t kLargerWaitMsMost = kChimeApartMs;
// What should have begun longer ago than this is not heard: after a restart, a load, a stall of the screen.
inline constexpr std::int64_t kLateMsMost = 300;
// How long a music has the hall for itself: its file's length, and a breath.
inline constexpr std::int64_t kMilestoneMs = 6'000;
inline constexpr std::int64_t kGoalMs = 23'000;
inline constexpr std::int64_t kRevealMs = 8'000;
// Where they open, from their beginning: the moment for what a scene holds back (confetti, the checked total).
inline constexpr std::int64_t kMilestoneBloomMs = 3'214;
inline constexpr std::int64_t kGoalBloomMs = 6'207;
inline constexpr std::int64_t kRevealBloomMs = 3'000;

enum class GiftTier { small, middle, large };
inline constexpr std::size_t kGiftTierCount = 3;

// Something that the show did. A screen that reads a journal for the first time did nothing.
struct Happening {
  enum class Kind { announced, milestone, goal, reveal };
  Kind kind = Kind::announced;
  std::int64_t at_ms = 0;           // when it is first to be seen
  GiftTier tier = GiftTier::small;  // announced
  int merged = 1;                   // announced: gifts on the card; several have one soft chime between them
  Money mark;                       // milestone, goal: the sum that was reached
};

struct Heard {
  Cue cue = Cue::chime_small;
  std::int64_t at_ms = 0;  // when it begins
  int variation = 0;       // counts up with every chime, so that no two in a row need be alike

  bool operator==(const Heard&) const = default;
};

struct Sounding {
  std::optional<std::int64_t> until_ms;      // everything up to here is decided; unset: nothing was asked yet
  std::optional<std::int64_t> chimed_at_ms;  // the last chime's beginning
  int chimes = 0;
  std::array<std::optional<std::int64_t>, kGiftTierCount> waiting;  // by tier: the newest that found its turn taken
  std::optional<Heard> music;                                       // the last one
  std::int64_t music_ends_ms = 0;                                   // after its time, or when it was given up
  Money milestone_most;  // celebrated once each, however the total sinks and rises
  Money goal_most;
};

// Moves on to `now_ms` and says what begins to sound since the last call, in order of time. Call it once a frame with
// what happened: in any order, and happenings already taken or still to come may be among them (those to come must be
// given again). The first call, and one that goes back in time, hears nothing. A music begins instead of the one
// before it, which must give way at once.
std::vector<Heard> listen(Sounding& sounding, std::span<const Happening> happenings, std::int64_t now_ms);

// What the music belongs to is over before the music is: taken back, or the staff went on. `on` is all that is on now.
// True when the music must die away; the hall is free again.
bool give_up_music(Sounding& sounding, std::span<const Happening> on, std::int64_t now_ms);

// When a chime that waits has its turn, for a loop that sleeps; unset: none waits.
std::optional<std::int64_t> next_turn_ms(const Sounding& sounding);

// Until when a music has the hall for itself, from its beginning; 0 for a chime.
std::int64_t length_ms(Cue cue);

}  // namespace mn
