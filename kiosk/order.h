// What a confirmed visit asks the recorder to keep: the facts of one append, with the visit's id, its pledge code and
// its randomness made before the first attempt, so that a second attempt is the same order. Pure.
#pragma once

#include "kiosk/visit.h"

namespace mn::kiosk {

// `pledged` always; `named` for a giver with a name or a message; `contact` when one was sealed; `consented` when words
// of consent were shown. Without consent to publish, a named giver is recorded with hide_name: the fund knows the name,
// the hall does not.
Append order_of(const Choices& chosen, const Campaign& campaign, const Moment& moment);
// That somebody came to whoever had called.
Append answer_of(const EntryRef& call, const Moment& moment);

// A name (of a giver, of goods) that may be recorded: something is left of it when its spaces are.
bool name_complete(const TypedText& name);
// Goods that may be recorded: named, counted, of a unit of the campaign, worth no more than any pledge.
bool goods_complete(const GoodsChosen& goods, const Campaign& campaign);
// A gift that may be recorded: such goods, or an amount of money that is allowed.
bool gift_complete(const Choices& chosen, const Campaign& campaign);
// A contact that may be sealed: a right phone or tax code at least, nothing wrong beside it, and the consent ticked.
bool contact_complete(const ContactForm& form);

// How the hall will see this giver: the name, or nothing for a giver who is not named there.
std::optional<TypedText> shown_as(const Choices& chosen);

// The payload of the transfer code for a kept pledge; nothing when the gift is not a transfer or qr_allowed says no:
// then the account's text and the code must do.
std::optional<std::string> transfer_payload(const Campaign& campaign, const Kept& kept, const Choices& chosen);

// Overwrites the names in an order that has been recorded.
void forget_names(Append& order);

}  // namespace mn::kiosk
