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

void draw_trail(const ui::Canvas& canvas, ui::Rect area, std::span<const std::string> labels, int place, float share) {
  const ui::Theme& theme = *canvas.theme;
  constexpr float kThick = 18;
  const int count = static_cast<int>(labels.size());
  const float culm_y = area.y + std::min(52.0F, area.height * 0.5F);
  const float opened = 0.55F + 0.45F * share;
  for (int i = 0; i < count; ++i) {
    const ui::Rect cell = ui::column_of(area, i, count, kNodeGap);
    const float top = culm_y - kThick / 2 + 2;
    if (i < place) draw_leaf(canvas, {cell.right() - 14, top}, 30, -2.1F, i % 2 == 0 ? ui::hue::leaf : ui::hue::shoot);
    if (i == place) {
      const float grown = (0.86F + 0.1F * static_cast<float>(place)) * opened;
      const ui::Point stalk{cell.x + cell.width * 0.72F, top};
      draw_leaf(canvas, stalk, 44 * grown, -2.35F, ui::hue::leaf);
      draw_leaf(canvas, stalk, 40 * grown, -0.45F, ui::hue::leaf);
      draw_leaf(canvas, stalk, 50 * grown, -1.85F, ui::hue::shoot);
      draw_leaf(canvas, stalk, 54 * grown, -1.2F, ui::hue::shoot);
    }
    draw_joint(canvas, {cell.x, culm_y - kThick / 2, cell.width, kThick}, i <= place);
    ui::draw_text_in(canvas, {cell.x, culm_y + kThick / 2 + 4, cell.width, 40}, labels[static_cast<std::size_t>(i)],
                     {.face = i == place ? ui::Face::bold : ui::Face::medium,
                      .size = ui::type_size::caption,
                      .colour = i == place ? theme.ink : theme.ink_soft,
                      .align = ui::Align::centre},
                     18);
  }
}

}  // namespace mn::kiosk
