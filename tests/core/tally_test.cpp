// The tally: what counts, what does not, and that neither order, repetition nor copies change it.
#include "core/tally.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "tests/core/author.h"
#include "tests/core/random_source.h"

namespace mn {
namespace {

void fold(Tally& tally, const mn::Run& run) {
  for (const Entry& entry : run) {
    const Done done = apply(tally, entry);
    ASSERT_TRUE(done.ok()) << done.failure().words;
  }
}

Sum sum_of(std::int64_t count, std::int64_t dong) { return {count, Money{dong}}; }
EntryRef ref_of(const mn::Run& run, std::size_t i = 0) { return run[i].ref(); }

Paid payment(std::optional<EntryRef> pledge, std::int64_t dong, std::uint8_t line) {
  Paid paid;
  paid.pledge = pledge;
  paid.amount = Money{dong};
  paid.statement_line[0] = line;
  return paid;
}

const Pledge& pledge_at(const Tally& tally, const EntryRef& ref) { return tally.pledges[tally.by_ref.at(ref)]; }

// Everything a tally says, in an order of its own, so that two can be compared.
std::string text_of_tally(const Tally& tally) {
  const auto sum = [](const Sum& s) { return std::to_string(s.count) + "/" + std::to_string(s.amount.dong) + " "; };
  std::string out =
      sum(tally.pledged) + sum(tally.in_kind) + sum(tally.received) + sum(tally.received_unattached) + "\n";
  for (const auto& [fund, s] : tally.pledged_by_fund) out += fund + " " + sum(s);
  for (const auto& [origin, s] : tally.pledged_by_origin) out += origin_text(origin) + " " + sum(s);
  for (const auto& [origin, head] : tally.heads) out += entry_text({origin, head.seq}) + to_hex(head.digest) + "\n";
  std::set<std::string> pledges;
  for (const Pledge& pledge : tally.pledges) {
    pledges.insert(entry_text(pledge.ref) + " " + std::to_string(pledge.said.amount.dong) + " " +
                   std::to_string(pledge.received.dong) + " " + std::to_string(static_cast<int>(state_of(pledge))) +
                   " " + pledge.shown_as + " " + pledge.message);
  }
  for (const std::string& pledge : pledges) out += pledge + "\n";
  out += std::to_string(tally.names_waiting.size()) + " " + std::to_string(tally.voids_waiting.size()) + " " +
         std::to_string(tally.payments_waiting.size()) + " " + std::to_string(tally.statement_lines.size());
  return out;
}

TEST(Tally, PledgesAreCountedByFundAndOrigin) {
  Author one(1), two(2);
  Tally tally;
  fold(tally, one.is_born());
  const mn::Run first = one.says({pledge_of(500'000), Named{"Nguyễn Thị Hoa", "Chúc các cháu"}});
  fold(tally, first);
  Pledged hospital = pledge_of(1'000'000);
  hospital.fund = "hospital";
  fold(tally, one.says({hospital}));
  fold(tally, two.is_born());
  fold(tally, two.says({pledge_of(2'000'000)}));
  EXPECT_EQ(tally.pledged, sum_of(3, 3'500'000));
  EXPECT_EQ(tally.received, Sum{});
  EXPECT_EQ(tally.pledged_by_fund,
            (std::map<std::string, Sum>{{"general", sum_of(2, 2'500'000)}, {"hospital", sum_of(1, 1'000'000)}}));
  EXPECT_EQ(tally.pledged_by_origin,
            (std::map<OriginId, Sum>{{one.origin(), sum_of(2, 1'500'000)}, {two.origin(), sum_of(1, 2'000'000)}}));
  EXPECT_EQ(tally.heads.at(one.origin()), one.head);
  EXPECT_EQ(pledge_at(tally, ref_of(first)).shown_as, "Nguyễn Thị Hoa");
  EXPECT_EQ(pledge_at(tally, ref_of(first)).message, "Chúc các cháu");
  EXPECT_EQ(tally.pledges[1].shown_as, "");
}

TEST(Tally, PaymentsNeverTouchWhatIsPledged) {
  Author kiosk(1), fund(2);
  Tally tally;
  const mn::Run pledge = (fold(tally, kiosk.is_born()), kiosk.says({pledge_of(500'000)}));
  fold(tally, pledge);
  fold(tally, fund.is_born());
  const auto state = [&] { return state_of(pledge_at(tally, ref_of(pledge))); };
  EXPECT_EQ(state(), PledgeState::pending);
  fold(tally, fund.says({payment(ref_of(pledge), 200'000, 1)}));
  EXPECT_EQ(state(), PledgeState::partly_paid);
  fold(tally, fund.says({payment(ref_of(pledge), 300'000, 2)}));
  EXPECT_EQ(state(), PledgeState::paid);
  fold(tally, fund.says({payment(ref_of(pledge), 1, 3)}));
  EXPECT_EQ(state(), PledgeState::overpaid);
  fold(tally, fund.says({payment(std::nullopt, 70'000, 4)}));
  EXPECT_EQ(tally.pledged, sum_of(1, 500'000));
  EXPECT_EQ(tally.received, sum_of(4, 570'001));
  EXPECT_EQ(tally.received_unattached, sum_of(1, 70'000));
}

TEST(Tally, GoodsAreCountedApart) {
  Author desk(1);
  Tally tally;
  fold(tally, desk.is_born());
  fold(tally, desk.says({pledge_of(500'000)}));
  Pledged goods = pledge_of(3'000'000);
  goods.way = Way::in_kind;
  const mn::Run pledge = desk.says({goods});
  fold(tally, pledge);
  EXPECT_EQ(tally.pledged, sum_of(1, 500'000));
  EXPECT_EQ(tally.in_kind, sum_of(1, 3'000'000));
  EXPECT_EQ(tally.pledged_by_fund, (std::map<std::string, Sum>{{"general", sum_of(1, 500'000)}}));
  fold(tally, desk.says({Voided{ref_of(pledge), "giữ lại ở nhà"}}));
  EXPECT_EQ(tally.in_kind, Sum{});
  EXPECT_EQ(tally.pledged, sum_of(1, 500'000));
}

TEST(Tally, APledgeIsVoidedOnceAndStaysVisible) {
  Author desk(1);
  Tally tally;
  fold(tally, desk.is_born());
  const mn::Run pledge = desk.says({pledge_of(500'000)});
  fold(tally, pledge);
  fold(tally, desk.says({pledge_of(100'000)}));
  fold(tally, desk.says({Voided{ref_of(pledge), "nhầm"}}));
  fold(tally, desk.says({Voided{ref_of(pledge), "nhầm lần nữa"}}));
  EXPECT_EQ(tally.pledged, sum_of(1, 100'000));
  EXPECT_EQ(state_of(pledge_at(tally, ref_of(pledge))), PledgeState::voided);
  EXPECT_EQ(tally.pledges.size(), 2u);
}

TEST(Tally, ALineOfAStatementIsMoneyOnce) {
  Author kiosk(1), first(2), second(3);
  const mn::Run born = kiosk.is_born();
  const mn::Run pledge = kiosk.says({pledge_of(500'000)});
  const mn::Run other = kiosk.says({pledge_of(600'000)});
  const std::vector<mn::Run> by_first = {first.is_born(), first.says({payment(ref_of(pledge), 500'000, 7)}),
                                         first.says({payment(ref_of(pledge), 500'000, 7)})};
  // Another accountant imports the same line, and takes it for another pledge's.
  const std::vector<mn::Run> by_second = {second.is_born(), second.says({payment(ref_of(other), 500'000, 7)})};
  const auto folded = [&](const std::vector<std::vector<mn::Run>>& order) {
    Tally tally;
    for (const auto& runs : order) {
      for (const mn::Run& run : runs) fold(tally, run);
    }
    EXPECT_EQ(tally.received, sum_of(1, 500'000));
    return text_of_tally(tally);
  };
  const std::vector<mn::Run> pledges = {born, pledge, other};
  const std::string expected = folded({pledges, by_first, by_second});
  EXPECT_EQ(folded({pledges, by_second, by_first}), expected);
  EXPECT_EQ(folded({by_first, by_second, pledges}), expected);
  EXPECT_EQ(folded({by_second, pledges, by_first}), expected);
  EXPECT_EQ(folded({by_second, by_first, pledges}), expected);
}

TEST(Tally, ANameBelongsToItsOwnOriginsVisitOnly) {
  Author one(1), two(2);
  const mn::Run born_one = one.is_born();
  const mn::Run born_two = two.is_born();
  // The same visit id at two origins, as a copied kiosk would make it.
  Append pledged{visit_id(5, {}), 1, {pledge_of(500'000)}, {Salt{}}};
  Append named{visit_id(5, {}), 1, {Named{"Người khác", ""}}, {Salt{}}};
  const mn::Run pledge = seal(test_campaign(), one.head, pledged, one.keys);
  const mn::Run name = seal(test_campaign(), two.head, named, two.keys);
  for (const bool name_first : {true, false}) {
    Tally tally;
    fold(tally, born_one);
    fold(tally, born_two);
    fold(tally, name_first ? name : pledge);
    fold(tally, name_first ? pledge : name);
    EXPECT_EQ(tally.pledges.front().shown_as, "") << name_first;
  }
}

TEST(Tally, AGapAForkAndARepeatAreRefusedAndChangeNothing) {
  Author kiosk(1);
  const mn::Run born = kiosk.is_born();
  Author copy = kiosk;  // a kiosk restored from an old image
  const mn::Run second = kiosk.says({pledge_of(500'000)});
  const mn::Run third = kiosk.says({pledge_of(600'000)});
  (void)copy.says({pledge_of(700'000)});
  const mn::Run forked = copy.says({pledge_of(800'000)});
  Tally tally;
  const auto cause = [&](const mn::Run& run) {
    const std::string before = text_of_tally(tally);
    const Done done = apply(tally, run.front());
    EXPECT_EQ(text_of_tally(tally), before);
    return done.ok() ? std::optional<Cause>() : done.failure().cause;
  };
  EXPECT_EQ(cause(second), Cause::gap);
  fold(tally, born);
  EXPECT_EQ(cause(born), Cause::gap);
  EXPECT_EQ(cause(third), Cause::gap);
  fold(tally, second);
  EXPECT_EQ(cause(forked), Cause::conflict);
  EXPECT_EQ(cause(second), Cause::gap);
  EXPECT_EQ(tally.pledged, sum_of(1, 500'000));
}

TEST(Tally, MissingBodiesAndKindsWithoutRulesOnlyMoveTheHead) {
  Author kiosk(1);
  Tally tally;
  fold(tally, kiosk.is_born());
  mn::Run run = kiosk.says({pledge_of(500'000), Named{"Hoa", ""}});
  run[1].body.reset();
  fold(tally, run);
  EXPECT_EQ(tally.pledged, sum_of(1, 500'000));
  EXPECT_EQ(tally.pledges[0].shown_as, "");
  Entry sealed = kiosk.says({Named{"x", ""}}).front();
  sealed.header.kind = Kind::contact;
  sealed.body = Bytes(40, 0xff);
  EXPECT_TRUE(apply(tally, sealed).ok());
  EXPECT_EQ(tally.heads.at(kiosk.origin()).seq, 4u);
}

TEST(Tally, AnUnreadableBodyIsNamedAndChangesNothing) {
  Author kiosk(1);
  Tally tally;
  fold(tally, kiosk.is_born());
  Entry broken = kiosk.says({pledge_of(500'000)}).front();
  broken.body->back() = '!';
  const std::string before = text_of_tally(tally);
  const Done done = apply(tally, broken);
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.failure().cause, Cause::corrupt);
  EXPECT_NE(done.failure().words.find(entry_text(broken.ref())), std::string::npos);
  EXPECT_EQ(text_of_tally(tally), before);
}

TEST(Tally, ASumPast64BitsIsRefusedAndChangesNothing) {
  Author kiosk(1);
  Tally tally;
  fold(tally, kiosk.is_born());
  tally.pledged.amount = Money{INT64_MAX - 499'999};
  tally.received.amount = Money{INT64_MAX - 499'999};
  const std::string before = text_of_tally(tally);
  Author same = kiosk;
  EXPECT_EQ(apply(tally, kiosk.says({pledge_of(500'000)}).front()).failure().cause, Cause::corrupt);
  EXPECT_EQ(text_of_tally(tally), before);
  EXPECT_EQ(apply(tally, same.says({payment(std::nullopt, 500'000, 1)}).front()).failure().cause, Cause::corrupt);
  EXPECT_EQ(text_of_tally(tally), before);
}

// A day of two kiosks, a desk and two accountants, who speak of each other's pledges, sometimes of ones that do not
// exist.
std::vector<std::vector<mn::Run>> random_day(RandomSource& random) {
  std::vector<Author> authors;
  std::vector<std::vector<mn::Run>> days;
  std::vector<EntryRef> pledges;
  for (std::uint8_t i = 1; i <= 5; ++i) {
    authors.emplace_back(i);
    days.push_back({authors.back().is_born()});
    pledges.push_back({authors.back().origin(), 50});  // perhaps never made
  }
  for (int turn = 0; turn < 60; ++turn) {
    const std::size_t who = random.below(5);
    Author& author = authors[who];
    const auto amount = static_cast<std::int64_t>(1000 * (1 + random.below(5000)));
    if (who < 2 || (who == 2 && random.one_in(2))) {
      Pledged said = pledge_of(amount);
      said.fund = random.one_in(3) ? "hospital" : "general";
      said.way = random.one_in(6) ? Way::in_kind : Way::transfer;
      std::vector<Fact> facts = {said};
      if (random.one_in(2))
        facts.insert(facts.begin() + static_cast<std::ptrdiff_t>(random.below(2)),
                     Named{"Hoa " + std::to_string(turn), ""});
      days[who].push_back(author.says(facts));
      for (const Entry& entry : days[who].back()) {
        if (entry.header.kind == Kind::pledged) pledges.push_back(entry.ref());
      }
    } else if (who == 2) {
      days[who].push_back(author.says({Voided{random.pick(pledges), "nhầm"}}));
    } else {
      const std::optional<EntryRef> pledge = random.one_in(4) ? std::nullopt : std::optional(random.pick(pledges));
      days[who].push_back(author.says({payment(pledge, amount, static_cast<std::uint8_t>(random.below(12)))}));
    }
  }
  return days;
}

TEST(Tally, EveryInterleavingOfOriginsGivesTheSame) {
  RandomSource random{2025};
  for (int day = 0; day < 20; ++day) {
    const std::vector<std::vector<mn::Run>> origins = random_day(random);
    std::set<std::string> seen;
    for (int order = 0; order < 15; ++order) {
      Tally tally;
      std::vector<std::size_t> next(origins.size(), 0);
      for (std::size_t left = 65; left > 0;) {
        const std::size_t who = random.below(origins.size());
        if (next[who] == origins[who].size()) continue;
        fold(tally, origins[who][next[who]++]);
        --left;
      }
      seen.insert(text_of_tally(tally));
    }
    ASSERT_EQ(seen.size(), 1u) << "day " << day << "\n" << *seen.begin() << "\n---\n" << *seen.rbegin();
  }
}

}  // namespace
}  // namespace mn
