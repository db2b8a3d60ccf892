// Taps that say who gives: kind, name, guest, message, contact.
#include "core/contact.h"
#include "core/phone.h"
#include "core/tax_code.h"
#include "kiosk/order.h"
#include "kiosk/tapping.h"

namespace mn::kiosk {
namespace {

Name with_offers(Name screen, const Terms& terms) {
  if (screen.chosen.giver != Giver::person) {
    screen.offers = guests_offered(terms.guests, screen.chosen.name.view(), kOffersMost);
  }
  return screen;
}

}  // namespace

Step Tapping::operator()(const tap::GiveAs& tap) const {
  const Who* screen = on<Who>();
  if (screen == nullptr) return stay();
  Choices chosen = screen->chosen;
  chosen.giver = tap.giver;
  if (tap.giver != Giver::unnamed)
    return go(with_offers(Name{chosen, typing_for(chosen.name, capitals_for(chosen.giver)), {}}, terms_));
  chosen.name = TypedText();
  chosen.invitation = TypedText();
  chosen.publish = false;
  return to_review(chosen);
}

Typing Tapping::typing_for(const TypedText& text, Capitals capitals, std::size_t letters_max) const {
  TypingField field = terms_.typing;
  field.letters_max = letters_max;
  return begin_typing(text, capitals, field);
}

// What `press_one` makes of the text of the screen on which letters are typed.
template <class Press>
Step Tapping::type_with(Press press_one) const {
  if (const Name* screen = on<Name>()) {
    const Typed typed = press_one(screen->chosen.name, screen->typing, capitals_for(screen->chosen.giver));
    Name next{screen->chosen, typed.typing, screen->offers};
    if (!(next.chosen.name == typed.text)) {
      next.chosen.name = typed.text;
      next.chosen.invitation = TypedText();  // another name is not that guest's
      next = with_offers(std::move(next), terms_);
    }
    return go_on(std::move(next));
  }
  if (const GoodsWhat* screen = on<GoodsWhat>()) {
    const Typed typed = press_one(screen->chosen.goods->what, screen->typing, Capitals::first);
    GoodsWhat next{screen->chosen, typed.typing};
    next.chosen.goods->what = typed.text;
    return go_on(next);
  }
  if (const Message* screen = on<Message>()) {
    const Typed typed = press_one(screen->chosen.message, screen->typing, Capitals::sentences);
    Message next{screen->chosen, typed.typing};
    next.chosen.message = typed.text;
    return go_on(next);
  }
  return stay();
}

Step Tapping::operator()(const tap::PressKey& tap) const {
  return type_with([&](const TypedText& text, const Typing& typing, Capitals capitals) {
    return press(text, typing, capitals, tap.key);
  });
}

Step Tapping::type_letters(std::string_view utf8) const {
  return type_with([&](const TypedText& text, const Typing& typing, Capitals capitals) {
    return type_text(text, typing, capitals, utf8);
  });
}

Step Tapping::operator()(const tap::ChooseGuest& tap) const {
  const Name* screen = on<Name>();
  if (screen == nullptr || terms_.guests == nullptr || tap.guest >= terms_.guests->list.guests.size()) return stay();
  const Guest& guest = terms_.guests->list.guests[tap.guest];
  Choices chosen = screen->chosen;
  chosen.name = TypedText(guest.organisation);
  chosen.invitation = TypedText(guest.invitation);
  chosen.giver = guest.group;
  return to_review(chosen);
}

Step Tapping::open_invitation(std::size_t place) const {
  const Guest& guest = terms_.guests->list.guests[place];
  // Whoever stands here with a visit of their own keeps what they chose, but for who they are.
  const Choices* so_far = choices_of(visit_.screen);
  Choices chosen = so_far != nullptr ? *so_far : Choices{};
  chosen.giver = guest.group;
  chosen.name = TypedText(guest.organisation);
  chosen.invitation = TypedText(guest.invitation);
  const bool names_goods = on<GoodsWhat>() != nullptr || on<GoodsCount>() != nullptr || on<GoodsValue>() != nullptr;
  if (chosen.goods && !names_goods && !goods_complete(*chosen.goods, terms_.campaign)) {
    chosen.goods_aside = chosen.goods;
    chosen.goods.reset();
  }
  if (!chosen.goods && chosen.amount.dong == 0 && amount_fault(guest.expected, terms_.campaign) == AmountFault::none) {
    chosen.amount = guest.expected;
  }
  // Whoever is in the middle of saying what they give says it to the end.
  return gift_complete(chosen, terms_.campaign) ? to_review(chosen) : go(first_missing(chosen));
}

Step Tapping::operator()(const tap::NameTyped&) const {
  const Name* screen = on<Name>();
  if (screen == nullptr || !name_complete(screen->chosen.name)) return stay();
  return to_review(screen->chosen);
}

Step Tapping::operator()(const tap::EditName&) const {
  const Review* screen = on<Review>();
  if (screen == nullptr) return stay();
  Choices chosen = screen->chosen;
  chosen.from_review = true;
  return go(Who{chosen});
}

Step Tapping::operator()(const tap::EditMessage&) const {
  const Review* screen = on<Review>();
  if (screen == nullptr) return stay();
  return go(Message{screen->chosen, typing_for(screen->chosen.message, Capitals::sentences, kMessageLettersMax)});
}

Step Tapping::operator()(const tap::MessageTyped&) const {
  const Message* screen = on<Message>();
  return screen != nullptr ? to_review(screen->chosen) : stay();
}

Step Tapping::operator()(const tap::EditContact&) const {
  const Review* screen = on<Review>();
  return screen != nullptr && terms_.campaign.contact_key ? go(ContactForm{screen->chosen}) : stay();
}

Step Tapping::operator()(const tap::ChooseField& tap) const {
  const ContactForm* screen = on<ContactForm>();
  if (screen == nullptr) return stay();
  ContactForm next = *screen;
  next.field = tap.field;
  next.asked = false;
  return go_on(next);
}

Step Tapping::operator()(const tap::ToggleKeepContact&) const {
  const ContactForm* screen = on<ContactForm>();
  if (screen == nullptr) return stay();
  ContactForm next = *screen;
  next.keep = !next.keep;
  next.asked = false;
  return go_on(next);
}

Step Tapping::operator()(const tap::TakeNewNumber&) const {
  const ContactForm* screen = on<ContactForm>();
  if (screen == nullptr) return stay();
  const PhoneReading reading = read_phone(screen->phone.view());
  if (reading.fault != PhoneFault::old_number) return stay();
  ContactForm next = *screen;
  next.phone = TypedText(reading.offered.view());
  return go_on(next);
}

Step Tapping::operator()(const tap::ContactTyped&) const {
  const ContactForm* screen = on<ContactForm>();
  if (screen == nullptr) return stay();
  if (!contact_complete(*screen)) {
    ContactForm next = *screen;
    next.asked = true;
    return go_on(next);
  }
  const PhoneReading phone = read_phone(screen->phone.view());
  const TaxCodeReading tax_code = read_tax_code(screen->tax_code.view());
  const ContactDetails details{phone.phone, tax_code.tax_code};
  const Result<mn::SealedContact> sealed = seal_contact(details, *terms_.campaign.contact_key, moment_.chance.seal);
  if (!sealed) return go(Review{screen->chosen});  // a key that nothing can be sealed for: main refuses such a campaign
  KeptContact kept;
  kept.fact = {contact_key_name(*terms_.campaign.contact_key), to_base64(*sealed)};
  if (!details.phone.empty()) kept.phone_masked = TypedText(phone_masked(details.phone.view()));
  if (!details.tax_code.empty()) kept.tax_code_masked = TypedText(tax_code_masked(details.tax_code.view()));
  Choices chosen = screen->chosen;
  chosen.contact = kept;
  return to_review(chosen);
}

}  // namespace mn::kiosk
