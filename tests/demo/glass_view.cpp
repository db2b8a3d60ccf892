#include "tests/demo/glass_view.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace mn::demo {
namespace {

std::optional<View> read_line(const std::string& line) {
  const nlohmann::json parsed = nlohmann::json::parse(line, nullptr, false);
  if (!parsed.is_object()) return std::nullopt;  // a line cut by a kill
  View view;
  view.screen = parsed.value("screen", "");
  for (const auto& target : parsed["targets"]) {
    view.touchables.push_back({target.value("label", ""), target.value("enabled", true), target.value("x", 0.0),
                               target.value("y", 0.0), target.value("width", 0.0), target.value("height", 0.0)});
  }
  return view;
}

}  // namespace

bool GlassView::refresh() {
  std::ifstream in(file_, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(offset_));
  if (!in) return false;
  const std::string added((std::istreambuf_iterator<char>(in)), {});
  offset_ += added.size();
  partial_ += added;
  bool changed = false;
  for (std::size_t end = partial_.find('\n'); end != std::string::npos; end = partial_.find('\n')) {
    if (std::optional<View> view = read_line(partial_.substr(0, end))) {
      view_ = *std::move(view);
      ++changes_;
      changed = true;
    }
    partial_.erase(0, end + 1);
  }
  return changed;
}

std::optional<Touchable> find_label(const View& view, const std::string& label) {
  for (const Touchable& touchable : view.touchables) {
    if (touchable.label == label && touchable.enabled) return touchable;
  }
  return std::nullopt;
}

}  // namespace mn::demo
