// Groups and the change from one scene to the next, told from pixels.
#include "ui/group.h"

#include <array>
#include <cmath>

#include "tests/ui/on_glass.h"
#include "ui/curtain.h"
#include "ui/picture.h"
#include "ui/still.h"
#include "ui/type.h"

namespace {

using namespace mn::ui;

std::array<int, 3> at(const Pixels& pixels, int x, int y) {
  const std::size_t index =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width_px) + static_cast<std::size_t>(x)) * 4;
  return {pixels.rgba[index], pixels.rgba[index + 1], pixels.rgba[index + 2]};
}

int furthest(const Pixels& first, const Pixels& second) {
  EXPECT_EQ(first.rgba.size(), second.rgba.size());
  int most = 0;
  for (std::size_t index = 0; index < std::min(first.rgba.size(), second.rgba.size()); ++index) {
    most = std::max(most, std::abs(int{first.rgba[index]} - int{second.rgba[index]}));
  }
  return most;
}

bool by_processor() { return painter_of_run() == Painter::processor; }

// Two scenes of one show: the same background and title, other things before it.
void draw_first(const Canvas& canvas, float x = 200) {
  draw_background(canvas, "stage");
  draw_text(canvas, {100, 100}, "Măng Non", {.face = Face::display_bold, .size = 60, .colour = hue::white});
  fill(canvas, {x, 400, 400, 300}, hue::coral, 40);
  draw_text(canvas, {x + 30, 560}, "2.000.000", {.size = 64, .colour = hue::white});
}
void draw_second(const Canvas& canvas) {
  draw_background(canvas, "stage");
  draw_text(canvas, {100, 100}, "Măng Non", {.face = Face::display_bold, .size = 60, .colour = hue::white});
  fill(canvas, {400, 500, 500, 200}, hue::leaf, 40);
}

TEST_F(OnGlass, AGroupFadesAsOneThing) {
  const auto faint = [](const Canvas& canvas) {
    group(faded(canvas, 0.5F), "one", {100, 100, 400, 400}, GroupKind::transparent, [](const Canvas& inner) {
      fill(inner, {150, 150, 300, 300}, rgb(0x00FF00));
      fill(inner, {200, 200, 200, 200}, rgb(0xFF0000));
    });
  };
  paint(faint);
  const Pixels pixels = read_pixels(*glass_);
  // Scale of 1280×800: 0.7407. Nothing of the green shines through the red.
  const auto middle = at(pixels, 222, 222);
  EXPECT_NEAR(middle[0], 255, 1);
  EXPECT_NEAR(middle[1], 127, 1);
  EXPECT_NEAR(middle[2], 127, 1);
  EXPECT_NEAR(at(pixels, 122, 122)[1], 255, 1);
  EXPECT_NEAR(at(pixels, 122, 122)[0], 127, 1);
  EXPECT_EQ(at(pixels, 80, 80), (std::array<int, 3>{255, 255, 255}));
}

TEST_F(OnGlass, AFullGroupLooksAsPaintedDirectly) {
  paint([](const Canvas& canvas) { draw_first(canvas); });
  const Pixels direct = read_pixels(*glass_);
  for (const GroupKind kind : {GroupKind::opaque, GroupKind::transparent}) {
    paint([&](const Canvas& canvas) {
      group(canvas, "all", canvas.whole(), kind, [](const Canvas& inner) { draw_first(inner); });
    });
    EXPECT_LE(furthest(read_pixels(*glass_), direct), 1);
  }
  // A part of the screen, and moved.
  const auto part = [](const Canvas& canvas) {
    group(moved(canvas, {40.5F, 27}), "part", {180, 380, 440, 340}, GroupKind::transparent, [](const Canvas& inner) {
      fill(inner, {200, 400, 400, 300}, kInk, 0);
    });
  };
  paint(part);
  const Inked found = inked(read_pixels(*glass_));
  EXPECT_NEAR(found.left, 240.5 * 0.7407, 1.1);
  EXPECT_NEAR(found.top, 427 * 0.7407, 1.1);
  EXPECT_NEAR(found.right + 1, 640.5 * 0.7407, 1.1);
}

TEST_F(OnGlass, ACrossFadeRunsStraightFromTheOneToTheOther) {
  const auto change = [&](float share) {
    paint([&](const Canvas& canvas) {
      cross_fade(
          canvas, share, [](const Canvas& at_first) { draw_first(at_first); }, draw_second);
    });
    return read_pixels(*glass_);
  };
  paint([](const Canvas& canvas) { draw_first(canvas); });
  const Pixels first = read_pixels(*glass_);
  paint(draw_second);
  const Pixels second = read_pixels(*glass_);
  EXPECT_EQ(change(0).rgba, first.rgba);
  EXPECT_EQ(change(1).rgba, second.rgba);
  for (const float share : {0.1F, 0.5F, 0.9F}) {
    const Pixels between = change(share);
    int most = 0;
    for (std::size_t index = 0; index < between.rgba.size(); ++index) {
      const double wanted = double{1} * first.rgba[index] * (1 - share) + double{1} * second.rgba[index] * share;
      most = std::max(most, static_cast<int>(std::lround(std::abs(between.rgba[index] - wanted))));
    }
    EXPECT_LE(most, 2) << share;
  }
}

TEST_F(OnGlass, AFrameOfAChangeIsTheSameWhateverWasDrawnBefore) {
  const auto frame = [&](int step) {
    const float share = static_cast<float>(step) / 10;
    return paint([&](const Canvas& canvas) {
      cross_fade(
          canvas, share, [&](const Canvas& at_first) { draw_first(at_first, 200 + 13.7F * static_cast<float>(step)); },
          draw_second);
    });
  };
  for (int step = 1; step < 7; ++step) frame(step);
  const Pixels in_a_row = read_pixels(*glass_);
  paint([](const Canvas& canvas) { fill(canvas, canvas.whole(), hue::coral); });
  frame(9);
  frame(2);
  frame(6);
  EXPECT_EQ(read_pixels(*glass_).rgba, in_a_row.rgba);
  paint([](const Canvas& canvas) { fill(canvas, canvas.whole(), hue::coral); });
  paint([](const Canvas& canvas) { fill(canvas, canvas.whole(), hue::coral); });
  frame(6);
  EXPECT_EQ(read_pixels(*glass_).rgba, in_a_row.rgba);
}

TEST_F(OnGlass, WhatBothScenesShowAlikeStandsStill) {
  const auto frame = [&](float share) {
    const Canvas canvas = begin_frame(*glass_);
    cross_fade(
        canvas, share, [](const Canvas& at_first) { draw_first(at_first); }, draw_second);
    return end_frame(*glass_);
  };
  frame(0.3F);
  const Pixels before = read_pixels(*glass_);
  const FramePainted painted = frame(0.4F);
  if (by_processor()) {
    // The two cards take a sixth of the screen.
    EXPECT_LT(painted.share, 0.25F);
    EXPECT_GT(painted.share, 0.05F);
  }
  const Pixels after = read_pixels(*glass_);
  for (const auto& [x, y] : {std::pair{20, 20}, std::pair{100, 65}, std::pair{1200, 790}}) {
    EXPECT_EQ(at(before, x, y), at(after, x, y));
  }
}

TEST_F(OnGlass, GroupsAndLayersLieInEachOther) {
  const auto nested = [](const Canvas& canvas) {
    group(faded(canvas, 0.5F), "outer", {100, 100, 600, 600}, GroupKind::transparent, [](const Canvas& outer) {
      still(outer, "inside", {200, 200, 300, 300}, StillKind::opaque, [](const Canvas& layer) {
        fill(layer, {200, 200, 300, 300}, hue::white);
        group(faded(layer, 0.5F), "innermost", {250, 250, 200, 200}, GroupKind::opaque, [](const Canvas& inner) {
          fill(inner, {250, 250, 200, 200}, kInk);
        });
      });
      group(faded(outer, 0.5F), "second", {520, 520, 100, 100}, GroupKind::opaque, [](const Canvas& inner) {
        fill(inner, {520, 520, 100, 100}, kInk);
      });
    });
  };
  paint(nested);
  const Pixels pixels = read_pixels(*glass_);
  EXPECT_NEAR(at(pixels, 259, 259)[0], 191, 2);
  EXPECT_NEAR(at(pixels, 422, 422)[0], 191, 2);
  EXPECT_EQ(at(pixels, 160, 160)[0], 255);
  paint(nested);
  paint(nested);
  EXPECT_EQ(read_pixels(*glass_).rgba, pixels.rgba);
}

}  // namespace
