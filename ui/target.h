// What can be touched. Controls add Targets while they draw; input is tried against the Targets of the frame last seen,
// and at most one tap a frame comes out. Pure: no window, no clock.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.h"
#include "ui/input.h"

namespace mn::ui {

// Chosen by the caller, one number a control; give every control of a program its own (an enum), so that a touch begun
// on one screen can never end on the next.
using TargetId = int;

struct Target {
  TargetId id = 0;
  Rect rect{};          // canvas units
  std::string label{};  // the words on the control, for the end-to-end driver; never what a person typed
  bool enabled = true;  // a disabled target still covers what lies below it
};

// A finger is forgiven this far outside the target it pressed.
constexpr float kTouchSlop = 24;
// A screen has fewer targets than this; more stops the program.
constexpr std::size_t kTargetsMax = 256;

// One finger's press: down on a target, up inside it. Off it and up: nothing. Back on it: pressed again.
struct Press {
  std::optional<TargetId> down_on;
  bool inside = false;
};

// What one input did to the press, tried against what is on the glass; the topmost (last) target wins.
// Gives the id that was tapped, if the input completed a tap.
std::optional<TargetId> advance_press(Press& press, const Input& input, const std::vector<Target>& targets);

// A finger lifted from a target: where and when.
struct Lift {
  Point at;
  std::uint32_t at_ms = 0;
};

// The collection of one frame, and what the finger does to it. Owned by the glass.
struct Targets {
  std::string screen;         // name of what is drawn now, set by begin_screen
  std::vector<Target> now;    // being drawn
  std::vector<Target> shown;  // of the frame last seen
  Press press;
  std::optional<TargetId> tapped;  // in this frame
  std::optional<Lift> last_tap;    // the finger that made it, or an earlier one
  int texts_cut = 0;               // in this frame: texts too long for their place, even at their smallest
  std::optional<Lift> turned_by;   // the tap before the screen changed
};

// The second half of a double tap: a finger that comes down at the same place so soon after a tap that changed the
// screen was meant for the screen before. It presses nothing.
constexpr std::uint32_t kDoubleTapMs = 350;
constexpr float kDoubleTapReach = 64;
bool is_double_tap(const Targets& targets, const Input& down);

// Names the screen being drawn. When the name changes, a finger that is down is forgotten and a tap meant for the old
// screen is dropped.
void begin_screen(Targets& targets, std::string_view name);

// Adds a target and says what the finger does to it.
struct Touched {
  bool pressed = false;  // draw it pressed
  bool tapped = false;   // it was tapped: true in one frame only
};
Touched add_target(Targets& targets, const Target& target);

// One line of JSON, without the line's end: {"screen":…,"width":…,"height":…,"targets":[{"id":…,"label":…,"enabled":…,
// "x":…,"y":…,"width":…,"height":…}]}, lengths in real pixels of the window. `scale`: real pixels in a canvas unit.
std::string targets_line(std::string_view screen, const std::vector<Target>& targets, Size canvas, float scale);

}  // namespace mn::ui
