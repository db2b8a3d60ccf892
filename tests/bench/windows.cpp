// The hall's screen under a virtual X server: from an append to its pixels, beside a bare window. The kiosk's are in
// kiosk.cpp.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>

#include "tests/bench/bare_window.h"
#include "tests/bench/display_latency.h"
#include "tests/bench/figures.h"
#include "tests/bench/virtual_screen.h"

namespace mn::bench {
namespace {

namespace fs = std::filesystem;
constexpr int kWidth = 1920;
constexpr int kHeight = 1080;

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
    const VirtualScreen bare_screen = open_virtual_screen(folder, 880, kWidth, kHeight);
    const std::vector<double> bare = measure_bare_window(bare_screen.x_display, samples);
    const VirtualScreen display_screen = open_virtual_screen(folder, 920, kWidth, kHeight);
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
