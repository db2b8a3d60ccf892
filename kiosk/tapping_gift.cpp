// Taps that say what is given: an amount of money, or goods.
#include "core/pin.h"
#include "kiosk/order.h"
#include "kiosk/tapping.h"

namespace mn::kiosk {
namespace {

constexpr std::int64_t kQuantityMost = 999'999;

// The goods that somebody goes on with: those they give, or those they had typed before.
GoodsChosen goods_of(const Choices& chosen) {
  return chosen.goods ? *chosen.goods : chosen.goods_aside.value_or(GoodsChosen{});
}

// A number with another digit behind it; as it was when it would grow beyond `most`.
std::int64_t grown(std::int64_t number, std::int64_t times, int digit, std::int64_t most) {
  return number > (most - digit) / times ? number : number * times + digit;
}

TypedText with_digit(const TypedText& digits, int digit, std::size_t most) {
  if (digits.view().size() >= most) return digits;
  std::array<char, kPhoneDigitsMax + 1> text{};
  std::copy(digits.view().begin(), digits.view().end(), text.begin());
  text[digits.view().size()] = static_cast<char>('0' + digit);
  const TypedText out(std::string_view(text.data(), digits.view().size() + 1));
  wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
  return out;
}

TypedText without_digit(const TypedText& digits) {
  return digits.empty() ? digits : TypedText(digits.view().substr(0, digits.view().size() - 1));
}

}  // namespace

Step Tapping::operator()(const tap::Start&) const { return on<Attract>() != nullptr ? go(Amount{}) : stay(); }

Step Tapping::operator()(const tap::Choose& tap) const {
  const Amount* screen = on<Amount>();
  return screen != nullptr ? ask(screen->chosen, tap.amount) : stay();
}

Step Tapping::operator()(const tap::OtherAmount&) const {
  const Amount* screen = on<Amount>();
  return screen != nullptr ? go(Keypad{screen->chosen, screen->chosen.keyed}) : stay();
}

Step Tapping::operator()(const tap::Digit& tap) const { return type_digits(10, tap.value); }
Step Tapping::operator()(const tap::Thousand&) const { return type_digits(1000, 0); }

Step Tapping::type_digits(std::int64_t times, int digit) const {
  if (const Keypad* keypad = on<Keypad>()) {
    return go_on(Keypad{keypad->chosen, Money{grown(keypad->typed.dong, times, digit, kLargestPledge.dong)}});
  }
  if (const GoodsValue* value = on<GoodsValue>()) {
    GoodsValue next = *value;
    Money& worth = next.chosen.goods->value;
    worth = Money{grown(worth.dong, times, digit, kLargestPledge.dong)};
    return go_on(next);
  }
  if (times != 10) return stay();
  if (const GoodsCount* count = on<GoodsCount>()) {
    GoodsCount next = *count;
    std::int64_t& quantity = next.chosen.goods->quantity;
    quantity = grown(quantity, times, digit, kQuantityMost);
    return go_on(next);
  }
  if (const ContactForm* form = on<ContactForm>()) {
    ContactForm next = *form;
    next.asked = false;
    if (form->field == ContactField::phone) {
      next.phone = with_digit(form->phone, digit, kPhoneDigitsMax);
    } else {
      next.tax_code = with_digit(form->tax_code, digit, kTaxDigitsMax);
    }
    return go_on(next);
  }
  if (const StaffPin* pin = on<StaffPin>()) {
    if (visit_.door.checking) return stay();
    return go_on(StaffPin{with_digit(pin->pin, digit, kPinDigitsMax), false});
  }
  return stay();
}

Step Tapping::operator()(const tap::EraseDigit&) const {
  if (const Keypad* keypad = on<Keypad>()) return go_on(Keypad{keypad->chosen, Money{keypad->typed.dong / 10}});
  if (const GoodsValue* value = on<GoodsValue>()) {
    GoodsValue next = *value;
    next.chosen.goods->value.dong /= 10;
    return go_on(next);
  }
  if (const GoodsCount* count = on<GoodsCount>()) {
    GoodsCount next = *count;
    next.chosen.goods->quantity /= 10;
    return go_on(next);
  }
  if (const ContactForm* form = on<ContactForm>()) {
    ContactForm next = *form;
    next.asked = false;
    TypedText& field = form->field == ContactField::phone ? next.phone : next.tax_code;
    field = without_digit(field);
    return go_on(next);
  }
  if (const StaffPin* pin = on<StaffPin>()) {
    return visit_.door.checking ? stay() : go_on(StaffPin{without_digit(pin->pin), false});
  }
  return stay();
}

Step Tapping::operator()(const tap::ClearDigits&) const {
  if (const Keypad* keypad = on<Keypad>()) return go_on(Keypad{keypad->chosen, Money{}});
  if (const GoodsValue* value = on<GoodsValue>()) {
    GoodsValue next = *value;
    next.chosen.goods->value = Money{};
    return go_on(next);
  }
  if (const GoodsCount* count = on<GoodsCount>()) {
    GoodsCount next = *count;
    next.chosen.goods->quantity = 0;
    return go_on(next);
  }
  if (const ContactForm* form = on<ContactForm>()) {
    ContactForm next = *form;
    next.asked = false;
    (form->field == ContactField::phone ? next.phone : next.tax_code) = TypedText();
    return go_on(next);
  }
  return stay();
}

Step Tapping::operator()(const tap::AmountTyped&) const {
  const Keypad* screen = on<Keypad>();
  if (screen == nullptr) return stay();
  Choices chosen = screen->chosen;
  chosen.keyed = screen->typed;
  return ask(chosen, screen->typed);
}

Step Tapping::operator()(const tap::ZerosAreRight&) const {
  const LargeCheck* screen = on<LargeCheck>();
  return screen != nullptr ? with_amount(screen->chosen, screen->asked) : stay();
}

Step Tapping::ask(const Choices& chosen, Money amount) const {
  if (amount_fault(amount, terms_.campaign) != AmountFault::none) return stay();
  if (amount >= terms_.campaign.amount_check) return go(LargeCheck{chosen, amount});
  return with_amount(chosen, amount);
}

Step Tapping::with_amount(Choices chosen, Money amount) const {
  chosen.amount = amount;
  if (chosen.goods) chosen.goods_aside = chosen.goods;
  chosen.goods.reset();
  return with_gift(chosen);
}

// Who was invited is not asked who they are.
Step Tapping::with_gift(const Choices& chosen) const {
  return chosen.reviewed || !chosen.invitation.empty() ? to_review(chosen) : go(Who{chosen});
}

Step Tapping::operator()(const tap::GiveGoods&) const {
  if (terms_.campaign.goods_units.empty()) return stay();
  const Amount* amount = on<Amount>();
  const WayOfGiving* way = on<WayOfGiving>();
  if (amount == nullptr && way == nullptr) return stay();
  Choices chosen = amount != nullptr ? amount->chosen : way->chosen;
  if (way != nullptr) chosen.from_review = true;
  chosen.goods = goods_of(chosen);
  return go(GoodsWhat{chosen, typing_for(chosen.goods->what, Capitals::first)});
}

Step Tapping::operator()(const tap::GoodsNamed&) const {
  const GoodsWhat* screen = on<GoodsWhat>();
  if (screen == nullptr || !name_complete(screen->chosen.goods->what)) return stay();
  return go(GoodsCount{screen->chosen});
}

Step Tapping::operator()(const tap::ChooseUnit& tap) const {
  const GoodsCount* screen = on<GoodsCount>();
  if (screen == nullptr || tap.unit >= terms_.campaign.goods_units.size()) return stay();
  GoodsCount next = *screen;
  next.chosen.goods->unit = tap.unit;
  return go_on(next);
}

Step Tapping::operator()(const tap::GoodsCounted&) const {
  const GoodsCount* screen = on<GoodsCount>();
  if (screen == nullptr || screen->chosen.goods->quantity <= 0) return stay();
  return go(GoodsValue{screen->chosen});
}

Step Tapping::operator()(const tap::GoodsValued&) const {
  const GoodsValue* screen = on<GoodsValue>();
  if (screen == nullptr || value_fault(screen->chosen.goods->value, terms_.campaign) != AmountFault::none) {
    return stay();
  }
  return with_goods(screen->chosen);
}

Step Tapping::with_goods(Choices chosen) const {
  chosen.amount = Money{};  // goods are never money
  return with_gift(chosen);
}

Step Tapping::operator()(const tap::EditAmount&) const {
  if (const LargeCheck* check = on<LargeCheck>()) return go(Keypad{check->chosen, check->asked});
  const Review* review = on<Review>();
  if (review == nullptr) return stay();
  Choices chosen = review->chosen;
  chosen.from_review = true;
  if (!chosen.goods) return go(Amount{chosen});
  chosen.goods_aside = chosen.goods;
  return go(GoodsWhat{chosen, typing_for(chosen.goods->what, Capitals::first)});
}

}  // namespace mn::kiosk
