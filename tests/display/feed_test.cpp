// The reader's thread on real journals: what it hands over, and that a file which is missing, foreign, replaced or no
// journal at all never comes through as anything but the truth.
#include "display/feed.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>

#include "display/book_file.h"
#include "display/noting.h"
#include "journal/chance.h"
#include "journal/open.h"
#include "journal/sync_status.h"
#include "tests/display/ceremony.h"

namespace mn {
namespace {

using namespace std::chrono_literals;

const CampaignId kCampaign{"lang-son-2025"};

struct FeedTest : testing::Test {
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder = std::filesystem::temp_directory_path() / ("mangnon-feed-" + std::to_string(monotonic_ns()) + info->name());
    std::filesystem::create_directories(folder);
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  std::string path(const std::string& name) const { return (folder / name).string(); }

  Own open(const std::string& name, const CampaignId& of = kCampaign) {
    Result<Own> own = open_own({path(name), of, "test", "test"});
    EXPECT_TRUE(own.ok()) << (own.ok() ? "" : own.failure().words);
    return *std::move(own);
  }

  static void pledge(Own& own, std::int64_t dong) {
    const Result<Head> head = own.journal->head(own.origin);
    ASSERT_TRUE(head.ok());
    Pledged said;
    said.amount = {dong};
    said.code = make_code(random_8());
    const Append append{new_visit_id(), utc_now_us(), {said, Named{"Lan", {}}}, {new_salt(), new_salt()}};
    const mn::Run run = seal(own.journal->campaign(), *head, append, own.keys);
    ASSERT_TRUE(own.journal->append(std::span(&run, 1)).ok());
  }

  FeedOrder order(const std::string& name, const std::string& book = {}) {
    return {path(name), book.empty() ? book : path(book), &campaign, test::test_scenes(),
            {},         set_clock(std::nullopt),          200};
  }

  // The next delivery that holds entries, or nothing within the time.
  std::optional<Delivery> next(Feed& feed, std::chrono::milliseconds patience = 5s) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
      std::optional<Delivery> delivery = feed.take();
      if (delivery && std::holds_alternative<noted::Fresh>(*delivery))
        fresh.push_back(std::get<noted::Fresh>(*delivery));
      else if (delivery)
        return delivery;
      std::this_thread::sleep_for(5ms);
    }
    return std::nullopt;
  }

  // The next fold of a whole journal; what comes in between is passed over.
  std::optional<Folded> next_fold(Feed& feed, std::chrono::milliseconds patience = 9s) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
      std::optional<Delivery> delivery = next(feed, 100ms);
      if (delivery && std::holds_alternative<Whole>(*delivery)) return std::get<Whole>(*std::move(delivery)).folded;
    }
    return std::nullopt;
  }

  // Takes what comes into a show until it has that much, or the time is up.
  void follow(Feed& feed, Show& show, std::int64_t dong, std::chrono::milliseconds patience = 9s) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until && show.folded.tally.pledged.amount.dong != dong) {
      std::optional<Delivery> delivery = next(feed, 50ms);
      if (!delivery) continue;
      if (Whole* whole = std::get_if<Whole>(&*delivery)) begin(show, setting, std::move(whole->folded), ++now);
      if (GoesOn* goes_on = std::get_if<GoesOn>(&*delivery)) show = std::move(goes_on->show);
      if (const Batch* batch = std::get_if<Batch>(&*delivery)) {
        ASSERT_TRUE(advance(show, setting, *batch, ++now).ok());
      }
    }
    EXPECT_EQ(show.folded.tally.pledged.amount.dong, dong);
  }

  // Random bytes over a part of a file, in place: what a dying disk or a careless copy does.
  void overwrite(const std::string& name, std::int64_t from, std::size_t size) {
    std::fstream file(path(name), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(from);
    std::string noise(size, 0);
    for (char& byte : noise) byte = static_cast<char>(random_8()[0]);
    file.write(noise.data(), static_cast<std::streamsize>(size));
  }
  void copy(const std::string& from, const std::string& to) {
    for (const char* end : {"", "-wal", "-shm"}) {
      std::filesystem::remove(path(to) + end);
      if (std::filesystem::exists(path(from) + end)) std::filesystem::copy_file(path(from) + end, path(to) + end);
    }
  }

  Campaign campaign = [] {
    Campaign made;
    made.id = kCampaign;
    return made;
  }();
  Setting setting{campaign, test::test_scenes(), {}};
  std::int64_t now = 0;
  std::vector<noted::Fresh> fresh;
  std::filesystem::path folder;
  std::atomic<int> woken = 0;
  std::function<void()> wake = [this] { ++woken; };
};

TEST_F(FeedTest, FirstTheWholeThenWhatComes) {
  Own own = open("a.db");
  pledge(own, 1'000'000);
  Feed feed(order("a.db"), wake);
  const std::optional<Delivery> first = next(feed);
  ASSERT_TRUE(first && std::holds_alternative<Whole>(*first));
  EXPECT_EQ(std::get<Whole>(*first).folded.tally.pledged.amount.dong, 1'000'000);
  EXPECT_GE(woken, 1);
  pledge(own, 2'000'000);
  const std::optional<Delivery> second = next(feed);
  ASSERT_TRUE(second && std::holds_alternative<Batch>(*second));
  const Batch& batch = std::get<Batch>(*second);
  EXPECT_EQ(batch.entries.size(), 2U);
  EXPECT_TRUE(batch.entries.back().signature.has_value()) << "whole visits only";
}

TEST_F(FeedTest, WaitsForAFileThatIsNotThere) {
  Feed feed(order("late.db"), wake);
  EXPECT_FALSE(next(feed, 300ms));
  Own own = open("late.db");
  pledge(own, 5'000);
  Show show;
  follow(feed, show, 5'000);
}

TEST_F(FeedTest, AJournalOfAnotherCampaignIsRefused) {
  Own own = open("other.db", CampaignId{"rehearsal-x"});
  pledge(own, 7'000);
  Feed feed(order("other.db"), wake);
  EXPECT_FALSE(next(feed, 1'200ms));
}

TEST_F(FeedTest, AFileThatIsNoJournalIsRefused) {
  std::ofstream(path("noise.db")) << std::string(20'000, 'x');
  Feed feed(order("noise.db"), wake);
  EXPECT_FALSE(next(feed, 1'200ms));
}

TEST_F(FeedTest, AReplacedJournalIsFoldedFromItsStart) {
  {
    Own own = open("a.db");
    pledge(own, 1'000'000);
  }
  {
    Own own = open("b.db");
    pledge(own, 3'000'000);
    pledge(own, 4'000'000);
  }
  Feed feed(order("a.db"), wake);
  const std::optional<Folded> first = next_fold(feed);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->tally.pledged.amount.dong, 1'000'000);
  for (const char* end : {"", "-wal", "-shm"}) {
    std::filesystem::remove(path("a.db") + end);
    if (std::filesystem::exists(path("b.db") + end)) std::filesystem::rename(path("b.db") + end, path("a.db") + end);
  }
  const std::optional<Folded> second = next_fold(feed);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->tally.pledged.amount.dong, 7'000'000);
}

TEST_F(FeedTest, ReadsAgainWhenAsked) {
  Own own = open("a.db");
  pledge(own, 1'000'000);
  Feed feed(order("a.db"), wake);
  ASSERT_TRUE(next_fold(feed));
  feed.read_again("a test asks for it");
  const std::optional<Folded> again = next_fold(feed);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->tally.pledged.amount.dong, 1'000'000);
}

TEST_F(FeedTest, ManyEntriesComeInOrderAndWhole) {
  Own own = open("a.db");
  Feed feed(order("a.db"), wake);
  std::optional<Folded> folded = next_fold(feed);
  ASSERT_TRUE(folded);
  Show show;
  begin(show, setting, *std::move(folded), 0);
  std::thread crowd([&] {
    for (int i = 0; i < 200; ++i) pledge(own, 1'000);
  });
  follow(feed, show, 200'000, 60s);
  crowd.join();
}

// What is handed over stays when the file is harmed, and goes on when it is whole again: nothing is begun anew.
TEST_F(FeedTest, OverwrittenBytesAreNoticedAndGotOver) {
  {
    Own own = open("a.db");
    for (int i = 0; i < 100; ++i) pledge(own, 1'000);
  }
  copy("a.db", "good.db");
  Feed feed(order("a.db"), wake);
  Show show;
  follow(feed, show, 100'000);
  testing::internal::CaptureStderr();
  overwrite("a.db", 0, 40'000);
  EXPECT_FALSE(next(feed, 1s)) << "nothing comes of it";
  const std::string words = testing::internal::GetCapturedStderr();
  EXPECT_NE(words.find("was damaged while it was shown"), std::string::npos) << words;
  copy("good.db", "a.db");
  Own own = open("a.db");
  pledge(own, 7'000);
  const std::optional<Delivery> more = next(feed, 9s);
  ASSERT_TRUE(more);
  ASSERT_TRUE(std::holds_alternative<Batch>(*more)) << "the show goes on where it was";
  ASSERT_TRUE(advance(show, setting, std::get<Batch>(*more), ++now).ok());
  EXPECT_EQ(show.folded.tally.pledged.amount.dong, 107'000);
}

TEST_F(FeedTest, AnEntryOverwrittenInTheMiddleIsNoticed) {
  {
    Own own = open("a.db");
    for (int i = 0; i < 100; ++i) pledge(own, 1'000);
  }
  Feed feed(order("a.db"), wake);
  Show show;
  follow(feed, show, 100'000);
  testing::internal::CaptureStderr();
  const auto size = static_cast<std::int64_t>(std::filesystem::file_size(path("a.db")));
  overwrite("a.db", size / 2, 3'000);
  EXPECT_FALSE(next(feed, 2s));
  const std::string words = testing::internal::GetCapturedStderr();
  EXPECT_NE(words.find("was damaged while it was shown"), std::string::npos) << words;
}

// Removed, then a backup with fewer entries, then the whole: the hall never sees less.
TEST_F(FeedTest, ACopyThatLacksWhatWasShownIsWaitedFor) {
  {
    Own own = open("a.db");
    pledge(own, 1'000);
  }
  copy("a.db", "early.db");
  {
    Own own = open("a.db");
    pledge(own, 2'000);
  }
  copy("a.db", "whole.db");
  Feed feed(order("a.db"), wake);
  Show show;
  follow(feed, show, 3'000);
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path("a.db") + end);
  EXPECT_FALSE(next(feed, 1s));
  copy("early.db", "a.db");
  EXPECT_FALSE(next(feed, 2s));
  copy("whole.db", "a.db");
  Own own = open("a.db");
  pledge(own, 4'000);
  follow(feed, show, 7'000, 40s);
}

TEST_F(FeedTest, GoesOnByTheBook) {
  Own own = open("a.db");
  pledge(own, 1'000'000);
  Show show;
  {
    BookWriter book(path("a.shown"), false, {});
    Feed feed(order("a.db", "a.shown"), wake);
    std::optional<Delivery> first = next(feed);
    ASSERT_TRUE(first && std::holds_alternative<Whole>(*first)) << "there is no book yet";
    const std::int64_t at_ms = utc_now_us() / 1000;
    Whole& whole = std::get<Whole>(*first);
    begin(show, setting, std::move(whole.folded), at_ms);
    Noting noting;
    book.write({at_ms, noted::Opened{{}, Language::vi}});
    book.write(note_began(noting, show, whole.epoch, at_ms));
    pledge(own, 2'000'000);
    std::optional<Delivery> second = next(feed);
    ASSERT_TRUE(second && std::holds_alternative<Batch>(*second));
    ASSERT_TRUE(advance(show, setting, std::get<Batch>(*second), at_ms + 50).ok());
    for (const BookLine& line : note_turn(noting, show, at_ms + 50)) book.write(line);
    ASSERT_TRUE(advance(show, setting, {}, at_ms + 60).ok());
    for (const BookLine& line : note_turn(noting, show, at_ms + 60)) book.write(line);
  }
  ASSERT_EQ(show.announcing.on.size(), 1U);
  pledge(own, 3'000'000);
  Feed feed(order("a.db", "a.shown"), wake);
  std::optional<Delivery> again = next(feed);
  ASSERT_TRUE(again);
  ASSERT_TRUE(std::holds_alternative<GoesOn>(*again));
  const Show& goes_on = std::get<GoesOn>(*again).show;
  EXPECT_EQ(goes_on.folded.tally.pledged.amount.dong, 3'000'000) << "what the screen had taken";
  EXPECT_EQ(goes_on.announcing.on.size(), 1U) << "its card is still on";
  const std::optional<Delivery> rest = next(feed);
  ASSERT_TRUE(rest && std::holds_alternative<Batch>(*rest)) << "what came in the dark is an arrival";
}

TEST_F(FeedTest, ABookOfAnotherJournalIsPassedOver) {
  Own own = open("a.db");
  pledge(own, 1'000'000);
  std::ofstream(path("a.shown")) << book_line_text({1, noted::Began{1, std::string(32, '0'), {}}}) << "\n"
                                 << book_line_text({2, noted::Took{9'999}}) << "\n";
  Feed feed(order("a.db", "a.shown"), wake);
  const std::optional<Folded> folded = next_fold(feed);
  ASSERT_TRUE(folded);
  EXPECT_EQ(folded->tally.pledged.amount.dong, 1'000'000);
}

TEST_F(FeedTest, AJournalWrittenHereIsAlwaysFresh) {
  Own own = open("a.db");
  Feed feed(order("a.db"), wake);
  ASSERT_TRUE(next_fold(feed));
  EXPECT_FALSE(next(feed, 6s));
  ASSERT_GE(fresh.size(), 2U);
  EXPECT_NEAR(static_cast<double>(fresh.back().as_of_ms), static_cast<double>(utc_now_us() / 1000), 6'500);
}

TEST_F(FeedTest, APulledJournalIsAsFreshAsThePullerSays) {
  Own own = open("a.db");
  SyncStatus status;
  status.pulls = true;
  status.written = status.heard.emplace(instant_now());
  status.heard->monotonic_ns -= 700'000'000'000;
  status.heard->utc_us -= 700'000'000;
  ASSERT_TRUE(write_sync_status(path("a.db"), status).ok());
  Feed feed(order("a.db"), wake);
  ASSERT_TRUE(next_fold(feed));
  EXPECT_FALSE(next(feed, 1s));
  ASSERT_GE(fresh.size(), 1U);
  EXPECT_NEAR(static_cast<double>(utc_now_us() / 1000 - fresh.back().as_of_ms), 700'000, 3'000);
}

}  // namespace
}  // namespace mn
