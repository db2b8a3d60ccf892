// A glass that lacks something: a font, pictures, in the end OpenGL. The number is always there.
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "tests/ui/on_glass.h"
#include "ui/control.h"
#include "ui/icon.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/still.h"
#include "ui/type.h"

namespace {

using namespace mn::ui;

TEST(Painting, GoesOnByTheProcessorWhenOpenGlIsLost) {
  const GlassOpened opened = open_glass(unseen(Painter::opengl));
  ASSERT_TRUE(opened) << opened.words;
  Glass& glass = *opened.glass;
  const auto scene = [](const Canvas& canvas) {
    draw_background(canvas, "stage");
    draw_sprite(canvas, "petal", {300, 300}, {.size = {80, 80}, .degrees = 20});
    draw_icon(canvas, Icon::heart, {900, 300, 90, 90}, hue::coral);
    still(canvas, "card", {100, 500, 500, 200}, StillKind::transparent, [](const Canvas& at) {
      card(at, {120, 520, 460, 160});
    });
    draw_text(canvas, {600, 400}, "1.234.567", {.size = 90, .colour = hue::white});
  };
  draw_frame(glass, scene);
  const Pixels by_opengl = read_pixels(glass);
  give_up_opengl(glass);
  for (int frame = 0; frame < 2; ++frame) {
    EXPECT_TRUE(draw_frame(glass, scene).words.empty());
    const Pixels by_processor = read_pixels(glass);
    ASSERT_EQ(by_processor.rgba.size(), by_opengl.rgba.size());
    std::size_t beyond = 0;
    for (std::size_t at = 0; at < by_opengl.rgba.size(); ++at) {
      if (std::abs(int{by_opengl.rgba[at]} - int{by_processor.rgba[at]}) > 4) ++beyond;
    }
    EXPECT_LT(beyond, by_opengl.rgba.size() / 2000);
  }
  give_up_opengl(glass);  // once is enough
  EXPECT_TRUE(draw_frame(glass, scene).words.empty());
}

// What a glass opened like this writes: rows and columns of ink, on a ground drawn as the screens do.
struct Written {
  std::string words;
  Inked number;
};
Written write_number(const GlassOptions& options) {
  const GlassOpened opened = open_glass(options);
  Written out{opened.words, {}};
  if (!opened) return out;
  const Canvas canvas = begin_frame(*opened.glass);
  fill(canvas, canvas.whole(), hue::white);
  draw_picture(canvas, "emblem", {1000, 800, 100, 100});
  draw_icon(canvas, Icon::heart, {1200, 800, 100, 100}, kInk);
  draw_text(canvas, {100, 400}, "1.234.567 ₫", {.face = Face::display_extrabold, .size = 200, .colour = kInk});
  end_frame(*opened.glass);
  out.number = inked(read_pixels(*opened.glass));
  return out;
}

TEST(Opening, WithoutInterAnotherFontWritesTheNumber) {
  GlassOptions options = unseen(Painter::processor);
  options.fonts = "/nowhere";
  const Written written = write_number(options);
  EXPECT_NE(written.words.find("Inter-Regular.otf"), std::string::npos) << written.words;
  EXPECT_NE(written.words.find("instead"), std::string::npos) << written.words;
  EXPECT_GT(written.number.right, written.number.left + 500);
}

TEST(Opening, SaysWhichFontIsMissingWhenNoOtherIsThere) {
  GlassOptions options = unseen(Painter::processor);
  options.fonts = options.other_fonts = "/nowhere";
  const GlassOpened opened = open_glass(options);
  EXPECT_FALSE(opened);
  EXPECT_NE(opened.words.find("Inter-Regular.otf"), std::string::npos) << opened.words;
}

TEST(Opening, WithoutPicturesTheNumberIsStillThere) {
  GlassOptions options = unseen(Painter::processor);
  options.assets = "/nowhere";
  const Written written = write_number(options);
  EXPECT_NE(written.words.find("/nowhere/art"), std::string::npos) << written.words;
  EXPECT_GT(written.number.right, written.number.left + 500);
}

// Files that are no pictures, and one that would be far too large.
TEST(Opening, BrokenPicturesAreLeftOut) {
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("broken-art-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder / "art");
  std::filesystem::create_directories(folder / "icons");
  const auto write = [&](const char* name, const std::string& text) {
    std::ofstream(folder / "art" / (std::string(name) + ".svg")) << text;
  };
  write("empty", "");
  write("cut", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\"><path d=\"M0 0 L");
  write("noise", std::string("\x89PNG\0\xFF\xFE", 7));
  write("flat", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 0\"/>");
  write("long", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 100000\"/>");
  GlassOptions options = unseen(Painter::processor);
  options.assets = folder;
  const GlassOpened opened = open_glass(options);
  ASSERT_TRUE(opened) << opened.words;
  const Canvas canvas = begin_frame(*opened.glass);
  fill(canvas, canvas.whole(), hue::white);
  for (const char* name : {"empty", "cut", "noise", "missing", "../art/empty"}) {
    EXPECT_FALSE(draw_picture(canvas, name, {10, 10, 300, 300})) << name;
  }
  for (const char* name : {"flat", "long"}) {
    draw_picture(canvas, name, {10, 10, 300, 300});
    draw_picture(canvas, name, {10, 10, 300, 300}, PictureFit::cover);
  }
  EXPECT_FALSE(draw_picture(canvas, "flat", {0, 0, 1e6F, 1e6F}, PictureFit::cover));
  draw_text(canvas, {100, 400}, "1.234.567 ₫", {.size = 200, .colour = kInk});
  end_frame(*opened.glass);
  EXPECT_GT(inked(read_pixels(*opened.glass)).right, 300);
  std::filesystem::remove_all(folder);
}

}  // namespace
