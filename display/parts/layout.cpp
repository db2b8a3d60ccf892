#include "display/parts/layout.h"

#include <cmath>

#include "display/parts/stage_place.h"

namespace mn {
namespace {

constexpr float kCardWidthLeast = 360;
constexpr float kGap = 24;
constexpr float kLeastPixels = 24;

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
  out.bamboo = ui::cut_right(rest, 322, 20);
  out.bamboo.height = canvas.height - out.bamboo.y;  // it grows out of the ground
  out.foot = ui::cut_bottom(rest, 44, 20);
  ui::Rect bottom = ui::cut_bottom(rest, 314, 24);
  out.qr_card = ui::cut_right(bottom, 258, kGap);
  out.qr_code = ui::inset(out.qr_card, 6);
  out.qr_words = ui::inset(ui::cut_bottom(out.qr_code, 66), 4);
  out.latest_label = ui::cut_top(bottom, 46, 10);
  out.cards = bottom;
  out.card_gap = kGap;
  out.card_count = static_cast<int>((bottom.width + kGap) / (kCardWidthLeast + kGap));
  out.figures = ui::cut_bottom(rest, 116, 16);
  out.label = ui::cut_top(rest, 56);
  out.words = ui::cut_bottom(rest, 64);
  out.number = rest;
  return out;
}

TallyLayout upright(ui::Size canvas) {
  TallyLayout out;
  out.upright = true;
  ui::Rect rest = ui::inset(canvas_rect(canvas), 56);
  ui::Rect header = ui::cut_top(rest, 154, 18);
  out.emblem = ui::cut_left(header, 124, 26);
  out.fund = ui::cut_top(header, 100);
  out.title = header;
  out.label = ui::cut_top(rest, 56);
  out.number = ui::cut_top(rest, 152);
  out.words = ui::cut_top(rest, 151, 14);
  out.figures = ui::cut_top(rest, 128, 26);
  ui::Rect bottom = ui::cut_bottom(rest, 292, 26);
  out.qr_card = ui::cut_left(bottom, 292, 36);
  out.qr_code = ui::inset(out.qr_card, 8);
  out.qr_words = ui::cut_top(bottom, 92);
  out.foot = bottom;
  out.bamboo = ui::cut_right(rest, 322, 24);
  out.latest_label = ui::cut_top(rest, 56, 6);
  out.cards = rest;
  out.card_count = 3;
  out.card_gap = 18;
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
  out.percent = 52;
  out.figure = upright ? 58 : 50;
  out.giant = upright ? 150 : 212;
  return out;
}

Shape shape_of(ui::Size canvas, float scale) {
  if (canvas.height > canvas.width) return Shape::upright;
  if (!is_panorama(canvas)) return Shape::wide;
  // So low that the least letters take a twentieth of it.
  return canvas.height * scale < kLeastPixels * 22 ? Shape::ribbon : Shape::panorama;
}

float least_size(ui::Size canvas, float scale) {
  return std::ceil(std::max(canvas.height / 50, kLeastPixels / scale) * 2) / 2;
}

TallyLayout lay_out_tally(ui::Size canvas) {
  TallyLayout out = canvas.height > canvas.width ? upright(canvas) : wide(canvas);
  out.type = type_scale(canvas);
  return out;
}

}  // namespace mn
