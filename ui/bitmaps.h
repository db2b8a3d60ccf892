// Inside ui/ only: the textures of a glass that is painted by the processor, by the numbers that stand for them in draw
// lists. One window a process, one thread.
#pragma once

#include <span>

#include "ui/raster.h"
#include "ui/texture.h"

namespace mn::ui {

// Decided once, before the first texture.
void paint_by_processor(bool on);
bool painted_by_processor();

TextureId add_bitmap(int width_px, int height_px, std::span<const std::uint8_t> rgba, Filter filter);
// One whose pixels lie in somebody else's memory.
TextureId add_bitmap_on(std::uint32_t* pixels, int width_px, int height_px);
void fill_bitmap(TextureId id, int x, int y, int width_px, int height_px, std::span<const std::uint8_t> rgba);
void drop_bitmap(TextureId id);
// Null when there is none.
Bitmap* find_bitmap(TextureId id);

}  // namespace mn::ui
