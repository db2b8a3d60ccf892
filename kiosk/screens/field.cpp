#include "kiosk/screens/field.h"

#include <fmt/format.h>

#include "core/numbers.h"
#include "ui/control.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn::kiosk {
namespace {

// A line of the wrapped text, and where it begins in the whole.
struct Line {
  std::string_view text;
  std::size_t begin = 0;
};

// Finds the wrapped lines again in the text they were made of: wrapping leaves out the space at which it broke.
std::vector<Line> lines_in(std::string_view text, const std::vector<std::string>& wrapped) {
  std::vector<Line> out;
  std::size_t at = 0;
  for (const std::string& line : wrapped) {
    const std::size_t found = text.find(line, at);
    const std::size_t begin = found == std::string_view::npos ? at : found;
    out.push_back({text.substr(begin, line.size()), begin});
    at = begin + out.back().text.size();
  }
  if (out.empty()) out.push_back({text, 0});
  // Spaces at the very end belong to the last line: the cursor stands behind them.
  out.back().text = text.substr(out.back().begin);
  return out;
}

float width_of(const ui::Canvas& canvas, std::string_view text, const ui::TextLook& look) {
  std::size_t spaces = 0;
  while (spaces < text.size() && text[text.size() - 1 - spaces] == ' ') ++spaces;
  const float letters = ui::text_width(canvas, text.substr(0, text.size() - spaces), look);
  return letters + static_cast<float>(spaces) * ui::text_size(canvas, look.size) * 0.26F;
}

// The byte of the letter whose beginning is nearest to x.
std::size_t nearest_letter(const ui::Canvas& canvas, std::string_view line, const ui::TextLook& look, float x) {
  std::size_t best = 0;
  float distance = 1e9F;
  for (std::size_t at = 0; at <= line.size(); ++at) {
    const bool boundary = at == line.size() || (static_cast<std::uint8_t>(line[at]) & 0xC0U) != 0x80U;
    if (!boundary) continue;
    const float here = std::abs(width_of(canvas, line.substr(0, at), look) - x);
    if (here < distance) distance = here, best = at;
  }
  return best;
}

}  // namespace

std::string limit_words(const Sight& sight, AmountFault fault) {
  const Campaign& campaign = sight.terms.campaign;
  switch (fault) {
    case AmountFault::none:
    case AmountFault::nothing:
      return {};
    case AmountFault::too_small:
      return fill(word(sight, "amount.min"), {{"amount", grouped(campaign.amount_least)}});
    case AmountFault::too_large:
      return fill(word(sight, "amount.max"), {{"amount", grouped(campaign.amount_most)}});
  }
  return {};
}

void draw_limit(const ui::Canvas& canvas, ui::Rect area, const std::string& words, bool good) {
  const ui::Theme& theme = *canvas.theme;
  const ui::Colour ink = good ? theme.action : theme.warning;
  ui::fill(canvas, area, good ? theme.chosen : theme.warning_ground, ui::corner::medium);
  ui::Rect inside = ui::inset(area, std::min(14.0F, area.height * 0.1F));
  ui::cut_left(inside, 8);
  ui::draw_icon(canvas, good ? ui::Icon::check : ui::Icon::info, ui::cut_left(inside, 44, 16), ink);
  draw_fitted(canvas, inside, words, {.face = ui::Face::semibold, .size = 28, .colour = ink});
}

bool draw_figure_field(const ui::Canvas& canvas, ui::Rect area, const FigureField& field, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  ui::card(canvas, area);
  const bool small = area.height < 380;
  ui::Rect inside = ui::inset(area, small ? 24 : 44);
  bool clear = false;
  ui::Rect caption = ui::cut_top(inside, field.clearable ? kPillHeight : ui::text_size(canvas, 44), small ? 0 : 8);
  if (!field.empty && field.clearable) {
    clear = ui::button(canvas, kTouchClearDigits, ui::cut_right(caption, 230, 24), word(sight, "btn.clear"),
                       {.kind = ui::ButtonKind::quiet, .size = 30, .radius = ui::corner::pill});
  }
  ui::draw_text_in(canvas, caption, field.caption, {.face = ui::Face::semibold, .size = 34, .colour = theme.ink_soft},
                   20);
  const ui::Rect line = ui::cut_top(inside, small ? 96 : 160, 0);
  const ui::Colour ink = field.empty ? theme.ink_soft : theme.action;
  ui::draw_text_in(canvas, line, field.figure,
                   {.face = ui::Face::display_extrabold, .size = small ? 84.0F : 120.0F, .colour = ink}, 34);
  ui::fill(canvas, {line.x, line.bottom(), line.width, 5}, theme.chosen_line, 2);
  ui::cut_top(inside, small ? 16 : 32);
  if (!field.notice.empty()) draw_limit(canvas, ui::cut_bottom(inside, small ? 76.0F : 104.0F, 8), field.notice);
  // Where there is room below: young bamboo, and what such a gift does.
  if (inside.height > 330) {
    ui::Rect below = ui::cut_bottom(inside, 190, ui::space::small);
    const ui::Rect art = ui::cut_right(below, 258, ui::space::medium);
    ui::draw_picture(canvas, "shoots", art);
    if (!field.effect.empty()) {
      draw_fitted(canvas, below, field.effect, {.face = ui::Face::semibold, .size = 32, .colour = theme.action});
    }
  }
  if (field.words.empty()) return clear;
  const Fitted words = fitted(canvas, field.words, {.face = ui::Face::medium, .size = 36, .colour = theme.ink},
                              {inside.width, inside.height});
  ui::draw_paragraph(canvas, inside, field.words, words.look, 8, kLeading);
  return clear;
}

std::optional<std::size_t> draw_text_field(const ui::Canvas& canvas, ui::Rect area, const TextField& field) {
  const ui::Theme& theme = *canvas.theme;
  const ui::Touched touched = ui::touch(canvas, {.id = kTouchField, .rect = area, .label = "field"});
  ui::card(canvas, area, ui::corner::large);
  ui::outline(canvas, area, theme.chosen_line, ui::corner::large, 4);
  ui::Rect inside = ui::inset(area, 20);
  const float side = std::min(84.0F, inside.height);
  const ui::Rect round = ui::cut_left(inside, side, ui::space::medium);
  ui::disc(canvas, round.centre(), side / 2, theme.chosen);
  ui::draw_icon(canvas, field.icon, ui::centred(round, {side * 0.56F, side * 0.56F}), theme.action);
  ui::Rect caption = ui::cut_top(inside, ui::text_size(canvas, 34), 2);
  ui::draw_text_in(canvas, ui::cut_right(caption, 130), fmt::format("{}/{}", letters_in(field.text), field.letters_max),
                   {.face = ui::Face::medium, .size = 26, .colour = theme.ink_soft, .align = ui::Align::right}, 20);
  ui::draw_text_in(canvas, caption, field.caption, {.face = ui::Face::semibold, .size = 26, .colour = theme.ink_soft},
                   18);
  if (field.text.empty() && !field.hint.empty()) {
    ui::Rect hint = inside;
    hint.x += 16;
    hint.width -= 16;
    ui::draw_text_in(canvas, hint, field.hint, {.face = ui::Face::regular, .size = 34, .colour = theme.ink_soft}, 18);
  }
  // The largest letters at which all lines fit.
  ui::TextLook look{.face = ui::Face::display_semibold, .size = 52, .colour = theme.ink};
  const float width = inside.width - 12;
  constexpr float kFieldLeading = 1.24F;
  while (look.size > 24 &&
         paragraph_height(canvas, field.text, look, width) * kFieldLeading / kLeading > inside.height) {
    look.size -= 2;
  }
  std::vector<std::string> wrapped = ui::wrapped(canvas, field.text, look, width, 8);
  const std::vector<Line> lines = lines_in(field.text, wrapped);
  const float leading = ui::text_size(canvas, look.size) * kFieldLeading;
  const ui::Rect block = ui::centred(inside, {inside.width, leading * static_cast<float>(lines.size())});
  std::optional<std::size_t> put;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const ui::Rect row{block.x, block.y + leading * static_cast<float>(i), block.width, leading};
    ui::draw_text_in(canvas, row, lines[i].text, look);
    const std::size_t end = lines[i].begin + lines[i].text.size();
    const bool here = field.cursor >= lines[i].begin && (field.cursor <= end || i + 1 == lines.size());
    const bool next = i + 1 < lines.size() && field.cursor >= lines[i + 1].begin;
    if (here && !next) {
      const std::string_view before =
          lines[i].text.substr(0, std::min(field.cursor - lines[i].begin, lines[i].text.size()));
      ui::fill(canvas, {row.x + width_of(canvas, before, look) + 1, row.y + 3, 5, leading - 6}, theme.accent, 2);
    }
    const bool at_row = touched.at.y < row.bottom() || i + 1 == lines.size();
    if (touched.tapped && at_row && !put) {
      put = lines[i].begin + nearest_letter(canvas, lines[i].text, look, touched.at.x - row.x);
    }
  }
  for (std::string& line : wrapped) ui::wipe(line);
  return put;
}

}  // namespace mn::kiosk
