#include "kiosk/printing/raster.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium/utils.h>
#include <unistd.h>

#include <vector>

#include "kiosk/printing/draw.h"
#include "kiosk/printing/layout.h"

namespace mn::printing {
namespace {

const Failure kNoSurface = {Cause::unavailable, "not enough memory for the slip's picture"};

// White paper in memory of ours under the surface, wiped afterwards.
struct Pixels {
  int width;
  int height;
  std::vector<std::uint32_t> colours;  // of CAIRO_FORMAT_RGB24
  Pixels(int width_dots, int height_dots)
      : width(width_dots),
        height(height_dots),
        colours(static_cast<std::size_t>(width_dots) * static_cast<std::size_t>(height_dots), 0xffffff) {}
  ~Pixels() { sodium_memzero(colours.data(), colours.size() * sizeof(std::uint32_t)); }
  Pixels(const Pixels&) = delete;
  Pixels& operator=(const Pixels&) = delete;
};

// Codes, rules and frames lie on whole dots; of letters, a dot is black when about half of it is covered.
constexpr std::uint32_t kWhiteFrom = 0x88;

Bitmap to_dots(const Pixels& pixels) {
  Bitmap out{pixels.width, pixels.height, {}};
  out.rows.assign(out.row_bytes() * static_cast<std::size_t>(pixels.height), 0);
  std::size_t at = 0;
  for (int y = 0; y < pixels.height; ++y) {
    const std::size_t row = static_cast<std::size_t>(y) * out.row_bytes();
    for (int x = 0; x < pixels.width; ++x, ++at) {
      if ((pixels.colours[at] & 0xff) < kWhiteFrom)
        out.rows[row + static_cast<std::size_t>(x) / 8] |= static_cast<std::uint8_t>(0x80 >> (x % 8));
    }
  }
  return out;
}

cairo_status_t write_part(void* closure, const unsigned char* bytes, unsigned count) {
  const int to = *static_cast<const int*>(closure);
  while (count > 0) {
    const ssize_t written = ::write(to, bytes, count);
    if (written <= 0) return CAIRO_STATUS_WRITE_ERROR;
    bytes += written;
    count -= static_cast<unsigned>(written);
  }
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<Bitmap> dots_of(const Sheet& sheet) {
  Pixels pixels(sheet.width_dots, sheet.height_dots);
  {
    const Surface surface(cairo_image_surface_create_for_data(
        reinterpret_cast<unsigned char*>(pixels.colours.data()), CAIRO_FORMAT_RGB24, pixels.width, pixels.height,
        cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, pixels.width)));
    const Cairo cairo(cairo_create(surface.get()));
    cairo_set_antialias(cairo.get(), CAIRO_ANTIALIAS_BEST);
    draw_sheet(cairo.get(), sheet, Letters::outlines);
    if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) return kNoSurface;
    cairo_surface_finish(surface.get());
  }
  return to_dots(pixels);
}

Result<Bitmap> rasterise(const Slip& slip, const Paper& paper) {
  const Result<Sheet> sheet = compose(slip, paper);
  if (!sheet) return sheet.failure();
  return dots_of(*sheet);
}

Done save_png(const Bitmap& bitmap, const std::filesystem::path& file) {
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, bitmap.width_dots, bitmap.height_dots));
  const Cairo cairo(cairo_create(surface.get()));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  cairo_set_source_rgb(cairo.get(), 0, 0, 0);
  cairo_set_antialias(cairo.get(), CAIRO_ANTIALIAS_NONE);
  for (int y = 0; y < bitmap.height_dots; ++y) {
    for (int x = 0; x < bitmap.width_dots; ++x) {
      if (bitmap.black(x, y)) cairo_rectangle(cairo.get(), x, y, 1, 1);
    }
    cairo_fill(cairo.get());
  }
  int to = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (to < 0) return Failure{Cause::unavailable, fmt::format("cannot write {}", file.string())};
  const bool kept = cairo_surface_write_to_png_stream(surface.get(), write_part, &to) == CAIRO_STATUS_SUCCESS;
  if (::close(to) == 0 && kept) return {};
  return Failure{Cause::unavailable, fmt::format("cannot write {}", file.string())};
}

void forget(Bitmap& bitmap) {
  sodium_memzero(bitmap.rows.data(), bitmap.rows.size());
  bitmap = {};
}

}  // namespace mn::printing
