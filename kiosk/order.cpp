#include "kiosk/order.h"

#include "core/check.h"
#include "core/phone.h"
#include "core/tax_code.h"
#include "core/vietqr.h"

namespace mn::kiosk {
namespace {

void overwrite(std::string& text) { wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}); }

}  // namespace

Append order_of(const Choices& chosen, const Campaign& campaign, const Moment& moment) {
  const bool named = chosen.giver != Giver::unnamed;
  const Way way = way_of(chosen, campaign);
  MN_CHECK(!named || name_complete(chosen.name), "a named giver has a name");
  MN_CHECK(chosen.fund < campaign.funds.size(), "the gift is for a fund of the campaign");
  Pledged pledged;
  pledged.amount = worth_of(chosen);
  pledged.code = make_code(moment.chance.code);
  pledged.fund = campaign.funds[chosen.fund].key;
  pledged.giver = chosen.giver;
  pledged.way = way;
  pledged.hide_name = !named || !chosen.publish;
  pledged.hide_amount = chosen.hide_amount;
  if (way == Way::later) pledged.pay_on = chosen.pay_on;
  if (chosen.goods) {
    MN_CHECK(goods_complete(*chosen.goods, campaign), "goods are named, counted and worth what a pledge may be");
    pledged.goods = Goods{std::string(trimmed(chosen.goods->what).view()), chosen.goods->quantity,
                          campaign.goods_units.at(chosen.goods->unit).vi};
  } else {
    MN_CHECK(amount_fault(chosen.amount, campaign) == AmountFault::none, "only an allowed amount is confirmed");
  }
  Append order;
  order.visit = moment.chance.visit;
  order.made_at_us = moment.utc_us;
  order.facts.emplace_back(pledged);
  if (named || !chosen.message.empty()) {
    order.facts.emplace_back(Named{named ? std::string(chosen.name.view()) : std::string(),
                                   std::string(chosen.message.view()), std::string(chosen.invitation.view())});
  }
  if (chosen.contact) order.facts.emplace_back(chosen.contact->fact);
  if (named || chosen.contact) {
    Consented consented;
    if (named) consented.text_version = campaign.consent_publish.version;
    if (chosen.contact) consented.contact_text_version = campaign.consent_contact.version;
    consented.publish = named && chosen.publish;
    consented.keep_contact = chosen.contact.has_value();
    order.facts.emplace_back(consented);
  }
  order.salts.assign(moment.chance.salts.begin(),
                     moment.chance.salts.begin() + static_cast<std::ptrdiff_t>(order.facts.size()));
  return order;
}

Append answer_of(const EntryRef& call, const Moment& moment) {
  Append order{moment.chance.visit, moment.utc_us, {}, {moment.chance.salts[0]}};
  order.facts.emplace_back(Answered{call});
  return order;
}

bool name_complete(const TypedText& name) { return !trimmed(name).empty(); }

bool goods_complete(const GoodsChosen& goods, const Campaign& campaign) {
  return name_complete(goods.what) && goods.quantity > 0 && goods.unit < campaign.goods_units.size() &&
         value_fault(goods.value, campaign) == AmountFault::none;
}

bool gift_complete(const Choices& chosen, const Campaign& campaign) {
  return chosen.goods ? goods_complete(*chosen.goods, campaign)
                      : amount_fault(chosen.amount, campaign) == AmountFault::none;
}

bool contact_complete(const ContactForm& form) {
  const PhoneFault phone = read_phone(form.phone.view()).fault;
  const TaxCodeFault tax_code = read_tax_code(form.tax_code.view()).fault;
  const bool something = phone == PhoneFault::ok || tax_code == TaxCodeFault::ok;
  const bool nothing_wrong = (phone == PhoneFault::ok || phone == PhoneFault::empty) &&
                             (tax_code == TaxCodeFault::ok || tax_code == TaxCodeFault::empty);
  return form.keep && something && nothing_wrong;
}

std::optional<TypedText> shown_as(const Choices& chosen) {
  if (chosen.giver == Giver::unnamed || !chosen.publish) return std::nullopt;
  return chosen.name;
}

std::optional<std::string> transfer_payload(const Campaign& campaign, const Kept& kept, const Choices& chosen) {
  const Way way = way_of(chosen, campaign);
  const bool by_transfer = way == Way::transfer || way == Way::later;
  if (!by_transfer || !qr_allowed(campaign, kept.amount)) return std::nullopt;
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
    if (Named* named = std::get_if<Named>(&fact)) {
      overwrite(named->shown_as);
      overwrite(named->message);
      overwrite(named->invitation);
    }
  }
}

}  // namespace mn::kiosk
