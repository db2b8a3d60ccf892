// Groups: painted through a draw list of their own, in the parts that changed, then laid over what is below.
#include "ui/group.h"

#include <imgui.h>

#include "ui/bitmaps.h"
#include "ui/glyphs.h"
#include "ui/groups.h"
#include "ui/painter.h"
#include "ui/pen.h"

namespace mn::ui {
namespace {

void laid_group(const ImDrawList*, const ImDrawCmd*) {}

// What of `list` differs from what the group shows, painted onto it.
void paint_changes(Groups::Kept& kept, ImDrawList& list, const PixelRect& box, GroupKind kind) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  TileSums sums = sum_tiles(list, static_cast<int>(screen.x), static_cast<int>(screen.y));
  const std::vector<PixelBox> parts = differing(kept.painted, sums, kPartsMaxByProcessor);
  kept.painted = std::move(sums);
  if (parts.empty()) return;
  ++kept.times_painted;
  paint_parts_onto(kept.paintable, list, box.low, parts, kind == GroupKind::transparent);
}

}  // namespace

void add_group(ImDrawList& list, LaidGroup& group) { list.AddCallback(laid_group, &group); }

LaidGroup* group_of(const ImDrawCmd& command) {
  return command.UserCallback == laid_group ? static_cast<LaidGroup*>(command.UserCallbackData) : nullptr;
}

Groups::~Groups() { clear(); }

Groups::Kept& Groups::find(std::string_view key, int width_px, int height_px) {
  Kept& kept = kept_.try_emplace(std::string(key)).first->second;
  if (kept.paintable.width_px != width_px || kept.paintable.height_px != height_px) {
    drop_paintable(kept.paintable);
    kept.paintable = make_paintable(width_px, height_px);
    kept.painted = {};
  }
  kept.used = frame_;
  return kept;
}

LaidGroup& Groups::keep(LaidGroup group) { return laid_.emplace_back(std::move(group)); }

void Groups::tidy() {
  laid_.clear();
  for (auto kept = kept_.begin(); kept != kept_.end();) {
    if (kept->second.used == frame_) {
      ++kept;
      continue;
    }
    drop_paintable(kept->second.paintable);
    kept = kept_.erase(kept);
  }
  ++frame_;
}

std::size_t Groups::bytes() const {
  std::size_t sum = 0;
  for (const auto& [key, kept] : kept_) {
    sum += static_cast<std::size_t>(kept.paintable.width_px) * static_cast<std::size_t>(kept.paintable.height_px) * 4;
  }
  return sum;
}

void Groups::clear() {
  for (auto& [key, kept] : kept_) drop_paintable(kept.paintable);
  kept_.clear();
}

void group(const Canvas& canvas, std::string_view key, Rect rect, GroupKind kind,
           const std::function<void(const Canvas&)>& draw) {
  Canvas inner = canvas;
  inner.offset = {};
  const PixelRect box = to_px(inner, rect);
  const int width_px = static_cast<int>(box.width());
  const int height_px = static_cast<int>(box.height());
  const int shade = static_cast<int>(canvas.opacity * 255 + 0.5F);
  if (width_px <= 0 || height_px <= 0 || shade <= 0) return;
  ImDrawList list(ImGui::GetDrawListSharedData());
  list._ResetForNewFrame();
  list.PushTextureID(to_imgui(canvas.glyphs->atlas().first_page()));
  list.PushClipRect(box.low, box.high);
  inner.opacity = 1;
  inner.list = &list;
  inner.targets = nullptr;
  // Rows are copied by places on the screen; OpenGL minds no other origin.
  inner.on_screen = canvas.on_screen && (painted_by_processor() || (box.low.x == 0 && box.low.y == 0));
  draw(inner);
  Groups::Kept& kept = canvas.groups->find(key, width_px, height_px);
  paint_changes(kept, list, box, kind);

  const ImVec2 low{box.low.x + std::round(length_px(canvas, canvas.offset.x)),
                   box.low.y + std::round(length_px(canvas, canvas.offset.y))};
  if (painted_by_processor()) {
    const bool in_place = low.x == box.low.x && low.y == box.low.y;
    LaidGroup laid{kept.paintable, static_cast<int>(low.x), static_cast<int>(low.y)};
    laid.opacity = static_cast<std::uint8_t>(shade);
    laid.opaque = kind == GroupKind::opaque;
    laid.sums = in_place ? &kept.painted : nullptr;
    laid.sum = kept.times_painted;
    return add_group(*canvas.list, canvas.groups->keep(std::move(laid)));
  }
  push_blend(*canvas.list, Blend::premultiplied);
  canvas.list->AddImage(to_imgui(kept.paintable.texture), low, {low.x + box.width(), low.y + box.height()}, {0, 1},
                        {1, 0}, IM_COL32(shade, shade, shade, shade));
  pop_blend(*canvas.list);
}

}  // namespace mn::ui
