#include "tests/bench/bare_window.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <thread>

#include "tests/bench/paint_watch.h"

namespace mn::bench {
namespace {

constexpr int kWidth = 1920;
constexpr int kTop = 180;
constexpr int kHeight = 220;  // of the band: as high as the number of the hall's screen

void paint_when_told(const std::string& x_display, int told, const std::atomic<bool>& stop) {
  Display* display = XOpenDisplay(x_display.c_str());
  if (display == nullptr) return;
  const Window window = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, kWidth, 1080, 0, 0, 0);
  XMapWindow(display, window);
  XSync(display, False);
  std::vector<std::uint32_t> pixels(static_cast<std::size_t>(kWidth) * kHeight);
  XImage* image = XCreateImage(display, DefaultVisual(display, DefaultScreen(display)), 24, ZPixmap, 0,
                               reinterpret_cast<char*>(pixels.data()), kWidth, kHeight, 32, 0);
  const GC gc = XCreateGC(display, window, 0, nullptr);
  std::uint64_t count = 0;
  for (std::uint32_t colour = 1; ::read(told, &count, sizeof count) == sizeof count && !stop; colour += 0x010305) {
    for (std::uint32_t& pixel : pixels) pixel = colour;
    XPutImage(display, window, gc, image, 0, 0, 0, kTop, kWidth, kHeight);
    XFlush(display);
  }
  image->data = nullptr;
  XDestroyImage(image);
  XCloseDisplay(display);
}

}  // namespace

std::vector<double> measure_bare_window(const std::string& x_display, int samples) {
  using Clock = std::chrono::steady_clock;
  PaintWatch watch(x_display);
  if (!watch.ok()) return {};
  const int told = ::eventfd(0, EFD_CLOEXEC);
  std::atomic<bool> stop = false;
  std::thread painter([&] { paint_when_told(x_display, told, stop); });
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  std::vector<double> out;
  const std::uint64_t one = 1;
  for (int i = 0; i < samples; ++i) {
    watch.forget();
    const Clock::time_point start = Clock::now();
    if (::write(told, &one, sizeof one) != sizeof one) break;
    if (!watch.painted(kTop, kTop + kHeight, start + std::chrono::seconds(1))) break;
    out.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  stop = true;
  (void)!::write(told, &one, sizeof one);
  painter.join();
  ::close(told);
  return out;
}

}  // namespace mn::bench
