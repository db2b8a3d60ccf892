// Inside ui/ only: an X server's screens by its RandR extension, through a connection of our own; and what happens when
// an X server goes away.
#pragma once

#include <memory>
#include <vector>

#include "ui/screens.h"

namespace mn::ui {

class XScreens {
 public:
  // Null when no X server with RandR 1.5 answers at $DISPLAY.
  static std::unique_ptr<XScreens> open();
  ~XScreens();
  XScreens(const XScreens&) = delete;
  XScreens& operator=(const XScreens&) = delete;

  // The first screen of the desktop first.
  std::vector<ScreenSeen> list();
  // Whether screens came, went or changed since the last call. Never waits.
  bool changed();
  // A window manager runs: it, not we, says where windows lie.
  bool managed();

 private:
  struct Connection;
  XScreens();
  std::unique_ptr<Connection> connection_;
};

// What a program ends with when its X server went away: whoever keeps it starts it again (EX_TEMPFAIL).
constexpr int kScreenLostExit = 75;

// Without this Xlib would end the program by exit(), with threads running and half of SDL gone. What is
// to be kept is on disk by then.
void end_with_x_server();

}  // namespace mn::ui
