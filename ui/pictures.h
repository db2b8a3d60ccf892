// Inside ui/ only: the textures of pictures, the icons in the atlas, and where the files are. One thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "ui/atlas.h"
#include "ui/icon.h"
#include "ui/picture.h"

namespace mn::ui {

constexpr std::size_t kPictureBytesMax = 192U << 20U;
struct Pixmap {
  TextureId texture = 0;  // colours carry their alpha (premultiplied); 0 when the file is missing or broken
  int width_px = 0;
  int height_px = 0;
  bool once = false;  // only still layers wanted it so far
};
class Pictures {
 public:
  explicit Pictures(std::filesystem::path assets) : assets_(std::move(assets)) {}
  ~Pictures();
  // art/NAME.svg fitted to this box; the box's own size for cover, less on one side for contain. `once`: for a still
  // layer, which keeps it from then on.
  const Pixmap& find(std::string_view name, int width_px, int height_px, PictureFit fit, bool once);
  // Drops a picture that went into a still layer and is not drawn again by itself.
  void drop(std::string_view name, int width_px, int height_px, PictureFit fit);
  // icons/NAME.svg in the atlas, side × side pixels.
  const Patch& icon(Icon icon, int side_px, Atlas& atlas, std::uint64_t generation);
  // To be called between frames: drops the large ones that lie in still layers by now, and all when they hold more than
  // the limit.
  void tidy();
  void clear();
  std::size_t bytes() const { return bytes_; }

 private:
  static std::string key_of(std::string_view name, int width_px, int height_px, PictureFit fit);
  std::filesystem::path assets_;
  std::map<std::string, Pixmap, std::less<>> pictures_;
  std::map<std::pair<int, int>, Patch> icons_;
  std::uint64_t icons_generation_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace mn::ui
