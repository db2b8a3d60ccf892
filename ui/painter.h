// Inside ui/ only: finished draw lists onto a picture, by OpenGL or by the processor, whichever the glass was opened
// with.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

#include "ui/damage.h"
#include "ui/texture.h"

namespace mn::ui {

// A list onto a whole picture whose upper left corner is `low` in the list's places.
void paint_onto(const Paintable& target, ImDrawList& list, ImVec2 low);
// The same, in these parts only (places of the list); what was there goes first when `cleared`. OpenGL paints it all.
void paint_parts_onto(const Paintable& target, ImDrawList& list, ImVec2 low, const std::vector<PixelBox>& parts,
                      bool cleared);
// A frame, in these parts only. The lists are used up. Gives the pixels laid by the processor.
std::int64_t paint_parts(const Paintable& target, ImDrawData& data, const std::vector<PixelBox>& parts);
// RGBA rows from the top.
std::vector<std::uint8_t> rgba_of(const Paintable& picture);

}  // namespace mn::ui
