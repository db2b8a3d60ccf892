// Taps on the review and on what hangs on it, the way back, and the confirmation.
#include "core/check.h"
#include "kiosk/calendar.h"
#include "kiosk/order.h"
#include "kiosk/tapping.h"

namespace mn::kiosk {

// What can be seen on the review can be recorded: whatever somebody left half done on the way there is put right here,
// and a gift that is missing altogether is asked for.
Step Tapping::to_review(Choices chosen) const {
  chosen.name = trimmed(chosen.name);
  chosen.message = trimmed(chosen.message);
  if (chosen.giver == Giver::unnamed || chosen.name.empty()) {
    chosen.giver = Giver::unnamed;
    chosen.name = TypedText();
    chosen.invitation = TypedText();
    chosen.publish = false;
  }
  if (chosen.goods && !goods_complete(*chosen.goods, terms_.campaign)) {
    const std::optional<GoodsChosen> half_done = chosen.goods;
    const bool as_before = chosen.goods_aside && goods_complete(*chosen.goods_aside, terms_.campaign);
    const bool money = amount_fault(chosen.amount, terms_.campaign) == AmountFault::none;
    if (money) {
      chosen.goods.reset();
      chosen.goods_aside = half_done;
    } else if (as_before) {
      chosen.goods = chosen.goods_aside;
    }
  }
  if (!gift_complete(chosen, terms_.campaign)) return go(first_missing(chosen));
  chosen.reviewed = true;
  chosen.from_review = false;
  return go(Review{std::move(chosen)});
}

Screen Tapping::first_missing(const Choices& chosen) const {
  if (!chosen.goods) return Amount{chosen};
  if (!name_complete(chosen.goods->what)) {
    return GoodsWhat{chosen, typing_for(chosen.goods->what, Capitals::first)};
  }
  if (chosen.goods->quantity <= 0) return GoodsCount{chosen};
  return GoodsValue{chosen};
}

Step Tapping::operator()(const tap::ToggleHideAmount&) const {
  const Review* screen = on<Review>();
  if (screen == nullptr) return stay();
  Review next = *screen;
  next.chosen.hide_amount = !next.chosen.hide_amount;
  return go_on(next);
}

Step Tapping::operator()(const tap::TogglePublish&) const {
  const Review* screen = on<Review>();
  if (screen == nullptr || screen->chosen.giver == Giver::unnamed) return stay();
  Review next = *screen;
  next.chosen.publish = !next.chosen.publish;
  return go_on(next);
}

Step Tapping::operator()(const tap::EditWay&) const {
  const Review* screen = on<Review>();
  return screen != nullptr && !screen->chosen.goods ? go(WayOfGiving{screen->chosen}) : stay();
}

Step Tapping::operator()(const tap::ChooseWay& tap) const {
  const WayOfGiving* screen = on<WayOfGiving>();
  if (screen == nullptr || tap.way == Way::in_kind) return stay();
  if (tap.way == Way::transfer && !terms_.campaign.account) return stay();
  if (tap.way == Way::later) {  // not chosen before its day is
    const PayDays days = pay_days(terms_.campaign, moment_.utc_us);
    return go(PayOn{screen->chosen, days.first, days.last, 0});
  }
  Choices chosen = screen->chosen;
  chosen.way = tap.way;
  chosen.pay_on.reset();
  return to_review(chosen);
}

Step Tapping::operator()(const tap::TurnMonth& tap) const {
  const PayOn* screen = on<PayOn>();
  if (screen == nullptr) return stay();
  PayOn next = *screen;
  next.month = std::clamp(screen->month + tap.by, 0, months_between(screen->today, screen->last));
  return go_on(next);
}

Step Tapping::operator()(const tap::ChooseDay& tap) const {
  const PayOn* screen = on<PayOn>();
  if (screen == nullptr || !is_pay_day({screen->today, screen->last}, tap.day)) return stay();
  Choices chosen = screen->chosen;
  chosen.way = Way::later;
  chosen.pay_on = tap.day;
  return to_review(chosen);
}

Step Tapping::operator()(const tap::EditPurpose&) const {
  const Review* screen = on<Review>();
  return screen != nullptr && terms_.campaign.funds.size() > 1 ? go(Purpose{screen->chosen}) : stay();
}

Step Tapping::operator()(const tap::ChooseFund& tap) const {
  const Purpose* screen = on<Purpose>();
  if (screen == nullptr || tap.fund >= terms_.campaign.funds.size()) return stay();
  Choices chosen = screen->chosen;
  chosen.fund = tap.fund;
  return to_review(chosen);
}

Step Tapping::operator()(const tap::LeaveOut&) const {
  if (const Message* message = on<Message>()) {
    Choices chosen = message->chosen;
    chosen.message = TypedText();
    return to_review(chosen);
  }
  if (const ContactForm* form = on<ContactForm>()) {
    Choices chosen = form->chosen;
    chosen.contact.reset();
    return to_review(chosen);
  }
  if (const GoodsValue* value = on<GoodsValue>()) {
    GoodsValue next = *value;
    next.chosen.goods->value = Money{};
    return with_goods(next.chosen);
  }
  return stay();
}

Step Tapping::operator()(const tap::Confirm&) const {
  const Review* screen = on<Review>();
  if (screen == nullptr) return stay();
  const Append order = order_of(screen->chosen, terms_.campaign, moment_);
  Step step = go(Recording{screen->chosen, order.visit, make_code(moment_.chance.code)});
  step.record = order;
  return step;
}

Step Tapping::operator()(const tap::Back&) const {
  if (visit_.panel != Panel::none) return (*this)(tap::Close{});
  const Choices* chosen = choices_of(visit_.screen);
  if (on<StaffPin>() != nullptr || on<Staff>() != nullptr) return end();
  if (chosen == nullptr) return stay();
  if (on<Amount>() != nullptr) return chosen->from_review ? to_review(*chosen) : end();
  if (const Keypad* keypad = on<Keypad>()) {
    Amount next{*chosen};
    next.chosen.keyed = keypad->typed;
    return go(next);
  }
  if (on<GoodsWhat>() != nullptr) return go(Amount{*chosen});
  if (const LargeCheck* check = on<LargeCheck>()) return go(Keypad{*chosen, check->asked});
  if (on<GoodsCount>() != nullptr) {
    return go(GoodsWhat{*chosen, typing_for(chosen->goods->what, Capitals::first)});
  }
  if (on<GoodsValue>() != nullptr) return go(GoodsCount{*chosen});
  if (on<Who>() != nullptr) {
    if (chosen->from_review) return to_review(*chosen);
    return chosen->goods ? go(GoodsValue{*chosen}) : go(Amount{*chosen});
  }
  if (on<Name>() != nullptr) return go(Who{*chosen});
  if (on<Review>() != nullptr) {
    if (chosen->giver == Giver::unnamed) return go(Who{*chosen});
    return go(Name{*chosen, typing_for(chosen->name, capitals_for(chosen->giver)), {}});
  }
  if (on<PayOn>() != nullptr) return go(WayOfGiving{*chosen});
  return to_review(*chosen);
}

Step Tapping::operator()(const tap::Cancel&) const { return choices_of(visit_.screen) != nullptr ? end() : stay(); }

}  // namespace mn::kiosk
