// The kiosk rests, calmly: no error is shown, only where to go, and the code to give there when an answer is missing.
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn::kiosk {

std::optional<Tap> draw_resting(const ui::Canvas& canvas, const Resting& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap, 0);
  const ui::Canvas& in = frame.canvas;
  const ui::Theme& theme = *canvas.theme;
  ui::Rect body = whole_of(frame);
  const ui::Rect area =
      ui::centred(body, {std::min(body.width, 1240.0F), std::min(body.height, screen.code ? 800.0F : 640.0F)});
  ui::card(in, area);
  ui::Rect inside = ui::inset(area, 44);
  ui::Rect code = screen.code ? ui::cut_bottom(inside, ui::text_size(canvas, 150), ui::space::medium) : ui::Rect{};
  ui::draw_picture(in, "resting", ui::cut_top(inside, inside.height * 0.56F, ui::space::small));
  ui::draw_text_in(in, ui::cut_top(inside, inside.height * 0.55F), word(sight, "resting.title"),
                   {.face = ui::Face::display_bold, .size = 60, .colour = theme.action, .align = ui::Align::centre},
                   30);
  ui::draw_text_in(in, inside, word(sight, "resting.text"),
                   {.face = ui::Face::medium, .size = 40, .colour = theme.ink, .align = ui::Align::centre}, 22);
  if (!screen.code) return tap;
  ui::fill(in, code, theme.chosen, ui::corner::medium);
  code = ui::inset(code, 14);
  ui::draw_text_in(in, ui::cut_top(code, code.height * 0.38F), word(sight, "resting.code"),
                   {.face = ui::Face::medium, .size = 30, .colour = theme.ink, .align = ui::Align::centre}, 18);
  ui::draw_text_in(in, code, code_for_people(*screen.code),
                   {.face = ui::Face::display_bold, .size = 64, .colour = theme.action, .align = ui::Align::centre},
                   30);
  return tap;
}

}  // namespace mn::kiosk
