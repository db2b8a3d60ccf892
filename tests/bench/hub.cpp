// The hub under load, beside a bare transaction of the same rows.
#include <unistd.h>

#include <filesystem>

#include "tests/bench/figures.h"
#include "tests/bench/hub_load.h"

namespace mn::bench {

std::vector<Figure> bench_hub(int seconds) {
  const std::filesystem::path folder = std::filesystem::current_path() / ("bench-hub-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  HubLoadOptions options;
  options.folder = folder.string();
  options.seconds = seconds;
  const HubLoad load = run_hub_load(options);
  std::filesystem::remove_all(folder);
  std::vector<Figure> out;
  out.push_back({"hub: single pledges a second, 16 connections", "/s", load.singles_per_second, 10'000,
                 "the aim itself", "≥ 10,000", load.singles_per_second >= 10'000});
  out.push_back({"hub: single pledge answered, p50", "ms", load.single_p50_ms, 0, "", "", true});
  out.push_back({"hub: single pledge answered, p99", "ms", load.single_p99_ms, 0, "", "", true});
  out.push_back({"hub: entries/s, batches of 500, four kiosks", "/s", load.batch_rows_per_second,
                 load.bare_rows_per_second, "bare 500-row transaction", "≥ 0.5×",
                 load.batch_rows_per_second >= 0.5 * load.bare_rows_per_second});
  out.push_back({"hub: entries/s, batches of 500, one kiosk", "/s", load.batch_alone_rows_per_second,
                 load.bare_rows_per_second, "bare 500-row transaction", "≥ 0.5×",
                 load.batch_alone_rows_per_second >= 0.5 * load.bare_rows_per_second});
  return out;
}

}  // namespace mn::bench
