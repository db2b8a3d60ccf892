// Shapes through Dear ImGui's draw lists. Rectangles have their edges on whole pixels.
#include "ui/paint.h"

#include <imgui_internal.h>

#include <numbers>

#include "ui/glyphs.h"
#include "ui/pen.h"

namespace mn::ui {
namespace {

float radius_px(const Canvas& canvas, const PixelRect& box, float radius) {
  return std::min(length_px(canvas, radius), std::min(box.width(), box.height()) / 2);
}

bool invisible(const Canvas& canvas, const PixelRect& box) {
  return canvas.opacity <= 0 || box.width() <= 0 || box.height() <= 0;
}

// Colours what was added to the list since `begin` by its place, and keeps the soft edge's alpha.
void shade(ImDrawList& list, int begin, ImVec2 from, ImVec2 to, ImU32 first, ImU32 last, float opacity = 1) {
  const ImVec2 way{to.x - from.x, to.y - from.y};
  const float length = way.x * way.x + way.y * way.y;
  const ImVec4 start = ImGui::ColorConvertU32ToFloat4(first);
  const ImVec4 end = ImGui::ColorConvertU32ToFloat4(last);
  for (int index = begin; index < list.VtxBuffer.Size; ++index) {
    ImDrawVert& corner = list.VtxBuffer.Data[index];
    const float along = (corner.pos.x - from.x) * way.x + (corner.pos.y - from.y) * way.y;
    const float share = std::clamp(length > 0 ? along / length : 0.0F, 0.0F, 1.0F);
    const float drawn = static_cast<float>((corner.col >> IM_COL32_A_SHIFT) & 0xFFU) / 255.0F;
    const float edge = opacity > 0 ? std::min(1.0F, drawn / opacity) : 0;
    const auto mix = [&](float a, float b) { return a + (b - a) * share; };
    corner.col = ImGui::ColorConvertFloat4ToU32(
        {mix(start.x, end.x), mix(start.y, end.y), mix(start.z, end.z), mix(start.w, end.w) * edge});
  }
}

void patch(const Canvas& canvas, const Patch& what, ImVec2 low, ImVec2 high, ImVec2 uv_low, ImVec2 uv_high, ImU32 ink) {
  if (high.x <= low.x || high.y <= low.y) return;
  const auto between = [&](ImVec2 share) {
    return ImVec2{what.uv_low.x + (what.uv_high.x - what.uv_low.x) * share.x,
                  what.uv_low.y + (what.uv_high.y - what.uv_low.y) * share.y};
  };
  canvas.list->PrimReserve(6, 4);
  canvas.list->PrimRectUV(low, high, between(uv_low), between(uv_high), ink);
}

}  // namespace

void fill(const Canvas& canvas, Rect rect, Colour colour, float radius) {
  const PixelRect box = to_px(canvas, rect);
  if (invisible(canvas, box)) return;
  canvas.list->AddRectFilled(box.low, box.high, to_ink(canvas, colour), radius_px(canvas, box, radius));
}

void outline(const Canvas& canvas, Rect rect, Colour colour, float radius, float thickness) {
  const PixelRect box = to_px(canvas, rect);
  if (invisible(canvas, box)) return;
  // The line lies inside the rectangle: its middle is half a thickness in.
  const float wide = std::max(1.0F, std::round(length_px(canvas, thickness)));
  const float in = (wide - 1) / 2;
  canvas.list->AddRect({box.low.x + in, box.low.y + in}, {box.high.x - in, box.high.y - in}, to_ink(canvas, colour),
                       std::max(0.0F, radius_px(canvas, box, radius) - in), 0, wide);
}

void fill_gradient(const Canvas& canvas, Rect rect, Colour from, Colour to, Run run, float radius) {
  const PixelRect box = to_px(canvas, rect);
  if (invisible(canvas, box)) return;
  ImDrawList& list = *canvas.list;
  const int begin = list.VtxBuffer.Size;
  list.AddRectFilled(box.low, box.high, IM_COL32_WHITE, radius_px(canvas, box, radius));
  ImVec2 end = box.high;
  if (run == Run::down) end.x = box.low.x;
  if (run == Run::across) end.y = box.low.y;
  shade(list, begin, box.low, end, to_ink(canvas, from), to_ink(canvas, to));
}

void outline_gradient(const Canvas& canvas, Rect rect, Colour from, Colour to, float radius, float thickness) {
  const int begin = canvas.list->VtxBuffer.Size;
  outline(canvas, rect, hue::white, radius, thickness);
  const PixelRect box = to_px(canvas, rect);
  shade(*canvas.list, begin, box.low, {box.low.x, box.high.y}, to_ink(canvas, from), to_ink(canvas, to),
        canvas.opacity);
}

void shadow(const Canvas& canvas, Rect rect, Colour colour, float blur, float drop, float radius) {
  const PixelRect box = to_px(canvas, shifted(rect, 0, drop));
  if (invisible(canvas, box)) return;
  // A built-in corner, blurred, is laid on each corner, and its outer columns are stretched along the edges. A right
  // angle has its tip in the middle; of a round one more lies inside.
  const float half = std::min(box.width(), box.height()) / 2;
  const float round = std::min(length_px(canvas, radius), half);
  const float out = round > 0 ? std::max(1.0F, length_px(canvas, blur)) : std::min(length_px(canvas, blur), half);
  constexpr float kQuartersMost = 64;
  const int quarters = static_cast<int>(std::clamp(std::round(round / std::max(1.0F, out) * 4), 0.0F, kQuartersMost));
  const float length = out * (2 + static_cast<float>(quarters) / 4);
  const float in = std::min(length - out, half);
  Atlas& atlas = canvas.glyphs->atlas();
  const Patch& corner = round > 0 ? atlas.soft_round_corner(quarters) : atlas.soft_corner();
  if (corner.texture == 0) return;  // the atlas is full: next frame
  const bool other_page = corner.texture != atlas.first_page();
  if (other_page) canvas.list->PushTextureID(to_imgui(corner.texture));
  const ImU32 ink = to_ink(canvas, colour);
  const float xs[4] = {box.low.x - out, box.low.x + in, box.high.x - in, box.high.x + out};
  const float ys[4] = {box.low.y - out, box.low.y + in, box.high.y - in, box.high.y + out};
  constexpr float kEnd = 1.0F - 0.5F / 64;  // the middle of the last column of the patch
  const float end = std::min(kEnd, (out + in) / length);
  const float from[3] = {0, end, end};
  const float to[3] = {end, end, 0};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      if (row == 1 && column == 1) continue;
      patch(canvas, corner, {xs[column], ys[row]}, {xs[column + 1], ys[row + 1]}, {from[column], from[row]},
            {to[column], to[row]}, ink);
    }
  }
  if (other_page) canvas.list->PopTextureID();
}

void glow(const Canvas& canvas, Point centre, float radius, Colour colour) {
  if (canvas.opacity <= 0) return;
  const ImVec2 middle = to_px(canvas, centre);
  const float reach = length_px(canvas, radius);
  patch(canvas, canvas.glyphs->atlas().soft_disc(), {middle.x - reach, middle.y - reach},
        {middle.x + reach, middle.y + reach}, {0, 0}, {1, 1}, to_ink(canvas, colour));
}

void line(const Canvas& canvas, Point from, Point to, Colour colour, float thickness) {
  if (canvas.opacity <= 0) return;
  canvas.list->AddLine(to_px(canvas, from), to_px(canvas, to), to_ink(canvas, colour),
                       std::max(1.0F, length_px(canvas, thickness)));
}

void disc(const Canvas& canvas, Point centre, float radius, Colour colour) {
  if (canvas.opacity <= 0 || radius <= 0) return;
  canvas.list->AddCircleFilled(to_px(canvas, centre), length_px(canvas, radius), to_ink(canvas, colour));
}

void ring(const Canvas& canvas, Point centre, float radius, Colour colour, float thickness) {
  if (canvas.opacity <= 0 || radius <= 0) return;
  canvas.list->AddCircle(to_px(canvas, centre), length_px(canvas, radius), to_ink(canvas, colour), 0,
                         std::max(1.0F, length_px(canvas, thickness)));
}

void arc(const Canvas& canvas, Point centre, float radius, float share, Colour colour, float thickness) {
  if (canvas.opacity <= 0 || radius <= 0 || share <= 0) return;
  constexpr float kTwelve = -std::numbers::pi_v<float> / 2;
  const float end = kTwelve + std::min(share, 1.0F) * 2 * std::numbers::pi_v<float>;
  canvas.list->PathArcTo(to_px(canvas, centre), length_px(canvas, radius), kTwelve, end);
  canvas.list->PathStroke(to_ink(canvas, colour), 0, std::max(1.0F, length_px(canvas, thickness)));
}

void polygon(const Canvas& canvas, std::span<const Point> points, Colour colour) {
  if (canvas.opacity <= 0 || points.size() < 3) return;
  for (const Point& point : points) canvas.list->PathLineTo(to_px(canvas, point));
  canvas.list->PathFillConvex(to_ink(canvas, colour));
}

void progress_bar(const Canvas& canvas, Rect rect, float share, const BarLook& look) {
  fill(canvas, rect, look.track, corner::pill);
  const float filled = std::clamp(share, 0.0F, 1.0F);
  if (filled <= 0) return;
  const bool upright = rect.height > rect.width;
  const float thick = upright ? rect.width : rect.height;
  const float length = upright ? rect.height : rect.width;
  // Never shorter than its round end: the first gift shall be seen.
  const float shown = std::max(thick, filled * length);
  const Rect part =
      upright ? Rect{rect.x, rect.bottom() - shown, rect.width, shown} : Rect{rect.x, rect.y, shown, rect.height};
  if (upright) {
    fill_gradient(canvas, part, look.to, look.from, Run::down, corner::pill);
  } else {
    fill_gradient(canvas, part, look.from, look.to, Run::across, corner::pill);
  }
}

void clip(const Canvas& canvas, Rect rect) {
  const ImVec2 low = to_px(canvas, Point{rect.x, rect.y});
  const ImVec2 high = to_px(canvas, Point{rect.right(), rect.bottom()});
  canvas.list->PushClipRect({std::floor(low.x), std::floor(low.y)}, {std::ceil(high.x), std::ceil(high.y)}, true);
}

void unclip(const Canvas& canvas) { canvas.list->PopClipRect(); }

}  // namespace mn::ui
