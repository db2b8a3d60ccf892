// The question whether somebody is still there, over whatever was on the glass; nothing below it can be touched.
#include <fmt/format.h>

#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {

std::optional<Tap> draw_idle(const ui::Canvas& canvas, int seconds_left, const Sight& sight) {
  std::optional<Tap> tap;
  const ui::Theme& theme = *canvas.theme;
  ui::cover(canvas, kTouchVeil, ui::with_alpha(ui::hue::night, 0.62F));
  const ui::Rect area = ui::centred(canvas.whole(), {std::min(canvas.size.width - 96, 1040.0F), 660});
  ui::card(canvas, area);
  ui::Rect inside = ui::inset(area, 56);
  const ui::Rect round = ui::cut_top(inside, 190, ui::space::medium);
  const float share = static_cast<float>(seconds_left) * 1000 / static_cast<float>(sight.terms.patience.reset_ms);
  ui::ring(canvas, round.centre(), 86, theme.quiet, 16);
  ui::arc(canvas, round.centre(), 86, std::min(1.0F, share), theme.accent, 16);
  ui::draw_text_in(canvas, round, fmt::format("{}", seconds_left),
                   {.face = ui::Face::display_bold, .size = 80, .colour = theme.ink, .align = ui::Align::centre});
  const ui::Rect buttons = ui::cut_bottom(inside, 124);
  ui::Rect row = buttons;
  if (ui::button(canvas, kTouchCancel, ui::cut_left(row, 300, ui::space::medium), word(sight, "btn.finish"),
                 {.kind = ui::ButtonKind::plain, .size = 34, .radius = ui::corner::pill})) {
    tap = tap::Cancel{};
  }
  if (ui::button(canvas, kTouchMoreTime, row, word(sight, "btn.moretime"),
                 {.kind = ui::ButtonKind::primary, .icon = ui::Icon::clock, .size = 42, .radius = ui::corner::pill})) {
    tap = tap::MoreTime{};
  }
  const std::string text = fill(word(sight, "idle.ask"), {{"n", fmt::format("{}", seconds_left)}});
  ui::draw_paragraph(canvas, inside, text,
                     {.face = ui::Face::semibold, .size = 42, .colour = theme.ink, .align = ui::Align::centre}, 3,
                     1.35F);
  return tap;
}

}  // namespace mn::kiosk
