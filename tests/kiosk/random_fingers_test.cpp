// Random fingers for a few seconds: the same walk as the nightly one (million_test.cpp), on the rules alone.
#include <cstdlib>

#include "tests/kiosk/random_fingers.h"

namespace mn::kiosk {
namespace {

TEST(RandomFingers, NeverStuckNeverTwoPledgesNeverOneWithoutAConfirmation) {
  const char* wanted = std::getenv("MANGNON_FINGERS");
  const long turns = wanted != nullptr ? std::strtol(wanted, nullptr, 10) : 60'000;
  RandomFingers fingers(2025);
  for (long turn = 0; turn < turns; ++turn) {
    fingers.turn();
    if (turn % 100 == 99 && !HasFatalFailure()) fingers.check_not_stuck();
    ASSERT_FALSE(HasFatalFailure()) << "turn " << turn << ", on " << fingers.desk().screen();
  }
  EXPECT_EQ(fingers.seen().size(), kScreenNames.size()) << "every screen is reached";
  const auto enough = static_cast<std::size_t>(turns / 200);
  EXPECT_GT(fingers.pledges(), enough);
  EXPECT_GT(fingers.thanked(), enough);
  EXPECT_GT(fingers.goods(), enough / 10);
  EXPECT_GT(fingers.calls(), enough / 10);
  EXPECT_GT(fingers.invited(), enough / 20);
  std::printf("%ld turns: %zu pledges (%zu goods), %zu thanks, %zu calls, %zu invitations\n", turns, fingers.pledges(),
              fingers.goods(), fingers.thanked(), fingers.calls(), fingers.invited());
}

}  // namespace
}  // namespace mn::kiosk
