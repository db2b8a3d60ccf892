// Inside ui/ only: paints draw lists with the processor alone, for machines without a GPU. An OpenGL made of software
// does the same three to ten times slower and holds 80 MB of compiler for it. Values in, pixels out; no window.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <new>
#include <span>
#include <utility>
#include <vector>

#include "ui/damage.h"
#include "ui/texture.h"

namespace mn::ui {

// Memory that is nought when it comes, and takes room only where something was written: a page of letters is large and
// fills slowly.
template <class T>
struct NoughtAllocator {
  using value_type = T;
  NoughtAllocator() = default;
  template <class U>
  NoughtAllocator(const NoughtAllocator<U>&) {}  // NOLINT: allocators are made from one another
  T* allocate(std::size_t count) {
    void* room = std::calloc(count, sizeof(T));
    if (room == nullptr) throw std::bad_alloc();
    return static_cast<T*>(room);
  }
  void deallocate(T* room, std::size_t) { std::free(room); }
  void construct(T*) {}  // it is nought already
  template <class... Values>
  void construct(T* place, Values&&... values) {
    ::new (static_cast<void*>(place)) T(std::forward<Values>(values)...);
  }
  bool operator==(const NoughtAllocator&) const { return true; }
};

// Pixels as 0xAARRGGBB, colours multiplied by their alpha where they are drawn; the highest row first.
struct Bitmap {
  int width_px = 0;
  int height_px = 0;
  bool smooth = false;  // sampled between pixels
  bool mask = false;    // white everywhere: only its alpha says something
  std::vector<std::uint32_t, NoughtAllocator<std::uint32_t>> pixels;
  std::uint32_t* elsewhere = nullptr;  // the pixels belong to somebody else (a window), who outlives this
  std::uint32_t* row(int y) { return first() + static_cast<std::ptrdiff_t>(y) * width_px; }
  const std::uint32_t* row(int y) const {
    return (elsewhere != nullptr ? elsewhere : pixels.data()) + static_cast<std::ptrdiff_t>(y) * width_px;
  }
  std::uint32_t* first() { return elsewhere != nullptr ? elsewhere : pixels.data(); }
};

// Bytes R, G, B, A to a pixel, and back.
std::uint32_t pixel_of(const std::uint8_t* rgba);
void bytes_of(std::uint32_t pixel, std::uint8_t* rgba);

using FindBitmap = std::function<const Bitmap*(TextureId)>;

// Paints what of the list falls into these parts of the target (apart from each other), whose upper left corner is
// `origin` in the list's places. Gives how many pixels were laid, one over another counted each.
std::int64_t paint_list(Bitmap& target, const ImDrawList& list, ImVec2 origin, std::span<const PixelBox> parts,
                        const FindBitmap& find);

}  // namespace mn::ui
