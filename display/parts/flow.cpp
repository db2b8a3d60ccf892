// Cards in a column: each takes the room its words need, and makes room for those that come.
#include <algorithm>

#include "display/parts/parts.h"
#include "ui/paint.h"

namespace mn {
namespace {

float height_of(const ui::Canvas& canvas, const ui::Rect& rest, const FlowCard& card, const TypeScale& type) {
  return card_height(canvas, {rest.width, rest.height}, card.face, card.look, type);
}

// A card is drawn out from under what is above it, like a drawer: whole letters from the first moment, and nothing
// see-through over anything else.
void draw_drawer(const ui::Canvas& canvas, ui::Rect home, float come, const FlowCard& card, const TypeScale& type) {
  ui::clip(canvas, {home.x - 4, home.y - 4, home.width + 8, home.height * come + 8});
  draw_card(ui::moved(canvas, {0, (come - 1) * home.height}), home, card.face, card.look, type);
  ui::unclip(canvas);
}

// Draws one card at the top of what is left. False when it has no room.
bool draw_next(const ui::Canvas& canvas, ui::Rect& rest, const FlowCard& card, float gap, const TypeScale& type) {
  const float height = height_of(canvas, rest, card, type);
  const float come = std::clamp(card.presence, 0.0F, 1.0F);
  if (height > rest.height + 0.5F) return false;
  const ui::Rect home{rest.x, rest.y, rest.width, height};
  if (come >= 1) {
    draw_card(canvas, home, card.face, card.look, type);
    ui::cut_top(rest, height, gap);
    return true;
  }
  // Over the one before, whose room becomes its own.
  float taken = (height + gap) * come;
  if (card.before) {
    const float old = height_of(canvas, rest, *card.before, type);
    taken = old + (height - old) * come + gap;
    ui::clip(canvas, {home.x - 4, home.y - 4, home.width + 8, taken - gap + 8});
    draw_card(canvas, {home.x, home.y, home.width, old}, card.before->face, card.before->look, type);
    ui::unclip(canvas);
  }
  draw_drawer(canvas, home, come, card, type);
  ui::cut_top(rest, taken);
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
