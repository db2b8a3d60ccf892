// The innermost loops. Written so that a compiler can make vectors of them; what is transparent is passed over.
#include "ui/span.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>

namespace mn::ui {
namespace {

constexpr std::uint32_t kOpaque = 255;
constexpr std::uint32_t kWhite = 0xFFFFFFFFU;

// Beyond 32 bits it wraps: only ways that have left the picture long ago come there.
Way further(Way way, int steps) {
  way.x = static_cast<std::int32_t>(way.x + std::int64_t{way.step_x} * steps);
  way.y = static_cast<std::int32_t>(way.y + std::int64_t{way.step_y} * steps);
  return way;
}

#if defined(__SSE2__)
__m128i divided_by_255(__m128i product) {
  const __m128i rounded = _mm_add_epi16(product, _mm_set1_epi16(128));
  return _mm_srli_epi16(_mm_add_epi16(rounded, _mm_srli_epi16(rounded, 8)), 8);
}
// A pixel's alpha in all its four channels; two pixels, 16 bits to a channel.
__m128i alphas(__m128i pixels) { return _mm_shufflehi_epi16(_mm_shufflelo_epi16(pixels, 0xFF), 0xFF); }

// Ink that carries its alpha, times a share in 255ths, over what is below. Both products are rounded together: over
// its like an opaque pixel changes nothing.
__m128i laid_over(__m128i below, __m128i ink, __m128i share) {
  const __m128i faint = _mm_mullo_epi16(ink, share);
  const __m128i rest = _mm_sub_epi16(_mm_set1_epi16(255), divided_by_255(alphas(faint)));
  return divided_by_255(_mm_add_epi16(faint, _mm_mullo_epi16(below, rest)));
}

bool all_nought(__m128i pixels) { return _mm_movemask_epi8(_mm_cmpeq_epi8(pixels, _mm_setzero_si128())) == 0xFFFF; }
bool all_opaque(__m128i pixels) {
  return (_mm_movemask_epi8(_mm_cmpeq_epi8(pixels, _mm_set1_epi8(-1))) & 0x8888) == 0x8888;
}

// Texels that carry their alpha times a colour, four at a time: gives how many were laid.
int lay_tinted_fours(std::uint32_t* row, int count, const std::uint32_t* texels, std::uint32_t colour) {
  const __m128i none = _mm_setzero_si128();
  const __m128i tint = _mm_unpacklo_epi8(_mm_set1_epi32(static_cast<int>(colour)), none);
  int at = 0;
  for (; at + 4 <= count; at += 4) {
    const __m128i texel = _mm_loadu_si128(reinterpret_cast<const __m128i*>(texels + at));
    if (all_nought(texel)) continue;
    auto* to = reinterpret_cast<__m128i*>(row + at);
    if (colour == kWhite && all_opaque(texel)) {
      _mm_storeu_si128(to, texel);
      continue;
    }
    const __m128i below = _mm_loadu_si128(to);
    const __m128i low = laid_over(_mm_unpacklo_epi8(below, none), _mm_unpacklo_epi8(texel, none), tint);
    const __m128i high = laid_over(_mm_unpackhi_epi8(below, none), _mm_unpackhi_epi8(texel, none), tint);
    _mm_storeu_si128(to, _mm_packus_epi16(low, high));
  }
  return at;
}

// Ink that carries its alpha through a mask, four at a time: gives how many were laid.
int lay_masked_fours(std::uint32_t* row, int count, const std::uint32_t* masks, std::uint32_t ink) {
  const __m128i none = _mm_setzero_si128();
  const __m128i four_inks = _mm_set1_epi32(static_cast<int>(ink));
  const __m128i wide_ink = _mm_unpacklo_epi8(four_inks, none);
  const bool covers = (ink >> 24U) == kOpaque;
  int at = 0;
  for (; at + 4 <= count; at += 4) {
    const __m128i mask = _mm_loadu_si128(reinterpret_cast<const __m128i*>(masks + at));
    if (all_nought(_mm_srli_epi32(mask, 24))) continue;
    auto* to = reinterpret_cast<__m128i*>(row + at);
    if (covers && all_opaque(mask)) {
      _mm_storeu_si128(to, four_inks);
      continue;
    }
    const __m128i below = _mm_loadu_si128(to);
    const __m128i low = laid_over(_mm_unpacklo_epi8(below, none), wide_ink, alphas(_mm_unpacklo_epi8(mask, none)));
    const __m128i high = laid_over(_mm_unpackhi_epi8(below, none), wide_ink, alphas(_mm_unpackhi_epi8(mask, none)));
    _mm_storeu_si128(to, _mm_packus_epi16(low, high));
  }
  return at;
}
#else
int lay_tinted_fours(std::uint32_t*, int, const std::uint32_t*, std::uint32_t) { return 0; }
int lay_masked_fours(std::uint32_t*, int, const std::uint32_t*, std::uint32_t) { return 0; }
#endif

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

// Ink of a share in 65536ths over what is below.
void lay_share(std::uint32_t& below, std::uint32_t colour, std::uint32_t share) {
#if defined(__SSE2__)
  const __m128i none = _mm_setzero_si128();
  // Bytes as 16 bits from end to end: 255 is 65535.
  const auto wide = [&](std::uint32_t pixel) {
    const __m128i four = _mm_cvtsi32_si128(static_cast<int>(pixel));
    return _mm_unpacklo_epi8(four, four);
  };
  const auto part = static_cast<short>(std::min<std::uint32_t>(share, 65535));
  const __m128i upper = _mm_mulhi_epu16(wide(colour | 0xFF000000U), _mm_set1_epi16(part));
  const __m128i under = _mm_mulhi_epu16(wide(below), _mm_set1_epi16(static_cast<short>(~part)));
  // Both products were rounded down; 65535 becomes 255 again.
  const __m128i sum = _mm_adds_epu16(_mm_adds_epu16(upper, under), _mm_set1_epi16(1));
  const __m128i bytes = _mm_add_epi16(_mm_sub_epi16(sum, _mm_srli_epi16(sum, 8)), _mm_set1_epi16(128));
  below = static_cast<std::uint32_t>(_mm_cvtsi128_si32(_mm_packus_epi16(_mm_srli_epi16(bytes, 8), none)));
#else
  const std::uint32_t rest = 65536 - share;
  std::uint32_t out = 0;
  for (const unsigned shift : {0U, 8U, 16U, 24U}) {
    const std::uint32_t ink = shift == 24U ? 255 : (colour >> shift) & 0xFFU;
    out |= ((((below >> shift) & 0xFFU) * rest + ink * share + 32768) >> 16U) << shift;
  }
  below = out;
#endif
}

std::uint32_t share_of_mask(std::uint32_t mask_65536ths, std::uint32_t own_alpha) {
  const std::uint32_t mask = mask_65536ths >> 8U;
  return ((mask + (mask >> 8U)) * own_alpha + 127) / 255;
}

// Soft shadows are faint and wide: their alpha is kept finer than a byte until the very end, or they would be stairs.
void lay_soft_mask(std::uint32_t* row, int count, const Bitmap& bitmap, Way way, std::uint32_t colour) {
  const std::uint32_t own = colour >> 24U;
  constexpr int kColumnsMost = 128;
  const int first = way.x >> 16;
  const std::int64_t last = (std::int64_t{way.x} + std::int64_t{way.step_x} * (count - 1)) >> 16;
  const bool level = way.step_y == 0 && way.step_x >= 0 && last - first + 2 <= kColumnsMost;
  if (!level) {
    for (int at = 0; at < count; ++at, way = further(way, 1)) {
      const std::uint32_t share = share_of_mask(mask_at(bitmap, way.x, way.y), own);
      if (share != 0) lay_share(row[at], colour, share);
    }
    return;
  }
  // Along a row few columns are stretched over many pixels: they are mixed downwards once.
  std::array<std::uint32_t, kColumnsMost> columns{};
  const std::uint32_t* upper = bitmap.row(std::clamp(way.y >> 16, 0, bitmap.height_px - 1));
  const std::uint32_t* lower = bitmap.row(std::clamp((way.y >> 16) + 1, 0, bitmap.height_px - 1));
  const auto down = static_cast<std::uint32_t>(way.y & 0xFFFF) >> 8U;
  for (std::int64_t column = first; column <= last + 1; ++column) {
    const auto at = static_cast<std::size_t>(std::clamp<std::int64_t>(column, 0, bitmap.width_px - 1));
    columns.at(static_cast<std::size_t>(column - first)) =
        (upper[at] >> 24U) * (256 - down) + (lower[at] >> 24U) * down;
  }
  std::int64_t x = way.x - std::int64_t{first} * 65536;
  for (int at = 0; at < count; ++at, x += way.step_x) {
    const auto column = static_cast<std::size_t>(x >> 16);
    const auto across = static_cast<std::uint32_t>(x & 0xFFFF) >> 8U;
    const std::uint32_t mask = columns[column] * (256 - across) + columns[column + 1] * across;
    if (mask != 0) lay_share(row[at], colour, share_of_mask(mask, own));
  }
}

// The steps of a way, from the first, at which the texel and its neighbour lie inside a side of `size` texels.
struct Steps {
  int from = 0;
  int to = 0;  // one past the last
};
Steps inside(std::int32_t at, std::int32_t step, int size, int count) {
  const std::int64_t most = (std::int64_t{size - 1} << 16) - 1;  // its right neighbour is the last
  if (size < 2) return {};
  const auto good = [&](std::int64_t steps) {
    const std::int64_t place = at + steps * step;
    return place >= 0 && place <= most;
  };
  if (step == 0) return good(0) ? Steps{0, count} : Steps{};
  const std::int64_t goal_first = step > 0 ? 0 : most;
  const std::int64_t goal_last = step > 0 ? most : 0;
  // No exact division is needed, and one of 64 bits costs as much as painting ten pixels.
  const double share = 1.0 / step;
  const auto until = [&](std::int64_t goal) {
    return static_cast<std::int64_t>(std::clamp(static_cast<double>(goal - at) * share, -1.0, 1e9));
  };
  Steps steps{static_cast<int>(std::clamp<std::int64_t>(until(goal_first), 0, count)),
              static_cast<int>(std::clamp<std::int64_t>(until(goal_last) + 1, 0, count))};
  // One step more or less.
  while (steps.from < steps.to && !good(steps.from)) ++steps.from;
  while (steps.to > steps.from && !good(steps.to - 1)) --steps.to;
  return steps;
}

void lay_slowly(std::uint32_t* row, int count, const Bitmap& bitmap, Way way, std::uint32_t colour, Lay lay) {
  for (int at = 0; at < count; ++at, way = further(way, 1)) {
    lay_one(row[at], drawn(sampled(bitmap, way.x, way.y), colour, lay), lay);
  }
}

#if defined(__SSE2__)
// Four texels around a place, and how they are mixed; two places at a time, channels in 16 bits. Shares are 128ths, so
// that no product leaves them.
struct Four {
  __m128i upper;  // left, right
  __m128i lower;
};
Four four_at(const Bitmap& bitmap, std::int32_t x, std::int32_t y) {
  const std::uint32_t* texel = bitmap.row(y >> 16) + (x >> 16);
  return {_mm_loadl_epi64(reinterpret_cast<const __m128i*>(texel)),
          _mm_loadl_epi64(reinterpret_cast<const __m128i*>(texel + bitmap.width_px))};
}
__m128i mix_128(__m128i first, __m128i second, __m128i share) {
  const __m128i other = _mm_sub_epi16(_mm_set1_epi16(128), share);
  return _mm_srli_epi16(
      _mm_add_epi16(_mm_add_epi16(_mm_mullo_epi16(first, other), _mm_mullo_epi16(second, share)), _mm_set1_epi16(64)),
      7);
}
short share_128(std::int32_t at) { return static_cast<short>((at & 0xFFFF) >> 9); }

// A moving picture: what lies between its texels, over what is below. All texels must lie inside.
void lay_moving(std::uint32_t* row, int count, const Bitmap& bitmap, Way way, std::uint32_t colour) {
  const __m128i none = _mm_setzero_si128();
  const __m128i tint = _mm_unpacklo_epi8(_mm_set1_epi32(static_cast<int>(colour)), none);
  for (int at = 0; at + 1 < count; at += 2) {
    const Way next = further(way, 1);
    const Four one = four_at(bitmap, way.x, way.y);
    const Four two = four_at(bitmap, next.x, next.y);
    const __m128i any = _mm_or_si128(_mm_or_si128(one.upper, one.lower), _mm_or_si128(two.upper, two.lower));
    if (_mm_movemask_epi8(_mm_cmpeq_epi8(any, none)) != 0xFFFF) {
      const __m128i first = mix_128(_mm_unpacklo_epi8(one.upper, none), _mm_unpacklo_epi8(one.lower, none),
                                    _mm_set1_epi16(share_128(way.y)));
      const __m128i second = mix_128(_mm_unpacklo_epi8(two.upper, none), _mm_unpacklo_epi8(two.lower, none),
                                     _mm_set1_epi16(share_128(next.y)));
      const short a = share_128(way.x);
      const short b = share_128(next.x);
      __m128i pixels = mix_128(_mm_unpacklo_epi64(first, second), _mm_unpackhi_epi64(first, second),
                               _mm_set_epi16(b, b, b, b, a, a, a, a));
      if (colour != kWhite) pixels = divided_by_255(_mm_mullo_epi16(pixels, tint));
      auto* to = reinterpret_cast<__m128i*>(row + at);
      const __m128i below = _mm_unpacklo_epi8(_mm_loadl_epi64(to), none);
      const __m128i rest = divided_by_255(_mm_mullo_epi16(below, _mm_sub_epi16(_mm_set1_epi16(255), alphas(pixels))));
      const __m128i out = _mm_add_epi16(pixels, rest);
      _mm_storel_epi64(to, _mm_packus_epi16(out, out));
    }
    way = further(next, 1);
  }
  if (count % 2 == 1) lay_slowly(row + count - 1, 1, bitmap, way, colour, Lay::premultiplied);
}
#else
void lay_moving(std::uint32_t* row, int count, const Bitmap& bitmap, Way way, std::uint32_t colour) {
  lay_slowly(row, count, bitmap, way, colour, Lay::premultiplied);
}
#endif

}  // namespace

std::uint32_t tinted(std::uint32_t texel, std::uint32_t colour) {
#if defined(__SSE2__)
  const __m128i none = _mm_setzero_si128();
  const auto wide = [&](std::uint32_t pixel) {
    return _mm_unpacklo_epi8(_mm_cvtsi32_si128(static_cast<int>(pixel)), none);
  };
  const __m128i product = divided_by_255(_mm_mullo_epi16(wide(texel), wide(colour)));
  return static_cast<std::uint32_t>(_mm_cvtsi128_si32(_mm_packus_epi16(product, none)));
#else
  std::uint32_t out = 0;
  for (const unsigned shift : {0U, 8U, 16U, 24U}) {
    const std::uint32_t product = ((texel >> shift) & 0xFFU) * ((colour >> shift) & 0xFFU) + 128;
    out |= ((product + (product >> 8U)) >> 8U) << shift;
  }
  return out;
#endif
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
    for (int at = lay_masked_fours(row, count, texels, ink); at < count; ++at) {
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
  for (int at = lay == Lay::premultiplied ? lay_tinted_fours(row, count, texels, colour) : 0; at < count; ++at) {
    if (texels[at] == 0 && lay != Lay::cover) continue;
    lay_one(row[at], drawn(texels[at], colour, lay), lay);
  }
}

void lay_faded(std::uint32_t* row, int count, const std::uint32_t* texels, std::uint8_t opacity) {
  const auto divided = [](std::uint32_t product) { return ((product + 128) + ((product + 128) >> 8U)) >> 8U; };
  for (int at = lay_tinted_fours(row, count, texels, opacity * 0x01010101U); at < count; ++at) {
    const std::uint32_t rest = 255 - divided((texels[at] >> 24U) * opacity);
    std::uint32_t out = 0;
    for (const unsigned shift : {0U, 8U, 16U, 24U}) {
      out |= divided(((texels[at] >> shift) & 0xFFU) * opacity + ((row[at] >> shift) & 0xFFU) * rest) << shift;
    }
    row[at] = out;
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

std::uint32_t sampled_after(const Bitmap& bitmap, const Way& way, int steps) {
  const Way there = further(way, steps);
  return sampled(bitmap, there.x, there.y);
}

void lay_sampled(std::uint32_t* row, int count, const Bitmap& bitmap, Way way, std::uint32_t colour, Lay lay) {
  if (bitmap.mask && bitmap.smooth && lay == Lay::straight) return lay_soft_mask(row, count, bitmap, way, colour);
  if (!bitmap.smooth || lay != Lay::premultiplied) return lay_slowly(row, count, bitmap, way, colour, lay);
  const Steps across = inside(way.x, way.step_x, bitmap.width_px, count);
  const Steps down = inside(way.y, way.step_y, bitmap.height_px, count);
  const int from = std::min(count, std::max(across.from, down.from));
  const int to = std::max(from, std::min(across.to, down.to));
  lay_slowly(row, from, bitmap, way, colour, lay);
  lay_moving(row + from, to - from, bitmap, further(way, from), colour);
  lay_slowly(row + to, count - to, bitmap, further(way, to), colour, lay);
}

}  // namespace mn::ui
