// The last picture: thanks in the fund's name, the figures side by side, and what happens next. The children stand in
// the new morning.
#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/moments.h"
#include "display/parts/stage_place.h"
#include "display/scenes/scene.h"
#include "ui/icon.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn {
namespace {

struct Layout {
  ui::Rect sender;
  ui::Rect title;
  ui::Rect line;
  ui::Rect figures;
  ui::Rect next;
  ui::Rect children;
  float title_size = 0;
  int columns = 4;
  ui::Align align = ui::Align::centre;
};

Layout lay_out(const Sheet& sheet, ui::Size canvas) {
  Layout out;
  const float u = sheet.reading;
  ui::Rect rest = sheet.safe;
  switch (sheet.shape) {
    case Shape::wide:
      out.title_size = 116;
      out.sender = ui::cut_top(rest, 84, 20);
      out.title = ui::cut_top(rest, 150, 0);
      out.line = ui::cut_top(rest, 64, 30);
      out.figures = ui::cut_top(rest, u * 6.4F, 0);
      out.next = ui::cut_bottom(rest, 226);
      out.children = {110, canvas.height - 396, 760, 372};
      out.next = ui::cut_right(out.next, out.next.width - 860);
      break;
    case Shape::panorama: {
      out.title_size = 150;
      out.align = ui::Align::left;
      ui::Rect left = ui::cut_left(rest, 1'560, 60);
      ui::Rect right = ui::cut_right(rest, 1'180);
      out.sender = ui::cut_top(left, 100, 60);
      out.title = ui::cut_top(left, 200, 0);
      out.line = ui::cut_top(left, 90, 0);
      out.figures = ui::cut_top(right, u * 11.6F, 36);
      out.columns = 2;
      out.next = ui::cut_top(right, u * 9.5F);
      out.children = {canvas.width / 2 - 470, canvas.height - 470, 940, 440};
      break;
    }
    case Shape::ribbon: {
      out.title_size = 190;
      out.align = ui::Align::left;
      ui::Rect right = ui::cut_right(rest, 1'640, 80);
      out.sender = ui::cut_top(rest, u * 2.6F, u * 0.4F);
      out.line = ui::cut_bottom(rest, u * 3);
      out.title = rest;
      out.figures = ui::cut_top(right, u * 7.2F, u * 0.4F);
      out.next = right;
      break;
    }
    case Shape::upright:
      out.title_size = 108;
      out.columns = 1;
      out.sender = ui::cut_top(rest, u * 3.2F, u * 0.6F);
      out.title = ui::cut_top(rest, 260, 0);
      out.line = ui::cut_top(rest, u * 2, u * 0.8F);
      out.figures = ui::cut_top(rest, u * 15.4F, u * 0.5F);
      out.next = ui::cut_top(rest, u * 10);
      out.children = {canvas.width / 2 - 300, canvas.height - 300, 600, 282};
      break;
  }
  return out;
}

void draw_next(const ui::Canvas& canvas, const Sheet& sheet, ui::Rect rect, const Picture& picture,
               const Words& words) {
  const float u = sheet.reading;
  const bool slim = sheet.shape == Shape::ribbon;
  const Campaign& campaign = picture.hall.campaign();
  std::string text = words.text("scene.next_statement");
  if (!campaign.check_url.empty())
    text += " " + fill(words.text("scene.next_where"), {{"url", campaign.check_url}}) + ".";
  const std::string pay = fill(words.text("scene.next_pay"), {{"date", date_text(campaign.pay_by)}});
  if (!slim) {
    ui::fill(canvas, rect, ui::with_alpha(ui::hue::night, 0.58F), ui::corner::medium);
    ui::outline(canvas, rect, ui::with_alpha(ui::hue::gold_deep, 0.34F), ui::corner::medium);
  }
  ui::Rect rest = slim ? rect : ui::inset(rect, u * 0.8F);
  if (!slim) {
    ui::draw_text_in(canvas, ui::cut_top(rest, u * 1.6F, u * 0.2F), words.text("scene.next"),
                     {ui::Face::semibold, u * 1.15F, ui::hue::gold_light}, u);
  }
  const float size = slim ? u : u * 1.2F;
  ui::Rect upper = ui::cut_top(rest, rest.height * (slim ? 0.5F : 0.58F), u * 0.1F);
  draw_fitted(canvas, upper, text, {ui::Face::medium, size, ui::hue::moon}, {4, u});
  draw_fitted(canvas, rest, pay, {ui::Face::medium, size, ui::hue::moon_soft}, {2, u});
}

void draw_thanks(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const Layout layout = lay_out(sheet, whole.size);
  const float u = sheet.reading;
  draw_stage(whole, {.dawn_permille = 1000, .children = false});
  draw_rising(whole,
              {.sprite = "lantern_sky",
               .count = sheet.shape == Shape::upright ? 9 : 14,
               .seed = 6,
               .size_least = 44,
               .size_most = 92,
               .crossing_ms = 40'000,
               .spread_ms = 34'000},
              picture.scene_ms + 34'000, 0.9F);
  const ui::Canvas canvas = drifted(whole, picture);
  if (layout.children.width > 0) ui::draw_picture(canvas, "children", layout.children);
  draw_sender(canvas, layout.sender, picture, u, layout.align);
  draw_fitted(canvas, layout.title, words.text("scene.thanks"),
              {ui::Face::display_extrabold, layout.title_size, ui::hue::gold_light, layout.align, ui::hue::gold_deep},
              {2, u});
  draw_fitted(canvas, layout.line, words.text("scene.thanks_line"),
              {ui::Face::semibold, u * (sheet.shape == Shape::ribbon ? 1.3F : 1.7F), ui::hue::moon, layout.align},
              {2, u});
  std::vector<Beside> facts = figures_beside(picture.figures, words);
  const std::string count =
      fill(words.text("scene.count_pledges"), {{"n", grouped(Money{picture.figures.pledged.count})}});
  facts.insert(facts.begin(), {words.pledged, grouped(picture.figures.pledged.shown) + " " + words.dong, count});
  if (sheet.shape == Shape::ribbon) {
    draw_figure_lines(canvas, layout.figures, facts, u);
  } else {
    draw_figures_beside(canvas, layout.figures, facts, layout.columns, u);
  }
  draw_next(canvas, sheet, layout.next, picture, words);
}

}  // namespace

SceneFile thanks_scene() { return {{.name = "thanks", .turn = Turn::cued, .moves = true}, draw_thanks}; }

}  // namespace mn
