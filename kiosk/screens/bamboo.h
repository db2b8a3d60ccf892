// Bamboo, the one idea of the kiosk's look: the trail is a culm that grows a joint a step, waiting is a shoot that
// grows, and what is chosen has a leaf. Shapes only.
#pragma once

#include <span>
#include <string>

#include "ui/canvas.h"

namespace mn::kiosk {

// A leaf from its stalk, `length` long, turned by `angle` (radians, 0 to the right, clockwise).
void draw_leaf(const ui::Canvas& canvas, ui::Point stalk, float length, float angle, ui::Colour colour);

// A lying culm of labelled joints; those up to `place` are green, the one at `place` has leaves.
void draw_trail(const ui::Canvas& canvas, ui::Rect area, std::span<const std::string> labels, int place);

// A standing culm of five joints that has grown by `share` (0..1).
void draw_growing(const ui::Canvas& canvas, ui::Rect area, float share);

}  // namespace mn::kiosk
