// Who invites, and to what. The same on every scene that has a header.
#include "display/parts/parts.h"
#include "ui/picture.h"

namespace mn {

void draw_header(const ui::Canvas& canvas, const HeaderLayout& layout, const Picture& picture, const TypeScale& type) {
  ui::draw_picture(canvas, "emblem", layout.emblem);
  const ui::TextLook name{ui::Face::semibold, type.lead * 0.92F, ui::hue::moon};
  if (layout.stacked) {
    if (layout.fund.height > 0) draw_fitted(canvas, layout.fund, picture.fund_name, name, {2, type.least});
    draw_fitted(canvas, layout.title, picture.title, {ui::Face::display_semibold, type.title, ui::hue::gold_light},
                {2, type.least});
    return;
  }
  ui::Rect fund = layout.fund;
  ui::draw_text_in(canvas, ui::cut_top(fund, fund.height * 0.54F), picture.fund_name, name, type.least);
  ui::draw_text_in(canvas, fund, picture.place + "  ·  " + picture.date,
                   {ui::Face::regular, type.least, ui::hue::moon_soft}, type.least);
  ui::draw_text_in(canvas, layout.title, picture.title,
                   {ui::Face::display_semibold, type.title, ui::hue::gold_light, ui::Align::right}, type.least);
}

}  // namespace mn
