// The number of the day, in gold.
#include <algorithm>

#include "core/numbers.h"
#include "display/parts/parts.h"
#include "ui/type.h"

namespace mn {
namespace {

constexpr float kUnitShare = 0.30F;  // of the digits' size
constexpr float kUnitGap = 0.14F;

// How wide the digits and their unit are at a size.
struct Widths {
  float digits = 0;
  float unit = 0;
  float all(float size) const { return digits + size * kUnitGap + unit; }
};

}  // namespace

void draw_number(const ui::Canvas& canvas, ui::Rect rect, Money amount, Money widest, const Words& words,
                 const TypeScale& type) {
  ui::TextLook digits{ui::Face::display_extrabold, 0, ui::hue::gold_light, ui::Align::right, ui::hue::gold_deep, 0};
  ui::TextLook unit{ui::Face::display_semibold, 0, ui::hue::gold_light, ui::Align::left, {}, 0};
  const std::string room = grouped(widest);
  const auto widths_at = [&](float size) {
    digits.size = size;
    unit.size = std::max(size * kUnitShare, type.least);
    return Widths{ui::text_width(canvas, room, digits), ui::text_width(canvas, words.dong, unit)};
  };
  float size = std::min(type.giant, rect.height / 0.86F);
  Widths widths = widths_at(size);
  while (widths.all(size) > rect.width && size > type.least) {
    size = std::max(type.least, size - 2);
    widths = widths_at(size);
  }
  const float right = rect.centre().x - widths.all(size) / 2 + widths.digits;
  const float baseline = rect.centre().y + ui::line_metrics(digits.face, size).cap_height / 2;
  const std::string text = grouped(amount);
  ui::TextLook shade = digits;
  shade.lower.reset();
  shade.colour = ui::with_alpha(ui::hue::night, 0.55F);
  ui::draw_text(canvas, {right, baseline + size * 0.022F}, text, shade);
  ui::draw_text(canvas, {right, baseline}, text, digits);
  ui::draw_text(canvas, {right + size * kUnitGap, baseline}, words.dong, unit);
}

}  // namespace mn
