// What a bench says: figures beside a baseline measured in the same run, as a table for people and JSON for machines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mn::bench {

struct Figure {
  std::string name;  // "append, p50"
  std::string unit;  // "µs"
  double ours = 0;
  double baseline = 0;  // 0: none
  std::string baseline_name;
  std::string aim;  // in words: "≤ 1.3×"
  bool met = true;
};

// The ratio ours / baseline, 0 without a baseline.
double ratio_of(const Figure& figure);

std::string table_of(const std::vector<Figure>& figures);
std::string json_of(const std::vector<Figure>& figures, const std::string& machine);

// The value below which `percent` of the samples lie (nearest rank). Sorts a copy.
double percentile(std::vector<double> samples, double percent);

// Processor, cores and kernel of this machine, one line.
std::string machine_words();

std::vector<Figure> bench_append(int visits);
std::vector<Figure> bench_find(int rounds);
std::vector<Figure> bench_fold(int entries);
std::vector<Figure> bench_hub(int seconds);
std::vector<Figure> bench_kiosk(const std::string& programs, int width_px, int height_px, bool quick);
std::vector<Figure> bench_display(const std::string& programs, bool quick);

}  // namespace mn::bench
