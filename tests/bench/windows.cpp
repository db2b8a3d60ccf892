// The real windows under a virtual X server: from an append to the hall's screen, from a finger to the kiosk's glass,
// beside a bare window on the same server.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "journal/file.h"
#include "tests/bench/bare_window.h"
#include "tests/bench/display_latency.h"
#include "tests/bench/figures.h"
#include "tests/bench/paint_watch.h"
#include "tests/demo/finger.h"
#include "tests/demo/glass_view.h"
#include "tests/demo/process.h"

namespace mn::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
constexpr int kWidth = 1920;
constexpr int kHeight = 1080;

// An X server of our own on a free number.
struct VirtualScreen {
  std::unique_ptr<demo::Program> server;
  std::string x_display;
};
VirtualScreen open_virtual_screen(const fs::path& folder, int number) {
  while (fs::exists(fmt::format("/tmp/.X{}-lock", number))) ++number;
  VirtualScreen screen{nullptr, fmt::format(":{}", number)};
  screen.server = std::make_unique<demo::Program>(
      demo::Command{"Xvfb",
                    {"Xvfb", screen.x_display, "-screen", "0", fmt::format("{}x{}x24", kWidth, kHeight), "-nolisten",
                     "tcp", "-noreset"},
                    {},
                    folder / "xvfb.log"});
  if (!screen.server->start()) return screen;
  for (int waited = 0; waited < 10000 && !demo::Finger(screen.x_display).connected(); waited += 20) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return screen;
}

// A finger comes down on a preset amount, the glass answers, and the finger slides off, so that nothing is chosen.
std::vector<double> measure_touch(const fs::path& programs, const fs::path& folder, const std::string& x_display,
                                  int samples) {
  const fs::path targets = folder / "targets";
  demo::Program kiosk({"kiosk",
                       {(programs / "mangnon-kiosk").string(), "--journal", (folder / "kiosk.db").string(),
                        "--windowed", "--size", fmt::format("{}x{}", kWidth, kHeight), "--targets", targets.string()},
                       {{"DISPLAY", x_display}},
                       folder / "kiosk.log"});
  if (!kiosk.start()) return {};
  demo::GlassView glass(targets);
  demo::Finger finger(x_display);
  const auto seen = [&](const std::string& screen) {
    for (int waited = 0; waited < 10000; waited += 20) {
      glass.refresh();
      if (glass.now().screen == screen && !glass.now().touchables.empty()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  };
  if (!seen("attract")) return {};
  finger.tap(kWidth / 2, kHeight / 2, 50);
  if (!seen("amount")) return {};
  std::this_thread::sleep_for(std::chrono::milliseconds(800));
  const demo::Touchable* preset = nullptr;
  for (const demo::Touchable& touchable : glass.now().touchables) {
    if (touchable.label.starts_with("500.000")) preset = &touchable;
  }
  if (preset == nullptr) return {};
  const int x = static_cast<int>(preset->x + preset->width / 2);
  const int y = static_cast<int>(preset->y + preset->height / 2);
  const int top = static_cast<int>(preset->y);
  PaintWatch watch(x_display);
  std::vector<double> out;
  for (int i = 0; i < samples; ++i) {
    watch.forget();
    const Clock::time_point start = Clock::now();
    finger.press(x, y);
    if (!watch.painted(top, top + static_cast<int>(preset->height), start + std::chrono::seconds(1))) break;
    out.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    finger.release_at(kWidth - 3, kHeight - 3);
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
  }
  return out;
}

void add_figures(std::vector<Figure>& out, const std::string& name, const std::vector<double>& ours,
                 const std::vector<double>& bare, double p50_max, double p99_max) {
  for (const auto& [percent, most] : {std::pair{50.0, p50_max}, std::pair{99.0, p99_max}}) {
    Figure figure{fmt::format("{}, p{:.0f} ({} samples)", name, percent, ours.size()),
                  "ms",
                  percentile(ours, percent),
                  percentile(bare, percent),
                  "bare X window, a band of plain pixels",
                  fmt::format("≤ {:.0f} ms", most),
                  true};
    figure.met = !ours.empty() && figure.ours <= most;
    out.push_back(figure);
  }
}

}  // namespace

std::vector<Figure> bench_windows(const std::string& programs, int samples) {
  const fs::path folder = fs::current_path() / ("bench-windows-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  std::vector<Figure> out;
  {
    const VirtualScreen bare_screen = open_virtual_screen(folder, 880);
    const std::vector<double> bare = measure_bare_window(bare_screen.x_display, samples);
    const VirtualScreen kiosk_screen = open_virtual_screen(folder, 900);
    add_figures(out, "touch → pixel, kiosk 1080p", measure_touch(programs, folder, kiosk_screen.x_display, samples),
                bare, 6, 12);
    const VirtualScreen display_screen = open_virtual_screen(folder, 920);
    DisplayLatencySetup setup;
    setup.program = fs::path(programs) / "mangnon-display";
    setup.folder = folder;
    setup.x_display = display_screen.x_display;
    setup.samples = std::max(20, samples / 5);
    const Result<std::vector<double>> latencies = measure_display_latency(setup);
    if (!latencies) fmt::print(stderr, "bench: {}\n", latencies.failure().words);
    add_figures(out, "append → pixel, display 1080p", latencies ? *latencies : std::vector<double>{}, bare, 6, 12);
  }
  fs::remove_all(folder);
  return out;
}

}  // namespace mn::bench
