// The two scenes, by name. Called by draw_scene only.
#pragma once

#include "display/scenes/parts.h"

namespace mn {

void draw_tally(const ui::Canvas& canvas, const Picture& picture, const Words& words, Language language);
void draw_starting(const ui::Canvas& canvas, const Picture& picture, const Words& words);

}  // namespace mn
