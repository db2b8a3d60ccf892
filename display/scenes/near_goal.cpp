// Near the goal: what is missing, and how to give it. Not how many have given: those who have not yet matter now.
#include <algorithm>

#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/pages.h"
#include "display/scenes/scene.h"
#include "ui/paint.h"

namespace mn {
namespace {

struct Layout {
  ui::Rect title;
  ui::Rect number;
  ui::Rect line;
  ui::Rect bamboo;
  ui::Rect code;
};
Layout lay_out(const Sheet& sheet, const PageLayout& page, ui::Size canvas) {
  Layout out;
  const float u = sheet.reading;
  ui::Rect rest = page.body;
  switch (sheet.shape) {
    case Shape::wide:
    case Shape::panorama: {
      const bool wide = sheet.shape == Shape::wide;
      const float column = wide ? 262 : 330;
      out.bamboo = {rest.x, sheet.safe.y, column, canvas.height - sheet.safe.y};
      rest.x += column + u;
      rest.width -= column + u;
      out.code = ui::cut_right(rest, u * (wide ? 16 : 15), u * 2);
      // In the dark of the sky; below it the morning comes.
      out.number = ui::cut_top(rest, u * (wide ? 9.5F : 8), u * 0.5F);
      out.line = ui::cut_top(rest, u * 2.6F);
      out.title = page.title;
      if (wide) {
        out.title.x += column + u;
        out.title.width -= column + u;
      }
      break;
    }
    case Shape::ribbon:
      out.title = page.title;
      out.bamboo = ui::cut_bottom(rest, u * 3.5F, u * 0.2F);
      out.number = rest;
      break;
    case Shape::upright:
      out.title = page.title;
      out.number = ui::cut_top(rest, u * 6.4F, u * 0.4F);
      out.line = ui::cut_top(rest, u * 3.6F, u * 1.2F);
      out.bamboo = {rest.x, rest.y, 326, rest.height};
      rest.x += 326;
      rest.width -= 326;
      ui::cut_top(rest, u * 3.4F);
      out.code = ui::centred(rest, {std::min(rest.width, u * 15), std::min(rest.height, u * 19)});
      break;
  }
  return out;
}

// The whole way, from nothing to the goal: that little is missing is what it shows.
BambooFace bamboo_of(const Picture& picture, const Words& words) {
  BambooFace out;
  out.share = static_cast<float>(std::min<std::int64_t>(picture.mark.permille, 1000)) / 1000;
  out.reached = picture.mark.reached;
  out.to_label = out.reached ? words.reached : words.target;
  out.to = picture.goal_text + " " + words.dong;
  out.percent = percent_text(picture.mark.permille, picture.language);
  return out;
}

void draw_near_goal(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const float u = sheet.reading;
  const PageLayout page = lay_out_page(sheet);
  const Layout layout = lay_out(sheet, page, whole.size);
  const bool reached = picture.mark.reached;  // still cued when it came: then what was reached
  draw_stage(whole, {.dawn_permille = 800, .children = sheet.shape == Shape::panorama || sheet.shape == Shape::wide});
  const ui::Canvas canvas = drifted(whole, picture);
  PageLayout beside = page;
  beside.title = layout.title;
  const float over = sheet.shape == Shape::wide ? layout.title.x - page.title.x : 0;
  beside.foot.x += over;
  beside.foot.width -= over;
  if (sheet.shape != Shape::ribbon && !picture.qr.empty()) {
    std::vector<std::string> lines{words.scan};
    if (picture.account_invented) lines.push_back(words.sample_account);
    const float foot = static_cast<float>(lines.size()) * sheet.least * 1.3F + sheet.least * 0.3F;
    const float side = std::min(layout.code.width, layout.code.height - foot);
    draw_code_board(canvas, ui::centred(layout.code, {side, side + foot}), picture.qr, lines, sheet.least);
  }
  draw_page_title(canvas, sheet, beside, reached ? words.reached : words.text("scene.near_title"));
  draw_page_figures(canvas, sheet, beside, picture, words);
  const Figure& lead = picture.leads == Lead::received ? picture.figures.received : picture.figures.pledged;
  const Money number = picture.mark.gap ? *picture.mark.gap : lead.shown;
  draw_halo(canvas, ui::centred(layout.number, {layout.number.width * 0.5F, layout.number.height * 0.7F}), 0.9F);
  ui::Rect large = layout.number;
  if (picture.mark.gap && !reached && sheet.shape != Shape::ribbon) {
    ui::draw_text_in(canvas, ui::cut_top(large, u * 2), words.gap,
                     {ui::Face::semibold, u * 1.6F, ui::hue::moon, ui::Align::centre}, u);
  }
  draw_gold(canvas, large, grouped(number) + " " + words.dong, std::min(u * 8.5F, large.height * 0.7F), u);
  if (layout.line.height > 0) {
    draw_fitted(canvas, layout.line,
                fill(words.text("scene.near_line"), {{"percent", percent_text(picture.mark.permille, picture.language)},
                                                     {"amount", picture.goal_text + " " + words.dong}}),
                {ui::Face::semibold, u * 1.5F, ui::hue::moon, ui::Align::centre}, {2, u});
  }
  if (!picture.has_goal) return;
  const TypeScale type = type_scale(whole.size, whole.scale);
  BambooFace bamboo = bamboo_of(picture, words);
  // A goal that has no short form stands in the line alone.
  if (ui::text_width(canvas, bamboo.to, {ui::Face::display_semibold, type.least}) > layout.bamboo.width) {
    bamboo.to.clear();
  }
  draw_bamboo(canvas, layout.bamboo, bamboo, type);
}

bool is_near(const Hall& hall) {
  const GoalMark mark = mark_of(hall.leading(), hall.goal());
  return mark.gap.has_value() && !mark.reached;
}

}  // namespace

SceneFile near_goal_scene() { return {{.name = "near_goal", .turn = Turn::resting, .has = is_near}, draw_near_goal}; }

}  // namespace mn
