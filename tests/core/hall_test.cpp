// What desks and the MC say to the hall: verdicts, withdrawn consent, announcements, matching gifts; and that neither
// the order in which origins arrive nor wrong clocks change what stands.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/tally.h"
#include "tests/core/author.h"
#include "tests/core/random_source.h"

namespace mn {
namespace {

using Indexes = std::vector<std::size_t>;

Indexes fold(Tally& tally, const mn::Run& run) {
  Indexes touched;
  for (const Entry& entry : run) {
    const Done done = apply(tally, entry, &touched);
    EXPECT_TRUE(done.ok()) << done.failure().words;
  }
  return touched;
}

EntryRef ref_of(const mn::Run& run) { return run.front().ref(); }
VisitId visit_of(const mn::Run& run) { return run.front().header.visit; }

std::string verdict_of(const Pledge& pledge) {
  return pledge.verdict ? std::string(verdict_text(*pledge.verdict)) + " " + pledge.replaced_by : "none";
}

struct Hall {
  Author kiosk{1}, desk{2}, other_desk{3};
  mn::Run born_kiosk = kiosk.is_born(), born_desk = desk.is_born(), born_other = other_desk.is_born();
  mn::Run pledge = kiosk.says({pledge_of(500'000), Named{"Nguyễn Thị Hoa", "Chúc các cháu"}});
};

// Each list folded in its own order, the lists one after the other in every order.
std::set<std::string> in_every_order(std::vector<std::vector<mn::Run>> lists, std::string (*words)(const Tally&)) {
  std::set<std::string> out;
  std::vector<std::size_t> order(lists.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  do {
    Tally tally;
    for (const std::size_t i : order) {
      for (const mn::Run& run : lists[i]) fold(tally, run);
    }
    out.insert(words(tally));
  } while (std::next_permutation(order.begin(), order.end()));
  return out;
}

std::string first_verdict(const Tally& tally) { return verdict_of(tally.pledges.front()); }

TEST(Hall, OfOneDesksDecisionsItsLastStandsWhateverItsClockSays) {
  Hall hall;
  const EntryRef pledge = ref_of(hall.pledge);
  const mn::Run first = hall.desk.says_in({}, 2'000, {Screened{pledge, Verdict::masked}});
  const mn::Run last = hall.desk.says_in({}, 1'000, {Screened{pledge, Verdict::replaced, "Cô giáo"}});
  EXPECT_EQ(in_every_order({{hall.born_kiosk, hall.pledge}, {hall.born_desk, first, last}}, first_verdict),
            std::set<std::string>{"replaced Cô giáo"});
}

TEST(Hall, OfSeveralDesksTheOneMadeLastStands) {
  Hall hall;
  const EntryRef pledge = ref_of(hall.pledge);
  const mn::Run early = hall.desk.says_in({}, 1'000, {Screened{pledge, Verdict::released}});
  const mn::Run late = hall.other_desk.says_in({}, 2'000, {Screened{pledge, Verdict::masked}});
  EXPECT_EQ(
      in_every_order({{hall.born_kiosk, hall.pledge}, {hall.born_desk, early}, {hall.born_other, late}}, first_verdict),
      std::set<std::string>{"masked "});
  // The other desk thinks again, and its clock has been set back: what the first said is the latest now.
  const mn::Run set_back = hall.other_desk.says_in({}, 500, {Screened{pledge, Verdict::replaced, "Cô giáo"}});
  EXPECT_EQ(in_every_order({{hall.born_kiosk, hall.pledge}, {hall.born_desk, early}, {hall.born_other, late, set_back}},
                           first_verdict),
            std::set<std::string>{"released "});
}

TEST(Hall, AtTheSameMomentTheGreaterOriginStands) {
  Hall hall;
  const EntryRef pledge = ref_of(hall.pledge);
  const mn::Run one = hall.desk.says_in({}, 1'000, {Screened{pledge, Verdict::released}});
  const mn::Run other = hall.other_desk.says_in({}, 1'000, {Screened{pledge, Verdict::masked}});
  const bool desk_is_greater = hall.desk.origin() > hall.other_desk.origin();
  EXPECT_EQ(
      in_every_order({{hall.born_kiosk, hall.pledge}, {hall.born_desk, one}, {hall.born_other, other}}, first_verdict),
      std::set<std::string>{desk_is_greater ? "released " : "masked "});
}

TEST(Hall, ConsentWithdrawnByADeskStaysWithdrawn) {
  Hall hall;
  const VisitId visit = visit_of(hall.pledge);
  const mn::Run withdrawn = hall.desk.says_in(visit, 9, {Consented{"", false, false}});
  const mn::Run yes_again = hall.desk.says_in(visit, 10, {Consented{"2025-05-01", true, true}});
  const auto words = [](const Tally& tally) {
    std::string out;
    for (const Pledge& pledge : tally.pledges) out += pledge.publish_refused ? "refused " : "open ";
    return out;
  };
  const mn::Run next = hall.kiosk.says({pledge_of(1'000)});
  EXPECT_EQ(in_every_order({{hall.born_kiosk, hall.pledge, next}, {hall.born_desk, withdrawn, yes_again}}, words),
            std::set<std::string>{"refused open "});
  Hall agreed;
  const mn::Run yes = agreed.desk.says_in(visit, 9, {Consented{"2025-05-01", true, true}});
  EXPECT_EQ(in_every_order({{agreed.born_kiosk, agreed.pledge}, {agreed.born_desk, yes}}, words),
            std::set<std::string>{"open "});
}

TEST(Hall, ARefusalHoldsForEveryPledgeOfItsVisit) {
  Author kiosk(1), copy(4), desk(2);
  const VisitId visit = visit_id(5, {});
  const std::vector<mn::Run> by_kiosk = {
      kiosk.is_born(), kiosk.says_in(visit, 1, {pledge_of(1'000), Named{"Hoa", ""}, pledge_of(2'000)})};
  const std::vector<mn::Run> by_copy = {copy.is_born(), copy.says_in(visit, 1, {pledge_of(3'000)})};
  const std::vector<mn::Run> by_desk = {desk.is_born(), desk.says_in(visit, 2, {Consented{"", false, false}})};
  const auto words = [](const Tally& tally) {
    std::set<std::string> lines;
    for (const Pledge& pledge : tally.pledges) {
      lines.insert(std::to_string(pledge.said.amount.dong) + pledge.shown_as + (pledge.publish_refused ? "!" : ""));
    }
    std::string out;
    for (const std::string& line : lines) out += line + " ";
    return out;
  };
  EXPECT_EQ(in_every_order({by_kiosk, by_copy, by_desk}, words), std::set<std::string>{"1000Hoa! 2000! 3000! "});
}

TEST(Hall, TheMcHasCalledAGiver) {
  Hall hall;
  const mn::Run next = hall.kiosk.says({pledge_of(1'000)});
  const mn::Run called = hall.desk.says({Announced{ref_of(hall.pledge)}});
  const auto words = [](const Tally& tally) {
    return std::to_string(tally.pledges[0].announced) + std::to_string(tally.pledges[1].announced) + " " +
           std::to_string(tally.announced_waiting.size());
  };
  EXPECT_EQ(in_every_order({{hall.born_kiosk, hall.pledge, next}, {hall.born_desk, called}}, words),
            std::set<std::string>{"10 0"});
}

TEST(Hall, WhatChangesAPledgesFaceOrAmountTouchesIt) {
  Hall hall;
  Tally tally;
  const EntryRef pledge = ref_of(hall.pledge);
  const auto says = [&](Author& author, Fact fact) { return fold(tally, author.says({std::move(fact)})); };
  EXPECT_EQ(fold(tally, hall.born_kiosk), Indexes{});
  EXPECT_EQ(fold(tally, hall.pledge), (Indexes{0, 0})) << "new, and named";
  fold(tally, hall.born_desk);
  EXPECT_EQ(says(hall.kiosk, pledge_of(1'000)), Indexes{1});
  EXPECT_EQ(says(hall.desk, Screened{pledge, Verdict::masked}), Indexes{0});
  EXPECT_EQ(says(hall.desk, Screened{pledge, Verdict::masked}), Indexes{}) << "nothing new";
  EXPECT_EQ(says(hall.desk, Screened{pledge, Verdict::replaced, "A"}), Indexes{0});
  EXPECT_EQ(says(hall.desk, Screened{pledge, Verdict::replaced, "B"}), Indexes{0});
  EXPECT_EQ(says(hall.desk, Screened{{hall.kiosk.origin(), 99}, Verdict::masked}), Indexes{}) << "not known yet";
  EXPECT_EQ(says(hall.desk, Announced{pledge}), Indexes{}) << "called, not changed";
  EXPECT_EQ(fold(tally, hall.desk.says_in(visit_of(hall.pledge), 1, {Consented{"", false, true}})), Indexes{});
  EXPECT_EQ(fold(tally, hall.desk.says_in(visit_of(hall.pledge), 1, {Consented{"", false, false}})), Indexes{0});
  EXPECT_EQ(fold(tally, hall.desk.says_in(visit_of(hall.pledge), 1, {Consented{"", false, false}})), Indexes{});
  Paid paid{pledge, {5}, "", {}, ""};
  EXPECT_EQ(says(hall.desk, paid), Indexes{0});
  paid.pledge.reset();
  paid.statement_line[0] = 1;
  EXPECT_EQ(says(hall.desk, paid), Indexes{});
  EXPECT_EQ(says(hall.desk, Voided{pledge, ""}), Indexes{0});
  EXPECT_EQ(says(hall.desk, Voided{pledge, ""}), Indexes{});
  EXPECT_EQ(says(hall.desk, Matched{"A", 100, {1'000}, 0, INT64_MAX}), Indexes{});
  EXPECT_EQ(says(hall.desk, Cued{"tally"}), Indexes{});
  Tally without;
  EXPECT_TRUE(apply(without, hall.born_kiosk.front()).ok()) << "nobody has to ask";
}

// Matching gifts.

constexpr std::int64_t kFrom = 1'000;
constexpr std::int64_t kUntil = 2'000;

struct MatchCase {
  std::vector<std::pair<std::int64_t, std::int64_t>> pledges;  // amount, made_at_us
  std::int64_t percent, cap, matched;
};

TEST(Matching, AddsItsPercentageOfWhatWasPledgedInItsWindowUpToItsCap) {
  const std::vector<MatchCase> cases = {
      {{}, 100, 1'000, 0},
      {{{600, kFrom}}, 100, 1'000, 600},
      {{{600, kFrom - 1}}, 100, 1'000, 0},
      {{{600, kUntil - 1}}, 100, 1'000, 600},
      {{{600, kUntil}}, 100, 1'000, 0},
      {{{600, 1'500}, {500, 1'500}}, 100, 1'000, 1'000},
      {{{600, 1'500}, {400, 1'500}}, 100, 1'000, 1'000},
      {{{33, 1'500}, {33, 1'500}}, 50, 1'000, 33},  // of the sum, not of each: no đồng is lost twice
      {{{99, 1'500}}, 1, 1'000, 0},
      {{{199, 1'500}}, 1, 1'000, 1},
      {{{9'999'999'999'999, 1'500}}, 1'000, 9'999'999'999'999, 9'999'999'999'999},
      {{{9'999'999'999'999, 1'500}, {9'999'999'999'999, 1'500}}, 50, 9'999'999'999'999, 9'999'999'999'999},
  };
  for (const MatchCase& c : cases) {
    for (const bool offer_first : {true, false}) {
      Author kiosk(1), desk(2);
      Tally tally;
      fold(tally, kiosk.is_born());
      fold(tally, desk.is_born());
      const mn::Run offer = desk.says_in({}, 1, {Matched{"A", c.percent, {c.cap}, kFrom, kUntil}});
      if (offer_first) fold(tally, offer);
      for (const auto& [amount, at_us] : c.pledges) fold(tally, kiosk.says_in({}, at_us, {pledge_of(amount)}));
      if (!offer_first) fold(tally, offer);
      EXPECT_EQ(tally.matched, Money{c.matched}) << c.percent << " " << offer_first;
      EXPECT_EQ(matched(tally.offers.front()), tally.matched);
      EXPECT_EQ(cap_reached(tally.offers.front()), c.matched == c.cap);
    }
  }
}

TEST(Matching, AFoldThatIsFullIsMatchedUpToTheCapAndNotPast64Bits) {
  Offer offer;
  offer.said = Matched{"A", 1'000, {7}, 0, 1};
  offer.pledged = Money{INT64_MAX};
  EXPECT_EQ(matched(offer), Money{7});
  offer.said.percent = 100;
  offer.said.cap = Money{INT64_MAX};
  EXPECT_EQ(matched(offer), Money{INT64_MAX});
  offer.said.percent = 101;
  offer.said.cap = kLargestPledge;
  EXPECT_EQ(matched(offer), kLargestPledge);
}

TEST(Matching, IsAboutMoneyOfItsFundAndNeverPartOfAnotherFigure) {
  Author kiosk(1), desk(2);
  Tally tally;
  fold(tally, kiosk.is_born());
  fold(tally, desk.is_born());
  fold(tally, desk.says({Matched{"A", 100, {10'000}, 0, INT64_MAX, "hospital"}}));
  fold(tally, desk.says({Matched{"B", 10, {10'000}, 0, INT64_MAX}}));
  Pledged hospital = pledge_of(1'000);
  hospital.fund = "hospital";
  Pledged goods = pledge_of(5'000);
  goods.way = Way::in_kind;
  goods.fund = "hospital";
  const mn::Run first = kiosk.says({hospital});
  fold(tally, first);
  fold(tally, kiosk.says({pledge_of(2'000)}));
  fold(tally, kiosk.says({goods}));
  ASSERT_EQ(tally.offers.size(), 2u);
  EXPECT_EQ(matched(tally.offers[0]), Money{1'000});
  EXPECT_EQ(tally.offers[0].count, 1);
  EXPECT_EQ(matched(tally.offers[1]), Money{300});
  EXPECT_EQ(tally.offers[1].count, 2);
  EXPECT_EQ(tally.matched, Money{1'300});
  EXPECT_EQ(tally.pledged, (Sum{2, {3'000}}));
  EXPECT_EQ(tally.received, Sum{});
  EXPECT_EQ(tally.in_kind, (Sum{1, {5'000}}));
  fold(tally, desk.says({Voided{ref_of(first), "nhầm"}}));
  EXPECT_EQ(matched(tally.offers[0]), Money{0});
  EXPECT_EQ(tally.matched, Money{200});
}

TEST(Matching, ASponsorWhoCannotBeShownIsNotNamedAndCountsAllTheSame) {
  Author desk(2);
  Tally tally;
  fold(tally, desk.is_born());
  for (const std::string& sponsor : {std::string("A\xE2\x80\xAE") + "B", std::string("A\nB"), std::string(91, 'A')}) {
    fold(tally, desk.says({Matched{sponsor, 100, {10'000}, 0, INT64_MAX}}));
    EXPECT_EQ(tally.offers.back().said.sponsor, "");
  }
  fold(tally, desk.says({Matched{"Công ty Ví Dụ", 100, {10'000}, 0, INT64_MAX}}));
  EXPECT_EQ(tally.offers.back().said.sponsor, "Công ty Ví Dụ");
  fold(tally, desk.says({pledge_of(1'000)}));
  EXPECT_EQ(tally.matched, Money{4'000});
}

std::string offers_text(const Tally& tally) {
  std::string out = std::to_string(tally.matched.dong) + ":";
  for (const Offer& offer : tally.offers) {
    out += " " + offer.said.sponsor + (offer.withdrawn ? "-" : "=") + std::to_string(matched(offer).dong);
  }
  return out;
}

TEST(Matching, AnOfferIsWithdrawn) {
  Hall hall;
  const mn::Run offer = hall.desk.says({Matched{"A", 100, {10'000}, 0, INT64_MAX}});
  const mn::Run other = hall.desk.says({Matched{"B", 10, {900'000}, 0, INT64_MAX}});
  const mn::Run withdrawn = hall.other_desk.says({Voided{ref_of(offer), "nhầm"}});
  EXPECT_EQ(
      in_every_order({{hall.born_kiosk, hall.pledge}, {hall.born_desk, offer, other}, {hall.born_other, withdrawn}},
                     offers_text),
      std::set<std::string>{"50000: A-0 B=50000"});
}

TEST(Matching, OfMoreThanSixteenThoseMadeFirstStandInWhateverOrderTheyCome) {
  Hall hall;
  std::vector<mn::Run> by_desk = {hall.born_desk};
  std::vector<mn::Run> by_other = {hall.born_other};
  for (int i = 0; i < 12; ++i) {  // the clocks of both run backwards
    const Matched said{std::to_string(i), 1, {10'000}, 0, INT64_MAX};
    by_desk.push_back(hall.desk.says_in({}, 1'000 - 10 * i, {said}));
    by_other.push_back(hall.other_desk.says_in({}, 1'005 - 10 * i, {said}));
  }
  by_other.push_back(hall.other_desk.says({Voided{ref_of(by_desk[1]), "not kept"}, Voided{ref_of(by_desk[9]), ""}}));
  const std::set<std::string> seen = in_every_order(
      {{hall.born_kiosk, hall.pledge}, by_desk, by_other},
      [](const Tally& tally) { return offers_text(tally) + " " + std::to_string(tally.voids_waiting.size()); });
  EXPECT_EQ(seen, std::set<std::string>{"75000: 11=5000 11=5000 10=5000 10=5000 9=5000 9=5000 8-0 8=5000 7=5000 "
                                        "7=5000 6=5000 6=5000 5=5000 5=5000 4=5000 4=5000 2"});
}

// Two kiosks and three desks, clocks that jump, and words about pledges that may never come.

std::string text_of_hall(const Tally& tally) {
  std::set<std::string> pledges;
  for (const Pledge& pledge : tally.pledges) {
    pledges.insert(entry_text(pledge.ref) + " " + verdict_of(pledge) + " " + pledge.shown_as +
                   (pledge.publish_refused ? " refused" : "") + (pledge.announced ? " announced" : "") +
                   (pledge.voided ? " voided" : ""));
  }
  std::string out = offers_text(tally) + "\n";
  for (const std::string& pledge : pledges) out += pledge + "\n";
  return out + std::to_string(tally.announced_waiting.size()) + " " + std::to_string(tally.decisions.size()) + " " +
         std::to_string(tally.publish_refused.size()) + " " + std::to_string(tally.voids_waiting.size());
}

std::vector<std::vector<mn::Run>> random_morning(RandomSource& random) {
  std::vector<Author> authors;
  std::vector<std::vector<mn::Run>> out;
  std::vector<EntryRef> pledges;
  std::vector<EntryRef> offers;
  std::vector<VisitId> visits = {visit_id(77, {})};
  for (std::uint8_t i = 1; i <= 5; ++i) {
    authors.emplace_back(i);
    out.push_back({authors.back().is_born()});
    pledges.push_back({authors.back().origin(), 60});
    offers.push_back({authors.back().origin(), 61});
  }
  for (int turn = 0; turn < 70; ++turn) {
    const std::size_t who = random.below(5);
    Author& author = authors[who];
    const auto at_us = static_cast<std::int64_t>(random.below(40));
    if (who < 2) {
      std::vector<Fact> facts = {pledge_of(static_cast<std::int64_t>(1 + random.below(5'000)))};
      if (random.one_in(2)) facts.emplace_back(Named{"Hoa " + std::to_string(turn), ""});
      if (random.one_in(6)) facts.emplace_back(Consented{"1", false, false});
      const VisitId visit = random.one_in(8) ? random.pick(visits) : visit_id(turn, {});
      out[who].push_back(author.says_in(visit, at_us, facts));
      pledges.push_back(ref_of(out[who].back()));
      visits.push_back(visit);
      continue;
    }
    const auto fact = [&]() -> Fact {
      switch (random.below(6)) {
        case 0:
          return Announced{random.pick(pledges)};
        case 1:
          return Consented{"1", false, random.one_in(2)};
        case 2:
          return Voided{random.one_in(2) ? random.pick(pledges) : random.pick(offers), ""};
        case 3:
          return Matched{std::to_string(turn),
                         static_cast<std::int64_t>(1 + random.below(300)),
                         {4'000},
                         static_cast<std::int64_t>(random.below(20)),
                         static_cast<std::int64_t>(20 + random.below(20))};
        case 4:
          return Screened{random.pick(pledges), Verdict::replaced, std::to_string(turn)};
        default:
          return Screened{random.pick(pledges), random.one_in(2) ? Verdict::masked : Verdict::released};
      }
    }();
    out[who].push_back(author.says_in(random.pick(visits), at_us, {fact}));
    if (std::holds_alternative<Matched>(fact)) offers.push_back(ref_of(out[who].back()));
  }
  return out;
}

TEST(Hall, EveryInterleavingOfOriginsGivesTheSame) {
  RandomSource random{4};
  for (int day = 0; day < 40; ++day) {
    const std::vector<std::vector<mn::Run>> origins = random_morning(random);
    std::set<std::string> seen;
    for (int order = 0; order < 12; ++order) {
      Tally tally;
      std::vector<std::size_t> next(origins.size(), 0);
      for (std::size_t left = 75; left > 0;) {
        const std::size_t who = random.below(origins.size());
        if (next[who] == origins[who].size()) continue;
        fold(tally, origins[who][next[who]++]);
        --left;
      }
      seen.insert(text_of_hall(tally));
    }
    ASSERT_EQ(seen.size(), 1u) << "day " << day << "\n" << *seen.begin() << "\n---\n" << *seen.rbegin();
  }
}

}  // namespace
}  // namespace mn
