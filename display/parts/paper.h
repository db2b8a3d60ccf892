// Paper on the stage: cards as of a picture book, and the scroll that names are written on. What it is made of stands
// still and is painted once; its words come and go.
#pragma once

#include <cstddef>
#include <string>

#include "display/parts/moments.h"

namespace mn {

namespace paper_ink {
constexpr ui::Colour gold = ui::rgb(0x8A5A0B);  // letters and signs
constexpr ui::Colour red = ui::rgb(0xB4432B);
}  // namespace paper_ink

// A sheet with a golden edge. A still layer.
void draw_paper(const ui::Canvas& canvas, ui::Rect rect, float radius = ui::corner::large);

// Paper between two rods, opened to the sides, or downwards on an upright wall. A still layer.
void draw_scroll(const ui::Canvas& canvas, ui::Rect rect, float least, bool downwards);
// Where there is room to write on it.
ui::Rect scroll_page(ui::Rect rect, float least, bool downwards);

// A short golden line with a lozenge in its middle.
void draw_flourish(const ui::Canvas& canvas, ui::Point middle, float width, ui::Colour colour);

// One thing a gift does, or one place it goes to: picture, a large line, and text.
struct Tile {
  std::string art;  // of assets/art; "" for none
  std::string headline;
  std::string text;
  std::string note;  // "" for none
};
// Its paper on `ground`, its words and its picture on `ink`.
void draw_tile(const ui::Canvas& ground, const ui::Canvas& ink, ui::Rect rect, const Tile& tile, const Sheet& sheet);

// The cards of `count` tiles beside each other, or below each other on an upright wall.
ui::Rect tile_place(ui::Rect body, const Sheet& sheet, std::size_t at, std::size_t count);
std::size_t tiles_most(const Sheet& sheet);
// How many of `all` stand on each page, so that none of them is nearly empty.
std::size_t tiles_a_page(const Sheet& sheet, std::size_t all);

}  // namespace mn
