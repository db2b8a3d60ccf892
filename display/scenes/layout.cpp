#include "display/scenes/layout.h"

#include <cmath>

namespace mn {
namespace {

constexpr float kCardWidthLeast = 330;
constexpr float kGap = 24;

ui::Rect canvas_rect(ui::Size canvas) { return {0, 0, canvas.width, canvas.height}; }

TallyLayout wide(ui::Size canvas) {
  TallyLayout out;
  ui::Rect rest = ui::inset(canvas_rect(canvas), 56);
  rest.x += 16;
  rest.width -= 32;
  ui::Rect header = ui::cut_top(rest, 88, 24);
  out.emblem = ui::cut_left(header, 88, 22);
  out.fund = ui::cut_left(header, header.width / 2);
  out.title = header;
  out.foot = ui::cut_bottom(rest, 44, 20);
  out.bamboo = ui::cut_right(rest, 290, 44);
  ui::Rect bottom = ui::cut_bottom(rest, 314, 24);
  out.qr = ui::cut_right(bottom, 258, kGap);
  out.latest_label = ui::cut_top(bottom, 46, 10);
  out.cards = bottom;
  out.card_count = static_cast<int>((bottom.width + kGap) / (kCardWidthLeast + kGap));
  out.figures = ui::cut_bottom(rest, 116, 16);
  out.label = ui::cut_top(rest, 56);
  out.words = ui::cut_bottom(rest, 56);
  out.number = rest;
  return out;
}

TallyLayout upright(ui::Size canvas) {
  TallyLayout out;
  out.upright = true;
  ui::Rect rest = ui::inset(canvas_rect(canvas), 56);
  ui::Rect header = ui::cut_top(rest, 120, 44);
  out.emblem = ui::cut_left(header, 120, 26);
  out.fund = ui::cut_top(header, 60);
  out.title = header;
  out.label = ui::cut_top(rest, 60);
  out.number = ui::cut_top(rest, 170);
  out.words = ui::cut_top(rest, 112, 22);
  out.figures = ui::cut_top(rest, 136, 40);
  out.foot = ui::cut_bottom(rest, 124, 30);
  out.bamboo = ui::cut_right(rest, 310, 30);
  ui::Rect bottom = ui::cut_bottom(rest, 262, 26);
  out.qr = bottom;
  out.latest_label = ui::cut_top(rest, 60, 12);
  out.cards = rest;
  out.card_count = 3;
  return out;
}

}  // namespace

TypeScale type_scale(ui::Size canvas) {
  TypeScale out;
  out.least = std::max(24.0F, std::ceil(canvas.height / 50));
  const bool upright = canvas.height > canvas.width;
  out.body = upright ? 42 : 30;
  out.lead = upright ? 46 : 38;
  out.title = upright ? 46 : 40;
  out.percent = upright ? 58 : 54;
  out.figure = upright ? 58 : 50;
  out.giant = upright ? 150 : 212;
  return out;
}

TallyLayout lay_out_tally(ui::Size canvas) {
  TallyLayout out = canvas.height > canvas.width ? upright(canvas) : wide(canvas);
  out.type = type_scale(canvas);
  return out;
}

}  // namespace mn
