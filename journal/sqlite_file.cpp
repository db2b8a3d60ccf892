#include "journal/sqlite_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <utility>

#include "core/crypto.h"
#include "journal/chance.h"
#include "journal/file.h"

namespace mn {
namespace {

constexpr int kApplicationId = 0x4d4e4731;  // "MNG1"
constexpr int kFormat = 1;
constexpr int kBusyMs = 5000;
constexpr int kCopyLogMs = 300;  // a reader in the way is waited for so long and no longer

// As sqlite_schema keeps them, so that a journal whose schema was altered is refused. The constraints do the
// de-duplication; they and the triggers hold for whoever opens the file with another program, too.
constexpr std::array<std::pair<const char*, const char*>, 5> kSchema = {{
    {"entry", R"(CREATE TABLE entry (
  position INTEGER PRIMARY KEY CHECK (position >= 1),
  origin BLOB NOT NULL CHECK (origin = substr(header, 57, 16)),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  visit BLOB NOT NULL CHECK (visit = substr(header, 73, 16)),
  header BLOB NOT NULL CHECK (length(header) = 152),
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  body BLOB CHECK (length(body) <= 4096),
  signature BLOB CHECK (length(signature) = 64),
  UNIQUE (origin, seq)
) STRICT)"},
    {"entry_by_visit", "CREATE INDEX entry_by_visit ON entry (visit)"},
    {"entry_stays",
     "CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'an entry is never deleted'); END"},
    {"entry_unchanged",
     "CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry "
     "WHEN new.body IS NOT NULL OR new.position <> old.position OR new.seq <> old.seq OR new.header <> old.header "
     "OR new.digest <> old.digest OR new.signature IS NOT old.signature "
     "BEGIN SELECT raise(ABORT, 'an entry is never changed; only its body can be erased'); END"},
    {"meta", "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"},
}};

// 24 random hexadecimal digits and 8 that check them: a flipped bit does not pass for another epoch.
std::string checked_epoch(std::string_view random) {
  return std::string(random) + to_hex(sha256(view_of(random))).substr(0, 8);
}

std::string new_epoch() { return checked_epoch(to_hex(new_salt()).substr(0, 24)); }

Failure refused(const std::string& path, std::string_view words) {
  return {Cause::refused, fmt::format("{}: {}", path, words)};
}

Failure corrupt(const std::string& path, std::string_view words) {
  return {Cause::corrupt, fmt::format("{}: {}", path, words)};
}

Result<std::string> one_text(sqlite3* database, const std::string& sql) {
  Result<std::optional<std::string>> found = text_of_sql(database, sql);
  if (!found) return found.failure();
  return found->value_or("");
}

// What a setting reads back is what it is; what it was told to be counts for nothing.
Done set(sqlite3* database, const std::string& path, const char* name, const std::string& value) {
  const Result<std::optional<std::string>> told = text_of_sql(database, fmt::format("PRAGMA {} = {}", name, value));
  if (!told) return told.failure();
  const Result<std::string> read = one_text(database, fmt::format("PRAGMA {}", name));
  if (!read) return read.failure();
  if (*read != value) {
    return refused(
        path, fmt::format("{} reads back as '{}', not '{}'; this file system or SQLite cannot keep a journal safely",
                          name, *read, value));
  }
  return {};
}

Done set_all(sqlite3* database, const std::string& path,
             std::initializer_list<std::pair<const char*, std::string>> settings) {
  for (const auto& [name, value] : settings) {
    if (Done done = set(database, path, name, value); !done) return done;
  }
  return {};
}

Result<Database> connect(const std::string& path, int flags, const std::string& vfs) {
  sqlite3* raw = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, vfs.empty() ? nullptr : vfs.c_str());
  Database database(raw);
  if (raw == nullptr) return Failure{Cause::unavailable, path + ": SQLite has no memory"};
  if (code != SQLITE_OK) return sqlite_failure(raw, "cannot open " + path);
  sqlite3_extended_result_codes(raw, 1);
  sqlite3_busy_timeout(raw, kBusyMs);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  return database;
}

// Nothing is in the file yet: missing, empty, or left by a power cut while it was made.
Result<bool> is_blank(sqlite3* database, const std::string& path) {
  const Result<std::string> application = one_text(database, "PRAGMA application_id");
  if (!application) {
    if (application.failure().cause == Cause::corrupt)
      return refused(path, "not a journal: " + application.failure().words);
    return application.failure();
  }
  const Result<std::string> count = one_text(database, "SELECT count(*) FROM sqlite_schema");
  if (!count) return count.failure();
  if (*application == "0" && *count == "0") return true;
  if (*application != std::to_string(kApplicationId)) {
    return refused(path, "an SQLite file of another program, not a journal; give another file name");
  }
  const Result<std::string> format = one_text(database, "PRAGMA user_version");
  if (!format) return format.failure();
  if (*format != std::to_string(kFormat)) {
    return refused(path, fmt::format("journal format {}; this program reads format {}", *format, kFormat));
  }
  return false;
}

Done make(sqlite3* database, const CampaignId& campaign) {
  Done done = run_sql(database, "BEGIN IMMEDIATE");
  for (const auto& [name, sql] : kSchema) {
    if (done) done = run_sql(database, sql);
  }
  const std::string rest = fmt::format(
      "PRAGMA application_id = {}; PRAGMA user_version = {};"
      "INSERT INTO meta VALUES ('campaign', '{}'), ('epoch', '{}'), ('openings', '0'); COMMIT",
      kApplicationId, kFormat, campaign.text, new_epoch());
  return done ? run_sql(database, rest.c_str()) : done;
}

Done check_schema(sqlite3* database, const std::string& path) {
  Result<Statement> rows =
      Statement::prepare(database, "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
  if (!rows) return rows.failure();
  for (const auto& [name, sql] : kSchema) {
    const Result<bool> row = rows->step();
    if (!row) return row.failure();
    if (!*row || rows->text(0) != name || rows->text(1) != sql)
      return corrupt(path, "the journal's tables are not as they were made");
  }
  const Result<bool> more = rows->step();
  if (!more) return more.failure();
  return *more ? Done(corrupt(path, "there is a table, index or trigger that no journal has")) : Done();
}

Done read_tag(SqliteFile& file, const std::string& path) {
  const Result<std::string> campaign = one_text(file.database.get(), "SELECT value FROM meta WHERE name = 'campaign'");
  if (!campaign) return campaign.failure();
  const Result<std::string> epoch = one_text(file.database.get(), "SELECT value FROM meta WHERE name = 'epoch'");
  if (!epoch) return epoch.failure();
  Result<CampaignId> id = read_campaign_id(*campaign);
  if (!id) return corrupt(path, "the campaign's name is damaged");
  if (epoch->size() != 32 || checked_epoch(epoch->substr(0, 24)) != *epoch)
    return corrupt(path, "the epoch is damaged");
  file.campaign = *std::move(id);
  file.epoch = *epoch;
  return {};
}

// A writer killed between writing a commit and syncing it leaves entries that can be read here and yet be lost by a
// power cut; and after a sync that failed, what is still in the cache counts as clean and is not on the disk. So before
// anybody relies on what was found, it is written once more: the log into the file. Where a reader is in the way of
// that, a commit of our own at least syncs the whole log.
Done settle_what_was_found(sqlite3* database) {
  const int code = copy_log(database);
  if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
    return sqlite_failure(database, "copying the log into the journal");
  return run_sql(database, "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE name = 'openings'");
}

Done sync_log(const std::string& path) {
  const int log = ::open((path + "-wal").c_str(), O_RDONLY | O_CLOEXEC);
  if (log < 0) return {};
  struct stat about {};
  const bool synced = ::fstat(log, &about) == 0 && (about.st_size == 0 || ::fsync(log) == 0);
  ::close(log);
  return synced ? Done() : Done(Failure{Cause::unavailable, path + "-wal cannot be synced"});
}

// A copy on a disk that may not be written to can be read only when its writer closed it, so that no log is beside it.
Result<Database> connect_read_only(const std::string& path, const Failure& because) {
  std::error_code error;
  const auto log_size = std::filesystem::file_size(path + "-wal", error);
  if (!error && log_size > 0) {
    return Failure{Cause::unavailable, because.words + "; its last entries are in " + path +
                                           "-wal: reading them needs write permission on the folder"};
  }
  std::string uri = "file:";
  for (const char c : path) uri += c == '?' || c == '#' || c == '%' ? fmt::format("%{:02x}", c) : std::string(1, c);
  return connect(uri + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, {});
}

}  // namespace

Result<SqliteFile> open_to_write(const std::string& path, const CampaignId& campaign, const std::string& program,
                                 const SqliteOptions& options) {
  std::optional<WriterLock> lock;
  if (options.vfs.empty()) {
    Result<WriterLock> taken = WriterLock::take(path, program);
    if (!taken) return taken.failure();
    lock.emplace(*std::move(taken));
  }
  Result<Database> opened = connect(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, options.vfs);
  if (!opened) return opened.failure();
  SqliteFile file{std::move(lock), *std::move(opened), {}, {}};
  sqlite3* database = file.database.get();
  const Result<bool> blank = is_blank(database, path);
  if (!blank) return blank.failure();
  Done done = set_all(database, path,
                      {{"journal_mode", options.journal_mode},
                       {"synchronous", options.synchronous},
                       {"foreign_keys", "1"},
                       {"secure_delete", "1"},
                       {"cell_size_check", "1"},
                       {"trusted_schema", "0"},
                       {"wal_autocheckpoint", std::to_string(options.checkpoint_pages)}});
  if (done && *blank) done = make(database, campaign);
  if (done && *blank && options.vfs.empty()) done = sync_folder(std::filesystem::absolute(path).parent_path());
  if (done) done = check_schema(database, path);
  if (done) done = read_tag(file, path);
  if (!done) return done.failure();
  if (file.campaign != campaign) {
    return refused(path, fmt::format("this journal belongs to the campaign '{}', not '{}'; give another file name",
                                     file.campaign.text, campaign.text));
  }
  if (done = settle_what_was_found(database); !done) return done.failure();
  return file;
}

Result<SqliteFile> open_to_read(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return Failure{Cause::not_found, path + ": there is no such journal yet; its writer makes it"};
  }
  Result<Database> opened = connect(path, SQLITE_OPEN_READWRITE, {});
  if (!opened) return opened.failure();
  SqliteFile file{{}, *std::move(opened), {}, {}};
  sqlite3_db_config(file.database.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  Result<bool> blank = is_blank(file.database.get(), path);
  if (!blank && blank.failure().cause == Cause::unavailable) {
    Result<Database> immutable = connect_read_only(path, blank.failure());
    if (!immutable) return immutable.failure();
    file.database = *std::move(immutable);
    blank = is_blank(file.database.get(), path);
  }
  if (!blank) return blank.failure();
  if (*blank) return Failure{Cause::not_found, path + ": the journal is not made yet; its writer makes it"};
  Done done =
      set_all(file.database.get(), path,
              {{"query_only", "1"}, {"wal_autocheckpoint", "0"}, {"cell_size_check", "1"}, {"trusted_schema", "0"}});
  if (done) done = sync_log(path);
  if (done) done = check_schema(file.database.get(), path);
  if (done) done = read_tag(file, path);
  if (!done) return done.failure();
  return file;
}

int copy_log(sqlite3* database) {
  sqlite3_busy_timeout(database, kCopyLogMs);
  const int code = sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(database, kBusyMs);
  return code;
}

Done check_pages(sqlite3* database) {
  const Result<std::string> said = one_text(database, "PRAGMA integrity_check");
  if (!said) return said.failure();
  return *said == "ok" ? Done() : Done(Failure{Cause::corrupt, "the journal file is damaged: " + *said});
}

}  // namespace mn
