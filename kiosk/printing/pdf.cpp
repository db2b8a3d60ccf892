#include "kiosk/printing/pdf.h"

#include <cairo-pdf.h>

#include <cmath>

#include "kiosk/printing/draw.h"
#include "kiosk/printing/layout.h"

namespace mn::printing {
namespace {

constexpr double kPointsPerDot = 72 / kDotsPerInch;
constexpr double kPointsPerMm = 72 / 25.4;

cairo_status_t take_part(void* closure, const unsigned char* bytes, unsigned count) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<Pdf> pdf_of(const Slip& slip, const Paper& paper) {
  const Result<Sheet> sheet = compose(slip, paper);
  if (!sheet) return sheet.failure();
  const double width_pt = paper.width_mm * kPointsPerMm;
  const double edge_pt = (width_pt - paper.width_dots * kPointsPerDot) / 2;
  const double height_pt = sheet->height_dots * kPointsPerDot + 2 * edge_pt;
  Pdf out;
  out.width_mm = paper.width_mm;
  out.height_mm = static_cast<int>(std::ceil(height_pt / kPointsPerMm));
  const Surface surface(cairo_pdf_surface_create_for_stream(take_part, &out.bytes, width_pt, height_pt));
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, slip.title.c_str());
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "mangnon-print");
  {
    const Cairo cairo(cairo_create(surface.get()));
    cairo_translate(cairo.get(), edge_pt, edge_pt);
    cairo_scale(cairo.get(), kPointsPerDot, kPointsPerDot);
    draw_sheet(cairo.get(), *sheet, Letters::text);
    cairo_show_page(cairo.get());
  }
  cairo_surface_finish(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
    return Failure{Cause::unavailable, "the PDF could not be made"};
  return out;
}

}  // namespace mn::printing
