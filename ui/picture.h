// Pictures: SVG files from assets/art, rendered by librsvg at the size in real pixels at which they are shown, once
// each.
#pragma once

#include <string_view>

#include "ui/canvas.h"

namespace mn::ui {

enum class PictureFit {
  cover,    // fills the rectangle, cut at its sides; anchored at the bottom
  contain,  // wholly inside, centred
};

// Draws assets/art/NAME.svg. False when there is no such picture (nothing is drawn).
bool draw_picture(const Canvas& canvas, std::string_view name, Rect rect, PictureFit fit = PictureFit::contain);

// A picture on its way: drawn about its middle, at any place between pixels, turned and zoomed. Its texture is made
// once for `size`, so that motion costs no drawing of SVG; give the same size in every frame. False when there is no
// such picture.
struct SpriteLook {
  Size size;          // of the box the picture is fitted into, canvas units
  float degrees = 0;  // clockwise
  float zoom = 1;
  float mirrored = 1;  // 1 … −1: how much of it is seen from the front, for leaves that turn
};
bool draw_sprite(const Canvas& canvas, std::string_view name, Point middle, const SpriteLook& look);

// A background over the whole canvas, as an opaque still layer: assets/art/NAME.svg, or NAME_portrait.svg on an upright
// screen, over the theme's ground. "dawn" is the kiosk's (light; text on it reaches 7:1 above its lowest twentieth),
// "stage" the display's (dark).
void draw_background(const Canvas& canvas, std::string_view name);

}  // namespace mn::ui
