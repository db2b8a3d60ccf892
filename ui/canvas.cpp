// The canvas's fit to a real screen, and the two views one makes of it.
#include "ui/canvas.h"

namespace mn::ui {

Fit fit_canvas(int width_px, int height_px) {
  const float width = static_cast<float>(std::max(1, width_px));
  const float height = static_cast<float>(std::max(1, height_px));
  const float scale = std::min(width, height) / kCanvasShortSide;
  return {{width / scale, height / scale}, scale};
}

float touch_least(const Canvas& canvas) {
  constexpr float kTouchMm = 18;
  return std::max(space::touch, kTouchMm * canvas.units_per_mm);
}

float key_least(const Canvas& canvas) {
  constexpr float kKeyMm = 9;
  return std::max(space::touch / 2, kKeyMm * canvas.units_per_mm);
}

float entering(const Canvas& canvas, std::int64_t now_ms, std::int64_t since_ms, std::int64_t takes_ms) {
  return canvas.reduced_motion ? 1.0F : ease_out(share_of(now_ms, since_ms, takes_ms));
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
