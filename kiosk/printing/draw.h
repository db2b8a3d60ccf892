// A sheet onto any cairo surface, black on white, in dots.
#pragma once

#include <cairo.h>

#include <memory>

#include "kiosk/printing/sheet.h"

namespace mn::printing {

struct FreeSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, FreeSurface>;
using Cairo = std::unique_ptr<cairo_t, FreeCairo>;

// As text, which a PDF keeps as text; or as outlines filled, each exactly where it belongs: fitted to whole dots, a
// font's own hints would press the stacked marks of Vietnamese into one another.
enum class Letters { text, outlines };
void draw_sheet(cairo_t* cairo, const Sheet& sheet, Letters letters);

// The bamboo shoot between its two leaves, in lines; the square's corner and side in dots.
void draw_emblem(cairo_t* cairo, double x, double y, double side);

}  // namespace mn::printing
