// What the hall sees: a picture drawn on the canvas. Draws and decides nothing; what stands still is kept in still
// layers, so that a frame costs what moves.
#pragma once

#include "display/picture.h"
#include "display/scenes/words.h"
#include "ui/canvas.h"

namespace mn {

void draw_scene(const ui::Canvas& canvas, const Picture& picture, const Words& words, Language language);

}  // namespace mn
