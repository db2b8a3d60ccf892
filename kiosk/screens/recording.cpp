// While the journal keeps the pledge: a shoot grows. No promise is made yet.
#include <fmt/format.h>

#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/picture.h"

namespace mn::kiosk {
namespace {

constexpr int kStages = 5;

}  // namespace

std::optional<Tap> draw_recording(const ui::Canvas& canvas, const Recording&, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap);
  const ui::Theme& theme = *canvas.theme;
  const ui::Rect area =
      ui::centred(frame.body, {std::min(frame.body.width, 1100.0F), std::min(frame.body.height, 680.0F)});
  ui::card(frame.canvas, area);
  ui::Rect inside = ui::inset(area, std::min(48.0F, area.height * 0.08F));
  ui::Rect words = ui::cut_bottom(inside, ui::text_size(canvas, 130), ui::space::small);
  const float share = ui::share_of(sight.now_ms, sight.visit.since_ms, kGrowthMs);
  const int stage = std::min(kStages, 1 + static_cast<int>(share * kStages));
  ui::draw_picture(frame.canvas, fmt::format("shoot_{}", stage), inside);
  ui::draw_text_in(frame.canvas, ui::cut_top(words, words.height * 0.58F), word(sight, "recording.wait"),
                   {.face = ui::Face::display_bold, .size = 48, .colour = theme.ink, .align = ui::Align::centre}, 24);
  ui::draw_text_in(frame.canvas, words, word(sight, "recording.note"),
                   {.face = ui::Face::medium, .size = 32, .colour = theme.ink_soft, .align = ui::Align::centre}, 20);
  return tap;
}

}  // namespace mn::kiosk
