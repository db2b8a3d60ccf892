// Paragraphs: lines broken at spaces, and drawn one below the other.
#include "ui/glyphs.h"
#include "ui/type.h"

namespace mn::ui {
namespace {

constexpr int kLinesKept = 64;  // room made at once

// Chinese writing breaks between any two letters, but no line begins with a closing sign or ends with an opening one
// (GB/T 15834, "line head and line end prohibitions").
bool closes(std::uint32_t letter) {
  constexpr std::u32string_view kClosing = U"，。、；：？！）》」』】〕〉…—·％”’,.;:?!)%";
  return kClosing.find(static_cast<char32_t>(letter)) != std::u32string_view::npos;
}
bool opens(std::uint32_t letter) {
  constexpr std::u32string_view kOpening = U"（《「『【〔〈“‘(￥";
  return kOpening.find(static_cast<char32_t>(letter)) != std::u32string_view::npos;
}
bool may_break(std::uint32_t before, std::uint32_t after) {
  return (is_east_asian(before) || is_east_asian(after)) && !closes(after) && !opens(before) && before != 0;
}

// How much of the text goes onto one line: up to the last place to break that fits, or inside a word that is too long
// alone.
std::size_t line_end(const Canvas& canvas, std::string_view text, const TextLook& look, float width) {
  const Shaped& shaped = canvas.glyphs->shape(look.face, text);
  std::size_t last_break = 0;
  std::uint32_t before = 0;
  float taken = 0;
  for (const ShapedGlyph& glyph : shaped.glyphs) {
    std::size_t at = glyph.cluster;
    const std::uint32_t letter = next_letter(text, at);
    if (letter == ' ' || may_break(before, letter)) last_break = glyph.cluster;
    before = letter;
    taken += glyph.advance * text_size(canvas, look.size);
    if (taken > width && letter != ' ') {
      if (last_break > 0) return last_break;
      return glyph.cluster > 0 ? glyph.cluster : text.size();
    }
    taken += look.tracking;
  }
  return text.size();
}

std::string_view without_spaces_before(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

}  // namespace

std::vector<std::string> wrapped(const Canvas& canvas, std::string_view text, const TextLook& look, float width,
                                 int lines_max) {
  std::vector<std::string> lines;
  lines.reserve(static_cast<std::size_t>(std::clamp(lines_max, 0, kLinesKept)));  // no copies left behind by growing
  const auto full = [&] { return static_cast<int>(lines.size()) >= lines_max; };
  while (!text.empty() && !full()) {
    const std::size_t newline = text.find('\n');
    std::string_view block = text.substr(0, newline);
    text = newline == std::string_view::npos ? std::string_view{} : text.substr(newline + 1);
    do {
      block = without_spaces_before(block);
      const std::size_t end = line_end(canvas, block, look, width);
      const std::string_view rest = without_spaces_before(block.substr(end));
      const bool last = static_cast<int>(lines.size()) + 1 == lines_max;
      if (last && !rest.empty()) {
        lines.push_back(ellipsized(canvas, block, look, width));
      } else if (last && !text.empty()) {
        std::string going_on(block.substr(0, end));
        going_on.append(" …");
        lines.push_back(ellipsized(canvas, going_on, look, width));
        wipe(going_on);
      } else {
        lines.emplace_back(block.substr(0, end));
      }
      block = rest;
    } while (!block.empty() && !full());
  }
  return lines;
}

float draw_paragraph(const Canvas& canvas, Rect box, std::string_view text, const TextLook& look, int lines_max,
                     float leading) {
  const LineMetrics metrics = line_metrics(canvas, look.face, look.size);
  const float step = text_size(canvas, look.size) * leading;
  const float x = look.align == Align::left ? box.x : look.align == Align::centre ? box.x + box.width / 2 : box.right();
  // The first baseline as if the line box were `leading` high, its letters in the middle.
  float baseline = box.y + (step + metrics.cap_height) / 2;
  float height = 0;
  std::vector<std::string> lines = wrapped(canvas, text, look, box.width, lines_max);
  for (std::string& line : lines) {
    draw_text(canvas, {x, baseline}, line, look);
    wipe(line);
    baseline += step;
    height += step;
  }
  return height;
}

}  // namespace mn::ui
