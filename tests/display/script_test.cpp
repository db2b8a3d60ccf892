// From the screen's book to a script: where it begins, what it leaves out, and what the entries' own times are worth
// where there is no book.
#include "display/script.h"

#include <gtest/gtest.h>

#include "display/replay_time.h"

namespace mn {
namespace {

const std::string kEpoch = "0123456789abcdef0123456789abcdef";
const std::string kOther = "ffffffffffffffffffffffffffffffff";

noted::Mark mark(std::uint64_t position) {
  noted::Mark out;
  out.position = position;
  out.epoch = kEpoch;
  out.scene = "tally";
  return out;
}

// A mark a minute for ten minutes, an entry a second.
std::vector<BookLine> ten_minutes() {
  std::vector<BookLine> book{{0, noted::Opened{{1920, 1080}, Language::vi}}, {1, noted::Began{5, kEpoch, {}}}};
  for (std::int64_t second = 1; second <= 600; ++second) {
    const auto position = static_cast<std::uint64_t>(5 + second);
    book.push_back({second * 1000, noted::Took{position}});
    if (second % 60 == 0) book.push_back({second * 1000, mark(position)});
  }
  return book;
}

std::size_t takes(const Script& script) {
  std::size_t count = 0;
  for (const Step& step : script.steps) count += std::holds_alternative<script::Take>(step.what) ? 1 : 0;
  return count;
}

TEST(Script, BeginsAtTheLastMarkThatIsOldEnough) {
  const std::optional<Script> script = script_of(ten_minutes(), kEpoch);
  ASSERT_TRUE(script);
  EXPECT_EQ(script->base.at_ms, 480'000);
  EXPECT_EQ(script->base.position, 485U);
  EXPECT_EQ(takes(*script), 120U);
  EXPECT_EQ(script->last_ms, 600'000);
  EXPECT_EQ(script->base.wall.width_px, 1920);
}

TEST(Script, AReplayBeginsEnoughBeforeItsTime) {
  const std::optional<Script> script = script_of(ten_minutes(), kEpoch, 300'000);
  ASSERT_TRUE(script);
  EXPECT_EQ(script->base.at_ms, 180'000);
  EXPECT_EQ(takes(*script), 420U) << "to the end of the book";
  const std::optional<Script> early = script_of(ten_minutes(), kEpoch, 100'000);
  ASSERT_TRUE(early);
  EXPECT_EQ(early->base.at_ms, 1);
  EXPECT_FALSE(early->base.mark);
  const std::optional<Script> before = script_of(ten_minutes(), kEpoch, -5'000);
  ASSERT_TRUE(before);
  EXPECT_EQ(before->base.at_ms, 1);
}

// What the staff held back for minutes is known to no fold.
TEST(Script, BeginsBeforeWhatStillWaits) {
  std::vector<BookLine> book = ten_minutes();
  const auto wait = [&](std::int64_t at_ms, bool waits) {
    const auto at = std::find_if(book.begin(), book.end(), [&](const BookLine& line) { return line.at_ms > at_ms; });
    book.insert(at, {at_ms, noted::Waits{waits}});
  };
  wait(200'000, true);
  EXPECT_EQ(script_of(book, kEpoch)->base.at_ms, 180'000);
  wait(410'000, false);
  EXPECT_EQ(script_of(book, kEpoch)->base.at_ms, 480'000) << "a minute after all is said the marks are good again";
  wait(425'000, true);
  wait(430'000, false);
  EXPECT_EQ(script_of(book, kEpoch)->base.at_ms, 180'000) << "490 is too late, 480 too soon";
}

TEST(Script, ABookOfAnotherJournalSaysNothing) {
  EXPECT_FALSE(script_of(ten_minutes(), kOther));
  EXPECT_FALSE(script_of({}, kEpoch));
  std::vector<BookLine> book = ten_minutes();
  book.push_back({700'000, noted::Began{3, kOther, {}}});
  EXPECT_FALSE(script_of(book, kEpoch)) << "the screen showed the other one last";
  const std::optional<Script> before = script_of(book, kEpoch, 300'000);
  ASSERT_TRUE(before);
  EXPECT_EQ(takes(*before), 420U) << "and ends where the other one began";
  EXPECT_TRUE(script_of(book, kOther));
}

// A book that was cut at its front has no first line.
TEST(Script, TheEndOfABookIsEnough) {
  std::vector<BookLine> book = ten_minutes();
  book.erase(book.begin(), book.begin() + 310);
  const std::optional<Script> script = script_of(book, kEpoch);
  ASSERT_TRUE(script);
  EXPECT_EQ(script->base.at_ms, 480'000);
}

TEST(Script, ARestartIsADarkTime) {
  std::vector<BookLine> book = ten_minutes();
  book.push_back({650'000, noted::Opened{{1080, 1920}, Language::vi}});
  book.push_back({650'200, noted::Resumed{}});
  book.push_back({651'000, noted::Took{700}});
  const std::optional<Script> script = script_of(book, kEpoch);
  ASSERT_TRUE(script);
  const auto dark = std::find_if(script->steps.begin(), script->steps.end(),
                                 [](const Step& step) { return std::holds_alternative<script::Dark>(step.what); });
  ASSERT_NE(dark, script->steps.end());
  EXPECT_EQ(std::get<script::Dark>(dark->what).from_ms, 600'000);
  EXPECT_EQ(std::get<script::Dark>(dark->what).to_ms, 650'200);
  const auto resized = std::next(dark);
  ASSERT_TRUE(std::holds_alternative<noted::Resized>(resized->what));
  EXPECT_EQ(std::get<noted::Resized>(resized->what).wall.width_px, 1080);
}

// Killed again before it had read the journal: nothing was shown in between, and nobody counts as announced by that.
TEST(Script, AStartThatShowedNothingIsStillDark) {
  std::vector<BookLine> book = ten_minutes();
  book.push_back({650'000, noted::Opened{{1920, 1080}, Language::vi}});
  EXPECT_EQ(script_of(book, kEpoch)->last_ms, 600'000);
  book.push_back({655'000, noted::Covered{true}});
  book.push_back({660'000, noted::Opened{{1920, 1080}, Language::vi}});
  book.push_back({663'000, noted::Resumed{}});
  const std::optional<Script> script = script_of(book, kEpoch);
  ASSERT_TRUE(script);
  EXPECT_EQ(script->last_ms, 663'000);
  std::vector<script::Dark> dark;
  for (std::size_t i = 0; i < script->steps.size(); ++i) {
    if (const auto* found = std::get_if<script::Dark>(&script->steps[i].what)) {
      dark.push_back(*found);
      EXPECT_TRUE(std::holds_alternative<noted::Covered>(script->steps[i + 2].what)) << "what was covered stays so";
    }
  }
  ASSERT_EQ(dark.size(), 1U);
  EXPECT_EQ(dark[0].from_ms, 600'000);
  EXPECT_EQ(dark[0].to_ms, 663'000);
}

TEST(Script, AProgramThatCouldNotGoOnBeginsAnew) {
  std::vector<BookLine> book = ten_minutes();
  book.push_back({650'000, noted::Opened{{1920, 1080}, Language::vi}});
  book.push_back({650'200, noted::Began{650, kEpoch, {}}});
  book.push_back({700'000, noted::Took{700}});
  const std::optional<Script> script = script_of(book, kEpoch, 600'000);
  ASSERT_TRUE(script);
  const auto begins = std::find_if(script->steps.begin(), script->steps.end(),
                                   [](const Step& step) { return std::holds_alternative<script::Begin>(step.what); });
  ASSERT_NE(begins, script->steps.end());
  EXPECT_TRUE(std::get<script::Begin>(begins->what).first);
  EXPECT_EQ(script_of(book, kEpoch)->base.at_ms, 650'200);
}

std::vector<Made> made(std::initializer_list<std::int64_t> times) {
  std::vector<Made> out;
  for (const std::int64_t at_ms : times) out.push_back({out.size() + 1, at_ms, true});
  return out;
}

std::vector<std::int64_t> times_of(const std::vector<Made>& entries) {
  std::vector<std::int64_t> out;
  for (const Step& step : script_of_times(entries, {}, Language::vi).steps) out.push_back(step.at_ms);
  return out;
}

TEST(Script, WithoutABookEntriesComeWhenTheyWereMade) {
  EXPECT_EQ(times_of(made({100, 200, 300})), (std::vector<std::int64_t>{100, 200, 300}));
  EXPECT_EQ(times_of(made({100, 50, 300})), (std::vector<std::int64_t>{100, 100, 300})) << "never back";
}

TEST(Script, AKioskWithAWrongClockDoesNotMoveTheOthers) {
  constexpr std::int64_t kHour = 3'600'000;
  for (const std::int64_t wrong : {-kHour, kHour, 24 * kHour, -24 * 365 * kHour}) {
    std::vector<Made> entries;
    for (int i = 0; i < 300; ++i) {
      const std::int64_t at_ms = 1'748'480'000'000 + i * 1'000;
      entries.push_back({entries.size() + 1, i % 3 == 2 ? at_ms + wrong : at_ms, true});
    }
    const std::vector<std::int64_t> times = times_of(entries);
    for (int i = 3; i + 6 < 300; ++i) {
      const std::int64_t truth = 1'748'480'000'000 + i * 1'000;
      // Those of the wrong clock come with their neighbours.
      EXPECT_LE(std::abs(times[static_cast<std::size_t>(i)] - truth), 2'000) << i << " with a clock wrong by " << wrong;
    }
  }
}

TEST(Script, ARunIsNotTornApart) {
  std::vector<Made> entries = made({100, 100, 200});
  entries[0].ends_run = false;
  const Script script = script_of_times(entries, {}, Language::vi);
  ASSERT_EQ(script.steps.size(), 2U);
  EXPECT_EQ(std::get<script::Take>(script.steps[0].what).position, 2U);
}

TEST(ReplayTime, AreLocalTimesOfTheDay) {
  LocalTime day;
  day.year = 2025;
  day.month = 5;
  day.day = 29;
  const Result<std::int64_t> time = read_replay_time("09:42:10", day);
  ASSERT_TRUE(time.ok());
  EXPECT_EQ(utc_text(*time * 1000).substr(0, 19), "2025-05-29T02:42:10");
  EXPECT_EQ(*read_replay_time("9:42", day), *time - 10'000);
  EXPECT_EQ(*read_replay_time("2025-05-29T09:42:10+07:00", day), *time);
  EXPECT_EQ(*read_replay_time("29/05/2025 09:42:10", LocalTime{2030, 1, 1}), *time);
  for (const char* wrong : {"", "25:00", "soon", "2025-05-29", "09:42:60"}) {
    EXPECT_FALSE(read_replay_time(wrong, day).ok()) << wrong;
  }
}

TEST(ReplayTime, TheDayIsTheCeremonysWhenSomethingWasShownOnIt) {
  LocalTime day;
  day.year = 2025;
  day.month = 5;
  day.day = 29;
  const std::int64_t nine_ms = *read_replay_time("09:00", day);
  constexpr std::int64_t kDayMs = 86'400'000;
  EXPECT_EQ(replay_day(day, nine_ms - 5 * kDayMs, nine_ms + 3 * kDayMs).day, 29);
  EXPECT_EQ(replay_day(day, nine_ms - 5 * kDayMs, nine_ms - 3 * kDayMs).day, 26) << "a rehearsal";
}

}  // namespace
}  // namespace mn
