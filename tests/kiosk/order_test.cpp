// What a confirmed visit asks the recorder to keep: the exact facts of each kind of visit, and nothing else.
#include "kiosk/order.h"

#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {
namespace {

// The kinds of an order's facts: p pledged, n named, c contact, s consented.
std::string kinds(const Append& order) {
  std::string out;
  for (const Fact& fact : order.facts) {
    if (std::holds_alternative<Pledged>(fact)) out += 'p';
    if (std::holds_alternative<Named>(fact)) out += 'n';
    if (std::holds_alternative<Contact>(fact)) out += 'c';
    if (std::holds_alternative<Consented>(fact)) out += 's';
  }
  return out;
}

Choices money() {
  Choices out;
  out.amount = Money{100'000};
  return out;
}
Choices named(Choices out = money()) {
  out.giver = Giver::person;
  out.name = TypedText("Nguyễn Thị Hoà");
  return out;
}
Choices with_message(Choices out) {
  out.message = TypedText("Chúc các cháu học giỏi");
  return out;
}
Choices with_contact(Choices out) {
  KeptContact contact;
  contact.fact = {"0011223344556677", "c2VhbGVk"};
  contact.phone_masked = TypedText("0912 ••• 678");
  out.contact = contact;
  return out;
}
Choices with_publish(Choices out) {
  out.publish = true;
  return out;
}

TEST(Order, FactsOfEveryKindOfVisit) {
  const struct {
    Choices chosen;
    std::string_view kinds, publish_version, contact_version;
    bool publish, keep_contact, hide_name;
  } rows[] = {
      {money(), "p", "", "", false, false, true},
      {with_message(money()), "pn", "", "", false, false, true},
      {with_contact(money()), "pcs", "", "2025-06-01", false, true, true},
      {with_contact(with_message(money())), "pncs", "", "2025-06-01", false, true, true},
      {named(), "pns", "2025-05-01", "", false, false, true},
      {with_publish(named()), "pns", "2025-05-01", "", true, false, false},
      {with_contact(named()), "pncs", "2025-05-01", "2025-06-01", false, true, true},
      {with_publish(with_contact(with_message(named()))), "pncs", "2025-05-01", "2025-06-01", true, true, false},
      // A tick that was left behind by a name that is gone counts for nothing.
      {with_publish(money()), "p", "", "", false, false, true}};
  for (const auto& row : rows) {
    Desk desk;
    const Moment moment = desk.moment();
    desk.orders.push_back(order_of(row.chosen, desk.campaign, moment));
    const Append& order = desk.orders.back();
    EXPECT_EQ(kinds(order), row.kinds);
    EXPECT_EQ(order.salts.size(), order.facts.size());
    EXPECT_EQ(order.visit, moment.chance.visit);
    EXPECT_EQ(order.made_at_us, moment.utc_us);
    EXPECT_EQ(desk.ordered<Pledged>()->hide_name, row.hide_name);
    EXPECT_EQ(desk.ordered<Pledged>()->code, make_code(moment.chance.code));
    if (const Consented* consented = desk.ordered<Consented>()) {
      EXPECT_EQ(consented->text_version, row.publish_version);
      EXPECT_EQ(consented->contact_text_version, row.contact_version);
      EXPECT_EQ(consented->publish, row.publish);
      EXPECT_EQ(consented->keep_contact, row.keep_contact);
    }
    if (const Named* name = desk.ordered<Named>()) {
      EXPECT_EQ(name->shown_as, row.chosen.name.view());
      EXPECT_EQ(name->message, row.chosen.message.view());
    }
    const Contact* contact = desk.ordered<Contact>();
    EXPECT_TRUE(contact == nullptr || contact->sealed == "c2VhbGVk");
  }
}

TEST(Order, AMaskedNumberIsRecordedNowhere) {
  Desk desk;
  const Append order = order_of(with_contact(named()), desk.campaign, desk.moment());
  for (std::size_t i = 0; i < order.facts.size(); ++i) {
    const Bytes body = encode_body(order.facts[i], order.salts[i]);
    EXPECT_EQ(text_of(body).find("678"), std::string_view::npos);
    EXPECT_EQ(text_of(body).find("0912"), std::string_view::npos);
  }
}

TEST(Order, TheSameConfirmationIsTheSameOrder) {
  Desk desk;
  const Moment moment = desk.moment();
  const KeyPair keys = key_pair(Seed{});
  const auto bytes = [&] {
    const Append order = order_of(with_message(named()), desk.campaign, moment);
    return seal(desk.campaign.id, {origin_of(keys.public_key), 0, {}}, order, keys).front().digest;
  };
  EXPECT_EQ(bytes(), bytes());
}

TEST(Order, FlagsAndInvitation) {
  Desk desk;
  Choices chosen = named();
  chosen.hide_amount = true;
  chosen.invitation = TypedText("MOI7K3M9PQR");
  chosen.fund = 1;
  desk.orders.push_back(order_of(chosen, desk.campaign, desk.moment()));
  EXPECT_TRUE(desk.ordered<Pledged>()->hide_amount);
  EXPECT_EQ(desk.ordered<Pledged>()->fund, "tet");
  EXPECT_EQ(desk.ordered<Named>()->invitation, "MOI7K3M9PQR");
}

TEST(Order, AnotherNameIsNotThatGuests) {
  Desk desk;
  desk.read_line(desk.invitation(0));
  desk.tap_all({tap::EditName{}, tap::GiveAs{Giver::agency}});
  EXPECT_EQ(desk.chosen().invitation.view(), desk.invitation(0)) << "looking at it changes nothing";
  desk.type("x");
  desk.tap_all({tap::NameTyped{}, tap::Confirm{}});
  EXPECT_EQ(desk.ordered<Named>()->invitation, "");
}

TEST(Order, WhatMayNotBeRecordedStopsTheProgram) {
  Desk desk;
  const Moment moment = desk.moment();
  Choices nobody = named();
  nobody.name = TypedText("  ");
  EXPECT_DEATH(order_of(nobody, desk.campaign, moment), "named giver");
  EXPECT_DEATH(order_of(Choices{}, desk.campaign, moment), "allowed amount");
  Choices fund = money();
  fund.fund = 2;
  EXPECT_DEATH(order_of(fund, desk.campaign, moment), "fund");
  Choices goods;
  goods.goods = GoodsChosen{TypedText("Gạo"), 0, 0, {}};
  EXPECT_DEATH(order_of(goods, desk.campaign, moment), "goods");
}

TEST(Order, ForgottenNamesAreOverwritten) {
  Desk desk;
  Append order = order_of(with_message(named()), desk.campaign, desk.moment());
  forget_names(order);
  const Named& name = std::get<Named>(order.facts.at(1));
  EXPECT_EQ(name.shown_as.find_first_not_of('\0'), std::string::npos);
  EXPECT_EQ(name.message.find_first_not_of('\0'), std::string::npos);
}

TEST(Order, OnlyAWayByBankHasATransferCode) {
  const Campaign campaign = small_campaign();
  Kept kept;
  kept.amount = Money{100'000};
  for (const Way way : {Way::transfer, Way::cash, Way::later}) {
    Choices chosen = money();
    chosen.way = way;
    EXPECT_EQ(transfer_payload(campaign, kept, chosen).has_value(), way != Way::cash);
  }
  Choices goods = money();
  goods.goods = GoodsChosen{TypedText("Gạo"), 1, 0, Money{100'000}};
  EXPECT_FALSE(transfer_payload(campaign, kept, goods));
}

}  // namespace
}  // namespace mn::kiosk
