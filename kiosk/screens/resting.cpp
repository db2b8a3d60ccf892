// The kiosk rests, calmly: no error is shown, only where to go, and the code to give there when an answer is missing.
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn::kiosk {

std::optional<Tap> draw_resting(const ui::Canvas& canvas, const Resting& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap);
  const ui::Canvas& in = frame.canvas;
  const ui::Theme& theme = *canvas.theme;
  const ui::Rect area = ui::centred(frame.body, {std::min(frame.body.width, 1240.0F), screen.code ? 730.0F : 560.0F});
  ui::card(in, area);
  ui::Rect inside = ui::inset(area, 56);
  ui::draw_picture(in, "shoots", ui::cut_top(inside, 200, ui::space::medium));
  const ui::TextLook title{
      .face = ui::Face::display_bold, .size = 60, .colour = theme.action, .align = ui::Align::centre};
  ui::cut_top(inside, ui::draw_paragraph(in, inside, word(sight, "resting.title"), title, 2, 1.2F) + 12);
  const ui::TextLook text{.face = ui::Face::medium, .size = 40, .colour = theme.ink, .align = ui::Align::centre};
  ui::cut_top(inside, ui::draw_paragraph(in, inside, word(sight, "resting.text"), text, 3, 1.35F) + 24);
  if (!screen.code) return tap;
  ui::Rect code = ui::cut_top(inside, 150);
  ui::fill(in, code, theme.chosen, ui::corner::medium);
  code = ui::inset(code, 16);
  ui::draw_text_in(in, ui::cut_top(code, 44), word(sight, "resting.code"),
                   {.face = ui::Face::medium, .size = 30, .colour = theme.ink, .align = ui::Align::centre}, 22);
  ui::draw_text_in(in, code, code_for_people(*screen.code),
                   {.face = ui::Face::display_bold, .size = 56, .colour = theme.action, .align = ui::Align::centre});
  return tap;
}

}  // namespace mn::kiosk
