// Cards in a column: each takes the room its words need, and makes room for those that come.
#include <algorithm>

#include "display/scenes/parts.h"
#include "ui/paint.h"

namespace mn {
namespace {

// Draws one card at the top of what is left. False when it has no room.
bool draw_next(const ui::Canvas& canvas, ui::Rect& rest, const FlowCard& card, float gap, const TypeScale& type) {
  const float height = card_height(canvas, {rest.width, rest.height}, card.face, card.look, type);
  const float come = std::clamp(card.presence, 0.0F, 1.0F);
  if (height > rest.height + 0.5F) return false;
  const ui::Rect home{rest.x, rest.y, rest.width, height};
  if (come >= 1) {
    draw_card(canvas, home, card.face, card.look, type);
  } else {
    // It is drawn out from under the one above like a drawer: whole letters from the first moment, nothing see-through,
    // nothing over another.
    ui::clip(canvas, {home.x - 4, home.y - 4, home.width + 8, height * come + 8});
    draw_card(ui::moved(canvas, {0, (come - 1) * height}), home, card.face, card.look, type);
    ui::unclip(canvas);
  }
  ui::cut_top(rest, (height + gap) * come);
  return true;
}

}  // namespace

void draw_flow(const ui::Canvas& canvas, ui::Rect place, const std::vector<FlowCard>& cards, int columns, float gap,
               const TypeScale& type) {
  ui::Rect whole = place;
  std::size_t next = 0;
  while (next < cards.size() && cards[next].look != CardLook::line) {
    if (!draw_next(canvas, whole, cards[next], gap, type)) return;
    ++next;
  }
  for (int at = 0; at < columns; ++at) {
    ui::Rect column = ui::column_of(whole, at, columns, gap);
    while (next < cards.size() && draw_next(canvas, column, cards[next], gap, type)) ++next;
  }
}

}  // namespace mn
