// SVG files as textures and in the atlas, and how they are drawn.
#include "ui/picture.h"

#include <cmath>
#include <new>
#include <numbers>

#include "ui/bitmaps.h"
#include "ui/glyphs.h"
#include "ui/pen.h"
#include "ui/pictures.h"
#include "ui/still.h"
#include "ui/svg.h"

namespace mn::ui {
namespace {

// A texture of the file, or none. By the processor it is drawn where it stays; OpenGL is handed a copy.
Pixmap draw_texture(const std::filesystem::path& file, int width_px, int height_px, PictureFit fit) {
  Pixmap made;
  std::vector<std::uint32_t> copied;
  const bool drawn = draw_svg(file, width_px, height_px, fit, [&](int width, int height) -> std::uint32_t* {
    made.width_px = width;
    made.height_px = height;
    if (!painted_by_processor()) {
      copied.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
      return copied.data();
    }
    made.texture = make_texture(width, height, {}, Filter::linear);
    return find_bitmap(made.texture)->row(0);
  });
  if (drawn && !copied.empty()) {
    std::vector<std::uint8_t> rgba(copied.size() * 4);
    for (std::size_t at = 0; at < copied.size(); ++at) bytes_of(copied[at], rgba.data() + at * 4);
    made.texture = make_texture(made.width_px, made.height_px, rgba, Filter::linear);
  }
  if (drawn) return made;
  drop_texture(made.texture);
  return {};
}

std::size_t bytes_of(const Pixmap& picture) {
  return static_cast<std::size_t>(picture.width_px) * static_cast<std::size_t>(picture.height_px) * 4;
}

}  // namespace

Pictures::~Pictures() { clear(); }

void Pictures::tidy() {
  // Small ones are not worth drawing again when another layer wants them.
  constexpr std::size_t kLargeBytes = 1U << 20U;
  for (auto picture = pictures_.begin(); picture != pictures_.end();) {
    const bool goes = picture->second.once && picture->second.texture != 0 && bytes_of(picture->second) >= kLargeBytes;
    if (!goes) {
      ++picture;
      continue;
    }
    bytes_ -= bytes_of(picture->second);
    drop_texture(picture->second.texture);
    picture = pictures_.erase(picture);
  }
  if (bytes_ > kPictureBytesMax) clear();
}

void Pictures::clear() {
  for (auto& [key, picture] : pictures_) drop_texture(picture.texture);
  pictures_.clear();
  icons_.clear();
  bytes_ = 0;
}

std::string Pictures::key_of(std::string_view name, int width_px, int height_px, PictureFit fit) {
  std::string key(name);
  key += fit == PictureFit::cover ? " cover " : " contain ";
  return key + std::to_string(width_px) + "x" + std::to_string(height_px);
}

void Pictures::drop(std::string_view name, int width_px, int height_px, PictureFit fit) {
  const auto found = pictures_.find(key_of(name, width_px, height_px, fit));
  if (found == pictures_.end() || found->second.texture == 0) return;
  bytes_ -= bytes_of(found->second);
  drop_texture(found->second.texture);
  pictures_.erase(found);
}

const Pixmap& Pictures::find(std::string_view name, int width_px, int height_px, PictureFit fit, bool once) {
  std::string key = key_of(name, width_px, height_px, fit);
  if (const auto found = pictures_.find(key); found != pictures_.end()) {
    found->second.once = found->second.once && once;
    return found->second;
  }
  Pixmap made;
  try {
    made = draw_texture(assets_ / "art" / (std::string(name) + ".svg"), width_px, height_px, fit);
  } catch (const std::bad_alloc&) {
    // No memory for it now: left out, until the pictures are made again.
  }
  made.once = once;
  bytes_ += made.texture == 0 ? 0 : bytes_of(made);
  return pictures_.emplace(std::move(key), made).first->second;
}

const Patch& Pictures::icon(Icon icon, int side_px, Atlas& atlas, std::uint64_t generation) {
  if (generation != icons_generation_) icons_.clear();
  icons_generation_ = generation;
  const std::pair<int, int> key{static_cast<int>(icon), side_px};
  if (const auto found = icons_.find(key); found != icons_.end()) return found->second;
  std::vector<std::uint32_t> pixels;
  int width_px = 0;
  int height_px = 0;
  const std::filesystem::path file = assets_ / "icons" / (std::string(icon_name(icon)) + ".svg");
  const bool drawn = draw_svg(file, side_px, side_px, PictureFit::contain, [&](int width, int height) {
    width_px = width;
    height_px = height;
    pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    return pixels.data();
  });
  std::vector<std::uint8_t> alpha;
  alpha.reserve(pixels.size());
  for (const std::uint32_t pixel : pixels) alpha.push_back(static_cast<std::uint8_t>(pixel >> 24U));
  const Patch patch = drawn ? atlas.add(width_px, height_px, alpha) : Patch{};
  return icons_.emplace(key, patch).first->second;
}

bool draw_picture(const Canvas& canvas, std::string_view name, Rect rect, PictureFit fit) {
  const PixelRect box = to_px(canvas, rect);
  if (box.width() < 1 || box.height() < 1) return true;
  const Pixmap& picture =
      canvas.pictures->find(name, static_cast<int>(box.width()), static_cast<int>(box.height()), fit, canvas.once);
  if (picture.texture == 0) return false;
  if (canvas.opacity <= 0) return true;
  const float width = static_cast<float>(picture.width_px);
  const float height = static_cast<float>(picture.height_px);
  const ImVec2 low{box.low.x + std::floor((box.width() - width) / 2),
                   box.low.y + std::floor((box.height() - height) / 2)};
  const int shade = static_cast<int>(canvas.opacity * 255 + 0.5F);
  push_blend(*canvas.list, Blend::premultiplied);
  canvas.list->AddImage(to_imgui(picture.texture), low, {low.x + width, low.y + height}, {0, 0}, {1, 1},
                        IM_COL32(shade, shade, shade, shade));
  pop_blend(*canvas.list);
  return true;
}

bool draw_sprite(const Canvas& canvas, std::string_view name, Point middle, const SpriteLook& look) {
  const int width_px = static_cast<int>(std::lround(length_px(canvas, look.size.width)));
  const int height_px = static_cast<int>(std::lround(length_px(canvas, look.size.height)));
  if (width_px < 1 || height_px < 1) return true;
  const Pixmap& picture = canvas.pictures->find(name, width_px, height_px, PictureFit::contain, canvas.once);
  if (picture.texture == 0) return false;
  if (canvas.opacity <= 0) return true;
  const ImVec2 at = to_px(canvas, middle);
  const float turn = look.degrees / 180 * std::numbers::pi_v<float>;
  const float across = static_cast<float>(picture.width_px) / 2 * look.zoom * look.mirrored;
  const float down = static_cast<float>(picture.height_px) / 2 * look.zoom;
  const ImVec2 right{std::cos(turn) * across, std::sin(turn) * across};
  const ImVec2 low{-std::sin(turn) * down, std::cos(turn) * down};
  const auto corner = [&](float x, float y) {
    return ImVec2{at.x + x * right.x + y * low.x, at.y + x * right.y + y * low.y};
  };
  const int shade = static_cast<int>(canvas.opacity * 255 + 0.5F);
  push_blend(*canvas.list, Blend::premultiplied);
  canvas.list->AddImageQuad(to_imgui(picture.texture), corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1),
                            {0, 0}, {1, 0}, {1, 1}, {0, 1}, IM_COL32(shade, shade, shade, shade));
  pop_blend(*canvas.list);
  return true;
}

void draw_background(const Canvas& canvas, std::string_view name) {
  const std::string picture = std::string(name) + (canvas.portrait() ? "_portrait" : "");
  const std::string key = "background " + picture;
  bool painted = false;
  // No words in it: one for every size of text.
  Canvas wordless = canvas;
  wordless.text_scale = 1;
  still(wordless, key, canvas.whole(), StillKind::opaque, [&](const Canvas& inner) {
    inner.list->AddRectFilled({-1, -1}, {100000, 100000}, to_ink(inner, inner.theme->ground));
    draw_picture(inner, picture, inner.whole(), PictureFit::cover);
    painted = true;
  });
  if (!painted) return;
  // The layer is painted by now; a second copy of it would be 33 MB on a 3840×2160 screen.
  Canvas unmoved = canvas;
  unmoved.offset = {};
  const PixelRect box = to_px(unmoved, canvas.whole());
  canvas.pictures->drop(picture, static_cast<int>(box.width()), static_cast<int>(box.height()), PictureFit::cover);
}

}  // namespace mn::ui
