// The second reading: what it finds is what was frozen, wherever the journal goes on after it; and what was changed is
// never called checked.
#include "display/checker.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <atomic>
#include <filesystem>

#include "display/playback.h"
#include "journal/chance.h"
#include "journal/open.h"
#include "journal/verify.h"

namespace mn {
namespace {

using namespace std::chrono_literals;

const CampaignId kCampaign{"lang-son-2025"};

struct CheckerTest : testing::Test {
  void SetUp() override {
    folder = std::filesystem::temp_directory_path() / ("mangnon-checker-" + std::to_string(monotonic_ns()));
    std::filesystem::create_directories(folder);
    location = (folder / "a.db").string();
  }
  void TearDown() override { std::filesystem::remove_all(folder); }

  void write(std::vector<Fact> facts) {
    const Head head = *own->journal->head(own->origin);
    Append append{new_visit_id(), utc_now_us(), std::move(facts), {}};
    append.salts.resize(append.facts.size(), new_salt());
    const mn::Run run = seal(kCampaign, head, append, own->keys);
    ASSERT_TRUE(own->journal->append(std::span(&run, 1)).ok());
  }
  void pledge(std::int64_t dong) {
    Pledged said;
    said.amount = {dong};
    said.code = make_code(random_8());
    write({said, Named{"Lan", {}}});
  }
  void open() {
    Result<Own> opened = open_own({location, kCampaign, "test", "test"});
    ASSERT_TRUE(opened.ok()) << opened.failure().words;
    own.emplace(*std::move(opened));
  }
  Frozen frozen() {
    Folded folded;
    EXPECT_TRUE(fold_up_to(folded, *own->journal, INT64_MAX).ok());
    EXPECT_TRUE(folded.orders.frozen);
    return folded.orders.frozen.value_or(Frozen{});
  }

  std::filesystem::path folder;
  std::string location;
  std::optional<Own> own;
};

TEST_F(CheckerTest, FindsWhatWasFrozen) {
  open();
  for (int i = 0; i < 20; ++i) pledge(1'000'000);
  // In the middle of a visit: its signature comes two entries later.
  write({Cued{"freeze", {}, {}, {}}, Cued{"reveal", {}, {}, {}}, Cued{"reveal", {}, {}, {}}});
  pledge(5'000'000);
  const Frozen expected = frozen();
  EXPECT_EQ(expected.pledged.amount.dong, 20'000'000);
  const Result<Frozen> found = find_again(location, kCampaign, expected.position);
  ASSERT_TRUE(found.ok()) << found.failure().words;
  EXPECT_EQ(found->pledged, expected.pledged);
  EXPECT_EQ(found->heads, expected.heads);
  EXPECT_EQ(found->position, expected.position);
}

TEST_F(CheckerTest, AnEntryThatWasChangedIsNamed) {
  open();
  for (int i = 0; i < 20; ++i) pledge(1'000'000);
  write({Cued{"reveal", {}, {}, {}}});
  const Frozen expected = frozen();
  own.reset();
  // With the triggers out of the way, as somebody would who knows SQLite: another amount, and its digests with it.
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(location.c_str(), &database), SQLITE_OK);
  const char* change =
      "DROP TRIGGER entry_unchanged;"
      "UPDATE entry SET signature = (SELECT signature FROM entry WHERE position = 5) WHERE position = 7;"
      "CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry "
      "WHEN new.body IS NOT NULL OR new.position <> old.position OR new.seq <> old.seq OR new.header <> old.header "
      "OR new.digest <> old.digest OR new.signature IS NOT old.signature "
      "BEGIN SELECT raise(ABORT, 'an entry is never changed; only its body can be erased'); END;";
  char* words = nullptr;
  ASSERT_EQ(sqlite3_exec(database, change, nullptr, nullptr, &words), SQLITE_OK) << words;
  sqlite3_close(database);
  const Result<Frozen> found = find_again(location, kCampaign, expected.position);
  ASSERT_FALSE(found.ok()) << "a fold alone does not look at signatures";
  EXPECT_EQ(found.failure().cause, Cause::corrupt);
  EXPECT_NE(found.failure().words.find("signature"), std::string::npos) << found.failure().words;
}

TEST_F(CheckerTest, APositionWhereNothingWasFrozenIsRefused) {
  open();
  pledge(1'000'000);
  write({Cued{"reveal", {}, {}, {}}});
  EXPECT_EQ(find_again(location, kCampaign, 2).failure().cause, Cause::conflict);
  EXPECT_EQ(find_again(location, kCampaign, 99).failure().cause, Cause::not_found);
}

TEST_F(CheckerTest, TheThreadFindsItAndCanBeEndedAtAnyTime) {
  open();
  for (int i = 0; i < 300; ++i) pledge(1'000);
  write({Cued{"reveal", {}, {}, {}}});
  const Frozen expected = frozen();
  std::atomic<int> woken = 0;
  {
    Checker checker(location, kCampaign, [&] { ++woken; });
    checker.find(expected.position);
    checker.find(expected.position);
    std::optional<Result<Frozen>> found;
    for (int i = 0; i < 2'000 && !found; ++i) {
      found = checker.take();
      std::this_thread::sleep_for(5ms);
    }
    ASSERT_TRUE(found);
    ASSERT_TRUE(found->ok()) << found->failure().words;
    EXPECT_EQ((*found)->heads, expected.heads);
    EXPECT_EQ(woken, 1);
  }
  Checker checker(location, kCampaign, [] {});
  checker.find(expected.position);
}

}  // namespace
}  // namespace mn
