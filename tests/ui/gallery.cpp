// mangnon-gallery: shows the kit on one picture, to be looked at, and measures what moving pictures cost. Not
// installed; knows no pledge.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "tests/ui/gallery_pages.h"
#include "ui/glass.h"

namespace ui = mn::ui;
namespace gallery = mn::gallery;

namespace {

void draw_page(const ui::Canvas& canvas, const std::string& page) {
  if (page == "night") return gallery::draw_night(canvas, 115);
  if (page == "controls") return gallery::draw_controls(canvas);
  if (page == "notices") return gallery::draw_notices(canvas);
  gallery::draw_day(canvas);
}

// How long frames take when only the number changes, and when nothing does.
void measure(ui::Glass& glass) {
  double changing = 0;
  double least = 1e9;
  constexpr int kFrames = 120;
  for (int frame = 0; frame < kFrames; ++frame) {
    gallery::draw_night(ui::begin_frame(glass), frame * 7);
    const double took = ui::end_frame(glass).paint_ms;
    changing += took;
    least = std::min(least, took);
  }
  double same = 0;
  for (int frame = 0; frame < kFrames; ++frame) {
    gallery::draw_night(ui::begin_frame(glass), 0);
    same += ui::end_frame(glass).paint_ms;
  }
  std::printf("number changes: %.2f ms a frame (least %.2f); nothing changes: %.3f ms\n", changing / kFrames, least,
              same / kFrames);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"The kit on one picture"};
  ui::GlassOptions options;
  std::string picture;
  std::string page = "day";
  bool large = false;
  bool timing = false;
  app.add_option("--width", options.width_px, "of the window, pixels");
  app.add_option("--height", options.height_px, "of the window, pixels");
  app.add_option("--screenshot", picture, "write this PNG and end");
  app.add_option("--page", page, "day, night, controls, notices");
  app.add_flag("--large-text", large, "as in large-text mode");
  app.add_flag("--offscreen", options.offscreen, "no window");
  app.add_flag("--measure", timing, "time some frames");
  CLI11_PARSE(app, argc, argv);
  options.vsync = !timing;
  const ui::GlassOpened opened = ui::open_glass(options);
  if (!opened) {
    std::fprintf(stderr, "mangnon-gallery: %s\n", opened.words.c_str());
    return 1;
  }
  ui::Glass& glass = *opened.glass;
  for (bool quit = false; !quit;) {
    ui::Canvas canvas = ui::begin_frame(glass);
    if (large) canvas.text_scale = ui::kLargeText;
    draw_page(canvas, page);
    ui::end_frame(glass);
    if (timing) measure(glass);
    if (!picture.empty()) {
      const ui::ScreenshotSaved saved = ui::screenshot(glass, picture);
      if (!saved) std::fprintf(stderr, "mangnon-gallery: %s\n", saved.words.c_str());
      return saved ? 0 : 1;
    }
    if (timing) return 0;
    ui::wait_for_input(glass, -1);
    quit = ui::take_input(glass).quit;
  }
  return 0;
}
