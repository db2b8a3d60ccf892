// When a keyboard turns its shift on by itself.
#pragma once

#include <string_view>

#include "kiosk/keyboard.h"

namespace mn::kiosk {

// A capital comes behind `before`, the text up to the cursor.
bool capital_comes(std::string_view before, Capitals capitals);

}  // namespace mn::kiosk
