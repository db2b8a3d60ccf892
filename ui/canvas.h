// The canvas: where everything is drawn, in canvas units. The shorter side of the screen is always 1080 units, the
// longer follows the real aspect (1920×1080, 1080×1920, 2304×1152 → 2160×1080). Every length in ui/ headers is in
// canvas units unless its name ends in _px. Knows no pledge.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/target.h"
#include "ui/tokens.h"

struct ImDrawList;

namespace mn::ui {

class Glyphs;    // ui/glyphs.h: shaped text and its atlas
class Stills;    // ui/still.h: layers that do not move
class Pictures;  // ui/picture.h: SVG files as textures
class Groups;    // ui/group.h: what is faded as one

constexpr float kCanvasShortSide = 1080.0F;

// How a screen of this many real pixels is addressed. Sides of zero or less give 1×1 rather than a division by zero.
struct Fit {
  Size size;        // of the canvas, in canvas units; the shorter side is kCanvasShortSide
  float scale = 1;  // real pixels in one canvas unit
};
Fit fit_canvas(int width_px, int height_px);

// What was written on a canvas that carries one; for tests of what the last row of a hall can read.
struct TextNoted {
  float least_size = 1e9F;       // canvas units
  std::vector<std::string> cut;  // texts that end in "…"
  bool keep_texts = false;
  std::vector<std::string> texts;  // all of them, line by line, when they are to be kept
};

// A view onto the glass for one frame: a plain value. Copy it and change opacity or offset to fade or move what is
// drawn through the copy. Valid only between begin_frame and end_frame, on the thread that drives the window.
struct Canvas {
  Size size;                     // canvas units
  float scale = 1;               // real pixels in one canvas unit
  Point offset;                  // added to every position, canvas units (for slides)
  float opacity = 1;             // multiplies every alpha, 0..1 (for fades)
  const Theme* theme = nullptr;  // colours of controls; light_theme() unless changed
  float units_per_mm = 0;        // of the real glass; 0: nobody knows how large it is
  float text_scale = 1;          // every size of text is multiplied by this, floors too; kLargeText for large text
  float safe_x = 0;              // canvas units left free at both sides; see safe()
  float safe_y = 0;              // above and below
  bool reduced_motion = false;   // nothing slides, springs or drifts; see entering()

  ImDrawList* list = nullptr;
  Glyphs* glyphs = nullptr;
  Stills* stills = nullptr;
  Pictures* pictures = nullptr;
  Groups* groups = nullptr;
  TextNoted* noted = nullptr;
  Targets* targets = nullptr;  // null while a still layer is being made: controls in it cannot be touched
  bool on_screen = true;       // what is drawn lies in the list where it lies on the screen
  bool once = false;           // what is drawn goes into a still layer and is not drawn again in the next frame

  bool portrait() const { return size.height > size.width; }
  Rect whole() const { return {0, 0, size.width, size.height}; }
  // Where words are safe from the edges of frames, curtains and projectors that cut.
  Rect safe() const { return {safe_x, safe_y, size.width - 2 * safe_x, size.height - 2 * safe_y}; }
};

constexpr float kLargeText = 1.25F;

// A size of text as it comes out on this canvas.
inline float text_size(const Canvas& canvas, float size) { return size * canvas.text_scale; }

// The least side of anything to be touched: 18 mm of the real glass, never less than space::touch.
float touch_least(const Canvas& canvas);
// The least side of a key of a keyboard: 9 mm of the real glass, never less than half of space::touch.
float key_least(const Canvas& canvas);

// The eased share of a motion that began at `since_ms` and takes `takes_ms`: all of it at once when motion is reduced.
float entering(const Canvas& canvas, std::int64_t now_ms, std::int64_t since_ms, std::int64_t takes_ms);

// The same canvas, fainter or moved.
Canvas faded(const Canvas& canvas, float opacity);
Canvas moved(const Canvas& canvas, Point by);

}  // namespace mn::ui
