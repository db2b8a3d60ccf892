// The symbolic board that a sponsor holds on the stage: cream paper in a golden frame, the fund above, the giver, the
// sum in figures and words.
#include <algorithm>

#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/board.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn {
namespace {

constexpr ui::Colour kPaper = ui::rgb(0xFFFAF0);
constexpr ui::Colour kPaperLow = ui::rgb(0xFBEFD6);
constexpr ui::Colour kGoldInk = ui::rgb(0x8A5A0B);

void draw_frame(const ui::Canvas& canvas, ui::Rect rect, float u) {
  ui::shadow(canvas, rect, ui::with_alpha(ui::hue::black, 0.55F), 46, 18, ui::corner::large);
  ui::fill_gradient(canvas, rect, ui::rgb(0xFFE7AE), ui::rgb(0xC98B2B), ui::Run::diagonal, ui::corner::large);
  const ui::Rect inner = ui::inset(rect, u * 0.34F);
  ui::fill_gradient(canvas, inner, kPaper, kPaperLow, ui::Run::down, ui::corner::large - u * 0.3F);
  ui::outline(canvas, ui::inset(inner, u * 0.3F), ui::with_alpha(ui::hue::gold_deep, 0.55F),
              ui::corner::large - u * 0.5F);
}

void draw_head(const ui::Canvas& canvas, ui::Rect rect, const BoardFace& face, float u) {
  ui::fill_gradient(canvas, rect, ui::hue::bamboo, ui::hue::bamboo_deep, ui::Run::down, ui::corner::medium);
  ui::Rect rest = ui::inset(rect, u * 0.3F);
  const float side = rest.height;
  ui::draw_picture(canvas, "emblem", ui::cut_left(rest, side, u * 0.5F));
  if (!face.date.empty() && rest.width > u * 46) {
    const ui::TextLook small{ui::Face::medium, u, ui::hue::moon_soft, ui::Align::right};
    ui::draw_text_in(canvas, ui::cut_right(rest, ui::text_width(canvas, face.date, small) + u), face.date, small, u);
  }
  draw_fitted(canvas, rest, face.purpose, {ui::Face::semibold, u * 1.25F, ui::hue::moon}, {2, u});
}

}  // namespace

void draw_board(const ui::Canvas& canvas, ui::Rect rect, const BoardFace& face, float u, float sum_share) {
  draw_frame(canvas, rect, u);
  ui::Rect rest = ui::inset(rect, u * 0.9F);
  draw_head(canvas, ui::cut_top(rest, u * 3.3F, u * 0.3F), face, u);
  rest.x += u * 0.6F;
  rest.width -= u * 1.2F;
  if (!face.kind.empty()) {
    ui::draw_text_in(canvas, ui::cut_top(rest, u * 1.5F), face.kind,
                     {ui::Face::medium, u * 1.05F, ui::hue::ink_soft, ui::Align::centre}, u);
  }
  const float mark = rest.height * 0.72F;
  ui::draw_picture(ui::faded(canvas, 0.07F), "emblem", ui::centred(rest, {mark, mark}));
  const bool sum = !face.sum.empty();
  const ui::Canvas later = ui::faded(canvas, sum_share);
  if (sum) {
    if (!face.in_words.empty()) {
      draw_words_of_sum(later, ui::cut_bottom(rest, u * (rest.width > u * 42 ? 1.7F : 2.9F), 0), face.in_words,
                        {ui::Face::medium, u * 1.12F, ui::hue::ink_soft, ui::Align::centre}, {2, u});
    }
    const float height = std::clamp(rest.height * 0.42F, u * 2.2F, u * 6.8F);
    const ui::Rect figure = ui::cut_bottom(rest, height, u * 0.2F);
    if (face.is_money) {
      ui::draw_text_in(
          later, figure, face.sum,
          {ui::Face::display_extrabold, height * 0.86F, ui::rgb(0xC9342A), ui::Align::centre, ui::rgb(0x87250F)}, u);
    } else {
      draw_fitted(later, figure, face.sum,
                  {ui::Face::display_bold, std::min(height * 0.5F, u * 2.6F), kGoldInk, ui::Align::centre}, {5, u});
    }
    const float line = std::min(rest.width * 0.6F, u * 26);
    ui::fill(canvas, {rest.centre().x - line / 2, figure.y - u * 0.1F, line, 2},
             ui::with_alpha(ui::hue::gold_deep, 0.7F));
  }
  // Two lines, as long as they are large; more only for what is very long.
  const ui::TextLook name{ui::Face::display_bold, u * 3.3F, ui::hue::bamboo_deep, ui::Align::centre};
  ui::TextLook smaller = name;
  smaller.size = u * 1.9F;
  const bool in_two = ui::wrapped(canvas, face.name, smaller, rest.width, 3).size() <= 2;
  draw_fitted(canvas, rest, face.name, name, {in_two ? 2 : 4, u});
}

}  // namespace mn
