// The scene of the day: the number, what has been received beside it, the way to the next mark, and who has just
// pledged.
#include "display/scenes/tally.h"

#include <algorithm>
#include <vector>

#include "core/numbers.h"
#include "ui/icon.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/still.h"

namespace mn {
namespace {

struct Figure {
  std::string label;
  std::string value;
  ui::Colour mark;
};

void draw_figure(const ui::Canvas& canvas, const TypeScale& type, ui::Rect cell, const Figure& figure) {
  ui::fill(canvas, {cell.x, cell.y + cell.height * 0.1F, 6, cell.height * 0.8F}, figure.mark, 3);
  ui::Rect rest = cell;
  ui::cut_left(rest, 22);
  const ui::Rect label = ui::cut_top(rest, rest.height * 0.42F);
  ui::draw_text_in(canvas, label, figure.label, {ui::Face::medium, type.least * 1.04F, ui::hue::moon_soft}, type.least);
  ui::draw_text_in(canvas, rest, figure.value, {ui::Face::display_semibold, type.figure, ui::hue::moon}, type.least);
}

std::vector<Figure> figures_of(const Picture& picture, const Words& words) {
  std::vector<Figure> out;
  out.push_back({words.received, grouped(picture.received_shown) + " " + words.dong, ui::hue::shoot});
  if (picture.mark.gap) out.push_back({words.gap, grouped(*picture.mark.gap) + " " + words.dong, ui::hue::coral});
  out.push_back({words.count, grouped({picture.count}), ui::hue::gold});
  return out;
}

void draw_figures(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words) {
  const ui::Rect panel = layout.figures;
  // On a ribbon the ends of the bamboo are written over the fields too.
  const float ends = layout.shape == Shape::ribbon ? layout.type.least * 1.5F : 0;
  const ui::Rect plate{panel.x - (ends > 0 ? 20 : 0), panel.y - ends, panel.width + (ends > 0 ? 40 : 0),
                       panel.height + ends};
  ui::still(canvas, "figures", plate, ui::StillKind::transparent, [&](const ui::Canvas& layer) {
    ui::fill(layer, plate, ui::with_alpha(ui::hue::night, 0.60F), ui::corner::medium);
    ui::outline_gradient(layer, plate, ui::rgb(0x5E9484, 0.5F), ui::rgb(0x2C5A50, 0.3F), ui::corner::medium,
                         ui::space::hair);
  });
  std::vector<Figure> figures = figures_of(picture, words);
  // A ribbon has room for one row, and shows the money.
  const auto most = static_cast<std::size_t>(layout.figure_columns);
  if (layout.shape == Shape::ribbon && figures.size() > most) figures.resize(most);
  const int count = static_cast<int>(figures.size());
  const int columns = std::min(layout.figure_columns, count);
  const int rows = (count + columns - 1) / columns;
  const ui::Rect inside{panel.x + 22, panel.y + 12, panel.width - 36, panel.height - 24};
  for (int i = 0; i < count; ++i) {
    const ui::Rect row = ui::row_of(inside, i / columns, rows, 10);
    draw_figure(canvas, layout.type, ui::column_of(row, i % columns, columns, 18),
                figures[static_cast<std::size_t>(i)]);
  }
}

// The theme of the drive, and in its place now and then a fact.
void draw_foot(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture) {
  if (layout.foot.height <= 0) return;
  const TypeScale& type = layout.type;
  ui::Rect place = layout.foot;
  if (layout.foot_plate) {
    ui::still(canvas, "foot-plate", place, ui::StillKind::transparent, [&](const ui::Canvas& layer) {
      ui::fill(layer, place, ui::with_alpha(ui::hue::night, 0.62F), ui::corner::small);
    });
    place = {place.x + 18, place.y + 6, place.width - 36, place.height - 12};
  }
  const float fact = static_cast<float>(picture.fact_permille) / 1000;
  const int lines = static_cast<int>(place.height / (type.least * 1.28F));
  const auto draw_line = [&](const std::string& text, ui::Colour colour, float opacity) {
    if (opacity <= 0 || text.empty()) return;
    draw_fitted(ui::faded(canvas, opacity), place, text, {ui::Face::medium, type.body, colour}, {lines, type.least});
  };
  draw_line(picture.theme, ui::hue::moon_soft, std::max(0.0F, 1 - 2 * fact));
  draw_line(picture.fact, ui::hue::moon, std::max(0.0F, 2 * fact - 1));
}

void draw_sum(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words) {
  const TypeScale& type = layout.type;
  draw_light(canvas, layout.number, 0.55F + 0.45F * static_cast<float>(picture.glow_permille) / 1000);
  ui::draw_text_in(canvas, layout.label, words.pledged,
                   {ui::Face::semibold, type.lead, ui::hue::moon, ui::Align::centre, {}, 1}, type.least);
  draw_number(canvas, layout.number, picture.pledged_shown, picture.pledged_widest, words, type.giant, type.least);
  if (layout.words.height <= 0 || picture.pledged.dong == 0) return;
  const int lines = std::max(1, static_cast<int>(layout.words.height / (type.least * 1.28F)));
  draw_fitted(canvas, layout.words, picture.pledged_in_words,
              {ui::Face::medium, type.body, ui::hue::moon, ui::Align::centre}, {lines, type.least});
}

void draw_cards(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words) {
  const TypeScale& type = layout.type;
  if (layout.latest.height > 0) {
    ui::draw_text_in(canvas, layout.latest, words.latest, {ui::Face::semibold, type.body, ui::hue::moon}, type.least);
  }
  if (picture.latest.empty()) {
    draw_fitted(canvas, ui::inset(layout.cards, 12), words.invite,
                {ui::Face::medium, type.lead, ui::hue::moon, ui::Align::left}, {4, type.least, false});
    return;
  }
  const float come = ui::ease_out(static_cast<float>(picture.entering_permille) / 1000);
  std::vector<FlowCard> cards;
  for (std::size_t i = 0; i < picture.latest.size(); ++i) {
    cards.push_back({face_of(picture.latest[i], words), i == 0 ? CardLook::paper : CardLook::line,
                     i < picture.entering ? come : 1.0F});
  }
  draw_flow(canvas, layout.cards, cards, layout.card_columns, layout.card_gap, type);
}

BambooFace bamboo_of(const Picture& picture, const Words& words, Language language) {
  BambooFace out;
  out.share = static_cast<float>(std::min<std::int64_t>(picture.mark.permille, 1000)) / 1000;
  out.reached = picture.mark.reached;
  out.to_label = picture.mark.reached ? words.reached : words.target;
  out.to = picture.goal_text + " " + words.dong;
  // Twice the goal is said; a hundred times the goal is a goal of another campaign.
  out.percent = picture.mark.permille < 10'000 ? percent_text(picture.mark.permille, language) : std::string();
  return out;
}

}  // namespace

Mood mood_of(const Picture& picture, Shape shape) {
  return {picture.has_goal ? std::min<std::int64_t>(picture.mark.permille, 1000) : 500, shape != Shape::ribbon};
}

void draw_tally(const ui::Canvas& canvas, const Picture& picture, const Words& words, Language language) {
  const TallyLayout layout = lay_out_tally(canvas.size, canvas.scale);
  draw_header(canvas, layout.header, picture, layout.type);
  draw_sum(canvas, layout, picture, words);
  draw_figures(canvas, layout, picture, words);
  draw_cards(canvas, layout, picture, words);
  draw_fund_qr(canvas, layout.qr, picture, words, layout.type);
  if (picture.has_goal) draw_bamboo(canvas, layout.bamboo, bamboo_of(picture, words, language), layout.type);
  draw_foot(canvas, layout, picture);
}

}  // namespace mn
