// The light of the great moments: the hours of the morning and the sun on its way.
#include <algorithm>
#include <string>

#include "display/parts/moments.h"
#include "display/parts/stage_place.h"
#include "ui/group.h"
#include "ui/paint.h"
#include "ui/still.h"

namespace mn {

float arc(std::int64_t at_ms, std::int64_t from_ms, std::int64_t to_ms) {
  return ui::ease_in_out(ui::share_of(at_ms, from_ms, to_ms - from_ms));
}

void draw_hours(const ui::Canvas& canvas, Mood from, Mood to, float share) {
  if (share >= 1) return draw_stage(canvas, to);
  draw_stage(canvas, from);
  if (share <= 0) return;
  ui::group(ui::faded(canvas, share), "hours", canvas.whole(), ui::GroupKind::opaque,
            [&](const ui::Canvas& inner) { draw_stage(inner, to); });
}

void draw_sunrise(const ui::Canvas& canvas, Mood before, Mood day, float share, float risen) {
  day.disc = false;
  draw_hours(canvas, before, day, share);
  if (risen <= 0 || share <= 0) return;
  const StagePlace place = place_stage(canvas.size);
  constexpr float kWay = 190;
  const ui::Point at{place.sun.x, place.sun.y + (1 - risen) * kWay * place.zoom};
  const float halo = 150 * place.zoom;
  // Sky, sun and hills once more where the sun is, as one thing: it comes as the day around it does.
  const ui::Rect way{place.sun.x - halo, place.sun.y - halo, 2 * halo, place.horizon - place.sun.y + 2 * halo};
  ui::clip(canvas, way);
  draw_stage(canvas, before);
  ui::unclip(canvas);
  ui::group(ui::faded(canvas, share), "sun", way, ui::GroupKind::opaque, [&](const ui::Canvas& inner) {
    draw_stage(inner, {.dawn_permille = day.dawn_permille, .children = false, .disc = false, .land = false});
    draw_sun_disc(inner, at, risen);
    draw_land(inner, day);
  });
}

void draw_veil(const ui::Canvas& canvas) {
  ui::fill_gradient(canvas, canvas.whole(), ui::rgb(0x020A10, 0.35F), ui::rgb(0x020A10, 0.62F));
}

void draw_halo(const ui::Canvas& canvas, ui::Rect around, float strength) {
  const float radius = around.height * 0.95F;
  const ui::Rect area{around.x - radius, around.centre().y - radius, around.width + 2 * radius, 2 * radius};
  const std::string key = "halo " + std::to_string(static_cast<int>(around.width)) + " " +
                          std::to_string(static_cast<int>(around.x)) + " " + std::to_string(static_cast<int>(around.y));
  ui::still(ui::faded(canvas, strength), key, area, ui::StillKind::transparent, [&](const ui::Canvas& layer) {
    const int steps = std::max(1, static_cast<int>(around.width / radius * 1.6F));
    for (int i = 0; i <= steps; ++i) {
      const float x = around.x + around.width * static_cast<float>(i) / static_cast<float>(steps);
      ui::glow(layer, {x, around.centre().y}, radius, ui::with_alpha(ui::hue::gold, 0.13F));
    }
  });
}

}  // namespace mn
