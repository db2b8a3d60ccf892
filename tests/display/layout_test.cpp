// Where things stand on the six walls: apart from each other, inside the canvas, clear of its margins.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "display/parts/layout.h"
#include "display/parts/lower_third.h"
#include "display/parts/stage_place.h"
#include "ui/canvas.h"

namespace mn {
namespace {

struct WallSize {
  int width_px;
  int height_px;
  Shape shape;
};
constexpr std::array<WallSize, 6> kWalls{{{1920, 1080, Shape::wide},
                                          {3840, 2160, Shape::wide},
                                          {1080, 1920, Shape::upright},
                                          {2304, 1152, Shape::wide},
                                          {3840, 1080, Shape::panorama},
                                          {1280, 384, Shape::ribbon}}};

struct Placed {
  std::string name;
  ui::Rect rect;
};

std::vector<Placed> placed(const TallyLayout& layout) {
  return {{"emblem", layout.header.emblem},
          {"fund", layout.header.fund},
          {"title", layout.header.title},
          {"label", layout.label},
          {"number", layout.number},
          {"words", layout.words},
          {"figures", layout.figures},
          {"latest", layout.latest},
          {"cards", layout.cards},
          {"bamboo", layout.bamboo},
          {"qr", layout.qr.card},
          {"foot", layout.foot},
          {"age", layout.age}};
}

bool empty(const ui::Rect& rect) { return rect.width <= 0 || rect.height <= 0; }

bool overlap(const ui::Rect& a, const ui::Rect& b) {
  constexpr float kHair = 0.01F;
  return !empty(a) && !empty(b) && a.x < b.right() - kHair && b.x < a.right() - kHair && a.y < b.bottom() - kHair &&
         b.y < a.bottom() - kHair;
}

void expect_apart(const std::vector<Placed>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      EXPECT_FALSE(overlap(all[i].rect, all[j].rect)) << all[i].name << " lies on " << all[j].name;
    }
  }
}

std::string name_of(const WallSize& wall) {
  return std::to_string(wall.width_px) + "x" + std::to_string(wall.height_px);
}

TEST(LayoutTest, NothingLiesOnAnythingElseOnAnyWall) {
  for (const WallSize& wall : kWalls) {
    SCOPED_TRACE(name_of(wall));
    const ui::Fit fit = ui::fit_canvas(wall.width_px, wall.height_px);
    const TallyLayout layout = lay_out_tally(fit.size, fit.scale);
    EXPECT_EQ(layout.shape, wall.shape);
    expect_apart(placed(layout));
    EXPECT_FALSE(overlap(lay_out_rehearsal(fit.size, fit.scale), layout.header.emblem));
    for (const Placed& one : placed(layout)) {
      if (empty(one.rect)) continue;
      const float margin = one.name == "age" ? 2.0F : one.name == "bamboo" ? 0.0F : 40.0F;
      EXPECT_GE(one.rect.x, margin) << one.name;
      EXPECT_GE(one.rect.y, margin) << one.name;
      EXPECT_LE(one.rect.right(), fit.size.width - margin) << one.name;
      EXPECT_LE(one.rect.bottom(), fit.size.height - margin) << one.name;
    }
  }
}

TEST(LayoutTest, LettersAreNeverSmallerThanTheLastRowReads) {
  for (const WallSize& wall : kWalls) {
    SCOPED_TRACE(name_of(wall));
    const ui::Fit fit = ui::fit_canvas(wall.width_px, wall.height_px);
    const TypeScale type = type_scale(fit.size, fit.scale);
    EXPECT_GE(type.least, fit.size.height / 50);
    EXPECT_GE(type.least * fit.scale, 24);
    for (const float size : {type.body, type.lead, type.title, type.percent, type.figure, type.giant}) {
      EXPECT_GE(size, type.least);
    }
  }
}

// Also on walls that nobody thought of: nothing has a negative size, and the number keeps most of the attention.
TEST(LayoutTest, AnyOtherWallIsLaidOutToo) {
  for (int width_px = 640; width_px <= 4096; width_px += 192) {
    for (int height_px = 320; height_px <= 2400; height_px += 160) {
      SCOPED_TRACE(std::to_string(width_px) + "x" + std::to_string(height_px));
      const ui::Fit fit = ui::fit_canvas(width_px, height_px);
      const TallyLayout layout = lay_out_tally(fit.size, fit.scale);
      for (const Placed& one : placed(layout)) {
        EXPECT_GE(one.rect.width, 0) << one.name;
        EXPECT_GE(one.rect.height, 0) << one.name;
      }
      EXPECT_GE(layout.number.width * layout.number.height, layout.figures.width * layout.figures.height * 0.5F);
    }
  }
}

TEST(LayoutTest, TheSunAndTheChildrenAreOnTheWall) {
  for (const WallSize& wall : kWalls) {
    SCOPED_TRACE(name_of(wall));
    const ui::Fit fit = ui::fit_canvas(wall.width_px, wall.height_px);
    const StagePlace place = place_stage(fit.size);
    EXPECT_LE(place.whole.x, 0);
    EXPECT_LE(place.whole.y, 0);
    EXPECT_GE(place.whole.right(), fit.size.width - 0.5F);
    EXPECT_GE(place.whole.bottom(), fit.size.height - 0.5F);
    EXPECT_TRUE((ui::Rect{0, 0, fit.size.width, fit.size.height}.holds(place.sun)));
    EXPECT_LT(place.sun.y, place.horizon);
    EXPECT_LT(place.children.bottom(), fit.size.height);
    EXPECT_GT(place.children.x, 0);
  }
}

TEST(LayoutTest, TheLowerThirdIsALowerThird) {
  for (const WallSize& wall : kWalls) {
    SCOPED_TRACE(name_of(wall));
    const ui::Fit fit = ui::fit_canvas(wall.width_px, wall.height_px);
    const LowerThirdLayout layout = lay_out_lower_third(fit.size, fit.scale);
    const std::vector<Placed> all{{"emblem", layout.emblem},
                                  {"title", layout.title},
                                  {"number", layout.number},
                                  {"card", layout.card},
                                  {"way", layout.way}};
    expect_apart(all);
    for (const Placed& one : all) {
      const float top = wall.shape == Shape::ribbon ? 0.4F : 2.0F / 3;  // its letters need more of a low one
      EXPECT_GE(one.rect.y, fit.size.height * top - 1) << one.name;
      EXPECT_GE(one.rect.x, fit.size.width * 0.05F - 1) << one.name;
      EXPECT_LE(one.rect.right(), fit.size.width * 0.95F + 1) << one.name;
      EXPECT_LE(one.rect.bottom(), fit.size.height * 0.95F + 1) << one.name;
      for (const float edge : {one.rect.x, one.rect.y, one.rect.right(), one.rect.bottom()}) {
        EXPECT_NEAR(edge * fit.scale, std::round(edge * fit.scale), 0.01F) << one.name << " ends between two pixels";
      }
    }
  }
}

}  // namespace
}  // namespace mn
