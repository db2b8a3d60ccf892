// Icons: one colour each, from assets/icons/*.svg, drawn sharp at any size. A missing file draws nothing and is told by
// open_glass, not here.
#pragma once

#include "ui/canvas.h"

namespace mn::ui {

enum class Icon {
  heart,
  check,
  cross,
  back,
  forward,
  backspace,
  shift,
  person,
  family,
  building,
  agency,
  group,
  star,
  gift,
  coin,
  qr,
  printer,
  warning,
  info,
  clock,
  globe,
  pencil,
  leaf,
  bell,
  screen,
  phone,
  calendar,
  box,
  book,
  volume,
  volume_off,
  text_size,
  low_reach,
  language,
  lock,
  usb,
  hand_help,
  eye_off,
  eye,
  shield,
  send,
  list,
  guests,
  keyboard,
  chevron_right,
  chevron_left,
  plus,
  minus,
  cloud_off,
};
constexpr int kIconCount = 49;

// The icon's file name without its ending ("heart"); also its word in logs.
const char* icon_name(Icon icon);

// Fills the square around the middle of the rectangle.
void draw_icon(const Canvas& canvas, Icon icon, Rect rect, Colour colour);

}  // namespace mn::ui
