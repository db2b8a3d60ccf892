// As whom the donor gives: six cards, the last of them without a name.
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

constexpr Giver kGivers[] = {Giver::person, Giver::business, Giver::agency,
                             Giver::group,  Giver::social,   Giver::unnamed};

bool draw_giver(const ui::Canvas& canvas, ui::Rect rect, Giver giver, bool chosen, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const std::string& label = giver_word(sight, giver);
  ui::Touched touched;
  if (canvas.targets != nullptr) {
    const ui::Rect at = ui::shifted(rect, canvas.offset.x, canvas.offset.y);
    touched = ui::add_target(*canvas.targets, {kTouchGiver + static_cast<int>(giver), at, label, true});
  }
  if (touched.pressed || chosen) {
    ui::fill(canvas, rect, theme.chosen, ui::corner::large);
    ui::outline(canvas, rect, theme.chosen_line, ui::corner::large, 4);
  } else {
    ui::card(canvas, rect);
  }
  const bool unnamed = giver == Giver::unnamed;
  ui::Rect inside = ui::inset(rect, 28);
  const float side = std::min(116.0F, inside.height * 0.62F);
  const ui::Rect round = ui::cut_left(inside, side, ui::space::medium);
  ui::disc(canvas, round.centre(), side / 2, unnamed ? theme.warning_ground : theme.chosen);
  ui::draw_icon(canvas, giver_icon(giver), ui::centred(round, {side * 0.54F, side * 0.54F}),
                unnamed ? theme.accent : theme.action);
  const ui::TextLook look{.face = ui::Face::semibold, .size = 40, .colour = theme.ink};
  const float lines = static_cast<float>(ui::wrapped(canvas, label, look, inside.width, 3).size());
  const float height = lines * look.size * 1.25F + (unnamed ? 40 : 0);
  ui::Rect words = ui::centred(inside, {inside.width, height});
  const float used = ui::draw_paragraph(canvas, words, label, look, 3, 1.25F);
  if (unnamed) {
    ui::cut_top(words, used);
    ui::draw_text_in(canvas, words, word(sight, "name.anonshown"),
                     {.face = ui::Face::medium, .size = 28, .colour = theme.ink_soft}, 22);
  }
  return touched.tapped;
}

}  // namespace

std::optional<Tap> draw_who(const ui::Canvas& canvas, const Who& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap);
  ui::Rect body = draw_question(frame.canvas, frame.body, sight, word(sight, "type.title"), screen.chosen.amount);
  const int columns = canvas.portrait() ? 1 : 2;
  const int rows = 6 / columns;
  if (canvas.portrait()) body = ui::cut_top(body, std::min(body.height, 1160.0F));
  const bool asked_before = !screen.chosen.name.empty();
  for (int i = 0; i < 6; ++i) {
    const Giver giver = kGivers[i];
    const ui::Rect cell =
        ui::column_of(ui::row_of(body, i / columns, rows, ui::space::medium), i % columns, columns, ui::space::medium);
    const bool chosen = asked_before && giver == screen.chosen.giver;
    if (draw_giver(frame.canvas, cell, giver, chosen, sight)) tap = tap::GiveAs{giver};
  }
  if (draw_back(frame.canvas, frame.foot, word(sight, "btn.back"))) tap = tap::Back{};
  draw_help(frame.canvas, frame.foot, sight);
  return tap;
}

}  // namespace mn::kiosk
