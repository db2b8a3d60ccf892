// What a card says, and how large: from what masking let through.
#include "core/numbers.h"
#include "display/parts/parts.h"

namespace mn {
namespace {

std::string money(Money amount, const Words& words) { return grouped(amount) + " " + words.dong; }

// "Sữa học đường: 200 thùng"
std::string goods_text(const Goods& goods) {
  const std::string count = grouped(Money{goods.quantity}) + (goods.unit.empty() ? "" : " " + goods.unit);
  return goods.what.empty() ? count : goods.what + ": " + count;
}

}  // namespace

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

std::string kind_of(Giver giver, const Words& words) {
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
      return {};
  }
  return {};
}

CardFace face_of(const PublicCard& card, const Words& words) {
  CardFace out;
  out.icon = card.goods() ? ui::Icon::gift : icon_of(card.giver());
  out.named = !card.name().empty();
  out.kind = kind_of(card.giver(), words);
  out.name = out.named ? card.name() : card.waiting() ? words.waiting : words.unnamed;
  out.message = card.message();
  if (card.goods()) {
    out.amount = goods_text(*card.goods());
  } else {
    out.is_money = card.amount().has_value();
    out.amount = out.is_money ? money(*card.amount(), words) : words.amount_hidden;
  }
  return out;
}

CardFace face_of(const CardShown& card, const Words& words) {
  if (card.merged == 0) return face_of(card.card, words);
  CardFace out;
  out.icon = ui::Icon::heart;
  out.name = filled(words.merged, "count", grouped(Money{static_cast<std::int64_t>(card.merged)}));
  out.is_money = card.merged_amount.dong > 0;
  if (out.is_money) out.amount = money(card.merged_amount, words);
  return out;
}

CardLook look_of(const CardShown& card, bool honour) {
  switch (card.tier) {
    case Tier::small:
      return honour ? CardLook::night : CardLook::line;
    case Tier::middle:
      return honour ? CardLook::paper : CardLook::line;
    case Tier::large:
      return honour ? CardLook::paper : CardLook::night;
    case Tier::grand:
      return honour ? CardLook::grand : CardLook::night;
  }
  return CardLook::line;
}

}  // namespace mn
