#include "tests/bench/figures.h"

#include <fmt/format.h>
#include <sys/utsname.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

namespace mn::bench {

double ratio_of(const Figure& figure) { return figure.baseline > 0 ? figure.ours / figure.baseline : 0; }

std::string table_of(const std::vector<Figure>& figures) {
  std::string out = fmt::format("{:<44} {:>12} {:>12} {:>8}  {:<16} {}\n", "figure", "ours", "baseline", "ratio", "aim",
                                "baseline is");
  for (const Figure& figure : figures) {
    out += fmt::format(
        "{:<44} {:>12} {:>12} {:>8}  {:<16} {}\n", figure.name, fmt::format("{:.1f} {}", figure.ours, figure.unit),
        figure.baseline > 0 ? fmt::format("{:.1f} {}", figure.baseline, figure.unit) : "–",
        figure.baseline > 0 ? fmt::format("{:.2f}×", ratio_of(figure)) : "–",
        figure.aim.empty() ? "" : figure.aim + (figure.met ? "  met" : "  MISSED"), figure.baseline_name);
  }
  return out;
}

std::string json_of(const std::vector<Figure>& figures, const std::string& machine) {
  nlohmann::json out = {{"machine", machine}, {"figures", nlohmann::json::array()}};
  for (const Figure& figure : figures) {
    out["figures"].push_back({{"name", figure.name},
                              {"unit", figure.unit},
                              {"ours", figure.ours},
                              {"baseline", figure.baseline},
                              {"baseline_name", figure.baseline_name},
                              {"ratio", ratio_of(figure)},
                              {"aim", figure.aim},
                              {"met", figure.met}});
  }
  return out.dump(2) + "\n";
}

double percentile(std::vector<double> samples, double percent) {
  if (samples.empty()) return 0;
  std::sort(samples.begin(), samples.end());
  const auto rank = static_cast<std::size_t>(std::ceil(percent / 100.0 * static_cast<double>(samples.size())));
  return samples[std::min(samples.size(), std::max<std::size_t>(rank, 1)) - 1];
}

std::string machine_words() {
  std::string processor = "unknown processor";
  std::ifstream in("/proc/cpuinfo");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("model name")) {
      processor = line.substr(line.find(':') + 2);
      break;
    }
  }
  utsname name{};
  ::uname(&name);
  return fmt::format("{}, {} cores, {} {}", processor, std::thread::hardware_concurrency(), name.sysname, name.release);
}

}  // namespace mn::bench
