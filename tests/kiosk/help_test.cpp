// A call for help: told once, answered once, however late the recorder is and whoever leaves first; and it never
// overruns the recorder.
#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {
namespace {

const Append& last(const Desk& desk) { return desk.orders.back(); }
bool is_call(const Append& order) { return std::holds_alternative<Called>(order.facts.front()); }
bool is_answer(const Append& order) { return std::holds_alternative<Answered>(order.facts.front()); }
EntryRef ref(Seq seq) {
  EntryRef out;
  out.seq = seq;
  return out;
}

TEST(Help, IsToldWithItsScreenAndAnsweredOnce) {
  Desk desk;
  reach(desk, "keypad");
  desk.tap(tap::CallHelp{});
  ASSERT_EQ(desk.orders.size(), 1U);
  ASSERT_TRUE(is_call(last(desk)));
  EXPECT_EQ(std::get<Called>(last(desk).facts[0]).screen, "keypad");
  EXPECT_EQ(last(desk).salts.size(), 1U);
  EXPECT_TRUE(desk.visit.call.open);
  for (int i = 0; i < 5; ++i) desk.tap(tap::CallHelp{});
  EXPECT_EQ(desk.orders.size(), 1U) << "asked once";
  desk.hear(Told{last(desk).visit, ref(7)});
  EXPECT_TRUE(desk.visit.call.open) << "told is not yet come";
  EXPECT_EQ(desk.orders.size(), 1U);
  for (int i = 0; i < 5; ++i) desk.tap(tap::HelpCame{});
  ASSERT_EQ(desk.orders.size(), 2U);
  ASSERT_TRUE(is_answer(last(desk)));
  EXPECT_EQ(std::get<Answered>(last(desk).facts[0]).call, ref(7));
  EXPECT_EQ(last(desk).salts.size(), 1U);
  EXPECT_NE(last(desk).visit, desk.orders[0].visit);
  EXPECT_EQ(desk.screen(), "keypad");
  EXPECT_EQ(desk.on<Keypad>()->typed, Money{7000}) << "nothing is lost by asking";
  desk.hear(Told{last(desk).visit, ref(8)});
  EXPECT_EQ(desk.orders.size(), 2U) << "an answer is not answered";
}

// The ways in which a call ends, with the recorder's word before or after it.
TEST(Help, IsAnsweredHoweverItEnds) {
  const std::vector<std::pair<std::string_view, void (*)(Desk&)>> ends = {
      {"help came", [](Desk& desk) { desk.tap(tap::HelpCame{}); }},
      {"nobody came", [](Desk& desk) { desk.wait(180'000); }},
      {"came, then cancelled",
       [](Desk& desk) {
         desk.tap_all({tap::HelpCame{}, tap::Cancel{}});
       }},
      {"came, then idle", [](Desk& desk) { desk.tap(tap::HelpCame{}), desk.wait(200'000); }},
      {"the journal became unwell", [](Desk& desk) { desk.hear(Unwell{}); }},
  };
  for (const auto& [name, end] : ends) {
    for (const bool late : {false, true}) {
      Desk desk;
      reach(desk, "who");
      desk.tap(tap::CallHelp{});
      const VisitId call = last(desk).visit;
      if (!late) desk.hear(Told{call, ref(7)});
      end(desk);
      EXPECT_FALSE(desk.visit.call.open) << name;
      if (late) {
        EXPECT_EQ(desk.orders.size(), 1U) << name << ": there is nothing to answer yet";
        desk.hear(Told{call, ref(7)});
      }
      desk.wait(0);
      ASSERT_EQ(desk.orders.size(), 2U) << name << (late ? ", late" : "");
      EXPECT_EQ(std::get<Answered>(last(desk).facts[0]).call, ref(7)) << name;
      EXPECT_FALSE(desk.visit.call.exists());
      desk.wait(1000);
      desk.tap_all({tap::HelpCame{}, tap::Start{}, tap::Cancel{}});
      desk.hear(Told{call, ref(7)});
      EXPECT_EQ(desk.orders.size(), 2U) << name << ": once";
    }
  }
}

TEST(Help, WaitsLongerThanAnIdleVisit) {
  Desk desk;
  reach(desk, "who");
  desk.tap(tap::CallHelp{});
  desk.wait(179'999);
  EXPECT_EQ(desk.screen(), "who");
  EXPECT_FALSE(idle_seconds_left(desk.visit, desk.terms.patience, desk.now_ms)) << "who waits is not asked";
  desk.visit = advance_touch(desk.visit, desk.now_ms);
  desk.wait(179'999);
  EXPECT_EQ(desk.screen(), "who");
  desk.wait(1);
  EXPECT_EQ(desk.screen(), "attract");
}

TEST(Help, NothingBelowItCanBeTouched) {
  Desk desk;
  reach(desk, "review");
  desk.tap(tap::CallHelp{});
  const Screen before = desk.visit.screen;
  desk.tap_all({tap::Confirm{}, tap::Back{}, tap::Cancel{}, tap::Open{Panel::language}, tap::EditName{}});
  desk.read_line(desk.invitation(0));
  desk.hard(HardKey::escape);
  EXPECT_EQ(desk.visit.screen, before);
  EXPECT_EQ(desk.visit.panel, Panel::none);
  EXPECT_EQ(desk.orders.size(), 1U);
}

TEST(Help, TouchedAgainAndAgainItNeverOverrunsTheRecorder) {
  Desk desk;
  reach(desk, "who");
  for (int i = 0; i < 50; ++i) desk.tap_all({tap::CallHelp{}, tap::HelpCame{}});
  EXPECT_EQ(desk.orders.size(), 1U) << "a slow recorder: still the same call";
  desk.tap(tap::CallHelp{});
  desk.hear(Told{desk.orders[0].visit, ref(7)});
  EXPECT_EQ(desk.orders.size(), 1U) << "open again: not over";
  desk.tap(tap::HelpCame{});
  EXPECT_EQ(desk.orders.size(), 2U);
  desk.tap(tap::CallHelp{});
  EXPECT_EQ(desk.orders.size(), 3U) << "another call";
  EXPECT_NE(desk.orders[2].visit, desk.orders[0].visit);
}

TEST(Help, ACallThatCouldNotBeToldEnds) {
  Desk desk;
  reach(desk, "who");
  desk.tap(tap::CallHelp{});
  desk.hear(NotKept{last(desk).visit});
  EXPECT_FALSE(desk.visit.call.exists());
  EXPECT_EQ(desk.screen(), "who") << "the donor goes on";
  EXPECT_FALSE(desk.visit.journal_well);
}

TEST(Help, TheNextDonorsThanksAreNotDisturbed) {
  Desk desk;
  reach(desk, "who");
  desk.tap(tap::CallHelp{});
  const VisitId call = last(desk).visit;
  desk.wait(180'000);
  reach_review(desk, Giver::unnamed);
  desk.tap(tap::Confirm{});
  const Kept kept = desk.kept();
  desk.hear(Told{call, ref(3)});
  EXPECT_EQ(desk.screen(), "recording");
  EXPECT_TRUE(is_answer(last(desk)));
  desk.hear(kept);
  EXPECT_EQ(desk.screen(), "thanks");
}

TEST(Help, OnTheThanksStaffComeThroughTheirDoor) {
  Desk desk;
  reach(desk, "thanks");
  desk.tap(tap::CallHelp{});
  desk.hear(Told{last(desk).visit, ref(9)});
  desk.tap(tap::StaffDoor{});
  EXPECT_EQ(desk.screen(), "pin");
  EXPECT_FALSE(desk.visit.call.open);
  EXPECT_TRUE(is_answer(last(desk))) << "whoever is at the door came";
}

TEST(Help, IsNotCalledWhereNobodyWaits) {
  for (const std::string_view name : {"recording", "pin", "staff"}) {
    Desk desk;
    reach(desk, name);
    const std::size_t before = desk.orders.size();
    desk.tap(tap::CallHelp{});
    EXPECT_EQ(desk.orders.size(), before) << name;
    EXPECT_FALSE(desk.visit.call.open) << name;
  }
}

}  // namespace
}  // namespace mn::kiosk
