// Inside ui/ only: SDL events to plain values. The one place that knows SDL's idea of fingers, mice and keys.
#pragma once

#include <SDL_events.h>

#include <cstdint>
#include <optional>

#include "ui/glass.h"

namespace mn::ui {

// Which finger counts, while one is down.
struct FirstFinger {
  std::optional<std::int64_t> finger;
};

// How to read positions: window size in SDL's units, and the canvas.
struct Reading {
  float window_width = 1;
  float window_height = 1;
  Size canvas;
};

// What the event says to us, if anything. Made-up mouse events, other fingers and other mouse buttons say nothing.
std::optional<Input> read_event(FirstFinger& first, const SDL_Event& event, const Reading& reading);

}  // namespace mn::ui
