// A draw list on a bitmap: cut into stretches, of which each part of the screen meets few; rows copied, groups laid
// over.
#include "ui/raster.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/groups.h"
#include "ui/raster_shapes.h"

namespace mn::ui {
namespace {

// A stretch of a list that is painted with one bitmap, or one picture laid over.
struct Stretch {
  const ImDrawCmd* command = nullptr;
  const Bitmap* bitmap = nullptr;
  unsigned first = 0;  // of the command's elements
  unsigned end = 0;
  PixelBox touched;  // pixels of the target
  Lay lay = Lay::straight;
};

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
  paint_elements({target, stretch.bitmap, clip, stretch.lay, laid}, list, *stretch.command, stretch.first, stretch.end,
                 origin);
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
