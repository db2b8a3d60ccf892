#include "display/parts/layout.h"

#include <algorithm>
#include <cmath>

#include "display/parts/stage_place.h"

namespace mn {
namespace {

constexpr float kMargin = 56;
constexpr float kGap = 24;
constexpr float kLeastPixels = 24;

ui::Rect canvas_rect(ui::Size canvas) { return {0, 0, canvas.width, canvas.height}; }

// A white board with a code and one or two lines under it.
QrLayout board(ui::Rect card, float line) {
  QrLayout out;
  out.card = card;
  ui::Rect inside = ui::inset(card, 10);
  out.words = ui::cut_bottom(inside, line * (card.width < line * 9.5F ? 5.3F : 2.6F), 4);
  out.code = ui::centred(inside, {std::min(inside.width, inside.height), std::min(inside.width, inside.height)});
  return out;
}

// Header above, the number over the whole width, the morning below it to the left and the givers to the right.
TallyLayout wide(ui::Size canvas, const TypeScale& type) {
  TallyLayout out;
  ui::Rect rest = ui::inset(canvas_rect(canvas), kMargin);
  ui::cut_top(rest, 104);
  out.bamboo = ui::cut_left(rest, 262, 8);
  out.bamboo.height = canvas.height - out.bamboo.y;  // it grows out of the ground
  out.label = ui::cut_top(rest, 56);
  out.number = ui::cut_top(rest, 210);
  out.words = ui::cut_top(rest, 63, 14);
  ui::Rect right = ui::cut_right(rest, std::min(760.0F, rest.width * 0.44F), 32);
  out.figures = ui::cut_top(rest, 118, kGap);
  const float board_width = 252;
  ui::Rect fields = rest;
  out.qr = board(ui::cut_right(fields, board_width), type.least);
  out.qr.card.y = rest.bottom() - 326;
  out.qr.card.height = 312;
  out.qr = board(out.qr.card, type.least);
  out.qr.posts = true;
  out.foot = ui::cut_bottom(rest, type.least * 4.3F);
  out.foot.y += 12;
  out.foot.width -= board_width + kGap;
  right.height += 8;
  out.latest = ui::cut_top(right, 40, 6);
  out.cards = right;
  out.card_gap = 10;
  return out;
}

// Three panels: the campaign and its figures, the number over the sunrise, the givers.
TallyLayout panorama(ui::Size canvas, const TypeScale& type) {
  TallyLayout out;
  ui::Rect rest = ui::inset(canvas_rect(canvas), kMargin);
  rest.x += 24;
  rest.width -= 48;
  ui::Rect left = ui::cut_left(rest, std::clamp(canvas.width * 0.208F, 620.0F, 800.0F), 48);
  ui::cut_top(left, 226);
  out.figure_columns = 1;
  out.figure_rows = 4;
  out.figures = ui::cut_top(left, 420, kGap);
  ui::Rect low = left;
  out.qr = board(ui::cut_left(low, 272, kGap), type.least);
  out.qr.posts = true;
  out.foot = ui::cut_bottom(low, type.least * 5.2F);
  ui::Rect right = ui::cut_right(rest, std::clamp(canvas.width * 0.271F, 640.0F, 1040.0F), 64);
  out.latest = ui::cut_top(right, 48, 12);
  out.cards = right;
  out.card_columns = right.width > 900 ? 2 : 1;
  out.card_gap = 16;
  out.bamboo = ui::cut_left(rest, 250, 32);
  out.bamboo.height = canvas.height - out.bamboo.y;
  out.label = ui::cut_top(rest, 66);
  out.number = ui::cut_top(rest, 276);
  out.words = ui::cut_top(rest, 96);
  return out;
}

// A low band: the number and one line to the left, who has just given to the right, the bamboo lying below.
TallyLayout ribbon(ui::Size canvas, const TypeScale& type) {
  TallyLayout out;
  ui::Rect rest = ui::inset(canvas_rect(canvas), kMargin);
  rest.x += 24;
  rest.width -= 48;
  ui::cut_top(rest, type.least * 1.7F, 20);
  ui::Rect right = ui::cut_right(rest, rest.width * 0.36F, 64);
  right.height -= 44;  // the age stands below
  out.card_gap = 20;
  out.cards = right;
  out.figure_columns = 2;
  out.figures = ui::cut_bottom(rest, type.least * 2.9F);
  out.bamboo = ui::cut_bottom(rest, type.least * 3.1F);
  out.label = ui::cut_top(rest, type.least * 1.35F);
  out.number = rest;
  return out;
}

TallyLayout upright(ui::Size canvas, const TypeScale& type) {
  TallyLayout out;
  ui::Rect rest = ui::inset(canvas_rect(canvas), kMargin);
  ui::cut_top(rest, 172);
  out.label = ui::cut_top(rest, 54);
  out.number = ui::cut_top(rest, 146);
  out.words = ui::cut_top(rest, 152, 10);
  out.figure_columns = 2;
  out.figure_rows = 2;
  out.figures = ui::cut_top(rest, 206, 18);
  out.bamboo = {rest.right() - 326, rest.y, 326, canvas.height - rest.y};
  rest.width -= out.bamboo.width + kGap;
  ui::Rect low = ui::cut_bottom(rest, 412, 12);
  out.foot = ui::cut_bottom(rest, type.least * 5.4F, 12);
  out.latest = ui::cut_top(rest, 50, 6);
  out.cards = rest;
  out.card_gap = 12;
  low.width = 300;
  out.qr = board(low, type.least);
  return out;
}

}  // namespace

Shape shape_of(ui::Size canvas, float scale) {
  if (canvas.height > canvas.width) return Shape::upright;
  if (!is_panorama(canvas)) return Shape::wide;
  // So low that the least letters take a twentieth of it.
  return canvas.height * scale < kLeastPixels * 22 ? Shape::ribbon : Shape::panorama;
}

TypeScale type_scale(ui::Size canvas, float scale) {
  TypeScale out;
  out.least = std::ceil(std::max(canvas.height / 50, kLeastPixels / scale) * 2) / 2;
  switch (shape_of(canvas, scale)) {
    case Shape::wide:
      out.body = 30, out.lead = 38, out.title = 40, out.figure = 42, out.giant = 268, out.percent = 46;
      break;
    case Shape::panorama:
      out.body = 36, out.lead = 46, out.title = 52, out.figure = 54, out.giant = 330, out.percent = 54;
      break;
    case Shape::ribbon:
      out.body = 84, out.lead = 96, out.title = 84, out.figure = 100, out.giant = 420, out.percent = 92;
      break;
    case Shape::upright:
      out.body = 42, out.lead = 46, out.title = 46, out.figure = 52, out.giant = 180, out.percent = 54;
      break;
  }
  // On a small screen of a usual shape everything grows with the least.
  const float grown = std::max(1.0F, out.least * 1.1F / out.body);
  out.body *= grown;
  out.lead = std::max(out.lead, out.least * 1.3F);
  out.title = std::max(out.title, out.least * 1.3F);
  out.figure = std::max(out.figure, out.least * 1.4F);
  out.percent = std::max(out.percent, out.least * 1.4F);
  return out;
}

HeaderLayout lay_out_header(ui::Size canvas, float scale) {
  HeaderLayout out;
  const TypeScale type = type_scale(canvas, scale);
  ui::Rect rest = ui::inset(canvas_rect(canvas), kMargin);
  switch (shape_of(canvas, scale)) {
    case Shape::wide: {
      ui::Rect header = ui::cut_top(rest, 88);
      out.emblem = ui::cut_left(header, 88, 22);
      out.fund = ui::cut_left(header, header.width / 2);
      out.title = header;
      break;
    }
    case Shape::panorama: {
      ui::Rect header{rest.x + 24, rest.y, std::clamp(canvas.width * 0.208F, 620.0F, 800.0F), 200};
      out.stacked = true;
      out.emblem = ui::cut_left(header, 132, 28);
      out.emblem.height = 132;
      out.fund = ui::cut_top(header, 110);
      out.title = header;
      break;
    }
    case Shape::ribbon: {
      ui::Rect header{rest.x + 24, rest.y - 8, rest.width - 48, type.least * 1.7F};
      out.stacked = true;
      out.emblem = ui::cut_left(header, type.least * 1.7F, 32);
      out.title = header;
      break;
    }
    case Shape::upright: {
      ui::Rect header = ui::cut_top(rest, 164);
      out.stacked = true;
      out.emblem = ui::cut_left(header, 124, 26);
      out.fund = ui::cut_top(header, 100);
      out.title = header;
      break;
    }
  }
  return out;
}

ui::Rect lay_out_rehearsal(ui::Size canvas, float scale) {
  const float least = type_scale(canvas, scale).least;
  if (shape_of(canvas, scale) == Shape::ribbon) {
    return {canvas.width - kMargin - least * 8, kMargin - 8, least * 8, least * 1.5F};
  }
  const float height = std::min(least * 1.6F, kMargin - 8);
  return {canvas.width / 2 - least * 5, 6, least * 10, height};
}

TallyLayout lay_out_tally(ui::Size canvas, float scale) {
  const TypeScale type = type_scale(canvas, scale);
  const Shape shape = shape_of(canvas, scale);
  const auto place = [&] {
    switch (shape) {
      case Shape::wide:
        return wide(canvas, type);
      case Shape::panorama:
        return panorama(canvas, type);
      case Shape::ribbon:
        return ribbon(canvas, type);
      case Shape::upright:
        return upright(canvas, type);
    }
    return wide(canvas, type);
  };
  TallyLayout out = place();
  out.shape = shape;
  out.type = type;
  out.header = lay_out_header(canvas, scale);
  out.age_right = shape != Shape::upright;
  const float age = std::max(kMargin - 14, type.least * 1.3F);
  const float width = std::min(type.least * 14, canvas.width / 2);
  out.age = {out.age_right ? canvas.width - kMargin - width : kMargin, canvas.height - age - 4, width, age};
  return out;
}

ui::Rect sum_place(const TallyLayout& layout) {
  const float bottom = std::max(layout.number.bottom(), layout.words.bottom());
  return {layout.number.x, layout.label.y, layout.number.width, bottom + 30 - layout.label.y};
}

}  // namespace mn
