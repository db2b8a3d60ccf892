// Text that must fit: sizes step down to what the last row can still read, and only then is it cut with "…".
#include <algorithm>

#include "display/parts/parts.h"

namespace mn {
namespace {

constexpr float kLeading = 1.28F;

int lines_in(float height, float size) { return std::max(1, static_cast<int>(height / (size * kLeading) + 0.01F)); }

// As narrow as it may be without another line, so that lines are of one length and no word stands alone.
ui::Rect balanced(const ui::Canvas& canvas, ui::Rect box, const std::string& text, const ui::TextLook& look,
                  int lines) {
  if (lines < 2) return box;
  const auto count = [&](float width) {
    return static_cast<int>(ui::wrapped(canvas, text, look, width, lines + 1).size());
  };
  if (count(box.width) > lines) return box;
  float width = box.width;
  while (width > box.width / 2 && count(width * 0.96F) == lines) width *= 0.96F;
  if (look.align == ui::Align::left) return {box.x, box.y, width, box.height};
  return ui::centred(box, {width, box.height});
}

}  // namespace

float draw_fitted(const ui::Canvas& canvas, ui::Rect box, const std::string& text, ui::TextLook look,
                  const Fitting& fitting) {
  const auto needs = [&] {
    return static_cast<int>(ui::wrapped(canvas, text, look, box.width, fitting.lines_max + 1).size());
  };
  int lines = needs();
  while (look.size > fitting.floor_size && lines > std::min(fitting.lines_max, lines_in(box.height, look.size))) {
    look.size = std::max(fitting.floor_size, look.size - 1);
    lines = needs();
  }
  lines = std::min({lines, fitting.lines_max, lines_in(box.height, look.size)});
  box = balanced(canvas, box, text, look, lines);
  const float height = static_cast<float>(lines) * look.size * kLeading;
  const float y = fitting.centred ? box.centre().y - height / 2 : box.y;
  ui::draw_paragraph(canvas, {box.x, y, box.width, height}, text, look, lines, kLeading);
  return look.size;
}

}  // namespace mn
