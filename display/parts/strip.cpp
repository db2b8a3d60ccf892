// A slim strip of arrivals for scenes that celebrate something else: as many as have room beside each other, each with
// its whole name.
#include <algorithm>

#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/moments.h"
#include "ui/icon.h"
#include "ui/paint.h"

namespace mn {
namespace {

struct Line {
  ui::Icon icon = ui::Icon::heart;
  std::string name;
  std::string amount;
};

Line line_of(const CardShown& shown, const Words& words) {
  Line out;
  if (shown.merged > 0) {
    out.icon = ui::Icon::group;
    out.name = fill(words.text("scene.merged"), {{"n", grouped(Money{static_cast<std::int64_t>(shown.merged)})}});
    if (shown.merged_amount.dong > 0) out.amount = grouped(shown.merged_amount) + " " + words.dong;
    return out;
  }
  out.icon = icon_of(shown.card.giver());
  out.name = shown.card.name();
  if (out.name.empty()) out.name = shown.card.waiting() ? words.text("scene.waiting") : words.unnamed;
  out.amount = shown.card.amount() ? grouped(*shown.card.amount()) + " " + words.dong : words.amount_hidden;
  return out;
}

constexpr float kBesideLeast = 24;  // least letters: narrower, the amount stands under the name

void draw_line(const ui::Canvas& canvas, ui::Rect rect, const Line& line, float least) {
  ui::fill(canvas, rect, ui::with_alpha(ui::hue::night, 0.62F), ui::corner::medium);
  ui::outline(canvas, rect, ui::with_alpha(ui::hue::gold_deep, 0.28F), ui::corner::medium);
  ui::Rect rest = ui::inset(rect, least * 0.35F);
  const float badge = least * 1.9F;
  ui::Rect left = ui::cut_left(rest, badge, least * 0.5F);
  ui::disc(canvas, left.centre(), badge / 2, ui::with_alpha(ui::hue::shoot, 0.18F));
  ui::draw_icon(canvas, line.icon, ui::centred(left, {badge * 0.6F, badge * 0.6F}), ui::hue::shoot);
  if (!line.amount.empty()) {
    ui::TextLook gold{ui::Face::display_bold, least * 1.2F, ui::hue::gold_light, ui::Align::right, ui::hue::gold_deep};
    if (rest.width < least * kBesideLeast) {
      gold.align = ui::Align::left;
      ui::draw_text_in(canvas, ui::cut_bottom(rest, least * 1.5F), line.amount, gold, least);
      draw_fitted(canvas, rest, line.name, {ui::Face::semibold, least * 1.1F, ui::hue::moon}, {3, least});
      return;
    }
    const float most = rest.width * 0.46F;
    gold.size = ui::fitting_size(canvas, line.amount, gold, most, least);
    const float width = ui::text_width(canvas, line.amount, gold) + 2;
    ui::draw_text_in(canvas, ui::cut_right(rest, width, least * 0.6F), line.amount, gold, least);
  }
  draw_fitted(canvas, rest, line.name, {ui::Face::semibold, least * 1.1F, ui::hue::moon}, {3, least});
}

// A name of 90 letters takes three lines in it.
constexpr float kWidthLeast = 33;  // in least letters

}  // namespace

float strip_height(const Sheet& sheet) {
  switch (sheet.shape) {
    case Shape::wide:
    case Shape::panorama:
      return sheet.reading * 4.7F;
    case Shape::ribbon:
      return sheet.least * 3.3F;
    case Shape::upright:
      return sheet.least * 6.2F;
  }
  return sheet.least * 4.7F;
}

void draw_strip(const ui::Canvas& canvas, ui::Rect rect, const Picture& picture, const Words& words, float least) {
  std::vector<const CardShown*> shown;
  for (const CardShown& card : picture.cards) shown.push_back(&card);
  for (const CardShown& card : picture.recent) shown.push_back(&card);
  const float gap = least * 0.7F;
  const int room = std::max(1, static_cast<int>((rect.width + gap) / (kWidthLeast * least + gap)));
  for (int at = 0; at < room && at < static_cast<int>(shown.size()); ++at) {
    const CardShown& card = *shown[static_cast<std::size_t>(at)];
    const float come = ui::ease_out(static_cast<float>(card.entering_permille) / 1000);
    const float gone = static_cast<float>(card.leaving_permille) / 1000;
    const ui::Canvas moved = ui::moved(ui::faded(canvas, come * (1 - gone)), {0, (1 - come) * least});
    draw_line(moved, ui::column_of(rect, at, room, gap), line_of(card, words), least);
  }
}

}  // namespace mn
