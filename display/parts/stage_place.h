// Where the landscape of the stage stands on a wall: which drawing, how large, and the places in it that others lean
// on. Pure arithmetic in canvas units.
#pragma once

#include <string_view>

#include "ui/geometry.h"

namespace mn {

struct StagePlace {
  std::string_view land;  // the drawing in assets/art
  ui::Rect whole;         // of the drawing; covers the canvas, anchored at its foot
  float lower = 0;
  float zoom = 1;     // canvas units to one of the drawing
  ui::Point sun;      // where it stands when it has risen
  float horizon = 0;  // y
  float bank = 0;     // y of the ground on which children stand
  ui::Rect children;  // as assets/art/stage_children.svg is drawn
};
// `lower`: canvas units by which all of it lies lower.
StagePlace place_stage(ui::Size canvas, float lower = 0);

// Wider than three to one: LED ribbons.
inline bool is_panorama(ui::Size canvas) { return canvas.width > canvas.height * 2.6F; }

}  // namespace mn
