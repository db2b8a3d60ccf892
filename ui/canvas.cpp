// The canvas's fit to a real screen, and the two views one makes of it.
#include "ui/canvas.h"

namespace mn::ui {

Fit fit_canvas(int width_px, int height_px) {
  const float width = static_cast<float>(std::max(1, width_px));
  const float height = static_cast<float>(std::max(1, height_px));
  const float scale = std::min(width, height) / kCanvasShortSide;
  return {{width / scale, height / scale}, scale};
}

Canvas faded(const Canvas& canvas, float opacity) {
  Canvas copy = canvas;
  copy.opacity *= std::clamp(opacity, 0.0F, 1.0F);
  return copy;
}

Canvas moved(const Canvas& canvas, Point by) {
  Canvas copy = canvas;
  copy.offset = {copy.offset.x + by.x, copy.offset.y + by.y};
  return copy;
}

}  // namespace mn::ui
