// One finger is one action: of all the fingers on the glass at most one acts. Second fingers, palms and mice made up
// from fingers say nothing. Pure: no window, no clock; what comes out goes to ui/target.h.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/input.h"

namespace mn::ui {

// Fingers that come down this close together are a palm or a whole hand. Somebody who types with both hands leaves
// more than that between two keys.
constexpr std::uint32_t kPalmMs = 50;
// So many fingers at once are no pointing, whenever they came.
constexpr std::size_t kPalmFingers = 3;
// Drivers and viewers that turn fingers into a mouse do so while the finger is down or right after.
constexpr std::uint32_t kMadeUpMouseMs = 700;
// A finger of which nothing was heard for so long has gone without a word: it no longer keeps others from acting.
constexpr std::uint32_t kLostFingerMs = 12000;
// More at once than any panel tells of; beyond that it is a palm anyway.
constexpr std::size_t kFingersMax = 32;

struct Hand {
  struct Finger {
    std::int64_t id = 0;
    std::uint32_t down_ms = 0;
    std::uint32_t heard_ms = 0;
  };
  std::vector<Finger> down;
  std::optional<std::int64_t> acting;     // whose doings count
  bool refused = false;                   // a palm: nothing counts until the glass is free
  std::optional<std::uint32_t> heard_ms;  // the last word of any real finger
};

enum class HandSays {
  nothing,  // it changes nothing
  act,      // the acting finger did this
  cancel,   // what the acting finger began is off
  another,  // a further finger came down while one acts: act_with() may let it take over
};
HandSays advance_hand(Hand& hand, const Input& input);

// This finger, which is down, acts from now on, and the one before no more.
void act_with(Hand& hand, std::int64_t finger);

}  // namespace mn::ui
