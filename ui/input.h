// What people do to the glass, as plain values. One finger = one action: only the first finger down counts, and mouse
// events made up from touches are dropped. Reads SDL events, keeps nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ui/geometry.h"

namespace mn::ui {

enum class InputKind { down, move, up, cancel, key, text };

// Keys a screen may care about; letters arrive as text.
enum class Key {
  other,
  enter,
  escape,
  backspace,
  left,
  right,
  up,
  down,
  page_up,
  page_down,
  home,
  end,
  space,
  tab,
  f1,
  f2,
  f3,
  f4,
  f5,
  f11,
  f12
};

struct Input {
  InputKind kind = InputKind::move;
  Point at{};  // canvas units, for down, move and up
  Key key = Key::other;
  bool control = false;     // Ctrl held, for keys
  std::string text{};       // UTF-8, for text
  std::uint32_t at_ms = 0;  // when, by the window system's clock; wraps
};

}  // namespace mn::ui
