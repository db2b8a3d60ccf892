// The processor's painting: the same pictures as OpenGL's, row by row what slow and plain arithmetic says, and never a
// pixel outside what was given.
#include "ui/raster.h"

#include <cmath>
#include <random>

#include "tests/ui/gallery_pages.h"
#include "tests/ui/on_glass.h"
#include "ui/control.h"
#include "ui/picture.h"
#include "ui/span.h"
#include "ui/still.h"
#include "ui/type.h"

namespace {

using namespace mn::ui;

// Everything that a list can hold, on one picture.
void draw_everything(const Canvas& canvas) {
  fill(canvas, canvas.whole(), hue::cream);
  fill_gradient(canvas, {20, 20, 300, 200}, hue::leaf, hue::gold, Run::diagonal, 40);
  fill_gradient(canvas, {340, 20, 300, 200}, hue::leaf, hue::gold, Run::across, 0);
  fill_gradient(canvas, {660, 20, 300, 200}, hue::coral, hue::night, Run::down, 16);
  shadow(canvas, {1000, 60, 300, 200}, rgb(0x000000, 0.4F), 40, 12, 32);
  shadow(canvas, {1000, 360, 300, 200}, rgb(0x4A3A1A, 0.2F));
  card(canvas, {1000, 60, 300, 200});
  glow(canvas, {500, 500}, 220, rgb(0xFFFFFF, 0.6F));
  ring(canvas, {200, 500}, 120, hue::bamboo, 20);
  arc(canvas, {200, 500}, 90, 0.7F, hue::coral, 12);
  disc(canvas, {200, 500}, 40, hue::gold);
  line(canvas, {20, 700}, {900, 760}, hue::ink, 3);
  outline(canvas, {1350, 60, 200, 200}, hue::bamboo, 32, 4);
  draw_text(canvas, {40, 880}, "ẬỄỘ ợỵ 0123456789 Quý vị", {.face = Face::display_bold, .size = 90});
  draw_text(canvas, {40, 960}, "nhỏ và rõ, với góc", {.size = 26, .colour = hue::ink_soft});
  draw_text(canvas, {900, 880}, "1.005.021", {.size = 120, .colour = hue::gold_light, .lower = hue::gold_deep});
  draw_text(canvas, {900, 980}, "zoomed", {.size = 40, .colour = hue::ink, .zoom = 1.37F});
  draw_sprite(canvas, "leaves", {1400.3F, 500.7F}, {.size = {300, 200}, .degrees = 23});
  draw_sprite(faded(canvas, 0.5F), "anise", {1600.5F, 700.25F}, {.size = {180, 180}, .zoom = 0.8F});
  draw_sprite(canvas, "shoots", {10, 1000}, {.size = {300, 220}, .degrees = -8, .mirrored = 0.4F});
  still(faded(canvas, 0.8F), "layer", {1100, 600, 200, 150}, StillKind::transparent, [](const Canvas& at) {
    fill(at, {1110, 610, 150, 100}, with_alpha(hue::leaf, 0.5F), 30);
    still(at, "inner", {1150, 640, 60, 60}, StillKind::opaque, [](const Canvas& in) {
      fill(in, {1150, 640, 60, 60}, hue::coral);
    });
  });
  clip(canvas, {600, 300, 101, 77});
  fill(canvas, {550, 280, 300, 300}, hue::bamboo, 60);
  unclip(canvas);
  button(canvas, 1, {700, 600, 300, 110}, "Tiếp tục",
         {.kind = ButtonKind::primary, .icon = Icon::heart, .radius = corner::pill});
}

template <class Draw>
Pixels painted_by(Painter painter, Draw draw, int width_px, int height_px) {
  GlassOptions options = unseen(painter);
  options.width_px = width_px;
  options.height_px = height_px;
  const GlassOpened opened = open_glass(options);
  EXPECT_TRUE(opened) << opened.words;
  if (!opened) return {};
  draw(begin_frame(*opened.glass));
  end_frame(*opened.glass);
  return read_pixels(*opened.glass);
}

struct Difference {
  int most = 0;
  double beyond_four = 0;  // share of pixels
};
Difference difference(const Pixels& first, const Pixels& second) {
  Difference found;
  std::size_t beyond = 0;
  for (std::size_t at = 0; at < first.rgba.size() && at < second.rgba.size(); at += 4) {
    int here = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
      here = std::max(here, std::abs(int{first.rgba[at + channel]} - int{second.rgba[at + channel]}));
    }
    found.most = std::max(found.most, here);
    if (here > 4) ++beyond;
  }
  found.beyond_four = static_cast<double>(beyond) * 4 / static_cast<double>(first.rgba.size());
  return found;
}

TEST(ByProcessor, PicturesAreThoseOfOpenGl) {
  struct Page {
    const char* name;
    void (*draw)(const Canvas&);
  };
  for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1280, 800}, std::pair{1080, 1920}}) {
    for (const Page& page :
         {Page{"everything", draw_everything}, Page{"day", mn::gallery::draw_day},
          Page{"controls", mn::gallery::draw_controls}, Page{"notices", mn::gallery::draw_notices}}) {
      const Pixels by_gl = painted_by(Painter::opengl, page.draw, width, height);
      const Pixels by_processor = painted_by(Painter::processor, page.draw, width, height);
      ASSERT_EQ(by_gl.rgba.size(), by_processor.rgba.size());
      const Difference found = difference(by_gl, by_processor);
      // An edge's pixel may fall to one side or the other.
      EXPECT_LE(found.beyond_four, 0.0002) << page.name << " " << width << "x" << height << ", most " << found.most;
    }
  }
}

using Dice = std::minstd_rand;
Dice& dice() {
  static Dice made(20260601);
  return made;
}
std::uint32_t any_bits() { return static_cast<std::uint32_t>((dice()() << 16U) ^ dice()()); }
std::uint32_t any_pixel(bool carries_alpha) {
  const std::uint32_t pixel = any_bits();
  const std::uint32_t alpha = any_bits() % 3 == 0 ? (any_bits() % 2 == 0 ? 0 : 255) : any_bits() & 0xFFU;
  const std::uint32_t straight = (pixel & 0x00FFFFFFU) | (alpha << 24U);
  return carries_alpha ? premultiplied(straight) : straight;
}
double channel(std::uint32_t pixel, unsigned index) { return (pixel >> (8 * index)) & 0xFFU; }

// What one pixel should be, in plain fractions.
void expect_laid(std::uint32_t got, std::uint32_t below, std::uint32_t texel, std::uint32_t colour, Lay lay,
                 double within) {
  const double alpha = channel(texel, 3) * channel(colour, 3) / 255 / 255;
  for (unsigned index = 0; index < 4; ++index) {
    double ink = channel(texel, index) * channel(colour, index) / 255;
    if (lay == Lay::straight) ink = index == 3 ? 255 * alpha : ink * alpha;
    const double wanted = lay == Lay::cover ? ink : ink + channel(below, index) * (1 - alpha);
    ASSERT_NEAR(channel(got, index), wanted, within) << std::hex << below << " " << texel << " " << colour;
  }
}

TEST(Spans, AreWhatPlainArithmeticSays) {
  for (int round = 0; round < 3000; ++round) {
    for (const Lay lay : {Lay::straight, Lay::premultiplied, Lay::cover}) {
      const bool carries = lay == Lay::premultiplied;
      const int count = 1 + static_cast<int>(any_bits() % 17);
      std::vector<std::uint32_t> below;
      Bitmap bitmap{count, 1, false, false, {}};
      for (int at = 0; at < count; ++at) {
        below.push_back(any_pixel(true));
        bitmap.pixels.push_back(any_pixel(carries));
      }
      const std::uint32_t colour = round % 2 == 0 ? 0xFFFFFFFFU : any_pixel(carries);
      std::vector<std::uint32_t> row = below;
      lay_colour(row.data(), count, colour, lay);
      for (std::size_t at = 0; at < row.size(); ++at) expect_laid(row[at], below[at], 0xFFFFFFFFU, colour, lay, 1.6);
      row = below;
      lay_texels(row.data(), count, bitmap.pixels.data(), false, colour, lay);
      for (std::size_t at = 0; at < row.size(); ++at)
        expect_laid(row[at], below[at], bitmap.pixels[at], colour, lay, 2.1);
      row = below;
      lay_sampled(row.data(), count, bitmap, {0, 0, 65536, 0}, colour, lay);
      for (std::size_t at = 0; at < row.size(); ++at)
        expect_laid(row[at], below[at], bitmap.pixels[at], colour, lay, 2.1);
    }
  }
}

TEST(Spans, AFainterRowIsWhatPlainArithmeticSays) {
  for (int round = 0; round < 3000; ++round) {
    const int count = 1 + static_cast<int>(any_bits() % 17);
    const auto opacity = static_cast<std::uint8_t>(round % 256);
    std::vector<std::uint32_t> below;
    std::vector<std::uint32_t> texels;
    for (int at = 0; at < count; ++at) {
      below.push_back(any_pixel(true));
      texels.push_back(any_pixel(true));
    }
    std::vector<std::uint32_t> row = below;
    lay_faded(row.data(), count, texels.data(), opacity);
    const std::uint32_t colour = opacity * 0x01010101U;
    for (std::size_t at = 0; at < row.size(); ++at)
      expect_laid(row[at], below[at], texels[at], colour, Lay::premultiplied, 1.1);
    // An opaque pixel over its like: nothing flickers while two equal pictures change into each other.
    for (std::uint32_t& pixel : texels) pixel |= 0xFF000000U;
    row = texels;
    lay_faded(row.data(), count, texels.data(), opacity);
    ASSERT_EQ(row, texels) << int{opacity};
  }
}

TEST(Spans, BetweenTexelsIsBetweenTheirColours) {
  for (int round = 0; round < 300; ++round) {
    Bitmap bitmap{9, 7, true, false, {}};
    for (int at = 0; at < 63; ++at) bitmap.pixels.push_back(any_pixel(true));
    const auto any = [](int most) {
      return static_cast<std::int32_t>(any_bits() % static_cast<unsigned>(2 * most)) - most;
    };
    const Way way{any(12 << 16), any(9 << 16), any(2 << 16), any(1 << 16)};
    std::vector<std::uint32_t> row(23, 0xFF000000U);
    lay_sampled(row.data(), 23, bitmap, way, 0xFFFFFFFFU, Lay::premultiplied);
    for (int at = 0; at < 23; ++at) {
      const double x = (way.x + double{1} * way.step_x * at) / 65536;
      const double y = (way.y + double{1} * way.step_y * at) / 65536;
      const auto texel = [&](double u, double v, unsigned index) {
        const int column = std::clamp(static_cast<int>(std::floor(u)), 0, 8);
        const int line = std::clamp(static_cast<int>(std::floor(v)), 0, 6);
        return channel(bitmap.row(line)[column], index);
      };
      const double share_x = x - std::floor(x);
      const double share_y = y - std::floor(y);
      for (unsigned index = 0; index < 3; ++index) {
        const double upper = texel(x, y, index) * (1 - share_x) + texel(x + 1, y, index) * share_x;
        const double lower = texel(x, y + 1, index) * (1 - share_x) + texel(x + 1, y + 1, index) * share_x;
        // On black what shows is the picture itself. Shares are 128ths.
        ASSERT_NEAR(channel(row[static_cast<std::size_t>(at)], index), upper * (1 - share_y) + lower * share_y, 5);
      }
    }
  }
}

TEST(Spans, FaintShadowsHaveNoStairs) {
  // A ramp of alpha stretched over 2000 pixels at a tenth: every step is at most one level, and all levels are there.
  Bitmap ramp{64, 1, true, true, {}};
  for (std::uint32_t at = 0; at < 64; ++at) ramp.pixels.push_back(((at * 4) << 24U) | 0xFFFFFFU);
  std::vector<std::uint32_t> row(2000, 0xFFFFFFFFU);
  lay_sampled(row.data(), 2000, ramp, {0, 0, 63 * 65536 / 2000, 0}, 0x1A000000U, Lay::straight);
  std::uint32_t last = 255;
  for (const std::uint32_t pixel : row) {
    const std::uint32_t level = pixel & 0xFFU;
    ASSERT_LE(level, last);
    ASSERT_LE(last - level, 1U);
    last = level;
  }
  EXPECT_LE(last, 231U);
}

// Lists of nonsense: places far outside, not numbers, no area. Under the sanitizers nothing outside is touched, and
// neighbours share an edge without gap or overlap.
TEST(Rasteriser, TouchesNothingOutsideWhateverTheListSays) {
  Bitmap texture{8, 8, true, false, decltype(Bitmap::pixels)(64, 0x80402010U)};
  const auto find = [&](TextureId) -> const Bitmap* { return &texture; };
  std::uniform_real_distribution<float> place(-300, 400);
  std::uniform_real_distribution<float> share(-2, 3);
  for (int round = 0; round < 400; ++round) {
    Bitmap target{61, 47, false, false, decltype(Bitmap::pixels)(61 * 47, 0)};
    ImDrawList list(nullptr);
    const int corners = 3 * (1 + static_cast<int>(any_bits() % 6));
    for (int at = 0; at < corners; ++at) {
      ImDrawVert vertex{{place(dice()), place(dice())}, {share(dice()), share(dice())}, any_bits()};
      const unsigned odd = any_bits() % 40;
      if (odd == 0) vertex.pos.x = std::nanf("");
      if (odd == 1) vertex.pos.y = 1e30F;
      if (odd == 2) vertex.uv.x = -1e30F;
      if (odd == 3) vertex.uv.y = std::nanf("");
      list.VtxBuffer.push_back(vertex);
      list.IdxBuffer.push_back(static_cast<ImDrawIdx>(at));
    }
    ImDrawCmd command;
    command.ClipRect = {place(dice()), place(dice()), place(dice()), place(dice())};
    command.TextureId = to_imgui(1);
    command.ElemCount = static_cast<unsigned>(corners);
    list.CmdBuffer.push_back(command);
    const PixelBox beyond{-5, -5, 100, 100};
    paint_list(target, list, {place(dice()), place(dice())}, {&beyond, 1}, find);
  }
}

TEST(Rasteriser, NeighboursMeetWithoutGapOrOverlap) {
  Bitmap white{1, 1, false, false, {0xFFFFFFFFU}};
  const auto find = [&](TextureId) -> const Bitmap* { return &white; };
  std::uniform_real_distribution<float> inner(3, 60);
  for (int round = 0; round < 200; ++round) {
    Bitmap target{64, 64, false, false, decltype(Bitmap::pixels)(64 * 64, 0xFF000000U)};
    ImDrawList list(nullptr);
    // A square cut into four at any point inside, each a half transparent white: twice painted would be brighter.
    const ImVec2 middle{inner(dice()), inner(dice())};
    const ImVec2 corners[4] = {{0, 0}, {64, 0}, {64, 64}, {0, 64}};
    for (int side = 0; side < 4; ++side) {
      for (const ImVec2 at : {corners[side], corners[(side + 1) % 4], middle}) {
        list.IdxBuffer.push_back(static_cast<ImDrawIdx>(list.VtxBuffer.Size));
        list.VtxBuffer.push_back({at, {0, 0}, IM_COL32(255, 255, 255, 128)});
      }
    }
    ImDrawCmd command;
    command.ClipRect = {0, 0, 64, 64};
    command.TextureId = to_imgui(1);
    command.ElemCount = 12;
    list.CmdBuffer.push_back(command);
    const PixelBox all{0, 0, 64, 64};
    paint_list(target, list, {0, 0}, {&all, 1}, find);
    for (const std::uint32_t pixel : target.pixels) ASSERT_EQ(pixel, 0xFF808080U);
  }
}

}  // namespace
