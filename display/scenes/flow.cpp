// Cards in a column: each takes the room its words need, and makes room for those that come.
#include <algorithm>

#include "display/scenes/parts.h"

namespace mn {
namespace {

// Where the next card of a column goes.
struct Column {
  ui::Rect rest;
};

// Draws one card at the top of what is left. False when it has no room.
bool draw_next(const ui::Canvas& canvas, Column& column, const FlowCard& card, float gap, const TypeScale& type) {
  const float height = card_height(canvas, column.rest.width, card.face, card.look, type);
  const float come = std::clamp(card.presence, 0.0F, 1.0F);
  if (height * come > column.rest.height + 0.5F) return false;
  const ui::Rect home{column.rest.x, column.rest.y, column.rest.width, height};
  // It comes from a little above, and is there before the others have made all their room.
  const ui::Canvas coming = ui::moved(ui::faded(canvas, come), {0, (come - 1) * height * 0.3F});
  draw_card(coming, home, card.face, card.look, type);
  ui::cut_top(column.rest, height * come, gap * come);
  return true;
}

}  // namespace

void draw_flow(const ui::Canvas& canvas, ui::Rect place, const std::vector<FlowCard>& cards, int columns, float gap,
               const TypeScale& type) {
  Column whole{place};
  std::size_t next = 0;
  while (next < cards.size() && cards[next].look != CardLook::line) {
    if (!draw_next(canvas, whole, cards[next], gap, type)) return;
    ++next;
  }
  for (int at = 0; at < columns; ++at) {
    Column column{ui::column_of(whole.rest, at, columns, gap)};
    while (next < cards.size() && draw_next(canvas, column, cards[next], gap, type)) ++next;
  }
}

}  // namespace mn
