// The sticks that are in this machine now. Looks at the system, decides nothing (usb_mounts.h does).
#pragma once

#include "kiosk/usb_mounts.h"

namespace mn::kiosk {

// `told`: a folder that a technician named in the settings, "" for none; taken whenever it is there and can be written
// to, so it should be one that is there only while the stick is. Then what is mounted.
std::vector<UsbMount> find_usb(const std::string& told);

}  // namespace mn::kiosk
