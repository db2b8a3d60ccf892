// Things to touch and things to put them on: buttons, tick boxes, cards, pills. Each draws itself in its resting,
// pressed, chosen or disabled look from the canvas's theme and reports its own tap. What is pressed sinks, what is
// chosen carries a tick: nothing is said by colour alone. Decides nothing. More controls: ui/choice.h, ui/notice.h.
#pragma once

#include <optional>
#include <string_view>

#include "ui/canvas.h"
#include "ui/icon.h"
#include "ui/type.h"

namespace mn::ui {

// Adds a control's target, if the canvas takes touches, and says what the finger does to it.
Touched touch(const Canvas& canvas, const Target& target);
// How far down a control is to be drawn: eased, or all at once when motion is reduced.
float depth_of(const Canvas& canvas, const Touched& touched);

enum class ButtonKind {
  primary,  // the one way on; at most one a screen
  plain,    // a white card with a border
  quiet,    // a flat, pale key
  bare,     // words alone, for "back" and "leave out"
};

struct ButtonLook {
  ButtonKind kind = ButtonKind::plain;
  std::optional<Icon> icon = std::nullopt;  // before the words
  bool icon_after = false;
  bool chosen = false;
  bool enabled = true;
  float size = type_size::lead;
  float radius = corner::medium;
  std::string_view note = {};  // a second, smaller line
  bool repeats = false;        // held, it taps again and again
};

// True in the one frame in which it was tapped. Chosen, it carries a tick across its upper right corner. The label is
// drawn to fit, and named in the targets line; when what is drawn was typed by a person, use key or give add_target a
// label of your own.
bool button(const Canvas& canvas, TargetId id, Rect rect, std::string_view label, const ButtonLook& look = {});

// An icon and words as one group in the middle of a rectangle, all shrunk together when they do not fit, the words not
// below `floor_size` (as it comes out); then they end in "…". Large text grows no taller than the rectangle.
struct GroupLook {
  std::optional<Icon> icon = std::nullopt;
  bool icon_after = false;
  float size = type_size::body;
  float floor_size = type_size::caption;
  Colour ink = hue::ink;
};
void draw_group(const Canvas& canvas, Rect rect, std::string_view label, const GroupLook& look);

// A tick box with its words beside it, wrapped; the whole rectangle is the target. True when tapped: the caller flips
// it.
bool tick_box(const Canvas& canvas, TargetId id, Rect rect, std::string_view label, bool ticked, int lines_max = 3);

// A card to put things on: surface colour, rounded, with a hairline and a soft shadow.
void card(const Canvas& canvas, Rect rect, float radius = corner::large);

// A small rounded label.
void pill(const Canvas& canvas, Rect rect, std::string_view label, Colour ground, Colour ink,
          float size = type_size::caption);

// An invisible target over the whole canvas, to be added before a dialog's controls: nothing below can be touched.
void cover(const Canvas& canvas, TargetId id, Colour veil);

}  // namespace mn::ui
