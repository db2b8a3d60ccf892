// Inside ui/ only: the pictures of groups, by key, what of them was painted, and how they lie in a list. One thread.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ui/damage.h"
#include "ui/texture.h"

namespace mn::ui {

// A group laid over what is below, in a list painted by the processor. Low is in pixels of the list's display.
struct LaidGroup {
  Paintable from;
  int left = 0;
  int top = 0;
  std::uint8_t opacity = 255;
  bool opaque = false;                  // nothing below shines through the group itself
  const TileSums* sums = nullptr;       // of what it shows, when it lies where it was painted
  std::uint64_t sum = 0;                // raised whenever it was painted again
  std::vector<std::uint8_t> same = {};  // by tiles: laying it over changes nothing. Filled while a frame is summed up
};
// `group` must live until the list was painted.
void add_group(ImDrawList& list, LaidGroup& group);
// The group that a draw command stands for; null for every other command.
LaidGroup* group_of(const ImDrawCmd& command);

class Groups {
 public:
  struct Kept {
    Paintable paintable;
    TileSums painted;  // what it shows
    std::uint64_t times_painted = 0;
    std::uint64_t used = 0;
  };
  ~Groups();
  // The group under this key at this size, made when there is none.
  Kept& find(std::string_view key, int width_px, int height_px);
  // Keeps what a draw command needs until the frame is over.
  LaidGroup& keep(LaidGroup group);
  // To be called between frames: drops what the last one drew no more. A whole screen each, they are not kept longer.
  void tidy();
  void clear();
  std::size_t bytes() const;

 private:
  std::map<std::string, Kept, std::less<>> kept_;
  std::deque<LaidGroup> laid_;
  std::uint64_t frame_ = 1;
  std::uint64_t times_painted_ = 0;
};

}  // namespace mn::ui
