// The innermost loops. Written so that a compiler can make vectors of them; what is transparent is passed over.
#include "ui/span.h"

#include <algorithm>

namespace mn::ui {
namespace {

constexpr std::uint32_t kOpaque = 255;
constexpr std::uint32_t kWhite = 0xFFFFFFFFU;

// Two pixels mixed, share of the second in 256ths.
std::uint32_t between(std::uint32_t first, std::uint32_t second, std::uint32_t share) {
  const std::uint32_t other = 256 - share;
  const std::uint32_t low = (((first & 0x00FF00FFU) * other + (second & 0x00FF00FFU) * share) >> 8U) & 0x00FF00FFU;
  const std::uint32_t high =
      (((first >> 8U) & 0x00FF00FFU) * other + ((second >> 8U) & 0x00FF00FFU) * share) & 0xFF00FF00U;
  return low | high;
}

// A texel as drawn: times the colour, carrying its alpha unless it covers.
std::uint32_t drawn(std::uint32_t texel, std::uint32_t colour, Lay lay) {
  const std::uint32_t pixel = colour == kWhite ? texel : tinted(texel, colour);
  return lay == Lay::straight ? premultiplied(pixel) : pixel;
}

void lay_one(std::uint32_t& below, std::uint32_t pixel, Lay lay) {
  if (lay == Lay::cover || (pixel >> 24U) == kOpaque) {
    below = pixel;
  } else if (pixel != 0) {
    below = over(below, pixel);
  }
}

// Alpha between four texels of a mask, in 65536ths.
std::uint32_t mask_at(const Bitmap& bitmap, std::int32_t x, std::int32_t y) {
  const int left = std::clamp(x >> 16, 0, bitmap.width_px - 1);
  const int right = std::clamp((x >> 16) + 1, 0, bitmap.width_px - 1);
  const std::uint32_t* upper = bitmap.row(std::clamp(y >> 16, 0, bitmap.height_px - 1));
  const std::uint32_t* lower = bitmap.row(std::clamp((y >> 16) + 1, 0, bitmap.height_px - 1));
  const auto across = static_cast<std::uint32_t>(x & 0xFFFF) >> 8U;
  const auto down = static_cast<std::uint32_t>(y & 0xFFFF) >> 8U;
  const std::uint32_t above = (upper[left] >> 24U) * (256 - across) + (upper[right] >> 24U) * across;
  const std::uint32_t below = (lower[left] >> 24U) * (256 - across) + (lower[right] >> 24U) * across;
  return above * (256 - down) + below * down;
}

// Soft shadows are faint and wide: their alpha is kept finer than a byte until the very end, or they would be stairs.
void lay_soft_mask(std::uint32_t* row, int count, const Bitmap& bitmap, Way way, std::uint32_t colour) {
  const std::uint32_t own = colour >> 24U;
  for (int at = 0; at < count; ++at, way.x += way.step_x, way.y += way.step_y) {
    // 255 · 65536 · 255 needs 32 bits; the share is in 65536ths.
    const std::uint64_t share = std::uint64_t{mask_at(bitmap, way.x, way.y)} * own / (255 * 255);
    if (share == 0) continue;
    const std::uint32_t below = row[at];
    std::uint32_t out = 0;
    for (const unsigned shift : {0U, 8U, 16U}) {
      const std::uint64_t under = (below >> shift) & 0xFFU;
      const std::uint64_t ink = (colour >> shift) & 0xFFU;
      out |= static_cast<std::uint32_t>((under * (65536 - share) + ink * share + 32768) >> 16U) << shift;
    }
    const std::uint64_t alpha = below >> 24U;
    out |= static_cast<std::uint32_t>((alpha * (65536 - share) + 255 * share + 32768) >> 16U) << 24U;
    row[at] = out;
  }
}

// How many pixels from here have all four texels inside the bitmap.
int inside_run(const Bitmap& bitmap, const Way& way, int count) {
  const auto fits = [](std::int32_t at, int size) { return at >= 0 && (at >> 16) + 1 < size; };
  const std::int64_t end_x = std::int64_t{way.x} + std::int64_t{way.step_x} * (count - 1);
  const std::int64_t end_y = std::int64_t{way.y} + std::int64_t{way.step_y} * (count - 1);
  const bool ends =
      end_x >= 0 && (end_x >> 16) + 1 < bitmap.width_px && end_y >= 0 && (end_y >> 16) + 1 < bitmap.height_px;
  return ends && fits(way.x, bitmap.width_px) && fits(way.y, bitmap.height_px) ? count : 0;
}

}  // namespace

std::uint32_t tinted(std::uint32_t texel, std::uint32_t colour) {
  std::uint32_t out = 0;
  for (const unsigned shift : {0U, 8U, 16U, 24U}) {
    const std::uint32_t product = ((texel >> shift) & 0xFFU) * ((colour >> shift) & 0xFFU) + 128;
    out |= ((product + (product >> 8U)) >> 8U) << shift;
  }
  return out;
}

std::uint32_t premultiplied(std::uint32_t pixel) {
  const std::uint32_t alpha = pixel >> 24U;
  return (times(pixel, alpha) & 0x00FFFFFFU) | (alpha << 24U);
}

void lay_colour(std::uint32_t* row, int count, std::uint32_t colour, Lay lay) {
  const std::uint32_t pixel = lay == Lay::straight ? premultiplied(colour) : colour;
  if (lay == Lay::cover || (pixel >> 24U) == kOpaque) {
    std::fill_n(row, count, pixel);
    return;
  }
  if (pixel == 0) return;
  const std::uint32_t rest = 255 - (pixel >> 24U);
  for (int at = 0; at < count; ++at) row[at] = pixel + times(row[at], rest);
}

void lay_texels(std::uint32_t* row, int count, const std::uint32_t* texels, bool mask, std::uint32_t colour, Lay lay) {
  if (mask && lay == Lay::straight) {
    const std::uint32_t ink = premultiplied(colour);
    for (int at = 0; at < count; ++at) {
      const std::uint32_t alpha = texels[at] >> 24U;
      if (alpha == 0) continue;
      lay_one(row[at], alpha == kOpaque ? ink : times(ink, alpha), Lay::premultiplied);
    }
    return;
  }
  if (lay == Lay::cover && colour == kWhite) {
    std::copy_n(texels, count, row);
    return;
  }
  for (int at = 0; at < count; ++at) {
    if (texels[at] == 0 && lay != Lay::cover) continue;
    lay_one(row[at], drawn(texels[at], colour, lay), lay);
  }
}

std::uint32_t sampled(const Bitmap& bitmap, std::int32_t x, std::int32_t y) {
  const auto across = [&](int at) { return std::clamp(at, 0, bitmap.width_px - 1); };
  const auto down = [&](int at) { return std::clamp(at, 0, bitmap.height_px - 1); };
  if (!bitmap.smooth) return bitmap.row(down((y + 32768) >> 16))[across((x + 32768) >> 16)];
  const std::uint32_t* upper = bitmap.row(down(y >> 16));
  const std::uint32_t* lower = bitmap.row(down((y >> 16) + 1));
  const int left = across(x >> 16);
  const int right = across((x >> 16) + 1);
  const auto share_x = static_cast<std::uint32_t>(x & 0xFFFF) >> 8U;
  const auto share_y = static_cast<std::uint32_t>(y & 0xFFFF) >> 8U;
  return between(between(upper[left], upper[right], share_x), between(lower[left], lower[right], share_x), share_y);
}

void lay_sampled(std::uint32_t* row, int count, const Bitmap& bitmap, Way way, std::uint32_t colour, Lay lay) {
  if (bitmap.mask && bitmap.smooth && lay == Lay::straight) return lay_soft_mask(row, count, bitmap, way, colour);
  int at = 0;
  if (bitmap.smooth && lay == Lay::premultiplied && inside_run(bitmap, way, count) == count) {
    // A moving picture: most of it is transparent or opaque.
    const std::ptrdiff_t next_row = bitmap.width_px;
    for (; at < count; ++at, way.x += way.step_x, way.y += way.step_y) {
      const std::uint32_t* four = bitmap.row(way.y >> 16) + (way.x >> 16);
      const std::uint32_t a = four[0];
      const std::uint32_t b = four[1];
      const std::uint32_t c = four[next_row];
      const std::uint32_t d = four[next_row + 1];
      if ((a | b | c | d) == 0) continue;
      const auto share_x = static_cast<std::uint32_t>(way.x & 0xFFFF) >> 8U;
      const auto share_y = static_cast<std::uint32_t>(way.y & 0xFFFF) >> 8U;
      std::uint32_t pixel = between(between(a, b, share_x), between(c, d, share_x), share_y);
      if (colour != kWhite) pixel = tinted(pixel, colour);
      lay_one(row[at], pixel, lay);
    }
    return;
  }
  for (; at < count; ++at, way.x += way.step_x, way.y += way.step_y) {
    lay_one(row[at], drawn(sampled(bitmap, way.x, way.y), colour, lay), lay);
  }
}

}  // namespace mn::ui
