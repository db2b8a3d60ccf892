// Goods in kind: what, how many, what they are worth; the worth may be left out, and is never money.
#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {
namespace {

void to_value(Desk& desk) { reach(desk, "goods_value"), desk.tap(tap::ClearDigits{}); }

TEST(Goods, AWorthOfNothingIsAllowedAndIsNotMoney) {
  for (const Tap& last : std::vector<Tap>{tap::GoodsValued{}, tap::LeaveOut{}}) {
    Desk desk;
    to_value(desk);
    desk.tap_all({last, tap::GiveAs{Giver::unnamed}});
    EXPECT_EQ(worth_of(desk.chosen()), Money{0});
    EXPECT_EQ(way_of(desk.chosen(), desk.campaign), Way::in_kind);
    desk.tap_all({tap::EditWay{}});
    EXPECT_EQ(desk.screen(), "review") << "goods have one way";
    desk.tap(tap::Confirm{});
    EXPECT_EQ(desk.ordered<Pledged>()->amount, Money{0});
    EXPECT_EQ(desk.ordered<Pledged>()->way, Way::in_kind);
    EXPECT_EQ(desk.ordered<Pledged>()->goods, (Goods{"Gao", 4, "bộ"}));
    EXPECT_FALSE(desk.ordered<Pledged>()->pay_on);
    desk.hear(desk.kept());
    EXPECT_FALSE(transfer_payload(desk.campaign, desk.on<Thanks>()->kept, desk.on<Thanks>()->chosen));
  }
}

TEST(Goods, AnAmountChosenBeforeIsNoMoneyOfTheirs) {
  for (const Tap& last : std::vector<Tap>{tap::GoodsValued{}, tap::LeaveOut{}}) {
    Desk desk;
    reach_review(desk);
    desk.tap_all({tap::EditWay{}, tap::GiveGoods{}});
    desk.type("gao");
    desk.tap_all({tap::GoodsNamed{}, tap::Digit{1}, tap::GoodsCounted{}, last});
    ASSERT_EQ(desk.screen(), "review");
    EXPECT_EQ(desk.chosen().amount, Money{0});
    EXPECT_EQ(worth_of(desk.chosen()), Money{0});
  }
}

TEST(Goods, MoneyInsteadTakesTheGoodsOutOfThePledge) {
  Desk desk;
  reach(desk, "goods_value");
  desk.tap_all({tap::GoodsValued{}, tap::GiveAs{Giver::unnamed}, tap::EditAmount{}, tap::Back{}});
  desk.tap(tap::Choose{Money{2'000'000}});
  ASSERT_EQ(desk.screen(), "review");
  desk.tap(tap::Confirm{});
  EXPECT_FALSE(desk.ordered<Pledged>()->goods);
  EXPECT_EQ(desk.ordered<Pledged>()->amount, Money{2'000'000});
  EXPECT_EQ(desk.ordered<Pledged>()->way, Way::transfer);
}

TEST(Goods, EachStepAsksUntilItIsAnswered) {
  Desk desk;
  desk.tap_all({tap::Start{}, tap::GiveGoods{}, tap::GoodsNamed{}});
  EXPECT_EQ(desk.screen(), "goods") << "nothing is no goods";
  desk.tap(tap::PressKey{{KeyKind::space, 0}});
  desk.tap(tap::GoodsNamed{});
  EXPECT_EQ(desk.screen(), "goods");
  desk.type("gao");
  desk.tap_all({tap::GoodsNamed{}, tap::GoodsCounted{}});
  EXPECT_EQ(desk.screen(), "goods_count") << "none are no goods";
  desk.tap_all({tap::Digit{0}, tap::GoodsCounted{}});
  EXPECT_EQ(desk.screen(), "goods_count");
  desk.tap_all({tap::Digit{1}, tap::GoodsCounted{}});
  EXPECT_EQ(desk.screen(), "goods_value");
}

TEST(Goods, NumbersHaveLimits) {
  Desk desk;
  reach(desk, "goods_count");
  desk.tap(tap::ClearDigits{});
  for (int i = 0; i < 12; ++i) desk.tap(tap::Digit{9});
  EXPECT_EQ(desk.chosen().goods->quantity, 999'999);
  desk.tap(tap::Thousand{});
  EXPECT_EQ(desk.chosen().goods->quantity, 999'999) << "there is no 000 on this pad";
  desk.tap(tap::EraseDigit{});
  EXPECT_EQ(desk.chosen().goods->quantity, 99'999);
  desk.tap(tap::GoodsCounted{});
  for (int i = 0; i < 20; ++i) desk.tap(tap::Thousand{});
  desk.tap(tap::Digit{5});
  for (int i = 0; i < 20; ++i) desk.tap(tap::Thousand{});
  EXPECT_EQ(value_fault(desk.chosen().goods->value, desk.campaign), AmountFault::too_large);
  desk.tap(tap::GoodsValued{});
  EXPECT_EQ(desk.screen(), "goods_value") << "worth more than any pledge may be";
  desk.tap(tap::LeaveOut{});
  EXPECT_EQ(desk.screen(), "who");
  EXPECT_EQ(desk.chosen().goods->value, Money{0});
}

TEST(Goods, ValueFaults) {
  const Campaign campaign = small_campaign();
  EXPECT_EQ(value_fault(Money{0}, campaign), AmountFault::none);
  EXPECT_EQ(value_fault(Money{1}, campaign), AmountFault::none) << "no floor: an estimate is an estimate";
  EXPECT_EQ(value_fault(campaign.amount_most, campaign), AmountFault::none);
  EXPECT_EQ(value_fault(Money{campaign.amount_most.dong + 1}, campaign), AmountFault::too_large);
}

TEST(Goods, CompleteTable) {
  const Campaign campaign = small_campaign();
  const struct {
    std::string_view what;
    std::int64_t quantity;
    std::size_t unit;
    std::int64_t value;
    bool complete;
  } rows[] = {{"Gạo", 1, 0, 0, true},   {"Gạo", 999'999, 1, 100'000'000'000, true},
              {"", 1, 0, 0, false},     {"  ", 1, 0, 0, false},
              {"Gạo", 0, 0, 0, false},  {"Gạo", 1, 2, 0, false},
              {"Gạo", -1, 0, 0, false}, {"Gạo", 1, 0, 100'000'000'001, false}};
  for (const auto& row : rows) {
    const GoodsChosen goods{TypedText(row.what), row.quantity, row.unit, Money{row.value}};
    EXPECT_EQ(goods_complete(goods, campaign), row.complete) << row.what << row.quantity;
  }
}

TEST(Goods, AnInvitationInTheMiddleSaysTheRestOfThemFirst) {
  // Each of these led to a review that could not be recorded.
  for (const std::string_view screen : {"goods", "goods_count", "goods_value"}) {
    Desk desk;
    reach(desk, screen);
    if (screen != "goods_value") {
      if (screen == "goods_count") desk.tap(tap::ClearDigits{});
      desk.read_line(desk.invitation(0));
      ASSERT_EQ(desk.screen(), "goods_count");
      EXPECT_EQ(desk.chosen().goods->quantity, 0) << "the code's digits are no quantity";
      EXPECT_EQ(desk.chosen().goods->what.view(), "Gao") << "the code's letters are no goods";
      desk.tap_all({tap::Digit{2}, tap::GoodsCounted{}, tap::LeaveOut{}});
    } else {
      desk.read_line(desk.invitation(0));
      EXPECT_EQ(desk.chosen().goods->value, Money{5000}) << "the code's digits are no worth";
    }
    ASSERT_EQ(desk.screen(), "review") << screen;
    EXPECT_EQ(desk.chosen().name.view(), "Sở Y tế tỉnh Lạng Sơn");
    EXPECT_EQ(desk.chosen().amount, Money{0}) << "what the guest was expected to give is not added to goods";
    desk.tap(tap::Confirm{});
    EXPECT_EQ(desk.ordered<Pledged>()->way, Way::in_kind);
  }
}

}  // namespace
}  // namespace mn::kiosk
