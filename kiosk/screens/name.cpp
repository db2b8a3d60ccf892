// The name, as it is typed, over the keyboard.
#include <fmt/format.h>

#include "kiosk/order.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

void draw_field(const ui::Canvas& canvas, ui::Rect area, const Name& screen, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  ui::card(canvas, area, ui::corner::large);
  ui::outline(canvas, area, theme.chosen_line, ui::corner::large, 4);
  ui::Rect inside = ui::inset(area, 22);
  const float side = 84;
  const ui::Rect round = ui::cut_left(inside, side, ui::space::medium);
  ui::disc(canvas, round.centre(), side / 2, theme.chosen);
  ui::draw_icon(canvas, giver_icon(screen.chosen.giver), ui::centred(round, {48, 48}), theme.action);
  ui::Rect caption = ui::cut_top(inside, 34, 2);
  const std::size_t letters = letter_count(screen.chosen.name.view());
  ui::draw_text_in(canvas, ui::cut_right(caption, 120), fmt::format("{}/{}", letters, kNameLettersMax),
                   {.face = ui::Face::medium, .size = 26, .colour = theme.ink_soft, .align = ui::Align::right});
  const bool person = screen.chosen.giver == Giver::person;
  ui::draw_text_in(canvas, caption, word(sight, person ? "name.person" : "name.org"),
                   {.face = ui::Face::semibold, .size = 26, .colour = theme.ink_soft});
  ui::TextLook look{.face = ui::Face::display_semibold, .size = 52, .colour = theme.ink};
  const std::string_view name = screen.chosen.name.view();
  const int lines_max = canvas.portrait() ? 3 : 2;
  if (ui::text_width(canvas, name, look) > inside.width - 12) look.size = 36;
  const std::vector<std::string> lines = ui::wrapped(canvas, name, look, inside.width - 12, lines_max);
  const float leading = look.size * 1.22F;
  const float height = leading * static_cast<float>(std::max<std::size_t>(1, lines.size()));
  const ui::Rect words = ui::centred(inside, {inside.width, height});
  float caret = words.x;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const ui::Rect line{words.x, words.y + leading * static_cast<float>(i), words.width, leading};
    ui::draw_text_in(canvas, line, lines[i], look);
    caret = words.x + ui::text_width(canvas, lines[i], look);
  }
  const bool space_typed = !name.empty() && name.back() == ' ';
  if (space_typed && !lines.empty() && lines.back().back() != ' ') caret += look.size * 0.26F;
  const ui::Rect bar{caret + 5, words.bottom() - leading + 2, 5, leading - 4};
  ui::fill(canvas, bar, theme.accent, 2);
}

}  // namespace

std::optional<Tap> draw_name(const ui::Canvas& canvas, const Name& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap);
  const bool portrait = canvas.portrait();
  ui::Rect body = frame.body;
  if (portrait) {
    body = draw_question(frame.canvas, body, sight, word(sight, "name.public"), screen.chosen.amount);
    body.x = 24;
    body.width = canvas.size.width - 48;
  }
  const float keys = portrait ? keyboard_height(canvas) + 120 : keyboard_height(canvas);
  ui::Rect keyboard = ui::cut_bottom(body, std::min(keys, body.height - 150), 20);
  if (portrait) body = ui::cut_bottom(body, 230);
  draw_field(frame.canvas, body, screen, sight);
  if (const std::optional<Key> key = draw_keyboard(frame.canvas, keyboard, screen, sight)) tap = tap::PressKey{*key};
  if (draw_back(frame.canvas, frame.foot, word(sight, "btn.back"))) tap = tap::Back{};
  if (!portrait) {
    ui::Rect middle = frame.foot;
    ui::cut_left(middle, 300, ui::space::medium);
    ui::cut_right(middle, 520, ui::space::medium);
    const ui::Rect chip = ui::centred(middle, {middle.width, 104});
    ui::fill(frame.canvas, chip, ui::with_alpha(canvas.theme->surface, 0.9F), ui::corner::medium);
    draw_sum(frame.canvas, ui::inset(chip, 8), sight, screen.chosen.amount, ui::Align::centre);
  }
  if (draw_on(frame.canvas, frame.foot, word(sight, "btn.next"), name_complete(screen.chosen.name))) {
    tap = tap::NameTyped{};
  }
  return tap;
}

}  // namespace mn::kiosk
