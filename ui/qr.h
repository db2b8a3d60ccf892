// QR codes (ISO/IEC 18004) at error level M with a quiet zone of four modules, through libqrencode. Knows no payment
// format.
#pragma once

#include <string_view>

#include "ui/canvas.h"

namespace mn::ui {

struct QrDrawn {
  bool ok = false;    // false: the text does not fit a QR code, or its modules would be under kQrModulePixelsMin
  int modules = 0;    // a side, without the quiet zone
  int module_px = 0;  // real pixels a module, always whole
};
constexpr int kQrModulePixelsMin = 4;

// Draws dark modules on a white square centred in `box`, as large as whole pixels allow. Kept as a still layer by its
// text.
QrDrawn draw_qr(const Canvas& canvas, Rect box, std::string_view text, Colour dark = hue::ink);

}  // namespace mn::ui
