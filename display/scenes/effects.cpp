// What a gift does, and where gifts go: the fund's own words, its pictures, and what was pledged to each purpose.
#include <algorithm>
#include <array>

#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/pages.h"
#include "display/parts/paper.h"
#include "display/scenes/scene.h"

namespace mn {
namespace {

constexpr std::int64_t kEffectsPageMs = 9'000;
constexpr std::size_t kPagesATurn = 4;

// Pictures of the purposes stand beside what gifts do, one after the other: they belong to the same stories.
constexpr std::array<std::string_view, 6> kEffectArt{"fund_general", "fund_midautumn", "fund_tet",
                                                     "fund_poor",    "fund_orphan",    "fund_centre"};

std::vector<Tile> effect_tiles(const Picture& picture, const Words& words) {
  std::vector<Tile> tiles;
  for (const Hall::EffectShown& effect : picture.hall.effects()) {
    const std::string amount = goal_text(effect.from, picture.language) + " " + words.dong;
    tiles.push_back({std::string(kEffectArt[tiles.size() % kEffectArt.size()]), amount, effect.text, {}});
  }
  return tiles;
}

std::vector<Tile> fund_tiles(const Picture& picture, const Words& words) {
  std::vector<Tile> tiles;
  for (const Hall::FundShown& fund : picture.hall.funds()) {
    const std::string count = fill(words.text("scene.count_pledges"), {{"n", grouped(Money{fund.count})}});
    tiles.push_back({"fund_" + fund.key, grouped(fund.pledged) + " " + words.dong, fund.name, count});
  }
  return tiles;
}

struct PageOf {
  bool funds = false;
  std::size_t first = 0;
  std::size_t count = 0;
};
std::vector<PageOf> pages_of(std::size_t effects, std::size_t funds, const Sheet& sheet) {
  std::vector<PageOf> pages;
  const auto add = [&](bool of_funds, std::size_t all) {
    const std::size_t each = tiles_a_page(sheet, all);
    for (std::size_t first = 0; first < all; first += each)
      pages.push_back({of_funds, first, std::min(each, all - first)});
  };
  add(false, effects);
  add(true, funds);
  return pages;
}

std::int64_t dwell(const Hall& hall, const Wall&) {
  const std::size_t pages = (hall.effects().size() + 2) / 3 + (hall.funds().size() + 2) / 3;
  return static_cast<std::int64_t>(std::clamp<std::size_t>(pages, 1, kPagesATurn)) * kEffectsPageMs;
}

void draw_effects(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const PageLayout layout = lay_out_page(sheet);
  draw_stage(whole, {.dawn_permille = 625, .children = false});
  draw_evening(whole);
  const ui::Canvas canvas = drifted(whole, picture);
  draw_page_figures(canvas, sheet, layout, picture, words);
  const std::vector<Tile> effects = effect_tiles(picture, words);
  const std::vector<Tile> funds = fund_tiles(picture, words);
  const std::vector<PageOf> pages = pages_of(effects.size(), funds.size(), sheet);
  draw_pages(
      canvas, picture, pages.size(), kEffectsPageMs,
      [&](const ui::Canvas& ground, const ui::Canvas& ink, std::size_t at) {
        const PageOf page = pages[at];
        draw_page_title(ink, sheet, layout, words.text(page.funds ? "scene.funds_title" : "scene.effects_title"));
        for (std::size_t tile = 0; tile < page.count; ++tile) {
          draw_tile(ground, ink, tile_place(layout.body, sheet, tile, page.count),
                    (page.funds ? funds : effects)[page.first + tile], sheet);
        }
      },
      [&](std::size_t page, std::size_t other) { return pages[page].count == pages[other].count; });
}

bool has_effects(const Hall& hall) { return !hall.effects().empty(); }

}  // namespace

SceneFile effects_scene() {
  return {{.name = "effects", .turn = Turn::resting, .page_ms = kEffectsPageMs, .has = has_effects, .dwell = dwell},
          draw_effects};
}

}  // namespace mn
