// Groups: several things that are faded or moved as one. What lies over other things inside a group goes on covering
// them while the whole group fades, which it would not if each were faded by itself.
#pragma once

#include <functional>
#include <string_view>

#include "ui/canvas.h"

namespace mn::ui {

enum class GroupKind {
  opaque,       // covers its rectangle fully before it is faded
  transparent,  // has see-through parts
};

// Draws the group `key` at `rect`, faded by canvas.opacity as one thing. `draw` is called in every frame, with a canvas
// of the same coordinates and full opacity, clipped to rect; targets added in it are not touchable. A picture of the
// group's size is kept for as long as every frame draws it (33 MB for a whole 3840×2160), and only what changed inside
// it is painted again. Depends on nothing but what is drawn now, never on frames before. Where what lies below was
// drawn by the same calls (two scenes before the same background), an opaque group costs nothing at all. Fully opaque,
// it is still a group of its own; at opacity 0 nothing is drawn and `draw` is not called.
void group(const Canvas& canvas, std::string_view key, Rect rect, GroupKind kind,
           const std::function<void(const Canvas&)>& draw);

}  // namespace mn::ui
