#include "ui/raster_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mn::ui {
namespace {

// Dear ImGui's colours are R, G, B, A from the lowest byte.
std::uint32_t colour_of(ImU32 ink) { return (ink & 0xFF00FF00U) | ((ink & 0xFFU) << 16U) | ((ink >> 16U) & 0xFFU); }

struct Channels {
  std::array<float, 4> of{};
};
Channels channels_of(std::uint32_t colour) {
  Channels out;
  for (unsigned index = 0; index < 4; ++index) out.of.at(index) = static_cast<float>((colour >> (8 * index)) & 0xFFU);
  return out;
}
std::uint32_t colour_at(const Channels& start, const Channels& step, float steps) {
  std::uint32_t out = 0;
  for (unsigned index = 0; index < 4; ++index) {
    const float value = std::clamp(start.of.at(index) + step.of.at(index) * steps, 0.0F, 255.0F);
    out |= static_cast<std::uint32_t>(value + 0.5F) << (8 * index);
  }
  return out;
}

struct Corner {
  float x = 0;  // pixels of the target
  float y = 0;
  float u = 0;  // texels
  float v = 0;
  std::uint32_t colour = 0;
};

// The first pixel whose middle is at or after this place.
int first_middle(float at) { return static_cast<int>(std::ceil(at - 0.5F)); }

std::int32_t fixed(float texels) {
  return static_cast<std::int32_t>(std::clamp(std::floor(texels * 65536 + 0.5F), -2.0e9F, 2.0e9F));
}

// Places that arithmetic in 32 bits can hold; also false for what is not a number.
bool sane(const Corner& corner) {
  constexpr float kPlaceMost = 1e6F;
  constexpr float kTexelMost = 16000;
  return std::abs(corner.x) < kPlaceMost && std::abs(corner.y) < kPlaceMost && std::abs(corner.u) < kTexelMost &&
         std::abs(corner.v) < kTexelMost;
}

bool same_texel(const Corner& a, const Corner& b) { return a.u == b.u && a.v == b.v; }

// A corner's own texel, as a colour times its tint: what a shape without a picture is filled with.
std::uint32_t texel_at(const Brush& brush, const Corner& corner) {
  return sampled(*brush.bitmap, fixed(corner.u - 0.5F), fixed(corner.v - 0.5F));
}

// Level rectangle, corners from the upper left clockwise.
void paint_rectangle(const Brush& brush, const std::array<Corner, 4>& corners) {
  const Corner& a = corners[0];
  const Corner& c = corners[2];
  if (!sane(a) || !sane(c)) return;
  const int left = std::max(brush.clip.left, first_middle(a.x));
  const int right = std::min(brush.clip.right, first_middle(c.x));
  const int top = std::max(brush.clip.top, first_middle(a.y));
  const int bottom = std::min(brush.clip.bottom, first_middle(c.y));
  if (left >= right || top >= bottom) return;
  brush.laid += std::int64_t{right - left} * (bottom - top);
  const float step_u = (c.u - a.u) / (c.x - a.x);
  const float step_v = (c.v - a.v) / (c.y - a.y);
  const float first_u = a.u + (static_cast<float>(left) + 0.5F - a.x) * step_u - 0.5F;
  const float first_v = a.v + (static_cast<float>(top) + 0.5F - a.y) * step_v - 0.5F;
  const Channels upper = channels_of(a.colour);
  const Channels lower = channels_of(c.colour);
  Channels slope;
  for (std::size_t index = 0; index < 4; ++index) {
    slope.of.at(index) = (lower.of.at(index) - upper.of.at(index)) / (c.y - a.y);
  }
  const bool plain = a.u == c.u && a.v == c.v;
  const std::uint32_t texel = plain ? texel_at(brush, a) : 0;
  const auto whole = [](float at) { return std::abs(at - std::round(at)) < 0.02F; };
  // One texel to a pixel, and exactly on it.
  const float last_u = first_u + step_u * static_cast<float>(right - 1 - left);
  const float last_v = first_v + step_v * static_cast<float>(bottom - 1 - top);
  const Bitmap& bitmap = *brush.bitmap;
  const bool inside = first_u > -0.4F && first_v > -0.4F && last_u < static_cast<float>(bitmap.width_px) - 0.6F &&
                      last_v < static_cast<float>(bitmap.height_px) - 0.6F;
  const bool exact = std::abs(step_u - 1) < 1e-3F && std::abs(step_v - 1) < 1e-3F && whole(first_u) && whole(first_v) &&
                     whole(last_u) && whole(last_v) && inside;
  for (int y = top; y < bottom; ++y) {
    const float into = static_cast<float>(y) + 0.5F - a.y;
    const std::uint32_t colour = a.colour == c.colour ? a.colour : colour_at(upper, slope, into);
    std::uint32_t* row = brush.target.row(y) + left;
    const float v = first_v + step_v * static_cast<float>(y - top);
    if (plain) {
      lay_colour(row, right - left, tinted(texel, colour), brush.lay);
    } else if (exact) {
      const std::uint32_t* texels = bitmap.row(static_cast<int>(std::lround(v))) + std::lround(first_u);
      lay_texels(row, right - left, texels, bitmap.mask, colour, brush.lay);
    } else {
      lay_sampled(row, right - left, bitmap, {fixed(first_u), fixed(v), fixed(step_u), 0}, colour, brush.lay);
    }
  }
}

// Where an edge crosses a row; the same for both triangles that share it, whichever way round they have it.
float crossing(const Corner& from, const Corner& to, float y) {
  const bool down = from.y < to.y || (from.y == to.y && from.x < to.x);
  const Corner& high = down ? from : to;
  const Corner& low = down ? to : from;
  return high.x + (y - high.y) * ((low.x - high.x) / (low.y - high.y));
}

// How something changes from one pixel to the next, across and down, over a triangle.
struct Slope {
  float across = 0;
  float down = 0;
};
Slope slope_of(const std::array<Corner, 3>& t, float area, float a, float b, float c) {
  return {((b - a) * (t[2].y - t[0].y) - (c - a) * (t[1].y - t[0].y)) / area,
          ((c - a) * (t[1].x - t[0].x) - (b - a) * (t[2].x - t[0].x)) / area};
}

void paint_triangle(const Brush& brush, std::array<Corner, 3> t) {
  if (!sane(t[0]) || !sane(t[1]) || !sane(t[2])) return;
  const float area = (t[1].x - t[0].x) * (t[2].y - t[0].y) - (t[2].x - t[0].x) * (t[1].y - t[0].y);
  if (!(std::abs(area) > 1e-6F)) return;
  std::sort(t.begin(), t.end(), [](const Corner& a, const Corner& b) { return a.y < b.y; });
  const float turned = (t[1].x - t[0].x) * (t[2].y - t[0].y) - (t[2].x - t[0].x) * (t[1].y - t[0].y);
  const int top = std::max(brush.clip.top, first_middle(t[0].y));
  const int bottom = std::min(brush.clip.bottom, first_middle(t[2].y));
  if (top >= bottom) return;
  const bool plain = same_texel(t[0], t[1]) && same_texel(t[0], t[2]);
  const std::uint32_t texel = plain ? texel_at(brush, t[0]) : 0;
  const bool one_colour = t[0].colour == t[1].colour && t[0].colour == t[2].colour;
  const Channels first = channels_of(t[0].colour);
  std::array<Slope, 4> tint{};
  Channels across;
  bool level = true;  // the colour does not change along a row
  for (std::size_t index = 0; index < 4 && !one_colour; ++index) {
    tint.at(index) = slope_of(t, turned, first.of.at(index), channels_of(t[1].colour).of.at(index),
                              channels_of(t[2].colour).of.at(index));
    across.of.at(index) = tint.at(index).across;
    level = level && std::abs(tint.at(index).across) < 0.002F;
  }
  const Slope u = plain ? Slope{} : slope_of(t, turned, t[0].u, t[1].u, t[2].u);
  const Slope v = plain ? Slope{} : slope_of(t, turned, t[0].v, t[1].v, t[2].v);
  for (int y = top; y < bottom; ++y) {
    const float middle = static_cast<float>(y) + 0.5F;
    const float one = crossing(t[0], t[2], middle);
    const float other = middle < t[1].y ? crossing(t[0], t[1], middle) : crossing(t[1], t[2], middle);
    const int left = std::max(brush.clip.left, first_middle(std::min(one, other)));
    const int right = std::min(brush.clip.right, first_middle(std::max(one, other)));
    if (left >= right) continue;
    brush.laid += right - left;
    const float dx = static_cast<float>(left) + 0.5F - t[0].x;
    const float dy = middle - t[0].y;
    std::uint32_t* row = brush.target.row(y) + left;
    Channels start = first;
    for (std::size_t index = 0; index < 4 && !one_colour; ++index) {
      start.of.at(index) += tint.at(index).across * dx + tint.at(index).down * dy;
    }
    const std::uint32_t colour = one_colour ? t[0].colour : colour_at(start, across, 0);
    const Way way{fixed(t[0].u + u.across * dx + u.down * dy - 0.5F),
                  fixed(t[0].v + v.across * dx + v.down * dy - 0.5F), fixed(u.across), fixed(v.across)};
    if (one_colour || level) {
      if (plain) {
        lay_colour(row, right - left, tinted(texel, colour), brush.lay);
      } else {
        lay_sampled(row, right - left, *brush.bitmap, way, colour, brush.lay);
      }
      continue;
    }
    // The soft edge of a shape: a pixel or two.
    for (int x = left; x < right; ++x) {
      const int steps = x - left;
      const std::uint32_t tint_here = colour_at(start, across, static_cast<float>(steps));
      const std::uint32_t here = plain ? texel : sampled_after(*brush.bitmap, way, steps);
      lay_colour(row + steps, 1, tinted(here, tint_here), brush.lay);
    }
  }
}

Corner corner_of(const ImDrawVert& vertex, ImVec2 origin, const Bitmap& bitmap) {
  return {vertex.pos.x - origin.x, vertex.pos.y - origin.y, vertex.uv.x * static_cast<float>(bitmap.width_px),
          vertex.uv.y * static_cast<float>(bitmap.height_px), colour_of(vertex.col)};
}

// Two triangles that make a level rectangle whose colours and texels run level too.
bool is_rectangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImDrawVert& d) {
  return a.pos.y == b.pos.y && b.pos.x == c.pos.x && c.pos.y == d.pos.y && d.pos.x == a.pos.x && a.pos.x < c.pos.x &&
         a.pos.y < c.pos.y && a.uv.y == b.uv.y && b.uv.x == c.uv.x && c.uv.y == d.uv.y && d.uv.x == a.uv.x &&
         a.col == b.col && c.col == d.col;
}

bool apart(const PixelBox& clip, float low_x, float low_y, float high_x, float high_y) {
  return high_x <= static_cast<float>(clip.left) || low_x >= static_cast<float>(clip.right) ||
         high_y <= static_cast<float>(clip.top) || low_y >= static_cast<float>(clip.bottom);
}

}  // namespace

bool rectangle_at(const ImDrawVert* vertices, const ImDrawIdx* order, unsigned at, unsigned end) {
  const bool pair = at + 5 < end && order[at + 3] == order[at] && order[at + 4] == order[at + 2];
  return pair &&
         is_rectangle(vertices[order[at]], vertices[order[at + 1]], vertices[order[at + 2]], vertices[order[at + 5]]);
}

void paint_elements(const Brush& brush, const ImDrawList& list, const ImDrawCmd& command, unsigned first, unsigned end,
                    ImVec2 origin) {
  const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
  const ImDrawIdx* order = list.IdxBuffer.Data + command.IdxOffset;
  const auto corner = [&](const ImDrawVert& vertex) { return corner_of(vertex, origin, *brush.bitmap); };
  for (unsigned at = first; at + 2 < end; at += 3) {
    const ImDrawVert& a = vertices[order[at]];
    const ImDrawVert& b = vertices[order[at + 1]];
    const ImDrawVert& c = vertices[order[at + 2]];
    if (rectangle_at(vertices, order, at, end)) {
      at += 3;
      if (apart(brush.clip, a.pos.x - origin.x, a.pos.y - origin.y, c.pos.x - origin.x, c.pos.y - origin.y)) continue;
      paint_rectangle(brush, {corner(a), corner(b), corner(c), corner(vertices[order[at + 2]])});
      continue;
    }
    const auto [low_x, high_x] = std::minmax({a.pos.x, b.pos.x, c.pos.x});
    const auto [low_y, high_y] = std::minmax({a.pos.y, b.pos.y, c.pos.y});
    if (apart(brush.clip, low_x - origin.x, low_y - origin.y, high_x - origin.x, high_y - origin.y)) continue;
    paint_triangle(brush, {corner(a), corner(b), corner(c)});
  }
}

}  // namespace mn::ui
