// Which of the two sizes of a panel to believe.
#include "ui/panel.h"

#include <algorithm>
#include <cmath>

namespace mn::ui {
namespace {

constexpr float kMillimetresInInch = 25.4F;
constexpr float kLeastDpi = 30;      // a 75-inch screen of 1920×1080 has 29
constexpr float kMostDpi = 400;      // a telephone has more; nobody pledges on one
constexpr float kMadeUpDpi = 96;     // what X servers say when they do not know
constexpr float kUnevenMost = 1.1F;  // pixels are square

// The shorter side's, so that it does not matter which way round the size was given.
float pixels_per_mm(int width_px, int height_px, Size told_mm) {
  const float least_mm = std::min(told_mm.width, told_mm.height);
  const float pixels = static_cast<float>(std::min(width_px, height_px));
  const float per_mm = least_mm > 0 ? pixels / least_mm : 0;
  const float dpi = per_mm * kMillimetresInInch;
  // A size in inches or centimetres by mistake is none.
  return dpi >= kLeastDpi / 2 && dpi <= kMostDpi * 2 ? per_mm : 0;
}

bool believable(const PanelSeen& seen) {
  const auto in_range = [](float dpi) { return std::isfinite(dpi) && dpi >= kLeastDpi && dpi <= kMostDpi; };
  if (!in_range(seen.across_dpi) || !in_range(seen.down_dpi)) return false;
  const auto [least, most] = std::minmax(seen.across_dpi, seen.down_dpi);
  return most / least <= kUnevenMost && std::abs(seen.across_dpi - kMadeUpDpi) > 0.6F;
}

}  // namespace

float units_per_mm(const PanelSeen& seen, std::optional<Size> told_mm, float scale) {
  if (scale <= 0) return 0;
  float per_mm = told_mm ? pixels_per_mm(seen.width_px, seen.height_px, *told_mm) : 0;
  if (per_mm <= 0 && believable(seen)) per_mm = (seen.across_dpi + seen.down_dpi) / 2 / kMillimetresInInch;
  return per_mm / scale;
}

}  // namespace mn::ui
