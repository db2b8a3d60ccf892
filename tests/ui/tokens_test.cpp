// Colours that text is set in reach 7:1 (WCAG 2.1 AAA) wherever the controls set it; the canvas fits every screen.
#include <gtest/gtest.h>

#include "ui/canvas.h"
#include "ui/tokens.h"

namespace {

using namespace mn::ui;

TEST(Contrast, IsThatOfWcag) {
  EXPECT_NEAR(contrast(hue::black, hue::white), 21.0, 0.01);
  EXPECT_NEAR(contrast(rgb(0x777777), hue::white), 4.48, 0.01);
}

TEST(Themes, SetTextAtSevenToOne) {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    for (const Colour ground : {theme->ground, theme->surface, theme->quiet, theme->chosen}) {
      EXPECT_GE(contrast(theme->ink, ground), 7.0);
    }
    EXPECT_GE(contrast(theme->ink_soft, theme->ground), 7.0);
    EXPECT_GE(contrast(theme->ink_soft, theme->surface), 7.0);
    EXPECT_GE(contrast(theme->action_ink, theme->action), 7.0);
    EXPECT_GE(contrast(theme->action_ink, theme->action_deep), 7.0);
    EXPECT_GE(contrast(theme->warning, theme->warning_ground), 7.0);
    EXPECT_GE(contrast(theme->warning, theme->surface), 7.0);
  }
  EXPECT_GE(contrast(hue::gold_deep, hue::stage), 7.0);
}

struct Screen {
  int width_px;
  int height_px;
  Size canvas;
  float scale;
};
TEST(Fitting, KeepsTheShorterSideAt1080) {
  for (const Screen& screen :
       {Screen{1920, 1080, {1920, 1080}, 1}, Screen{1080, 1920, {1080, 1920}, 1}, Screen{3840, 2160, {1920, 1080}, 2},
        Screen{2304, 1152, {2160, 1080}, 1152 / 1080.0F}, Screen{1280, 800, {1728, 1080}, 800 / 1080.0F}}) {
    const Fit fit = fit_canvas(screen.width_px, screen.height_px);
    EXPECT_NEAR(fit.size.width, screen.canvas.width, 0.01);
    EXPECT_NEAR(fit.size.height, screen.canvas.height, 0.01);
    EXPECT_NEAR(fit.scale, screen.scale, 0.0001);
  }
  EXPECT_GT(fit_canvas(0, 0).scale, 0);
}

TEST(Motion, IsAllThereAtOnceWhenReduced) {
  Canvas canvas;
  EXPECT_FLOAT_EQ(entering(canvas, 100, 100, 200), 0);
  EXPECT_GT(entering(canvas, 200, 100, 200), 0.5F) << "eased";
  EXPECT_LT(entering(canvas, 200, 100, 200), 1);
  EXPECT_FLOAT_EQ(entering(canvas, 300, 100, 200), 1);
  canvas.reduced_motion = true;
  EXPECT_FLOAT_EQ(entering(canvas, 100, 100, 200), 1);
}

TEST(Easing, BeginsAtNoughtAndEndsAtOne) {
  for (const auto ease : {ease_out, ease_in_out, spring}) {
    EXPECT_NEAR(ease(0), 0, 0.001);
    EXPECT_FLOAT_EQ(ease(1), 1);
    EXPECT_FLOAT_EQ(ease(7), 1);
    EXPECT_NEAR(ease(-3), 0, 0.001);
  }
  EXPECT_FLOAT_EQ(share_of(150, 100, 200), 0.25F);
  EXPECT_FLOAT_EQ(share_of(50, 100, 200), 0);
  EXPECT_FLOAT_EQ(share_of(999, 100, 200), 1);
  EXPECT_FLOAT_EQ(share_of(100, 100, 0), 1);
}

}  // namespace
