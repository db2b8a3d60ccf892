// Triangles and rectangles of a draw list, row by row. A pixel belongs to what its middle lies in, so that neighbours
// meet without a gap and without an overlap.
#include "ui/raster.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/groups.h"
#include "ui/span.h"

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

struct Brush {
  Bitmap& target;
  const Bitmap* bitmap;  // never null
  PixelBox clip;         // pixels of the target
  Lay lay;
  std::int64_t& laid;  // pixels so far
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

// Whether the two triangles from here are one level rectangle.
bool rectangle_at(const ImDrawVert* vertices, const ImDrawIdx* order, unsigned at, unsigned end) {
  const bool pair = at + 5 < end && order[at + 3] == order[at] && order[at + 4] == order[at + 2];
  return pair &&
         is_rectangle(vertices[order[at]], vertices[order[at + 1]], vertices[order[at + 2]], vertices[order[at + 5]]);
}

// A stretch of a list that is painted with one bitmap, or one picture laid over.
struct Stretch {
  const ImDrawCmd* command = nullptr;
  const Bitmap* bitmap = nullptr;
  unsigned first = 0;  // of the command's elements
  unsigned end = 0;
  PixelBox touched;  // pixels of the target
  Lay lay = Lay::straight;
};

void paint_elements(const Brush& brush, const ImDrawList& list, const Stretch& stretch, ImVec2 origin) {
  const ImDrawVert* vertices = list.VtxBuffer.Data + stretch.command->VtxOffset;
  const ImDrawIdx* order = list.IdxBuffer.Data + stretch.command->IdxOffset;
  const auto corner = [&](const ImDrawVert& vertex) { return corner_of(vertex, origin, *brush.bitmap); };
  for (unsigned at = stretch.first; at + 2 < stretch.end; at += 3) {
    const ImDrawVert& a = vertices[order[at]];
    const ImDrawVert& b = vertices[order[at + 1]];
    const ImDrawVert& c = vertices[order[at + 2]];
    if (rectangle_at(vertices, order, at, stretch.end)) {
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

std::int64_t copy_rows(Bitmap& target, const RowCopy& copy, const Bitmap& from, const PixelBox& clip) {
  const int left = std::max(clip.left, copy.left);
  const int right = std::min(clip.right, copy.left + from.width_px);
  const int bottom = std::min(clip.bottom, copy.top + from.height_px);
  std::int64_t laid = 0;
  for (int y = std::max(clip.top, copy.top); y < bottom && left < right; ++y) {
    std::copy_n(from.row(y - copy.top) + (left - copy.left), right - left, target.row(y) + left);
    laid += right - left;
  }
  return laid;
}

// A group over what is below, except in the tiles where that changes nothing.
std::int64_t lay_group(Bitmap& target, const LaidGroup& group, ImVec2 origin, const Bitmap& from,
                       const PixelBox& clip) {
  const int left = group.left - static_cast<int>(origin.x);
  const int top = group.top - static_cast<int>(origin.y);
  const PixelBox box{std::max(clip.left, left), std::max(clip.top, top), std::min(clip.right, left + from.width_px),
                     std::min(clip.bottom, top + from.height_px)};
  const int columns = group.sums != nullptr ? group.sums->columns : 0;
  const auto same = [&](int x, int y) {
    const int tile =
        (y + static_cast<int>(origin.y)) / kTilePixels * columns + (x + static_cast<int>(origin.x)) / kTilePixels;
    return !group.same.empty() && group.same[static_cast<std::size_t>(tile)] != 0;
  };
  const auto tile_end = [](int at, float origin_at) {
    const int shift = static_cast<int>(origin_at);
    return ((at + shift) / kTilePixels + 1) * kTilePixels - shift;
  };
  std::int64_t laid = 0;
  for (int y = box.top; y < box.bottom; ++y) {
    for (int x = box.left; x < box.right;) {
      const int begin = x;
      const bool passed_over = same(begin, y);
      while (x < box.right && same(x, y) == passed_over) x = std::min(box.right, tile_end(x, origin.x));
      if (passed_over) continue;
      lay_faded(target.row(y) + begin, x - begin, from.row(y - top) + (begin - left), group.opacity);
      laid += x - begin;
    }
  }
  return laid;
}

PixelBox clipped(const ImVec4& clip, ImVec2 origin, const PixelBox& part) {
  return {std::max(part.left, static_cast<int>(clip.x - origin.x)),
          std::max(part.top, static_cast<int>(clip.y - origin.y)),
          std::min(part.right, static_cast<int>(clip.z - origin.x)),
          std::min(part.bottom, static_cast<int>(clip.w - origin.y))};
}

PixelBox common(const PixelBox& first, const PixelBox& second) {
  return {std::max(first.left, second.left), std::max(first.top, second.top), std::min(first.right, second.right),
          std::min(first.bottom, second.bottom)};
}

// Of places that may be anything: what is no number touches everything.
int pixel_below(float at, int least, int most) {
  return at > static_cast<float>(least) ? static_cast<int>(std::min(at, static_cast<float>(most))) : least;
}

// Cuts a command into stretches of so many elements, each with what it can touch inside `clip`: a part of the screen
// meets few of them. Two triangles of one rectangle stay together.
void add_stretches(std::vector<Stretch>& stretches, const ImDrawList& list, Stretch whole, const PixelBox& clip,
                   ImVec2 origin) {
  constexpr unsigned kElementsMost = 96;
  const ImDrawVert* vertices = list.VtxBuffer.Data + whole.command->VtxOffset;
  const ImDrawIdx* order = list.IdxBuffer.Data + whole.command->IdxOffset;
  const unsigned end = whole.command->ElemCount;
  for (unsigned at = 0; at + 2 < end;) {
    whole.first = at;
    ImVec2 low{1e9F, 1e9F};
    ImVec2 high{-1e9F, -1e9F};
    bool sound = true;
    while (at + 2 < end && at - whole.first < kElementsMost) {
      const unsigned next = at + (rectangle_at(vertices, order, at, end) ? 6 : 3);
      for (; at < next; ++at) {
        const ImVec2& place = vertices[order[at]].pos;
        sound = sound && std::isfinite(place.x) && std::isfinite(place.y);
        low = {std::min(low.x, place.x), std::min(low.y, place.y)};
        high = {std::max(high.x, place.x), std::max(high.y, place.y)};
      }
    }
    whole.end = at;
    whole.touched = clip;
    if (sound) {
      whole.touched = {pixel_below(low.x - origin.x - 1, clip.left, clip.right),
                       pixel_below(low.y - origin.y - 1, clip.top, clip.bottom),
                       pixel_below(high.x - origin.x + 2, clip.left, clip.right),
                       pixel_below(high.y - origin.y + 2, clip.top, clip.bottom)};
    }
    if (!whole.touched.empty()) stretches.push_back(whole);
  }
}

std::vector<Stretch> stretches_of(const ImDrawList& list, ImVec2 origin, const PixelBox& target,
                                  const FindBitmap& find) {
  std::vector<Stretch> stretches;
  Lay lay = Lay::straight;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (const std::optional<Blend> blend = blend_of(command)) {
      lay = *blend == Blend::none ? Lay::cover : *blend == Blend::premultiplied ? Lay::premultiplied : Lay::straight;
      continue;
    }
    const PixelBox clip = clipped(command.ClipRect, origin, target);
    if (clip.empty()) continue;
    Stretch stretch{&command, nullptr, 0, 0, clip, lay};
    const RowCopy* copy = row_copy_of(command);
    const LaidGroup* group = group_of(command);
    if (copy != nullptr || group != nullptr) {
      stretch.bitmap = find(copy != nullptr ? copy->from.texture : group->from.texture);
      if (stretch.bitmap != nullptr) stretches.push_back(stretch);
      continue;
    }
    if (command.UserCallback != nullptr || command.ElemCount < 3) continue;
    stretch.bitmap = find(from_imgui(command.GetTexID()));
    if (stretch.bitmap != nullptr) add_stretches(stretches, list, stretch, clip, origin);
  }
  return stretches;
}

// One stretch inside `clip`. Gives the pixels laid.
std::int64_t paint_stretch(Bitmap& target, const ImDrawList& list, const Stretch& stretch, ImVec2 origin,
                           const PixelBox& clip) {
  if (const RowCopy* copy = row_copy_of(*stretch.command); copy != nullptr) {
    const RowCopy here{copy->from, copy->left - static_cast<int>(origin.x), copy->top - static_cast<int>(origin.y)};
    return copy_rows(target, here, *stretch.bitmap, clip);
  }
  if (const LaidGroup* group = group_of(*stretch.command); group != nullptr) {
    return lay_group(target, *group, origin, *stretch.bitmap, clip);
  }
  std::int64_t laid = 0;
  paint_elements({target, stretch.bitmap, clip, stretch.lay, laid}, list, stretch, origin);
  return laid;
}

}  // namespace

std::uint32_t pixel_of(const std::uint8_t* rgba) {
  return (std::uint32_t{rgba[3]} << 24U) | (std::uint32_t{rgba[0]} << 16U) | (std::uint32_t{rgba[1]} << 8U) | rgba[2];
}

void bytes_of(std::uint32_t pixel, std::uint8_t* rgba) {
  rgba[0] = static_cast<std::uint8_t>(pixel >> 16U);
  rgba[1] = static_cast<std::uint8_t>(pixel >> 8U);
  rgba[2] = static_cast<std::uint8_t>(pixel);
  rgba[3] = static_cast<std::uint8_t>(pixel >> 24U);
}

std::int64_t paint_list(Bitmap& target, const ImDrawList& list, ImVec2 origin, std::span<const PixelBox> parts,
                        const FindBitmap& find) {
  const PixelBox whole{0, 0, target.width_px, target.height_px};
  const std::vector<Stretch> stretches = stretches_of(list, origin, whole, find);
  std::int64_t laid = 0;
  for (const PixelBox& part : parts) {
    for (const Stretch& stretch : stretches) {
      const PixelBox clip = common(part, stretch.touched);
      if (!clip.empty()) laid += paint_stretch(target, list, stretch, origin, clip);
    }
  }
  return laid;
}

}  // namespace mn::ui
