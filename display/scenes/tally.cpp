// The scene of the day: the number, what has been received beside it, the way to the next mark, and who has just
// pledged.

#include <algorithm>
#include <cmath>
#include <memory>
#include <span>
#include <vector>

#include "core/numbers.h"
#include "display/scenes/scene.h"
#include "ui/icon.h"
#include "ui/paint.h"
#include "ui/still.h"

namespace mn {
namespace {

struct Beside {
  std::string label;
  std::string value;
  ui::Colour mark;
};

constexpr float kMarkRoom = 22;  // of the coloured mark before a figure

ui::TextLook label_look(const TypeScale& type) { return {ui::Face::medium, type.least * 1.04F, ui::hue::moon_soft}; }
ui::TextLook value_look(const TypeScale& type) { return {ui::Face::display_semibold, type.figure, ui::hue::moon}; }

void draw_beside(const ui::Canvas& canvas, const TypeScale& type, ui::Rect cell, const Beside& figure, float size) {
  ui::fill(canvas, {cell.x, cell.y + cell.height * 0.1F, 6, cell.height * 0.8F}, figure.mark, 3);
  ui::Rect rest = cell;
  ui::cut_left(rest, kMarkRoom);
  const ui::Rect label = ui::cut_top(rest, rest.height * 0.42F);
  ui::draw_text_in(canvas, label, figure.label, label_look(type), type.least);
  ui::TextLook value = value_look(type);
  value.size = size;
  ui::draw_text_in(canvas, rest, figure.value, value, type.least);
}

// Of a row: what each needs at the least size, and what is left over in equal parts.
void draw_row(const ui::Canvas& canvas, const TypeScale& type, ui::Rect row, std::span<const Beside> figures) {
  ui::TextLook label = label_look(type);
  ui::TextLook value = value_look(type);
  label.size = value.size = type.least;
  std::vector<float> needs;
  float all = 0;
  for (const Beside& figure : figures) {
    needs.push_back(kMarkRoom + 14 +
                    std::max(ui::text_width(canvas, figure.label, label), ui::text_width(canvas, figure.value, value)));
    all += needs.back();
  }
  const float spare = std::max(0.0F, row.width - all) / static_cast<float>(figures.size());
  // All of one size.
  float size = type.figure;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const float room = needs[i] + spare - 14 - kMarkRoom;
    size = std::min(size, ui::fitting_size(canvas, figures[i].value, value_look(type), room, type.least));
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const float width = needs[i] + spare;
    draw_beside(canvas, type, {row.x, row.y, width - 14, row.height}, figures[i], size);
    row.x += width;
  }
}

bool received_leads(const Picture& picture) { return picture.leads == Lead::received; }
const Figure& leading(const Picture& picture) {
  return received_leads(picture) ? picture.figures.received : picture.figures.pledged;
}

// What stands beside the number that leads, most important first; never added to it.
std::vector<Beside> beside_of(const Picture& picture, const Words& words) {
  const auto money = [&](Money amount) { return grouped(amount) + " " + words.dong; };
  const Figures& figures = picture.figures;
  std::vector<Beside> out;
  if (received_leads(picture)) {
    out.push_back({words.pledged, money(figures.pledged.shown), ui::hue::shoot});
  } else {
    out.push_back({words.received, money(figures.received.shown), ui::hue::shoot});
  }
  if (figures.in_kind.count > 0) out.push_back({words.goods, money(figures.in_kind.shown), ui::hue::gold_light});
  if (picture.mark.gap) {
    out.push_back({words.gap, money(*picture.mark.gap), ui::hue::coral});
  } else if (picture.has_goal && picture.mark.permille < 10'000) {
    out.push_back({words.target + " " + picture.goal_text, percent_text(picture.mark.permille, picture.language),
                   ui::hue::coral});
  }
  if (figures.matched.shown.dong > 0) out.push_back({words.matched, money(figures.matched.shown), ui::hue::gold_light});
  out.push_back({words.count, grouped(Money{figures.pledged.count}), ui::hue::gold});
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
  std::vector<Beside> figures = beside_of(picture, words);
  const auto most = static_cast<std::size_t>(layout.figure_columns * layout.figure_rows);
  if (figures.size() > most) figures.resize(most);
  const int count = static_cast<int>(figures.size());
  const int columns = std::min(layout.figure_columns, count);
  const int rows = (count + columns - 1) / columns;
  const ui::Rect inside{panel.x + 22, panel.y + 12, panel.width - 36, panel.height - 24};
  for (int at = 0; at < rows; ++at) {
    const int first = at * columns;
    draw_row(canvas, layout.type, ui::row_of(inside, at, rows, 10),
             std::span<const Beside>(figures).subspan(static_cast<std::size_t>(first),
                                                      static_cast<std::size_t>(std::min(columns, count - first))));
  }
}

// The theme of the drive, and in its place now and then a fact.
void draw_foot(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture) {
  if (layout.foot.height <= 0) return;
  const TypeScale& type = layout.type;
  constexpr float kLeading = 1.28F;
  ui::Rect place = layout.foot;
  const ui::Rect inside{place.x + 18, place.y + 4, place.width - 36, place.height - 8};
  const int most = static_cast<int>(inside.height / (type.least * kLeading) + 0.05F);
  const float fact = static_cast<float>(picture.fact_permille) / 1000;
  const bool told = fact > 0.5F && !picture.fact.empty();
  const std::string& text = told ? picture.fact : picture.theme;
  if (text.empty()) return;
  ui::TextLook look{ui::Face::medium, type.body, told ? ui::hue::moon : ui::hue::moon_soft};
  const auto lines = [&] { return static_cast<int>(ui::wrapped(canvas, text, look, inside.width, most + 1).size()); };
  while (look.size > type.least &&
         static_cast<float>(lines()) * look.size * kLeading > static_cast<float>(most) * type.least * kLeading) {
    look.size = std::max(type.least, look.size - 1);
  }
  // The plate is as high as its words.
  const float height = static_cast<float>(std::min(lines(), most)) * look.size * kLeading + 8;
  place = ui::cut_bottom(place, height);
  ui::fill(canvas, place, ui::with_alpha(ui::hue::night, 0.62F), ui::corner::small);
  const float opacity = picture.fact.empty() ? 1 : std::abs(2 * fact - 1);
  draw_fitted(ui::faded(canvas, opacity), {inside.x, place.y + 4, inside.width, height - 8}, text, look,
              {most, type.least});
}

void draw_sum(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words) {
  const TypeScale& type = layout.type;
  const Figure& lead = leading(picture);
  draw_light(canvas, layout.number, 0.55F + 0.45F * static_cast<float>(picture.glow_permille) / 1000);
  ui::draw_text_in(canvas, layout.label, received_leads(picture) ? words.received : words.pledged,
                   {ui::Face::semibold, type.lead, ui::hue::moon, ui::Align::centre, {}, 1}, type.least);
  draw_number(canvas, layout.number, lead.shown, lead.widest, words, type.giant, type.least);
  if (layout.words.height <= 0 || lead.exact.dong == 0) return;
  const int lines = std::max(1, static_cast<int>(layout.words.height / (type.least * 1.28F)));
  draw_fitted(canvas, layout.words, picture.in_words, {ui::Face::medium, type.body, ui::hue::moon, ui::Align::centre},
              {lines, type.least});
}

float presence_of(const CardShown& card) {
  const float come = ui::ease_out(static_cast<float>(card.entering_permille) / 1000);
  return come * (1 - ui::ease_in_out(static_cast<float>(card.leaving_permille) / 1000));
}

// Those that are on now, by lanes, and those that have been on. While nobody is on, the last stays in the place of
// honour: the screen is never empty, and nothing moves when its time is over.
std::vector<FlowCard> cards_of(const Picture& picture, const Words& words) {
  std::vector<FlowCard> out;
  const auto add = [&](const CardShown& card, bool honour, float presence) {
    out.push_back({face_of(card, words), look_of(card, honour), presence});
  };
  for (const CardShown& card : picture.cards) add(card, out.empty(), presence_of(card));
  const bool anybody_on = !out.empty();
  const float come = anybody_on ? out.front().presence : 1;
  for (const CardShown& card : picture.recent) {
    const bool honour = out.empty();
    const bool newest = &card == &picture.recent.front();
    // The one that was in the place of honour is covered by the new one, and comes out below it as a line.
    if (newest && anybody_on && come < 1 && picture.cards.front().leaving_permille == 0) {
      out.front().before = std::make_shared<FlowCard>(FlowCard{face_of(card, words), look_of(card, true)});
      out.push_back({face_of(card, words), CardLook::line, come});
      continue;
    }
    out.push_back({face_of(card, words), honour ? look_of(card, true) : CardLook::line, presence_of(card)});
  }
  return out;
}

void draw_cards(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words) {
  const TypeScale& type = layout.type;
  if (layout.latest.height > 0) {
    ui::draw_text_in(canvas, layout.latest, words.latest, {ui::Face::semibold, type.body, ui::hue::moon}, type.least);
  }
  const std::vector<FlowCard> cards = cards_of(picture, words);
  if (cards.empty()) {
    draw_fitted(canvas, ui::inset(layout.cards, 12), words.invite,
                {ui::Face::medium, type.lead, ui::hue::moon, ui::Align::left}, {4, type.least, false});
    return;
  }
  draw_flow(canvas, layout.cards, cards, layout.card_columns, layout.card_gap, type);
}

// The clock of the last news, when they are old: small, in a corner, no alarm.
void draw_age(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words) {
  if (picture.age_text.empty()) return;
  ui::Rect place = layout.age;
  const float side = place.height * 0.62F;
  const std::string text = filled(words.updated, "time", picture.age_text);
  const ui::TextLook look{ui::Face::medium, layout.type.least, ui::hue::moon_soft};
  const float width = std::min(place.width, ui::text_width(canvas, text, look) + side + 14);
  if (layout.age_right) place.x = place.right() - width;
  place.width = width;
  const ui::Rect plate{place.x - 14, place.y + 2, place.width + 28, place.height - 4};
  ui::fill(canvas, plate, ui::with_alpha(ui::hue::night, 0.66F), ui::corner::pill);
  const ui::Rect clock = ui::cut_left(place, side, 10);
  ui::draw_icon(canvas, ui::Icon::clock, ui::centred(clock, {side, side}), ui::hue::moon_soft);
  ui::draw_text_in(canvas, place, text, look, layout.type.least);
}

BambooFace bamboo_of(const Picture& picture, const Words& words) {
  const Stretch& stretch = *picture.stretch;
  BambooFace out;
  out.share = static_cast<float>(stretch.permille) / 1000;
  out.reached = stretch.phase == StretchPhase::complete;
  const bool to_goal = picture.has_goal && picture.stretch_to == picture.goal_text;
  out.to_label = out.reached ? words.reached : to_goal ? words.target : words.milestone;
  out.to = picture.stretch_to + " " + words.dong;
  if (stretch.from.dong > 0) out.from = picture.stretch_from;
  // The next stretch is announced: its marks come out of the dark.
  out.marks = stretch.phase == StretchPhase::turning ? static_cast<float>(stretch.turning_permille) / 1000 : 1.0F;
  return out;
}

void draw_tally(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  draw_stage(whole, mood_of(picture, shape_of(whole.size, whole.scale)));
  const ui::Canvas canvas = drifted(whole, picture);
  const TallyLayout layout = lay_out_tally(canvas.size, canvas.scale);
  draw_shade(canvas, sum_place(layout));
  draw_header(canvas, layout.header, picture, layout.type);
  draw_sum(canvas, layout, picture, words);
  draw_figures(canvas, layout, picture, words);
  draw_cards(canvas, layout, picture, words);
  draw_fund_qr(canvas, layout.qr, picture, words, layout.type);
  if (picture.stretch) draw_bamboo(canvas, layout.bamboo, bamboo_of(picture, words), layout.type);
  draw_foot(canvas, layout, picture);
  draw_age(canvas, layout, picture, words);
}

}  // namespace

SceneFile tally_scene() { return {{.name = "tally", .turn = Turn::resting, .cards = true}, draw_tally}; }

}  // namespace mn
