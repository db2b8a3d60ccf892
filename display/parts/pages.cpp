#include "display/parts/pages.h"

#include <algorithm>

#include "core/numbers.h"
#include "display/scenes/scene.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn {

PageLayout lay_out_page(const Sheet& sheet) {
  PageLayout out;
  const float u = sheet.reading;
  ui::Rect rest = sheet.safe;
  const bool ribbon = sheet.shape == Shape::ribbon;
  out.title = ui::cut_top(rest, u * (ribbon ? 2.2F : sheet.shape == Shape::upright ? 3.2F : 3.6F), u * 0.6F);
  out.foot = ui::cut_bottom(rest, u * (ribbon ? 1.6F : sheet.shape == Shape::upright ? 3.6F : 2.0F), u * 0.7F);
  out.body = rest;
  return out;
}

void draw_page_frame(const ui::Canvas& canvas, const Sheet& sheet, const PageLayout& layout, const std::string& title,
                     const Picture& picture, const Words& words) {
  const float u = sheet.reading;
  draw_fitted(canvas, layout.title, title,
              {ui::Face::display_bold, u * (sheet.shape == Shape::ribbon ? 1.8F : 2.5F), ui::hue::gold_light,
               ui::Align::centre, ui::hue::gold_deep},
              {sheet.shape == Shape::upright ? 2 : 1, u});
  const auto figure = [&](const std::string& label, const Figure& of) {
    return label + "  " + grouped(of.shown) + " " + words.dong;
  };
  const std::string line = figure(words.pledged, picture.figures.pledged);
  const std::string second = figure(words.received, picture.figures.received);
  const ui::TextLook look{ui::Face::semibold, u * 1.15F, ui::hue::moon, ui::Align::centre};
  if (sheet.shape == Shape::upright) {
    ui::Rect foot = layout.foot;
    ui::draw_text_in(canvas, ui::cut_top(foot, foot.height / 2), line, look, u);
    ui::draw_text_in(canvas, foot, second, look, u);
    return;
  }
  ui::draw_text_in(canvas, layout.foot, line + "      " + second, look, u);
}

void draw_pages(const ui::Canvas& canvas, const Picture& picture, std::size_t pages, std::int64_t page_ms,
                const std::function<void(const ui::Canvas&, std::size_t page)>& draw) {
  if (pages == 0) return;
  const std::int64_t began_ms = picture.now_ms - picture.scene_ms;
  const std::int64_t first = began_ms / page_ms;
  const std::int64_t turned = picture.scene_ms / page_ms;
  const auto page = static_cast<std::size_t>(first + turned) % pages;
  const std::int64_t within_ms = picture.scene_ms % page_ms;
  if (pages == 1 || turned == 0 || within_ms >= kPageFadeMs) return draw(canvas, page);
  const float share = static_cast<float>(within_ms) / static_cast<float>(kPageFadeMs);
  const std::size_t before = (page + pages - 1) % pages;
  if (share < 0.5F) return draw(ui::faded(canvas, 1 - 2 * share), before);
  draw(ui::faded(canvas, 2 * share - 1), page);
}

void draw_panel(const ui::Canvas& canvas, ui::Rect rect) {
  ui::fill(canvas, rect, ui::with_alpha(ui::hue::night, 0.58F), ui::corner::medium);
  ui::outline(canvas, rect, ui::with_alpha(ui::hue::gold_deep, 0.34F), ui::corner::medium);
}

void draw_tile(const ui::Canvas& canvas, ui::Rect rect, const Tile& tile, const Sheet& sheet) {
  const float u = sheet.reading;
  draw_panel(canvas, rect);
  ui::Rect rest = ui::inset(rect, u * 0.9F);
  const bool lying = rest.width > rest.height * 1.5F;
  if (!tile.art.empty()) {
    const ui::Rect art = lying ? ui::cut_left(rest, std::min(rest.height, rest.width * 0.4F), u)
                               : ui::cut_top(rest, rest.height * 0.46F, u * 0.7F);
    // The fund's pictures were drawn for daylight: they stand in a light of their own.
    ui::disc(canvas, art.centre(), std::min(art.width, art.height) / 2, ui::with_alpha(ui::hue::cream, 0.92F));
    ui::draw_picture(canvas, tile.art, ui::inset(art, std::min(art.width, art.height) * 0.12F));
  }
  const ui::Align align = lying ? ui::Align::left : ui::Align::centre;
  const float headline = std::min(rest.height * 0.36F, u * 2.9F);
  draw_fitted(canvas, ui::cut_top(rest, headline, u * 0.2F), tile.headline,
              {ui::Face::display_bold, u * 1.9F, ui::hue::gold_light, align}, {2, u});
  if (!tile.note.empty()) {
    ui::draw_text_in(canvas, ui::cut_bottom(rest, u * 1.5F, u * 0.2F), tile.note,
                     {ui::Face::medium, u, ui::hue::moon_soft, align}, u);
  }
  draw_fitted(canvas, rest, tile.text, {ui::Face::semibold, u * 1.35F, ui::hue::moon, align}, {5, u, lying});
}

std::size_t tiles_most(const Sheet& sheet) {
  switch (sheet.shape) {
    case Shape::wide:
    case Shape::upright:
      return 3;
    case Shape::panorama:
      return 4;
    case Shape::ribbon:
      return 2;
  }
  return 3;
}

ui::Rect tile_place(ui::Rect body, const Sheet& sheet, std::size_t at, std::size_t count) {
  const auto index = static_cast<int>(at);
  const auto places = static_cast<int>(std::max<std::size_t>(count, 1));
  const float gap = sheet.reading * 1.1F;
  // One alone does not fill the wall: it keeps the size it would have beside another.
  if (sheet.shape == Shape::upright) {
    return places == 1 ? ui::centred(body, {body.width, body.height / 2}) : ui::row_of(body, index, places, gap);
  }
  return places == 1 ? ui::centred(body, {body.width / 2, body.height}) : ui::column_of(body, index, places, gap);
}

}  // namespace mn
