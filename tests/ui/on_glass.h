// A real, unseen screen (SDL's offscreen driver) for tests that judge pixels.
#pragma once

#include <gtest/gtest.h>

#include "ui/glass.h"
#include "ui/paint.h"

namespace mn::ui {

constexpr Colour kInk = rgb(0x000000);

// One window for all tests of a suite: OpenGL and SDL start once a process.
class OnGlass : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    GlassOptions options;
    options.offscreen = true;
    options.width_px = 1280;
    options.height_px = 800;
    options.assets = std::string(MANGNON_SOURCE_DIR) + "/assets";
    GlassOpened made = open_glass(options);
    ASSERT_TRUE(made) << made.words;
    glass_ = made.glass.release();
  }
  static void TearDownTestSuite() {
    CloseGlass{}(glass_);
    glass_ = nullptr;
  }

  // A frame on white.
  template <class Draw>
  FramePainted paint(Draw draw) {
    const Canvas canvas = begin_frame(*glass_);
    fill(canvas, canvas.whole(), hue::white);
    draw(canvas);
    return end_frame(*glass_);
  }
  static inline Glass* glass_ = nullptr;
};
// Rows and columns that hold ink, as real pixels.
struct Inked {
  int left = INT32_MAX;
  int top = INT32_MAX;
  int right = -1;
  int bottom = -1;
};
inline Inked inked(const Pixels& pixels, int from_x = 0, int to_x = INT32_MAX) {
  Inked found;
  for (int y = 0; y < pixels.height_px; ++y) {
    for (int x = from_x; x < std::min(to_x, pixels.width_px); ++x) {
      if (pixels.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width_px) +
                       static_cast<std::size_t>(x)) *
                      4] > 200)
        continue;
      found = {std::min(found.left, x), std::min(found.top, y), std::max(found.right, x), std::max(found.bottom, y)};
    }
  }
  return found;
}

}  // namespace mn::ui
