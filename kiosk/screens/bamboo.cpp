#include "kiosk/screens/bamboo.h"

#include <array>
#include <cmath>

#include "ui/paint.h"
#include "ui/type.h"

namespace mn::kiosk {
namespace {

constexpr float kNodeGap = 6;

// One length of culm between two joints, lying or standing.
void draw_joint(const ui::Canvas& canvas, ui::Rect rect, bool green) {
  const ui::Colour light = green ? ui::hue::shoot : ui::hue::paper;
  const ui::Colour dark = green ? ui::hue::leaf : ui::hue::sand;
  const bool lying = rect.width > rect.height;
  ui::fill_gradient(canvas, rect, light, dark, lying ? ui::Run::down : ui::Run::across, 8);
  if (!green) ui::outline(canvas, rect, ui::hue::line, 8);
}

}  // namespace

void draw_leaf(const ui::Canvas& canvas, ui::Point stalk, float length, float angle, ui::Colour colour) {
  constexpr int kSteps = 10;
  std::array<ui::Point, 2 * kSteps> outline;
  const float along_x = std::cos(angle);
  const float along_y = std::sin(angle);
  const auto at = [&](float share, float side) {
    const float width = length * 0.17F * std::sin(3.14159265F * std::pow(share, 0.75F)) * side;
    return ui::Point{stalk.x + along_x * share * length - along_y * width,
                     stalk.y + along_y * share * length + along_x * width};
  };
  for (int i = 0; i < kSteps; ++i) {
    const float share = static_cast<float>(i) / kSteps;
    outline[static_cast<std::size_t>(i)] = at(share, -1);
    outline[static_cast<std::size_t>(kSteps + i)] = at(1 - share, 1);
  }
  ui::polygon(canvas, outline, colour);
}

void draw_trail(const ui::Canvas& canvas, ui::Rect area, std::span<const std::string> labels, int place) {
  const ui::Theme& theme = *canvas.theme;
  constexpr float kThick = 18;
  const int count = static_cast<int>(labels.size());
  const float culm_y = area.y + area.height * 0.42F;
  for (int i = 0; i < count; ++i) {
    const ui::Rect cell = ui::column_of(area, i, count, kNodeGap);
    const bool green = i <= place;
    if (i == place) {
      const ui::Point stalk{cell.x + cell.width * 0.72F, culm_y - kThick / 2 + 2};
      draw_leaf(canvas, stalk, 44, -2.25F, ui::hue::leaf);
      draw_leaf(canvas, stalk, 52, -1.25F, ui::hue::shoot);
      draw_leaf(canvas, stalk, 40, -0.45F, ui::hue::leaf);
    }
    draw_joint(canvas, {cell.x, culm_y - kThick / 2, cell.width, kThick}, green);
    ui::draw_text_in(canvas, {cell.x, culm_y + kThick / 2 + 4, cell.width, 40}, labels[static_cast<std::size_t>(i)],
                     {.face = i == place ? ui::Face::bold : ui::Face::medium,
                      .size = ui::type_size::caption,
                      .colour = i == place ? theme.ink : theme.ink_soft,
                      .align = ui::Align::centre},
                     20);
  }
}

void draw_growing(const ui::Canvas& canvas, ui::Rect area, float share) {
  constexpr int kJoints = 5;
  const float height = (area.height - kNodeGap * (kJoints - 1)) / kJoints;
  const float thick = area.width * 0.16F;
  const float middle = area.x + area.width / 2;
  const float grown = share * kJoints;
  for (int i = 0; i < kJoints; ++i) {
    const float joint = ui::ease_out(grown - static_cast<float>(i));
    if (joint <= 0) break;
    const float bottom = area.bottom() - static_cast<float>(i) * (height + kNodeGap);
    draw_joint(canvas, {middle - thick / 2, bottom - height * joint, thick, height * joint}, true);
    if (joint < 0.6F || i == 0) continue;
    const float side = i % 2 == 0 ? 1.0F : -1.0F;
    const float leaf = area.width * 0.42F * (joint - 0.6F) / 0.4F;
    const ui::Point stalk{middle + side * thick / 2, bottom};
    const float angle = side > 0 ? -0.6F : -2.54F;
    draw_leaf(canvas, stalk, leaf, angle, ui::hue::leaf);
    draw_leaf(canvas, stalk, leaf * 0.75F, angle + side * 0.5F, ui::hue::shoot);
  }
}

}  // namespace mn::kiosk
