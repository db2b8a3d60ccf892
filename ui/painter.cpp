// OpenGL through Dear ImGui's backend, or the rasteriser.
#define GL_GLEXT_PROTOTYPES
#include "ui/painter.h"

#include <SDL_opengl.h>
#if __has_include(<backends/imgui_impl_opengl3.h>)
#include <backends/imgui_impl_opengl3.h>
#else
#include <imgui_impl_opengl3.h>
#endif

#include <algorithm>

#include "ui/bitmaps.h"

namespace mn::ui {
namespace {

// The draw commands of the whole frame, repeated for each part and clipped to it.
void clip_to_parts(ImDrawList& list, const std::vector<PixelBox>& parts) {
  const ImVector<ImDrawCmd> whole = list.CmdBuffer;
  list.CmdBuffer.resize(0);
  for (const PixelBox& part : parts) {
    for (const ImDrawCmd& command : whole) {
      ImDrawCmd cut = command;
      cut.ClipRect = {std::max(cut.ClipRect.x, static_cast<float>(part.left)),
                      std::max(cut.ClipRect.y, static_cast<float>(part.top)),
                      std::min(cut.ClipRect.z, static_cast<float>(part.right)),
                      std::min(cut.ClipRect.w, static_cast<float>(part.bottom))};
      const bool seen = cut.ClipRect.x < cut.ClipRect.z && cut.ClipRect.y < cut.ClipRect.w;
      if (cut.UserCallback != nullptr || seen) list.CmdBuffer.push_back(cut);
    }
  }
}

}  // namespace

void paint_onto(const Paintable& target, ImDrawList& list, ImVec2 low) {
  if (painted_by_processor()) {
    if (Bitmap* bitmap = find_bitmap(target.texture); bitmap != nullptr) {
      const PixelBox whole{0, 0, target.width_px, target.height_px};
      paint_list(*bitmap, list, low, {&whole, 1}, find_bitmap);
    }
    return;
  }
  ImDrawList* lists[] = {&list};
  ImDrawData data;
  data.Valid = true;
  data.DisplayPos = low;
  data.DisplaySize = {static_cast<float>(target.width_px), static_cast<float>(target.height_px)};
  data.FramebufferScale = {1, 1};
#if IMGUI_VERSION_NUM >= 18980
  data.CmdLists.push_back(lists[0]);
#else
  data.CmdLists = lists;
#endif
  data.CmdListsCount = 1;
  data.TotalVtxCount = list.VtxBuffer.Size;
  data.TotalIdxCount = list.IdxBuffer.Size;
  glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void paint_parts_onto(const Paintable& target, ImDrawList& list, ImVec2 low, const std::vector<PixelBox>& parts,
                      bool cleared) {
  if (!painted_by_processor()) {
    if (cleared) clear_paintable(target);
    paint_onto(target, list, low);
    return raise_version(target.texture);
  }
  Bitmap* bitmap = find_bitmap(target.texture);
  if (bitmap == nullptr) return;
  std::vector<PixelBox> here;
  const int x = static_cast<int>(low.x);
  const int y = static_cast<int>(low.y);
  for (const PixelBox& part : parts) {
    const PixelBox box{std::max(0, part.left - x), std::max(0, part.top - y), std::min(target.width_px, part.right - x),
                       std::min(target.height_px, part.bottom - y)};
    if (box.empty()) continue;
    here.push_back(box);
    for (int row = box.top; cleared && row < box.bottom; ++row) {
      std::fill_n(bitmap->row(row) + box.left, box.right - box.left, 0U);
    }
  }
  paint_list(*bitmap, list, low, here, find_bitmap);
}

std::int64_t paint_parts(const Paintable& target, ImDrawData& data, const std::vector<PixelBox>& parts) {
  if (painted_by_processor()) {
    Bitmap* bitmap = find_bitmap(target.texture);
    std::int64_t laid = 0;
    for (int index = 0; index < data.CmdListsCount && bitmap != nullptr; ++index) {
      laid += paint_list(*bitmap, *data.CmdLists[index], {0, 0}, parts, find_bitmap);
    }
    return laid;
  }
  for (int index = 0; index < data.CmdListsCount; ++index) clip_to_parts(*data.CmdLists[index], parts);
  glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  return 0;
}

std::vector<std::uint8_t> rgba_of(const Paintable& picture) {
  const std::size_t row = static_cast<std::size_t>(picture.width_px) * 4;
  std::vector<std::uint8_t> rgba(row * static_cast<std::size_t>(picture.height_px));
  if (rgba.empty()) return rgba;
  if (painted_by_processor()) {
    const Bitmap* bitmap = find_bitmap(picture.texture);
    if (bitmap == nullptr) return {};
    const std::uint32_t* pixels = bitmap->row(0);
    for (std::size_t at = 0; at * 4 < rgba.size(); ++at) bytes_of(pixels[at], rgba.data() + at * 4);
    return rgba;
  }
  glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer);
  glPixelStorei(GL_PACK_ALIGNMENT, 4);
  glReadPixels(0, 0, picture.width_px, picture.height_px, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  // OpenGL's rows begin with the lowest.
  for (std::size_t top = 0, low = rgba.size() - row; top < low; top += row, low -= row) {
    std::swap_ranges(rgba.data() + top, rgba.data() + top + row, rgba.data() + low);
  }
  return rgba;
}

}  // namespace mn::ui
