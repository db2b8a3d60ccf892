// What the glass tells about itself: its picture as pixels and PNG, and what can be touched on it.
#include <stb_image_write.h>

#include <fstream>

#include "ui/glass_kept.h"
#include "ui/painter.h"

namespace mn::ui {

Pixels read_pixels(Glass& glass) {
  Pixels pixels{glass.stage.width_px, glass.stage.height_px, rgba_of(glass.stage)};
  for (std::size_t alpha = 3; alpha < pixels.rgba.size(); alpha += 4) pixels.rgba[alpha] = 255;
  return pixels;
}

ScreenshotSaved screenshot(Glass& glass, const std::filesystem::path& file) {
  const Pixels pixels = read_pixels(glass);
  if (pixels.rgba.empty()) return {false, "nothing was drawn yet"};
  if (stbi_write_png(file.c_str(), pixels.width_px, pixels.height_px, 4, pixels.rgba.data(), pixels.width_px * 4) ==
      0) {
    return {false, "cannot write " + file.string()};
  }
  return {true, {}};
}

std::string targets_line(const Glass& glass) {
  const auto [width, height] = size_px(glass.window);
  const Fit fit = fit_canvas(width, height);
  return targets_line(glass.targets.screen, glass.targets.shown, fit.size, fit.scale);
}

bool write_targets(Glass& glass, const std::filesystem::path& file) {
  std::string line = targets_line(glass);
  if (line == glass.written_line) return true;
  std::ofstream out(file, std::ios::app);
  out << line << '\n';
  out.flush();
  if (!out) return false;
  glass.written_line = std::move(line);
  return true;
}

}  // namespace mn::ui
