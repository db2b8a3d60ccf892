// A slip laid out: marks at places, in dots of 203 dpi. The same sheet becomes the bitmap and the PDF.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/printing/qr.h"

namespace mn::printing {

struct FreeObject {
  void operator()(gpointer object) const { g_object_unref(object); }
};
using Text = std::unique_ptr<PangoLayout, FreeObject>;

// x, y is the left end of the first line's top; the layout itself has width, alignment and face.
struct TextMark {
  Text text;
  double x = 0;
  double y = 0;
};
enum class Stroke { solid, dotted };
struct RuleMark {
  int x = 0, y = 0, width = 0, thickness = 0;
  Stroke stroke = Stroke::solid;
};
// Only its outline is drawn; the outline lies inside x, y, width, height.
struct FrameMark {
  int x = 0, y = 0, width = 0, height = 0, thickness = 0, radius = 0;
};
// x, y is the corner of the quiet zone.
struct QrMark {
  QrModules modules;
  int x = 0, y = 0, module_dots = 0;
};
// The bamboo shoot between its two leaves, in a square.
struct EmblemMark {
  int x = 0, y = 0, side = 0;
};
using Mark = std::variant<TextMark, RuleMark, FrameMark, QrMark, EmblemMark>;

struct Sheet {
  int width_dots = 0;
  int height_dots = 0;
  std::vector<Mark> marks;
};

}  // namespace mn::printing
