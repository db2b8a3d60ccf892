// Time without a touch: the question, the longer patience where somebody types, and then nothing of the visitor is
// left, not in the visit and not in its memory.
#include <algorithm>
#include <cstring>

#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {
namespace {

void to_review(Desk& desk, Giver giver = Giver::unnamed) { reach_review(desk, giver); }

TEST(Idle, AsksThenForgetsEverything) {
  Desk desk;
  desk.tap(tap::Speak{Language::en});
  to_review(desk, Giver::person);
  desk.wait(44'999);
  EXPECT_FALSE(idle_seconds_left(desk.visit, desk.terms.patience, desk.now_ms));
  desk.wait(1);
  EXPECT_EQ(idle_seconds_left(desk.visit, desk.terms.patience, desk.now_ms), 15);
  desk.wait(14'999);
  EXPECT_EQ(idle_seconds_left(desk.visit, desk.terms.patience, desk.now_ms), 1);
  EXPECT_EQ(desk.screen(), "review");
  desk.wait(1);
  EXPECT_EQ(desk.screen(), "attract");
  EXPECT_EQ(desk.visit.language, Language::vi);
}

TEST(Idle, MoreTimeAndAnyTouchAreAnswers) {
  for (const bool tapped : {true, false}) {
    Desk desk;
    to_review(desk);
    desk.wait(50'000);
    ASSERT_TRUE(idle_seconds_left(desk.visit, desk.terms.patience, desk.now_ms));
    if (tapped) {
      desk.tap(tap::MoreTime{});
    } else {
      desk.visit = advance_touch(desk.visit, desk.now_ms);
    }
    EXPECT_FALSE(idle_seconds_left(desk.visit, desk.terms.patience, desk.now_ms));
    desk.wait(40'000);
    EXPECT_EQ(desk.screen(), "review");
  }
}

TEST(Idle, LanguageFallsBackOnTheFirstScreenToo) {
  Desk desk;
  desk.tap(tap::Speak{Language::en});
  desk.wait(60'000);
  EXPECT_EQ(desk.visit.language, Language::vi);
}

TEST(Idle, PatienceOfEveryScreen) {
  // Milliseconds without a touch until the question comes, and until the screen is left; 0: no question.
  const struct {
    std::string_view screen;
    std::int64_t asks_ms, ends_ms;
  } rows[] = {{"amount", 45'000, 60'000},
              {"keypad", 45'000, 60'000},
              {"large", 45'000, 60'000},
              {"goods", 90'000, 105'000},
              {"who", 45'000, 60'000},
              {"goods_count", 45'000, 60'000},
              {"goods_value", 45'000, 60'000},
              {"name", 90'000, 105'000},
              {"review", 45'000, 60'000},
              {"way", 45'000, 60'000},
              {"pay_on", 45'000, 60'000},
              {"purpose", 45'000, 60'000},
              {"message", 90'000, 105'000},
              {"contact", 90'000, 105'000},
              {"thanks", 0, 60'000},
              {"pin", 0, 120'000},
              {"staff", 0, 120'000}};
  for (const auto& row : rows) {
    Desk desk;
    reach(desk, row.screen);
    const auto asks = [&] { return idle_seconds_left(desk.visit, desk.terms.patience, desk.now_ms).has_value(); };
    if (row.asks_ms > 0) {
      desk.wait(row.asks_ms - 1);
      EXPECT_FALSE(asks()) << row.screen;
      desk.wait(1);
      EXPECT_TRUE(asks()) << row.screen;
      desk.wait(row.ends_ms - row.asks_ms - 1);
    } else {
      desk.wait(row.ends_ms - 1);
      EXPECT_FALSE(asks()) << row.screen;
    }
    EXPECT_EQ(desk.screen(), row.screen);
    desk.wait(1);
    EXPECT_EQ(desk.screen(), "attract") << row.screen;
  }
}

TEST(Idle, ATypistIsNeverAskedSoonerThanOthers) {
  Desk desk;
  desk.terms.patience.typing_ms = 10'000;
  reach(desk, "name");
  EXPECT_EQ(warning_ms_of(desk.visit, desk.terms.patience), 45'000);
}

TEST(Idle, EveryKindOfTouchIsAnAnswer) {
  const std::vector<void (*)(Desk&)> touches = {
      [](Desk& desk) { desk.tap(tap::MoreTime{}); },
      [](Desk& desk) { desk.tap(tap::Confirm{}); },  // one that means nothing here
      [](Desk& desk) { desk.visit = advance_touch(desk.visit, desk.now_ms); },
      [](Desk& desk) { desk.type_hard("x", 0); }, [](Desk& desk) { desk.hard(HardKey::left, 0); }};
  for (const auto touch : touches) {
    Desk desk;
    reach(desk, "who");
    desk.wait(50'000);
    touch(desk);
    EXPECT_FALSE(idle_seconds_left(desk.visit, desk.terms.patience, desk.now_ms));
    desk.wait(44'000);
    EXPECT_EQ(desk.screen(), "who");
  }
}

TEST(Idle, EverythingFallsBackToTheHouse) {
  for (const std::string_view name : kScreenNames) {
    if (name == "recording" || name == "resting") continue;
    Desk desk;
    desk.visit.house.comfort.low_reach = true;
    reach(desk, name);
    desk.tap_all({tap::Speak{Language::zh}, tap::ToggleLargeText{}, tap::Open{Panel::comfort}});
    desk.wait(200'000);
    EXPECT_EQ(desk.screen(), "attract") << name;
    EXPECT_EQ(desk.visit.language, Language::vi);
    EXPECT_EQ(desk.visit.comfort, (Comfort{false, true}));
    EXPECT_EQ(desk.visit.panel, Panel::none);
    EXPECT_EQ(desk.visit.house, (House{Language::vi, {false, true}, 60}));
  }
}

TEST(Idle, AWarningIsAnsweredOverAPanelToo) {
  Desk desk;
  reach(desk, "who");
  desk.tap(tap::Open{Panel::comfort});
  desk.wait(50'000);
  ASSERT_TRUE(idle_seconds_left(desk.visit, desk.terms.patience, desk.now_ms));
  desk.tap(tap::MoreTime{});
  EXPECT_EQ(desk.visit.panel, Panel::comfort);
  desk.wait(50'000);
  desk.tap(tap::Cancel{});
  EXPECT_EQ(desk.screen(), "attract");
}

// Whether a text stands anywhere in the bytes of an object.
template <class T>
bool stands_in(const T& object, std::string_view text) {
  const auto* begin = reinterpret_cast<const char*>(&object);
  const std::string_view bytes(begin, sizeof object);
  return bytes.find(text) != std::string_view::npos;
}

TEST(Idle, NothingTypedIsLeftInTheVisitsMemory) {
  const struct {
    std::string_view screen, typed;
  } rows[] = {{"name", "zanna kwi"},
              {"goods", "zanna kwi"},
              {"message", "zanna kwi"},
              {"contact", "0987654321"},
              {"pin", "135792468"}};
  for (const auto& row : rows) {
    for (const bool hard : {false, true}) {
      for (const bool cancelled : {false, true}) {
        Desk desk;
        reach(desk, row.screen);
        desk.tap(tap::ClearDigits{});
        for (int i = 0; i < 4; ++i) desk.tap(tap::EraseDigit{});
        if (hard) {
          desk.type_hard(row.typed, 10);  // as fast as a reader
        } else if (row.typed[0] < 'a') {
          desk.type_digits(row.typed);
        } else {
          desk.visit = advance_typed(desk.visit, row.typed, desk.terms, desk.moment()).next;
        }
        const std::string_view part = row.typed.substr(1, 5);
        ASSERT_TRUE(stands_in(desk.visit, part)) << row.screen << ": the look finds what is there";
        // As main does it: the visit stays where it is, and others are moved into it.
        if (cancelled) {
          desk.tap(row.screen == "pin" ? Tap(tap::Back{}) : Tap(tap::Cancel{}));
        } else {
          desk.wait(300'000);
        }
        EXPECT_EQ(desk.screen(), "attract");
        EXPECT_FALSE(stands_in(desk.visit, part)) << row.screen << (hard ? ", typed on the table" : "");
      }
    }
  }
}

TEST(Idle, APinAndAPhoneDoNotStayInTheReadersLine) {
  Desk desk;
  reach(desk, "pin");
  desk.type_hard("135792", 10);
  EXPECT_TRUE(desk.visit.reader.signs.empty());
  EXPECT_FALSE(desk.visit.before_reader);
  Desk phone;
  reach_review(phone);
  phone.tap(tap::EditContact{});
  phone.type_hard("0987654321", 10);
  EXPECT_FALSE(phone.visit.reader.signs.empty());
  phone.wait(kReaderGapMs + 1);
  EXPECT_TRUE(phone.visit.reader.signs.empty());
  EXPECT_FALSE(phone.visit.before_reader);
  phone.tap_all({tap::ToggleKeepContact{}, tap::ContactTyped{}});
  ASSERT_EQ(phone.screen(), "review");
  EXPECT_FALSE(stands_in(phone.visit, "98765432")) << "sealed: nothing of it in the clear";
}

}  // namespace
}  // namespace mn::kiosk
