// Controls to choose by: a few choices in one pill, suggestions, rows of a list. What is chosen carries a tick. Decides
// nothing.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ui/control.h"

namespace mn::ui {

// Two to four choices in one pill, the chosen one raised with a tick before it. Their targets are `first`, first + 1,
// …. Gives the choice that was tapped. `thumb` (0 … choices − 1) draws the raised part on its way; none: where it
// belongs.
struct SegmentedLook {
  float size = type_size::body;
  std::optional<float> thumb = std::nullopt;
  bool enabled = true;
};
constexpr std::size_t kSegmentsMost = 4;
std::optional<int> segmented(const Canvas& canvas, TargetId first, Rect rect, std::span<const std::string_view> labels,
                             int chosen, const SegmentedLook& look = {});

// A suggestion to tap: a pill with an icon. Chosen, the icon is a tick.
struct ChipLook {
  std::optional<Icon> icon = std::nullopt;
  bool chosen = false;
  bool enabled = true;
  float size = type_size::body;
};
bool chip(const Canvas& canvas, TargetId id, Rect rect, std::string_view label, const ChipLook& look = {});
// The width at which a chip of this height shows its label whole.
float chip_width(const Canvas& canvas, std::string_view label, float height, const ChipLook& look = {});

// A row of a list: icon, title, note, and what tapping does. The whole row is the target. Titles wrap to two lines and
// then shrink before anything is cut; rows stand on a card of the caller's, `last` draws no line below.
struct RowLook {
  std::optional<Icon> icon = std::nullopt;
  std::string_view note = {};
  std::optional<Icon> end = Icon::forward;  // at the right end
  bool chosen = false;                      // a tick at the right end instead
  bool enabled = true;
  bool last = false;
  float size = type_size::body;
};
bool list_row(const Canvas& canvas, TargetId id, Rect rect, std::string_view title, const RowLook& look = {});

}  // namespace mn::ui
