// Inside ui/ only: an SVG file drawn by librsvg into memory. No textures here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "ui/picture.h"

namespace mn::ui {

// Where the picture is to be drawn: width × height pixels of 0xAARRGGBB that are nought; null when there is no room.
using GivePixels = std::function<std::uint32_t*(int width_px, int height_px)>;

// Draws the file fitted to this box: the box's own size for cover, less on one side for contain. Colours carry their
// alpha. False when the file is missing or broken, or there is no room for it; `give` may have been called even so.
bool draw_svg(const std::filesystem::path& file, int width_px, int height_px, PictureFit fit, const GivePixels& give);

}  // namespace mn::ui
