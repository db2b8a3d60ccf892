// Every path from the first touch to the thanks is walked, its taps are counted and printed, and what is recorded is
// what was chosen: every road to a gift, every kind of giver, every way, with and without each thing that may be left
// out.
#include <fmt/format.h>

#include "core/numbers.h"
#include "tests/kiosk/desk.h"

namespace mn::kiosk {
namespace {

enum class Road { preset, unit_preset, large_preset, keypad, large_keypad, goods, goods_valued };
constexpr Road kRoads[] = {Road::preset,       Road::unit_preset, Road::large_preset, Road::keypad,
                           Road::large_keypad, Road::goods,       Road::goods_valued};
enum class By { nobody, person, unit, type_ahead, invitation };
constexpr By kBys[] = {By::nobody, By::person, By::unit, By::type_ahead, By::invitation};
constexpr Way kMoneyWays[] = {Way::transfer, Way::cash, Way::later};

// What the donor does beyond the shortest way.
struct Extras {
  bool purpose = false, message = false, contact = false, publish = false, hide_amount = false;
};
Extras extras_of(unsigned bits) {
  return {(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0, (bits & 8U) != 0, (bits & 16U) != 0};
}

std::string_view road_text(Road road) {
  constexpr std::string_view kTexts[] = {"preset",        "unit preset", "large preset", "keypad",
                                         "large, keypad", "goods",       "goods, valued"};
  return kTexts[static_cast<std::size_t>(road)];
}
std::string_view by_text(By by) {
  constexpr std::string_view kTexts[] = {"unnamed", "person", "organisation", "guest, typed", "guest, QR"};
  return kTexts[static_cast<std::size_t>(by)];
}
bool is_goods(Road road) { return road == Road::goods || road == Road::goods_valued; }

// Returns the amount that is to be recorded.
Money walk_gift(Desk& desk, Road road) {
  switch (road) {
    case Road::preset:
      desk.tap(tap::Choose{desk.campaign.presets[0]});
      return desk.campaign.presets[0];
    case Road::unit_preset:
      desk.tap(tap::Choose{desk.campaign.unit_presets[0]});
      return desk.campaign.unit_presets[0];
    case Road::large_preset:
      desk.tap_all({tap::Choose{desk.campaign.presets[2]}, tap::ZerosAreRight{}});
      return desk.campaign.presets[2];
    case Road::keypad:
      desk.tap_all({tap::OtherAmount{}, tap::Digit{3}, tap::Digit{0}, tap::Digit{0}, tap::Thousand{}});
      desk.tap(tap::AmountTyped{});
      return Money{300'000};
    case Road::large_keypad:
      desk.tap_all({tap::OtherAmount{}, tap::Digit{1}, tap::Thousand{}, tap::Thousand{}, tap::Thousand{}});
      desk.tap_all({tap::AmountTyped{}, tap::ZerosAreRight{}});
      return Money{1'000'000'000};
    case Road::goods:
    case Road::goods_valued:
      desk.tap(tap::GiveGoods{});
      desk.type("gao");
      desk.tap_all({tap::GoodsNamed{}, tap::Digit{4}, tap::Digit{0}, tap::ChooseUnit{1}, tap::GoodsCounted{}});
      if (road == Road::goods) {
        desk.tap(tap::LeaveOut{});
        return Money{0};
      }
      desk.tap_all({tap::Digit{9}, tap::Thousand{}, tap::Thousand{}, tap::GoodsValued{}});
      return Money{9'000'000};
  }
  return {};
}

// Returns how many letters were typed.
int walk_giver(Desk& desk, By by) {
  switch (by) {
    case By::nobody:
      desk.tap(tap::GiveAs{Giver::unnamed});
      return 0;
    case By::person:
      desk.tap(tap::GiveAs{Giver::person});
      desk.type("lan");
      desk.tap(tap::NameTyped{});
      return 3;
    case By::unit:
      desk.tap(tap::GiveAs{Giver::group});
      desk.type("htx");
      desk.tap(tap::NameTyped{});
      return 3;
    case By::type_ahead:
      desk.tap(tap::GiveAs{Giver::agency});
      desk.type("soy");
      EXPECT_FALSE(desk.on<Name>()->offers.empty());
      desk.tap(tap::ChooseGuest{desk.on<Name>()->offers.at(0)});
      return 3;
    case By::invitation:
      desk.read_line(desk.invitation(0));
      return 0;
  }
  return 0;
}

void walk_way(Desk& desk, Way way) {
  if (way == Way::transfer) return;  // the usual one: nobody asks
  desk.tap_all({tap::EditWay{}, tap::ChooseWay{way}});
  if (way == Way::later) desk.tap_all({tap::TurnMonth{1}, tap::ChooseDay{{2025, 6, 15}}});
}

void walk_extras(Desk& desk, const Extras& extras) {
  if (extras.purpose) desk.tap_all({tap::EditPurpose{}, tap::ChooseFund{1}});
  if (extras.message) {
    desk.tap(tap::EditMessage{});
    desk.type("chuc");
    desk.tap(tap::MessageTyped{});
  }
  if (extras.contact) {
    desk.tap(tap::EditContact{});
    EXPECT_FALSE(desk.on<ContactForm>()->keep) << "consent is never ticked beforehand";
    desk.type_digits("0912345678");
    desk.tap_all({tap::ToggleKeepContact{}, tap::ContactTyped{}});
  }
  if (extras.publish) desk.tap(tap::TogglePublish{});
  if (extras.hide_amount) desk.tap(tap::ToggleHideAmount{});
}

// What was recorded is what was walked, neither more nor less.
void check_order(const Desk& desk, Road road, By by, Way way, const Extras& extras, Money amount) {
  const Pledged& pledged = *desk.ordered<Pledged>();
  const bool named = by != By::nobody;
  constexpr Giver kGivers[] = {Giver::unnamed, Giver::person, Giver::group, Giver::agency, Giver::agency};
  EXPECT_EQ(pledged.amount, amount);
  EXPECT_EQ(pledged.giver, kGivers[static_cast<std::size_t>(by)]);
  EXPECT_EQ(pledged.way, is_goods(road) ? Way::in_kind : way);
  EXPECT_EQ(pledged.fund, extras.purpose ? "tet" : "general");
  EXPECT_EQ(pledged.hide_amount, extras.hide_amount);
  EXPECT_EQ(pledged.hide_name, !(named && extras.publish));
  EXPECT_EQ(pledged.pay_on,
            way == Way::later && !is_goods(road) ? std::optional(LocalTime{2025, 6, 15}) : std::nullopt);
  EXPECT_EQ(pledged.goods, is_goods(road) ? std::optional(Goods{"Gao", 40, "thùng"}) : std::nullopt);
  const Named* name = desk.ordered<Named>();
  ASSERT_EQ(name != nullptr, named || extras.message);
  if (name != nullptr) {
    constexpr std::string_view kNames[] = {"", "Lan", "Htx", "Sở Y tế tỉnh Lạng Sơn", "Sở Y tế tỉnh Lạng Sơn"};
    EXPECT_EQ(name->shown_as, kNames[static_cast<std::size_t>(by)]);
    EXPECT_EQ(name->message, extras.message ? "Chuc" : "");
    const bool invited = by == By::type_ahead || by == By::invitation;
    EXPECT_EQ(name->invitation, invited ? desk.invitation(0) : "");
  }
  EXPECT_EQ(desk.ordered<Contact>() != nullptr, extras.contact);
  const Consented* consented = desk.ordered<Consented>();
  ASSERT_EQ(consented != nullptr, named || extras.contact);
  if (consented != nullptr) {
    EXPECT_EQ(consented->text_version, named ? "2025-05-01" : "");
    EXPECT_EQ(consented->contact_text_version, extras.contact ? "2025-06-01" : "");
    EXPECT_EQ(consented->publish, named && extras.publish);
    EXPECT_EQ(consented->keep_contact, extras.contact);
  }
  EXPECT_EQ(desk.orders.back().salts.size(), desk.orders.back().facts.size());
}

TEST(Paths, EveryOneEndsInThanks) {
  int walked = 0, shortest = 1000, invited = 1000;
  for (const Road road : kRoads) {
    for (const By by : kBys) {
      for (const Way way : kMoneyWays) {
        if (is_goods(road) && way != Way::transfer) continue;  // goods come by themselves
        for (unsigned bits = 0; bits < 32; ++bits) {
          const Extras extras = extras_of(bits);
          SCOPED_TRACE(fmt::format("{}, {}, {}, extras {:05b}", road_text(road), by_text(by), way_text(way), bits));
          Desk desk;
          desk.tap(tap::Start{});
          EXPECT_EQ(desk.chosen(), Choices{}) << "no amount is preselected, nothing is ticked";
          const Money amount = walk_gift(desk, road);
          ASSERT_EQ(desk.screen(), "who");
          const int letters = walk_giver(desk, by) + (is_goods(road) ? 3 : 0);
          ASSERT_EQ(desk.screen(), "review");
          EXPECT_FALSE(desk.chosen().publish || desk.chosen().contact || desk.chosen().hide_amount);
          walk_way(desk, way);
          walk_extras(desk, extras);
          ASSERT_EQ(desk.screen(), "review");
          ASSERT_TRUE(desk.orders.empty()) << "nothing before the confirmation";
          desk.tap(tap::Confirm{});
          ASSERT_EQ(desk.screen(), "recording");
          ASSERT_EQ(desk.orders.size(), 1U);
          check_order(desk, road, by, way, extras, amount);
          desk.hear(desk.kept());
          ASSERT_EQ(desk.screen(), "thanks");
          ++walked;
          if (bits != 0 && bits != 31) continue;
          fmt::print("{:>13} · {:12} · {:8}{}: {:2} taps, {} letters\n", road_text(road), by_text(by),
                     is_goods(road) ? "in kind" : way_text(way), bits != 0 ? " · everything" : "", desk.taps, letters);
          if (bits != 0) continue;
          if (by == By::nobody && letters == 0) shortest = std::min(shortest, desk.taps);
          if (by == By::type_ahead && letters == 3) invited = std::min(invited, desk.taps);
        }
      }
    }
  }
  EXPECT_EQ(walked, (5 * 5 * 3 + 2 * 5) * 32);
  EXPECT_EQ(shortest, 4) << "an unnamed giver with a preset";
  EXPECT_EQ(invited, 5) << "a unit on the invited list, with three letters";
}

TEST(Paths, AnInvitationWithAnAmountNeedsOneTap) {
  Desk desk;
  desk.read_line(desk.invitation(0));
  ASSERT_EQ(desk.screen(), "review");
  EXPECT_EQ(desk.chosen().amount, Money{20'000'000});
  EXPECT_EQ(desk.chosen().name.view(), "Sở Y tế tỉnh Lạng Sơn");
  EXPECT_FALSE(desk.chosen().publish || desk.chosen().contact);
  desk.tap(tap::Confirm{});
  EXPECT_EQ(desk.taps, 1);
  EXPECT_EQ(desk.ordered<Named>()->invitation, desk.invitation(0));
}

TEST(Paths, AnInvitationWithoutAnAmountAsksForIt) {
  Desk desk;
  desk.read_line(desk.invitation(2));
  ASSERT_EQ(desk.screen(), "amount");
  desk.tap(tap::Choose{Money{100'000}});
  ASSERT_EQ(desk.screen(), "review") << "who was invited is not asked who they are";
  EXPECT_EQ(desk.chosen().name.view(), "Hội Nữ doanh nhân");
  desk.tap(tap::Confirm{});
  EXPECT_EQ(desk.taps, 2);
  EXPECT_EQ(desk.ordered<Named>()->invitation, desk.invitation(2));
}

TEST(Paths, ACampaignWithoutAnAccountPledgesForLater) {
  Desk desk;
  desk.campaign.account.reset();
  desk.tap_all({tap::Start{}, tap::Choose{Money{100'000}}, tap::GiveAs{Giver::unnamed}});
  desk.tap_all({tap::EditWay{}, tap::ChooseWay{Way::transfer}});
  EXPECT_EQ(desk.screen(), "way") << "there is no account to transfer to";
  desk.tap_all({tap::ChooseWay{Way::in_kind}});
  EXPECT_EQ(desk.screen(), "way") << "goods have a way of their own";
  desk.tap_all({tap::Back{}, tap::Confirm{}});
  EXPECT_EQ(desk.ordered<Pledged>()->way, Way::later);
}

}  // namespace
}  // namespace mn::kiosk
