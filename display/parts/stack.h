// Paragraphs below each other in one box: all of them smaller together until all of them fit. Nothing of them is cut as
// long as there is room for them at the least size.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ui/canvas.h"
#include "ui/type.h"

namespace mn {

struct Block {
  std::string text;
  ui::TextLook look;
  float gap = 0;  // above it, where something stands above; less when room is scarce
  int lines_max = 5;
};

struct Stacked {
  std::vector<Block> blocks;  // at the sizes they come out
  std::vector<float> heights;
  float gap_share = 1;
  float height = 0;
  bool fits = false;
};
// Blocks without text are left out.
Stacked stacked(const ui::Canvas& canvas, ui::Size room, std::span<const Block> blocks, float least);

// In the middle of the box, or from its top. Gives where each block was drawn.
std::vector<ui::Rect> draw_stack(const ui::Canvas& canvas, ui::Rect box, const Stacked& stack, bool centred = true);

}  // namespace mn
