// What is on a kiosk's glass, as its --targets file says: the screen's name and what can be touched where. The crowd
// reads the words on the controls as a person does; it knows nothing else of the kiosk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mn::demo {

struct Touchable {
  std::string label;
  bool enabled = true;
  double x = 0, y = 0, width = 0, height = 0;  // pixels of the window
};

struct View {
  std::string screen;
  std::vector<Touchable> touchables;
};

// Follows the file as it grows, through restarts of the kiosk (which goes on adding to it).
class GlassView {
 public:
  explicit GlassView(std::filesystem::path file) : file_(std::move(file)) {}
  // Reads what was added; true when something was.
  bool refresh();
  const View& now() const { return view_; }
  std::uint64_t changes() const { return changes_; }

 private:
  std::filesystem::path file_;
  std::uint64_t offset_ = 0;
  std::uint64_t changes_ = 0;
  std::string partial_;
  View view_;
};

std::optional<Touchable> find_label(const View& view, const std::string& label);

}  // namespace mn::demo
