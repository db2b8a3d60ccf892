// What the last frame cost: counted by the glass, shown by a debug key, written to a file for benches. Knows no pledge.
#pragma once

#include <cstddef>
#include <cstdint>

#include "ui/canvas.h"

namespace mn::ui {

struct Glass;

// All of the frame last ended. Milliseconds of the steady clock, sizes in bytes.
struct FrameCounts {
  std::uint64_t frame = 0;  // since the glass was opened, from 1
  int width_px = 0;
  int height_px = 0;
  int draw_calls = 0;  // commands that paint something
  int vertices = 0;
  int triangles = 0;
  int parts = 0;             // rectangles of the screen that were painted again
  double touched = 0;        // their share of the screen, 0..1
  double overdraw = 0;       // pixels painted to pixels touched; 0 when nothing was, or OpenGL painted
  double draw_ms = 0;        // from begin_frame to end_frame: laying out and filling the draw lists
  double paint_ms = 0;       // summing up and painting
  double show_ms = 0;        // onto the window
  std::size_t stills = 0;    // bytes of still layers
  std::size_t groups = 0;    // of groups that fade
  std::size_t pictures = 0;  // of pictures and sprites
  std::size_t atlas_pages = 0;
  std::size_t letters = 0;  // painted letters kept
};
FrameCounts frame_counts(const Glass& glass);

// The same as a small table in the upper left corner, over whatever is there. Draw it last.
void draw_counts(const Canvas& canvas, const FrameCounts& counts);

// $MANGNON_COUNTS names a file that gets a JSON line for every frame that changed a pixel: what is above, at_ms (the
// steady clock, the same for all programs of a machine) and cpu_ms (processor time of the whole program so far).

}  // namespace mn::ui
