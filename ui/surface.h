// What controls are made of: things that stand on the page and things let into it, by shadows, light on the edge and a
// hairline. Draws; decides nothing.
#pragma once

#include "ui/canvas.h"

namespace mn::ui {

// How high something stands over the page.
namespace height {
constexpr float flush = 0;
constexpr float key = 0.6F;
constexpr float button = 1;
constexpr float card = 2;
constexpr float dialog = 3.2F;
}  // namespace height

struct Surface {
  Colour upper;                      // runs down to
  Colour lower;                      // this
  Colour border = hue::clear;        // a hairline around
  float radius = corner::medium;     // as everywhere, at most half the shorter side
  float height = height::button;     // of its shadow
  float light = 0.7F;                // 0..1: how much of the lamp its upper edge catches
  float border_width = space::hair;  // canvas units
  Colour shadow = hue::clear;        // clear: the theme's
};

// The two shadows of one thing: a close one where it touches the page, a wide one around.
void cast(const Canvas& canvas, Rect rect, float radius, float height, Colour colour);

// Something standing on the page.
void raised(const Canvas& canvas, Rect rect, const Surface& surface);

// Something let into the page: a track, an empty box. Its upper edge lies in shadow.
void sunk(const Canvas& canvas, Rect rect, Colour ground, Colour edge, float radius);

// How far something pressed `depth` (0..1) moves down, canvas units.
constexpr float kPressTravel = 4;
Rect pressed_down(Rect rect, float depth);

}  // namespace mn::ui
