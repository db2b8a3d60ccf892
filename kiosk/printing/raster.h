// A slip as the dots of a receipt printer, and as a PNG to look at.
#pragma once

#include <filesystem>

#include "kiosk/printing/bitmap.h"
#include "kiosk/printing/paper.h"
#include "kiosk/printing/sheet.h"
#include "kiosk/printing/slip.h"

namespace mn::printing {

// Fails with unavailable when memory does not suffice.
Result<Bitmap> dots_of(const Sheet& sheet);

// A whole slip. Fails as compose does, or with unavailable when memory does not suffice.
Result<Bitmap> rasterise(const Slip& slip, const Paper& paper);

// One pixel a dot. The file is replaced, mode 600. Fails with unavailable.
Done save_png(const Bitmap& bitmap, const std::filesystem::path& file);

// Overwrites the dots.
void forget(Bitmap& bitmap);

}  // namespace mn::printing
