// How much: the amounts that most people give, each with its words, and the way to any other. Nothing is chosen before.
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

bool draw_preset(const ui::Canvas& canvas, ui::TargetId id, ui::Rect rect, Money amount, const Sight& sight) {
  const std::string words = in_words(sight, amount);
  return ui::button(canvas, id, rect, figure(amount), {.size = 56, .radius = ui::corner::large, .note = words});
}

}  // namespace

std::optional<Tap> draw_amount(const ui::Canvas& canvas, const Amount& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap);
  ui::Rect body = draw_question(frame.canvas, frame.body, sight, word(sight, "amount.title"), screen.chosen.amount);
  const bool portrait = canvas.portrait();
  const ui::Rect other = ui::cut_bottom(body, portrait ? 150.0F : 132.0F, ui::space::medium);
  const std::vector<Money>& presets = sight.terms.campaign.presets;
  const int count = static_cast<int>(presets.size());
  const int columns = portrait ? 2 : (count > 6 ? 4 : 3);
  const int rows = (count + columns - 1) / columns;
  if (portrait) body = ui::cut_top(body, std::min(body.height, static_cast<float>(rows) * 360));
  for (int i = 0; i < count; ++i) {
    const ui::Rect row = ui::row_of(body, i / columns, rows, ui::space::medium);
    const ui::Rect cell = ui::column_of(row, i % columns, columns, ui::space::medium);
    const Money amount = presets[static_cast<std::size_t>(i)];
    if (draw_preset(frame.canvas, kTouchPreset + i, cell, amount, sight)) tap = tap::Choose{amount};
  }
  if (ui::button(frame.canvas, kTouchOtherAmount, other, word(sight, "amount.other"),
                 {.kind = ui::ButtonKind::plain, .icon = ui::Icon::pencil, .size = 44, .radius = ui::corner::large})) {
    tap = tap::OtherAmount{};
  }
  const bool editing = screen.chosen.reviewed;
  if (draw_back(frame.canvas, frame.foot, word(sight, editing ? "btn.back" : "btn.cancel"),
                editing ? ui::Icon::back : ui::Icon::cross)) {
    tap = tap::Back{};
  }
  draw_help(frame.canvas, frame.foot, sight);
  return tap;
}

}  // namespace mn::kiosk
