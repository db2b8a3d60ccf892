// The rules of a visit, by tables and by the promises they must keep.
#include "kiosk/visit.h"

#include "core/vietqr.h"
#include "tests/kiosk/desk.h"

namespace mn::kiosk {
namespace {

void to_review(Desk& desk, Giver giver = Giver::unnamed) {
  desk.tap(tap::Start{});
  desk.tap(tap::Choose{Money{100'000}});
  desk.tap(tap::GiveAs{giver});
  if (giver == Giver::unnamed) return;
  for (const int key : {31, 26, 16}) desk.tap(tap::PressKey{{KeyKind::letter, key}});  // n z p
  desk.tap(tap::NameTyped{});
}

TEST(Visit, UnnamedGiverIsThanked) {
  Desk desk;
  to_review(desk);
  ASSERT_EQ(desk.screen(), "review");
  desk.tap(tap::Confirm{});
  ASSERT_EQ(desk.screen(), "recording");
  ASSERT_EQ(desk.orders.size(), 1U);
  EXPECT_EQ(desk.taps, 4);
  const Append& order = desk.orders[0];
  ASSERT_EQ(order.facts.size(), 1U);
  EXPECT_EQ(order.salts.size(), 1U);
  const Pledged& pledged = std::get<Pledged>(order.facts[0]);
  EXPECT_EQ(pledged.amount, Money{100'000});
  EXPECT_EQ(pledged.giver, Giver::unnamed);
  EXPECT_EQ(pledged.way, Way::transfer);
  EXPECT_EQ(pledged.fund, "general");
  EXPECT_TRUE(pledged.hide_name);
  EXPECT_FALSE(pledged.hide_amount);
  desk.hear(desk.kept());
  ASSERT_EQ(desk.screen(), "thanks");
  EXPECT_EQ(desk.on<Thanks>()->kept.code, pledged.code);
}

TEST(Visit, NamedGiverWithoutConsentIsHiddenFromTheHall) {
  Desk desk;
  to_review(desk, Giver::person);
  ASSERT_EQ(desk.screen(), "review");
  EXPECT_FALSE(desk.on<Review>()->chosen.publish) << "consent is never ticked beforehand";
  EXPECT_FALSE(desk.on<Review>()->chosen.hide_amount);
  EXPECT_FALSE(shown_as(desk.on<Review>()->chosen));
  desk.tap(tap::Confirm{});
  const Append& order = desk.orders.at(0);
  ASSERT_EQ(order.facts.size(), 3U);
  EXPECT_TRUE(std::get<Pledged>(order.facts[0]).hide_name);
  EXPECT_EQ(std::get<Named>(order.facts[1]).shown_as, "Nzp");
  EXPECT_EQ(std::get<Consented>(order.facts[2]).text_version, "2025-05-01");
  EXPECT_FALSE(std::get<Consented>(order.facts[2]).publish);
  EXPECT_FALSE(std::get<Consented>(order.facts[2]).keep_contact);
}

TEST(Visit, TicksAreRecorded) {
  Desk desk;
  to_review(desk, Giver::business);
  desk.tap(tap::TogglePublish{});
  desk.tap(tap::ToggleHideAmount{});
  EXPECT_EQ(shown_as(desk.on<Review>()->chosen)->view(), "Nzp");
  desk.tap(tap::Confirm{});
  const Pledged& pledged = std::get<Pledged>(desk.orders.at(0).facts[0]);
  EXPECT_FALSE(pledged.hide_name);
  EXPECT_TRUE(pledged.hide_amount);
  EXPECT_TRUE(std::get<Consented>(desk.orders.at(0).facts[2]).publish);
}

TEST(Visit, DuplicateTapsMakeOnePledge) {
  Desk desk;
  to_review(desk);
  for (int i = 0; i < 10; ++i) desk.tap(tap::Confirm{});
  desk.tap(tap::Back{});
  desk.tap(tap::Cancel{});
  desk.tap(tap::Start{});
  EXPECT_EQ(desk.screen(), "recording");
  desk.hear(desk.kept());
  for (int i = 0; i < 10; ++i) desk.tap(tap::Confirm{});
  EXPECT_EQ(desk.screen(), "thanks");
  EXPECT_EQ(desk.orders.size(), 1U);
}

TEST(Visit, KeypadHasThousandsEraseAndClear) {
  Desk desk;
  desk.tap(tap::Start{});
  desk.tap(tap::OtherAmount{});
  desk.tap(tap::Digit{0});
  desk.tap(tap::Thousand{});
  EXPECT_EQ(desk.on<Keypad>()->typed, Money{0});
  desk.tap(tap::AmountTyped{});
  EXPECT_EQ(desk.screen(), "keypad") << "nothing is not an amount";
  for (const int digit : {1, 2, 5}) desk.tap(tap::Digit{digit});
  desk.tap(tap::Thousand{});
  EXPECT_EQ(desk.on<Keypad>()->typed, Money{125'000});
  desk.tap(tap::EraseDigit{});
  EXPECT_EQ(desk.on<Keypad>()->typed, Money{12'500});
  desk.tap(tap::ClearDigits{});
  EXPECT_EQ(desk.on<Keypad>()->typed, Money{0});
  for (int i = 0; i < 20; ++i) desk.tap(tap::Digit{9});
  EXPECT_EQ(desk.on<Keypad>()->typed, kLargestPledge);
  desk.tap(tap::Thousand{});
  EXPECT_EQ(desk.on<Keypad>()->typed, kLargestPledge);
}

TEST(Visit, AmountLimits) {
  const Campaign campaign = small_campaign();
  const struct {
    std::int64_t dong;
    AmountFault fault;
  } rows[] = {
      {0, AmountFault::nothing},   {-5, AmountFault::nothing},           {9'999, AmountFault::too_small},
      {10'000, AmountFault::none}, {100'000'000'000, AmountFault::none}, {100'000'000'001, AmountFault::too_large}};
  for (const auto& row : rows) EXPECT_EQ(amount_fault(Money{row.dong}, campaign), row.fault) << row.dong;
}

TEST(Visit, LargeAmountIsAskedAbout) {
  for (const bool preset : {true, false}) {
    Desk desk;
    desk.tap(tap::Start{});
    if (preset) {
      desk.tap(tap::Choose{Money{60'000'000}});
    } else {
      desk.tap(tap::OtherAmount{});
      for (const int digit : {6, 0}) desk.tap(tap::Digit{digit});
      desk.tap(tap::Thousand{});
      desk.tap(tap::Thousand{});
      desk.tap(tap::AmountTyped{});
    }
    ASSERT_EQ(desk.screen(), "large");
    EXPECT_EQ(desk.on<LargeCheck>()->asked, Money{60'000'000});
    EXPECT_EQ(desk.on<LargeCheck>()->chosen.amount, Money{0}) << "not chosen before the answer";
    desk.tap(tap::EditAmount{});
    ASSERT_EQ(desk.screen(), "keypad");
    EXPECT_EQ(desk.on<Keypad>()->typed, Money{60'000'000});
    desk.tap(tap::AmountTyped{});
    desk.tap(tap::ZerosAreRight{});
    ASSERT_EQ(desk.screen(), "who");
    EXPECT_EQ(desk.on<Who>()->chosen.amount, Money{60'000'000});
  }
}

TEST(Visit, GoingBackKeepsWhatWasChosen) {
  Desk desk;
  to_review(desk, Giver::person);
  desk.tap(tap::TogglePublish{});
  desk.tap(tap::Back{});
  ASSERT_EQ(desk.screen(), "name");
  EXPECT_EQ(desk.on<Name>()->chosen.name.view(), "Nzp");
  desk.tap(tap::Back{});
  desk.tap(tap::Back{});
  ASSERT_EQ(desk.screen(), "amount");
  desk.tap(tap::Choose{Money{2'000'000}});
  ASSERT_EQ(desk.screen(), "review") << "a changed answer leads back to the review";
  EXPECT_EQ(desk.on<Review>()->chosen.name.view(), "Nzp");
  EXPECT_EQ(desk.on<Review>()->chosen.amount, Money{2'000'000});
  EXPECT_TRUE(desk.on<Review>()->chosen.publish);
}

TEST(Visit, BecomingUnnamedForgetsTheName) {
  Desk desk;
  to_review(desk, Giver::person);
  desk.tap(tap::TogglePublish{});
  desk.tap(tap::EditName{});
  desk.tap(tap::GiveAs{Giver::unnamed});
  ASSERT_EQ(desk.screen(), "review");
  EXPECT_TRUE(desk.on<Review>()->chosen.name.empty());
  desk.tap(tap::TogglePublish{});
  EXPECT_FALSE(desk.on<Review>()->chosen.publish);
  desk.tap(tap::Confirm{});
  EXPECT_EQ(desk.orders.at(0).facts.size(), 1U);
}

TEST(Visit, EmptyNameIsNotTyped) {
  Desk desk;
  desk.tap(tap::Start{});
  desk.tap(tap::Choose{Money{100'000}});
  desk.tap(tap::GiveAs{Giver::agency});
  desk.tap(tap::PressKey{{KeyKind::space, 0}});
  desk.tap(tap::NameTyped{});
  EXPECT_EQ(desk.screen(), "name");
}

TEST(Visit, EndsWhenTheVisitorGoesByWhateverWay) {
  Desk desk;
  const auto ends = [&](const auto& act) {
    const Visit before = desk.visit;
    act();
    return visit_ended(before, desk.visit);
  };
  EXPECT_FALSE(ends([&] { desk.tap(tap::Start{}); }));
  EXPECT_FALSE(ends([&] { desk.tap(tap::Choose{Money{100'000}}); }));
  EXPECT_TRUE(ends([&] { desk.tap(tap::Cancel{}); }));
  EXPECT_FALSE(ends([&] { to_review(desk); }));
  EXPECT_TRUE(ends([&] { desk.wait(60'000); }));
  to_review(desk);
  EXPECT_FALSE(ends([&] { desk.tap(tap::Confirm{}); }));
  EXPECT_FALSE(ends([&] { desk.hear(desk.kept()); }));
  desk.wait(kThanksLeastMs);
  EXPECT_TRUE(ends([&] { desk.tap(tap::Again{}); }));
  desk.tap(tap::Choose{Money{100'000}});
  desk.tap(tap::GiveAs{Giver::unnamed});
  desk.tap(tap::Confirm{});
  EXPECT_FALSE(ends([&] { desk.hear(NotKept{desk.orders.back().visit}); }));
  EXPECT_TRUE(ends([&] { desk.wait(60'000); }));
}

TEST(Transfer, CodeCarriesAmountAndMemoBelowTheCeilingOnly) {
  const Campaign campaign = small_campaign();
  Kept kept;
  kept.code = make_code({1, 2, 3, 4, 5, 6, 7, 8});
  kept.amount = Money{499'999'999};
  const std::optional<std::string> payload = transfer_payload(campaign, kept, {});
  ASSERT_TRUE(payload);
  const Result<VietQr> qr = read_vietqr(*payload);
  ASSERT_TRUE(qr);
  EXPECT_EQ(qr->bank_bin, "970405");
  EXPECT_EQ(qr->account, "8400201000123");
  EXPECT_EQ(qr->amount, "499999999");
  EXPECT_EQ(qr->memo, code_text(kept.code));
  kept.amount = Money{500'000'000};
  EXPECT_FALSE(transfer_payload(campaign, kept, {}));
  Campaign treasury = campaign;
  treasury.account->bank_bin.clear();
  kept.amount = Money{1'000'000};
  EXPECT_FALSE(transfer_payload(treasury, kept, {}));
  treasury.account.reset();
  EXPECT_FALSE(transfer_payload(treasury, kept, {}));
}

}  // namespace
}  // namespace mn::kiosk
