// Being a journal's one writer: key, card and `born`, whatever was there before and wherever a power cut fell between
// the steps.
#include "journal/open.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "core/facts.h"
#include "journal/chance.h"
#include "journal/file.h"
#include "journal/verify.h"
#include "tests/journal/tamper.h"
#include "tests/support/folder.h"

namespace mn {
namespace {

namespace fs = std::filesystem;

class OpenOwn : public testing::Test {
 protected:
  Result<Own> open(const std::string& campaign = "rehearsal-test") {
    return open_own({journal, CampaignId{campaign}, "test 0.1.0", "Ki-ốt 1"});
  }
  Own opened() {
    Result<Own> own = open();
    EXPECT_TRUE(own.ok()) << (own ? "" : own.failure().words);
    return *std::move(own);
  }
  // One pledge, by whoever writes it.
  void pledge(Own& own) {
    const Append append{new_visit_id(), utc_now_us(), {Pledged{Money{500'000}, make_code(random_8())}}, {new_salt()}};
    const mn::Run run = seal(own.journal->campaign(), *own.journal->head(own.origin), append, own.keys);
    ASSERT_TRUE(own.journal->append({&run, 1}).ok());
  }
  std::vector<Entry> entries() {
    std::vector<Entry> out;
    const auto reader = *open_reader(journal);
    const Result<std::vector<Placed>> kept = reader->read_after(0, 1000);
    for (const Placed& placed : *kept) out.push_back(placed.entry);
    EXPECT_TRUE(verify(*reader).ok());
    return out;
  }
  std::size_t keys_put_aside() {
    std::size_t count = 0;
    for (const auto& file : fs::directory_iterator(folder.path())) {
      if (file.path().filename().string().starts_with("kiosk.db.key.before-")) ++count;
    }
    return count;
  }

  TemporaryFolder folder;
  std::string journal = folder.file("kiosk.db");
  std::string key = folder.file("kiosk.db.key");
  std::string card = folder.file("kiosk.db.pub");
};

TEST_F(OpenOwn, ANewJournalIsBornWithKeyAndCard) {
  OriginId origin;
  {
    const Own own = opened();
    origin = own.origin;
    EXPECT_EQ(origin, origin_of(own.keys.public_key));
    struct stat about {};
    ASSERT_EQ(::stat(key.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777, 0600u);
    const Result<Card> read = read_card(card);
    ASSERT_TRUE(read.ok()) << read.failure().words;
    EXPECT_EQ(read->origin, origin);
    EXPECT_EQ(read->key, own.keys.public_key);
    EXPECT_EQ(read->campaign.text, "rehearsal-test");
    EXPECT_EQ(read->name, "Ki-ốt 1");
    EXPECT_EQ(read->program, "test 0.1.0");
  }
  const std::vector<Entry> kept = entries();
  ASSERT_EQ(kept.size(), 1u);
  const Result<Fact> fact = fact_of(kept.front());
  ASSERT_TRUE(fact.ok());
  EXPECT_EQ(std::get<Born>(*fact).name, "Ki-ốt 1");
  EXPECT_EQ(kept.front().header.origin, origin);
}

TEST_F(OpenOwn, OpenedAgainItIsTheSameOriginAndIsBornOnce) {
  Own first = opened();
  const OriginId origin = first.origin;
  pledge(first);
  first.journal.reset();
  for (int i = 0; i < 3; ++i) {
    Own own = opened();
    EXPECT_EQ(own.origin, origin);
    pledge(own);
  }
  EXPECT_EQ(entries().size(), 5u);
  EXPECT_EQ(keys_put_aside(), 0u);
}

TEST_F(OpenOwn, ASecondWriterIsToldWhoHoldsIt) {
  const Own own = opened();
  const Result<Own> second = open();
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.failure().cause, Cause::busy);
  EXPECT_NE(second.failure().words.find("test 0.1.0, pid"), std::string::npos) << second.failure().words;
}

TEST_F(OpenOwn, AnotherCampaignIsRefusedInWords) {
  opened();
  const Result<Own> other = open("lang-son-2025");
  ASSERT_FALSE(other.ok());
  EXPECT_EQ(other.failure().cause, Cause::refused);
  EXPECT_NE(other.failure().words.find("lang-son-2025"), std::string::npos);
}

TEST_F(OpenOwn, ANewJournalNeverUsesAnOldKey) {
  const OriginId before = opened().origin;
  for (const char* part : {"kiosk.db", "kiosk.db-wal", "kiosk.db-shm"}) fs::remove(folder.file(part));
  const OriginId after = opened().origin;
  EXPECT_NE(after, before);
  EXPECT_EQ(keys_put_aside(), 1u);
  EXPECT_EQ(read_card(card)->origin, after);
  EXPECT_EQ(entries().size(), 1u);
}

TEST_F(OpenOwn, AJournalWithoutItsKeyGetsANewOrigin) {
  const OriginId before = opened().origin;
  fs::remove(key);
  const OriginId after = opened().origin;
  EXPECT_NE(after, before);
  EXPECT_EQ(entries().size(), 2u);
  EXPECT_EQ(read_card(card)->origin, after);
}

TEST_F(OpenOwn, TheKeyOfAnotherJournalIsPutAside) {
  const OriginId mine = opened().origin;
  const Own other = *open_own({folder.file("other.db"), CampaignId{"rehearsal-test"}, "test", "Khác"});
  fs::copy_file(folder.file("other.db.key"), key, fs::copy_options::overwrite_existing);
  const OriginId now = opened().origin;
  EXPECT_NE(now, mine);
  EXPECT_NE(now, other.origin);
  EXPECT_EQ(keys_put_aside(), 1u);
}

// The states that a power cut can leave between the steps: the next opening finishes each of them.
TEST_F(OpenOwn, EveryStepThatWasInterruptedIsFinished) {
  {  // an empty file, before the journal was made
    std::ofstream(journal).put('x');
    fs::resize_file(journal, 0);
    EXPECT_EQ(open_reader(journal).failure().cause, Cause::not_found);
  }
  const OriginId origin = opened().origin;
  fs::remove(card);  // key and journal, no card
  EXPECT_EQ(opened().origin, origin);
  EXPECT_EQ(read_card(card)->origin, origin);
  ASSERT_EQ(entries().size(), 1u);

  // journal and key, and nothing is born yet: the same key is used
  tamper(journal, "DELETE FROM entry");
  EXPECT_EQ(opened().origin, origin);
  EXPECT_EQ(entries().size(), 1u);
  fs::remove(key);  // a journal in which nothing is born, and no key
  EXPECT_NE(opened().origin, origin);
}

TEST_F(OpenOwn, ADamagedKeyIsNotReplacedSilently) {
  opened();
  const std::string good = *read_file(key, 1024);
  for (std::size_t at = 0; at < good.size(); at += 3) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    ASSERT_TRUE(write_file(key, bad, Readers::owner).ok());
    const Result<Own> own = open();
    ASSERT_FALSE(own.ok()) << "byte " << at;
    EXPECT_EQ(own.failure().cause, Cause::corrupt);
    EXPECT_NE(own.failure().words.find("kiosk.db.key"), std::string::npos);
  }
}

TEST_F(OpenOwn, ATailThatDoesNotVerifyIsRefused) {
  {
    Own own = opened();
    pledge(own);
  }
  tamper(journal, "UPDATE entry SET signature = zeroblob(64) WHERE position = 2");
  const Result<Own> own = open();
  ASSERT_FALSE(own.ok());
  EXPECT_EQ(own.failure().cause, Cause::corrupt);
  EXPECT_NE(own.failure().words.find(":2"), std::string::npos) << "names the entry: " << own.failure().words;
}

TEST_F(OpenOwn, PlacesThatCannotHoldAJournalAreNamed) {
  for (const char* place : {"postgresql://fund/records", "postgres://fund"}) {
    EXPECT_EQ(open_reader(place).failure().cause, Cause::refused);
    const Result<Own> own = open_own({place, CampaignId{"rehearsal-test"}, "test", ""});
    ASSERT_FALSE(own.ok());
    EXPECT_NE(own.failure().words.find("not built"), std::string::npos);
  }
  EXPECT_EQ(open_own({"", CampaignId{"x"}, "test", ""}).failure().cause, Cause::bad_input);
  const Result<Own> nowhere = open_own({folder.file("no/such/kiosk.db"), CampaignId{"x"}, "test", ""});
  ASSERT_FALSE(nowhere.ok());
  EXPECT_NE(nowhere.failure().words.find("folder"), std::string::npos) << nowhere.failure().words;
  EXPECT_EQ(open_reader(folder.file("nothing.db")).failure().cause, Cause::not_found);
  EXPECT_FALSE(open_own({folder.path().string(), CampaignId{"x"}, "test", ""}).ok());
  EXPECT_EQ(open_own({journal, CampaignId{"x"}, "test", "\xff\xfe"}).failure().cause, Cause::bad_input);
}

TEST_F(OpenOwn, ACardThatWasChangedIsRefused) {
  opened();
  const std::string good = *read_file(card, 4096);
  const OriginId origin = read_card(card)->origin;
  std::string other_origin = good;
  const std::size_t at = good.find(origin_text(origin));
  other_origin[at] = good[at] == '0' ? '1' : '0';
  for (const std::string& bad :
       {other_origin, std::string("{}"), std::string("[]"), std::string("not JSON"), std::string()}) {
    ASSERT_TRUE(write_file(card, bad).ok());
    const Result<Card> read = read_card(card);
    ASSERT_FALSE(read.ok()) << bad;
    EXPECT_EQ(read.failure().cause, Cause::bad_input);
  }
  EXPECT_EQ(opened().origin, origin) << "the card is written anew";
  EXPECT_EQ(read_card(card)->origin, origin);
  EXPECT_EQ(read_card(folder.file("none.pub")).failure().cause, Cause::not_found);
}

}  // namespace
}  // namespace mn
