// How arrivals become cards, by chance: crowds at every rate, and an MC who holds, calls, releases and takes back at
// random. Seeds are fixed; a failure names its own.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <random>
#include <set>

#include "tests/display/watcher.h"

namespace mn {
namespace {

using test::SeenCard;
using test::Watcher;

constexpr std::int64_t kMinute = 60'000;

struct Chance {
  explicit Chance(unsigned seed) : engine(seed) {}
  std::int64_t below(std::int64_t n) { return std::uniform_int_distribution<std::int64_t>(0, n - 1)(engine); }
  bool one_in(std::int64_t n) { return below(n) == 0; }
  Tier tier() {  // as gifts are: many small ones, one in a hundred grand
    const std::int64_t place = below(100);
    return place < 80 ? Tier::small : place < 95 ? Tier::middle : place < 99 ? Tier::large : Tier::grand;
  }
  std::mt19937_64 engine;
};

struct Told {
  Tier tier = Tier::small;
  std::int64_t arrived_ms = 0;
};

std::int64_t at_share(const std::vector<std::int64_t>& sorted, std::size_t permille) {
  return sorted[std::min(sorted.size() - 1, sorted.size() * permille / 1000)];
}

// What holds for every card: its least time on the screen, and that its lane was free.
void check_stays(const Watcher& hall) {
  std::array<std::int64_t, kLanesMax> left = {};
  std::int64_t entered_before = kLongAgo;
  for (const auto& [id, seen] : hall.cards) {
    auto& lane_left = left[static_cast<std::size_t>(seen.card.lane)];
    ASSERT_GE(seen.card.entered_ms, lane_left);
    lane_left = seen.left_ms;
    if (!seen.card.withdrawn) {
      ASSERT_GE(seen.left_ms - seen.card.entered_ms, kStayLeastMs);
    }
    ASSERT_TRUE(seen.card.entered_ms == entered_before || seen.card.entered_ms >= entered_before + kTurnMs);
    entered_before = seen.card.entered_ms;
  }
}

// Every pledge on one card, and every card's count the pledges on it.
void check_once(const Watcher& hall, std::size_t arrived) {
  std::map<std::uint32_t, std::size_t> counts;
  std::set<std::uint32_t> named;
  for (std::uint32_t pledge = 0; pledge < arrived; ++pledge) {
    ASSERT_EQ(find(hall.announcing.lineup, pledge).stand, Stand::told) << pledge;
    ++counts[find(hall.announcing.lineup, pledge).card];
  }
  ASSERT_EQ(counts.size(), hall.cards.size());
  for (const auto& [id, seen] : hall.cards) {
    ASSERT_EQ(counts[id], seen.card.count);
    for (const std::uint32_t pledge : seen.card.pledges) {
      ASSERT_EQ(find(hall.announcing.lineup, pledge).card, id);
      ASSERT_TRUE(named.insert(pledge).second);
    }
  }
}

// Every card on the screen counts exactly the pledges that stand on it.
void check_counts(const Announcing& announcing, std::uint32_t pledges) {
  std::map<std::uint32_t, std::size_t> counts;
  for (std::uint32_t pledge = 0; pledge < pledges; ++pledge) ++counts[find(announcing.lineup, pledge).card];
  for (const auto* cards : {&announcing.on, &announcing.recent})
    for (const Announcement& card : *cards) ASSERT_EQ(card.count, counts[card.id]) << card.id;
}

void check_order(const Watcher& hall, const std::vector<Told>& pledges) {
  std::array<std::int64_t, kTiers> before;
  before.fill(kLongAgo);
  for (std::uint32_t pledge = 0; pledge < pledges.size(); ++pledge) {
    auto& last = before[static_cast<std::size_t>(pledges[pledge].tier)];
    ASSERT_GE(hall.told_ms(pledge), last) << pledge;
    last = hall.told_ms(pledge);
  }
}

// Poisson arrivals at a steady rate. Prints a line of the table in docs/announcing.md.
void steady(int lanes, double each_second, std::int64_t for_ms) {
  SCOPED_TRACE(testing::Message() << lanes << " lanes, " << each_second << " a second");
  Chance chance(11);
  std::exponential_distribution<double> gap(each_second / 1000);
  Watcher hall(lanes);
  std::vector<Told> pledges;
  for (double at = gap(chance.engine); at < static_cast<double>(for_ms); at += gap(chance.engine)) {
    pledges.push_back({chance.tier(), static_cast<std::int64_t>(at)});
    hall.arrive(static_cast<std::uint32_t>(pledges.size() - 1), pledges.back().tier, pledges.back().arrived_ms);
  }
  hall.watch_to(for_ms + kMinute);
  check_once(hall, pledges.size());
  check_stays(hall);
  check_order(hall, pledges);
  std::vector<std::int64_t> lags;
  std::array<std::int64_t, kTiers> longest = {};
  std::size_t own = 0;
  for (std::uint32_t pledge = 0; pledge < pledges.size(); ++pledge) {
    lags.push_back(hall.told_ms(pledge) - pledges[pledge].arrived_ms);
    auto& most = longest[static_cast<std::size_t>(pledges[pledge].tier)];
    most = std::max(most, lags.back());
    if (!hall.card_of(pledge)->card.merged) ++own;
  }
  std::sort(lags.begin(), lags.end());
  ASSERT_GT(lags.front(), 0);
  ASSERT_LE(lags.back(), kLagMaxMs);
  std::printf("%5d  %7.2f/s  %7zu  %5lld  %5lld  %5lld ms  own card %5.1f %%  longest by tier %lld %lld %lld %lld\n",
              lanes, each_second, lags.size(), static_cast<long long>(at_share(lags, 500)),
              static_cast<long long>(at_share(lags, 990)), static_cast<long long>(lags.back()),
              100.0 * static_cast<double>(own) / static_cast<double>(lags.size()), static_cast<long long>(longest[0]),
              static_cast<long long>(longest[1]), static_cast<long long>(longest[2]),
              static_cast<long long>(longest[3]));
}

TEST(AnnouncingByChance, NobodyWaitsTooLongAtAnyRate) {
  std::printf("lanes       rate  pledges    p50    p99    most\n");
  for (const double rate : {0.08, 0.5, 1.0, 10.0, 50.0, 350.0}) steady(4, rate, 10 * kMinute);
  steady(4, 1000.0, 2 * kMinute);
  for (const int lanes : {1, 2, 6, 8})
    for (const double rate : {0.5, 2.0, 10.0, 350.0}) steady(lanes, rate, 2 * kMinute);
}

// The pace does not waver at a steady rate: one way up, hardly ever back.
TEST(AnnouncingByChance, ThePaceIsSteadyWhenTheArrivalsAre) {
  for (const int each_second : {1, 5, 50, 350}) {
    SCOPED_TRACE(each_second);
    Watcher hall(4);
    std::uint32_t pledge = 0;
    for (std::int64_t now = 0; now < 5 * kMinute; now += 1000 / each_second) hall.arrive(pledge++, Tier::small, now);
    EXPECT_LE(hall.paces_changed, 4);
  }
}

// Bursts of up to 3,000 at any distance from each other.
TEST(AnnouncingByChance, Bursts) {
  for (unsigned seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    Chance chance(seed);
    Watcher hall(static_cast<int>(1 + chance.below(kLanesMax)));
    std::vector<Told> pledges;
    std::int64_t now = 0;
    for (int burst = 0; burst < 12; ++burst) {
      now += chance.one_in(3) ? chance.below(30'000) : chance.below(4000);
      for (std::int64_t i = std::int64_t{1} << chance.below(12); i >= 0; --i) {
        if (chance.one_in(20)) now += chance.below(30);
        pledges.push_back({chance.tier(), now});
        hall.arrive(static_cast<std::uint32_t>(pledges.size() - 1), pledges.back().tier, now);
      }
    }
    hall.watch_to(now + kMinute);
    check_once(hall, pledges.size());
    check_stays(hall);
    check_order(hall, pledges);
    for (std::uint32_t pledge = 0; pledge < pledges.size(); ++pledge)
      ASSERT_LE(hall.told_ms(pledge) - pledges[pledge].arrived_ms, kLagMaxMs) << pledge;
  }
}

// One input of a random morning.
struct Input {
  enum class What { arrive, arrive_held, call, hold, release, release_held, drop, absent };
  What what = What::arrive;
  std::uint32_t pledge = 0;
  Tier tier = Tier::small;
  std::int64_t at_ms = 0;
  std::int64_t until_ms = 0;  // of absent
};

void give(Announcing& announcing, const Input& input) {
  switch (input.what) {
    case Input::What::arrive:
      return arrive(announcing, {input.pledge, input.tier}, false, input.at_ms);
    case Input::What::arrive_held:
      return arrive(announcing, {input.pledge, input.tier}, true, input.at_ms);
    case Input::What::call:
      return call(announcing, input.pledge, input.at_ms);
    case Input::What::hold:
      return hold(announcing, input.at_ms);
    case Input::What::release:
      return release(announcing, input.at_ms);
    case Input::What::release_held:
      return release_held(announcing, input.at_ms);
    case Input::What::drop:
      return drop(announcing, input.pledge, input.at_ms);
    case Input::What::absent:
      return absent(announcing, input.at_ms, input.until_ms);
  }
}

// Ends with everything released, so that everybody can be told.
std::vector<Input> morning(Chance& chance) {
  using What = Input::What;
  std::vector<Input> inputs;
  std::int64_t now = 0;
  std::uint32_t pledges = 0;
  const std::int64_t gap = std::int64_t{1} << chance.below(13);
  for (int i = 0; i < 400; ++i) {
    if (!chance.one_in(3)) now += chance.below(gap);
    const auto some = static_cast<std::uint32_t>(chance.below(pledges + 2));
    const std::int64_t lot = chance.below(100);
    if (lot < 78) {
      inputs.push_back({chance.one_in(12) ? What::arrive_held : What::arrive, pledges++, chance.tier(), now});
    } else if (lot < 86) {
      inputs.push_back({What::call, some, Tier::small, now});
    } else if (lot < 94) {
      inputs.push_back({What::drop, some, Tier::small, now});
    } else if (lot < 96) {
      inputs.push_back({What::hold, 0, Tier::small, now});
    } else if (lot < 98) {
      inputs.push_back({What::release, 0, Tier::small, now});
    } else if (lot < 99) {
      inputs.push_back({What::release_held, 0, Tier::small, now});
    } else {
      inputs.push_back({What::absent, 0, Tier::small, now, now + chance.below(100'000)});
      now = inputs.back().until_ms;
    }
  }
  inputs.push_back({What::release, 0, Tier::small, now});
  inputs.push_back({What::release_held, 0, Tier::small, now});
  return inputs;
}

// However often it runs, the same inputs at the same times give the same cards.
TEST(AnnouncingByChance, TicksChangeNothing) {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    SCOPED_TRACE(seed);
    Chance chance(seed);
    const int lanes = static_cast<int>(1 + chance.below(kLanesMax));
    const std::vector<Input> inputs = morning(chance);
    const std::int64_t end = inputs.back().at_ms + kMinute;
    const auto run = [&](std::int64_t tick_ms) {
      Announcing announcing = announcing_from(lanes, 0, {}, 0);
      std::int64_t now = 0;
      for (const Input& input : inputs) {
        for (; tick_ms > 0 && now <= input.at_ms; now += tick_ms) run_to(announcing, now);
        give(announcing, input);
        now = std::max(now, input.until_ms);
      }
      for (; tick_ms > 0 && now <= end; now += tick_ms) run_to(announcing, now);
      run_to(announcing, end);
      return announcing;
    };
    const Announcing once = run(0);
    ASSERT_EQ(run(16), once);
    ASSERT_EQ(run(997), once);
    if (seed <= 10) {
      ASSERT_EQ(run(1), once);
    }
  }
}

// A morning with a dark time in it is the morning without it, and everything after it that much later.
TEST(AnnouncingByChance, ADarkTimeIsNoTime) {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE(seed);
    Chance chance(seed + 2000);
    const int lanes = static_cast<int>(1 + chance.below(kLanesMax));
    std::vector<Input> inputs = morning(chance);
    std::erase_if(inputs, [](const Input& input) { return input.what == Input::What::absent; });
    const std::size_t dark_after = static_cast<std::size_t>(chance.below(300));
    const std::int64_t dark_ms = 1 + chance.below(100'000);
    const std::int64_t from_ms = inputs[dark_after].at_ms;
    Watcher plain(lanes);
    Watcher dark(lanes);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      plain.watch_to(inputs[i].at_ms);
      give(plain.announcing, inputs[i]);
      if (i > dark_after) inputs[i].at_ms += dark_ms;
      dark.watch_to(inputs[i].at_ms);
      give(dark.announcing, inputs[i]);
      if (i == dark_after) absent(dark.announcing, from_ms, from_ms + dark_ms);
    }
    plain.watch_to(plain.announcing.ran_to_ms + kMinute);
    dark.watch_to(plain.announcing.ran_to_ms + dark_ms);
    ASSERT_EQ(plain.cards.size(), dark.cards.size());
    for (const auto& [id, seen] : plain.cards) {
      const SeenCard& other = dark.cards.at(id);
      ASSERT_EQ(seen.card.pledges, other.card.pledges);
      ASSERT_EQ(seen.card.entered_ms + (seen.card.entered_ms > from_ms ? dark_ms : 0), other.card.entered_ms) << id;
      ASSERT_EQ(seen.left_ms + (seen.left_ms > from_ms ? dark_ms : 0), other.left_ms) << id;
    }
  }
}

// A plain account of who must have been told by when, kept apart from the rules.
TEST(AnnouncingByChance, AMorningWithAnMc) {
  using What = Input::What;
  std::size_t told_in_all = 0;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    SCOPED_TRACE(seed);
    Chance chance(seed + 1000);
    Watcher hall(static_cast<int>(1 + chance.below(kLanesMax)));
    std::set<std::uint32_t> dropped;
    std::set<std::uint32_t> called;
    std::map<std::uint32_t, std::int64_t> since;  // of those who neither are held nor were called
    std::set<std::uint32_t> held;
    std::vector<std::pair<std::int64_t, std::int64_t>> pauses;  // during which nobody's time counts
    std::int64_t held_from = -1;
    for (const Input& input : morning(chance)) {
      hall.watch_to(input.at_ms);
      if (input.what == What::arrive && !dropped.contains(input.pledge)) since[input.pledge] = input.at_ms;
      if (input.what == What::arrive_held && !dropped.contains(input.pledge)) held.insert(input.pledge);
      if (input.what == What::call) {
        const Stand stand = find(hall.announcing.lineup, input.pledge).stand;
        if (stand == Stand::waiting || stand == Stand::held) called.insert(input.pledge);
        held.erase(input.pledge);
      }
      if (input.what == What::drop) {
        dropped.insert(input.pledge);
        held.erase(input.pledge);
      }
      if (input.what == What::hold && held_from < 0) held_from = input.at_ms;
      if (input.what == What::release && held_from >= 0) {
        pauses.emplace_back(held_from, input.at_ms);
        held_from = -1;
      }
      if (input.what == What::release_held)
        for (const std::uint32_t pledge : std::exchange(held, {})) since[pledge] = input.at_ms;
      if (input.what == What::absent) pauses.emplace_back(input.at_ms, input.until_ms);
      give(hall.announcing, input);
      if (input.what == What::drop) check_counts(hall.announcing, 500);
    }
    hall.watch_to(hall.announcing.ran_to_ms + 30 * kMinute);
    EXPECT_EQ(waiting_in_all(hall.announcing.lineup) + hall.announcing.lineup.called + hall.announcing.lineup.held, 0U);
    for (const auto& [pledge, from_ms] : since) {
      const Whereabouts where = find(hall.announcing.lineup, pledge);
      if (where.stand == Stand::dropped) {
        ASSERT_TRUE(dropped.contains(pledge));
        continue;
      }
      ASSERT_EQ(where.stand, Stand::told);
      ++told_in_all;
      if (called.contains(pledge)) continue;
      const std::int64_t told_ms = hall.told_ms(pledge);
      std::int64_t allowed_ms = from_ms + kLagMaxMs;
      for (const auto& [from, to] : pauses) {
        if (from <= told_ms && from_ms < to) allowed_ms = std::max(allowed_ms, to + kLagMaxMs);
      }
      ASSERT_LE(told_ms, allowed_ms) << pledge;
    }
  }
  EXPECT_GT(told_in_all, 50'000U);
}

TEST(AnnouncingByChance, AHundredThousandInAMoment) {
  Announcing announcing = announcing_from(6, 0, {}, 0);
  for (std::uint32_t pledge = 0; pledge < 100'000; ++pledge)
    arrive(announcing, {pledge, Tier::small}, false, pledge / 100);
  run_to(announcing, kMinute);
  EXPECT_EQ(find(announcing.lineup, 99'999).stand, Stand::told);
  EXPECT_EQ(waiting_in_all(announcing.lineup), 0U);
}

}  // namespace
}  // namespace mn
