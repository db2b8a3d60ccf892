// Where everything of a slip stands on a paper. Draws nothing.
#pragma once

#include "kiosk/printing/paper.h"
#include "kiosk/printing/slip.h"
#include "kiosk/printing/type.h"

namespace mn::printing {

inline constexpr int kSlipHeightDotsMax = 16'000;  // two metres of paper

// The slip from top to bottom; as high as it needs. bad_input when a QR code would have modules under kQrModuleDotsMin
// dots, or the slip would be higher than kSlipHeightDotsMax.
Result<Sheet> compose(const Slip& slip, const Paper& paper);

}  // namespace mn::printing
