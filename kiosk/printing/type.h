// Setting text with Pango: faces, fitting, wrapping. Vietnamese is shaped by HarfBuzz, so stacked marks stay whole.
#pragma once

#include <string>

#include "kiosk/printing/sheet.h"

namespace mn::printing {

enum class Face {
  sans,    // reads best when small
  serif,   // as on an official paper: the title, the amount
  compact  // tight, for a code of capitals and digits; its Vietnamese marks would touch
};

struct Look {
  double size = 24;  // dots
  PangoWeight weight = PANGO_WEIGHT_SEMIBOLD;
  PangoAlignment align = PANGO_ALIGN_LEFT;
  Face face = Face::sans;
  bool tabular = false;  // digits of one width, for account numbers
};

class Typesetter {
 public:
  // `language` is BCP 47.
  explicit Typesetter(const std::string& language);

  // Wrapped at words, and inside a word that is longer than a line; its lines about equally long, so that no word is
  // left alone on the last.
  Text paragraph(const std::string& text, const Look& look, int width) const;
  // Whether it fits on one line.
  bool fits(const std::string& text, const Look& look, int width) const;
  // On one line: smaller, down to size_min, where it would not fit; wrapped when even that is too wide.
  Text line(const std::string& text, const Look& look, int width, double size_min) const;

 private:
  Text set(const std::string& text, const Look& look) const;

  std::unique_ptr<PangoContext, FreeObject> context_;
};

// Of what is laid out, in dots, rounded up.
int height_of(const Text& text);
int width_of(const Text& text);
// How far to the right a centred text begins, for its middle to be that of `width`; 0 for others.
double indent_of(const Text& text, int width);
// From the top to the first line's baseline.
double baseline_of(const Text& text);

}  // namespace mn::printing
