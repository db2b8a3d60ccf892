// The stage: a morning over the karst of Lạng Sơn. The sky is arithmetic, the land one drawing over it whose far hills
// are thin, so that they take the sky's light as real ones do. All of it is one opaque still layer, made anew only when
// the morning has gone a step further.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "display/parts/parts.h"
#include "display/parts/stage_place.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/still.h"

namespace mn {
namespace {

// How many pictures there are between night and sunrise: so many that no step is seen as one.
constexpr std::int64_t kSteps = 40;

// The sky from its highest point down to the horizon, and the light on the land.
struct Sky {
  std::array<ui::Colour, 5> down;
  ui::Colour glow;    // around the place where the sun comes up
  ui::Colour warmth;  // on the fields
  float stars = 0;
};
constexpr std::array<float, 5> kDown{0, 0.36F, 0.68F, 0.87F, 1};

constexpr std::array<Sky, 4> kSkies{{
    {{ui::rgb(0x030E17), ui::rgb(0x061D28), ui::rgb(0x0A303A), ui::rgb(0x1A5054), ui::rgb(0x48877D)},
     ui::rgb(0x8FC7AE, 0.30F),
     ui::rgb(0x7FC0A0, 0.06F),
     1},
    {{ui::rgb(0x051326), ui::rgb(0x0A2638), ui::rgb(0x143946), ui::rgb(0x47676A), ui::rgb(0xC79B72)},
     ui::rgb(0xFFC98A, 0.40F),
     ui::rgb(0xFFC88A, 0.12F),
     0.7F},
    {{ui::rgb(0x0A1A36), ui::rgb(0x132E4A), ui::rgb(0x293F57), ui::rgb(0x9A6A60), ui::rgb(0xF5B26C)},
     ui::rgb(0xFFC070, 0.52F),
     ui::rgb(0xFFBE78, 0.22F),
     0.25F},
    {{ui::rgb(0x10264A), ui::rgb(0x1A3858), ui::rgb(0x353F5B), ui::rgb(0xCC765A), ui::rgb(0xFFDB96)},
     ui::rgb(0xFFD98C, 0.75F),
     ui::rgb(0xFFCE86, 0.34F),
     0},
}};
constexpr std::array<float, 4> kHours{0, 0.34F, 0.72F, 1};

Sky sky_at(float dawn) {
  std::size_t next = 1;
  while (next + 1 < kHours.size() && dawn > kHours.at(next)) ++next;
  const Sky& before = kSkies.at(next - 1);
  const Sky& after = kSkies.at(next);
  const float share = (dawn - kHours.at(next - 1)) / (kHours.at(next) - kHours.at(next - 1));
  Sky out;
  for (std::size_t i = 0; i < out.down.size(); ++i)
    out.down.at(i) = ui::mixed(before.down.at(i), after.down.at(i), share);
  out.glow = ui::mixed(before.glow, after.glow, share);
  out.warmth = ui::mixed(before.warmth, after.warmth, share);
  out.stars = before.stars + (after.stars - before.stars) * share;
  return out;
}

void draw_stars(const ui::Canvas& canvas, const StagePlace& place, float brightness) {
  if (brightness <= 0.02F) return;
  const auto count = static_cast<std::uint32_t>(90 * canvas.size.width / 1920);
  for (std::uint32_t star = 0; star < count; ++star) {
    const float down = scattered(star, 12) * scattered(star, 15);
    const ui::Point at{scattered(star, 11) * canvas.size.width, down * place.horizon * 0.86F};
    const float radius = 0.7F + 1.3F * scattered(star, 13) * scattered(star, 16);
    const float alpha = (0.25F + 0.55F * scattered(star, 14)) * brightness * (1 - down * 0.8F);
    ui::disc(canvas, at, radius, ui::with_alpha(ui::hue::moon, alpha));
  }
}

void draw_sky(const ui::Canvas& canvas, const StagePlace& place, float dawn) {
  const Sky sky = sky_at(dawn);
  for (std::size_t i = 0; i + 1 < kDown.size(); ++i) {
    const float top = std::round(place.horizon * kDown.at(i));
    const float bottom = std::round(place.horizon * kDown.at(i + 1));
    ui::fill_gradient(canvas, {0, top, canvas.size.width, bottom - top}, sky.down.at(i), sky.down.at(i + 1));
  }
  ui::fill(canvas, {0, std::round(place.horizon), canvas.size.width, canvas.size.height - std::round(place.horizon)},
           sky.down.back());
  draw_stars(canvas, place, sky.stars);
  const ui::Point light{place.sun.x, place.horizon - 20 * place.zoom};
  ui::glow(canvas, light, 640 * place.zoom, ui::with_alpha(sky.glow, static_cast<float>(sky.glow.alpha) / 510));
  ui::glow(canvas, light, 330 * place.zoom, sky.glow);
}

// It lies below the fields until the goal is not far, and stands free of them at the goal.
void draw_sun(const ui::Canvas& canvas, const StagePlace& place, float dawn, bool disc) {
  const float risen = ui::ease_in_out((dawn - 0.55F) / 0.45F);
  if (risen <= 0) return;
  const ui::Point at{place.sun.x, place.sun.y + (1 - risen) * 170 * place.zoom};
  constexpr float kRaysSide = 460;
  constexpr float kRaysZoom = 4;
  ui::draw_sprite(ui::faded(canvas, risen * 0.85F), "stage_rays", at,
                  {.size = {kRaysSide, kRaysSide}, .zoom = kRaysZoom * place.zoom});
  if (disc) draw_sun_disc(canvas, at, risen);
}

}  // namespace

float scattered(std::uint32_t thing, std::uint32_t purpose) {
  std::uint32_t mixed = thing * 0x9E3779B9U + purpose * 0x85EBCA6BU + 0x165667B1U;
  mixed = (mixed ^ (mixed >> 15U)) * 0x2C1B3C6DU;
  mixed = (mixed ^ (mixed >> 12U)) * 0x297A2D39U;
  return static_cast<float>((mixed ^ (mixed >> 15U)) & 0xFFFFU) / 65535.0F;
}

Mood mood_of(const Picture& picture, Shape shape) {
  constexpr std::int64_t kWithoutGoal = 450;
  constexpr std::int64_t kBeforeGoal = 600;  // the sun is still below the fields
  constexpr float kLower = 420;
  Mood out;
  out.children = shape != Shape::ribbon;
  if (shape == Shape::ribbon) out.lower = kLower;
  const bool dawns = picture.has_goal && picture.known;
  const bool day = picture.stretch && picture.stretch->phase == StretchPhase::complete;
  out.dawn_permille = kWithoutGoal;
  if (dawns) out.dawn_permille = day ? 1000 : std::min<std::int64_t>(picture.mark.permille, 1000) * kBeforeGoal / 1000;
  return out;
}

void draw_sun_disc(const ui::Canvas& canvas, ui::Point middle, float risen) {
  const float zoom = place_stage(canvas.size, 0).zoom;
  ui::glow(canvas, middle, 150 * zoom, ui::rgb(0xFFE9B0, 0.75F));
  ui::disc(canvas, middle, 60 * zoom, ui::mixed(ui::rgb(0xFFD27A), ui::rgb(0xFFF3CF), risen));
}

void draw_land(const ui::Canvas& canvas, Mood mood) {
  const StagePlace place = place_stage(canvas.size, mood.lower);
  ui::draw_picture(canvas, place.land, {0, 0, canvas.size.width, canvas.size.height + place.lower},
                   ui::PictureFit::cover);
  const Sky sky = sky_at(static_cast<float>(mood.dawn_permille) / 1000);
  ui::glow(canvas, {place.sun.x, place.horizon + 110 * place.zoom}, 560 * place.zoom, sky.warmth);
  if (mood.children) ui::draw_picture(canvas, "stage_children", place.children);
}

void draw_stage(const ui::Canvas& canvas, Mood mood) {
  const std::int64_t step = std::clamp<std::int64_t>(mood.dawn_permille, 0, 1000) * kSteps / 1000;
  const std::string key = "stage " + std::to_string(step) + (mood.children ? " children" : "") +
                          (mood.disc ? "" : " sunless") + (mood.land ? "" : " landless") +
                          (mood.lower > 0 ? " low" : "");
  const auto draw = [&](const ui::Canvas& layer) {
    const StagePlace place = place_stage(layer.size, mood.lower);
    const float dawn = static_cast<float>(step) / static_cast<float>(kSteps);
    draw_sky(layer, place, dawn);
    draw_sun(layer, place, dawn, mood.disc);
    if (mood.land)
      draw_land(layer, {.dawn_permille = step * 1000 / kSteps, .children = mood.children, .lower = mood.lower});
  };
  ui::still(canvas, key, canvas.whole(), ui::StillKind::opaque, draw, ui::StillLife::shown);
}

namespace {

// Soft discs of a colour side by side over a rectangle, out to `reach` of its height beyond its upper and lower edge.
void draw_soft(const ui::Canvas& canvas, ui::Rect rect, float reach, ui::Colour colour) {
  const float radius = rect.height * (0.5F + reach);
  const int steps = std::max(2, static_cast<int>(std::ceil(rect.width / (radius * 0.55F))));
  for (int i = 0; i < steps; ++i) {
    const float x = rect.x + rect.width * (0.5F + static_cast<float>(i)) / static_cast<float>(steps);
    ui::glow(canvas, {x, rect.centre().y}, radius, colour);
  }
}

}  // namespace

void draw_shade(const ui::Canvas& canvas, ui::Rect behind) {
  const ui::Rect area = ui::inset(behind, -behind.height * 0.45F);
  ui::still(canvas, "shade", area, ui::StillKind::transparent,
            [&](const ui::Canvas& layer) { draw_soft(layer, behind, 0.42F, ui::rgb(0x04141C, 0.63F)); });
}

void draw_light(const ui::Canvas& canvas, ui::Rect around, float warmth) {
  const ui::Rect area = ui::inset(around, -60);
  ui::still(ui::faded(canvas, warmth), "light", area, ui::StillKind::transparent,
            [&](const ui::Canvas& layer) { draw_soft(layer, around, 0.25F, ui::with_alpha(ui::hue::gold, 0.035F)); });
}

}  // namespace mn
