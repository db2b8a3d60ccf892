#include "kiosk/usb_mounts.h"

#include <algorithm>
#include <optional>
#include <set>

namespace mn::kiosk {
namespace {

// One line of proc_pid_mountinfo(5): "36 35 98:0 /root /point ro,noatime master:1 - ext3 /dev/sda1 rw,errors=continue".
struct Mount {
  std::string device;  // "98:0"
  std::string point;
  bool writable = false;
  std::string source;
};

// Spaces, tabs, line feeds and backslashes are written as \040 and so on.
std::string unescaped(std::string_view text) {
  const auto octal = [](char sign) { return sign >= '0' && sign <= '7'; };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 3 < text.size() && text[i + 1] <= '3' && octal(text[i + 1]) &&
                        octal(text[i + 2]) && octal(text[i + 3]);
    if (!escape) {
      out += text[i];
      continue;
    }
    out += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
    i += 3;
  }
  return out;
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    if (end != 0) words.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

bool may_write(std::string_view options) { return options == "rw" || options.starts_with("rw,"); }

std::optional<Mount> read_mount(std::string_view line) {
  const std::vector<std::string_view> words = words_of(line);
  const auto dash = std::find(words.begin(), words.end(), "-");
  if (words.size() < 6 || dash - words.begin() < 6 || words.end() - dash < 4) return std::nullopt;
  return Mount{std::string(words[2]), unescaped(words[4]), may_write(words[5]) && may_write(dash[3]),
               unescaped(dash[2])};
}

// How many folders deep below `root`; 0 when not below it.
int depth_below(std::string_view point, std::string_view root) {
  if (!point.starts_with(root) || point.size() <= root.size()) return 0;
  point.remove_prefix(root.size());
  if (point.front() != '/' || point.size() == 1) return 0;
  return static_cast<int>(std::count(point.begin(), point.end(), '/'));
}

bool where_sticks_go(std::string_view point) {
  const int media = depth_below(point, "/media");
  return media == 1 || media == 2 || depth_below(point, "/run/media") == 2;
}

}  // namespace

std::vector<UsbMount> usb_mounts(std::string_view mountinfo) {
  std::vector<Mount> mounts;
  std::set<std::string> system;
  while (!mountinfo.empty()) {
    const std::size_t end = std::min(mountinfo.find('\n'), mountinfo.size());
    const std::optional<Mount> mount = read_mount(mountinfo.substr(0, end));
    mountinfo.remove_prefix(std::min(end + 1, mountinfo.size()));
    if (!mount) continue;
    if (mount->point == "/") system.insert(mount->device);
    mounts.push_back(*mount);
  }
  std::sort(mounts.begin(), mounts.end(), [](const Mount& a, const Mount& b) { return a.point < b.point; });
  std::vector<UsbMount> found;
  std::set<std::string> devices;
  for (const Mount& mount : mounts) {
    const bool fits = where_sticks_go(mount.point) && mount.writable && mount.source.starts_with("/dev/") &&
                      !system.contains(mount.device);
    if (fits && devices.insert(mount.device).second)
      found.push_back({mount.point, mount.point.substr(mount.point.rfind('/') + 1)});
  }
  return found;
}

}  // namespace mn::kiosk
