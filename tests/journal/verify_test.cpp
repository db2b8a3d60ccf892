// verify() finds whatever was changed, removed or added: in every column, by rows, and by one flipped bit anywhere in
// the file.
#include "journal/verify.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "journal/file.h"
#include "journal/sqlite_journal.h"
#include "tests/journal/tamper.h"
#include "tests/support/folder.h"
#include "tests/support/sealed.h"

namespace mn {
namespace {

// Two origins, a withheld body, runs of several lengths; 12 entries.
class Verify : public testing::Test {
 protected:
  void SetUp() override {
    sealed::Writer one(1), two(2);
    const auto journal = *open_sqlite_journal(path, sealed::kCampaign, "test");
    std::vector<mn::Run> runs = {one.next(3), two.next(2), one.next(1), two.next(4), one.next(2)};
    runs[3][1].body.reset();
    for (const mn::Run& run : runs) {
      ASSERT_TRUE(journal->append({&run, 1}).ok());
      entries.insert(entries.end(), run.begin(), run.end());
    }
    epoch = journal->epoch();
    heads = {one.head, two.head};
    std::sort(heads.begin(), heads.end());
  }

  Result<Verified> verified() {
    auto reader = open_sqlite_reader(path);
    if (!reader) return reader.failure();
    return verify(**reader);
  }
  // A fresh copy of the journal, tampered with, must not verify; gives the words.
  std::string words_after(const std::string& sql) {
    const std::string whole = *read_file(path, 1 << 20);
    tamper(path, sql);
    const Result<Verified> found = verified();
    EXPECT_FALSE(found.ok()) << sql;
    if (!found) {
      EXPECT_EQ(found.failure().cause, Cause::corrupt) << sql << ": " << found.failure().words;
    }
    for (const char* log : {"-wal", "-shm"}) std::filesystem::remove(path + log);
    put(path, whole);
    return found ? "" : found.failure().words;
  }

  // Not synced: a test's files need to survive nothing.
  static void put(const std::string& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }

  TemporaryFolder folder;
  std::string path = folder.file("journal.db");
  std::vector<Entry> entries;
  std::vector<Head> heads;
  std::string epoch;
};

TEST_F(Verify, AWholeJournalIsProven) {
  const Result<Verified> found = verified();
  ASSERT_TRUE(found.ok()) << found.failure().words;
  EXPECT_EQ(found->entry_count, 12u);
  EXPECT_EQ(found->bodies_missing, 1u);
  EXPECT_EQ(found->heads, heads);
}

TEST_F(Verify, AFlippedBitInAnyColumnOfAnyEntryIsFound) {
  for (std::size_t position = 1; position <= entries.size(); ++position) {
    const Entry& entry = entries[position - 1];
    const std::vector<std::pair<std::string, ByteView>> columns = {
        {"origin", entry.header.origin.bytes},
        {"visit", entry.header.visit.bytes},
        {"header", entry.bytes},
        {"digest", entry.digest},
        {"body", entry.body ? ByteView(*entry.body) : ByteView()},
        {"signature", entry.signature ? ByteView(*entry.signature) : ByteView()},
    };
    for (const auto& [column, bytes] : columns) {
      const std::size_t stride = column == "header" ? 8 : 31;  // a header's every field, of the rest a few places each
      for (std::size_t at = position % stride; at < bytes.size(); at += stride) {
        Bytes flipped(bytes.begin(), bytes.end());
        flipped[at] = static_cast<std::uint8_t>(flipped[at] ^ (1 << (at % 8)));
        words_after("UPDATE entry SET " + column + " = x'" + to_hex(flipped) +
                    "' WHERE position = " + std::to_string(position));
      }
    }
    words_after("UPDATE entry SET seq = seq + 1000 WHERE position = " + std::to_string(position));
  }
}

TEST_F(Verify, TheEntryIsNamed) {
  const std::string name = entry_text(entries[5].ref());
  EXPECT_NE(words_after("UPDATE entry SET body = x'00' WHERE position = 6").find(name), std::string::npos);
  EXPECT_NE(words_after("UPDATE entry SET signature = zeroblob(64) WHERE position = 6").find(name), std::string::npos);
  EXPECT_NE(words_after("UPDATE entry SET signature = NULL WHERE position = 12").find(entry_text(entries[11].ref())),
            std::string::npos);
}

TEST_F(Verify, RowsTakenAwayAddedOrMovedAreFound) {
  words_after("DELETE FROM entry WHERE position = 1");
  words_after("DELETE FROM entry WHERE position = 7");
  words_after("DELETE FROM entry WHERE position IN (11, 12)");
  words_after("DELETE FROM entry");
  words_after("UPDATE entry SET position = 13 WHERE position = 12");
  words_after("UPDATE entry SET position = -position; UPDATE entry SET position = 13 + position");
  words_after("DELETE FROM entry WHERE position = 12; UPDATE entry SET signature = NULL WHERE position = 11");
  words_after(
      "INSERT INTO entry SELECT 13, origin, 99, visit, header, digest, body, signature FROM entry WHERE position = 12");
  words_after("UPDATE entry SET body = NULL WHERE position = 1");
  words_after("UPDATE entry SET body = (SELECT body FROM entry WHERE position = 2) WHERE position = 3");
  words_after("UPDATE meta SET value = 'lang-son-2025' WHERE name = 'campaign'");
  words_after("UPDATE meta SET value = replace(value, substr(value, 1, 1), 'x') WHERE name = 'epoch'");
  words_after("DELETE FROM meta");
  words_after("CREATE TABLE extra (a)");
  words_after("DROP INDEX entry_by_visit");
  EXPECT_TRUE(verified().ok()) << "and put back, it is whole again";
}

TEST_F(Verify, AnErasedBodyIsNoDamage) {
  tamper(path, "UPDATE entry SET body = NULL WHERE position = 2");
  const Result<Verified> found = verified();
  ASSERT_TRUE(found.ok()) << found.failure().words;
  EXPECT_EQ(found->bodies_missing, 2u);
}

// One bit of every byte in turn (in the unit run: of every 23rd): either it is found, or what the journal says is
// unchanged.
TEST_F(Verify, AFlippedBitAnywhereInTheFileIsFoundOrChangesNothing) {
  const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_GE(file, 0);
  const std::uint64_t size = std::filesystem::file_size(path);
  const std::uint64_t stride = std::getenv("MANGNON_EVERY_BYTE") != nullptr ? 1 : 23;
  std::uint64_t found = 0, harmless = 0;
  for (std::uint64_t at = 0; at < size; at += stride) {
    SCOPED_TRACE("byte " + std::to_string(at));
    std::uint8_t byte = 0;
    ASSERT_EQ(::pread(file, &byte, 1, static_cast<off_t>(at)), 1);
    const auto flipped = static_cast<std::uint8_t>(byte ^ (1 << ((at / stride) % 8)));
    ASSERT_EQ(::pwrite(file, &flipped, 1, static_cast<off_t>(at)), 1);
    if (verified().ok()) {
      ++harmless;
      const auto reader = *open_sqlite_reader(path);
      EXPECT_EQ(reader->epoch(), epoch);
      EXPECT_EQ(reader->campaign(), sealed::kCampaign);
      const auto kept = *reader->read_after(0, 100);
      ASSERT_EQ(kept.size(), entries.size());
      for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(pack({kept[i].entry}), pack({entries[i]}));
    } else {
      ++found;
    }
    ASSERT_EQ(::pwrite(file, &byte, 1, static_cast<off_t>(at)), 1);
  }
  ::close(file);
  EXPECT_GT(found, size / stride / 6);
  std::printf("%llu of %llu flips found, the rest in bytes that hold nothing\n", static_cast<unsigned long long>(found),
              static_cast<unsigned long long>(found + harmless));
}

// A writer that was killed leaves its entries in the log. A flip there makes SQLite drop what follows without a word.
TEST_F(Verify, AFlippedBitInTheLogIsFoundToo) {
  sealed::Writer three(3);
  const mn::Run run = three.next(5);
  const pid_t writer = ::fork();
  if (writer == 0) {
    const auto journal = *open_sqlite_journal(path, sealed::kCampaign, "test");
    for (const mn::Run& next : {run, three.next(3), three.next(2)}) {
      if (!journal->append({&next, 1}).ok()) ::_exit(1);
    }
    ::_exit(0);  // without closing anything
  }
  int status = 0;
  ASSERT_EQ(::waitpid(writer, &status, 0), writer);
  ASSERT_EQ(status, 0);
  ASSERT_EQ(verified()->entry_count, 22u);
  const std::string log = *read_file(path + "-wal", 1 << 20);
  ASSERT_GT(log.size(), 4096u);
  for (std::size_t at = 0; at < log.size(); at += 149) {
    SCOPED_TRACE("byte " + std::to_string(at) + " of the log");
    std::string flipped = log;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
    std::filesystem::remove(path + "-shm");
    put(path + "-wal", flipped);
    const Result<Verified> found = verified();
    if (found) {
      EXPECT_EQ(found->entry_count, 22u);
    }
  }
}

}  // namespace
}  // namespace mn
