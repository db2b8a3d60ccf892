// The stage: the dawn behind everything, the light around the number, and petals.
#include <array>
#include <cmath>

#include "display/parts/parts.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/still.h"

namespace mn {
namespace {

constexpr float kTurn = 6.2831853F;

// A fixed number in 0..1 for each petal and purpose: the same at every run.
float scattered(std::uint32_t petal, std::uint32_t purpose) {
  std::uint32_t mixed = petal * 0x9E3779B9U + purpose * 0x85EBCA6BU + 0x165667B1U;
  mixed = (mixed ^ (mixed >> 15U)) * 0x2C1B3C6DU;
  mixed = (mixed ^ (mixed >> 12U)) * 0x297A2D39U;
  return static_cast<float>((mixed ^ (mixed >> 15U)) & 0xFFFFU) / 65535.0F;
}

}  // namespace

void draw_stage(const ui::Canvas& canvas) { ui::draw_background(canvas, "stage"); }

void draw_light(const ui::Canvas& canvas, ui::Rect around, float warmth) {
  const ui::Rect area = ui::inset(around, -60);
  ui::still(ui::faded(canvas, warmth), "light", area, ui::StillKind::transparent, [&](const ui::Canvas& layer) {
    const int steps = 5;
    for (int i = 0; i < steps; ++i) {
      const float x = area.x + area.width * (0.5F + static_cast<float>(i)) / static_cast<float>(steps);
      ui::glow(layer, {x, around.centre().y}, area.height * 0.5F, ui::with_alpha(ui::hue::gold, 0.16F));
    }
  });
}

void draw_leaf(const ui::Canvas& canvas, ui::Point stem, float length, float degrees, ui::Colour colour) {
  const float angle = degrees / 360 * kTurn;
  const ui::Point along{std::cos(angle) * length, std::sin(angle) * length};
  const ui::Point across{-along.y * 0.13F, along.x * 0.13F};
  const auto at = [&](float way, float side) {
    return ui::Point{stem.x + along.x * way + across.x * side, stem.y + along.y * way + across.y * side};
  };
  const std::array<ui::Point, 8> outline{at(0, 0), at(0.14F, -0.62F), at(0.36F, -1), at(0.64F, -0.74F),
                                         at(1, 0), at(0.64F, 0.74F),  at(0.36F, 1),  at(0.14F, 0.62F)};
  ui::polygon(canvas, outline, colour);
}

void draw_petals(const ui::Canvas& canvas, std::int64_t celebration_permille) {
  if (celebration_permille >= 1000) return;
  const float passed = static_cast<float>(celebration_permille) / 1000;
  const float opacity = std::min({1.0F, passed / 0.08F, (1 - passed) / 0.25F});
  const ui::Canvas faint = ui::faded(canvas, opacity * 0.9F);
  constexpr std::array<ui::Colour, 4> kColours{ui::rgb(0xF7B9B0), ui::rgb(0xFFD9C9), ui::hue::gold_light,
                                               ui::hue::shoot};
  constexpr std::uint32_t kPetals = 64;
  for (std::uint32_t petal = 0; petal < kPetals; ++petal) {
    const float speed = 0.75F + 0.5F * scattered(petal, 1);
    const float fallen = scattered(petal, 2) * 1.2F - 0.1F + passed * speed * 1.3F;
    const float sway = std::sin((passed * 5 + scattered(petal, 3)) * kTurn * 0.6F);
    const float x = scattered(petal, 4) * canvas.size.width + sway * 50;
    const float y = (fallen - std::floor(fallen)) * (canvas.size.height + 80) - 40;
    const float size = 20 + 26 * scattered(petal, 5);
    const float degrees = 360 * (scattered(petal, 6) + passed * (1 + scattered(petal, 7)));
    draw_leaf(faint, {x, y}, size, degrees, kColours[petal % kColours.size()]);
  }
}

}  // namespace mn
