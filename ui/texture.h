// Inside ui/ only: textures, of OpenGL or of the processor (ui/bitmaps.h), and what can be painted on. A texture's
// version tells whether its picture changed.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <span>

namespace mn::ui {

// 0 is no texture.
using TextureId = unsigned;

enum class Filter { nearest, linear };

// Pixels are RGBA rows, width × height × 4 bytes, or empty for undefined contents.
TextureId make_texture(int width_px, int height_px, std::span<const std::uint8_t> rgba, Filter filter);
// Replaces a part. Does not raise the version: only for parts that nothing drawn so far refers to (new letters).
void fill_texture(TextureId texture, int x, int y, int width_px, int height_px, std::span<const std::uint8_t> rgba);
void drop_texture(TextureId texture);

// Raised whenever an id was made again, so that a kept picture never passes for a new one under the same id.
std::uint64_t texture_version(TextureId texture);
// What a texture shows is another picture now.
void raise_version(TextureId texture);

inline ImTextureID to_imgui(TextureId texture) {
  return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture));
}
inline TextureId from_imgui(ImTextureID texture) {
  return static_cast<TextureId>(reinterpret_cast<std::uintptr_t>(texture));
}

// Something to paint on, backed by a texture.
struct Paintable {
  unsigned framebuffer = 0;
  TextureId texture = 0;
  int width_px = 0;
  int height_px = 0;
};
Paintable make_paintable(int width_px, int height_px);
// One whose pixels are a window's own; by the processor only.
Paintable make_paintable_on(std::uint32_t* pixels, int width_px, int height_px);
void clear_paintable(const Paintable& paintable);
void drop_paintable(Paintable& paintable);

// A paintable laid onto the picture below by copying its rows, which costs a software renderer next to nothing. Low is
// in pixels of the list's display.
struct RowCopy {
  Paintable from;
  int left = 0;
  int top = 0;
};
// `copy` must live until the list was rendered.
void add_row_copy(ImDrawList& list, const RowCopy& copy);
// The copy that a draw command stands for; null for every other command.
const RowCopy* row_copy_of(const ImDrawCmd& command);

// How the picture of one draw command is laid over what is below; put around commands by push_blend and pop_blend.
enum class Blend {
  none,           // covers
  premultiplied,  // colours already carry their alpha, as in every Paintable
  usual,          // colours do not carry their alpha
};
void push_blend(ImDrawList& list, Blend blend);
void pop_blend(ImDrawList& list);
// The change of blending that a draw command stands for, if it is one.
std::optional<Blend> blend_of(const ImDrawCmd& command);

}  // namespace mn::ui
