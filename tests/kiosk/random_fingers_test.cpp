// A hundred thousand random taps, waits and answers of the recorder: the kiosk is never stuck, one confirmation never
// makes two orders, and there is no order without one.
#include <set>

#include "tests/core/random_source.h"
#include "tests/kiosk/desk.h"

namespace mn::kiosk {
namespace {

constexpr int kTurns = 100'000;

Tap random_tap(RandomSource& random) {
  switch (random.below(24)) {
    case 0:
      return tap::Start{};
    case 1:
      return tap::Choose{random.pick(small_campaign().presets)};
    case 2:
      return tap::OtherAmount{};
    case 3:
      return tap::Digit{static_cast<int>(random.below(10))};
    case 4:
      return tap::Thousand{};
    case 5:
      return tap::EraseDigit{};
    case 6:
      return tap::ClearDigits{};
    case 7:
      return tap::AmountTyped{};
    case 8:
      return tap::ZerosAreRight{};
    case 9:
      return tap::GiveAs{static_cast<Giver>(random.below(6))};
    case 10:
      return tap::PressKey{{KeyKind::letter, static_cast<int>(random.below(kLetterKeys.size()))}};
    case 11:
      return tap::PressKey{{KeyKind::sign, static_cast<int>(random.below(kSignKeys.size()))}};
    case 12:
      return tap::PressKey{{KeyKind::tone, 1 + static_cast<int>(random.below(5))}};
    case 13:
      return tap::PressKey{{random.one_in(2) ? KeyKind::shift : KeyKind::page, 0}};
    case 14:
      return tap::PressKey{{static_cast<KeyKind>(random.below(static_cast<std::uint64_t>(KeyKind::to_letter) + 1)),
                            static_cast<int>(random.below(6))}};
    case 15:
      return tap::NameTyped{};
    case 16:
      return tap::ToggleHideAmount{};
    case 17:
      return tap::TogglePublish{};
    case 18:
      return random.one_in(2) ? Tap(tap::EditAmount{}) : Tap(tap::EditName{});
    case 19:
    case 20:
      return tap::Confirm{};
    case 21:
      return random.one_in(4) ? Tap(tap::Back{}) : Tap(tap::MoreTime{});
    case 22:
      return random.one_in(8) ? Tap(tap::Cancel{}) : Tap(tap::Speak{Language::en});
    default:
      return random.one_in(2) ? Tap(tap::Finish{}) : Tap(tap::Again{});
  }
}

// What leads on from the screen, so that the random walk also comes to its end.
Tap likely_tap(const Desk& desk, RandomSource& random) {
  if (desk.on<Attract>()) return tap::Start{};
  if (desk.on<Amount>()) return tap::Choose{random.pick(desk.campaign.presets)};
  if (desk.on<Keypad>()) return random.one_in(3) ? Tap(tap::AmountTyped{}) : Tap(tap::Thousand{});
  if (desk.on<LargeCheck>()) return tap::ZerosAreRight{};
  if (desk.on<Who>()) return tap::GiveAs{static_cast<Giver>(random.below(6))};
  if (desk.on<Name>()) return random.one_in(3) ? Tap(tap::NameTyped{}) : Tap(tap::PressKey{{KeyKind::letter, 20}});
  if (desk.on<Review>()) return tap::Confirm{};
  return tap::Finish{};
}

Report random_report(const Desk& desk, RandomSource& random) {
  const VisitId last = desk.orders.empty() ? VisitId{} : desk.orders.back().visit;
  switch (random.below(6)) {
    case 0:
      return NotKept{last};
    case 1:
      return Unwell{};
    case 2:
      return Well{};
    default:
      return desk.orders.empty() ? Report(Well{}) : Report(desk.kept());
  }
}

TEST(RandomFingers, NeverStuckNeverTwoOrdersNeverAnOrderWithoutConfirm) {
  RandomSource random{2025};
  Desk desk;
  std::set<VisitId> ordered;
  std::set<std::string_view> seen;
  int thanked = 0;
  for (int turn = 0; turn < kTurns; ++turn) {
    const std::size_t orders_before = desk.orders.size();
    const std::string_view screen_before = desk.screen();
    bool confirmed = false;
    const std::size_t what = random.below(100);
    if (what < 88) {
      const Tap tap = random.one_in(3) ? likely_tap(desk, random) : random_tap(random);
      confirmed = std::holds_alternative<tap::Confirm>(tap);
      desk.now_ms += static_cast<std::int64_t>(random.below(400));
      desk.tap(tap);
    } else if (what < 95) {
      desk.wait(static_cast<std::int64_t>(random.below(random.one_in(10) ? 90'000 : 9'000)));
    } else {
      desk.hear(random_report(desk, random));
    }
    seen.insert(desk.screen());
    const std::size_t made = desk.orders.size() - orders_before;
    ASSERT_LE(made, 1U);
    if (made == 1) {
      ASSERT_TRUE(confirmed);
      ASSERT_EQ(screen_before, "review");
      ASSERT_EQ(desk.screen(), "recording");
      ASSERT_TRUE(ordered.insert(desk.orders.back().visit).second);
      ASSERT_EQ(desk.orders.back().facts.size(), desk.orders.back().salts.size());
    }
    if (desk.screen() == "thanks" && screen_before != "thanks") {
      ++thanked;
      ASSERT_TRUE(screen_before == "recording" || screen_before == "resting");
      ASSERT_EQ(desk.on<Thanks>()->kept.visit, desk.orders.back().visit);
    }
    if (screen_before == "attract" && desk.screen() == "amount") {
      ASSERT_TRUE(desk.on<Amount>()->chosen.name.empty());
      ASSERT_EQ(desk.on<Amount>()->chosen.amount, Money{0});
    }
    if (turn % 1000 == 999) {  // not stuck: left alone, with a journal that is well, every screen ends at the beginning
      Desk alone;
      alone.visit = desk.visit;
      alone.now_ms = desk.now_ms;
      alone.hear(Well{});
      for (int i = 0; i < 4; ++i) alone.wait(60'000);
      alone.hear(Well{});
      ASSERT_EQ(alone.screen(), "attract") << "from " << desk.screen();
    }
  }
  EXPECT_GE(seen.size(), 10U) << "every screen is reached";
  EXPECT_GT(desk.orders.size(), 1000U);
  EXPECT_GT(thanked, 1000);
  printf("%d turns: %zu orders, %d thanks\n", kTurns, desk.orders.size(), thanked);
}

}  // namespace
}  // namespace mn::kiosk
