// Bamboo, the one idea of the kiosk's look: the trail is a culm that grows a joint and a leaf a step. Shapes only.
#pragma once

#include <span>
#include <string>

#include "ui/canvas.h"

namespace mn::kiosk {

// A leaf from its stalk, `length` long, turned by `angle` (radians, 0 to the right, clockwise).
void draw_leaf(const ui::Canvas& canvas, ui::Point stalk, float length, float angle, ui::Colour colour);

// A lying culm of labelled joints; those up to `place` are green. Each joint behind has kept a leaf, the one at `place`
// has a crown that is larger the further it is, opened by `share` (0..1).
void draw_trail(const ui::Canvas& canvas, ui::Rect area, std::span<const std::string> labels, int place, float share);

}  // namespace mn::kiosk
