#include "kiosk/printing/draw.h"

#include <numbers>

namespace mn::printing {
namespace {

void draw(cairo_t* cairo, const TextMark& mark, Letters letters) {
  cairo_move_to(cairo, mark.x, mark.y);
  switch (letters) {
    case Letters::text:
      pango_cairo_show_layout(cairo, mark.text.get());
      break;
    case Letters::outlines:
      pango_cairo_layout_path(cairo, mark.text.get());
      cairo_fill(cairo);
      break;
  }
}

void draw(cairo_t* cairo, const RuleMark& mark, Letters) {
  switch (mark.stroke) {
    case Stroke::solid:
      cairo_rectangle(cairo, mark.x, mark.y, mark.width, mark.thickness);
      break;
    case Stroke::dotted:
      for (int x = 0; x + mark.thickness <= mark.width; x += 4 * mark.thickness)
        cairo_rectangle(cairo, mark.x + x, mark.y, mark.thickness, mark.thickness);
      break;
  }
  cairo_fill(cairo);
}

void draw(cairo_t* cairo, const FrameMark& mark, Letters) {
  constexpr double kQuarter = std::numbers::pi / 2;
  const double inset = mark.thickness / 2.0;
  const double left = mark.x + inset, top = mark.y + inset;
  const double right = mark.x + mark.width - inset, bottom = mark.y + mark.height - inset;
  const double radius = mark.radius;
  cairo_new_path(cairo);
  cairo_arc(cairo, right - radius, top + radius, radius, -kQuarter, 0);
  cairo_arc(cairo, right - radius, bottom - radius, radius, 0, kQuarter);
  cairo_arc(cairo, left + radius, bottom - radius, radius, kQuarter, 2 * kQuarter);
  cairo_arc(cairo, left + radius, top + radius, radius, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(cairo);
  cairo_set_line_width(cairo, mark.thickness);
  cairo_stroke(cairo);
}

// Runs of black modules in a row are one rectangle, and all are one path: no seams.
void draw(cairo_t* cairo, const QrMark& mark, Letters) {
  const int side = mark.modules.side;
  const int quiet = kQuietModules * mark.module_dots;
  for (int row = 0; row < side; ++row) {
    const auto black = [&](int column) { return mark.modules.black[static_cast<std::size_t>(row * side + column)]; };
    for (int column = 0; column < side; ++column) {
      const int first = column;
      while (column < side && black(column)) ++column;
      if (column == first) continue;
      cairo_rectangle(cairo, mark.x + quiet + first * mark.module_dots, mark.y + quiet + row * mark.module_dots,
                      (column - first) * mark.module_dots, mark.module_dots);
    }
  }
  cairo_fill(cairo);
}

void draw(cairo_t* cairo, const EmblemMark& mark, Letters) { draw_emblem(cairo, mark.x, mark.y, mark.side); }

}  // namespace

void draw_sheet(cairo_t* cairo, const Sheet& sheet, Letters letters) {
  cairo_set_source_rgb(cairo, 0, 0, 0);
  for (const Mark& mark : sheet.marks) {
    std::visit([&](const auto& one) { draw(cairo, one, letters); }, mark);
  }
}

}  // namespace mn::printing
