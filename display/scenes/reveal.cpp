// The closing announcement: the figures as they stood when the staff froze them, side by side and never added, and the
// proof of the book they were folded from. The seal is set only when the book was read anew and agreed. Stands still.
#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/moments.h"
#include "display/scenes/scene.h"
#include "ui/icon.h"
#include "ui/paint.h"
#include "ui/qr.h"

namespace mn {
namespace {

constexpr int kGroups = 16;
constexpr int kGroupSigns = 4;

struct Layout {
  ui::Rect sender;
  ui::Rect head;
  ui::Rect label;
  ui::Rect sum;
  ui::Rect words;
  ui::Rect figures;
  ui::Rect seal;
  ui::Rect board;   // white, with the code and the signs
  ui::Rect code;    // on it
  ui::Rect digest;  // on it
  ui::Rect use;     // what to do with it
  float sum_size = 0;
  int columns = 3;
};

Layout lay_out(const Sheet& sheet) {
  Layout out;
  const float u = sheet.reading;
  ui::Rect rest = sheet.safe;
  switch (sheet.shape) {
    case Shape::wide: {
      out.sum_size = 190;
      ui::Rect right = ui::cut_right(rest, 520, 56);
      out.use = ui::cut_bottom(right, u * 4.2F, 16);
      out.board = right;
      ui::Rect inside = ui::inset(right, 18);
      out.code = ui::cut_top(inside, inside.width, 6);
      out.digest = inside;
      out.sender = ui::cut_top(rest, 84, 30);
      out.head = ui::cut_top(rest, 76, 22);
      out.label = ui::cut_top(rest, 50, 4);
      out.sum = ui::cut_top(rest, 184, 8);
      out.words = ui::cut_top(rest, 74, 34);
      out.figures = ui::cut_top(rest, u * 6.6F, 40);
      out.seal = ui::cut_top(rest, u * 4.6F);
      break;
    }
    case Shape::panorama: {
      out.sum_size = 260;
      ui::Rect right = ui::cut_right(rest, 1'240, 90);
      out.use = ui::cut_bottom(right, u * 3, 16);
      out.board = right;
      ui::Rect inside = ui::inset(right, 24);
      out.code = ui::cut_left(inside, 680, 24);
      out.digest = ui::centred(inside, {inside.width, u * 11});
      out.sender = ui::cut_top(rest, 100, 40);
      out.head = ui::cut_right(out.sender, 900);
      out.label = ui::cut_top(rest, 70, 6);
      out.sum = ui::cut_top(rest, 270, 10);
      out.words = ui::cut_top(rest, 70, 36);
      out.figures = ui::cut_top(rest, u * 6.4F, 36);
      out.seal = ui::cut_top(rest, u * 4);
      break;
    }
    case Shape::ribbon: {
      out.sum_size = 260;
      ui::Rect right = ui::cut_right(rest, 1'720, 50);
      out.board = right;
      ui::Rect inside = ui::inset(right, 16);
      out.code = ui::cut_left(inside, inside.height * 0.88F, 20);
      out.use = ui::cut_bottom(inside, u * 4.2F);
      out.digest = inside;
      out.label = ui::cut_top(rest, u * 1.5F);
      out.seal = ui::cut_bottom(rest, u * 2.4F, u * 0.3F);
      out.figures = ui::cut_bottom(rest, u * 5.8F, 10);
      out.sum = rest;
      break;
    }
    case Shape::upright: {
      out.sum_size = 180;
      out.columns = 1;
      out.sender = ui::cut_top(rest, u * 3.2F, 16);
      out.label = ui::cut_top(rest, u * 1.7F);
      out.sum = ui::cut_top(rest, 170);
      out.words = ui::cut_top(rest, u * 3, 16);
      out.figures = ui::cut_top(rest, u * 13.2F, 24);
      out.seal = ui::cut_top(rest, u * 2.9F, 24);
      out.use = ui::cut_bottom(rest, u * 2.8F, 10);
      out.board = rest;
      ui::Rect inside = ui::inset(rest, 14);
      out.code = ui::cut_left(inside, std::min(inside.height, inside.width * 0.42F), 14);
      out.digest = inside;
      break;
    }
  }
  return out;
}

void draw_digest(const ui::Canvas& canvas, ui::Rect rect, const Reveal& reveal, const Words& words, float u,
                 float least) {
  const float title = u * 1.6F;
  const float row = std::min(u * 2.7F, (rect.height - title) / 4);
  rect = ui::centred(rect, {rect.width, title + row * 4});
  ui::draw_text_in(canvas, ui::cut_top(rect, title), words.text("scene.digest"),
                   {ui::Face::semibold, u, ui::hue::ink_soft, ui::Align::centre}, u);
  for (int group = 0; group < kGroups; ++group) {
    const ui::Rect line = ui::row_of(rect, group / 4, 4, 0);
    const ui::Rect cell = ui::column_of(line, group % 4, 4, 0);
    const auto at = static_cast<std::size_t>(group * kGroupSigns);
    if (at >= reveal.heads.size()) return;
    // Side by side in two inks, so that the eye keeps to its group.
    const bool even = (group + group / 4) % 2 == 0;
    ui::draw_text_in(canvas, cell, reveal.heads.substr(at, kGroupSigns),
                     {ui::Face::semibold, std::max(least, std::min(row * 0.66F, cell.width / 3.4F)),
                      even ? ui::hue::ink : ui::hue::bamboo, ui::Align::centre},
                     least);
  }
}

// A ring with a tick in gold; while the book is being read, an empty one.
void draw_seal(const ui::Canvas& canvas, ui::Rect rect, const Reveal& reveal, const Words& words, float u) {
  const float side = std::min(rect.height, u * 3.8F);
  ui::Rect rest = rect;
  const ui::Point middle = ui::cut_left(rest, side, u * 0.7F).centre();
  const float radius = side / 2 - 2;
  if (reveal.checked) {
    ui::glow(canvas, middle, side, ui::with_alpha(ui::hue::gold, 0.28F));
    ui::disc(canvas, middle, radius, ui::hue::gold_deep);
    ui::disc(canvas, middle, radius * 0.9F, ui::hue::gold_light);
    ui::ring(canvas, middle, radius * 0.78F, ui::rgb(0xA66C12), 2);
    const float icon = radius * 1.1F;
    ui::draw_icon(canvas, ui::Icon::check, {middle.x - icon / 2, middle.y - icon / 2, icon, icon}, ui::hue::bamboo);
  } else {
    ui::ring(canvas, middle, radius, ui::with_alpha(ui::hue::moon_soft, 0.6F), 3);
    const float icon = radius * 0.9F;
    ui::draw_icon(canvas, ui::Icon::clock, {middle.x - icon / 2, middle.y - icon / 2, icon, icon}, ui::hue::moon_soft);
  }
  const std::string lines = grouped(Money{static_cast<std::int64_t>(reveal.lines)});
  const std::string text =
      reveal.checked ? fill(words.text("scene.checked"), {{"n", lines}}) : words.text("scene.checking");
  draw_fitted(canvas, rest, text,
              {ui::Face::semibold, u * 1.3F, reveal.checked ? ui::hue::gold_light : ui::hue::moon_soft}, {2, u});
}

void draw_proof(const ui::Canvas& canvas, const Sheet& sheet, const Layout& layout, const Reveal& reveal,
                const Words& words) {
  const float u = sheet.reading;
  ui::shadow(canvas, layout.board, ui::with_alpha(ui::hue::black, 0.5F), 36, 10, ui::corner::medium);
  ui::fill(canvas, layout.board, ui::hue::white, ui::corner::medium);
  (void)ui::draw_qr(canvas, layout.code, reveal.qr, ui::hue::night);
  draw_digest(canvas, layout.digest, reveal, words, u, sheet.least);
  const bool on_board = sheet.shape == Shape::ribbon;
  draw_fitted(
      canvas, layout.use, words.text("scene.digest_use"),
      {ui::Face::medium, u * (on_board ? 1.0F : 1.1F), on_board ? ui::hue::ink : ui::hue::moon, ui::Align::centre},
      {3, u});
}

void draw_reveal(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const Layout layout = lay_out(sheet);
  const float u = sheet.reading;
  draw_stage(whole, {.dawn_permille = 700, .children = false});
  const ui::Canvas canvas = drifted(whole, picture);
  draw_veil(canvas);
  const ui::Align align = sheet.shape == Shape::upright ? ui::Align::centre : ui::Align::left;
  if (layout.sender.width > 0) draw_sender(canvas, layout.sender, picture, u, align);
  if (layout.head.width > 0) {
    const ui::Align side = sheet.shape == Shape::panorama ? ui::Align::right : align;
    draw_gold(canvas, layout.head, words.text("scene.result"), 64, u, side);
  }
  const Figures& figures = picture.figures;
  const std::string count = fill(words.text("scene.count_pledges"), {{"n", grouped(Money{figures.pledged.count})}});
  ui::draw_text_in(canvas, layout.label, words.pledged + "  ·  " + count,
                   {ui::Face::semibold, u * (sheet.shape == Shape::ribbon ? 1.1F : 1.4F), ui::hue::moon, align}, u);
  draw_sum(canvas, layout.sum, figures.pledged, words, layout.sum_size, u, align);
  if (layout.words.width > 0) {
    draw_words_of_sum(canvas, layout.words,
                      amount_in_words(figures.pledged.shown, picture.language, picture.hall.campaign().word_forms),
                      {ui::Face::medium, u * 1.25F, ui::hue::moon, align}, {2, u});
  }
  const std::vector<Beside> beside = figures_beside(figures, words);
  if (sheet.shape == Shape::ribbon) {
    draw_figure_lines(canvas, layout.figures, beside, u);
  } else {
    draw_figures_beside(canvas, layout.figures, beside, layout.columns, u);
  }
  if (!picture.reveal) return;
  draw_seal(canvas, layout.seal, *picture.reveal, words, u);
  draw_proof(canvas, sheet, layout, *picture.reveal, words);
}

}  // namespace

SceneFile reveal_scene() { return {{.name = "reveal", .turn = Turn::cued}, draw_reveal}; }

}  // namespace mn
