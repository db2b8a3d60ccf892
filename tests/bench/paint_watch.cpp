#include "tests/bench/paint_watch.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>

namespace mn::bench {

struct PaintWatch::Connection {
  Display* display = nullptr;
  int events = 0;
  Damage damage = 0;
};

PaintWatch::PaintWatch(const std::string& x_display) : connection_(std::make_unique<Connection>()) {
  connection_->display = XOpenDisplay(x_display.c_str());
  int errors = 0;
  if (connection_->display == nullptr ||
      XDamageQueryExtension(connection_->display, &connection_->events, &errors) == 0)
    return;
  connection_->damage =
      XDamageCreate(connection_->display, DefaultRootWindow(connection_->display), XDamageReportRawRectangles);
  XSync(connection_->display, False);
}

PaintWatch::~PaintWatch() {
  if (connection_->display != nullptr) XCloseDisplay(connection_->display);
}

bool PaintWatch::ok() const { return connection_->damage != 0; }

void PaintWatch::forget() {
  XSync(connection_->display, False);
  XEvent event;
  while (XPending(connection_->display) > 0) XNextEvent(connection_->display, &event);
}

bool PaintWatch::painted(int top, int bottom, std::chrono::steady_clock::time_point until) {
  for (;;) {
    while (XPending(connection_->display) > 0) {
      XEvent event;
      XNextEvent(connection_->display, &event);
      if (event.type != connection_->events + XDamageNotify) continue;
      const XRectangle& area = reinterpret_cast<const XDamageNotifyEvent&>(event).area;
      if (area.y < bottom && area.y + area.height > top) return true;
    }
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    pollfd waiting{ConnectionNumber(connection_->display), POLLIN, 0};
    ::poll(&waiting, 1, static_cast<int>(left.count()));
  }
}

std::vector<char> PaintWatch::rows(int width, int top, int bottom) {
  XImage* image = XGetImage(connection_->display, DefaultRootWindow(connection_->display), 0, top,
                            static_cast<unsigned>(width), static_cast<unsigned>(bottom - top), AllPlanes, ZPixmap);
  if (image == nullptr) return {};
  const auto bytes = static_cast<std::ptrdiff_t>(image->bytes_per_line) * image->height;
  std::vector<char> out(image->data, image->data + bytes);
  XDestroyImage(image);
  return out;
}

}  // namespace mn::bench
