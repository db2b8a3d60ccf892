// Where things stand on the screen: wide, very wide (LED walls) or upright. Pure arithmetic in canvas units.
#pragma once

#include "ui/geometry.h"
#include "ui/type.h"

namespace mn {

// The last row of the hall, eight screen heights away, reads text of a fiftieth of the screen's height. These are all
// the sizes that scenes use.
struct TypeScale {
  float least = 0;  // small labels
  float body = 0;
  float lead = 0;
  float title = 0;
  float percent = 0;
  float figure = 0;  // received, count
  float giant = 0;   // the most that the number may grow to
};
TypeScale type_scale(ui::Size canvas);

enum class Shape { wide, panorama, ribbon, upright };
// `scale`: real pixels in one canvas unit.
Shape shape_of(ui::Size canvas, float scale);
// No letters are smaller than 24 pixels, which on a low LED wall is a sixteenth.
float least_size(ui::Size canvas, float scale);

struct TallyLayout {
  bool upright = false;
  TypeScale type;
  ui::Rect emblem;
  ui::Rect fund;   // name and place of the fund
  ui::Rect title;  // of the campaign
  ui::Rect label;  // "pledged"
  ui::Rect number;
  ui::Rect words;
  ui::Rect figures;
  ui::Rect latest_label;
  ui::Rect cards;
  int card_count = 0;
  float card_gap = 0;
  ui::Rect bamboo;
  ui::Rect qr_card;   // white
  ui::Rect qr_code;   // on it
  ui::Rect qr_words;  // on it when wide, beside it when upright
  ui::Rect foot;      // theme or fact
};
TallyLayout lay_out_tally(ui::Size canvas);

}  // namespace mn
