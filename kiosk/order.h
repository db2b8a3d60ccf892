// What a confirmed visit asks the recorder to keep: the facts of one append, with the visit's id, its pledge code and
// its randomness made before the first attempt, so that a second attempt is the same order. Pure.
#pragma once

#include "kiosk/visit.h"

namespace mn::kiosk {

// `pledged` always; `named` and `consented` only for a giver who typed a name (nobody else was shown the consent text).
// Without consent to publish, a named giver is recorded with hide_name: the fund knows the name, the hall does not.
Append order_of(const Choices& chosen, const Terms& terms, const Moment& moment);

// The name through core/text.h: sanitise; empty when nothing is left of it.
TypedText sanitised_name(const TypedText& name);
// A name that may be recorded: something is left of it when sanitised.
bool name_complete(const TypedText& name);

// How the hall will see this giver: the name, or nothing for a giver who is not named there.
std::optional<TypedText> shown_as(const Choices& chosen);

// The payload of the transfer code for a kept pledge; nothing when qr_allowed says no: then the account's text and the
// code must do.
std::optional<std::string> transfer_payload(const Campaign& campaign, const Kept& kept);

// Overwrites the names in an order that has been recorded.
void forget_names(Append& order);

}  // namespace mn::kiosk
