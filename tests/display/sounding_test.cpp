// What the hall hears when, by tables and by chance: spacing, precedence, silence where silence belongs, and that it
// does not matter how often the loop asks.
#include "display/sounding.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/dice.h"

namespace {

using namespace mn;
using Kind = Happening::Kind;

constexpr std::int64_t kStart = 1'000'000;  // every time below is counted from here

Happening card(std::int64_t at_ms, GiftTier tier, int merged = 1) {
  return {Kind::announced, kStart + at_ms, tier, merged, {}};
}
Happening small(std::int64_t at_ms) { return card(at_ms, GiftTier::small); }
Happening middle(std::int64_t at_ms) { return card(at_ms, GiftTier::middle); }
Happening large(std::int64_t at_ms) { return card(at_ms, GiftTier::large); }
Happening milestone(std::int64_t at_ms, std::int64_t dong) {
  return {Kind::milestone, kStart + at_ms, GiftTier::small, 1, {dong}};
}
Happening goal(std::int64_t at_ms, std::int64_t dong = 500) {
  return {Kind::goal, kStart + at_ms, GiftTier::small, 1, {dong}};
}
Happening reveal(std::int64_t at_ms) { return {Kind::reveal, kStart + at_ms, GiftTier::small, 1, {}}; }

// "s" "m" "l" for chimes, "M" "G" "R" for musics, each with its time.
std::string text(const std::vector<Heard>& heard) {
  std::string out;
  for (const Heard& one : heard) {
    out +=
        std::string(out.empty() ? "" : " ") + "smlMGR"[static_cast<int>(one.cue)] + std::to_string(one.at_ms - kStart);
  }
  return out;
}

std::vector<Heard> hear(const std::vector<Happening>& happenings, std::int64_t until_ms, std::int64_t step_ms = 16) {
  Sounding sounding;
  listen(sounding, {}, kStart);
  std::vector<Heard> all;
  for (std::int64_t now_ms = 0; now_ms < until_ms;) {
    now_ms = std::min(until_ms, now_ms + step_ms);
    const std::vector<Heard> more = listen(sounding, happenings, kStart + now_ms);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

struct Case {
  const char* name;
  std::vector<Happening> happenings;
  const char* heard;
};
class Table : public testing::TestWithParam<Case> {};

TEST_P(Table, IsHeard) {
  for (const std::int64_t step_ms : {1, 16, 33, 250}) {
    EXPECT_EQ(text(hear(GetParam().happenings, 60'000, step_ms)), GetParam().heard) << "asked every " << step_ms;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Cues, Table,
    testing::Values(
        Case{"nothing", {}, ""}, Case{"one_each", {small(10), middle(3000), large(6000)}, "s10 m3000 l6000"},
        Case{"exactly_apart", {small(10), small(1210)}, "s10 s1210"},
        Case{"just_too_soon_waits", {small(10), small(1209)}, "s10 s1210"},
        Case{"small_waits_no_longer_than_it_belongs", {small(10), small(910), small(5000)}, "s10 s1210 s5000"},
        Case{"small_that_waited_too_long_is_left_out", {small(10), small(909), small(5000)}, "s10 s5000"},
        Case{"large_is_worth_waiting_for", {small(10), large(11)}, "s10 l1210"},
        Case{"largest_waiting_wins", {small(10), middle(200), large(300), small(1200)}, "s10 l1210"},
        Case{"who_comes_at_the_turn_competes", {small(10), middle(500), large(1210)}, "s10 l1210"},
        Case{
            "a_waiting_one_is_not_outdone_by_a_smaller_at_the_turn", {small(10), large(500), small(1210)}, "s10 l1210"},
        Case{"outdone_ones_do_not_come_after", {small(10), middle(200), large(300), small(4000)}, "s10 l1210 s4000"},
        Case{"at_once_the_largest", {small(10), large(10), middle(10)}, "l10"},
        Case{"merged_is_one_soft_chime", {card(10, GiftTier::large, 12)}, "s10"},
        Case{"milestone_alone", {milestone(100, 50)}, "M100"},
        Case{"milestone_keeps_chimes_away", {milestone(100, 50), large(200), large(6099), small(6100)}, "M100 s6100"},
        Case{"chime_of_the_same_moment_gives_way", {small(100), milestone(100, 50)}, "M100"},
        Case{"waiting_chime_is_dropped_by_a_music", {small(10), large(20), milestone(500, 50)}, "s10 M500"},
        Case{"goal_keeps_chimes_away", {goal(100), large(200), large(23'099), large(23'100)}, "G100 l23100"},
        Case{"goal_takes_a_milestones_place", {milestone(100, 50), goal(2000)}, "M100 G2000"},
        Case{"one_gift_passes_both", {milestone(100, 50), goal(100)}, "G100"},
        Case{"and_the_goal_comes_first_whatever_the_sums", {milestone(100, 900), goal(100)}, "G100"},
        Case{"milestone_within_the_goals_music_is_silent", {goal(100), milestone(5000, 600)}, "G100"},
        Case{"and_is_not_made_up_for", {goal(100), milestone(5000, 600), milestone(30'000, 600)}, "G100"},
        Case{"two_milestones_close_together_are_one_music", {milestone(100, 50), milestone(3000, 60)}, "M100"},
        Case{"reveal_goes_before_all", {goal(100), reveal(3000)}, "G100 R3000"},
        Case{"goal_within_the_reveal_is_silent", {reveal(100), goal(3000)}, "R100"},
        Case{"nothing_twice_when_the_total_sinks_and_rises",
             {milestone(100, 50), milestone(20'000, 50), milestone(30'000, 40), milestone(40'000, 60)},
             "M100 M40000"},
        Case{"goal_once", {goal(100), goal(30'000)}, "G100"},
        Case{"a_goal_set_higher_is_another", {goal(100, 500), goal(30'000, 800)}, "G100 G30000"},
        Case{"reveal_as_often_as_it_is_called_for", {reveal(100), reveal(20'000)}, "R100 R20000"}),
    [](const auto& made) { return std::string(made.param.name); });

TEST(Silence, OfALoadAndOfEverythingOlder) {
  Sounding sounding;
  EXPECT_TRUE(listen(sounding, std::vector{large(-50), goal(-10), milestone(0, 50)}, kStart).empty());
  EXPECT_TRUE(listen(sounding, std::vector{large(-50), goal(-10)}, kStart + 16).empty()) << "told again";
}

TEST(Silence, OfWhatAStalledScreenHasMissed) {
  Sounding sounding;
  listen(sounding, {}, kStart);
  EXPECT_EQ(text(listen(sounding, std::vector{large(100), large(2699), small(4750)}, kStart + 5000)), "s4750");
  EXPECT_EQ(text(listen(sounding, std::vector{goal(5100)}, kStart + 5401)), "") << "301 ms late";
  EXPECT_EQ(text(listen(sounding, std::vector{large(9000)}, kStart + 9000)), "")
      << "what the screen celebrates is left alone, heard or not";
}

TEST(Silence, WhenTheClockGoesBack) {
  Sounding sounding;
  listen(sounding, {}, kStart + 1000);
  EXPECT_TRUE(listen(sounding, std::vector{large(500)}, kStart + 600).empty());
  EXPECT_EQ(text(listen(sounding, std::vector{large(500), small(1500)}, kStart + 1500)), "s1500");
}

TEST(Listening, HearsWhatIsYetToComeOnceOnly) {
  Sounding sounding;
  listen(sounding, {}, kStart);
  const std::vector<Happening> all{small(100), large(2000)};
  EXPECT_EQ(text(listen(sounding, all, kStart + 150)), "s100");
  EXPECT_EQ(text(listen(sounding, all, kStart + 300)), "");
  EXPECT_EQ(text(listen(sounding, all, kStart + 2000)), "l2000");
  EXPECT_EQ(text(listen(sounding, all, kStart + 2000)), "") << "asked twice at the same moment";
}

TEST(GivingUp, AMusicGoesWithWhatItBelongsTo) {
  Sounding sounding;
  listen(sounding, {}, kStart);
  const std::vector<Happening> reached{goal(100), small(90)};
  EXPECT_FALSE(give_up_music(sounding, reached, kStart + 50)) << "nothing plays";
  EXPECT_EQ(text(listen(sounding, reached, kStart + 100)), "s90 G100");
  EXPECT_FALSE(give_up_music(sounding, reached, kStart + 5000)) << "it is still celebrated";
  EXPECT_TRUE(give_up_music(sounding, std::vector{large(5900)}, kStart + 6000)) << "the gift was withdrawn";
  EXPECT_FALSE(give_up_music(sounding, {}, kStart + 6016)) << "once";
  EXPECT_EQ(text(listen(sounding, std::vector{large(6010)}, kStart + 6016)), "l6010") << "the hall is free again";
  EXPECT_EQ(text(listen(sounding, std::vector{goal(7000)}, kStart + 7000)), "")
      << "and the goal is not celebrated twice";
}

TEST(GivingUp, AMilestoneDoesNotHoldTheGoalsMusic) {
  Sounding sounding;
  listen(sounding, {}, kStart);
  EXPECT_EQ(text(listen(sounding, std::vector{goal(100)}, kStart + 100)), "G100");
  EXPECT_TRUE(give_up_music(sounding, std::vector{milestone(100, 50), goal(101)}, kStart + 200));
}

TEST(GivingUp, WhatHasEndedIsNotGivenUp) {
  Sounding sounding;
  listen(sounding, {}, kStart);
  EXPECT_EQ(text(listen(sounding, std::vector{milestone(100, 50)}, kStart + 100)), "M100");
  EXPECT_FALSE(give_up_music(sounding, {}, kStart + 100 + kMilestoneMs));
}

TEST(Listening, ALoopThatSleepsIsToldWhenToWake) {
  Sounding sounding;
  listen(sounding, {}, kStart);
  EXPECT_FALSE(next_turn_ms(sounding));
  listen(sounding, std::vector{small(10), large(20)}, kStart + 20);
  EXPECT_EQ(next_turn_ms(sounding), kStart + 1210);
  EXPECT_EQ(text(listen(sounding, {}, kStart + 1210)), "l1210");
  EXPECT_FALSE(next_turn_ms(sounding));
}

TEST(Listening, ChimesInARowAreToldApart) {
  const std::vector<Heard> heard = hear({small(0), small(1500), small(3000), large(5000)}, 6000);
  ASSERT_EQ(text(heard), "s1500 s3000 l5000") << "0 is before the beginning";
  EXPECT_NE(heard[0].variation, heard[1].variation);
}

// What no run may break, whatever happens.
void check(const std::vector<Heard>& heard, const std::vector<Happening>& happenings) {
  std::optional<std::int64_t> chimed;
  std::optional<Heard> music;
  for (std::size_t at = 0; at < heard.size(); ++at) {
    const Heard& one = heard[at];
    if (at > 0) {
      ASSERT_GE(one.at_ms, heard[at - 1].at_ms);
    }
    const bool within = music && one.at_ms < music->at_ms + length_ms(music->cue);
    if (length_ms(one.cue) > 0) {
      if (within) {
        ASSERT_GT(static_cast<int>(one.cue), static_cast<int>(music->cue)) << "only a greater one interrupts";
      }
      music = one;
      continue;
    }
    ASSERT_FALSE(within) << "no chime within a music";
    if (chimed) {
      ASSERT_GE(one.at_ms - *chimed, kChimeApartMs);
    }
    chimed = one.at_ms;
    // It belongs to a card, and comes no later than its tier may.
    const auto belongs = [&](const Happening& happening) {
      const std::int64_t late = one.at_ms - happening.at_ms;
      const GiftTier tier = happening.merged > 1 ? GiftTier::small : happening.tier;
      return happening.kind == Kind::announced && static_cast<int>(tier) == static_cast<int>(one.cue) && late >= 0 &&
             late <= (one.cue == Cue::chime_small ? kSmallWaitMsMost : kLargerWaitMsMost);
    };
    ASSERT_TRUE(std::any_of(happenings.begin(), happenings.end(), belongs)) << text({one});
  }
}

TEST(Crowd, ThreeHundredAndFiftyASecondForAMinuteIsACalmMinute) {
  std::vector<Happening> happenings;
  Dice dice(4);
  for (std::int64_t at_ms = 1; at_ms <= 60'000; ++at_ms) {
    for (int more = dice.below(1000) < 350 ? 1 : 0; more > 0; --more) {
      const auto chance = dice.below(100);
      happenings.push_back(card(at_ms, chance < 2    ? GiftTier::large
                                       : chance < 20 ? GiftTier::middle
                                                     : GiftTier::small));
    }
  }
  ASSERT_GT(happenings.size(), 20'000U);
  const std::vector<Heard> heard = hear(happenings, 60'000);
  EXPECT_LE(heard.size(), 51U);
  EXPECT_GE(heard.size(), 45U) << "calm, not dumb";
  EXPECT_TRUE(std::all_of(heard.begin() + 1, heard.end(), [](const Heard& one) { return one.cue == Cue::chime_large; }))
      << "seven large gifts a second: one of them is always the largest waiting";
  check(heard, happenings);
}

TEST(Crowd, MergedCardsOfAMinuteAreSoftChimes) {
  std::vector<Happening> happenings;
  for (std::int64_t at_ms = 100; at_ms < 60'000; at_ms += 1600) happenings.push_back(card(at_ms, GiftTier::large, 500));
  const std::vector<Heard> heard = hear(happenings, 60'000);
  EXPECT_EQ(heard.size(), happenings.size());
  for (const Heard& one : heard) EXPECT_EQ(one.cue, Cue::chime_small);
}

std::vector<Happening> any_ceremony(Dice& dice) {
  std::vector<Happening> happenings;
  const auto count = static_cast<int>(dice.below(120));
  for (int made = 0; made < count; ++made) {
    const auto at_ms = static_cast<std::int64_t>(dice.below(90'000)) - 500;
    const auto chance = dice.below(100);
    if (chance < 80) {
      happenings.push_back(card(at_ms, static_cast<GiftTier>(dice.below(3)), dice.below(4) == 0 ? 7 : 1));
    } else if (chance < 92) {
      happenings.push_back(milestone(at_ms, static_cast<std::int64_t>(dice.below(9))));
    } else if (chance < 97) {
      happenings.push_back(goal(at_ms, static_cast<std::int64_t>(dice.below(3))));
    } else {
      happenings.push_back(reveal(at_ms));
    }
  }
  return happenings;
}

TEST(Chance, HowOftenTheLoopAsksChangesNothing) {
  Dice dice(20251125);
  for (int round = 0; round < 300; ++round) {
    const std::vector<Happening> happenings = any_ceremony(dice);
    const std::vector<Heard> often = hear(happenings, 95'000, 7);
    ASSERT_NO_FATAL_FAILURE(check(often, happenings)) << round;

    Sounding sounding;
    listen(sounding, {}, kStart);
    std::vector<Heard> irregular;
    std::vector<Happening> shuffled = happenings;
    for (std::int64_t now_ms = 0; now_ms < 95'000;) {
      now_ms = std::min<std::int64_t>(95'000, now_ms + 1 + static_cast<std::int64_t>(dice.below(kLateMsMost)));
      if (!shuffled.empty()) std::swap(shuffled.front(), shuffled[dice.below(shuffled.size())]);
      const std::vector<Heard> more = listen(sounding, shuffled, kStart + now_ms);
      irregular.insert(irregular.end(), more.begin(), more.end());
    }
    ASSERT_EQ(irregular, often) << round << ": " << text(irregular) << "\n    " << text(often);
  }
}

}  // namespace
