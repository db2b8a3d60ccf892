// How large the glass is, by table, and that nothing to be touched is ever too small on it.
#include "ui/panel.h"

#include <gtest/gtest.h>

#include <cmath>

#include "ui/canvas.h"

namespace {

using namespace mn::ui;

struct Case {
  const char* what;
  PanelSeen seen;
  std::optional<Size> told_mm;
  float units_per_mm;  // 0: unknown
};
class Panels : public testing::TestWithParam<Case> {};

TEST_P(Panels, AreAsLargeAsTheyAre) {
  const Case& panel = GetParam();
  const float scale = fit_canvas(panel.seen.width_px, panel.seen.height_px).scale;
  EXPECT_NEAR(units_per_mm(panel.seen, panel.told_mm, scale), panel.units_per_mm, 0.02) << panel.what;
}

INSTANTIATE_TEST_SUITE_P(
    Table, Panels,
    testing::Values(
        Case{"21.5 inches, 1080p, told", {1920, 1080, 0, 0}, Size{476, 268}, 1080 / 268.0F},
        Case{"the same turned upright, told as it lay", {1080, 1920, 0, 0}, Size{476, 268}, 1080 / 268.0F},
        Case{"4K of the same size: units do not care for pixels", {3840, 2160, 0, 0}, Size{476, 268}, 1080 / 268.0F},
        Case{"what is told wins over what is seen", {1920, 1080, 157, 157}, Size{476, 268}, 1080 / 268.0F},
        Case{"seen: 21.5 inches", {1920, 1080, 102.4F, 102.4F}, {}, 102.4F / 25.4F},
        Case{"seen: 10.1 inches, 1280×800", {1280, 800, 149, 149}, {}, 149 / 25.4F / (800 / 1080.0F)},
        Case{"made up by the X server", {1920, 1080, 96, 96}, {}, 0},
        Case{"made up, nearly", {1920, 1080, 96.2F, 95.9F}, {}, 0}, Case{"not said", {1920, 1080, 0, 0}, {}, 0},
        Case{"a cable that tells 16×9 mm", {1920, 1080, 3048, 3048}, {}, 0},
        Case{"pixels that are not square", {1920, 1080, 100, 130}, {}, 0},
        Case{"nonsense", {1920, 1080, std::nanf(""), 100}, {}, 0},
        Case{"told in centimetres by mistake: what is seen",
             {1920, 1080, 102.4F, 102.4F},
             Size{47.6F, 26.8F},
             102.4F / 25.4F},
        Case{"told nothing at all", {1920, 1080, 0, 0}, Size{0, 0}, 0}));

TEST(Panels, TargetsAreEighteenMillimetresAndKeysNineOnAnyGlass) {
  Canvas canvas;
  EXPECT_FLOAT_EQ(touch_least(canvas), space::touch) << "unknown";
  EXPECT_FLOAT_EQ(key_least(canvas), space::touch / 2);
  // Shorter sides of 7-inch to 65-inch panels.
  for (const float short_mm : {87.0F, 135.0F, 187.0F, 202.0F, 203.0F, 268.0F, 344.0F, 809.0F}) {
    canvas.units_per_mm = kCanvasShortSide / short_mm;
    EXPECT_GE(touch_least(canvas) / canvas.units_per_mm, 17.99F) << short_mm;
    EXPECT_GE(key_least(canvas) / canvas.units_per_mm, 8.99F) << short_mm;
    EXPECT_GE(touch_least(canvas), space::touch) << short_mm << ": nor too small to read on a far wall";
    // 96 units are 18 mm from a shorter side of 202.5 mm on: 16.3 inches at 16:9, 15.0 inches at 16:10.
    EXPECT_EQ(touch_least(canvas) == space::touch, short_mm >= 202.5F) << short_mm;
  }
}

}  // namespace
