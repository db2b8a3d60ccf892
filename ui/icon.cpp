// The icons' names and how one is drawn.
#include "ui/icon.h"

#include <array>

#include "ui/glyphs.h"
#include "ui/pen.h"
#include "ui/pictures.h"

namespace mn::ui {

const char* icon_name(Icon icon) {
  constexpr std::array<const char*, kIconCount> kNames = {
      "heart",  "check",     "cross",         "back",         "forward",   "backspace", "shift",
      "person", "family",    "building",      "agency",       "group",     "star",      "gift",
      "coin",   "qr",        "printer",       "warning",      "info",      "clock",     "globe",
      "pencil", "leaf",      "bell",          "screen",       "phone",     "calendar",  "box",
      "book",   "volume",    "volume_off",    "text_size",    "low_reach", "language",  "lock",
      "usb",    "hand_help", "eye_off",       "eye",          "shield",    "send",      "list",
      "guests", "keyboard",  "chevron_right", "chevron_left", "plus",      "minus",     "cloud_off"};
  return kNames.at(static_cast<std::size_t>(icon));
}

void draw_icon(const Canvas& canvas, Icon icon, Rect rect, Colour colour) {
  const float side = std::round(length_px(canvas, std::min(rect.width, rect.height)));
  if (side < 1 || canvas.opacity <= 0) return;
  const Patch& patch =
      canvas.pictures->icon(icon, static_cast<int>(side), canvas.glyphs->atlas(), canvas.glyphs->generation());
  if (patch.texture == 0) return;
  const ImVec2 middle = to_px(canvas, rect.centre());
  const ImVec2 low{std::round(middle.x - side / 2), std::round(middle.y - side / 2)};
  ImDrawList& list = *canvas.list;
  list.PushTextureID(to_imgui(patch.texture));
  list.PrimReserve(6, 4);
  list.PrimRectUV(low, {low.x + side, low.y + side}, patch.uv_low, patch.uv_high, to_ink(canvas, colour));
  list.PopTextureID();
}

}  // namespace mn::ui
