#include "tests/bench/virtual_screen.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "tests/demo/finger.h"

namespace mn::bench {

VirtualScreen open_virtual_screen(const std::filesystem::path& folder, int number, int width_px, int height_px) {
  while (std::filesystem::exists(fmt::format("/tmp/.X{}-lock", number))) ++number;
  VirtualScreen screen{nullptr, fmt::format(":{}", number), width_px, height_px};
  screen.server = std::make_unique<demo::Program>(
      demo::Command{"Xvfb",
                    {"Xvfb", screen.x_display, "-screen", "0", fmt::format("{}x{}x24", width_px, height_px),
                     "-nolisten", "tcp", "-noreset"},
                    {},
                    folder / "xvfb.log"});
  if (!screen.server->start()) return screen;
  for (int waited = 0; waited < 10000 && !demo::Finger(screen.x_display).connected(); waited += 20) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return screen;
}

}  // namespace mn::bench
