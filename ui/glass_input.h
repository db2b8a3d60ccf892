// Inside ui/ only: SDL events to plain values. The one place that knows SDL's idea of fingers, mice and keys.
#pragma once

#include <SDL_events.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/input.h"

namespace mn::ui {

// How to read positions: window size in SDL's units, and the canvas.
struct Reading {
  float window_width = 1;
  float window_height = 1;
  Size canvas;
};

// What the event says to us, if anything. Mice that SDL made of fingers (and fingers of mice) and other mouse buttons
// say nothing. Which finger counts is for ui/hand.h.
std::optional<Input> read_event(const SDL_Event& event, const Reading& reading);

// Adds an input, as one with the last when both are text: what an input method commits may come in several events, even
// broken inside a letter.
void add_input(std::vector<Input>& inputs, const Input& input);

}  // namespace mn::ui
