#include "kiosk/order.h"

#include "core/vietqr.h"

namespace mn::kiosk {
namespace {

void overwrite(std::string& text) { wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}); }

}  // namespace

Append order_of(const Choices& chosen, const Terms& terms, const Moment& moment) {
  const bool named = chosen.giver != Giver::unnamed;
  MN_CHECK(amount_fault(chosen.amount, terms.campaign) == AmountFault::none, "only an allowed amount is confirmed");
  MN_CHECK(!named || name_complete(chosen.name), "a named giver has a name");
  Pledged pledged;
  pledged.amount = chosen.amount;
  pledged.code = make_code(moment.chance.code);
  pledged.fund = terms.campaign.funds.front().key;
  pledged.giver = chosen.giver;
  pledged.way = terms.campaign.account ? Way::transfer : Way::later;
  pledged.hide_name = !named || !chosen.publish;
  pledged.hide_amount = chosen.hide_amount;
  Append order;
  order.visit = moment.chance.visit;
  order.made_at_us = moment.utc_us;
  order.facts.emplace_back(pledged);
  if (named) {
    order.facts.emplace_back(Named{std::string(chosen.name.view()), ""});
    order.facts.emplace_back(Consented{terms.campaign.consent_publish.version, false, chosen.publish});
  }
  order.salts.assign(moment.chance.salts.begin(),
                     moment.chance.salts.begin() + static_cast<std::ptrdiff_t>(order.facts.size()));
  return order;
}

TypedText sanitised_name(const TypedText& name) {
  Result<std::string> clean = sanitise(name.view());
  if (!clean) return {};
  const TypedText out(*clean);
  overwrite(*clean);
  return out;
}

bool name_complete(const TypedText& name) { return !sanitised_name(name).empty(); }

std::optional<TypedText> shown_as(const Choices& chosen) {
  if (chosen.giver == Giver::unnamed || !chosen.publish) return std::nullopt;
  return chosen.name;
}

std::optional<std::string> transfer_payload(const Campaign& campaign, const Kept& kept) {
  if (!qr_allowed(campaign, kept.amount)) return std::nullopt;
  VietQr qr;
  qr.bank_bin = campaign.account->bank_bin;
  qr.account = campaign.account->number;
  qr.amount = std::to_string(kept.amount.dong);
  qr.memo = code_text(kept.code);
  const Result<std::string> payload = vietqr_payload(qr);
  return payload ? std::optional(*payload) : std::nullopt;
}

void forget_names(Append& order) {
  for (Fact& fact : order.facts) {
    if (Named* named = std::get_if<Named>(&fact)) overwrite(named->shown_as);
  }
}

}  // namespace mn::kiosk
