// Words of the great moments: gold lines, sums, figures beside each other, who speaks, codes on a board.
#include <algorithm>

#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/moments.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/qr.h"
#include "ui/still.h"
#include "ui/type.h"

namespace mn {
namespace {

constexpr float kUnitShare = 0.30F;  // of the digits' size
constexpr float kUnitGap = 0.14F;
constexpr float kLineShare = 0.86F;  // of a box's height that capitals and marks may take

ui::Point anchor(ui::Rect rect, ui::Align align, float baseline) {
  switch (align) {
    case ui::Align::left:
      return {rect.x, baseline};
    case ui::Align::centre:
      return {rect.centre().x, baseline};
    case ui::Align::right:
      return {rect.right(), baseline};
  }
  return {rect.x, baseline};
}

}  // namespace

Sheet sheet_of(const ui::Canvas& canvas) {
  Sheet out;
  out.shape = shape_of(canvas.size, canvas.scale);
  out.least = type_scale(canvas.size, canvas.scale).least;
  out.reading = out.shape == Shape::panorama ? out.least * 1.4F : out.least;
  out.safe = ui::inset(canvas.whole(), 56);
  if (out.shape == Shape::panorama || out.shape == Shape::ribbon) {
    out.safe.x += 64;
    out.safe.width -= 128;
  }
  return out;
}

void draw_gold(const ui::Canvas& canvas, ui::Rect rect, const std::string& text, float size_most, float size_least,
               ui::Align align) {
  ui::TextLook look{ui::Face::display_extrabold, std::min(size_most, rect.height / 1.18F), ui::hue::gold_light, align,
                    ui::hue::gold_deep};
  look.size = ui::fitting_size(canvas, text, look, rect.width, size_least);
  const float baseline = rect.centre().y + ui::line_metrics(look.face, look.size).cap_height / 2;
  ui::TextLook shade = look;
  shade.lower.reset();
  shade.colour = ui::with_alpha(ui::hue::night, 0.5F);
  ui::draw_text(canvas, anchor(rect, align, baseline + look.size * 0.03F), text, shade);
  ui::draw_text(canvas, anchor(rect, align, baseline), text, look);
}

void draw_words_of_sum(const ui::Canvas& canvas, ui::Rect box, const std::string& text, const ui::TextLook& look,
                       const Fitting& fitting) {
  ui::TextLook least = look;
  least.size = fitting.floor_size;
  const auto room = std::min(fitting.lines_max, static_cast<int>(box.height / (least.size * 1.28F) + 0.01F));
  const auto lines = static_cast<int>(ui::wrapped(canvas, text, least, box.width, fitting.lines_max + 1).size());
  if (lines <= room) draw_fitted(canvas, box, text, look, fitting);
}

void draw_sum(const ui::Canvas& canvas, ui::Rect rect, const Figure& figure, const Words& words, float size_most,
              float size_least, ui::Align align) {
  ui::TextLook digits{ui::Face::display_extrabold, 0, ui::hue::gold_light, ui::Align::right, ui::hue::gold_deep};
  ui::TextLook unit{ui::Face::display_semibold, 0, ui::hue::gold_light, ui::Align::left};
  const std::string room = grouped(figure.widest);
  float size = std::min(size_most, rect.height / kLineShare);
  float digits_width = 0;
  float all = 0;
  for (;; size = std::max(size_least, size - 2)) {
    digits.size = size;
    unit.size = std::max(size * kUnitShare, std::min(size_least * 1.35F, size));
    digits_width = ui::text_width(canvas, room, digits);
    all = digits_width + size * kUnitGap + ui::text_width(canvas, words.dong, unit);
    if (all <= rect.width || size <= size_least) break;
  }
  float left = rect.x;
  if (align == ui::Align::centre) left = rect.centre().x - all / 2;
  if (align == ui::Align::right) left = rect.right() - all;
  const float right = left + digits_width;
  const float baseline = rect.centre().y + ui::line_metrics(digits.face, size).cap_height / 2;
  const std::string text = grouped(figure.shown);
  ui::TextLook shade = digits;
  shade.lower.reset();
  shade.colour = ui::with_alpha(ui::hue::night, 0.55F);
  ui::draw_text(canvas, {right, baseline + size * 0.022F}, text, shade);
  ui::draw_text(canvas, {right, baseline}, text, digits);
  ui::draw_text(canvas, {right + size * kUnitGap, baseline}, words.dong, unit);
}

void draw_figures_beside(const ui::Canvas& canvas, ui::Rect rect, std::span<const Beside> facts, int columns,
                         float least) {
  if (facts.empty()) return;
  columns = std::clamp(columns, 1, static_cast<int>(facts.size()));
  const int rows = (static_cast<int>(facts.size()) + columns - 1) / columns;
  ui::fill(canvas, rect, ui::with_alpha(ui::hue::night, 0.55F), ui::corner::medium);
  ui::outline(canvas, rect, ui::with_alpha(ui::hue::gold_deep, 0.34F), ui::corner::medium);
  const ui::Rect inside = ui::inset(rect, least * 0.6F);
  const bool note_above = columns == 1;
  const bool noted = std::any_of(facts.begin(), facts.end(), [](const Beside& fact) { return !fact.note.empty(); });
  const float taken = least * (1.4F + 2.1F + (!noted || note_above ? 0 : 1.4F));
  for (std::size_t at = 0; at < facts.size(); ++at) {
    const int index = static_cast<int>(at);
    ui::Rect cell = ui::row_of(inside, index / columns, rows, least * 0.5F);
    cell = ui::column_of(cell, index % columns, columns, least * 1.4F);
    const Beside& fact = facts[at];
    cell.y += std::max(0.0F, (cell.height - taken) / 2);
    if (index % columns > 0) {
      const float x = cell.x - least * 0.7F;
      ui::line(canvas, {x, cell.y + least * 0.3F}, {x, cell.y + taken - least * 0.3F},
               ui::with_alpha(ui::hue::gold_deep, 0.30F));
    }
    const ui::Rect head = ui::cut_top(cell, least * 1.4F);
    ui::draw_text_in(canvas, head, fact.label, {ui::Face::medium, least * 1.05F, ui::hue::moon_soft}, least);
    if (note_above && !fact.note.empty()) {
      ui::draw_text_in(canvas, head, fact.note, {ui::Face::regular, least, ui::hue::moon_soft, ui::Align::right},
                       least);
    }
    ui::draw_text_in(canvas, ui::cut_top(cell, least * 2.1F), fact.value,
                     {ui::Face::display_semibold, least * 1.75F, ui::hue::moon}, least);
    if (!note_above && !fact.note.empty()) {
      ui::draw_text_in(canvas, ui::cut_top(cell, least * 1.4F), fact.note,
                       {ui::Face::regular, least, ui::hue::moon_soft}, least);
    }
  }
}

void draw_figure_lines(const ui::Canvas& canvas, ui::Rect rect, std::span<const Beside> facts, float least) {
  const int rows = std::max(3, static_cast<int>(facts.size()));
  ui::TextLook value{ui::Face::display_semibold, least * 1.3F, ui::hue::moon, ui::Align::right};
  for (std::size_t at = 0; at < facts.size(); ++at) {
    ui::Rect row = ui::row_of(rect, static_cast<int>(at), rows, 0);
    value.size = std::min(least * 1.3F, row.height / 1.2F);
    const float width = std::min(row.width * 0.7F, ui::text_width(canvas, facts[at].value, value) + 2);
    ui::draw_text_in(canvas, ui::cut_right(row, width, least * 0.4F), facts[at].value, value, least);
    ui::draw_text_in(canvas, row, facts[at].label, {ui::Face::medium, least, ui::hue::moon_soft}, least);
    if (at > 0) ui::line(canvas, {rect.x, row.y}, {rect.right(), row.y}, ui::with_alpha(ui::hue::gold_deep, 0.3F));
  }
}

std::vector<Beside> figures_beside(const Figures& figures, const Words& words) {
  const auto sum = [&](Money amount) { return grouped(amount) + " " + words.dong; };
  const auto count = [&](std::string_view key, std::int64_t n) {
    return fill(words.text(key), {{"n", grouped(Money{n})}});
  };
  std::vector<Beside> out;
  out.push_back({words.received, sum(figures.received.shown), count("scene.count_payments", figures.received.count)});
  if (figures.in_kind.count > 0) {
    out.push_back(
        {words.text("tally.goods"), sum(figures.in_kind.shown), count("scene.count_goods", figures.in_kind.count)});
  }
  if (figures.matched.shown.dong > 0) out.push_back({words.text("scene.matched"), sum(figures.matched.shown), {}});
  return out;
}

void draw_sender(const ui::Canvas& canvas, ui::Rect rect, const Picture& picture, float least, ui::Align align) {
  const float side = std::min(rect.height, least * 3.4F);
  ui::TextLook look{ui::Face::semibold, least * 1.35F, ui::hue::moon};
  const float gap = side * 0.24F;
  look.size = ui::fitting_size(canvas, picture.fund_name, look, rect.width - side - gap, least);
  const float width = std::min(ui::text_width(canvas, picture.fund_name, look) + 1, rect.width - side - gap);
  float x = rect.x;
  if (align == ui::Align::centre) x = rect.centre().x - (side + gap + width) / 2;
  ui::draw_picture(canvas, "emblem", {x, rect.centre().y - side / 2, side, side});
  draw_fitted(canvas, {x + side + gap, rect.y, width, rect.height}, picture.fund_name, look, {2, least});
}

void draw_code_board(const ui::Canvas& canvas, ui::Rect rect, const std::string& payload,
                     std::span<const std::string> lines, float least) {
  if (payload.empty()) return;
  ui::shadow(canvas, rect, ui::with_alpha(ui::hue::night, 0.5F), 26, 8, ui::corner::medium);
  ui::fill(canvas, rect, ui::hue::white, ui::corner::medium);
  ui::Rect inside = ui::inset(rect, least * 0.25F);
  ui::Rect foot = ui::cut_bottom(inside, static_cast<float>(lines.size()) * least * 1.3F + least * 0.3F);
  const float side = std::min(inside.width, inside.height);
  (void)ui::draw_qr(canvas, ui::centred(inside, {side, side}), payload, ui::hue::night);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    ui::draw_text_in(canvas, ui::inset(ui::cut_top(foot, least * 1.3F), 0), lines[at],
                     {at == 0 ? ui::Face::semibold : ui::Face::regular, least,
                      at == 0 ? ui::hue::ink : ui::hue::ink_soft, ui::Align::centre},
                     least);
  }
}

}  // namespace mn
