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

// A background over the whole canvas, as an opaque still layer: assets/art/NAME.svg, or NAME_portrait.svg on an upright
// screen, over the theme's ground. "dawn" is the kiosk's (light; text on it reaches 7:1 above its lowest twentieth),
// "stage" the display's (dark).
void draw_background(const Canvas& canvas, std::string_view name);

}  // namespace mn::ui
