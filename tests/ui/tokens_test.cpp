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

// The same pairs as controls mix them while they are pressed or chosen (ui/control.cpp, ui/choice.cpp, ui/notice.cpp).
TEST(Themes, KeepSevenToOnePressedAndChosen) {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    const Colour chosen_upper = mixed(theme->chosen, theme->surface, 0.35F);
    const Colour quiet_down = mixed(theme->quiet, theme->line, 0.7F);
    for (const float depth : {0.0F, 0.5F, 1.0F}) {
      for (const Colour ground :
           {mixed(lit(*theme, theme->surface, 0.55F), theme->chosen, depth), mixed(chosen_upper, theme->chosen, depth),
            mixed(theme->quiet, quiet_down, depth), mixed(theme->surface, theme->chosen, depth)}) {
        EXPECT_GE(contrast(theme->ink, ground), 7.0) << depth;
        EXPECT_GE(contrast(mixed(theme->ink, ground, 0.12F), ground), 7.0) << "a note on it, " << depth;
      }
      EXPECT_GE(contrast(theme->ink_soft, mixed(theme->surface, theme->chosen, depth)), 7.0)
          << "a row's note, " << depth;
      for (const Colour action : {lit(*theme, theme->action, 0.05F), mixed(theme->action, theme->action_deep, 0.75F)}) {
        EXPECT_GE(contrast(theme->action_ink, mixed(action, theme->action_deep, depth)), 7.0) << depth;
      }
    }
    EXPECT_GE(contrast(theme->ink, theme->chosen), 7.0) << "a badge that says good";
    EXPECT_GE(contrast(theme->warning, theme->warning_ground), 7.0) << "and one that warns";
  }
}

// What cannot be pressed may be fainter (WCAG 1.4.3 leaves it out), but it can be read.
TEST(Themes, KeepThreeToOneDisabled) {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    EXPECT_GE(contrast(mixed(theme->ink_soft, theme->quiet, 0.25F), theme->quiet), 3.0);
    EXPECT_GE(contrast(mixed(theme->ink_soft, theme->quiet, 0.25F), theme->surface), 3.0);
  }
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
