// What the glass tells about itself: its picture as pixels and PNG, and what can be touched on it.
#define GL_GLEXT_PROTOTYPES
#include <SDL_opengl.h>
#include <stb_image_write.h>

#include <fstream>

#include "ui/glass_kept.h"

namespace mn::ui {

Pixels read_pixels(Glass& glass) {
  Pixels pixels{glass.stage.width_px, glass.stage.height_px, {}};
  const std::size_t row = static_cast<std::size_t>(pixels.width_px) * 4;
  std::vector<std::uint8_t> upside_down(row * static_cast<std::size_t>(pixels.height_px));
  if (upside_down.empty()) return pixels;
  glBindFramebuffer(GL_FRAMEBUFFER, glass.stage.framebuffer);
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, pixels.width_px, pixels.height_px, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  pixels.rgba.reserve(upside_down.size());
  for (std::size_t begin = upside_down.size(); begin > 0; begin -= row) {
    const auto from = upside_down.begin() + static_cast<std::ptrdiff_t>(begin - row);
    pixels.rgba.insert(pixels.rgba.end(), from, from + static_cast<std::ptrdiff_t>(row));
  }
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
