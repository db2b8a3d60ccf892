// What the scenes of the quiet minutes share: a headline, room for a page, the figures in one line, and pages that
// turn. Which page is on is the picture's to say: every page has its turn, over all the turns of its scene.
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
  ui::Rect foot;  // the figures
};
PageLayout lay_out_page(const Sheet& sheet);

// The stage late in the evening, so that paper shines on it and words read well.
void draw_evening(const ui::Canvas& canvas);

void draw_page_title(const ui::Canvas& canvas, const Sheet& sheet, const PageLayout& layout, const std::string& title);
// Pledged and received in one line, side by side: the hall never loses sight of them.
void draw_page_figures(const ui::Canvas& canvas, const Sheet& sheet, const PageLayout& layout, const Picture& picture,
                       const Words& words);
// "2/5", where there is more than one.
void draw_page_number(const ui::Canvas& canvas, const Sheet& sheet, const PageLayout& layout, std::size_t page,
                      std::size_t pages);

// One page as it is drawn: its ground stays while pages turn, its words go, and the next ones come.
using DrawPage = std::function<void(const ui::Canvas& ground, const ui::Canvas& ink, std::size_t page)>;
// Where the grounds of two pages differ, they go and come with the words. nullptr: they never do.
using Alike = std::function<bool(std::size_t page, std::size_t other)>;
void draw_pages(const ui::Canvas& canvas, const Picture& picture, std::size_t pages, std::int64_t page_ms,
                const DrawPage& draw, const Alike& alike = nullptr);

}  // namespace mn
