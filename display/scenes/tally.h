// The two scenes, by name. Called by draw_scene only.
#pragma once

#include "display/scenes/parts.h"

namespace mn {

// The hour of the morning that belongs to this picture: it dawns with the way to the goal.
Mood mood_of(const Picture& picture, Shape shape);

void draw_tally(const ui::Canvas& canvas, const Picture& picture, const Words& words, Language language);
void draw_starting(const ui::Canvas& canvas, const Picture& picture, const Words& words);

}  // namespace mn
