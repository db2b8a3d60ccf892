// From one scene to the next. Draws at once and keeps nothing of its own: a frame in the middle of a change may be
// drawn without the frames before it, and comes out the same.
#pragma once

#include <functional>

#include "ui/canvas.h"

namespace mn::ui {

// Both scenes draw the whole canvas, their background with it, so that every pixel runs straight from the one picture
// to the other: nothing dips towards black on the way, and what both show alike stands still (and costs nothing).
// `share` is how much of the change has passed, eased by the caller. At 0 only `leaving` is drawn, at 1 only `coming`.
void cross_fade(const Canvas& canvas, float share, const std::function<void(const Canvas&)>& leaving,
                const std::function<void(const Canvas&)>& coming);

}  // namespace mn::ui
