// A number in gold with its unit: tabular, and with the room of its widest state, so that no digit ever moves.
#include <algorithm>

#include "core/numbers.h"
#include "display/parts/parts.h"
#include "ui/type.h"

namespace mn {
namespace {

constexpr float kUnitShare = 0.27F;  // of the digits' size
constexpr float kUnitGap = 0.13F;
constexpr ui::Colour kUpper = ui::rgb(0xFFF3CC);
constexpr ui::Colour kLower = ui::rgb(0xFFC65E);

// How wide the digits and their unit are at a size.
struct Widths {
  float digits = 0;
  float unit = 0;
  float all(float size) const { return digits + size * kUnitGap + unit; }
};

}  // namespace

ui::Colour number_colour_lower() { return kLower; }

void draw_number(const ui::Canvas& canvas, ui::Rect rect, Money amount, Money widest, const Words& words,
                 float size_most, float size_least) {
  ui::TextLook digits{ui::Face::display_extrabold, 0, kUpper, ui::Align::right, kLower, 0};
  ui::TextLook unit{ui::Face::display_semibold, 0, ui::hue::gold_light, ui::Align::left, {}, 0};
  const std::string room = grouped(widest);
  const auto widths_at = [&](float size) {
    digits.size = size;
    unit.size = std::max(size * kUnitShare, size_least);
    return Widths{ui::text_width(canvas, room, digits), ui::text_width(canvas, words.dong, unit)};
  };
  float size = std::min(size_most, rect.height / 0.86F);
  Widths widths = widths_at(size);
  while (widths.all(size) > rect.width && size > size_least) {
    size = std::max(size_least, size - 2);
    widths = widths_at(size);
  }
  const float right = rect.centre().x - widths.all(size) / 2 + widths.digits;
  const float baseline = rect.centre().y + ui::line_metrics(digits.face, size).cap_height / 2;
  const std::string text = grouped(amount);
  ui::TextLook shade = digits;
  shade.lower.reset();
  shade.colour = ui::with_alpha(ui::hue::night, 0.62F);
  ui::draw_text(canvas, {right, baseline + size * 0.024F}, text, shade);
  ui::draw_text(canvas, {right, baseline}, text, digits);
  ui::draw_text(canvas, {right + size * kUnitGap, baseline}, words.dong, unit);
}

}  // namespace mn
