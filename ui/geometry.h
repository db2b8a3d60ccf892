// Points, sizes and rectangles in canvas units. Plain values; y grows downwards.
#pragma once

#include <algorithm>

namespace mn::ui {

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

struct Size {
  float width = 0;
  float height = 0;
  bool operator==(const Size&) const = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  bool operator==(const Rect&) const = default;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  Point centre() const { return {x + width / 2, y + height / 2}; }
  bool holds(Point point) const { return point.x >= x && point.x < right() && point.y >= y && point.y < bottom(); }
};

// Smaller by `by` on every side (larger when negative); never of negative size.
constexpr Rect inset(Rect rect, float by) {
  const float width = std::max(0.0F, rect.width - 2 * by);
  const float height = std::max(0.0F, rect.height - 2 * by);
  return {rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2, width, height};
}

constexpr Rect shifted(Rect rect, float x, float y) { return {rect.x + x, rect.y + y, rect.width, rect.height}; }

// A piece cut off one side, `length` long; what is left stays in `rest` with `gap` between the two. Lay out a screen by
// cutting: header = cut_top(rest, 120, 24).
constexpr Rect cut_top(Rect& rest, float length, float gap = 0) {
  const Rect piece{rest.x, rest.y, rest.width, std::min(length, rest.height)};
  const float taken = std::min(length + gap, rest.height);
  rest.y += taken;
  rest.height -= taken;
  return piece;
}
constexpr Rect cut_bottom(Rect& rest, float length, float gap = 0) {
  const float kept = std::min(length, rest.height);
  const Rect piece{rest.x, rest.y + rest.height - kept, rest.width, kept};
  rest.height = std::max(0.0F, rest.height - length - gap);
  return piece;
}
constexpr Rect cut_left(Rect& rest, float length, float gap = 0) {
  const Rect piece{rest.x, rest.y, std::min(length, rest.width), rest.height};
  const float taken = std::min(length + gap, rest.width);
  rest.x += taken;
  rest.width -= taken;
  return piece;
}
constexpr Rect cut_right(Rect& rest, float length, float gap = 0) {
  const float kept = std::min(length, rest.width);
  const Rect piece{rest.x + rest.width - kept, rest.y, kept, rest.height};
  rest.width = std::max(0.0F, rest.width - length - gap);
  return piece;
}

// Cell `index` of `count` equal cells in a row (or column), `gap` apart.
constexpr Rect column_of(Rect whole, int index, int count, float gap) {
  const float n = static_cast<float>(count);
  const float width = (whole.width - gap * (n - 1)) / n;
  return {whole.x + static_cast<float>(index) * (width + gap), whole.y, width, whole.height};
}
constexpr Rect row_of(Rect whole, int index, int count, float gap) {
  const float n = static_cast<float>(count);
  const float height = (whole.height - gap * (n - 1)) / n;
  return {whole.x, whole.y + static_cast<float>(index) * (height + gap), whole.width, height};
}

// A rectangle of that size in the middle of another.
constexpr Rect centred(Rect outer, Size size) {
  return {outer.x + (outer.width - size.width) / 2, outer.y + (outer.height - size.height) / 2, size.width,
          size.height};
}

}  // namespace mn::ui
