#include "core/masking.h"

#include "core/text.h"

namespace mn {
namespace {

bool is_released(const Pledge& pledge, ScreeningPolicy policy) {
  if (pledge.verdict) return *pledge.verdict != Verdict::masked;
  switch (policy) {
    case ScreeningPolicy::all:
      return true;
    case ScreeningPolicy::invited:
    case ScreeningPolicy::released:
      return false;
  }
  return false;
}

bool has_name(const Pledge& pledge) { return pledge.said.giver != Giver::unnamed && !pledge.shown_as.empty(); }

std::string name_of(const Pledge& pledge) {
  return shown_text(pledge.verdict == Verdict::replaced ? pledge.replaced_by : pledge.shown_as, kNameLettersMax);
}

// Words of a person say nothing about who it was, but may say anything.
std::optional<Goods> goods_of(const Pledge& pledge) {
  if (pledge.said.way != Way::in_kind || !pledge.said.goods || pledge.said.hide_amount) return std::nullopt;
  const Goods& goods = *pledge.said.goods;
  const bool plain = is_sanitised(goods.what) && is_sanitised(goods.unit) && !goods.what.empty();
  return plain ? pledge.said.goods : std::nullopt;
}

}  // namespace

PublicCard masked(const Pledge& pledge, ScreeningPolicy policy) {
  PublicCard card;
  if (pledge.voided) return card;
  const bool unestimated = pledge.said.way == Way::in_kind && pledge.said.amount.dong == 0;
  if (!pledge.said.hide_amount && !unestimated) card.amount_ = pledge.said.amount;
  card.invited_ = !pledge.invitation.empty();
  if (pledge.verdict == Verdict::masked) return card;

  const bool released = is_released(pledge, policy);
  const bool may_name = released || (policy == ScreeningPolicy::invited && card.invited_);
  if (has_name(pledge) ? may_name : released) card.goods_ = goods_of(pledge);
  if (pledge.publish_refused || pledge.said.hide_name) return card;
  if (!has_name(pledge)) {
    if (released) card.message_ = shown_text(pledge.message, kMessageLettersMax);
    return card;
  }
  card.waiting_ = !may_name;
  if (!may_name) return card;
  card.name_ = name_of(pledge);
  if (card.name_.empty()) return card;
  card.giver_ = pledge.said.giver;
  card.message_ = shown_text(pledge.message, kMessageLettersMax);
  return card;
}

std::string shown_text(const std::string& text, std::size_t letters_max) {
  return is_sanitised(text, letters_max) ? text : std::string();
}

Cued shown_cue(Cued cued) {
  cued.name = shown_text(cued.name, kNameLettersMax);
  cued.line = shown_text(cued.line, kMessageLettersMax);
  return cued;
}

}  // namespace mn
