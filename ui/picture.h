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

// The campaign's backgrounds, as opaque still layers over the whole canvas: karst hills at dawn (by the canvas's
// theme).
void draw_background(const Canvas& canvas, std::string_view name);

}  // namespace mn::ui
