// What the scenes of the quiet minutes share: a headline, room for a page, the total in one line, and pages that turn.
// Deterministic: which page is on follows from the time alone, so that over a morning every page has its turn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "display/parts/moments.h"

namespace mn {

struct PageLayout {
  ui::Rect title;
  ui::Rect body;
  ui::Rect foot;  // the total in one line
};
PageLayout lay_out_page(const Sheet& sheet);

// Evening over the stage, the headline, and the figures in one line: the hall never loses sight of them.
void draw_page_frame(const ui::Canvas& canvas, const Sheet& sheet, const PageLayout& layout, const std::string& title,
                     const Picture& picture, const Words& words);

// Draws the page that is on; while pages turn, the one before fades and then the new one comes.
void draw_pages(const ui::Canvas& canvas, const Picture& picture, std::size_t pages, std::int64_t page_ms,
                const std::function<void(const ui::Canvas&, std::size_t page)>& draw);

// A quiet panel that text reads well on.
void draw_panel(const ui::Canvas& canvas, ui::Rect rect);

// One thing a gift does, or one place it goes to: picture, a large line, and text.
struct Tile {
  std::string art;  // of assets/art; "" for none
  std::string headline;
  std::string text;
  std::string note;  // "" for none
};
void draw_tile(const ui::Canvas& canvas, ui::Rect rect, const Tile& tile, const Sheet& sheet);

// The panels of `count` tiles beside each other, or below each other on an upright wall.
ui::Rect tile_place(ui::Rect body, const Sheet& sheet, std::size_t at, std::size_t count);
std::size_t tiles_most(const Sheet& sheet);

}  // namespace mn
