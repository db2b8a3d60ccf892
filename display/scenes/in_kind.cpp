// Goods: what was promised in kind, how many and by whom, with its estimated value. Never part of the money.
#include <algorithm>

#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/pages.h"
#include "display/parts/paper.h"
#include "display/scenes/scene.h"

namespace mn {
namespace {

constexpr std::int64_t kGoodsPageMs = 9'000;
constexpr std::size_t kGoodsMost = 60;
constexpr std::size_t kPagesATurn = 4;

std::string quantity_of(const Goods& goods) {
  return grouped(Money{goods.quantity}) + (goods.unit.empty() ? "" : " " + goods.unit);
}

// Two pictures in turn, so that cards beside each other are not alike.
std::vector<Tile> tiles_of(const Picture& picture, const Words& words) {
  std::vector<Tile> tiles;
  for (const PublicCard& card : picture.hall.in_kind(kGoodsMost)) {
    Tile tile;
    tile.art = tiles.size() % 2 == 0 ? "way_in_kind" : "goods";
    tile.text = face_of(card, words).name;
    tile.headline = card.goods() ? quantity_of(*card.goods()) + " " + card.goods()->what : words.text("scene.goods");
    if (card.amount()) tile.note = fill(words.text("scene.goods_value"), {{"amount", grouped(*card.amount())}});
    tiles.push_back(std::move(tile));
  }
  return tiles;
}

void draw_in_kind(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const float u = sheet.reading;
  PageLayout layout = lay_out_page(sheet);
  draw_stage(whole, {.dawn_permille = 500, .children = false});
  draw_evening(whole);
  const ui::Canvas canvas = drifted(whole, picture);
  draw_page_title(canvas, sheet, layout, words.text("scene.in_kind_title"));
  draw_page_figures(canvas, sheet, layout, picture, words);
  if (sheet.shape != Shape::ribbon) {
    const Figure& figure = picture.figures.in_kind;
    const std::string sum =
        fill(words.text("scene.in_kind_sum"), {{"n", grouped(Money{figure.count})}, {"amount", grouped(figure.shown)}});
    draw_fitted(canvas, ui::cut_top(layout.body, u * (sheet.shape == Shape::upright ? 3.2F : 1.8F), u * 1.1F), sum,
                {ui::Face::semibold, u * 1.4F, ui::hue::moon, ui::Align::centre}, {2, u});
  }
  const std::vector<Tile> tiles = tiles_of(picture, words);
  const std::size_t each = tiles_a_page(sheet, tiles.size());
  const std::size_t pages = (tiles.size() + each - 1) / each;
  const auto count_on = [&](std::size_t page) { return std::min(each, tiles.size() - page * each); };
  draw_pages(
      canvas, picture, pages, kGoodsPageMs,
      [&](const ui::Canvas& ground, const ui::Canvas& ink, std::size_t page) {
        for (std::size_t at = 0; at < count_on(page); ++at) {
          draw_tile(ground, ink, tile_place(layout.body, sheet, at, count_on(page)), tiles[page * each + at], sheet);
        }
        draw_page_number(ink, sheet, layout, page, pages);
      },
      [&](std::size_t page, std::size_t other) { return count_on(page) == count_on(other); });
}

bool has_goods(const Hall& hall) { return !hall.in_kind(1).empty(); }

std::int64_t dwell(const Hall& hall, const Wall&) {
  const std::size_t pages = (hall.in_kind(kGoodsMost).size() + 2) / 3;
  return static_cast<std::int64_t>(std::clamp<std::size_t>(pages, 1, kPagesATurn)) * kGoodsPageMs;
}

}  // namespace

SceneFile in_kind_scene() {
  return {{.name = "in_kind", .turn = Turn::resting, .page_ms = kGoodsPageMs, .has = has_goods, .dwell = dwell},
          draw_in_kind};
}

}  // namespace mn
