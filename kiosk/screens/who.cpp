// As whom the donor gives: six cards, the last of them without a name.
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

constexpr Giver kGivers[] = {Giver::unnamed,  Giver::person, Giver::agency,
                             Giver::business, Giver::group,  Giver::social};

bool draw_giver(const ui::Canvas& canvas, ui::Rect rect, Giver giver, bool chosen, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const std::string& label = giver_word(sight, giver);
  const ui::Touched touched =
      ui::touch(canvas, {.id = kTouchGiver + static_cast<int>(giver), .rect = rect, .label = label});
  const float depth = ui::depth_of(canvas, touched);
  rect = ui::shifted(rect, 0, 4 * depth);
  if (touched.pressed || chosen) {
    ui::fill(canvas, rect, theme.chosen, ui::corner::large);
    ui::outline(canvas, rect, theme.chosen_line, ui::corner::large, 4);
  } else {
    ui::card(canvas, rect);
  }
  const bool unnamed = giver == Giver::unnamed;
  ui::Rect inside = ui::inset(rect, std::min(28.0F, rect.height * 0.14F));
  const float side = std::min({116.0F, inside.height * 0.72F, inside.width * 0.24F});
  const ui::Rect round = ui::cut_left(inside, side, ui::space::medium);
  ui::disc(canvas, round.centre(), side / 2, unnamed ? theme.warning_ground : theme.chosen);
  ui::draw_icon(canvas, giver_icon(giver), ui::centred(round, {side * 0.54F, side * 0.54F}),
                unnamed ? theme.accent : theme.action);
  if (chosen) {
    ui::draw_icon(canvas, ui::Icon::check, ui::centred(ui::cut_right(inside, 52, 8), {44, 44}), theme.action);
  }
  const float note = unnamed && rect.height > 130 ? ui::text_size(canvas, 40) : 0;
  const Fitted title = fitted(canvas, label, {.face = ui::Face::semibold, .size = 40, .colour = theme.ink},
                              {inside.width, inside.height - note});
  ui::Rect words = ui::centred(inside, {inside.width, title.height + note});
  ui::draw_paragraph(canvas, ui::cut_top(words, title.height), label, title.look, 5, kLeading);
  if (note > 0) {
    ui::draw_text_in(canvas, words, word(sight, "name.anonshown"),
                     {.face = ui::Face::medium, .size = 28, .colour = theme.ink_soft}, 18);
  }
  return touched.tapped;
}

}  // namespace

std::optional<Tap> draw_who(const ui::Canvas& canvas, const Who& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap, canvas.portrait() ? 230 : 112);
  draw_question(frame, sight, word(sight, "type.title"), screen.chosen);
  ui::Rect body = frame.body;
  const bool portrait = canvas.portrait();
  const int columns = portrait ? (frame.low ? 2 : 1) : (frame.low ? 3 : 2);
  const int rows = 6 / columns;
  if (portrait && !frame.low) body = ui::cut_bottom(body, std::min(body.height, 1120.0F));
  const bool asked_before = screen.chosen.reviewed || !screen.chosen.name.empty();
  for (int i = 0; i < 6; ++i) {
    const Giver giver = kGivers[i];
    const ui::Rect row = ui::row_of(body, i / columns, rows, ui::space::medium);
    const ui::Rect cell = ui::column_of(row, i % columns, columns, ui::space::medium);
    const bool chosen = asked_before && giver == screen.chosen.giver;
    if (draw_giver(frame.canvas, cell, giver, chosen, sight)) tap = tap::GiveAs{giver};
  }
  if (draw_back(frame, word(sight, "btn.back"))) tap = tap::Back{};
  draw_help(frame, sight, tap);
  return tap;
}

}  // namespace mn::kiosk
