// The show by chance: whatever comes in whatever order and at whatever times, the settled number is the fold, and no
// name that was to be hidden is ever in a picture. Seeds are fixed; a failure names its own.
#include <gtest/gtest.h>

#include <random>

#include "display/sample.h"
#include "display/shown_line.h"
#include "tests/display/ceremony.h"

namespace mn {
namespace {

using test::Origin;
using test::said;

// What a person with pen and paper would say, kept apart from core's fold.
struct Paper {
  std::int64_t pledged = 0;
  std::int64_t received = 0;
  std::int64_t count = 0;
};

struct Standing {
  EntryRef ref;
  VisitId visit;
  std::int64_t dong = 0;
};

struct Schedule {
  explicit Schedule(unsigned seed) : chance(seed) {}

  std::int64_t below(std::int64_t n) { return std::uniform_int_distribution<std::int64_t>(0, n - 1)(chance); }
  bool one_in(std::int64_t n) { return below(n) == 0; }

  // One thing that happens at one of three origins; what it does to the paper is written down.
  std::vector<Entry> happen() {
    Origin& origin = origins[static_cast<std::size_t>(below(3))];
    if (!standing.empty() && one_in(6)) {
      const auto at = standing.begin() + below(static_cast<std::int64_t>(standing.size()));
      paper.pledged -= at->dong;
      --paper.count;
      const EntryRef ref = at->ref;
      standing.erase(at);
      return origin.take_back(ref);
    }
    if (!standing.empty() && one_in(9)) {
      return origin.withdraw_publishing(
          standing[static_cast<std::size_t>(below(static_cast<std::int64_t>(standing.size())))].visit);
    }
    if (one_in(4)) {
      const std::int64_t dong = 1 + below(5'000'000);
      paper.received += dong;
      return origin.receive(dong);
    }
    Pledged pledged = said((1 + below(40)) * 100'000 + (one_in(3) ? below(1'000) : 0));
    pledged.giver = static_cast<Giver>(below(6));
    pledged.hide_name = one_in(2);
    pledged.hide_amount = one_in(4);
    const bool publish = one_in(2);
    const bool hidden = pledged.hide_name || !publish;
    const std::vector<Entry> entries = origin.pledge(pledged, hidden ? "Kín Tên" : "Công Khai", publish);
    paper.pledged += pledged.amount.dong;
    ++paper.count;
    standing.push_back({entries[0].ref(), entries[0].header.visit, pledged.amount.dong});
    return entries;
  }

  std::mt19937 chance;
  Campaign campaign = test::sample_campaign();
  Setting setting{campaign, test::test_scenes(), {}};
  std::vector<Origin> origins{{campaign.id, 1}, {campaign.id, 2}, {campaign.id, 3}};
  std::vector<Standing> standing;
  Paper paper;
};

void check_masked(const Picture& picture) {
  for (const CardShown& shown : picture.cards) ASSERT_NE(shown.card.name(), "Kín Tên");
  for (const CardShown& shown : picture.recent) ASSERT_NE(shown.card.name(), "Kín Tên");
  for (const PublicCard& card : picture.hall.wall(0, 1'000)) ASSERT_NE(card.name(), "Kín Tên");
}

TEST(ShowByChance, TheSettledNumberIsTheFold) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    SCOPED_TRACE(seed);
    Schedule schedule(seed);
    Show show;
    std::int64_t now = 5'000;
    begin(show, schedule.setting, Folded{}, now);
    for (int step = 0; step < 60; ++step) {
      now += schedule.one_in(5) ? schedule.below(20'000) : schedule.below(200);
      std::vector<Entry> entries;
      for (std::int64_t i = schedule.below(4); i > 0; --i) {
        for (Entry& entry : schedule.happen()) entries.push_back(std::move(entry));
      }
      test::give(show, schedule.setting, std::move(entries), now);
      const Picture picture = compose(show, schedule.setting, Language::vi, now);
      check_masked(picture);
      ASSERT_EQ(picture.figures.pledged.exact.dong, schedule.paper.pledged);
      ASSERT_GE(picture.figures.pledged.shown.dong, 0);
      const Picture settled = compose(show, schedule.setting, Language::vi, now + 1'500);
      ASSERT_EQ(settled.figures.pledged.shown.dong, schedule.paper.pledged);
      ASSERT_EQ(settled.figures.received.shown.dong, schedule.paper.received);
      ASSERT_EQ(settled.figures.pledged.count, schedule.paper.count);
    }
  }
}

// A restart at any time shows what the running display settles at, from the same entries in one piece.
TEST(ShowByChance, ARestartShowsTheSame) {
  for (unsigned seed = 1; seed <= 50; ++seed) {
    SCOPED_TRACE(seed);
    Schedule schedule(seed);
    Show running;
    Folded kept;
    begin(running, schedule.setting, Folded{}, 0);
    for (int step = 0; step < 40; ++step) {
      const std::vector<Entry> entries = schedule.happen();
      for (const Entry& entry : entries) ASSERT_TRUE(apply(kept, entry, running.folded.position + 1).ok());
      test::give(running, schedule.setting, entries, step * 100);
    }
    Show restarted;
    begin(restarted, schedule.setting, kept, 9'000);
    const Picture before = compose(running, schedule.setting, Language::vi, 9'000);
    const Picture after = compose(restarted, schedule.setting, Language::vi, 9'000);
    EXPECT_EQ(shown_line(after, restarted), shown_line(before, running));
  }
}

// What a picture says of the cards and scenes, for comparing.
std::string said_by(const Picture& picture) {
  std::string text = std::string(picture.scene) + "/" + std::string(picture.leaving) + " " +
                     std::to_string(picture.scene_ms) + " " + std::to_string(picture.change_permille) + " " +
                     std::to_string(picture.figures.pledged.shown.dong) + " " + picture.fact;
  const auto say = [&](const CardShown& shown) {
    text += " [" + std::to_string(shown.id) + " " + std::to_string(shown.lane) + " " + std::to_string(shown.merged) +
            " " + std::to_string(shown.entering_permille) + " " + shown.card.name() + "]";
  };
  for (const CardShown& shown : picture.cards) say(shown);
  text += " |";
  for (const CardShown& shown : picture.recent) say(shown);
  return text;
}

// A screen that draws sixty times a second and one that looks up seldom see the same at the same time: that is what
// makes a replay exact.
TEST(ShowByChance, NothingDependsOnHowOftenItIsAsked) {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    SCOPED_TRACE(seed);
    Schedule schedule(seed);
    Show busy;
    Show lazy;
    begin(busy, schedule.setting, Folded{}, 0);
    begin(lazy, schedule.setting, Folded{}, 0);
    std::int64_t now = 0;
    for (int step = 0; step < 40; ++step) {
      const std::int64_t next = now + (schedule.one_in(4) ? schedule.below(40'000) : schedule.below(900));
      for (std::int64_t tick = now; tick < next; tick += 16) {
        ASSERT_TRUE(advance(busy, schedule.setting, {}, tick).ok());
        (void)compose(busy, schedule.setting, Language::vi, tick);
      }
      now = next;
      const std::vector<Entry> entries = schedule.happen();
      test::give(busy, schedule.setting, entries, now);
      test::give(lazy, schedule.setting, entries, now);
      ASSERT_EQ(said_by(compose(busy, schedule.setting, Language::vi, now)),
                said_by(compose(lazy, schedule.setting, Language::vi, now)));
    }
  }
}

// A time of our days: a matching gift's window may not begin before 1970.
constexpr std::int64_t kSampledMs = 1'748'000'000'000;

TEST(ShowByChance, TheSamplesFold) {
  Campaign campaign = test::sample_campaign();
  campaign.screen.milestones = {};
  for (const std::string_view sample : {"start", "tally", "goal"}) {
    const Setting setting{campaign, test::test_scenes(), {}};
    Show show = sample_show(sample, setting, kSampledMs);
    EXPECT_TRUE(advance(show, setting, {}, kSampledMs + kCountingMs + 1'000).ok());
    const Picture picture = compose(show, setting, Language::vi, kSampledMs + kCountingMs + 1'000);
    EXPECT_EQ(picture.scene, sample == "start" ? "welcome" : sample == "goal" ? "goal" : "tally");
    EXPECT_EQ(picture.mark.reached, sample == "goal");
    EXPECT_EQ(picture.celebrated.has_value(), sample == "goal");
  }
}

}  // namespace
}  // namespace mn
