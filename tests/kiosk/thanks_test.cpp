// After the confirmation: the thanks and their slip, and the calm rest when nobody can say what the journal has.
#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {
namespace {

void to_review(Desk& desk, Giver giver = Giver::unnamed) { reach_review(desk, giver); }

TEST(Thanks, GoBackAfterAMinuteButWaitForATouch) {
  Desk desk;
  to_review(desk);
  desk.tap(tap::Confirm{});
  desk.hear(desk.kept());
  desk.wait(59'000);
  EXPECT_EQ(thanks_seconds_left(desk.visit, desk.terms.patience, desk.now_ms), 1);
  desk.tap(tap::MoreTime{});
  desk.wait(59'000);
  EXPECT_EQ(desk.screen(), "thanks");
  desk.wait(1'000);
  EXPECT_EQ(desk.screen(), "attract");
}

TEST(Thanks, AgainBeginsWithNothingOfTheLast) {
  Desk desk;
  to_review(desk, Giver::person);
  desk.tap(tap::Confirm{});
  desk.hear(desk.kept());
  desk.tap(tap::Again{});
  desk.tap(tap::Finish{});
  EXPECT_EQ(desk.screen(), "thanks") << "the second half of a double tap on confirm";
  desk.wait(kThanksLeastMs);
  desk.tap(tap::Again{});
  ASSERT_EQ(desk.screen(), "amount");
  EXPECT_TRUE(desk.on<Amount>()->chosen.name.empty());
  EXPECT_EQ(desk.on<Amount>()->chosen.amount, Money{0});
}

TEST(Recorder, AnswerToAnotherVisitIsNotThisOnes) {
  Desk desk;
  to_review(desk);
  desk.tap(tap::Confirm{});
  Kept other = desk.kept();
  other.visit.bytes[0] ^= 0xFF;
  desk.hear(other);
  EXPECT_EQ(desk.screen(), "recording");
}

TEST(Resting, WhenNobodyCanSayAndBackWhenTheJournalIsWell) {
  Desk desk;
  to_review(desk);
  desk.tap(tap::Confirm{});
  const PledgeCode code = std::get<Pledged>(desk.orders[0].facts[0]).code;
  desk.hear(NotKept{desk.orders[0].visit});
  ASSERT_EQ(desk.screen(), "resting");
  EXPECT_EQ(desk.on<Resting>()->code, code) << "the desk can ask for it";
  desk.hear(Well{});
  EXPECT_EQ(desk.screen(), "resting") << "the donor is still reading";
  desk.wait(60'000);
  EXPECT_EQ(desk.screen(), "attract");
}

TEST(Resting, ForgetsTheCodeEvenWhileItRests) {
  Desk desk;
  to_review(desk);
  desk.tap(tap::Confirm{});
  desk.hear(NotKept{desk.orders[0].visit});
  desk.wait(60'000);
  ASSERT_EQ(desk.screen(), "resting");
  EXPECT_FALSE(desk.on<Resting>()->code);
  desk.hear(Well{});
  EXPECT_EQ(desk.screen(), "attract");
}

TEST(Resting, ASlowDiskIsNotWaitedForAndALateAnswerStillThanks) {
  Desk desk;
  to_review(desk);
  desk.tap(tap::Confirm{});
  desk.wait(20'000);
  ASSERT_EQ(desk.screen(), "resting");
  desk.wait(5'000);
  desk.hear(desk.kept());
  EXPECT_EQ(desk.screen(), "thanks");
  Desk later;
  to_review(later);
  later.tap(tap::Confirm{});
  later.wait(20'000);
  later.wait(61'000);
  later.hear(later.kept());
  EXPECT_EQ(later.screen(), "attract") << "the donor has gone; the journal is well";
}

TEST(Resting, AJournalThatCannotBeOpenedIsCalm) {
  Desk desk;
  desk.hear(Unwell{});
  EXPECT_EQ(desk.screen(), "resting");
  desk.tap(tap::Start{});
  EXPECT_EQ(desk.screen(), "resting");
  desk.hear(Well{});
  EXPECT_EQ(desk.screen(), "attract");
}

TEST(Slip, StatesAsATable) {
  const struct {
    SlipState before, answer, after;
  } rows[] = {{SlipState::printing, SlipState::printed, SlipState::printed},
              {SlipState::printing, SlipState::no_paper, SlipState::no_paper},
              {SlipState::printing, SlipState::trouble, SlipState::trouble},
              {SlipState::none, SlipState::printed, SlipState::none},  // an answer that nobody waits for
              {SlipState::printed, SlipState::trouble, SlipState::printed},
              {SlipState::no_paper, SlipState::printed, SlipState::no_paper}};
  for (const auto& row : rows) {
    Desk desk;
    reach(desk, "thanks");
    std::get<Thanks>(desk.visit.screen).slip = row.before;
    desk.visit = advance_slip(desk.visit, row.answer, desk.now_ms);
    EXPECT_EQ(desk.on<Thanks>()->slip, row.after);
  }
}

TEST(Slip, IsPrintedOnceAndAgainOnlyAfterTrouble) {
  Desk desk;
  reach(desk, "thanks");
  for (int i = 0; i < 5; ++i) desk.tap(tap::PrintSlip{});
  EXPECT_EQ(desk.errands.size(), 1U);
  EXPECT_TRUE(std::holds_alternative<errand::PrintSlip>(desk.errands.at(0)));
  EXPECT_EQ(desk.on<Thanks>()->slip, SlipState::printing);
  for (const SlipState trouble : {SlipState::no_paper, SlipState::trouble}) {
    desk.visit = advance_slip(desk.visit, trouble, desk.now_ms);
    desk.tap(tap::PrintSlip{});
    EXPECT_EQ(desk.on<Thanks>()->slip, SlipState::printing);
  }
  EXPECT_EQ(desk.errands.size(), 3U);
  desk.visit = advance_slip(desk.visit, SlipState::printed, desk.now_ms);
  desk.tap(tap::PrintSlip{});
  EXPECT_EQ(desk.errands.size(), 3U) << "one donor, one slip";
}

TEST(Slip, NotWithoutAPrinterAndNotOnAnotherScreen) {
  Desk desk;
  desk.terms.prints = false;
  reach(desk, "thanks");
  desk.tap(tap::PrintSlip{});
  EXPECT_TRUE(desk.errands.empty());
  EXPECT_EQ(desk.on<Thanks>()->slip, SlipState::none);
  const Visit before = desk.visit;
  desk.now_ms += kThanksLeastMs;
  desk.tap(tap::Finish{});
  desk.visit = advance_slip(desk.visit, SlipState::printed, desk.now_ms);
  EXPECT_EQ(desk.screen(), "attract") << "a late answer of the printer brings nobody's thanks back";
  EXPECT_TRUE(visit_ended(before, desk.visit));
}

TEST(Thanks, AreBuiltFromWhatTheJournalHas) {
  Desk desk;
  reach_review(desk);
  desk.tap(tap::Confirm{});
  Kept kept = desk.kept();
  kept.amount = Money{123'000};  // were the journal's another one, the journal's is shown
  kept.pledge.seq = 42;
  desk.hear(kept);
  EXPECT_EQ(desk.on<Thanks>()->kept, kept);
  EXPECT_EQ(desk.on<Thanks>()->chosen.name.view(), "Lan");
  desk.hear(kept);
  EXPECT_EQ(desk.screen(), "thanks") << "said twice, thanked once";
}

TEST(Thanks, NoReportBringsThemWithoutAConfirmation) {
  for (const std::string_view name : kScreenNames) {
    if (name == "recording" || name == "resting" || name == "thanks") continue;
    Desk desk;
    reach(desk, name);
    desk.hear(Kept{visit_id(1, {1, 2, 3}), {}, {}, make_code({1}), Money{100'000}});
    EXPECT_EQ(desk.screen(), name);
    EXPECT_TRUE(desk.orders.empty());
  }
}

TEST(Thanks, SecondsLeftAreTold) {
  Desk desk;
  reach(desk, "thanks");
  EXPECT_EQ(thanks_seconds_left(desk.visit, desk.terms.patience, desk.now_ms), 60);
  EXPECT_EQ(thanks_seconds_left(desk.visit, desk.terms.patience, desk.now_ms + 1), 60);
  EXPECT_EQ(thanks_seconds_left(desk.visit, desk.terms.patience, desk.now_ms + 59'001), 1);
  EXPECT_EQ(thanks_seconds_left(desk.visit, desk.terms.patience, desk.now_ms + 99'000), 0);
  Desk other;
  EXPECT_FALSE(thanks_seconds_left(other.visit, other.terms.patience, other.now_ms));
}

}  // namespace
}  // namespace mn::kiosk
