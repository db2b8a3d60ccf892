// What can be touched. Controls add Targets while they draw; input is tried against the Targets of the frame last seen,
// and at most one tap a frame comes out. Pure: no window, no clock.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.h"
#include "ui/hand.h"
#include "ui/input.h"

namespace mn::ui {

// Chosen by the caller, one number a control; give every control of a program its own (an enum), so that a touch begun
// on one screen can never end on the next.
using TargetId = int;

struct Target {
  TargetId id = 0;
  Rect rect{};           // canvas units
  std::string label{};   // the words on the control, for the end-to-end driver; never what a person typed
  bool enabled = true;   // a disabled target still covers what lies below it
  bool repeats = false;  // held, it taps again and again: delete
  bool rolls = false;    // a key: the next finger may come down on another key before this one lifts, and both count
  int hold_ms = 0;       // above 0: held that long it says `held`, and lifting is no tap any more
};

// A finger is forgiven this far outside the target it pressed.
constexpr float kTouchSlop = 24;
// A screen has fewer targets than this; more stops the program.
constexpr std::size_t kTargetsMax = 256;

// Of targets that repeat: the first tap of its own, each further one, and how many at most, should a lifting be lost.
constexpr std::uint32_t kRepeatFirstMs = 450;
constexpr std::uint32_t kRepeatNextMs = 60;
constexpr int kRepeatsMax = 240;

// One finger's press: down on a target, up inside it. Off it and up: nothing. Back on it: pressed again.
struct Press {
  std::optional<TargetId> down_on;
  bool inside = false;
  Point at{};                   // where the finger is, or was last
  std::uint32_t since_ms = 0;   // on the target without a break
  std::uint32_t repeat_ms = 0;  // when it next taps of its own, for targets that repeat
  int repeats = 0;              // taps it gave so
  bool spent = false;           // it has acted already: lifting is no tap
};

// What one input of the acting finger did to the press, tried against what is on the glass; the topmost (last) target
// wins. Gives the id that was tapped, if the input completed a tap.
std::optional<TargetId> advance_press(Press& press, const Input& input, const std::vector<Target>& targets);

// A finger lifted from a target: where and when.
struct Lift {
  Point at;
  std::uint32_t at_ms = 0;
};

// The collection of one frame, and what the hand does to it. Owned by the glass.
struct Targets {
  std::string screen;         // name of what is drawn now, set by begin_screen
  std::vector<Target> now;    // being drawn
  std::vector<Target> shown;  // of the frame last seen
  Hand hand;
  Press press;
  std::optional<TargetId> tapped;  // in this frame
  std::optional<TargetId> began;   // a finger came down on it in this frame
  std::optional<TargetId> held;    // it was held long enough, in this frame
  Point tapped_at{};
  std::optional<Lift> last_tap;          // the finger that made it, or an earlier one
  int texts_cut = 0;                     // in this frame: texts too long for their place, even at their smallest
  std::optional<Lift> turned_by;         // the tap before the screen changed
  std::optional<std::uint32_t> seen_ms;  // since when the screen is on the glass; nothing while it is drawn first

  // For looks only, by the clock of frames.
  std::uint32_t now_ms = 0;        // of this frame
  std::uint32_t pressed_ms = 0;    // the frame since which it is drawn pressed
  std::optional<TargetId> let_go;  // pressed lately
  std::uint32_t let_go_ms = 0;
};

// Begins a frame at `now_ms` (the clock of Input::at_ms): takes what waits, in order, until a tap comes of it; what is
// left stays for the next frame, so that two quick keys are two taps. Then what time does: repeats and holds.
void advance_targets(Targets& targets, std::deque<Input>& waiting, std::uint32_t now_ms);

// In how many milliseconds from now a further frame would differ without any input (a repeat, a hold, a control that
// eases); nothing when never.
std::optional<int> next_touch_change_ms(const Targets& targets, std::uint32_t now_ms);

// A finger that comes down before the screen was on the glass, or so soon after that nobody can have seen it and made
// up their mind, was meant for the screen before. It presses nothing, wherever it lands: however late a picture came,
// and however many touches waited for it, none acts on what its owner had not seen.
constexpr std::uint32_t kUnseenMs = 150;
bool is_too_soon(const Targets& targets, const Input& down);

// The second half of a double tap: a finger that comes down where the tap was that changed the screen, so soon after
// the new one was there. It presses nothing either.
constexpr std::uint32_t kDoubleTapMs = 350;
constexpr float kDoubleTapReach = 64;
bool is_double_tap(const Targets& targets, const Input& down);

// Names the screen being drawn. When the name changes, a finger that is down is forgotten and a tap meant for the old
// screen is dropped.
void begin_screen(Targets& targets, std::string_view name);
// The frame just drawn is on the glass since `now_ms`. All input of before then must carry an earlier time, or this.
void screen_shown(Targets& targets, std::uint32_t now_ms);

// How long a control takes to go down and to come up again. It is half down in the first frame.
constexpr std::uint32_t kPressMs = 90;
// While something is held, pictures of how long are wanted this often.
constexpr int kHoldFrameMs = 33;

// Adds a target and says what the finger does to it.
struct Touched {
  bool pressed = false;  // draw it pressed
  bool tapped = false;   // it was tapped: true in one frame only
  bool began = false;    // the finger came down on it: true in one frame only (a sound)
  bool held = false;     // held for hold_ms: true in one frame only
  int held_ms = 0;       // how long the finger has been on it without a break; 0 when it is not
  Point at{};            // where the finger is, or where it lifted; canvas units, as the target's own rectangle
  float depth = 0;       // 0 up … 1 down, eased: how far to draw it pressed
};
Touched add_target(Targets& targets, const Target& target);

// One line of JSON, without the line's end: {"screen":…,"width":…,"height":…,"targets":[{"id":…,"label":…,"enabled":…,
// "x":…,"y":…,"width":…,"height":…}]}, lengths in real pixels of the window. `scale`: real pixels in a canvas unit.
std::string targets_line(std::string_view screen, const std::vector<Target>& targets, Size canvas, float scale);

}  // namespace mn::ui
