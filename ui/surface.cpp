// Shadows, light and edges.
#include "ui/surface.h"

#include "ui/paint.h"

namespace mn::ui {

void cast(const Canvas& canvas, Rect rect, float radius, float height, Colour colour) {
  if (height <= 0 || colour.alpha == 0) return;
  const float alpha = static_cast<float>(colour.alpha) / 255.0F;
  shadow(canvas, inset(rect, 1), with_alpha(colour, alpha * 0.75F), 4 + 3 * height, 1 + 2 * height, radius);
  shadow(canvas, inset(rect, 2 + 2 * height), with_alpha(colour, alpha), 14 + 15 * height, 4 + 7 * height, radius);
}

void raised(const Canvas& canvas, Rect rect, const Surface& surface) {
  const Theme& theme = *canvas.theme;
  const float radius = std::min(surface.radius, std::min(rect.width, rect.height) / 2);
  cast(canvas, rect, radius, surface.height, surface.shadow.alpha > 0 ? surface.shadow : theme.shadow);
  Rect face = rect;
  // The border lies below the face, or the face's soft edge would shine through between the two.
  const float border = surface.border.alpha > 0 ? surface.border_width : 0;
  const bool see_through = surface.upper.alpha < 255 || surface.lower.alpha < 255;
  if (border > 0 && see_through) {
    outline(canvas, rect, surface.border, radius, border);
  } else if (border > 0) {
    fill(canvas, rect, surface.border, radius);
  }
  face = inset(rect, border);
  const float inner = std::max(0.0F, radius - border);
  if (surface.upper.alpha > 0) fill_gradient(canvas, face, surface.upper, surface.lower, Run::down, inner);
  if (surface.light > 0) {
    const Colour caught = with_alpha(theme.light, surface.light * static_cast<float>(theme.light.alpha) / 255.0F);
    outline_gradient(canvas, face, caught, with_alpha(caught, 0), inner, 1.5F);
  }
}

void sunk(const Canvas& canvas, Rect rect, Colour ground, Colour edge, float radius) {
  const float round = std::min(radius, std::min(rect.width, rect.height) / 2);
  fill(canvas, rect, edge, round);
  // Thicker above than below: the shadow of the upper edge.
  const Rect floor{rect.x + space::hair, rect.y + 2 * space::hair, rect.width - 2 * space::hair,
                   rect.height - 3 * space::hair};
  fill(canvas, floor, ground, std::max(0.0F, round - space::hair));
}

Rect pressed_down(Rect rect, float depth) { return shifted(rect, 0, kPressTravel * std::clamp(depth, 0.0F, 1.0F)); }

}  // namespace mn::ui
