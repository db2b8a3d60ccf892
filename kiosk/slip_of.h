// What a donor's slip says: the pledge that was kept, in the donor's language, as texts ready to print. Pure.
#pragma once

#include <string>

#include "core/strings.h"
#include "kiosk/printing/slip.h"
#include "kiosk/visit.h"

namespace mn::kiosk {

// `kiosk`: what people call this kiosk; with the pledge's number it is the slip's number.
printing::Slip slip_of(const Thanks& thanks, const Campaign& campaign, const Strings& strings, Language language,
                       const std::string& kiosk);

}  // namespace mn::kiosk
