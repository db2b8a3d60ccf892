// For the television crew: the number and who has just given as a lower third on a plain key colour. All plates are
// opaque and end on whole pixels, so that keying leaves no rim of the key colour.
#pragma once

#include "display/parts/words.h"
#include "display/picture.h"
#include "ui/canvas.h"

namespace mn {

// What chroma keyers expect when told nothing else.
constexpr ui::Colour kKeyColour = ui::rgb(0x00B140);

struct LowerThirdLayout {
  ui::Rect emblem;  // a square plate
  ui::Rect title;   // a strip above the number
  ui::Rect number;
  ui::Rect card;  // who has just given
  ui::Rect way;   // the way to the goal, a thin strip below
};
// Inside the title-safe area (five parts in a hundred free on every side), in the lowest third of the canvas.
LowerThirdLayout lay_out_lower_third(ui::Size canvas, float scale);

void draw_lower_third(const ui::Canvas& canvas, const Picture& picture, const Words& words, ui::Colour key);

}  // namespace mn
