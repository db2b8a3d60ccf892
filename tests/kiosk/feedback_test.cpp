// What a finger hears: one sound for what happened, none for what did not.
#include "kiosk/feedback.h"

#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {
namespace {

TEST(Feedback, Table) {
  const struct {
    std::string_view screen;
    Tap tap;
    std::optional<Feedback> heard;
  } rows[] = {{"attract", tap::Start{}, Feedback::tap},
              {"attract", tap::Confirm{}, std::nullopt},
              {"amount", tap::Choose{Money{100'000}}, Feedback::tap},
              {"amount", tap::Choose{Money{60'000'000}}, Feedback::warning},  // check your zeros
              {"amount", tap::Choose{Money{1}}, std::nullopt},
              {"amount", tap::Back{}, Feedback::back},
              {"amount", tap::Cancel{}, Feedback::back},
              {"keypad", tap::Digit{1}, Feedback::key},
              {"keypad", tap::Thousand{}, Feedback::key},
              {"keypad", tap::EraseDigit{}, Feedback::key},
              {"keypad", tap::AmountTyped{}, std::nullopt},  // too small to go on with
              {"large", tap::ZerosAreRight{}, Feedback::tap},
              {"name", tap::PressKey{{KeyKind::letter, 20}}, Feedback::key},
              {"review", tap::TogglePublish{}, Feedback::tap},
              {"review", tap::Confirm{}, Feedback::tap},
              {"recording", tap::Confirm{}, std::nullopt},
              {"contact", tap::ContactTyped{}, Feedback::warning},  // something is missing
              {"thanks", tap::PrintSlip{}, Feedback::tap},
              {"thanks", tap::Confirm{}, std::nullopt},
              {"pin", tap::Digit{1}, Feedback::key},
              {"who", tap::MoreTime{}, Feedback::tap},
              {"who", tap::Open{Panel::language}, Feedback::tap},
              {"who", tap::Close{}, std::nullopt},
              {"who", tap::CallHelp{}, Feedback::tap}};
  for (const auto& row : rows) {
    Desk desk;
    reach(desk, row.screen);
    const Visit before = desk.visit;
    desk.tap(row.tap);
    EXPECT_EQ(feedback_of(before, desk.visit, row.tap), row.heard) << row.screen << " " << row.tap.index();
  }
}

TEST(Feedback, AFullTextMakesNoSound) {
  Desk desk;
  reach(desk, "name");
  const tap::PressKey key{{KeyKind::letter, 20}};
  for (std::size_t i = 0; i < kNameLettersMax; ++i) desk.tap(key);
  const Visit before = desk.visit;
  desk.tap(key);
  EXPECT_EQ(feedback_of(before, desk.visit, key), std::nullopt);
}

TEST(Feedback, TheThanksAreHeardOnce) {
  Desk desk;
  reach(desk, "recording");
  const Visit before = desk.visit;
  desk.hear(desk.kept());
  EXPECT_EQ(feedback_of(before, desk.visit), Feedback::done);
  const Visit thanked = desk.visit;
  desk.wait(1000);
  EXPECT_EQ(feedback_of(thanked, desk.visit), std::nullopt);
  desk.wait(60'000);
  EXPECT_EQ(feedback_of(thanked, desk.visit), std::nullopt) << "leaving is silent";
}

TEST(Feedback, TheQuestionWarnsOnce) {
  Desk desk;
  reach(desk, "contact");
  desk.tap(tap::ContactTyped{});
  const Visit before = desk.visit;
  desk.tap(tap::ContactTyped{});
  EXPECT_EQ(feedback_of(before, desk.visit, tap::ContactTyped{}), std::nullopt) << "said already";
}

}  // namespace
}  // namespace mn::kiosk
