// Textures, framebuffers and blending of OpenGL, as few calls as the kit needs; the processor has its own in
// ui/bitmaps.
#define GL_GLEXT_PROTOTYPES
#include "ui/texture.h"

#include <SDL_opengl.h>

#include <algorithm>
#include <unordered_map>

#include "ui/bitmaps.h"

namespace mn::ui {
namespace {

// OpenGL hands out freed names again; this is what tells the two textures apart. One window a process, one thread.
std::unordered_map<TextureId, std::uint64_t>& versions() {
  static std::unordered_map<TextureId, std::uint64_t> kept;
  return kept;
}
std::uint64_t next_version() {
  static std::uint64_t last = 0;
  return ++last;
}

void blend_none(const ImDrawList*, const ImDrawCmd*) { glDisable(GL_BLEND); }
void blend_premultiplied(const ImDrawList*, const ImDrawCmd*) { glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA); }
void blend_usual(const ImDrawList*, const ImDrawCmd*) {
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

// Runs in the middle of Dear ImGui's rendering, with the picture's framebuffer bound. Only a copy between equal
// formats, same way up and without scissors, is one of rows.
void copy_rows(const ImDrawList*, const ImDrawCmd* command) {
  const RowCopy& copy = *static_cast<const RowCopy*>(command->UserCallbackData);
  GLint view[4] = {};
  glGetIntegerv(GL_VIEWPORT, view);
  const int height_px = view[3];
  const ImVec4& clip = command->ClipRect;
  const int left = std::max(copy.left, static_cast<int>(clip.x));
  const int top = std::max(copy.top, static_cast<int>(clip.y));
  const int right = std::min(copy.left + copy.from.width_px, static_cast<int>(clip.z));
  const int bottom = std::min(copy.top + copy.from.height_px, static_cast<int>(clip.w));
  if (right <= left || bottom <= top) return;
  const int lowest = copy.top + copy.from.height_px;  // row 0 of the copy's picture lies just above this
  glDisable(GL_SCISSOR_TEST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, copy.from.framebuffer);
  glBlitFramebuffer(left - copy.left, lowest - bottom, right - copy.left, lowest - top, left, height_px - bottom, right,
                    height_px - top, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glEnable(GL_SCISSOR_TEST);
}

}  // namespace

TextureId make_texture(int width_px, int height_px, std::span<const std::uint8_t> rgba, Filter filter) {
  if (painted_by_processor()) {
    const TextureId bitmap = add_bitmap(width_px, height_px, rgba, filter);
    versions()[bitmap] = next_version();
    return bitmap;
  }
  TextureId texture = 0;
  const GLint how = filter == Filter::nearest ? GL_NEAREST : GL_LINEAR;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, how);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, how);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_px, height_px, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               rgba.empty() ? nullptr : rgba.data());
  versions()[texture] = next_version();
  return texture;
}

void fill_texture(TextureId texture, int x, int y, int width_px, int height_px, std::span<const std::uint8_t> rgba) {
  if (painted_by_processor()) return fill_bitmap(texture, x, y, width_px, height_px, rgba);
  glBindTexture(GL_TEXTURE_2D, texture);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width_px, height_px, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
}

void drop_texture(TextureId texture) {
  if (texture == 0) return;
  if (painted_by_processor()) {
    drop_bitmap(texture);
  } else {
    glDeleteTextures(1, &texture);
  }
  versions().erase(texture);
}

std::uint64_t texture_version(TextureId texture) {
  const auto found = versions().find(texture);
  return found == versions().end() ? 0 : found->second;
}

void raise_version(TextureId texture) { versions()[texture] = next_version(); }

Paintable make_paintable(int width_px, int height_px) {
  Paintable made{0, make_texture(width_px, height_px, {}, Filter::nearest), width_px, height_px};
  if (painted_by_processor()) return made;  // already clear
  glGenFramebuffers(1, &made.framebuffer);
  glBindFramebuffer(GL_FRAMEBUFFER, made.framebuffer);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, made.texture, 0);
  clear_paintable(made);
  return made;
}

Paintable make_paintable_on(std::uint32_t* pixels, int width_px, int height_px) {
  const TextureId bitmap = add_bitmap_on(pixels, width_px, height_px);
  raise_version(bitmap);
  return {0, bitmap, width_px, height_px};
}

void clear_paintable(const Paintable& paintable) {
  glBindFramebuffer(GL_FRAMEBUFFER, paintable.framebuffer);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void drop_paintable(Paintable& paintable) {
  if (paintable.framebuffer != 0) glDeleteFramebuffers(1, &paintable.framebuffer);
  drop_texture(paintable.texture);
  paintable = {};
}

void add_row_copy(ImDrawList& list, const RowCopy& copy) { list.AddCallback(copy_rows, const_cast<RowCopy*>(&copy)); }

const RowCopy* row_copy_of(const ImDrawCmd& command) {
  return command.UserCallback == copy_rows ? static_cast<const RowCopy*>(command.UserCallbackData) : nullptr;
}

void push_blend(ImDrawList& list, Blend blend) {
  switch (blend) {
    case Blend::none:
      return list.AddCallback(blend_none, nullptr);
    case Blend::premultiplied:
      return list.AddCallback(blend_premultiplied, nullptr);
    case Blend::usual:
      return list.AddCallback(blend_usual, nullptr);
  }
}

std::optional<Blend> blend_of(const ImDrawCmd& command) {
  if (command.UserCallback == blend_none) return Blend::none;
  if (command.UserCallback == blend_premultiplied) return Blend::premultiplied;
  if (command.UserCallback == blend_usual) return Blend::usual;
  return std::nullopt;
}

void pop_blend(ImDrawList& list) { list.AddCallback(blend_usual, nullptr); }

}  // namespace mn::ui
