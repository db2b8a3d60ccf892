// One confirmation, one pledge: fingers that slip, tap twice, or stand before a kiosk that is killed.
#include <csignal>
#include <set>

#include "core/tax_code.h"
#include "tests/windows/kiosk_window.h"

namespace {

using namespace mn;
using namespace mn::windows;

struct At {
  int x = 0;
  int y = 0;
};

At middle_of(const demo::Touchable& target) {
  return {static_cast<int>(target.x + target.width / 2), static_cast<int>(target.y + target.height / 2)};
}

// The review, long enough on the glass that no tap is forgiven.
void stand_before_confirming(KioskWindow& kiosk, At& confirm) {
  ASSERT_NO_FATAL_FAILURE(kiosk.go(plain_donor(), "review"));
  pause_ms(500);
  const auto target = kiosk.find(kiosk.word("btn.confirm"));
  ASSERT_TRUE(target.has_value());
  confirm = middle_of(*target);
}

TEST(Confirming, AFingerThatSlipsOffPledgesNothing) {
  KioskWindow kiosk;
  ASSERT_NO_FATAL_FAILURE(kiosk.start());
  At confirm;
  ASSERT_NO_FATAL_FAILURE(stand_before_confirming(kiosk, confirm));
  kiosk.finger().press(confirm.x, confirm.y);
  pause_ms(120);
  for (int step = 1; step <= 8; ++step) kiosk.finger().move(confirm.x, confirm.y - 40 * step), pause_ms(15);
  kiosk.finger().release_at(confirm.x, confirm.y - 320);
  pause_ms(500);
  EXPECT_EQ(kiosk.view().screen, "review");
  // Down beside it and up on it is no touch either.
  kiosk.finger().press(confirm.x, confirm.y - 320);
  pause_ms(80);
  kiosk.finger().move(confirm.x, confirm.y);
  kiosk.finger().release_at(confirm.x, confirm.y);
  pause_ms(500);
  EXPECT_EQ(kiosk.pledges(), 0U);
  // Off and back on, and up: meant after all.
  if (kiosk.view().screen != "review") return;  // what lay beside it opened something; that pledges nothing
  kiosk.finger().press(confirm.x, confirm.y);
  pause_ms(60);
  kiosk.finger().move(confirm.x, confirm.y - 320);
  pause_ms(60);
  kiosk.finger().move(confirm.x, confirm.y);
  pause_ms(60);
  kiosk.finger().release_at(confirm.x, confirm.y);
  ASSERT_TRUE(kiosk.wait_screen("thanks"));
  EXPECT_EQ(kiosk.pledges(), 1U);
}

TEST(Confirming, TwoTapsAreOnePledge) {
  KioskWindow kiosk;
  ASSERT_NO_FATAL_FAILURE(kiosk.start());
  for (std::size_t visit = 1; visit <= 3; ++visit) {
    At confirm;
    ASSERT_NO_FATAL_FAILURE(stand_before_confirming(kiosk, confirm));
    // An impatient finger: two taps, three, five.
    for (std::size_t tap = 0; tap < 2 * visit - visit / 3; ++tap) {
      kiosk.finger().tap(confirm.x, confirm.y, 25);
      pause_ms(45);
    }
    ASSERT_TRUE(kiosk.wait_screen("thanks"));
    pause_ms(300);
    EXPECT_EQ(kiosk.view().screen, "thanks") << "the taps too many must not end the thanks";
    EXPECT_EQ(kiosk.pledges(), visit);
    ASSERT_NO_FATAL_FAILURE(kiosk.take_leave());
  }
}

// Somebody touches on while nothing moves: they mean what they see, and that is not what comes when it moves again.
TEST(Confirming, TouchesOnAGlassThatStoodStillOpenNothingUnseen) {
  KioskWindow kiosk;
  ASSERT_NO_FATAL_FAILURE(kiosk.start());
  const auto start = kiosk.find(kiosk.word("attract.touch"));
  ASSERT_TRUE(start.has_value());
  ASSERT_NO_FATAL_FAILURE(kiosk.touch_word("attract.touch"));
  ASSERT_TRUE(kiosk.wait_screen("amount"));
  const auto goods = kiosk.find(kiosk.word("amount.goods"));
  ASSERT_TRUE(goods.has_value());
  kiosk.kill_hard();
  ASSERT_NO_FATAL_FAILURE(kiosk.start());
  pause_ms(500);
  ASSERT_EQ(::kill(kiosk.program().pid(), SIGSTOP), 0);
  for (const At at : {middle_of(*start), middle_of(*start), middle_of(*goods), middle_of(*start), middle_of(*goods)}) {
    kiosk.finger().tap(at.x, at.y, 25);
    pause_ms(25);
  }
  ASSERT_EQ(::kill(kiosk.program().pid(), SIGCONT), 0);
  ASSERT_TRUE(kiosk.wait_screen("amount")) << "the first of them was meant";
  pause_ms(700);
  EXPECT_EQ(kiosk.view().screen, "amount");
}

// Somebody who comes to see every screen of a gift of money.
demo::Donor thorough_donor() {
  demo::Donor donor = plain_donor();
  donor.giver = Giver::person;
  donor.name = "An";
  donor.amount = Money{60'000'000};
  donor.way = Way::later;
  donor.fund = 1;
  donor.message = "Vui";
  donor.phone = "0912345678";
  donor.language = Language::en;
  donor.calls_help = true;
  return donor;
}

// Whoever comes to this screen by the shortest way.
demo::Donor donor_who_sees(const std::string& screen) {
  demo::Donor donor = plain_donor();
  if (screen == "keypad" || screen == "large") donor.amount = Money{60'000'000};
  if (screen == "name") donor.giver = Giver::person, donor.name = "An";
  if (screen == "language") donor.language = Language::en;
  if (screen == "way" || screen == "pay_on") donor.way = Way::later;
  if (screen == "purpose") donor.fund = 1;
  if (screen == "message") donor.message = "Vui";
  if (screen == "contact") donor.phone = "0912345678";
  if (screen == "help") donor.calls_help = true;
  if (screen.starts_with("goods")) donor.goods = demo::DonorGoods{"Vở", 12, 1};
  return donor;
}

TEST(Confirming, AKioskKilledOnAnyScreenKeepsNoHalfPledge) {
  KioskWindow kiosk;
  for (const char* screen :
       {"attract", "language", "amount", "keypad", "large", "who", "name", "review", "way", "pay_on", "purpose",
        "message", "contact", "help", "goods", "goods_count", "goods_value"}) {
    ASSERT_NO_FATAL_FAILURE(kiosk.start());
    ASSERT_NO_FATAL_FAILURE(kiosk.go(donor_who_sees(screen), screen));
    kiosk.kill_hard();
    EXPECT_TRUE(kiosk.folded().tally.pledges.empty()) << screen;
  }
  kiosk.mangnon({"verify", kiosk.journal()});
  // While it is recorded, and on the thanks: the pledge is there whole, or not at all.
  for (const int wait_ms : {0, 4, 15}) {
    ASSERT_NO_FATAL_FAILURE(kiosk.start());
    const std::size_t before = kiosk.pledges();
    At confirm;
    ASSERT_NO_FATAL_FAILURE(stand_before_confirming(kiosk, confirm));
    kiosk.finger().tap(confirm.x, confirm.y, 25);
    pause_ms(wait_ms);
    kiosk.kill_hard();
    const std::size_t after = kiosk.pledges();
    EXPECT_TRUE(after == before || after == before + 1);
    if (kiosk.view().screen == "thanks") {
      EXPECT_EQ(after, before + 1) << "thanked, and not kept";
    }
  }
  ASSERT_NO_FATAL_FAILURE(kiosk.start());
  const std::size_t before = kiosk.pledges();
  ASSERT_NO_FATAL_FAILURE(kiosk.go(thorough_donor(), "thanks"));
  kiosk.kill_hard();
  EXPECT_EQ(kiosk.pledges(), before + 1);
  const Pledge last = kiosk.folded().tally.pledges.back();
  EXPECT_EQ(last.shown_as, "An");
  EXPECT_EQ(last.message, "Vui");
  EXPECT_EQ(last.said.amount, Money{60'000'000});
  EXPECT_TRUE(last.said.pay_on.has_value());
  kiosk.mangnon({"verify", kiosk.journal()});
}

}  // namespace
