// Sums of draw commands per tile, and the rectangles of those that differ.
#include "ui/damage.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "ui/groups.h"
#include "ui/texture.h"

namespace mn::ui {
namespace {

std::uint64_t stirred(std::uint64_t sum, std::uint64_t value) {
  return (std::rotl(sum, 5) ^ value) * 0x9E3779B97F4A7C15ULL;
}

std::uint64_t packed(float first, float second) {
  return (std::uint64_t{std::bit_cast<std::uint32_t>(first)} << 32U) | std::bit_cast<std::uint32_t>(second);
}

std::uint64_t corner_sum(std::uint64_t sum, const ImDrawVert& corner) {
  sum = stirred(sum, packed(corner.pos.x, corner.pos.y));
  sum = stirred(sum, packed(corner.uv.x, corner.uv.y));
  return stirred(sum, corner.col);
}

// Adds a sum to every tile that the box touches inside the clip.
void add_box(TileSums& tiles, std::uint64_t sum, const ImVec4& box, const ImVec4& clip) {
  const float low_x = std::max(box.x, clip.x);
  const float low_y = std::max(box.y, clip.y);
  const float high_x = std::min(box.z, clip.z);
  const float high_y = std::min(box.w, clip.w);
  if (!(high_x > low_x) || !(high_y > low_y)) return;
  const auto tile = [](float at, int count) {
    return std::clamp(static_cast<int>(std::floor(at)) / kTilePixels, 0, count - 1);
  };
  const int left = tile(low_x, tiles.columns);
  const int right = tile(high_x, tiles.columns);
  const int top = tile(low_y, tiles.rows);
  const int bottom = tile(high_y, tiles.rows);
  for (int row = top; row <= bottom; ++row) {
    for (int column = left; column <= right; ++column) {
      auto& kept = tiles.sums[static_cast<std::size_t>(row * tiles.columns + column)];
      kept = stirred(kept, sum);
    }
  }
}

void add_triangle(TileSums& tiles, std::uint64_t sum, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c,
                  const ImVec4& clip) {
  const ImVec4 box{std::min({a.pos.x, b.pos.x, c.pos.x}), std::min({a.pos.y, b.pos.y, c.pos.y}),
                   std::max({a.pos.x, b.pos.x, c.pos.x}), std::max({a.pos.y, b.pos.y, c.pos.y})};
  add_box(tiles, corner_sum(corner_sum(corner_sum(sum, a), b), c), box, clip);
}

void add_copy(TileSums& tiles, const RowCopy& copy, const ImVec4& clip) {
  const ImVec4 box{static_cast<float>(copy.left), static_cast<float>(copy.top),
                   static_cast<float>(copy.left + copy.from.width_px),
                   static_cast<float>(copy.top + copy.from.height_px)};
  const std::uint64_t picture = stirred(copy.from.texture, texture_version(copy.from.texture));
  add_box(tiles, stirred(stirred(picture, packed(box.x, box.y)), packed(clip.x, clip.y)), box, clip);
}

std::vector<PixelBox> runs_of_tiles(const TileSums& before, const TileSums& after) {
  std::vector<PixelBox> boxes;
  for (int row = 0; row < after.rows; ++row) {
    for (int column = 0; column < after.columns;) {
      const auto differs = [&](int at) {
        const auto index = static_cast<std::size_t>(row * after.columns + at);
        return before.sums[index] != after.sums[index];
      };
      if (!differs(column)) {
        ++column;
        continue;
      }
      const int first = column;
      while (column < after.columns && differs(column)) ++column;
      const PixelBox run{first * kTilePixels, row * kTilePixels, std::min(column * kTilePixels, after.width_px),
                         std::min((row + 1) * kTilePixels, after.height_px)};
      // Grows the box above when it spans the same columns.
      const auto above = std::find_if(boxes.begin(), boxes.end(), [&](const PixelBox& box) {
        return box.bottom == run.top && box.left == run.left && box.right == run.right;
      });
      if (above != boxes.end()) {
        above->bottom = run.bottom;
      } else {
        boxes.push_back(run);
      }
    }
  }
  return boxes;
}

// So many small boxes would take longer to join than to paint: one box a row of tiles instead.
constexpr std::size_t kRunsMax = 96;
std::vector<PixelBox> one_a_row(const std::vector<PixelBox>& boxes, const TileSums& tiles) {
  std::vector<PixelBox> rows;
  for (int top = 0; top < tiles.height_px; top += kTilePixels) {
    PixelBox row{tiles.width_px, top, 0, std::min(top + kTilePixels, tiles.height_px)};
    for (const PixelBox& box : boxes) {
      if (box.top > top || box.bottom <= top) continue;
      row.left = std::min(row.left, box.left);
      row.right = std::max(row.right, box.right);
    }
    if (!row.empty()) rows.push_back(row);
  }
  return rows;
}

PixelBox joined(const PixelBox& first, const PixelBox& second) {
  return {std::min(first.left, second.left), std::min(first.top, second.top), std::max(first.right, second.right),
          std::max(first.bottom, second.bottom)};
}

std::int64_t area(const PixelBox& box) { return std::int64_t{box.right - box.left} * (box.bottom - box.top); }

bool overlap(const PixelBox& first, const PixelBox& second) {
  return first.left < second.right && second.left < first.right && first.top < second.bottom &&
         second.top < first.bottom;
}

// Joins the two that waste least, until there are few; then whatever overlaps, because a part is painted once only.
void join_boxes(std::vector<PixelBox>& boxes, std::size_t parts_max) {
  const auto join = [&](std::size_t first, std::size_t second) {
    boxes[first] = joined(boxes[first], boxes[second]);
    boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(second));
  };
  for (bool again = true; again;) {
    again = false;
    std::size_t best_first = 0;
    std::size_t best_second = 0;
    std::int64_t least = INT64_MAX;
    for (std::size_t first = 0; first < boxes.size() && !again; ++first) {
      for (std::size_t second = first + 1; second < boxes.size() && !again; ++second) {
        if (overlap(boxes[first], boxes[second])) {
          join(first, second);
          again = true;
          break;
        }
        const std::int64_t waste = area(joined(boxes[first], boxes[second])) - area(boxes[first]) - area(boxes[second]);
        if (waste < least) {
          least = waste;
          best_first = first;
          best_second = second;
        }
      }
    }
    if (!again && boxes.size() > parts_max) {
      join(best_first, best_second);
      again = true;
    }
  }
}

// A group that lies where it was painted counts tile by tile; elsewhere every change of it is one of all its tiles.
// Where everything below has been drawn by the same commands as the group itself, laying it over changes nothing.
void add_group(TileSums& tiles, LaidGroup& group, const ImVec4& clip) {
  const ImVec4 box{static_cast<float>(group.left), static_cast<float>(group.top),
                   static_cast<float>(group.left + group.from.width_px),
                   static_cast<float>(group.top + group.from.height_px)};
  const std::uint64_t picture = stirred(group.from.texture, texture_version(group.from.texture));
  const std::uint64_t laid = stirred(stirred(picture, packed(box.x, box.y)), group.opacity);
  const bool tile_by_tile = group.sums != nullptr && group.sums->sums.size() == tiles.sums.size();
  if (!tile_by_tile) return add_box(tiles, stirred(laid, group.sum), box, clip);
  group.same.assign(tiles.sums.size(), 0);
  const PixelBox inside{std::max(group.left, static_cast<int>(clip.x)), std::max(group.top, static_cast<int>(clip.y)),
                        std::min(group.left + group.from.width_px, static_cast<int>(clip.z)),
                        std::min(group.top + group.from.height_px, static_cast<int>(clip.w))};
  for (int row = std::max(0, inside.top / kTilePixels); row < tiles.rows && row * kTilePixels < inside.bottom; ++row) {
    for (int column = std::max(0, inside.left / kTilePixels);
         column < tiles.columns && column * kTilePixels < inside.right; ++column) {
      const auto at = static_cast<std::size_t>(row * tiles.columns + column);
      const bool same = group.opaque && group.sums->sums[at] == tiles.sums[at];
      group.same[at] = same ? 1 : 0;
      if (!same) tiles.sums[at] = stirred(tiles.sums[at], stirred(laid, group.sums->sums[at]));
    }
  }
}

TileSums tiles_of(int width_px, int height_px) {
  TileSums tiles;
  tiles.width_px = width_px;
  tiles.height_px = height_px;
  tiles.columns = std::max(1, (tiles.width_px + kTilePixels - 1) / kTilePixels);
  tiles.rows = std::max(1, (tiles.height_px + kTilePixels - 1) / kTilePixels);
  tiles.sums.assign(static_cast<std::size_t>(tiles.columns) * static_cast<std::size_t>(tiles.rows), 1);
  return tiles;
}

void add_list(TileSums& tiles, const ImDrawList& list) {
  std::uint64_t blending = 0;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (const RowCopy* copy = row_copy_of(command); copy != nullptr) {
      add_copy(tiles, *copy, command.ClipRect);
      continue;
    }
    if (LaidGroup* group = group_of(command); group != nullptr) {
      add_group(tiles, *group, command.ClipRect);
      continue;
    }
    if (command.UserCallback != nullptr) {
      const bool usual = blend_of(command) == Blend::usual;
      blending = usual ? 0 : static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(command.UserCallback));
      continue;
    }
    const ImTextureID texture = command.GetTexID();
    std::uint64_t sum = stirred(blending, static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(texture)));
    sum = stirred(sum, texture_version(from_imgui(texture)));
    sum = stirred(stirred(sum, packed(command.ClipRect.x, command.ClipRect.y)),
                  packed(command.ClipRect.z, command.ClipRect.w));
    const ImDrawVert* corners = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* order = list.IdxBuffer.Data + command.IdxOffset;
    for (unsigned at = 0; at + 2 < command.ElemCount; at += 3) {
      add_triangle(tiles, sum, corners[order[at]], corners[order[at + 1]], corners[order[at + 2]], command.ClipRect);
    }
  }
}

}  // namespace

TileSums sum_tiles(const ImDrawData& data) {
  TileSums tiles = tiles_of(static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y));
  for (int index = 0; index < data.CmdListsCount; ++index) add_list(tiles, *data.CmdLists[index]);
  return tiles;
}

TileSums sum_tiles(const ImDrawList& list, int width_px, int height_px) {
  TileSums tiles = tiles_of(width_px, height_px);
  add_list(tiles, list);
  return tiles;
}

std::vector<PixelBox> differing(const TileSums& before, const TileSums& after, std::size_t parts_max) {
  const bool same_size = before.width_px == after.width_px && before.height_px == after.height_px;
  if (!same_size || before.sums.size() != after.sums.size()) return {{0, 0, after.width_px, after.height_px}};
  std::vector<PixelBox> boxes = runs_of_tiles(before, after);
  if (boxes.size() > kRunsMax) boxes = one_a_row(boxes, after);
  join_boxes(boxes, parts_max);
  return boxes;
}

}  // namespace mn::ui
