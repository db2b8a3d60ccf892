// Which mounted file systems are sticks that a person has just put in: read off the text of /proc/self/mountinfo. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mn::kiosk {

struct UsbMount {
  std::string folder;  // "/media/staff/STICK"
  std::string label;   // its last part, for the screen
  bool operator==(const UsbMount&) const = default;
};

// Mounts at /media/X, /media/X/Y and /run/media/X/Y that are of a device, writable, and not of the device that the
// system runs from; ordered by folder, each device once. Lines that cannot be read are passed over.
std::vector<UsbMount> usb_mounts(std::string_view mountinfo);

}  // namespace mn::kiosk
