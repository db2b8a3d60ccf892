// SVG through librsvg and cairo. Nothing that is wrong with a picture goes further than this file: it is left out.
#include "ui/svg.h"

#include <cairo.h>
#include <librsvg/rsvg.h>
#include <malloc.h>

#include <algorithm>
#include <cmath>

namespace mn::ui {
namespace {

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

// A large picture is drawn through many others of its size that live for a moment. Taken fresh from the system each
// time, most of the work would be the kernel's, handing out empty pages: 430 ms instead of 110 for the hall's stage.
class RoomForLayers {
 public:
  explicit RoomForLayers(std::int64_t bytes) : large_(bytes > (std::int64_t{1} << 20)) {
#ifdef __GLIBC__
    if (!large_) return;
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
  }
  ~RoomForLayers() {
#ifdef __GLIBC__
    if (!large_) return;
    constexpr int kMmapsUsual = 65536;
    constexpr int kTrimUsual = 128 << 10;
    mallopt(M_MMAP_MAX, kMmapsUsual);
    mallopt(M_TRIM_THRESHOLD, kTrimUsual);
    malloc_trim(0);
#endif
  }
  RoomForLayers(const RoomForLayers&) = delete;
  RoomForLayers& operator=(const RoomForLayers&) = delete;

 private:
  const bool large_;
};

bool render(RsvgHandle* svg, std::uint32_t* pixels, int width_px, int height_px, const RsvgRectangle& place) {
  cairo_surface_t* surface = cairo_image_surface_create_for_data(
      reinterpret_cast<unsigned char*>(pixels), CAIRO_FORMAT_ARGB32, width_px, height_px, width_px * 4);
  cairo_t* cairo = cairo_create(surface);
  const bool drawn =
      rsvg_handle_render_document(svg, cairo, &place, nullptr) != FALSE && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
  cairo_destroy(cairo);
  cairo_surface_flush(surface);
  cairo_surface_destroy(surface);
  return drawn;
}

}  // namespace

bool draw_svg(const std::filesystem::path& file, int width_px, int height_px, PictureFit fit, const GivePixels& give) {
  constexpr int kSideMost = 16'384;
  if (width_px < 1 || height_px < 1 || width_px > kSideMost || height_px > kSideMost) return false;
  RsvgHandle* svg = rsvg_handle_new_from_file(file.c_str(), nullptr);
  if (svg == nullptr) return false;
  const SvgSize own = own_size(svg);
  const double across = width_px / own.width;
  const double down = height_px / own.height;
  const bool cover = fit == PictureFit::cover;
  const double zoom = cover ? std::max(across, down) : std::min(across, down);
  const int width = cover ? width_px : std::max(1, static_cast<int>(std::lround(own.width * zoom)));
  const int height = cover ? height_px : std::max(1, static_cast<int>(std::lround(own.height * zoom)));
  bool drawn = false;
  if (std::uint32_t* pixels = give(width, height); pixels != nullptr) {
    const RoomForLayers room(std::int64_t{width} * height * 4);
    const RsvgRectangle place{(width - own.width * zoom) / 2, height - own.height * zoom, own.width * zoom,
                              own.height * zoom};
    drawn = render(svg, pixels, width, height, place);
  }
  g_object_unref(svg);
  return drawn;
}

}  // namespace mn::ui
