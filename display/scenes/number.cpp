// The number of the day, in gold.
#include <algorithm>

#include "core/numbers.h"
#include "display/scenes/parts.h"
#include "ui/type.h"

namespace mn {
namespace {

constexpr float kUnitShare = 0.30F;  // of the digits' size
constexpr float kUnitGap = 0.14F;

}  // namespace

void draw_number(const ui::Canvas& canvas, ui::Rect rect, Money amount, Money widest, const Words& words,
                 float size_most) {
  const std::string text = grouped(amount);
  ui::TextLook digits{ui::Face::display_extrabold, 100, ui::hue::gold_light, ui::Align::right, ui::hue::gold_deep, 0};
  ui::TextLook unit{ui::Face::display_semibold, 100 * kUnitShare, ui::hue::gold_light, ui::Align::left, {}, 0};
  const float digits_width = ui::text_width(canvas, grouped(widest), digits);
  const float width = digits_width + 100 * kUnitGap + ui::text_width(canvas, words.dong, unit);
  const float most = std::min(size_most, rect.height / 0.86F);
  const float size = std::min(most, 100 * rect.width / std::max(width, 1.0F));
  const float scale = size / 100;
  const float left = rect.centre().x - width * scale / 2;
  const float right = left + digits_width * scale;
  const ui::LineMetrics line = ui::line_metrics(digits.face, size);
  const float baseline = rect.centre().y + line.cap_height / 2;
  digits.size = size;
  unit.size = size * kUnitShare;
  ui::TextLook shade = digits;
  shade.lower.reset();
  shade.colour = ui::with_alpha(ui::hue::night, 0.55F);
  ui::draw_text(canvas, {right, baseline + size * 0.022F}, text, shade);
  ui::draw_text(canvas, {right, baseline}, text, digits);
  ui::draw_text(canvas, {right + size * kUnitGap, baseline}, words.dong, unit);
}

}  // namespace mn
