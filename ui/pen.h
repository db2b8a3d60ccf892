// Inside ui/ only: canvas units to real pixels, colours to what Dear ImGui takes.
#pragma once

#include <imgui.h>

#include <cmath>

#include "ui/canvas.h"

namespace mn::ui {

inline ImVec2 to_px(const Canvas& canvas, Point point) {
  return {(point.x + canvas.offset.x) * canvas.scale, (point.y + canvas.offset.y) * canvas.scale};
}

// Edges on whole pixels, so that a rectangle is sharp at every scale.
struct PixelRect {
  ImVec2 low;
  ImVec2 high;
  float width() const { return high.x - low.x; }
  float height() const { return high.y - low.y; }
};
inline PixelRect to_px(const Canvas& canvas, Rect rect) {
  const ImVec2 low = to_px(canvas, Point{rect.x, rect.y});
  const ImVec2 high = to_px(canvas, Point{rect.right(), rect.bottom()});
  return {{std::round(low.x), std::round(low.y)}, {std::round(high.x), std::round(high.y)}};
}

inline float length_px(const Canvas& canvas, float length) { return length * canvas.scale; }

inline ImU32 to_ink(const Canvas& canvas, Colour colour) {
  const float alpha = static_cast<float>(colour.alpha) * canvas.opacity;
  return IM_COL32(colour.red, colour.green, colour.blue, static_cast<int>(alpha + 0.5F));
}

}  // namespace mn::ui
