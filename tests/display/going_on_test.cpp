// The promise of the screen's book, by chance: a screen that is killed at any moment and started again goes on as if it
// had only been dark. Each giver is announced exactly once, no milestone is celebrated twice; and a replay shows the
// picture that was shown. Seeds are fixed; a failure names its own.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>

#include "display/noting.h"
#include "display/playback.h"
#include "display/shown_line.h"
#include "tests/display/ceremony.h"

namespace mn {
namespace {

using test::Origin;
using test::said;
using test::sample_campaign;

constexpr std::int64_t kStart = 1'748'480'000'000;

// Entries in their order, whoever wrote them; the journal of a screen that is all about reading.
class EntriesReader final : public JournalReader {
 public:
  explicit EntriesReader(const std::vector<Entry>& entries, CampaignId campaign)
      : entries_(entries), campaign_(std::move(campaign)) {}
  const CampaignId& campaign() const override { return campaign_; }
  const std::string& epoch() const override { return epoch_; }
  Result<std::vector<Placed>> read_after(Position after, std::size_t entries_max) override {
    std::vector<Placed> out;
    for (Position at = after; at < entries_.size() && out.size() < entries_max; ++at) {
      out.push_back({at + 1, entries_[at]});
    }
    return out;
  }
  Result<Run> read_run(const OriginId&, Seq, std::size_t) override { return Run{}; }
  Result<std::vector<Head>> heads() override { return std::vector<Head>{}; }
  Result<Head> head(const OriginId&) override { return Head{}; }
  Result<Position> last_position() override { return Position{entries_.size()}; }
  Result<std::vector<Entry>> find_visit(const OriginId&, const VisitId&) override { return std::vector<Entry>{}; }
  Result<bool> wait_beyond(Position seen, std::chrono::milliseconds) override { return entries_.size() > seen; }
  Done check_storage() override { return {}; }

 private:
  const std::vector<Entry>& entries_;
  CampaignId campaign_;
  std::string epoch_ = "0123456789abcdef0123456789abcdef";
};

// What a hall saw: how often each card of one giver, how many were announced in all, what was celebrated.
struct Hall400 {
  std::map<std::uint32_t, int> named;  // by the pledge
  std::size_t announced = 0;
  std::map<std::int64_t, int> celebrated;  // by the threshold
  std::uint32_t newest = 0;
  std::int64_t celebrating = 0;

  void look(const Show& show) {
    std::uint32_t newest_now = newest;
    for (const Announcement& card : show.announcing.on) {
      if (card.id <= newest || card.withdrawn) continue;
      newest_now = std::max(newest_now, card.id);
      announced += card.count;
      if (card.count == 1) ++named[card.pledges.front()];
    }
    newest = newest_now;
    const auto& moment = show.direction.moment;
    const std::int64_t now = moment ? moment->threshold.dong : 0;
    if (now != 0 && now != celebrating) ++celebrated[now];
    celebrating = now;
  }
};

struct Ceremony {
  explicit Ceremony(unsigned seed) : chance(seed) { campaign.screen.milestones = {{50'000'000}, {100'000'000}}; }

  std::int64_t below(std::int64_t n) { return std::uniform_int_distribution<std::int64_t>(0, n - 1)(chance); }
  bool one_in(std::int64_t n) { return below(n) == 0; }

  void happen() {
    Origin& origin = origins[static_cast<std::size_t>(below(3))];
    std::vector<Entry> made;
    if (cues && one_in(40)) {
      holding = !holding;
      made = desk.cue(holding ? "hold" : "release");
    } else if (cues && one_in(40)) {
      made = desk.cue(one_in(2) ? "wall" : "auto");
    } else {
      made = origin.pledge(said((1 + below(30)) * 100'000), "Nguyễn Thị " + std::to_string(entries.size()));
      ++pledges;
    }
    for (Entry& entry : made) entries.push_back(std::move(entry));
  }
  void let_go() {
    for (Entry& entry : desk.cue("release")) entries.push_back(std::move(entry));
    for (Entry& entry : desk.cue("auto")) entries.push_back(std::move(entry));
  }

  Batch from(std::uint64_t position) const {
    return {{entries.begin() + static_cast<std::ptrdiff_t>(position), entries.end()}, entries.size()};
  }

  std::mt19937 chance;
  Campaign campaign = sample_campaign();
  Setting setting{campaign, test::test_scenes(), {}};
  std::array<Origin, 3> origins{Origin{campaign.id, 1}, Origin{campaign.id, 2}, Origin{campaign.id, 3}};
  Origin desk{campaign.id, 4};
  std::vector<Entry> entries;
  std::size_t pledges = 0;
  bool cues = false;
  bool holding = false;
};

// A running screen with its book.
struct Program {
  Show show;
  Noting noting;

  void begin_whole(Ceremony& ceremony, std::vector<BookLine>& book, const std::string& epoch, std::int64_t now_ms) {
    book.push_back({now_ms, noted::Opened{ceremony.setting.wall, Language::vi}});
    Folded folded;
    std::uint64_t position = 0;
    for (const Entry& entry : ceremony.entries) ASSERT_TRUE(apply(folded, entry, ++position).ok());
    begin(show, ceremony.setting, std::move(folded), now_ms);
    book.push_back(note_began(noting, show, epoch, now_ms));
  }

  void turn(Ceremony& ceremony, std::vector<BookLine>& book, Hall400& hall, std::int64_t now_ms) {
    const Batch batch = ceremony.from(show.folded.position);
    ASSERT_TRUE(advance(show, ceremony.setting, batch, now_ms).ok());
    for (BookLine& line : note_turn(noting, show, now_ms)) book.push_back(std::move(line));
    hall.look(show);
  }
};

// Restarts by the book, as the feed does.
void restart(Program& program, Ceremony& ceremony, std::vector<BookLine>& book, Hall400& hall, std::int64_t now_ms) {
  EntriesReader reader(ceremony.entries, ceremony.campaign.id);
  const std::optional<Script> script = script_of(book, reader.epoch());
  ASSERT_TRUE(script);
  Playback playback(reader, ceremony.campaign, ceremony.setting.scenes, *script);
  ASSERT_TRUE(playback.begin().ok());
  ASSERT_TRUE(playback.play_to(script->last_ms).ok());
  // Numbers of cards begin anew; those that are on now were seen before.
  hall.newest = 0;
  for (const Announcement& card : playback.show().announcing.on) hall.newest = std::max(hall.newest, card.id);
  const auto& moment = playback.show().direction.moment;
  hall.celebrating = moment ? moment->threshold.dong : 0;
  absent(playback.show(), ceremony.setting, script->last_ms, now_ms);
  program = {};
  program.show = std::move(playback.show());
  book.push_back({now_ms, noted::Opened{ceremony.setting.wall, Language::vi}});
  book.push_back(note_resumed(program.noting, program.show, reader.epoch(), now_ms));
}

struct GoingOn : testing::TestWithParam<unsigned> {};

TEST_P(GoingOn, EachGiverIsAnnouncedOnceHoweverOftenTheScreenIsKilled) {
  Ceremony ceremony(GetParam());
  ceremony.cues = ceremony.one_in(2);
  const std::int64_t longest_pause_ms = ceremony.one_in(3) ? 40 : ceremony.one_in(2) ? 900 : 6'000;
  std::vector<BookLine> book;
  Hall400 hall;
  Program program;
  program.begin_whole(ceremony, book, EntriesReader({}, {}).epoch(), kStart);
  std::int64_t now_ms = kStart;
  int kills = 0;
  for (int i = 0; i < 250; ++i) {
    const std::int64_t next_ms = now_ms + 1 + ceremony.below(longest_pause_ms);
    // Between two arrivals the screen draws as often as it likes.
    for (; now_ms < next_ms; now_ms += std::min<std::int64_t>(16, next_ms - now_ms)) {
      ASSERT_NO_FATAL_FAILURE(program.turn(ceremony, book, hall, now_ms));
    }
    ceremony.happen();
    if (!ceremony.one_in(40)) continue;
    ++kills;
    now_ms += 1 + ceremony.below(20'000);
    ASSERT_NO_FATAL_FAILURE(restart(program, ceremony, book, hall, now_ms));
  }
  ceremony.let_go();
  for (const std::int64_t end_ms = now_ms + 150'000; now_ms < end_ms; now_ms += 50) {
    ASSERT_NO_FATAL_FAILURE(program.turn(ceremony, book, hall, now_ms));
  }
  EXPECT_EQ(hall.announced, ceremony.pledges) << "seed " << GetParam() << ", " << kills << " kills";
  for (const auto& [pledge, times] : hall.named) EXPECT_EQ(times, 1) << "pledge " << pledge << ", seed " << GetParam();
  for (const auto& [dong, times] : hall.celebrated) EXPECT_EQ(times, 1) << dong << ", seed " << GetParam();
}

TEST_P(GoingOn, AReplayShowsThePictureThatWasShown) {
  Ceremony ceremony(GetParam() + 1000);
  ceremony.cues = true;
  std::vector<BookLine> book;
  Hall400 hall;
  Program program;
  const std::string epoch = EntriesReader({}, {}).epoch();
  program.begin_whole(ceremony, book, epoch, kStart);
  std::int64_t now_ms = kStart;
  std::map<std::int64_t, Show> shown;
  for (int i = 0; i < 60; ++i) {
    const std::int64_t next_ms = now_ms + 1 + ceremony.below(1'500);
    for (; now_ms < next_ms; now_ms += std::min<std::int64_t>(16, next_ms - now_ms)) {
      ASSERT_NO_FATAL_FAILURE(program.turn(ceremony, book, hall, now_ms));
      if (ceremony.one_in(40)) shown.emplace(now_ms, program.show);
    }
    ceremony.happen();
  }
  EntriesReader reader(ceremony.entries, ceremony.campaign.id);
  const std::optional<Script> script = script_of(book, epoch, kStart);
  ASSERT_TRUE(script);
  Playback playback(reader, ceremony.campaign, ceremony.setting.scenes, *script);
  ASSERT_TRUE(playback.begin().ok());
  ASSERT_GT(shown.size(), 20U);
  for (const auto& [at_ms, then] : shown) {
    ASSERT_TRUE(playback.play_to(at_ms).ok());
    Show& again = playback.show();
    EXPECT_EQ(again.announcing, then.announcing) << at_ms - kStart;
    EXPECT_EQ(again.milestones, then.milestones);
    EXPECT_EQ(again.direction.scene, then.direction.scene);
    EXPECT_EQ(again.direction.since_ms, then.direction.since_ms);
    const Picture first = compose(then, ceremony.setting, Language::vi, at_ms);
    const Picture second = compose(again, ceremony.setting, Language::vi, at_ms);
    EXPECT_EQ(shown_line(first, then), shown_line(second, again));
    EXPECT_EQ(first.next_change_ms, second.next_change_ms);
    EXPECT_EQ(first.fact_permille, second.fact_permille);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, GoingOn, testing::Range(1U, 13U));

// A scene of the quiet minutes goes on at the same page, for the same time.
TEST(GoingOnQuietly, TheScenesOfTheQuietMinutesGoOn) {
  Ceremony ceremony(5);
  std::vector<BookLine> book;
  Hall400 hall;
  Program program;
  for (int i = 0; i < 30; ++i) ceremony.happen();
  program.begin_whole(ceremony, book, EntriesReader({}, {}).epoch(), kStart);
  std::int64_t now_ms = kStart;
  const auto run_to = [&](std::int64_t end_ms) {
    for (; now_ms < end_ms; now_ms += 250) ASSERT_NO_FATAL_FAILURE(program.turn(ceremony, book, hall, now_ms));
  };
  run_to(kStart + 400'000);
  ASSERT_EQ(program.show.direction.cued, "");
  for (int i = 0; i < 20; ++i) {
    run_to(now_ms + 7'000);
    ASSERT_NO_FATAL_FAILURE(program.turn(ceremony, book, hall, now_ms));
    // The heartbeat that every running screen writes.
    book.push_back({now_ms, noted::Fresh{now_ms}});
    const Direction before = program.show.direction;
    Program twin;
    std::vector<BookLine> twin_book = book;
    Hall400 twin_hall;
    ASSERT_NO_FATAL_FAILURE(restart(twin, ceremony, twin_book, twin_hall, now_ms));
    EXPECT_EQ(twin.show.direction.scene, before.scene) << i;
    EXPECT_EQ(twin.show.direction.since_ms, before.since_ms) << i;
    EXPECT_EQ(twin.show.direction.ends_ms, before.ends_ms) << i;
    EXPECT_EQ(twin.show.direction.next_resting, before.next_resting) << i;
  }
}

TEST(GoingOnWrongly, AJournalWithOtherEntriesIsNoticed) {
  Ceremony ceremony(6);
  std::vector<BookLine> book;
  Hall400 hall;
  Program program;
  for (int i = 0; i < 5; ++i) ceremony.happen();
  program.begin_whole(ceremony, book, EntriesReader({}, {}).epoch(), kStart);
  ceremony.happen();
  ASSERT_NO_FATAL_FAILURE(program.turn(ceremony, book, hall, kStart + 100));
  const std::optional<Script> script = script_of(book, EntriesReader({}, {}).epoch());
  ASSERT_TRUE(script);

  Ceremony other(7);
  for (int i = 0; i < 9; ++i) other.happen();
  EntriesReader foreign(other.entries, other.campaign.id);
  Playback with_others(foreign, other.campaign, other.setting.scenes, *script);
  const Done done = with_others.begin();
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.failure().cause, Cause::conflict);

  // A backup from before: the beginning is the same, the end is missing.
  std::vector<Entry> fewer(ceremony.entries.begin(), ceremony.entries.end() - 2);
  EntriesReader backup(fewer, ceremony.campaign.id);
  Playback with_fewer(backup, ceremony.campaign, ceremony.setting.scenes, *script);
  ASSERT_TRUE(with_fewer.begin().ok());
  const Done played = with_fewer.play_to(kStart + 1000);
  ASSERT_FALSE(played.ok());
  EXPECT_EQ(played.failure().cause, Cause::conflict);
}

}  // namespace
}  // namespace mn
