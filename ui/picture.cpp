// SVG files through librsvg and cairo, into textures and into the atlas.
#include "ui/picture.h"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <numbers>

#include "ui/glyphs.h"
#include "ui/pen.h"
#include "ui/pictures.h"
#include "ui/still.h"

namespace mn::ui {
namespace {

struct Drawn {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> rgba;  // premultiplied; empty when the file is missing or broken
};

struct SvgSize {
  double width = 1;
  double height = 1;
};
SvgSize own_size(RsvgHandle* svg) {
  gboolean has_width = FALSE;
  gboolean has_height = FALSE;
  gboolean has_box = FALSE;
  RsvgLength width{};
  RsvgLength height{};
  RsvgRectangle box{};
  rsvg_handle_get_intrinsic_dimensions(svg, &has_width, &width, &has_height, &height, &has_box, &box);
  if (has_box != FALSE && box.width > 0 && box.height > 0) return {box.width, box.height};
  if (width.length > 1 && height.length > 1) return {width.length, height.length};
  return {};
}

// Cairo keeps native-endian ARGB; OpenGL wants bytes R, G, B, A.
std::vector<std::uint8_t> rgba_of(cairo_surface_t* surface, int width_px, int height_px) {
  cairo_surface_flush(surface);
  const unsigned char* rows = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  std::vector<std::uint8_t> rgba;
  rgba.reserve(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px) * 4);
  for (int y = 0; y < height_px; ++y) {
    for (int x = 0; x < width_px; ++x) {
      const unsigned char* pixel = rows + std::ptrdiff_t{y} * stride + std::ptrdiff_t{x} * 4;
      rgba.insert(rgba.end(), {pixel[2], pixel[1], pixel[0], pixel[3]});
    }
  }
  return rgba;
}

Drawn draw_svg(const std::filesystem::path& file, int width_px, int height_px, PictureFit fit) {
  GError* error = nullptr;
  RsvgHandle* svg = rsvg_handle_new_from_file(file.c_str(), &error);
  if (svg == nullptr) {
    g_clear_error(&error);
    return {};
  }
  const SvgSize own = own_size(svg);
  const double across = width_px / own.width;
  const double down = height_px / own.height;
  const double zoom = fit == PictureFit::cover ? std::max(across, down) : std::min(across, down);
  Drawn drawn;
  drawn.width_px = fit == PictureFit::cover ? width_px : std::max(1, static_cast<int>(std::lround(own.width * zoom)));
  drawn.height_px =
      fit == PictureFit::cover ? height_px : std::max(1, static_cast<int>(std::lround(own.height * zoom)));
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, drawn.width_px, drawn.height_px);
  cairo_t* cairo = cairo_create(surface);
  const RsvgRectangle place{(drawn.width_px - own.width * zoom) / 2, drawn.height_px - own.height * zoom,
                            own.width * zoom, own.height * zoom};
  if (rsvg_handle_render_document(svg, cairo, &place, &error) != FALSE) {
    drawn.rgba = rgba_of(surface, drawn.width_px, drawn.height_px);
  }
  g_clear_error(&error);
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  g_object_unref(svg);
  return drawn;
}

}  // namespace

Pictures::~Pictures() { clear(); }

void Pictures::tidy() {
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
  bytes_ -= static_cast<std::size_t>(found->second.width_px) * static_cast<std::size_t>(found->second.height_px) * 4;
  drop_texture(found->second.texture);
  pictures_.erase(found);
}

const Pixmap& Pictures::find(std::string_view name, int width_px, int height_px, PictureFit fit) {
  std::string key = key_of(name, width_px, height_px, fit);
  if (const auto found = pictures_.find(key); found != pictures_.end()) return found->second;
  const Drawn drawn = draw_svg(assets_ / "art" / (std::string(name) + ".svg"), width_px, height_px, fit);
  Pixmap made{0, drawn.width_px, drawn.height_px};
  if (!drawn.rgba.empty()) made.texture = make_texture(drawn.width_px, drawn.height_px, drawn.rgba, Filter::linear);
  bytes_ += drawn.rgba.size();
  return pictures_.emplace(std::move(key), made).first->second;
}

const Patch& Pictures::icon(Icon icon, int side_px, Atlas& atlas, std::uint64_t generation) {
  if (generation != icons_generation_) icons_.clear();
  icons_generation_ = generation;
  const std::pair<int, int> key{static_cast<int>(icon), side_px};
  if (const auto found = icons_.find(key); found != icons_.end()) return found->second;
  const Drawn drawn =
      draw_svg(assets_ / "icons" / (std::string(icon_name(icon)) + ".svg"), side_px, side_px, PictureFit::contain);
  std::vector<std::uint8_t> alpha;
  for (std::size_t at = 3; at < drawn.rgba.size(); at += 4) alpha.push_back(drawn.rgba[at]);
  const Patch patch = alpha.empty() ? Patch{} : atlas.add(drawn.width_px, drawn.height_px, alpha);
  return icons_.emplace(key, patch).first->second;
}

bool draw_picture(const Canvas& canvas, std::string_view name, Rect rect, PictureFit fit) {
  const PixelRect box = to_px(canvas, rect);
  if (box.width() < 1 || box.height() < 1) return true;
  const Pixmap& picture =
      canvas.pictures->find(name, static_cast<int>(box.width()), static_cast<int>(box.height()), fit);
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
  const Pixmap& picture = canvas.pictures->find(name, width_px, height_px, PictureFit::contain);
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
