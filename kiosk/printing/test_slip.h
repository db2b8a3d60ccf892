// The slip of a test print: invented throughout, and it says so. No donor is in it.
#pragma once

#include "kiosk/printing/slip.h"

namespace mn::printing {

Slip test_slip();

}  // namespace mn::printing
