// What is SQLite's own: settings read back, files of others refused, readers that cannot write, copies on disks that
// cannot be written.
#include "journal/sqlite_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "journal/file.h"
#include "journal/sqlite_journal.h"
#include "journal/verify.h"
#include "tests/journal/tamper.h"
#include "tests/support/folder.h"
#include "tests/support/sealed.h"

namespace mn {
namespace {

namespace fs = std::filesystem;

class SqliteFileTest : public testing::Test {
 protected:
  Result<std::unique_ptr<Journal>> open(const SqliteOptions& options = {}) {
    return open_sqlite_journal(path, sealed::kCampaign, "test", options);
  }
  std::string ask(sqlite3* database, const char* sql) {
    const auto said = text_of_sql(database, sql);
    return said ? said->value_or("nothing") : said.failure().words;
  }

  TemporaryFolder folder;
  std::string path = folder.file("journal.db");
  sealed::Writer kiosk{1};
};

TEST_F(SqliteFileTest, TheWritersSettingsAreWhatTheyMustBe) {
  const Result<SqliteFile> file = open_to_write(path, sealed::kCampaign, "test", {});
  ASSERT_TRUE(file.ok()) << file.failure().words;
  sqlite3* database = file->database.get();
  EXPECT_EQ(ask(database, "PRAGMA journal_mode"), "wal");
  EXPECT_EQ(ask(database, "PRAGMA synchronous"), "2");
  EXPECT_EQ(ask(database, "PRAGMA foreign_keys"), "1");
  EXPECT_EQ(ask(database, "PRAGMA secure_delete"), "1");
  EXPECT_EQ(ask(database, "PRAGMA wal_autocheckpoint"), "1000");
  EXPECT_EQ(ask(database, "PRAGMA application_id"), std::to_string(0x4d4e4731));
  EXPECT_EQ(ask(database, "SELECT strict FROM pragma_table_list WHERE name = 'entry'"), "1");
}

TEST_F(SqliteFileTest, ASettingThatDoesNotReadBackIsRefused) {
  SqliteOptions options;
  options.journal_mode =
      "memory";               // a journal in a file cannot be told "wal" and be "memory"; the check sees the difference
  options.synchronous = "7";  // SQLite takes any number and keeps its lowest bits
  const auto journal = open(options);
  ASSERT_FALSE(journal.ok());
  EXPECT_EQ(journal.failure().cause, Cause::refused);
  EXPECT_NE(journal.failure().words.find("reads back"), std::string::npos) << journal.failure().words;
}

TEST_F(SqliteFileTest, AReaderCannotWriteAndLeavesTheLogAlone) {
  {
    const auto journal = *open();
    const mn::Run run = kiosk.next();
    ASSERT_TRUE(journal->append({&run, 1}).ok());
    {
      const Result<SqliteFile> reader = open_to_read(path);
      ASSERT_TRUE(reader.ok()) << reader.failure().words;
      EXPECT_FALSE(run_sql(reader->database.get(), "DELETE FROM entry").ok());
      EXPECT_FALSE(run_sql(reader->database.get(), "UPDATE meta SET value = ''").ok());
      EXPECT_EQ(ask(reader->database.get(), "PRAGMA query_only"), "1");
      EXPECT_EQ(ask(reader->database.get(), "PRAGMA wal_autocheckpoint"), "0");
    }
    EXPECT_GT(fs::file_size(path + "-wal"), 0u) << "a reader that leaves must not checkpoint";
  }
  EXPECT_FALSE(fs::exists(path + "-wal")) << "a journal that was closed is one file";
}

TEST_F(SqliteFileTest, TheLastReaderOfADeadWriterLeavesTheLogAlone) {
  const mn::Run run = kiosk.next();
  const pid_t writer = ::fork();
  if (writer == 0) {
    const auto journal = *open();
    ::_exit(journal->append({&run, 1}).ok() ? 0 : 1);
  }
  int status = 1;
  ::waitpid(writer, &status, 0);
  ASSERT_EQ(status, 0);
  const std::string before = *read_file(path, 1 << 20), log = *read_file(path + "-wal", 1 << 20);
  for (int i = 0; i < 2; ++i) EXPECT_EQ(*(*open_sqlite_reader(path))->last_position(), 3u);
  EXPECT_EQ(*read_file(path, 1 << 20), before);
  EXPECT_EQ(*read_file(path + "-wal", 1 << 20), log);
}

TEST_F(SqliteFileTest, AWriterOpensBesideAReaderThatIsInTheMiddleOfReading) {
  const mn::Run first = kiosk.next(), second = kiosk.next();
  ASSERT_TRUE((*open())->append({&first, 1}).ok());
  const Result<SqliteFile> reader = open_to_read(path);
  ASSERT_TRUE(run_sql(reader->database.get(), "BEGIN; SELECT * FROM entry").ok());
  const auto journal = open();
  ASSERT_TRUE(journal.ok()) << journal.failure().words;
  EXPECT_TRUE((*journal)->append({&second, 1}).ok());
  EXPECT_EQ(ask(reader->database.get(), "SELECT count(*) FROM entry"), "3") << "it still reads its own moment";
}

TEST_F(SqliteFileTest, EntriesAreNeverChangedOrDeletedBySql) {
  const mn::Run run = kiosk.next();
  ASSERT_TRUE((*open())->append({&run, 1}).ok());
  const Result<SqliteFile> file = open_to_write(path, sealed::kCampaign, "test", {});
  for (const char* sql :
       {"DELETE FROM entry", "UPDATE entry SET seq = 9 WHERE position = 1", "UPDATE entry SET body = x'00'",
        "UPDATE entry SET signature = NULL WHERE position = 3", "UPDATE entry SET position = 9 WHERE position = 1",
        "INSERT INTO entry SELECT 9, origin, seq, visit, header, digest, body, signature FROM entry LIMIT 1"}) {
    EXPECT_FALSE(run_sql(file->database.get(), sql).ok()) << sql;
  }
  EXPECT_TRUE(run_sql(file->database.get(), "UPDATE entry SET body = NULL WHERE position = 2").ok())
      << "a body can be erased";
}

TEST_F(SqliteFileTest, FilesOfOthersAreRefusedAndLeftAsTheyAre) {
  tamper(path, "CREATE TABLE donors (name TEXT)");
  const std::string before = *read_file(path, 1 << 20);
  const auto journal = open();
  ASSERT_FALSE(journal.ok());
  EXPECT_EQ(journal.failure().cause, Cause::refused);
  EXPECT_EQ(open_sqlite_reader(path).failure().cause, Cause::refused);
  EXPECT_EQ(*read_file(path, 1 << 20), before);

  ASSERT_TRUE(write_file(path, "Họ và tên;Số tiền\nNguyễn Thị Hoa;500.000\n").ok());
  EXPECT_EQ(open().failure().cause, Cause::refused);
  EXPECT_EQ(open_sqlite_reader(path).failure().cause, Cause::refused);
}

TEST_F(SqliteFileTest, ANewerFormatIsRefusedWithItsNumber) {
  open()->reset();
  tamper(path, "PRAGMA user_version = 2");
  for (const Failure& failure : {open().failure(), open_sqlite_reader(path).failure()}) {
    EXPECT_EQ(failure.cause, Cause::refused);
    EXPECT_NE(failure.words.find("format 2"), std::string::npos) << failure.words;
  }
}

// Under another user, as root may write everywhere.
TEST_F(SqliteFileTest, ACopyOnADiskThatCannotBeWrittenIsReadWhenItWasClosed) {
  const mn::Run run = kiosk.next();
  ASSERT_TRUE((*open())->append({&run, 1}).ok());
  fs::remove(path + ".lock");
  ASSERT_EQ(::chmod(path.c_str(), 0444), 0);
  ASSERT_EQ(::chmod(folder.path().c_str(), 0555), 0);
  const pid_t reading = ::fork();
  if (reading == 0) {
    constexpr uid_t kNobody = 65534;
    if (::geteuid() == 0 && ::setuid(kNobody) != 0) ::_exit(2);
    const auto reader = open_sqlite_reader(path);
    if (!reader) ::_exit(3);
    ::_exit(verify(**reader).ok() && *(*reader)->last_position() == 3 ? 0 : 1);
  }
  int status = 1;
  ::waitpid(reading, &status, 0);
  ::chmod(folder.path().c_str(), 0755);
  EXPECT_EQ(status, 0) << WEXITSTATUS(status);
}

}  // namespace
}  // namespace mn
