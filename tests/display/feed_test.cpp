// The reader's thread on real journals: what it hands over, and that a file which is missing, foreign, replaced or no
// journal at all never comes through as anything but the truth.
#include "display/feed.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>

#include "journal/chance.h"
#include "journal/open.h"

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

  Own open(const std::string& name, const CampaignId& campaign = kCampaign) {
    Result<Own> own = open_own({path(name), campaign, "test", "test"});
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

  // The next delivery, or nothing within the time.
  std::optional<Delivery> next(Feed& feed, std::chrono::milliseconds patience = 5s) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
      if (std::optional<Delivery> delivery = feed.take()) return delivery;
      std::this_thread::sleep_for(5ms);
    }
    return std::nullopt;
  }

  // The next fold of a whole journal; what comes in between is passed over.
  std::optional<Folded> next_fold(Feed& feed, std::chrono::milliseconds patience = 9s) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
      std::optional<Delivery> delivery = next(feed, 100ms);
      if (delivery && std::holds_alternative<Folded>(*delivery)) return std::get<Folded>(*std::move(delivery));
    }
    return std::nullopt;
  }

  std::filesystem::path folder;
  std::atomic<int> woken = 0;
  std::function<void()> wake = [this] { ++woken; };
};

TEST_F(FeedTest, FirstTheWholeThenWhatComes) {
  Own own = open("a.db");
  pledge(own, 1'000'000);
  Feed feed(path("a.db"), kCampaign, wake);
  const std::optional<Delivery> first = next(feed);
  ASSERT_TRUE(first && std::holds_alternative<Folded>(*first));
  EXPECT_EQ(std::get<Folded>(*first).tally.pledged.amount.dong, 1'000'000);
  EXPECT_GE(woken, 1);
  pledge(own, 2'000'000);
  const std::optional<Delivery> second = next(feed);
  ASSERT_TRUE(second && std::holds_alternative<Batch>(*second));
  const Batch& batch = std::get<Batch>(*second);
  EXPECT_EQ(batch.entries.size(), 2U);
  EXPECT_TRUE(batch.entries.back().signature.has_value()) << "whole visits only";
}

TEST_F(FeedTest, WaitsForAFileThatIsNotThere) {
  Feed feed(path("late.db"), kCampaign, wake);
  EXPECT_FALSE(next(feed, 300ms));
  Own own = open("late.db");
  pledge(own, 5'000);
  Show show;
  Campaign campaign;
  campaign.id = kCampaign;
  for (int i = 0; i < 200 && show.folded.tally.pledged.amount.dong != 5'000; ++i) {
    std::optional<Delivery> delivery = next(feed, 50ms);
    if (!delivery) continue;
    if (Folded* folded = std::get_if<Folded>(&*delivery)) begin(show, Setting{campaign, {}, {}}, std::move(*folded), i);
    if (const Batch* batch = std::get_if<Batch>(&*delivery)) {
      ASSERT_TRUE(advance(show, Setting{campaign, {}, {}}, *batch, i).ok());
    }
  }
  EXPECT_EQ(show.folded.tally.pledged.amount.dong, 5'000);
}

TEST_F(FeedTest, AJournalOfAnotherCampaignIsRefused) {
  Own own = open("other.db", CampaignId{"rehearsal-x"});
  pledge(own, 7'000);
  Feed feed(path("other.db"), kCampaign, wake);
  EXPECT_FALSE(next(feed, 1'200ms));
}

TEST_F(FeedTest, AFileThatIsNoJournalIsRefused) {
  std::ofstream(path("noise.db")) << std::string(20'000, 'x');
  Feed feed(path("noise.db"), kCampaign, wake);
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
  Feed feed(path("a.db"), kCampaign, wake);
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
  Feed feed(path("a.db"), kCampaign, wake);
  ASSERT_TRUE(next_fold(feed));
  feed.read_again("a test asks for it");
  const std::optional<Folded> again = next_fold(feed);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->tally.pledged.amount.dong, 1'000'000);
}

TEST_F(FeedTest, ManyEntriesComeInOrderAndWhole) {
  Own own = open("a.db");
  Feed feed(path("a.db"), kCampaign, wake);
  std::optional<Folded> folded = next_fold(feed);
  ASSERT_TRUE(folded);
  Show show;
  Campaign campaign;
  campaign.id = kCampaign;
  begin(show, Setting{campaign, {}, {}}, *std::move(folded), 0);
  std::thread crowd([&] {
    for (int i = 0; i < 200; ++i) pledge(own, 1'000);
  });
  for (int i = 0; i < 2'000 && show.folded.tally.pledged.count < 200; ++i) {
    std::optional<Delivery> delivery = next(feed, 20ms);
    if (!delivery) continue;
    const Batch* batch = std::get_if<Batch>(&*delivery);
    ASSERT_NE(batch, nullptr);
    ASSERT_TRUE(advance(show, Setting{campaign, {}, {}}, *batch, i).ok());
  }
  crowd.join();
  EXPECT_EQ(show.folded.tally.pledged.amount.dong, 200'000);
}

}  // namespace
}  // namespace mn
