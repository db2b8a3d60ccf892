// What an X server knows of its screen: where it was painted, by its DAMAGE extension, and the pixels.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace mn::bench {

class PaintWatch {
 public:
  explicit PaintWatch(const std::string& x_display);
  ~PaintWatch();
  PaintWatch(const PaintWatch&) = delete;
  PaintWatch& operator=(const PaintWatch&) = delete;

  bool ok() const;
  // What was painted until now does not count.
  void forget();
  // True when something was painted across these rows before the time is up.
  bool painted(int top, int bottom, std::chrono::steady_clock::time_point until);
  // The pixels of these rows.
  std::vector<char> rows(int width, int top, int bottom);

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

}  // namespace mn::bench
