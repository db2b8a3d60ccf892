// The wall of gratitude: everybody who may be named, in Vietnamese order, on a scroll that is written anew page by
// page.
#include <algorithm>
#include <cmath>

#include "core/numbers.h"
#include "display/parts/pages.h"
#include "display/parts/paper.h"
#include "display/parts/wall_letter.h"
#include "display/scenes/scene.h"
#include "ui/icon.h"
#include "ui/paint.h"

namespace mn {
namespace {

constexpr std::int64_t kWallPageMs = 9'000;  // twenty names are read in this time
constexpr std::size_t kPagesATurn = 8;       // then the tally has its turn; the pages after these have the next

constexpr float kNameWidth = 26.5F;  // of a column, in letters: 90 of them stand in two lines
constexpr float kLineHeight = 1.3F;
constexpr float kMarkWidth = 1.7F;  // of the letter before the names

// How many names a page holds: two lines each, wide enough for a full official name; where columns are narrow three.
struct Grid {
  int columns = 1;
  int rows = 1;
  int lines = 2;                                                                       // that a name may take
  float letters = 0;                                                                   // canvas units
  float row_height() const { return kLineHeight * static_cast<float>(lines) + 0.1F; }  // in letters
  std::size_t names() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
};
Grid grid_at(const Sheet& sheet, ui::Rect page, float letters) {
  Grid out;
  out.letters = letters;
  const bool ribbon = sheet.shape == Shape::ribbon;
  out.lines = ribbon || sheet.shape == Shape::upright ? 3 : 2;
  out.columns = ribbon ? 2 : std::max(1, static_cast<int>(page.width / (letters * (kNameWidth + kMarkWidth))));
  out.rows = std::max(1, static_cast<int>(page.height / (letters * out.row_height())));
  return out;
}

// Few names are written larger: all of them on one page, as large as they go.
Grid grid_of(const Sheet& sheet, ui::Rect page, std::size_t names) {
  const float least = sheet.reading * (sheet.shape == Shape::wide || sheet.shape == Shape::panorama ? 1.25F : 1.0F);
  float letters = sheet.shape == Shape::ribbon ? least : sheet.reading * 2.6F;
  while (letters > least && grid_at(sheet, page, letters).names() < names) letters -= 2;
  return grid_at(sheet, page, std::max(letters, least));
}

bool downwards(const Sheet& sheet) { return sheet.shape == Shape::upright; }
ui::Rect page_of(const Sheet& sheet) { return scroll_page(lay_out_page(sheet).body, sheet.reading, downwards(sheet)); }

std::size_t pages_of(std::size_t names, const Grid& grid) {
  return std::max<std::size_t>(1, (names + grid.names() - 1) / grid.names());
}
// Names are shared out evenly: no page has more than one name less than another.
std::size_t first_of(std::size_t page, std::size_t pages, std::size_t names) { return names * page / pages; }

// The same arithmetic for the rules, which know the wall in pixels.
std::int64_t dwell(const Hall& hall, const Wall& wall) {
  ui::Canvas canvas;
  const ui::Fit fit = ui::fit_canvas(wall.width_px, wall.height_px);
  canvas.size = fit.size;
  canvas.scale = fit.scale;
  const Sheet sheet = sheet_of(canvas);
  const std::size_t names = hall.wall_count();
  const std::size_t pages = pages_of(names, grid_of(sheet, page_of(sheet), names));
  return static_cast<std::int64_t>(std::min(pages, kPagesATurn)) * kWallPageMs;
}

struct Row {
  ui::Rect cell;
  std::string letter;  // before the first name under it; "" before others
  bool first = false;  // of its column: no line above it
};

void draw_name(const ui::Canvas& canvas, const Grid& grid, const Row& row, const PublicCard& card, const Words& words,
               bool ranked, float least) {
  const float size = grid.letters;
  if (!row.first) {
    ui::line(canvas, {row.cell.x + size * kMarkWidth, row.cell.y}, {row.cell.right(), row.cell.y}, ui::hue::line);
  }
  ui::Rect rest = row.cell;
  ui::Rect mark = ui::cut_left(rest, size * kMarkWidth);
  mark.width -= size * 0.35F;
  const CardFace face = face_of(card, words);
  if (ranked) {
    ui::draw_icon(canvas, face.icon, ui::centred(mark, {size * 0.9F, size * 0.9F}), ui::hue::leaf);
    // A sum stands beside a name only where the fund has chosen to rank by sums.
    if (card.amount()) {
      const ui::TextLook look{ui::Face::display_bold, size, ui::hue::bamboo, ui::Align::right};
      const std::string sum = grouped(*card.amount());
      const float width = ui::text_width(canvas, sum, look) + 2;
      ui::draw_text_in(canvas, ui::cut_right(rest, width, size * 0.6F), sum, look, least);
    }
  } else if (!row.letter.empty()) {
    ui::draw_text_in(canvas, mark, row.letter,
                     {ui::Face::display_extrabold, size * 1.3F, paper_ink::red, ui::Align::left, ui::hue::coral_deep},
                     least);
  }
  // Larger where it takes one line.
  draw_fitted(canvas, rest, face.name, {ui::Face::semibold, size * 1.3F, ui::hue::ink}, {grid.lines, least});
}

// In columns, as a list is read: down, and then the next. What is not full stands in the middle.
void draw_names(const ui::Canvas& canvas, const Sheet& sheet, ui::Rect page, const Grid& grid,
                const std::vector<PublicCard>& cards, const Words& words, bool ranked) {
  if (cards.empty()) return;
  const auto count = static_cast<int>(cards.size());
  const int columns = std::min(grid.columns, (count + grid.rows - 1) / grid.rows);
  const int rows = (count + columns - 1) / columns;
  const float gap = sheet.reading * 1.6F;
  const float widest = grid.letters * (kNameWidth + kMarkWidth) * 1.12F;
  const float width =
      std::min((page.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns), widest);
  const float height = std::min(page.height / static_cast<float>(rows), grid.letters * grid.row_height() * 1.3F);
  const float left =
      page.centre().x - (width * static_cast<float>(columns) + gap * static_cast<float>(columns - 1)) / 2;
  const float top = page.centre().y - height * static_cast<float>(rows) / 2;
  std::string before;
  for (int at = 0; at < count; ++at) {
    const PublicCard& card = cards[static_cast<std::size_t>(at)];
    Row row;
    row.first = at % rows == 0;
    row.cell = {left + static_cast<float>(at / rows) * (width + gap), top + static_cast<float>(at % rows) * height,
                width, height};
    const std::string letter = wall_letter(card.name());
    if (row.first || letter != before) row.letter = letter;
    before = letter;
    draw_name(canvas, grid, row, card, words, ranked, sheet.least);
  }
}

void draw_wall(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const PageLayout layout = lay_out_page(sheet);
  draw_stage(whole, {.dawn_permille = 450, .children = false});
  draw_evening(whole);
  const ui::Canvas canvas = drifted(whole, picture);
  draw_page_title(canvas, sheet, layout, words.text("tally.wall"));
  draw_page_figures(canvas, sheet, layout, picture, words);
  draw_scroll(canvas, layout.body, sheet.reading, downwards(sheet));
  const ui::Rect page = page_of(sheet);
  const std::size_t names = picture.hall.wall_count();
  const Grid grid = grid_of(sheet, page, names);
  const std::size_t pages = pages_of(names, grid);
  const bool ranked = picture.hall.campaign().screen.rank_by_amount;
  draw_pages(canvas, picture, pages, kWallPageMs, [&](const ui::Canvas&, const ui::Canvas& ink, std::size_t at) {
    const std::size_t first = first_of(at, pages, names);
    const std::vector<PublicCard> cards = picture.hall.wall(first, first_of(at + 1, pages, names) - first);
    draw_names(ink, sheet, page, grid, cards, words, ranked);
    draw_page_number(ink, sheet, layout, at, pages);
  });
}

bool has_names(const Hall& hall) { return hall.wall_count() > 0; }

}  // namespace

SceneFile wall_scene() {
  return {{.name = "wall", .turn = Turn::resting, .page_ms = kWallPageMs, .has = has_names, .dwell = dwell}, draw_wall};
}

}  // namespace mn
