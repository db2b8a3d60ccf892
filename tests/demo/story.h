// The morning as it goes: doors open, donors come, a kiosk is killed, the hub is restarted, the doors close, the fund
// gets its copy, the bank's statement comes, and the proof is printed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/result.h"

namespace mn::demo {

struct StoryOptions {
  std::filesystem::path out;
  std::filesystem::path programs;
  std::filesystem::path campaign;
  bool headless = false;
  int donors = 40;
  std::uint64_t seed = 2025;
  double speed = 1;
  bool mayhem = false;  // any program is killed at any moment, every few seconds
};

// Fails with words when something could not be done or the proof does not hold.
Done tell_story(const StoryOptions& options);

}  // namespace mn::demo
