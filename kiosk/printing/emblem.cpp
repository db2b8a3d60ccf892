// The campaign's bamboo shoot as line art: drawn by hand for a head of black dots, no picture file involved.
#include "kiosk/printing/draw.h"

namespace mn::printing {
namespace {

// All in a square of 128, as the emblem on the screens.
constexpr double kSide = 128;

void shoot(cairo_t* cairo) {
  cairo_move_to(cairo, 44, 104);
  cairo_curve_to(cairo, 37, 74, 49, 34, 64, 8);
  cairo_curve_to(cairo, 79, 34, 91, 74, 84, 104);
}

// The edges of the sheaths that wrap the shoot, each from one side up to the one above it.
void sheaths(cairo_t* cairo) {
  cairo_move_to(cairo, 47, 60);
  cairo_curve_to(cairo, 60, 59, 71, 48, 75.5, 31);
  cairo_move_to(cairo, 84, 76);
  cairo_curve_to(cairo, 73, 76, 63, 68, 58.5, 56.5);
  cairo_move_to(cairo, 43.5, 92);
  cairo_curve_to(cairo, 57, 92, 68, 86, 73, 75.5);
}

void left_leaf(cairo_t* cairo) {
  cairo_move_to(cairo, 64, 122);
  cairo_curve_to(cairo, 40, 121, 17, 106, 6, 74);
  cairo_curve_to(cairo, 34, 76, 56, 94, 64, 122);
  cairo_close_path(cairo);
}

void left_vein(cairo_t* cairo) {
  cairo_move_to(cairo, 18, 84);
  cairo_curve_to(cairo, 34, 92, 47, 103, 56, 115);
}

void mirror(cairo_t* cairo) {
  cairo_translate(cairo, kSide, 0);
  cairo_scale(cairo, -1, 1);
}

}  // namespace

void draw_emblem(cairo_t* cairo, double x, double y, double side) {
  cairo_save(cairo);
  cairo_translate(cairo, x, y);
  cairo_scale(cairo, side / kSide, side / kSide);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
  const double thick = 3.4 * kSide / side;
  cairo_set_line_width(cairo, thick);
  shoot(cairo);
  cairo_stroke(cairo);
  sheaths(cairo);
  cairo_set_line_width(cairo, thick * 0.75);
  cairo_stroke(cairo);
  for (const bool right : {false, true}) {
    cairo_save(cairo);
    if (right) mirror(cairo);
    left_leaf(cairo);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_fill_preserve(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_set_line_width(cairo, thick);
    cairo_stroke(cairo);
    left_vein(cairo);
    cairo_set_line_width(cairo, thick * 0.75);
    cairo_stroke(cairo);
    cairo_restore(cairo);
  }
  cairo_restore(cairo);
}

}  // namespace mn::printing
