// Still layers: painted once through a draw list of their own, then copied.
#include "ui/still.h"

#include <imgui.h>

#include "ui/bitmaps.h"
#include "ui/glyphs.h"
#include "ui/painter.h"
#include "ui/pen.h"
#include "ui/stills.h"

namespace mn::ui {
namespace {

void paint_layer(const Canvas& canvas, const Paintable& target, const PixelRect& box,
                 const std::function<void(const Canvas&)>& draw) {
  ImDrawList list(ImGui::GetDrawListSharedData());
  list._ResetForNewFrame();
  list.PushTextureID(to_imgui(canvas.glyphs->atlas().first_page()));
  list.PushClipRect(box.low, box.high);
  Canvas inner = canvas;
  inner.opacity = 1;
  inner.list = &list;
  inner.targets = nullptr;
  inner.on_screen = false;
  inner.once = true;
  draw(inner);
  paint_onto(target, list, box.low);
}

}  // namespace

Stills::~Stills() { clear(); }

std::size_t Stills::bytes_of(const Layer& layer) {
  return static_cast<std::size_t>(layer.paintable.width_px) * static_cast<std::size_t>(layer.paintable.height_px) * 4;
}

const Paintable* Stills::find(std::string_view key, int width_px, int height_px) {
  const auto found = layers_.find(key);
  if (found == layers_.end()) return nullptr;
  Layer& layer = found->second;
  if (layer.paintable.width_px != width_px || layer.paintable.height_px != height_px) return nullptr;
  layer.used = ++uses_;
  return &layer.paintable;
}

const RowCopy& Stills::keep_copy(const RowCopy& copy) { return copies_.emplace_back(copy); }

Stills::Layers::iterator Stills::drop(Layers::iterator layer) {
  bytes_ -= bytes_of(layer->second);
  drop_paintable(layer->second.paintable);
  return layers_.erase(layer);
}

void Stills::tidy() {
  copies_.clear();
  for (auto layer = layers_.begin(); layer != layers_.end();) {
    const bool gone = layer->second.life == StillLife::shown && layer->second.used <= uses_before_;
    layer = gone ? drop(layer) : std::next(layer);
  }
  uses_before_ = uses_;
  while (!layers_.empty() && bytes_ > kStillBytesMax) {
    drop(std::min_element(layers_.begin(), layers_.end(), [](const auto& first, const auto& second) {
      return first.second.used < second.second.used;
    }));
  }
}

const Paintable& Stills::make(std::string_view key, int width_px, int height_px, StillLife life) {
  if (const auto found = layers_.find(key); found != layers_.end()) drop(found);
  Layer& layer = layers_[std::string(key)];
  layer.paintable = make_paintable(width_px, height_px);
  layer.used = ++uses_;
  layer.life = life;
  bytes_ += bytes_of(layer);
  return layer.paintable;
}

void Stills::clear() {
  for (auto& [key, layer] : layers_) drop_paintable(layer.paintable);
  layers_.clear();
  bytes_ = 0;
}

void still(const Canvas& canvas, std::string_view key, Rect rect, StillKind kind,
           const std::function<void(const Canvas&)>& draw, StillLife life) {
  Canvas unmoved = canvas;
  unmoved.offset = {};
  const PixelRect box = to_px(unmoved, rect);
  const int width_px = static_cast<int>(box.width());
  const int height_px = static_cast<int>(box.height());
  if (width_px <= 0 || height_px <= 0 || canvas.opacity <= 0) return;
  // Words in a layer have the canvas's size of text.
  std::string sized;
  if (canvas.text_scale != 1) sized = std::string(key) + " text " + std::to_string(canvas.text_scale);
  if (!sized.empty()) key = sized;
  const Paintable* layer = canvas.stills->find(key, width_px, height_px);
  if (layer == nullptr) {
    layer = &canvas.stills->make(key, width_px, height_px, life);
    paint_layer(unmoved, *layer, box, draw);
  }
  const ImVec2 low{box.low.x + std::round(length_px(canvas, canvas.offset.x)),
                   box.low.y + std::round(length_px(canvas, canvas.offset.y))};
  const ImVec2 high{low.x + box.width(), low.y + box.height()};
  const int shade = static_cast<int>(canvas.opacity * 255 + 0.5F);
  // Rows are copied by places on the screen; inside another layer, whose places differ, the picture is drawn instead.
  if (kind == StillKind::opaque && shade == 255 && canvas.on_screen) {
    const RowCopy copy{*layer, static_cast<int>(low.x), static_cast<int>(low.y)};
    add_row_copy(*canvas.list, canvas.stills->keep_copy(copy));
    return;
  }
  push_blend(*canvas.list, Blend::premultiplied);
  // What is painted by OpenGL begins with its lowest row.
  const float top = painted_by_processor() ? 0.0F : 1.0F;
  canvas.list->AddImage(to_imgui(layer->texture), low, high, {0, top}, {1, 1 - top},
                        IM_COL32(shade, shade, shade, shade));
  pop_blend(*canvas.list);
}

}  // namespace mn::ui
