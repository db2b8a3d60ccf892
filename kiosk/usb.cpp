#include "kiosk/usb.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "journal/file.h"

namespace mn::kiosk {
namespace {

constexpr std::size_t kMountInfoBytesMax = 4 << 20;

bool can_write(const std::string& folder) {
  std::error_code ignored;
  return std::filesystem::is_directory(folder, ignored) && ::access(folder.c_str(), W_OK | X_OK) == 0;
}

}  // namespace

std::vector<UsbMount> find_usb(const std::string& told) {
  std::vector<UsbMount> found;
  if (const Result<std::string> text = read_file("/proc/self/mountinfo", kMountInfoBytesMax)) found = usb_mounts(*text);
  if (!told.empty()) {
    std::erase_if(found, [&](const UsbMount& mount) { return mount.folder == told; });
    found.insert(found.begin(), {told, std::filesystem::path(told).filename().string()});
  }
  std::erase_if(found, [](const UsbMount& mount) { return !can_write(mount.folder); });
  return found;
}

}  // namespace mn::kiosk
