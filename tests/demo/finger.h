// A finger on a window: real pointer events through the X server's XTEST extension, and the picture it sees. Survives
// the X server's death: everything then answers false until reconnect() finds the server again.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace mn::demo {

class Finger {
 public:
  explicit Finger(std::string display_name);
  ~Finger();
  Finger(const Finger&) = delete;
  Finger& operator=(const Finger&) = delete;

  bool connected() const;
  bool reconnect();
  // Press and release at a place of the screen, in pixels; held for hold_ms.
  bool tap(int x, int y, int hold_ms);
  // Only down; and up again at another place.
  bool press(int x, int y);
  bool release_at(int x, int y);
  // The whole screen as PNG.
  bool picture(const std::filesystem::path& file);

 private:
  struct Connection;
  std::string display_name_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace mn::demo
