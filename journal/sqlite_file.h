// One SQLite file that is a journal: opened with its settings read back, its schema and its name tag checked, or made
// new. The schema is described in docs/journal-format.md.
#pragma once

#include <string>

#include "core/id.h"
#include "journal/lock.h"
#include "journal/sqlite.h"

namespace mn {

// The product uses the defaults. Tests take another file system (a registered sqlite3_vfs) or the settings that lose
// entries.
struct SqliteOptions {
  std::string vfs;                   // "": the system's; any other: no lock file, no bell
  std::string journal_mode = "wal";  // as SQLite reads them back
  std::string synchronous = "2";     // FULL
  int checkpoint_pages = 1000;       // the log is copied into the file when it has grown beyond this
};

struct SqliteFile {
  std::optional<WriterLock> lock;  // first, so that it is let go last
  Database database;
  CampaignId campaign;
  std::string epoch;
};

// For the one writer: makes the journal when the file is missing or empty. Fails with refused on a file that is no
// journal, of another campaign, of a newer format, or when a setting does not read back; with busy when another process
// writes it. `program` is what the next one who finds it busy is told.
Result<SqliteFile> open_to_write(const std::string& path, const CampaignId& campaign, const std::string& program,
                                 const SqliteOptions& options);

// For readers: changes nothing, never checkpoints. not_found until a writer has made the journal.
Result<SqliteFile> open_to_read(const std::string& path);

// Copies the whole log into the file and empties it; SQLite's code, SQLITE_BUSY when a reader is in the way.
int copy_log(sqlite3* database);

// PRAGMA integrity_check, which also checks every constraint and index.
Done check_pages(sqlite3* database);

}  // namespace mn
