// QR codes (ISO/IEC 18004) at error level M through libqrencode, as modules; a slip draws them in whole dots.
#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"

namespace mn::printing {

inline constexpr int kQuietModules = 4;
inline constexpr int kQrModuleDotsMin = 3;  // 0.375 mm at 203 dpi: what every phone still reads off thermal paper

struct QrModules {
  int side = 0;             // modules, without the quiet zone
  std::vector<bool> black;  // side × side, by rows
  int across() const { return side + 2 * kQuietModules; }
};

// bad_input when the payload does not fit a QR code.
Result<QrModules> qr_modules(std::string_view payload);

}  // namespace mn::printing
