// What a scanner reads off a picture of the screen.
#pragma once

#include <string>
#include <vector>

#include "tests/demo/finger.h"

namespace mn::windows {

// The texts of all QR codes that stand in the picture, in no order.
std::vector<std::string> read_codes(const demo::Finger::Seen& seen);

}  // namespace mn::windows
