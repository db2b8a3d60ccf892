// The wall of gratitude: everybody who may be named, in Vietnamese order, page after page.
#include <algorithm>
#include <cmath>

#include "core/numbers.h"
#include "display/parts/pages.h"
#include "display/scenes/scene.h"
#include "ui/icon.h"
#include "ui/paint.h"

namespace mn {
namespace {

constexpr std::int64_t kWallPageMs = 9'000;  // twenty names are read in this time
constexpr std::size_t kPagesATurn = 8;       // then the tally has its turn; the pages after these have the next

// How many names a page holds: two lines each, wide enough for a full official name.
struct Grid {
  int columns = 1;
  int rows = 1;
  float cell_height = 0;
  float letters = 0;  // canvas units
  std::size_t names() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
};
Grid grid_at(const Sheet& sheet, ui::Rect body, float letters) {
  Grid out;
  out.letters = letters;
  const int columns_least = sheet.shape == Shape::ribbon ? 2 : 1;
  out.columns = std::max(columns_least, static_cast<int>(body.width / (letters * 26.5F)));
  out.rows = std::max(1, static_cast<int>(body.height / (letters * 2.75F)));
  out.cell_height = body.height / static_cast<float>(out.rows);
  return out;
}

// Few names are written larger: all of them on one page, as large as they go.
Grid grid_of(const Sheet& sheet, ui::Rect body, std::size_t names) {
  const float least = sheet.reading * 1.25F;
  float letters = sheet.shape == Shape::ribbon ? least : sheet.reading * 2.1F;
  while (letters > least && grid_at(sheet, body, letters).names() < names) letters -= 2;
  return grid_at(sheet, body, std::max(letters, least));
}

std::size_t pages_of(std::size_t names, const Grid& grid) { return (names + grid.names() - 1) / grid.names(); }

// The same arithmetic for the rules, which know the wall in pixels.
std::int64_t dwell(const Hall& hall, const Wall& wall) {
  ui::Canvas canvas;
  const ui::Fit fit = ui::fit_canvas(wall.width_px, wall.height_px);
  canvas.size = fit.size;
  canvas.scale = fit.scale;
  const Sheet sheet = sheet_of(canvas);
  const std::size_t names = hall.wall_count();
  const Grid grid = grid_of(sheet, lay_out_page(sheet).body, names);
  const std::size_t pages = std::min(pages_of(names, grid), kPagesATurn);
  return static_cast<std::int64_t>(std::max<std::size_t>(pages, 1)) * kWallPageMs;
}

void draw_name(const ui::Canvas& canvas, const Grid& grid, ui::Rect cell, const PublicCard& card, const Words& words,
               bool ranked, float least) {
  const float u = grid.letters / 1.25F;
  ui::Rect rest = ui::inset(cell, u * 0.25F);
  const CardFace face = face_of(card, words);
  const ui::Rect badge = ui::cut_left(rest, u * 1.7F, u * 0.7F);
  const ui::Rect disc = ui::centred(badge, {u * 1.7F, u * 1.7F});
  ui::disc(canvas, disc.centre(), disc.width / 2, ui::with_alpha(ui::hue::shoot, 0.22F));
  ui::draw_icon(canvas, face.icon, ui::inset(disc, disc.width * 0.22F), ui::hue::shoot);
  // A sum stands beside a name only where the fund has chosen to rank by sums.
  if (ranked && card.amount()) {
    const ui::TextLook look{ui::Face::display_bold, u * 1.1F, ui::hue::gold_light, ui::Align::right};
    const std::string sum = grouped(*card.amount());
    ui::draw_text_in(canvas, ui::cut_right(rest, ui::text_width(canvas, sum, look) + u * 0.2F, u * 0.8F), sum, look,
                     least);
  }
  draw_fitted(canvas, rest, face.name, {ui::Face::semibold, grid.letters, ui::hue::moon}, {2, least});
}

void draw_wall(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const PageLayout layout = lay_out_page(sheet);
  draw_stage(whole, {.dawn_permille = 450, .children = false});
  draw_veil(whole);
  const ui::Canvas canvas = drifted(whole, picture);
  draw_page_frame(canvas, sheet, layout, words.text("tally.wall"), picture, words);
  const Grid grid = grid_of(sheet, layout.body, picture.hall.wall_count());
  const bool ranked = picture.hall.campaign().screen.rank_by_amount;
  const std::size_t pages = pages_of(picture.hall.wall_count(), grid);
  draw_pages(canvas, picture, pages, kWallPageMs, [&](const ui::Canvas& page_canvas, std::size_t page) {
    const std::vector<PublicCard> cards = picture.hall.wall(page * grid.names(), grid.names());
    // The last page is not a lonely corner: what there is stands in the middle.
    const auto used = static_cast<int>((cards.size() + static_cast<std::size_t>(grid.columns) - 1) /
                                       static_cast<std::size_t>(grid.columns));
    const float top = layout.body.y + (layout.body.height - grid.cell_height * static_cast<float>(used)) / 2;
    for (std::size_t at = 0; at < cards.size(); ++at) {
      const auto index = static_cast<int>(at);
      const ui::Rect column = ui::column_of(layout.body, index % grid.columns, grid.columns, sheet.reading * 1.5F);
      const float y = top + grid.cell_height * static_cast<float>(index / grid.columns);
      draw_name(page_canvas, grid, {column.x, y, column.width, grid.cell_height}, cards[at], words, ranked,
                sheet.least);
    }
    if (pages < 2) return;
    const std::string number = std::to_string(page + 1) + "/" + std::to_string(pages);
    ui::draw_text_in(page_canvas, layout.title, number,
                     {ui::Face::medium, sheet.reading, ui::hue::moon_soft, ui::Align::right}, sheet.least);
  });
}

bool has_names(const Hall& hall) { return hall.wall_count() > 0; }

}  // namespace

SceneFile wall_scene() {
  return {{.name = "wall", .turn = Turn::resting, .page_ms = kWallPageMs, .has = has_names, .dwell = dwell}, draw_wall};
}

}  // namespace mn
