#include "tests/ui/x_server.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace mn::ui {
namespace {

void sleep_ms(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

}  // namespace

Child::Child(const std::vector<std::string>& arguments, const std::string& x_display) {
  std::vector<char*> raw;
  for (const std::string& argument : arguments) raw.push_back(const_cast<char*>(argument.c_str()));
  raw.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ != 0) return;
  if (!x_display.empty()) ::setenv("DISPLAY", x_display.c_str(), 1);
  const int nowhere = ::open("/dev/null", O_RDWR);
  ::dup2(nowhere, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);
  ::execvp(raw.front(), raw.data());
  ::_exit(127);
}

Child::~Child() { end(); }

void Child::end() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

int Child::exit_code(int timeout_ms) {
  for (int waited = 0; waited <= timeout_ms && pid_ > 0; waited += 10) {
    int status = 0;
    if (::waitpid(pid_, &status, WNOHANG) == pid_) {
      pid_ = -1;
      return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    sleep_ms(10);
  }
  return -1;
}

std::string free_display() {
  int number = 300 + static_cast<int>(::getpid() % 500);
  while (std::filesystem::exists("/tmp/.X" + std::to_string(number) + "-lock") ||
         std::filesystem::exists("/tmp/.X11-unix/X" + std::to_string(number))) {
    ++number;
  }
  return ":" + std::to_string(number);
}

bool answers(const std::string& x_display, int timeout_ms) {
  for (int waited = 0; waited <= timeout_ms; waited += 20) {
    if (Display* display = XOpenDisplay(x_display.c_str()); display != nullptr) {
      XCloseDisplay(display);
      return true;
    }
    sleep_ms(20);
  }
  return false;
}

unsigned long colour_at(const std::string& x_display, int x, int y) {
  Display* display = XOpenDisplay(x_display.c_str());
  if (display == nullptr) return 0;
  XImage* image = XGetImage(display, DefaultRootWindow(display), x, y, 1, 1, AllPlanes, ZPixmap);
  const unsigned long pixel = image != nullptr ? XGetPixel(image, 0, 0) & 0xFFFFFFUL : 0;
  if (image != nullptr) XDestroyImage(image);
  XCloseDisplay(display);
  return pixel;
}

bool installed(const std::string& program) {
  for (const char* folder : {"/usr/bin/", "/usr/local/bin/", "/bin/"}) {
    if (::access((folder + program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

bool run_on(const std::string& x_display, const std::vector<std::string>& arguments) {
  Child child(arguments, x_display);
  return child.exit_code(10'000) == 0;
}

}  // namespace mn::ui
