// While the journal keeps the pledge: a shoot grows. No promise is made yet.
#include "kiosk/screens/bamboo.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"

namespace mn::kiosk {

std::optional<Tap> draw_recording(const ui::Canvas& canvas, const Recording&, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap);
  const ui::Theme& theme = *canvas.theme;
  const ui::Rect area = ui::centred(frame.body, {std::min(frame.body.width, 1100.0F), 680});
  ui::card(frame.canvas, area);
  ui::Rect inside = ui::inset(area, 48);
  ui::Rect words = ui::cut_bottom(inside, 150, ui::space::medium);
  draw_growing(frame.canvas, ui::centred(inside, {360, inside.height}),
               ui::share_of(sight.now_ms, sight.visit.since_ms, kGrowthMs) * 0.75F + 0.25F);
  ui::draw_text_in(frame.canvas, ui::cut_top(words, 76), word(sight, "recording.wait"),
                   {.face = ui::Face::display_bold, .size = 48, .colour = theme.ink, .align = ui::Align::centre}, 28);
  ui::draw_text_in(frame.canvas, words, word(sight, "recording.note"),
                   {.face = ui::Face::medium, .size = 32, .colour = theme.ink_soft, .align = ui::Align::centre}, 24);
  return tap;
}

}  // namespace mn::kiosk
