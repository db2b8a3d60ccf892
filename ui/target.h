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

// The collection of one frame, and what the finger does to it. Owned by the glass.
struct Targets {
  std::string screen;         // name of what is drawn now, set by begin_screen
  std::vector<Target> now;    // being drawn
  std::vector<Target> shown;  // of the frame last seen
  Press press;
  std::optional<TargetId> tapped;  // in this frame
};

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
