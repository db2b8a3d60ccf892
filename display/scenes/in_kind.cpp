// Goods: what was promised in kind, how many and by whom, with its estimated value. Never part of the money.
#include <algorithm>

#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/pages.h"
#include "display/scenes/scene.h"

namespace mn {
namespace {

constexpr std::int64_t kGoodsPageMs = 9'000;
constexpr std::size_t kGoodsMost = 60;
constexpr std::size_t kPagesATurn = 4;

std::string quantity_of(const Goods& goods) {
  return grouped(Money{goods.quantity}) + (goods.unit.empty() ? "" : " " + goods.unit);
}

std::vector<Tile> tiles_of(const Picture& picture, const Words& words) {
  std::vector<Tile> tiles;
  for (const PublicCard& card : picture.hall.in_kind(kGoodsMost)) {
    const CardFace face = face_of(card, words);
    Tile tile;
    tile.art = tiles.empty() ? "goods" : "";
    tile.text = face.name;
    if (card.goods()) {
      tile.headline = quantity_of(*card.goods()) + " " + card.goods()->what;
    } else {
      tile.headline = words.text("scene.goods");
    }
    if (card.amount()) tile.note = fill(words.text("scene.goods_value"), {{"amount", grouped(*card.amount())}});
    tiles.push_back(std::move(tile));
  }
  for (Tile& tile : tiles) tile.art = "goods";
  return tiles;
}

void draw_in_kind(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const float u = sheet.reading;
  PageLayout layout = lay_out_page(sheet);
  draw_stage(whole, {.dawn_permille = 500, .children = false});
  draw_veil(whole);
  const ui::Canvas canvas = drifted(whole, picture);
  draw_page_frame(canvas, sheet, layout, words.text("scene.in_kind_title"), picture, words);
  if (sheet.shape != Shape::ribbon) {
    const Figure& figure = picture.figures.in_kind;
    const std::string sum =
        fill(words.text("scene.in_kind_sum"), {{"n", grouped(Money{figure.count})}, {"amount", grouped(figure.shown)}});
    draw_fitted(canvas, ui::cut_top(layout.body, u * (sheet.shape == Shape::upright ? 4 : 2.4F), u * 0.4F), sum,
                {ui::Face::semibold, u * 1.3F, ui::hue::moon, ui::Align::centre}, {2, u});
  }
  const std::vector<Tile> tiles = tiles_of(picture, words);
  const std::size_t most = tiles_most(sheet);
  const std::size_t pages = (tiles.size() + most - 1) / most;
  draw_pages(canvas, picture, pages, kGoodsPageMs, [&](const ui::Canvas& onto, std::size_t page) {
    const std::size_t first = page * most;
    const std::size_t count = std::min(most, tiles.size() - first);
    for (std::size_t at = 0; at < count; ++at) {
      draw_tile(onto, tile_place(layout.body, sheet, at, count), tiles[first + at], sheet);
    }
  });
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
