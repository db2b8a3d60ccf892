#include "display/parts/pages.h"

#include <algorithm>
#include <array>

#include "core/numbers.h"
#include "display/parts/paper.h"
#include "display/scenes/scene.h"
#include "ui/paint.h"
#include "ui/still.h"

namespace mn {
namespace {

struct Piece {
  std::string text;
  ui::TextLook look;
};

// Pieces one after the other in the middle of a line, all of them smaller when they must.
void draw_pieces(const ui::Canvas& canvas, ui::Rect rect, std::vector<Piece> pieces, float least) {
  const auto width = [&] {
    float sum = 0;
    for (const Piece& piece : pieces) sum += ui::text_width(canvas, piece.text, piece.look);
    return sum;
  };
  while (width() > rect.width &&
         std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.look.size > least; })) {
    for (Piece& piece : pieces) piece.look.size = std::max(least, piece.look.size - 1);
  }
  float x = rect.centre().x - width() / 2;
  const float baseline = rect.centre().y + ui::line_metrics(ui::Face::semibold, least).cap_height / 2;
  for (const Piece& piece : pieces) x += ui::draw_text(canvas, {x, baseline}, piece.text, piece.look);
}

}  // namespace

PageLayout lay_out_page(const Sheet& sheet) {
  PageLayout out;
  const float u = sheet.reading;
  ui::Rect rest = sheet.safe;
  switch (sheet.shape) {
    case Shape::wide:
    case Shape::panorama:
      out.title = ui::cut_top(rest, u * 3.4F, u * 1.3F);
      out.foot = ui::cut_bottom(rest, u * 2.3F, u * 1.2F);
      break;
    case Shape::ribbon:
      out.title = ui::cut_top(rest, u * 1.9F, u * 0.55F);
      out.foot = ui::cut_bottom(rest, u * 1.5F, u * 0.55F);
      break;
    case Shape::upright:
      out.title = ui::cut_top(rest, u * 4, u * 1.4F);
      out.foot = ui::cut_bottom(rest, u * 4, u * 1.2F);
      break;
  }
  out.body = rest;
  return out;
}

void draw_evening(const ui::Canvas& canvas) {
  ui::fill_gradient(canvas, canvas.whole(), ui::rgb(0x020A10, 0.30F), ui::rgb(0x020A10, 0.46F));
}

void draw_page_title(const ui::Canvas& canvas, const Sheet& sheet, const PageLayout& layout, const std::string& title) {
  const float u = sheet.reading;
  ui::TextLook look{ui::Face::display_extrabold, u * (sheet.shape == Shape::ribbon ? 1.6F : 2.6F), ui::hue::gold_light,
                    ui::Align::centre, ui::hue::gold_deep};
  // The page's number keeps its place at the right end.
  const ui::Rect box{layout.title.x + u * 4, layout.title.y, layout.title.width - u * 8,
                     layout.title.height - (sheet.shape == Shape::ribbon ? 0 : u * 0.5F)};
  draw_fitted(canvas, sheet.shape == Shape::upright ? layout.title : box, title, look,
              {sheet.shape == Shape::upright ? 2 : 1, u});
  if (sheet.shape == Shape::ribbon) return;
  draw_flourish(canvas, {layout.title.centre().x, layout.title.bottom() + u * 0.25F}, u * 22, ui::hue::gold_deep);
}

void draw_page_figures(const ui::Canvas& canvas, const Sheet& sheet, const PageLayout& layout, const Picture& picture,
                       const Words& words) {
  const float u = sheet.reading;
  const bool ribbon = sheet.shape == Shape::ribbon;
  const float large = ribbon ? u * 1.1F : u * 1.4F;
  const auto piece = [&](const std::string& label, const Figure& of, ui::Colour colour) {
    return std::array<Piece, 2>{Piece{label + "  ", {ui::Face::medium, std::max(u, large * 0.8F), ui::hue::moon_soft}},
                                Piece{grouped(of.shown) + " " + words.dong, {ui::Face::display_bold, large, colour}}};
  };
  const std::array<Piece, 2> pledged = piece(words.pledged, picture.figures.pledged, ui::hue::gold_light);
  const std::array<Piece, 2> received = piece(words.received, picture.figures.received, ui::hue::moon);
  ui::Rect panel = layout.foot;
  if (sheet.shape != Shape::upright) panel = ui::centred(panel, {std::min(panel.width, u * 62), panel.height});
  ui::still(canvas, "page figures", ui::inset(panel, -4), ui::StillKind::transparent, [&](const ui::Canvas& layer) {
    const float radius = sheet.shape == Shape::upright ? ui::corner::medium : ui::corner::pill;
    ui::fill(layer, panel, ui::with_alpha(ui::hue::night, 0.66F), radius);
    ui::outline_gradient(layer, panel, ui::rgb(0x8FA37A, 0.5F), ui::rgb(0x2C5A50, 0.35F), radius, ui::space::hair);
  });
  ui::Rect inside = ui::inset(panel, u * 0.3F);
  if (sheet.shape == Shape::upright) {
    draw_pieces(canvas, ui::cut_top(inside, inside.height / 2), {pledged[0], pledged[1]}, u);
    draw_pieces(canvas, inside, {received[0], received[1]}, u);
    return;
  }
  const Piece between{"      ", pledged[0].look};
  draw_pieces(canvas, inside, {pledged[0], pledged[1], between, received[0], received[1]}, u);
}

void draw_page_number(const ui::Canvas& canvas, const Sheet& sheet, const PageLayout& layout, std::size_t page,
                      std::size_t pages) {
  if (pages < 2) return;
  const std::string number = std::to_string(page + 1) + "/" + std::to_string(pages);
  const float u = sheet.reading;
  const ui::TextLook look{ui::Face::semibold, u * 1.05F, ui::hue::moon, ui::Align::centre};
  const float width = ui::text_width(canvas, number, look) + u * 1.2F;
  // Upright, beside the flourish; the title has two lines there.
  const float y =
      sheet.shape == Shape::upright ? layout.title.bottom() - u * 0.6F : layout.title.centre().y - u * 0.85F;
  const ui::Rect pill{layout.title.right() - width, y, width, u * 1.7F};
  ui::fill(canvas, pill, ui::with_alpha(ui::hue::night, 0.55F), ui::corner::pill);
  ui::outline(canvas, pill, ui::with_alpha(ui::hue::gold_deep, 0.45F), ui::corner::pill);
  ui::draw_text_in(canvas, pill, number, look, u);
}

void draw_pages(const ui::Canvas& canvas, const Picture& picture, std::size_t pages, std::int64_t page_ms,
                const DrawPage& draw, const Alike& alike) {
  if (pages == 0) return;
  const std::int64_t turned = picture.paging_ms / page_ms;
  const auto page = static_cast<std::size_t>(picture.pages_before + turned) % pages;
  const std::int64_t within_ms = picture.paging_ms % page_ms;
  if (pages == 1 || turned == 0 || within_ms >= kPageFadeMs) return draw(canvas, canvas, page);
  const float share = static_cast<float>(within_ms) / static_cast<float>(kPageFadeMs);
  const std::size_t before = (page + pages - 1) % pages;
  const ui::Canvas ink = ui::faded(canvas, share < 0.5F ? 1 - 2 * share : 2 * share - 1);
  draw(!alike || alike(before, page) ? canvas : ink, ink, share < 0.5F ? before : page);
}

}  // namespace mn
