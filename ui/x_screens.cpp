// XRRGetMonitors, and the handler of a lost connection.
#include "ui/x_screens.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>

namespace mn::ui {
namespace {

int lost(Display*) {
  constexpr std::string_view kWords = "the X server is gone; ending, to be started again\n";
  (void)!::write(STDERR_FILENO, kWords.data(), kWords.size());
  ::_exit(kScreenLostExit);
}

}  // namespace

struct XScreens::Connection {
  Display* display = nullptr;
  int events = 0;
};

XScreens::XScreens() : connection_(std::make_unique<Connection>()) {}

XScreens::~XScreens() {
  if (connection_->display != nullptr) XCloseDisplay(connection_->display);
}

std::unique_ptr<XScreens> XScreens::open() {
  std::unique_ptr<XScreens> made(new XScreens());
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return nullptr;
  made->connection_->display = display;
  int errors = 0;
  int major = 0;
  int minor = 0;
  if (XRRQueryExtension(display, &made->connection_->events, &errors) == 0 ||
      XRRQueryVersion(display, &major, &minor) == 0 || (major == 1 && minor < 5)) {
    return nullptr;
  }
  XRRSelectInput(display, DefaultRootWindow(display),
                 RRScreenChangeNotifyMask | RRCrtcChangeNotifyMask | RROutputChangeNotifyMask);
  XFlush(display);
  return made;
}

std::vector<ScreenSeen> XScreens::list() {
  Display* display = connection_->display;
  int count = 0;
  XRRMonitorInfo* monitors = XRRGetMonitors(display, DefaultRootWindow(display), True, &count);
  std::vector<ScreenSeen> out;
  for (int index = 0; monitors != nullptr && index < count; ++index) {
    const XRRMonitorInfo& monitor = monitors[index];
    char* name = XGetAtomName(display, monitor.name);
    const ScreenSeen seen{name != nullptr ? name : "", monitor.x, monitor.y, monitor.width, monitor.height};
    if (name != nullptr) XFree(name);
    out.insert(monitor.primary != 0 ? out.begin() : out.end(), seen);
  }
  if (monitors != nullptr) XRRFreeMonitors(monitors);
  return out;
}

bool XScreens::changed() {
  bool any = false;
  while (XPending(connection_->display) > 0) {
    XEvent event;
    XNextEvent(connection_->display, &event);
    XRRUpdateConfiguration(&event);
    any =
        any || event.type == connection_->events + RRScreenChangeNotify || event.type == connection_->events + RRNotify;
  }
  return any;
}

bool XScreens::managed() {
  Display* display = connection_->display;
  const Atom check = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", True);
  if (check == None) return false;
  Atom type = None;
  int format = 0;
  unsigned long count = 0;
  unsigned long left = 0;
  unsigned char* value = nullptr;
  const int read = XGetWindowProperty(display, DefaultRootWindow(display), check, 0, 1, False, XA_WINDOW, &type,
                                      &format, &count, &left, &value);
  if (value != nullptr) XFree(value);
  return read == Success && count == 1;
}

// Of every connection of this program: SDL has two.
void end_with_x_server() { XSetIOErrorHandler(lost); }

}  // namespace mn::ui
