#include "tests/demo/finger.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <stb/stb_image_write.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace mn::demo {

struct Finger::Connection {
  Display* display = nullptr;
  std::atomic<bool> broken = false;
};

namespace {

// Xlib ends the whole program when a server dies, unless told otherwise.
void remember_broken(Display*, void* connection) { static_cast<std::atomic<bool>*>(connection)->store(true); }
int ignore_error(Display*, XErrorEvent*) { return 0; }
int ignore_io_error(Display*) { return 0; }

}  // namespace

Finger::Finger(std::string display_name) : display_name_(std::move(display_name)) {
  static const bool threads_ready = [] {
    XInitThreads();
    XSetErrorHandler(ignore_error);
    XSetIOErrorHandler(ignore_io_error);
    return true;
  }();
  (void)threads_ready;
  reconnect();
}

// A broken connection is left alone: closing it would touch the dead server.
Finger::~Finger() {
  if (connected())
    XCloseDisplay(connection_->display);
  else if (connection_ && connection_->display)
    connection_.release();
}

bool Finger::connected() const { return connection_ && connection_->display != nullptr && !connection_->broken.load(); }

bool Finger::reconnect() {
  if (connected()) return true;
  if (connection_ && connection_->display) connection_.release();
  connection_ = std::make_unique<Connection>();
  connection_->display = XOpenDisplay(display_name_.c_str());
  if (connection_->display == nullptr) return false;
  XSetIOErrorExitHandler(connection_->display, remember_broken, &connection_->broken);
  return true;
}

bool Finger::press(int x, int y) {
  if (!connected()) return false;
  XTestFakeMotionEvent(connection_->display, -1, x, y, CurrentTime);
  XTestFakeButtonEvent(connection_->display, 1, True, CurrentTime);
  XSync(connection_->display, False);
  return connected();
}

bool Finger::move(int x, int y) {
  if (!connected()) return false;
  XTestFakeMotionEvent(connection_->display, -1, x, y, CurrentTime);
  XSync(connection_->display, False);
  return connected();
}

bool Finger::release_at(int x, int y) {
  if (!connected()) return false;
  XTestFakeMotionEvent(connection_->display, -1, x, y, CurrentTime);
  XTestFakeButtonEvent(connection_->display, 1, False, CurrentTime);
  XSync(connection_->display, False);
  return connected();
}

bool Finger::tap(int x, int y, int hold_ms) {
  if (!press(x, y)) return false;
  std::this_thread::sleep_for(std::chrono::milliseconds(hold_ms));
  return release_at(x, y);
}

bool Finger::type(std::string_view text, int key_ms) {
  if (!connected()) return false;
  Display* display = connection_->display;
  const KeyCode shift = XKeysymToKeycode(display, XK_Shift_L);
  const auto pause = [&] { std::this_thread::sleep_for(std::chrono::milliseconds(key_ms)); };
  for (const char sign : text) {
    // Printable ASCII are their own key symbols.
    const KeySym symbol = sign == '\n'   ? XK_Return
                          : sign == '\b' ? XK_BackSpace
                                         : static_cast<KeySym>(static_cast<unsigned char>(sign));
    const KeyCode key = XKeysymToKeycode(display, symbol);
    if (key == 0) return false;
    const bool shifted = XkbKeycodeToKeysym(display, key, 0, 0) != symbol;
    if (shifted && XkbKeycodeToKeysym(display, key, 0, 1) != symbol) return false;
    if (shifted) XTestFakeKeyEvent(display, shift, True, CurrentTime);
    XTestFakeKeyEvent(display, key, True, CurrentTime);
    XTestFakeKeyEvent(display, key, False, CurrentTime);
    if (shifted) XTestFakeKeyEvent(display, shift, False, CurrentTime);
    XSync(display, False);
    if (!connected()) return false;
    pause();
  }
  return true;
}

std::optional<Finger::Seen> Finger::look() {
  if (!connected()) return std::nullopt;
  Display* display = connection_->display;
  Seen seen{DisplayWidth(display, DefaultScreen(display)), DisplayHeight(display, DefaultScreen(display)), {}};
  XImage* image = XGetImage(display, DefaultRootWindow(display), 0, 0, static_cast<unsigned>(seen.width),
                            static_cast<unsigned>(seen.height), AllPlanes, ZPixmap);
  if (image == nullptr || !connected()) return std::nullopt;
  seen.rgb.resize(static_cast<std::size_t>(seen.width) * static_cast<std::size_t>(seen.height) * 3);
  std::size_t at = 0;
  for (int y = 0; y < seen.height; ++y) {
    for (int x = 0; x < seen.width; ++x) {
      const unsigned long pixel = XGetPixel(image, x, y);
      seen.rgb[at++] = static_cast<unsigned char>(pixel >> 16 & 255);
      seen.rgb[at++] = static_cast<unsigned char>(pixel >> 8 & 255);
      seen.rgb[at++] = static_cast<unsigned char>(pixel & 255);
    }
  }
  XDestroyImage(image);
  return seen;
}

bool Finger::picture(const std::filesystem::path& file) {
  const std::optional<Seen> seen = look();
  if (!seen) return false;
  stbi_write_png_compression_level = 3;
  return stbi_write_png(file.c_str(), seen->width, seen->height, 3, seen->rgb.data(), seen->width * 3) != 0;
}

}  // namespace mn::demo
