// A moving page, for measuring what motion costs without a GPU.
#include <array>
#include <cmath>

#include "tests/ui/gallery_pages.h"
#include "ui/control.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn::gallery {
namespace {

using namespace mn::ui;

constexpr float kTurn = 6.2831853F;

float wave(double seconds, double period_s, float offset) {
  return std::sin((static_cast<float>(std::fmod(seconds / period_s, 1.0)) + offset) * kTurn);
}

// A fixed number in 0..1 for each thing and purpose.
float scattered(std::uint32_t thing, std::uint32_t purpose) {
  std::uint32_t mixed = thing * 0x9E3779B9U + purpose * 0x85EBCA6BU + 0x165667B1U;
  mixed = (mixed ^ (mixed >> 15U)) * 0x2C1B3C6DU;
  mixed = (mixed ^ (mixed >> 12U)) * 0x297A2D39U;
  return static_cast<float>((mixed ^ (mixed >> 15U)) & 0xFFFFU) / 65535.0F;
}

}  // namespace

void draw_attract(const Canvas& canvas, double seconds) {
  begin_screen(*canvas.targets, "attract");
  draw_background(canvas, "dawn");
  constexpr std::array<const char*, 3> kNames = {"leaves", "shoots", "anise"};
  for (std::uint32_t sprite = 0; sprite < 6; ++sprite) {
    const float share = (static_cast<float>(sprite) + 0.5F) / 6;
    const Point at{canvas.size.width * share + 24 * wave(seconds, 9 + sprite, share),
                   canvas.size.height * (sprite % 2 == 0 ? 0.3F : 0.72F) + 18 * wave(seconds, 7 + sprite, share)};
    const Size size = sprite % 3 == 0 ? Size{430, 280} : sprite % 3 == 1 ? Size{410, 300} : Size{346, 346};
    draw_sprite(canvas, kNames.at(sprite % 3), at, {.size = size, .degrees = 3 * wave(seconds, 11, share)});
  }
  for (std::uint32_t leaf = 0; leaf < 30; ++leaf) {
    const float speed = 20 + 30 * scattered(leaf, 1);
    const float fallen = std::fmod(scattered(leaf, 2) + static_cast<float>(seconds) * speed / 1200, 1.0F);
    const Point at{canvas.size.width * scattered(leaf, 3) + 40 * wave(seconds, 5, scattered(leaf, 4)),
                   fallen * (canvas.size.height + 80) - 40};
    draw_sprite(canvas, "anise", at, {.size = {36, 36}, .degrees = 360 * (scattered(leaf, 5) + fallen)});
  }
  draw_text_in(canvas, {0, canvas.size.height * 0.36F, canvas.size.width, 120}, "Góp cho trẻ em Lạng Sơn",
               {.face = Face::display_extrabold, .size = 100, .colour = canvas.theme->action, .align = Align::centre});
  const Rect call = centred(canvas.whole(), {760, 160});
  button(canvas, 1, shifted(call, 0, 60), "Chạm để bắt đầu",
         {.kind = ButtonKind::primary, .icon = Icon::heart, .size = 56, .radius = corner::pill});
  const float sweep = static_cast<float>(std::fmod(seconds, 6.0) / 6.0);
  glow(canvas, {canvas.size.width * sweep, canvas.size.height * 0.42F}, 220, with_alpha(hue::white, 0.5F));
}

}  // namespace mn::gallery
