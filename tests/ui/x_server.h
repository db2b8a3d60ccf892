// X servers of our own for tests that need one that changes, or dies.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace mn::ui {

// A program and what became of it; ended with this.
class Child {
 public:
  explicit Child(const std::vector<std::string>& arguments, const std::string& x_display = {});
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  void end();
  // Waits for its end: what it exited with, -1 when it does not end in time or by itself.
  int exit_code(int timeout_ms);

 private:
  pid_t pid_ = -1;
};

// ":301": one nobody uses.
std::string free_display();
// Whether an X server answers within the time.
bool answers(const std::string& x_display, int timeout_ms);
// The colour at a place of its whole desktop, 0xRRGGBB.
unsigned long colour_at(const std::string& x_display, int x, int y);
bool installed(const std::string& program);
// Runs a program to its end on that display; true when it was content.
bool run_on(const std::string& x_display, const std::vector<std::string>& arguments);

}  // namespace mn::ui
