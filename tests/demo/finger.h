// A finger on a window: real pointer events through the X server's XTEST extension, and the picture it sees. Survives
// the X server's death: everything then answers false until reconnect() finds the server again.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  // A finger that is down goes there.
  bool move(int x, int y);
  // Keys of a keyboard on the table, or of a reader that types: printable ASCII, '\n' is Enter, '\b' the key above it.
  // False when a sign has no key there.
  bool type(std::string_view text, int key_ms);
  // The whole screen: rows of RGB from the top; nothing when it cannot be seen.
  struct Seen {
    int width = 0;
    int height = 0;
    std::vector<unsigned char> rgb;
  };
  std::optional<Seen> look();
  // The same as PNG.
  bool picture(const std::filesystem::path& file);

 private:
  struct Connection;
  std::string display_name_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace mn::demo
