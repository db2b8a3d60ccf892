// Inside ui/ only: the pages on which small one-colour pictures lie together (letters, icons, shadows, one white dot),
// so that a screen is few draw calls. Pictures are added as they are needed; when all pages are full everything is
// thrown away at the next frame and made again.
#pragma once

#include <stb_rect_pack.h>

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "ui/texture.h"

namespace mn::ui {

constexpr int kPageSide_px = 2048;
constexpr std::size_t kPagesMax = 6;  // 16 MB each
// What a glass that shall stay small comes back to while nobody waits.
constexpr std::size_t kPagesAtRest = 2;

// A picture's place; uv in 0..1 of its page. Of size 0 when nothing is to be drawn.
struct Patch {
  TextureId texture = 0;
  int width_px = 0;
  int height_px = 0;
  ImVec2 uv_low;
  ImVec2 uv_high;
};

class Atlas {
 public:
  Atlas();
  ~Atlas();
  Atlas(const Atlas&) = delete;
  Atlas& operator=(const Atlas&) = delete;

  // Alpha rows, width × height bytes. When all pages are full: an empty patch, and full() becomes true.
  Patch add(int width_px, int height_px, std::span<const std::uint8_t> alpha);
  bool full() const { return full_; }
  std::size_t pages() const { return pages_.size(); }
  // Forgets everything, for a change of painter; clear() must follow before anything is drawn.
  void drop_pages();
  // Forgets everything but the built-in patches, which are made anew.
  void clear();

  TextureId first_page() const { return pages_.front()->texture; }
  ImVec2 white() const { return white_; }                    // uv of an opaque dot on the first page
  const Patch& soft_corner() const { return soft_corner_; }  // see shadow() in paint.cpp
  // The same with a round corner of `quarters`/4 times the blur's reach: outside of it one reach, inside radius + one.
  const Patch& soft_round_corner(int quarters);
  const Patch& soft_disc() const { return soft_disc_; }  // full in the middle, nothing at the rim

 private:
  struct Page {
    TextureId texture = 0;
    stbrp_context packing{};
    std::vector<stbrp_node> nodes;
  };
  void add_page();
  void add_built_in();

  std::vector<std::unique_ptr<Page>> pages_;
  ImVec2 white_;
  Patch soft_corner_;
  Patch soft_disc_;
  std::map<int, Patch> soft_round_corners_;
  bool full_ = false;
};

}  // namespace mn::ui
