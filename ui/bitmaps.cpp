// Bitmaps by number.
#include "ui/bitmaps.h"

#include <algorithm>
#include <unordered_map>

namespace mn::ui {
namespace {

// As OpenGL keeps its own: the numbers go through draw lists, and there is one window a process.
struct Kept {
  bool on = false;
  TextureId last = 0;
  std::unordered_map<TextureId, Bitmap> bitmaps;
};
Kept& kept() {
  static Kept all;
  return all;
}

bool is_white(const std::uint8_t* rgba) { return rgba[0] == 255 && rgba[1] == 255 && rgba[2] == 255; }

}  // namespace

void paint_by_processor(bool on) { kept().on = on; }
bool painted_by_processor() { return kept().on; }

TextureId add_bitmap(int width_px, int height_px, std::span<const std::uint8_t> rgba, Filter filter) {
  const TextureId id = ++kept().last;
  Bitmap& bitmap = kept().bitmaps[id];
  bitmap.width_px = width_px;
  bitmap.height_px = height_px;
  bitmap.smooth = filter == Filter::linear;
  bitmap.pixels.resize(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px));
  // An empty page takes masks only, until something else is put on it.
  bitmap.mask = !rgba.empty() && std::all_of(rgba.begin(), rgba.end(), [](std::uint8_t byte) { return byte == 0; });
  if (!rgba.empty() && !bitmap.mask) fill_bitmap(id, 0, 0, width_px, height_px, rgba);
  return id;
}

TextureId add_bitmap_on(std::uint32_t* pixels, int width_px, int height_px) {
  const TextureId id = ++kept().last;
  Bitmap& bitmap = kept().bitmaps[id];
  bitmap.width_px = width_px;
  bitmap.height_px = height_px;
  bitmap.elsewhere = pixels;
  return id;
}

void fill_bitmap(TextureId id, int x, int y, int width_px, int height_px, std::span<const std::uint8_t> rgba) {
  Bitmap* bitmap = find_bitmap(id);
  if (bitmap == nullptr || x < 0 || y < 0 || x + width_px > bitmap->width_px || y + height_px > bitmap->height_px)
    return;
  const std::uint8_t* from = rgba.data();
  for (int row = 0; row < height_px; ++row) {
    std::uint32_t* to = bitmap->row(y + row) + x;
    for (int column = 0; column < width_px; ++column, from += 4) {
      to[column] = pixel_of(from);
      bitmap->mask = bitmap->mask && is_white(from);
    }
  }
}

void drop_bitmap(TextureId id) { kept().bitmaps.erase(id); }

Bitmap* find_bitmap(TextureId id) {
  const auto found = kept().bitmaps.find(id);
  return found == kept().bitmaps.end() ? nullptr : &found->second;
}

}  // namespace mn::ui
