// How large the glass really is: canvas units in a millimetre, from what a technician says or what the screen tells of
// itself. Pure.
#pragma once

#include <optional>

#include "ui/geometry.h"

namespace mn::ui {

// What the window system says of the whole screen, as it stands now (turned upright or not).
struct PanelSeen {
  int width_px = 0;
  int height_px = 0;
  float across_dpi = 0;  // 0: it does not say
  float down_dpi = 0;
};

// Canvas units in a millimetre; 0 when nobody knows. `told_mm` is the visible glass, either way round, and wins when it
// is the size of a screen at all. What the screen tells is taken only when it can be true: X servers make up 96 dpi,
// and projectors, televisions and cables tell sizes such as 16×9 mm. `scale`: real pixels in a canvas unit.
float units_per_mm(const PanelSeen& seen, std::optional<Size> told_mm, float scale);

}  // namespace mn::ui
