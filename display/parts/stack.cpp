#include "display/parts/stack.h"

#include <algorithm>

#include "display/parts/parts.h"

namespace mn {
namespace {

constexpr float kLeading = 1.28F;
constexpr float kStep = 0.04F;
constexpr float kGapLeast = 0.3F;
constexpr float kForALineLess = 0.8F;  // how much smaller a paragraph gets to need a line less: no word stands alone

int lines_of(const ui::Canvas& canvas, const Block& block, float width) {
  return static_cast<int>(ui::wrapped(canvas, block.text, block.look, width, block.lines_max + 1).size());
}

}  // namespace

Stacked stacked(const ui::Canvas& canvas, ui::Size room, std::span<const Block> blocks, float least) {
  for (float share = 1;; share -= kStep) {
    Stacked out;
    out.gap_share = std::max(share, kGapLeast);
    out.fits = true;
    bool smallest = true;
    for (const Block& block : blocks) {
      if (block.text.empty()) continue;
      Block sized = block;
      sized.look.size = std::max(least, block.look.size * share);
      smallest = smallest && sized.look.size <= least;
      int lines = lines_of(canvas, sized, room.width);
      for (Block less = sized; lines > 1 && less.look.size > std::max(least, sized.look.size * kForALineLess);) {
        less.look.size = std::max(least, less.look.size - 1);
        const int needs = lines_of(canvas, less, room.width);
        if (needs >= lines) continue;
        sized = less;
        lines = needs;
        break;
      }
      out.fits = out.fits && lines <= sized.lines_max;
      const float height = static_cast<float>(std::min(lines, sized.lines_max)) * sized.look.size * kLeading;
      if (!out.blocks.empty()) out.height += sized.gap * out.gap_share;
      out.height += height;
      out.heights.push_back(height);
      out.blocks.push_back(std::move(sized));
    }
    out.fits = out.fits && out.height <= room.height;
    if (out.fits || (smallest && out.gap_share <= kGapLeast)) return out;
  }
}

std::vector<ui::Rect> draw_stack(const ui::Canvas& canvas, ui::Rect box, const Stacked& stack, bool centred) {
  std::vector<ui::Rect> places;
  float y = centred ? box.y + std::max(0.0F, (box.height - stack.height) / 2) : box.y;
  for (std::size_t at = 0; at < stack.blocks.size(); ++at) {
    const Block& block = stack.blocks[at];
    if (at > 0) y += block.gap * stack.gap_share;
    // A little more than it needs, so that its lines are not one too many by a rounding.
    const ui::Rect place{box.x, y, box.width, stack.heights[at] + 0.5F};
    places.push_back(place);
    draw_fitted(canvas, place, block.text, block.look, {block.lines_max, block.look.size, false});
    y += stack.heights[at];
  }
  return places;
}

}  // namespace mn
