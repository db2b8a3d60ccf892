// ./dev bench: timings as ratios against a baseline in the same run. Says figures; passes or fails nothing.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "tests/bench/figures.h"

int main(int argc, char** argv) {
  using namespace mn::bench;
  CLI::App app(
      "Timings as ratios against a baseline measured in the same run.\nExample: ./dev bench --only append,fold --json "
      "bench.json");
  std::vector<std::string> only = {"append", "display", "find", "fold", "hub", "kiosk"};
  std::vector<std::string> sizes = {"1920x1080"};
  std::string json_file;
  bool quick = false;
  app.add_option("--only", only, "which: append display find fold hub kiosk")->delimiter(',');
  app.add_option("--json", json_file,
                 "write the figures as JSON to this file (default: bench.json beside the programs)");
  app.add_option("--size", sizes, "of the kiosk's screen (default 1920x1080); several with commas")->delimiter(',');
  app.add_flag("--quick", quick, "fewer samples");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  const std::filesystem::path programs = std::filesystem::canonical("/proc/self/exe").parent_path();
  std::vector<Figure> figures;
  const auto add = [&](std::vector<Figure> more) { figures.insert(figures.end(), more.begin(), more.end()); };
  for (const std::string& name : only) {
    std::fprintf(stderr, "bench: %s …\n", name.c_str());
    if (name == "append")
      add(bench_append(quick ? 500 : 5000));
    else if (name == "find")
      add(bench_find(quick ? 5 : 50));
    else if (name == "fold")
      add(bench_fold(quick ? 100'000 : 1'000'000));
    else if (name == "hub")
      add(bench_hub(quick ? 2 : 8));
    else if (name == "kiosk") {
      for (const std::string& size : sizes) {
        int width_px = 0, height_px = 0;
        if (std::sscanf(size.c_str(), "%5dx%5d", &width_px, &height_px) != 2) return 2;
        add(bench_kiosk(programs.string(), width_px, height_px, quick));
      }
    } else if (name == "display")
      add(bench_display(programs.string(), quick));
    else
      return std::fprintf(stderr, "bench: there is no bench '%s'; there are append, display, find, fold, hub, kiosk\n",
                          name.c_str()),
             2;
  }
  const std::string machine = machine_words();
  std::printf("%s\n%s", machine.c_str(), table_of(figures).c_str());
  const std::filesystem::path file = json_file.empty() ? programs / "bench.json" : std::filesystem::path(json_file);
  std::ofstream(file) << json_of(figures, machine);
  std::printf("written: %s\n", file.c_str());
  return 0;
}
