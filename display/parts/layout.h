// Where things stand on a wall: wide (16:9, 2:1), panorama (32:9), ribbon (a low LED band) or upright. Pure arithmetic
// in canvas units; nothing here overlaps, and a test holds that for every wall.
#pragma once

#include "ui/geometry.h"
#include "ui/type.h"

namespace mn {

// The last row of the hall, eight screen heights away, reads text of a fiftieth of the screen's height; and no letters
// are smaller than 24 pixels, which on a low LED wall is a sixteenth. These are all the sizes that scenes use.
struct TypeScale {
  float least = 0;  // small labels
  float body = 0;
  float lead = 0;
  float title = 0;
  float percent = 0;
  float figure = 0;  // received, in kind, count
  float giant = 0;   // the most that the number may grow to
};

enum class Shape { wide, panorama, ribbon, upright };
// `scale`: real pixels in one canvas unit.
Shape shape_of(ui::Size canvas, float scale);
TypeScale type_scale(ui::Size canvas, float scale);

struct HeaderLayout {
  ui::Rect emblem;
  ui::Rect fund;  // name, place and date of the fund; empty on a ribbon
  ui::Rect title;
  bool stacked = false;  // the title stands under the fund's name, from the left
};
HeaderLayout lay_out_header(ui::Size canvas, float scale);

// The pill that a rehearsal carries.
ui::Rect lay_out_rehearsal(ui::Size canvas, float scale);

struct QrLayout {
  ui::Rect card;  // white; empty: there is no room for a code that could be scanned
  ui::Rect code;
  ui::Rect words;      // under it, on the white
  bool posts = false;  // it stands in the fields on two posts
};

struct TallyLayout {
  Shape shape = Shape::wide;
  TypeScale type;
  HeaderLayout header;
  ui::Rect label;  // what the number is
  ui::Rect number;
  ui::Rect words;  // the number in words; empty on a ribbon
  ui::Rect figures;
  int figure_columns = 3;
  int figure_rows = 1;
  ui::Rect latest;  // "Vừa đăng ký"
  ui::Rect cards;   // the newest on top
  int card_columns = 1;
  float card_gap = 0;
  ui::Rect bamboo;
  QrLayout qr;
  ui::Rect foot;          // theme or fact, on a plate that stands at its lower end
  ui::Rect age;           // "Cập nhật lúc 09:42", in the margin
  bool age_right = true;  // at its right end
};
TallyLayout lay_out_tally(ui::Size canvas, float scale);
// Label, number and words together: what lies in the dusk.
ui::Rect sum_place(const TallyLayout& layout);

}  // namespace mn
