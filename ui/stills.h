// Inside ui/ only: the textures of still layers, by key. One thread.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>

#include "ui/still.h"
#include "ui/texture.h"

namespace mn::ui {

class Stills {
 public:
  ~Stills();
  // The layer under this key at this size, marked as used; null when it must be painted.
  const Paintable* find(std::string_view key, int width_px, int height_px);
  // A fresh one in its place.
  const Paintable& make(std::string_view key, int width_px, int height_px, StillLife life);
  // To be called between frames: drops what was to live while shown and was not, then what was not used for longest
  // while there is more than the limit. Within a frame nothing is dropped, because what was drawn may still refer to
  // it.
  void tidy();
  // Keeps what a draw command needs until the frame is over.
  const RowCopy& keep_copy(const RowCopy& copy);
  void clear();
  std::size_t bytes() const { return bytes_; }

 private:
  struct Layer {
    Paintable paintable;
    std::uint64_t used = 0;
    StillLife life = StillLife::kept;
  };
  using Layers = std::map<std::string, Layer, std::less<>>;
  Layers::iterator drop(Layers::iterator layer);
  static std::size_t bytes_of(const Layer& layer);
  Layers layers_;
  std::deque<RowCopy> copies_;
  std::size_t bytes_ = 0;
  std::uint64_t uses_ = 0;
  std::uint64_t uses_before_ = 0;  // the last frame
};

}  // namespace mn::ui
