// Still layers: what does not move is painted once into a texture and then only copied. Kept by key and pixel size, the
// least lately used thrown away first. A key must change when what is drawn changes.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "ui/canvas.h"

namespace mn::ui {

enum class StillKind {
  opaque,       // covers its rectangle fully: copied without blending
  transparent,  // has see-through parts
};

enum class StillLife {
  kept,   // for as long as there is room
  shown,  // dropped by the first frame that draws it no more: it is one donor's, and the next one's differs
};

// Between frames all still layers together hold at most this many bytes of texture; a 3840×2160 layer takes 33 MB.
constexpr std::size_t kStillBytesMax = 256U << 20U;

// Draws the layer `key` at `rect`, calling `draw` only when the texture is missing. `draw` gets a canvas with the same
// coordinates, clipped to rect; targets added in it are not touchable. Opacity and offset of `canvas` apply to the
// copy. Layers may hold layers.
void still(const Canvas& canvas, std::string_view key, Rect rect, StillKind kind,
           const std::function<void(const Canvas&)>& draw, StillLife life = StillLife::kept);

}  // namespace mn::ui
