#include "display/parts/lower_third.h"

#include <algorithm>
#include <cmath>

#include "core/numbers.h"
#include "display/parts/parts.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/still.h"

namespace mn {
namespace {

constexpr float kSafe = 0.05F;

// On whole pixels: half a pixel of a plate would be mixed with the key colour.
ui::Rect on_pixels(ui::Rect rect, float scale) {
  const auto whole = [&](float at) { return std::round(at * scale) / scale; };
  const float x = whole(rect.x);
  const float y = whole(rect.y);
  return {x, y, whole(rect.right()) - x, whole(rect.bottom()) - y};
}

void draw_plates(const ui::Canvas& canvas, const LowerThirdLayout& layout) {
  ui::fill(canvas, layout.emblem, ui::rgb(0x0A2826));
  ui::fill_gradient(canvas, layout.title, ui::rgb(0x14463E), ui::rgb(0x0F3833), ui::Run::down);
  ui::fill_gradient(canvas, layout.number, ui::rgb(0x0C2E2C), ui::rgb(0x071D1F), ui::Run::down);
  ui::fill_gradient(canvas, layout.card, ui::rgb(0xFFFCF4), ui::rgb(0xFBEFD3), ui::Run::down);
  ui::fill(canvas, {layout.card.x, layout.card.y, 8, layout.card.height}, ui::hue::gold);
  ui::fill(canvas, layout.way, ui::rgb(0x12302C));
}

void draw_giver(const ui::Canvas& canvas, ui::Rect rect, const Picture& picture, const Words& words,
                const TypeScale& type) {
  ui::Rect rest{rect.x + 30, rect.y + 10, rect.width - 52, rect.height - 20};
  const std::vector<CardShown>& shown = picture.cards.empty() ? picture.recent : picture.cards;
  if (shown.empty()) {
    draw_fitted(canvas, rest, picture.theme, {ui::Face::medium, type.body, ui::hue::ink}, {3, type.least});
    return;
  }
  const CardFace face = face_of(shown.front(), words);
  const ui::Canvas coming = ui::faded(canvas, ui::ease_out(static_cast<float>(shown.front().entering_permille) / 1000));
  const ui::Rect foot = ui::cut_bottom(rest, type.lead * 1.3F);
  ui::TextLook amount{ui::Face::display_bold, type.lead, ui::hue::bamboo};
  if (!face.is_money) amount = {ui::Face::medium, type.body, ui::hue::ink_soft};
  ui::draw_text_in(coming, foot, face.amount, amount, type.least);
  draw_fitted(coming, rest, face.name, {ui::Face::semibold, type.body, ui::hue::ink}, {3, type.least});
}

}  // namespace

LowerThirdLayout lay_out_lower_third(ui::Size canvas, float scale) {
  const ui::Rect safe{canvas.width * kSafe, canvas.height * kSafe, canvas.width * (1 - 2 * kSafe),
                      canvas.height * (1 - 2 * kSafe)};
  const TypeScale type = type_scale(canvas, scale);
  const float height = std::clamp(canvas.height * 0.195F, type.least * 6.4F, canvas.height / 3 - canvas.height * kSafe);
  ui::Rect rest{safe.x, safe.bottom() - height, safe.width, height};
  LowerThirdLayout out;
  out.way = ui::cut_bottom(rest, std::max(10.0F, canvas.height * 0.011F));
  out.emblem = ui::cut_left(rest, std::min(rest.height, rest.width * 0.16F));
  out.card = ui::cut_right(rest, rest.width * 0.37F);
  out.title = ui::cut_top(rest, rest.height * 0.32F);
  out.number = rest;
  for (ui::Rect* rect : {&out.emblem, &out.title, &out.number, &out.card, &out.way}) *rect = on_pixels(*rect, scale);
  return out;
}

void draw_lower_third(const ui::Canvas& canvas, const Picture& picture, const Words& words, ui::Colour key) {
  const TypeScale type = type_scale(canvas.size, canvas.scale);
  const LowerThirdLayout layout = lay_out_lower_third(canvas.size, canvas.scale);
  ui::still(canvas, "lower-third", canvas.whole(), ui::StillKind::opaque, [&](const ui::Canvas& layer) {
    ui::fill(layer, ui::inset(layer.whole(), -2), key);
    draw_plates(layer, layout);
  });
  ui::draw_picture(canvas, "emblem", ui::inset(layout.emblem, layout.emblem.width * 0.12F));
  const bool received = picture.leads == Lead::received;
  const Figure& lead = received ? picture.figures.received : picture.figures.pledged;
  const std::string what = received ? words.received : words.pledged;
  const std::string label = picture.rehearsal ? words.rehearsal + "  ·  " + what : what;
  ui::Rect title = ui::inset(layout.title, 4);
  title.x += 22;
  title.width -= 44;
  const ui::TextLook label_look{ui::Face::semibold, std::max(type.least, type.body), ui::hue::gold_light,
                                ui::Align::right};
  const float wide = ui::text_width(canvas, label, label_look) + 4;
  ui::draw_text_in(canvas, ui::cut_right(title, wide, 24), label, label_look, type.least);
  ui::draw_text_in(canvas, title, picture.title, {ui::Face::semibold, std::max(type.least, type.body), ui::hue::moon},
                   type.least);
  draw_number(canvas, ui::inset(layout.number, 18), lead.shown, lead.widest, words, type.giant, type.least);
  draw_giver(canvas, layout.card, picture, words, type);
  if (!picture.has_goal) return;
  const float share = static_cast<float>(std::min<std::int64_t>(picture.mark.permille, 1000)) / 1000;
  const ui::Rect grown =
      on_pixels({layout.way.x, layout.way.y, layout.way.width * share, layout.way.height}, canvas.scale);
  if (grown.width > 0) ui::fill_gradient(canvas, grown, ui::hue::leaf, ui::hue::shoot, ui::Run::across);
}

}  // namespace mn
