#include "display/screen.h"

#include <cmath>
#include <cstdio>

#include "display/parts/lower_third.h"
#include "journal/file.h"
#include "ui/counts.h"

namespace mn {

Done open_screen(Screen& screen, const Wall& wall, Language language, bool offscreen) {
  const Options& options = screen.options;
  ui::GlassOptions wanted;
  wanted.title = "Măng Non";
  wanted.width_px = wall.width_px;
  wanted.height_px = wall.height_px;
  wanted.windowed = options.windowed || !options.screenshot.empty();
  wanted.offscreen = offscreen;
  wanted.hide_cursor = true;
  wanted.patient = !offscreen && options.screenshot.empty();
  wanted.screen = options.screen;
  wanted.assets = asset_path("");
  // The same pixels on every machine.
  if (offscreen) wanted.painter = ui::Painter::processor;
  ui::GlassOpened opened = ui::open_glass(wanted);
  if (!opened) return Failure{Cause::unavailable, opened.words};
  if (!opened.words.empty()) std::fprintf(stderr, "mangnon-display: %s\n", opened.words.c_str());
  screen.glass = std::move(opened.glass);
  screen.wall = wall;
  screen.words = words_of(screen.strings, language);
  return {};
}

Setting setting_of(const Screen& screen, const Wall& wall) { return {screen.campaign, screen.scenes.rules, wall}; }

bool draw(Screen& screen, const Picture& picture) {
  const ui::FrameDrawn drawn = ui::draw_frame(*screen.glass, [&](const ui::Canvas& canvas) {
    screen.wall = {static_cast<int>(std::lround(canvas.size.width * canvas.scale)),
                   static_cast<int>(std::lround(canvas.size.height * canvas.scale))};
    if (screen.options.lower_third) {
      draw_lower_third(canvas, picture, screen.words, ui::rgb(*screen.options.lower_third));
    } else {
      draw_scene(canvas, picture, screen.words, screen.scenes);
    }
    if (screen.counts) ui::draw_counts(canvas, ui::frame_counts(*screen.glass));
  });
  if (!drawn.words.empty()) (void)fail(drawn.words);
  return drawn.painted.changed;
}

Done save(Screen& screen, const std::filesystem::path& file) {
  const ui::ScreenshotSaved saved = ui::screenshot(*screen.glass, file);
  return saved ? Done() : Done(Failure{Cause::unavailable, saved.words});
}

int fail(const std::string& words) {
  std::fprintf(stderr, "mangnon-display: %s\n", words.c_str());
  return 1;
}

}  // namespace mn
