// The latest pledges as cards, and the code to pay by.
#include <algorithm>
#include <string>

#include "core/numbers.h"
#include "display/parts/parts.h"
#include "ui/icon.h"
#include "ui/paint.h"
#include "ui/qr.h"
#include "ui/still.h"

namespace mn {
namespace {

ui::Icon icon_of(Giver giver) {
  switch (giver) {
    case Giver::person:
      return ui::Icon::family;
    case Giver::business:
      return ui::Icon::building;
    case Giver::agency:
      return ui::Icon::agency;
    case Giver::group:
      return ui::Icon::group;
    case Giver::social:
      return ui::Icon::globe;
    case Giver::unnamed:
      return ui::Icon::heart;
  }
  return ui::Icon::heart;
}

const std::string& kind_of(Giver giver, const Words& words) {
  static const std::string kNone;
  switch (giver) {
    case Giver::person:
      return words.person;
    case Giver::business:
      return words.business;
    case Giver::agency:
      return words.agency;
    case Giver::group:
      return words.group;
    case Giver::social:
      return words.social;
    case Giver::unnamed:
      return kNone;
  }
  return kNone;
}

struct CardText {
  std::string name;
  std::string amount;
  bool with_unit = false;
};
CardText text_of(const PublicCard& card, const Words& words) {
  return {card.name().empty() ? words.unnamed : card.name(),
          card.amount() ? grouped(*card.amount()) : words.amount_hidden, card.amount().has_value()};
}

void draw_badge(const ui::Canvas& canvas, ui::Rect badge, const PublicCard& card) {
  const bool named = !card.name().empty();
  ui::disc(canvas, badge.centre(), badge.width / 2, ui::with_alpha(named ? ui::hue::shoot : ui::hue::coral, 0.20F));
  const ui::Colour colour = named ? ui::hue::shoot : ui::rgb(0xF4A28C);
  ui::draw_icon(canvas, icon_of(card.giver()), ui::inset(badge, badge.width * 0.22F), colour);
}

void draw_amount(const ui::Canvas& canvas, ui::Rect foot, const CardText& text, const Words& words,
                 const TypeScale& type) {
  if (!text.with_unit) {
    ui::draw_text_in(canvas, foot, text.amount, {ui::Face::medium, type.body, ui::hue::moon_soft}, type.least);
    return;
  }
  const ui::TextLook look{ui::Face::display_bold, type.lead, ui::hue::gold_light, ui::Align::left, ui::hue::gold_deep};
  ui::draw_text_in(canvas, foot, text.amount + " " + words.dong, look, type.least);
}

void draw_card(const ui::Canvas& canvas, const TallyLayout& layout, ui::Rect rect, const PublicCard& card,
               const Words& words) {
  const TypeScale& type = layout.type;
  const CardText text = text_of(card, words);
  ui::fill(canvas, rect, ui::with_alpha(ui::hue::stage_card, 0.90F), ui::corner::medium);
  ui::outline(canvas, rect, ui::with_alpha(ui::hue::stage_line, 0.9F), ui::corner::medium, ui::space::hair);
  ui::Rect rest = ui::inset(rect, layout.upright ? 12 : 20);
  const float disc = type.least * 1.7F;
  if (layout.upright) {
    const ui::Rect column = ui::cut_left(rest, disc, 22);
    draw_badge(canvas, {column.x, rest.centre().y - disc / 2, disc, disc}, card);
  } else {
    ui::Rect head = ui::cut_top(rest, disc, 8);
    draw_badge(canvas, ui::cut_left(head, disc, 14), card);
    ui::draw_text_in(canvas, head, kind_of(card.giver(), words), {ui::Face::medium, type.least, ui::hue::moon_soft},
                     type.least);
  }
  draw_amount(canvas, ui::cut_bottom(rest, type.lead * 1.2F, 2), text, words, type);
  draw_fitted(canvas, rest, text.name, {ui::Face::semibold, type.body, ui::hue::moon}, {3, type.least, layout.upright});
}

ui::Rect slot(const TallyLayout& layout, float at) {
  const ui::Rect first = layout.upright ? ui::row_of(layout.cards, 0, layout.card_count, layout.card_gap)
                                        : ui::column_of(layout.cards, 0, layout.card_count, layout.card_gap);
  return layout.upright ? ui::shifted(first, 0, at * (first.height + layout.card_gap))
                        : ui::shifted(first, at * (first.width + layout.card_gap), 0);
}

}  // namespace

void draw_cards(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words) {
  const TypeScale& type = layout.type;
  ui::draw_text_in(canvas, layout.latest_label, words.latest, {ui::Face::semibold, type.body, ui::hue::moon},
                   type.least);
  std::vector<CardShown> cards = picture.cards;
  cards.insert(cards.end(), picture.recent.begin(), picture.recent.end());
  if (cards.empty()) {
    ui::draw_paragraph(canvas, layout.cards, words.invite, {ui::Face::regular, type.body, ui::hue::moon_soft}, 3);
    return;
  }
  for (std::size_t at = 0; at < cards.size() && at < static_cast<std::size_t>(layout.card_count); ++at) {
    const CardShown& shown = cards[at];
    const ui::Rect there = slot(layout, static_cast<float>(at));
    const float come = ui::ease_out(static_cast<float>(shown.entering_permille) / 1000);
    draw_card(ui::faded(canvas, come), layout, there, shown.card, words);
  }
}

void draw_fund_qr(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words) {
  if (picture.qr.empty()) return;
  const TypeScale& type = layout.type;
  ui::still(canvas, "qr-card", layout.qr_card, ui::StillKind::transparent,
            [&](const ui::Canvas& layer) { ui::fill(layer, layout.qr_card, ui::hue::white, ui::corner::medium); });
  if (!ui::draw_qr(canvas, layout.qr_code, picture.qr, ui::hue::night).ok) return;
  const ui::Align align = layout.upright ? ui::Align::left : ui::Align::centre;
  const ui::Colour ink = layout.upright ? ui::hue::moon : ui::hue::ink;
  const ui::Colour soft = layout.upright ? ui::hue::moon_soft : ui::hue::ink_soft;
  ui::Rect lines = layout.qr_words;
  const ui::Rect first = picture.account_invented ? ui::cut_top(lines, lines.height / 2) : lines;
  ui::draw_text_in(canvas, first, words.scan, {ui::Face::semibold, type.least, ink, align}, type.least);
  if (!picture.account_invented) return;
  ui::draw_text_in(canvas, lines, words.sample_account, {ui::Face::regular, type.least, soft, align}, type.least);
}

}  // namespace mn
