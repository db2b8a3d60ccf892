// The scene of the day: the number, what has been received beside it, the way to the goal, and who has just pledged.
#include "display/scenes/scene.h"

#include <algorithm>
#include <vector>

#include "core/numbers.h"
#include "ui/icon.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/still.h"

namespace mn {
namespace {

void draw_header(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture) {
  const TypeScale& type = layout.type;
  ui::draw_picture(canvas, "emblem", layout.emblem);
  ui::Rect fund = layout.fund;
  const ui::TextLook name{ui::Face::semibold, type.lead * 0.92F, ui::hue::moon};
  if (layout.upright) {
    draw_fitted(canvas, fund, picture.fund_name, name, {2, type.least});
  } else {
    ui::draw_text_in(canvas, ui::cut_top(fund, fund.height * 0.54F), picture.fund_name, name, type.least);
    ui::draw_text_in(canvas, fund, picture.place + "  ·  " + picture.date,
                     {ui::Face::regular, type.least, ui::hue::moon_soft}, type.least);
  }
  const ui::Align align = layout.upright ? ui::Align::left : ui::Align::right;
  ui::draw_text_in(canvas, layout.title, picture.title,
                   {ui::Face::display_semibold, type.title, ui::hue::gold_light, align}, type.least);
}

struct Figure {
  ui::Icon icon;
  std::string label;
  std::string value;
};

void draw_figure(const ui::Canvas& canvas, const TallyLayout& layout, ui::Rect rect, const Figure& figure) {
  const TypeScale& type = layout.type;
  ui::Rect rest = rect;
  if (!layout.upright) {
    const float badge = rect.height * 0.76F;
    const ui::Rect left = ui::cut_left(rest, badge, 22);
    ui::disc(canvas, left.centre(), badge / 2, ui::with_alpha(ui::hue::shoot, 0.16F));
    ui::draw_icon(canvas, figure.icon, ui::centred(left, {badge * 0.54F, badge * 0.54F}), ui::hue::shoot);
  }
  const ui::Rect label = ui::cut_top(rest, rest.height * 0.42F);
  ui::draw_text_in(canvas, label, figure.label, {ui::Face::medium, type.least * 1.08F, ui::hue::moon_soft}, type.least);
  ui::draw_text_in(canvas, rest, figure.value, {ui::Face::display_semibold, type.figure, ui::hue::moon}, type.least);
}

void draw_figures(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words) {
  const ui::Rect panel = layout.figures;
  ui::still(canvas, "figures", panel, ui::StillKind::transparent, [&](const ui::Canvas& layer) {
    ui::fill(layer, panel, ui::with_alpha(ui::hue::stage, 0.62F), ui::corner::medium);
    ui::outline(layer, panel, ui::with_alpha(ui::hue::stage_line, 0.8F), ui::corner::medium, ui::space::hair);
  });
  ui::Rect rest{panel.x + 30, panel.y + 14, panel.width - 60, panel.height - 28};
  const ui::Rect left = ui::cut_left(rest, rest.width * (layout.upright ? 0.58F : 0.5F), 60);
  const std::string received = grouped(picture.figures.received.shown) + " " + words.dong;
  draw_figure(canvas, layout, left, {ui::Icon::check, words.received, received});
  const std::string gap = picture.mark.gap ? grouped(*picture.mark.gap) + " " + words.dong : std::string();
  if (picture.mark.gap)
    draw_figure(canvas, layout, rest, {ui::Icon::star, words.gap, gap});
  else
    draw_figure(canvas, layout, rest, {ui::Icon::heart, words.count, grouped({picture.figures.pledged.count})});
  const float x = rest.x - 30;
  ui::line(canvas, {x, panel.y + 24}, {x, panel.bottom() - 24}, ui::with_alpha(ui::hue::stage_line, 0.9F));
}

// The theme of the drive, and in its place now and then a fact.
void draw_foot(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture) {
  const TypeScale& type = layout.type;
  const float fact = static_cast<float>(picture.fact_permille) / 1000;
  const auto draw_line = [&](const std::string& text, ui::Colour colour, float opacity) {
    if (opacity <= 0 || text.empty()) return;
    const float size = layout.upright ? type.least : type.body;
    const ui::Align align = layout.upright ? ui::Align::left : ui::Align::centre;
    draw_fitted(ui::faded(canvas, opacity), layout.foot, text, {ui::Face::medium, size, colour, align},
                {layout.upright ? 4 : 1, type.least});
  };
  draw_line(picture.theme, ui::hue::moon_soft, std::max(0.0F, 1 - 2 * fact));
  draw_line(picture.fact, ui::hue::moon, std::max(0.0F, 2 * fact - 1));
}

void draw_label(const ui::Canvas& canvas, const TallyLayout& layout, const Words& words) {
  const TypeScale& type = layout.type;
  ui::draw_text_in(canvas, layout.label, words.pledged,
                   {ui::Face::semibold, type.lead, ui::hue::moon, ui::Align::centre, {}, 1}, type.least);
}

void draw_in_words(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture) {
  draw_fitted(canvas, layout.words, picture.in_words,
              {ui::Face::regular, layout.type.body, ui::hue::moon_soft, ui::Align::centre},
              {layout.upright ? 3 : 2, layout.type.least});
}

void draw_tally(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  draw_stage(whole);
  const ui::Canvas canvas = drifted(whole, picture);
  const TallyLayout layout = lay_out_tally(canvas.size);
  draw_header(canvas, layout, picture);
  draw_light(canvas, layout.number, 0.55F + 0.45F * static_cast<float>(picture.glow_permille) / 1000);
  draw_label(canvas, layout, words);
  draw_number(canvas, layout.number, picture.figures.pledged.shown, picture.figures.pledged.widest, words, layout.type);
  draw_in_words(canvas, layout, picture);
  draw_figures(canvas, layout, picture, words);
  draw_cards(canvas, layout, picture, words);
  draw_fund_qr(canvas, layout, picture, words);
  draw_bamboo(canvas, layout, picture, words);
  draw_foot(canvas, layout, picture);
}

}  // namespace

SceneFile tally_scene() { return {{.name = "tally", .turn = Turn::resting, .cards = true}, draw_tally}; }

}  // namespace mn
