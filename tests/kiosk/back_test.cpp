// The way back: from every screen it ends, never in a circle, and nothing that was typed is lost on it. Panels and
// languages over a screen change nothing on it. What a screen does not know changes nothing.
#include <map>
#include <set>

#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {
namespace {

TEST(Screens, EachIsReachedAndCanBeLeft) {
  std::set<std::string_view> left;
  for (const std::string_view name : kScreenNames) {
    Desk desk;
    reach(desk, name);
    const std::vector<Tap> ways_out = {tap::Start{}, tap::Back{}, tap::Cancel{}, tap::Finish{}};
    desk.now_ms += kThanksLeastMs;
    for (const Tap& way : ways_out) {
      const Step step = advance(desk.visit, way, desk.terms, desk.moment());
      if (screen_name(step.next.screen) != name) left.insert(name);
    }
  }
  // These two wait for the journal, and time leads on from them.
  left.insert("recording");
  left.insert("resting");
  EXPECT_EQ(left.size(), kScreenNames.size());
  EXPECT_EQ(kScreenNames.size(), std::variant_size_v<Screen>);
}

TEST(Back, NeverGoesInACircle) {
  for (const std::string_view name : kScreenNames) {
    Desk desk;
    reach(desk, name);
    std::set<std::string_view> seen;
    while (desk.screen() != "attract" && desk.screen() != "recording" && desk.screen() != "thanks" &&
           desk.screen() != "resting") {
      ASSERT_TRUE(seen.insert(desk.screen()).second) << "from " << name << " round to " << desk.screen();
      desk.tap(tap::Back{});
    }
    EXPECT_LE(desk.taps, 6) << name;
  }
}

TEST(Back, FromALineOfTheReviewLeadsToTheReview) {
  const std::vector<std::vector<Tap>> lines = {{tap::EditAmount{}},
                                               {tap::EditAmount{}, tap::OtherAmount{}},
                                               {tap::EditAmount{}, tap::Choose{Money{60'000'000}}},
                                               {tap::EditAmount{}, tap::GiveGoods{}},
                                               {tap::EditName{}},
                                               {tap::EditName{}, tap::GiveAs{Giver::agency}},
                                               {tap::EditWay{}},
                                               {tap::EditWay{}, tap::GiveGoods{}},
                                               {tap::EditWay{}, tap::ChooseWay{Way::later}},
                                               {tap::EditPurpose{}},
                                               {tap::EditMessage{}},
                                               {tap::EditContact{}}};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Desk desk;
    reach_review(desk);
    const Choices before = desk.chosen();
    desk.tap_all(lines[i]);
    ASSERT_NE(desk.screen(), "review") << i;
    for (int back = 0; back < 4 && desk.screen() != "review"; ++back) desk.tap(tap::Back{});
    ASSERT_EQ(desk.screen(), "review") << i;
    EXPECT_EQ(desk.chosen().amount, before.amount) << i;
    EXPECT_EQ(desk.chosen().name, before.name) << i;
    EXPECT_EQ(desk.chosen().way, before.way) << i << ": a way without its day was not chosen";
    EXPECT_FALSE(desk.chosen().goods) << i;
    const Visit review = desk.visit;
    std::set<std::string_view> seen;
    for (; desk.screen() != "attract"; desk.tap(tap::Back{})) {
      ASSERT_TRUE(seen.insert(desk.screen()).second) << i << ": round to " << desk.screen();
    }
    desk.visit = review;
    desk.tap(tap::Confirm{});
    EXPECT_EQ(desk.orders.size(), 1U) << i;
  }
}

struct Typed {
  std::string_view screen;
  std::vector<Tap> forth;  // after one "back"
  std::string (*text)(const Screen&);
  std::string_view expected;
};

template <class S>
const S& as(const Screen& screen) {
  return std::get<S>(screen);
}

TEST(Back, LosesNothingThatWasTyped) {
  const std::vector<Typed> rows = {
      {"keypad",
       {tap::OtherAmount{}},
       [](const Screen& s) { return std::to_string(as<Keypad>(s).typed.dong); },
       "7000"},
      {"goods",
       {tap::GiveGoods{}},
       [](const Screen& s) { return std::string(as<GoodsWhat>(s).chosen.goods->what.view()); },
       "Gao"},
      {"goods_count",
       {tap::GoodsNamed{}},
       [](const Screen& s) {
         const GoodsChosen& goods = *as<GoodsCount>(s).chosen.goods;
         return std::to_string(goods.quantity) + " of " + std::to_string(goods.unit);
       },
       "4 of 1"},
      {"goods_value",
       {tap::GoodsCounted{}},
       [](const Screen& s) { return std::to_string(as<GoodsValue>(s).chosen.goods->value.dong); },
       "5000"},
      {"name",
       {tap::GiveAs{Giver::agency}},
       [](const Screen& s) { return std::string(as<Name>(s).chosen.name.view()); },
       "Soy"},
      {"name",
       {tap::GiveAs{Giver::person}},  // of another kind, but the same text
       [](const Screen& s) { return std::string(as<Name>(s).chosen.name.view()); },
       "Soy"},
      {"message",
       {tap::EditMessage{}},
       [](const Screen& s) { return std::string(as<Message>(s).chosen.message.view()); },
       "Chuc"},
  };
  for (const Typed& row : rows) {
    for (const int times : {1, 2}) {  // back and forth, and once more
      Desk desk;
      reach(desk, row.screen);
      for (int i = 0; i < times; ++i) {
        desk.tap(tap::Back{});
        ASSERT_NE(desk.screen(), row.screen);
        desk.tap_all(row.forth);
        ASSERT_EQ(desk.screen(), row.screen);
        EXPECT_EQ(row.text(desk.visit.screen), row.expected) << row.screen;
      }
    }
  }
}

TEST(Back, TheWholeWayAndForthAgain) {
  Desk desk;
  reach(desk, "message");
  desk.tap(tap::Back{});
  desk.tap(tap::TogglePublish{});
  for (const char* screen : {"name", "who", "amount"}) {
    desk.tap(tap::Back{});
    ASSERT_EQ(desk.screen(), screen);
  }
  desk.tap(tap::Choose{Money{2'000'000}});
  ASSERT_EQ(desk.screen(), "review") << "a changed answer leads back to the review";
  EXPECT_EQ(desk.chosen().name.view(), "Lan");
  EXPECT_EQ(desk.chosen().message.view(), "Chuc");
  EXPECT_EQ(desk.chosen().amount, Money{2'000'000});
  EXPECT_TRUE(desk.chosen().publish);
}

TEST(Back, TheKeypadRemembersWhatWasChosenOnIt) {
  Desk desk;
  desk.tap_all({tap::Start{}, tap::OtherAmount{}});
  EXPECT_EQ(desk.on<Keypad>()->typed, Money{0}) << "nothing is preselected";
  desk.tap_all({tap::Digit{3}, tap::Digit{0}, tap::Thousand{}, tap::AmountTyped{}, tap::Back{}, tap::OtherAmount{}});
  EXPECT_EQ(desk.on<Keypad>()->typed, Money{30'000});
}

TEST(Back, TextsAreRecordedWithoutSpacesAtTheirEnds) {
  for (const Tap& leaves : std::vector<Tap>{tap::Back{}, tap::MessageTyped{}}) {
    Desk desk;
    reach(desk, "message");
    desk.tap_all({tap::PressKey{{KeyKind::space, 0}}, leaves});
    EXPECT_EQ(desk.chosen().message.view(), "Chuc");
    desk.tap_all({tap::EditName{}, tap::GiveAs{Giver::person}, tap::PressKey{{KeyKind::space, 0}}});
    desk.tap_all({tap::Back{}, tap::Back{}});
    ASSERT_EQ(desk.screen(), "review");
    EXPECT_EQ(desk.chosen().name.view(), "Lan");
  }
}

TEST(Back, GoodsAndMoneyDoNotWipeEachOther) {
  Desk desk;
  reach(desk, "goods_value");
  for (int i = 0; i < 3; ++i) desk.tap(tap::Back{});
  ASSERT_EQ(desk.screen(), "amount");
  desk.tap_all({tap::Choose{Money{100'000}}, tap::GiveAs{Giver::unnamed}});
  EXPECT_EQ(way_of(desk.chosen(), desk.campaign), Way::transfer);
  desk.tap_all({tap::EditWay{}, tap::GiveGoods{}});
  EXPECT_EQ(desk.chosen().goods->what.view(), "Gao");
  EXPECT_EQ(desk.chosen().goods->quantity, 4);
  desk.tap_all({tap::GoodsNamed{}, tap::GoodsCounted{}, tap::LeaveOut{}});
  ASSERT_EQ(desk.screen(), "review");
  EXPECT_EQ(desk.chosen().amount, Money{0}) << "goods are never money";
  desk.tap(tap::Confirm{});
  EXPECT_EQ(desk.ordered<Pledged>()->amount, Money{0});
  EXPECT_EQ(desk.ordered<Pledged>()->way, Way::in_kind);
}

// What is left half done on the way back to the review is never recorded: these stopped the program once.
TEST(Back, HalfDoneGiftsAreNotReviewed) {
  Desk money;  // goods begun and left from the review of an amount
  reach_review(money);
  money.tap_all({tap::EditWay{}, tap::GiveGoods{}});
  money.type("ao");
  money.tap_all({tap::Back{}, tap::Back{}});
  ASSERT_EQ(money.screen(), "review");
  EXPECT_FALSE(money.chosen().goods);
  EXPECT_EQ(money.chosen().goods_aside->what.view(), "Ao") << "kept for coming back";
  money.tap(tap::Confirm{});
  EXPECT_EQ(money.ordered<Pledged>()->amount, Money{100'000});

  Desk goods;  // the goods of the review, erased and left
  reach(goods, "goods_value");
  goods.tap_all({tap::GoodsValued{}, tap::GiveAs{Giver::unnamed}, tap::EditAmount{}});
  goods.tap(tap::PressKey{{KeyKind::clear, 0}});
  ASSERT_TRUE(goods.chosen().goods->what.empty());
  goods.tap_all({tap::Back{}, tap::Back{}});
  ASSERT_EQ(goods.screen(), "review");
  EXPECT_EQ(goods.chosen().goods->what.view(), "Gao") << "as it was";
  goods.tap(tap::Confirm{});
  EXPECT_EQ(goods.ordered<Pledged>()->goods, (Goods{"Gao", 4, "bộ"}));

  Desk name;  // the name of the review, erased and left
  reach_review(name);
  name.tap_all({tap::TogglePublish{}, tap::EditName{}, tap::GiveAs{Giver::agency}});
  name.tap(tap::PressKey{{KeyKind::clear, 0}});
  name.tap_all({tap::Back{}, tap::Back{}});
  ASSERT_EQ(name.screen(), "review");
  EXPECT_EQ(name.chosen().giver, Giver::unnamed) << "nobody without a name is an agency";
  EXPECT_FALSE(name.chosen().publish);
  name.tap(tap::Confirm{});
  EXPECT_EQ(name.orders.at(0).facts.size(), 1U);
}

TEST(Back, ContactDigitsAreForgottenButTheSealedOneStays) {
  Desk desk;
  reach(desk, "contact");
  desk.tap_all({tap::ToggleKeepContact{}, tap::ContactTyped{}});
  ASSERT_TRUE(desk.chosen().contact);
  desk.tap(tap::EditContact{});
  EXPECT_TRUE(desk.on<ContactForm>()->phone.empty()) << "never shown again";
  desk.type_digits("09");
  desk.tap(tap::Back{});
  ASSERT_TRUE(desk.chosen().contact);
  desk.tap(tap::EditContact{});
  EXPECT_TRUE(desk.on<ContactForm>()->phone.empty());
}

TEST(Panels, LeaveTheScreenAsItIs) {
  for (const std::string_view name : kScreenNames) {
    for (const Panel panel : {Panel::language, Panel::comfort, Panel::notice}) {
      Desk desk;
      reach(desk, name);
      const Screen before = desk.visit.screen;
      desk.tap(tap::Open{panel});
      EXPECT_EQ(desk.visit.panel, panel);
      // Nothing under it can be touched.
      for (const Tap& below : std::vector<Tap>{tap::Confirm{}, tap::Choose{Money{100'000}}, tap::NameTyped{},
                                               tap::Finish{}, tap::Digit{1}, tap::Start{}, tap::StaffDoor{}}) {
        desk.tap(below);
        desk.hard(HardKey::enter);
        desk.hard(HardKey::backspace);
      }
      EXPECT_EQ(desk.visit.screen, before) << name;
      desk.tap_all({tap::ToggleLargeText{}, tap::ToggleLowReach{}});
      EXPECT_EQ(desk.visit.comfort, (Comfort{true, true}));
      desk.tap(panel == Panel::notice ? Tap(tap::Back{}) : Tap(tap::Close{}));
      EXPECT_EQ(desk.visit.panel, Panel::none);
      desk.tap_all({tap::Open{Panel::language}, tap::Speak{Language::zh}});
      EXPECT_EQ(desk.visit.panel, Panel::none);
      EXPECT_EQ(desk.visit.language, Language::zh);
      EXPECT_EQ(desk.visit.screen, before) << name;
    }
  }
}

}  // namespace
}  // namespace mn::kiosk
