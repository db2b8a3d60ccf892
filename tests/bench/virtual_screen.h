// An X server of our own, for benches that look at real windows.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "tests/demo/process.h"

namespace mn::bench {

struct VirtualScreen {
  std::unique_ptr<demo::Program> server;  // ends with this
  std::string x_display;                  // ":880"
  int width_px = 0;
  int height_px = 0;
};
// On the first free number from `number`; its log in the folder. Without a server nothing can connect to it.
VirtualScreen open_virtual_screen(const std::filesystem::path& folder, int number, int width_px, int height_px);

}  // namespace mn::bench
