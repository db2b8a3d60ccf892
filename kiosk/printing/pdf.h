// A slip as PDF: one page as wide as the paper and as long as the slip, letters as letters, fonts embedded.
#pragma once

#include <string>

#include "kiosk/printing/paper.h"
#include "kiosk/printing/slip.h"

namespace mn::printing {

struct Pdf {
  std::string bytes;
  int width_mm = 0;
  int height_mm = 0;  // rounded up
};

// Its title is the slip's own; it says nothing else about the giver than the slip does. Fails as compose does, or with
// unavailable.
Result<Pdf> pdf_of(const Slip& slip, const Paper& paper);

}  // namespace mn::printing
