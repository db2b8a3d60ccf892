// mangnon-gallery: shows the kit on one picture, to be looked at, and measures what moving pictures cost. Not
// installed; knows no pledge.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "tests/ui/gallery_pages.h"
#include "ui/glass.h"

namespace ui = mn::ui;
namespace gallery = mn::gallery;

namespace {

void draw_page(const ui::Canvas& canvas, const std::string& page) {
  if (page == "night") return gallery::draw_night(canvas, 115);
  if (page == "controls") return gallery::draw_controls(canvas);
  if (page == "notices") return gallery::draw_notices(canvas);
  if (page == "attract") return gallery::draw_attract(canvas, 2.5);
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

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

// Processor seconds of all threads of this process (fields 14 and 15 of /proc/self/stat).
double processor_s() {
  std::ifstream stat("/proc/self/stat");
  std::string line;
  std::getline(stat, line);
  std::istringstream fields(line.substr(line.rfind(')') + 2));
  std::string skipped;
  for (int field = 3; field < 14; ++field) fields >> skipped;
  double user = 0;
  double system = 0;
  fields >> user >> system;
  return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

// Kilobytes of memory held, of which this many are files that others may share.
void print_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS") || line.starts_with("RssAnon") || line.starts_with("RssFile") ||
        line.starts_with("RssShmem"))
      std::printf("%s\n", line.c_str());
  }
}

// What a loop costs: moving pages at a frame cap, still ones asleep between inputs. One core is 100 %.
void run_for(ui::Glass& glass, const std::string& page, int seconds, int frames_a_second) {
  const bool moving = page == "attract";
  const auto draw = [&](double at_s) {
    const ui::Canvas canvas = ui::begin_frame(glass);
    if (moving) {
      gallery::draw_attract(canvas, at_s);
    } else {
      draw_page(canvas, page);
    }
    return ui::end_frame(glass);
  };
  for (int warm = 0; warm < 5; ++warm) draw(warm / 30.0);
  const double began = now_s();
  const double processor = processor_s();
  int frames = 0;
  double paint_ms = 0;
  double share = 0;
  while (now_s() < began + seconds) {
    const double frame_began = now_s();
    (void)ui::take_input(glass);
    const ui::FramePainted painted = draw(1 + frame_began - began);
    paint_ms += painted.paint_ms;
    share += double{painted.share};
    ++frames;
    const double due = moving ? frame_began + 1.0 / frames_a_second : began + seconds;
    while (now_s() < due) {
      const double left_ms = std::max(0.0, (due - now_s()) * 1000);
      if (ui::wait_for_input(glass, moving ? static_cast<int>(left_ms) : 1000)) break;
    }
  }
  const double took = now_s() - began;
  std::printf(
      "%s: %d frames in %.1f s (%.1f a second), %.2f ms a frame to paint, %.1f %% of the screen; %.1f %% of a core\n",
      page.c_str(), frames, took, frames / took, paint_ms / frames, 100 * share / frames,
      100 * (processor_s() - processor) / took);
  print_memory();
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"The kit on one picture"};
  ui::GlassOptions options;
  std::string picture;
  std::string page = "day";
  bool large = false;
  bool timing = false;
  std::string painter = "automatic";
  int seconds = 0;
  int frames_a_second = 30;
  app.add_option("--width", options.width_px, "of the window, pixels");
  app.add_option("--height", options.height_px, "of the window, pixels");
  app.add_option("--screenshot", picture, "write this PNG and end");
  app.add_option("--page", page, "day, night, controls, notices, attract");
  app.add_flag("--large-text", large, "as in large-text mode");
  app.add_flag("--offscreen", options.offscreen, "no window");
  app.add_flag("--measure", timing, "time some frames");
  app.add_option("--run", seconds, "show the page for so many seconds and tell what it cost");
  app.add_option("--frames", frames_a_second, "of a moving page, a second");
  app.add_option("--painter", painter, "automatic, opengl, processor");
  CLI11_PARSE(app, argc, argv);
  options.vsync = !timing;
  if (painter == "opengl") options.painter = ui::Painter::opengl;
  if (painter == "processor") options.painter = ui::Painter::processor;
  const ui::GlassOpened opened = ui::open_glass(options);
  if (!opened) {
    std::fprintf(stderr, "mangnon-gallery: %s\n", opened.words.c_str());
    return 1;
  }
  ui::Glass& glass = *opened.glass;
  if (seconds > 0) {
    run_for(glass, page, seconds, frames_a_second);
    return 0;
  }
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
