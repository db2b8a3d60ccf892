// mangnon-scene-film: a scene with invented givers at any second of its arc, as pictures to be looked at, and what its
// frames cost the processor. Not installed.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "display/parts/words.h"
#include "display/sample.h"
#include "display/scenes/scene.h"
#include "journal/file.h"
#include "ui/glass.h"

namespace mn {
namespace {

struct Wanted {
  std::string scene = "tally";
  int width_px = 1920;
  int height_px = 1080;
  std::string language = "vi";
  std::vector<double> seconds;
  double measure_s = 0;
  std::string prefix = "film";
  std::string state = "plain";
};

// What this process has worked, so that others on the machine do not count.
double worked_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void measure(ui::Glass& glass, Show& show, const Setting& setting, const Words& words, const Scenes& scenes,
             const Wanted& wanted, std::int64_t began_ms) {
  std::vector<double> took;
  double share = 0;
  double slowest_at = 0;
  double drew_ms = 0;
  double second = 0;
  for (int frame = 0; frame < static_cast<int>(wanted.measure_s * 60); ++frame) {
    const std::int64_t now_ms = began_ms + frame * 1000 / 60;
    (void)advance(show, setting, {}, now_ms);
    const double began = worked_ms();
    const Picture picture = compose(show, setting, words.language, now_ms);
    draw_scene(ui::begin_frame(glass), picture, words, scenes);
    const double drawn = worked_ms();
    ui::FramePainted painted = ui::end_frame(glass);
    painted.paint_ms = worked_ms() - drawn;
    drew_ms += drawn - began;
    if (took.empty() || painted.paint_ms > *std::max_element(took.begin() + (frame > 0), took.end())) {
      slowest_at = frame / 60.0;
    }
    took.push_back(painted.paint_ms);
    second += painted.paint_ms;
    if (frame % 60 == 59) {
      std::printf("%.1f ", second / 60);
      second = 0;
    }
    share += painted.share;
  }
  std::printf(": ms a frame in each second\n");
  std::vector<double> sorted(took.begin() + 1, took.end());
  std::sort(sorted.begin(), sorted.end());
  double sum = 0;
  for (const double one : sorted) sum += one;
  const auto at = [&](double part) {
    return sorted.at(static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1)));
  };
  std::printf(
      "%s %dx%d: first %.1f ms, mean %.2f, median %.2f, p95 %.2f, p99 %.2f, worst %.2f ms at %.2f s, share %.2f; "
      "composing and drawing %.2f\n",
      wanted.scene.c_str(), wanted.width_px, wanted.height_px, took.front(), sum / static_cast<double>(sorted.size()),
      at(0.5), at(0.95), at(0.99), sorted.back(), slowest_at, share / static_cast<double>(took.size()),
      drew_ms / static_cast<double>(took.size()));
}

int run(const Wanted& wanted) {
  ui::GlassOptions options;
  options.width_px = wanted.width_px;
  options.height_px = wanted.height_px;
  options.offscreen = true;
  options.vsync = false;
  options.painter = ui::Painter::processor;
  options.assets = asset_path("");
  const ui::GlassOpened opened = ui::open_glass(options);
  const Result<Campaign> given = load_campaign("");
  const Result<Strings> strings = load_strings();
  if (!opened || !given || !strings) return std::fprintf(stderr, "%s\n", opened.words.c_str()), 1;
  constexpr std::int64_t kBeganMs = 1'748'480'000'000;
  const Scenes scenes = all_scenes();
  const Campaign campaign = sample_campaign(*given, wanted.scene, kBeganMs);
  const Setting setting{campaign, scenes.rules, {wanted.width_px, wanted.height_px}};
  const Words words = words_of(*strings, *read_language(wanted.language));
  Show show = sample_show(wanted.scene, setting, kBeganMs);
  if (wanted.measure_s > 0) measure(*opened.glass, show, setting, words, scenes, wanted, kBeganMs);
  show = sample_show(wanted.scene, setting, kBeganMs);
  for (const double second : wanted.seconds) {
    const std::int64_t now_ms = kBeganMs + static_cast<std::int64_t>(second * 1000);
    (void)advance(show, setting, {}, now_ms);
    const Picture picture = compose(show, setting, words.language, now_ms);
    ui::Canvas canvas = ui::begin_frame(*opened.glass);
    ui::TextNoted noted;
    canvas.noted = &noted;
    draw_scene(canvas, picture, words, scenes);
    (void)ui::end_frame(*opened.glass);
    char file[256];
    std::snprintf(file, sizeof file, "%s_%s_%dx%d_%s_%05.1f.png", wanted.prefix.c_str(), wanted.scene.c_str(),
                  wanted.width_px, wanted.height_px, wanted.language.c_str(), second);
    if (noted.least_size < canvas.size.height / 50)
      std::printf("%s: least %.1f\n", file, static_cast<double>(noted.least_size));
    for (const std::string& cut : noted.cut) std::printf("%s: cut: %s\n", file, cut.c_str());
    if (const auto saved = ui::screenshot(*opened.glass, file); !saved) std::printf("%s\n", saved.words.c_str());
  }
  return 0;
}

}  // namespace
}  // namespace mn

int main(int argc, char** argv) {
  mn::Wanted wanted;
  CLI::App app("Pictures and costs of a scene", "mangnon-scene-film");
  app.add_option("scene", wanted.scene);
  app.add_option("--width", wanted.width_px);
  app.add_option("--height", wanted.height_px);
  app.add_option("--lang", wanted.language);
  app.add_option("--at", wanted.seconds, "seconds of pictures");
  app.add_option("--measure", wanted.measure_s, "seconds at 60 pictures a second");
  app.add_option("--prefix", wanted.prefix);
  CLI11_PARSE(app, argc, argv);
  return mn::run(wanted);
}
