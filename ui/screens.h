// The screens of this machine, and which of them is meant. Knows no window.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mn::ui {

// As the window system tells it, in pixels of the desktop that all screens share.
struct ScreenSeen {
  std::string name;  // "HDMI-1"
  int x = 0;
  int y = 0;
  int width_px = 0;
  int height_px = 0;
  bool operator==(const ScreenSeen&) const = default;
};

// Those connected now, the first one first; none when there is no window system to ask. May be called before a glass
// is opened, and on the thread of an open one.
std::vector<ScreenSeen> screens();

// Which one is meant: by its number from 0, by its name, or by a part of a name that only one has; "" is the first.
// Great and small letters are the same. Nothing: there is none, or several could be meant.
std::optional<std::size_t> find_screen(const std::vector<ScreenSeen>& screens, std::string_view wanted);

// "0 eDP-1 1920×1080, 1 HDMI-1 3840×1080"; "no screen" when there is none.
std::string screens_text(const std::vector<ScreenSeen>& screens);

}  // namespace mn::ui
