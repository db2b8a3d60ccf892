// The SQLite backend of journal.h. Opened through open.h; only tests of this backend come here directly.
#pragma once

#include <memory>
#include <string>

#include "journal/journal.h"
#include "journal/sqlite_file.h"

namespace mn {

Result<std::unique_ptr<JournalReader>> open_sqlite_reader(const std::string& path);

// `program` is named to those who find the journal busy. After a Failure of append the object refuses everything:
// reopen.
Result<std::unique_ptr<Journal>> open_sqlite_journal(const std::string& path, const CampaignId& campaign,
                                                     const std::string& program, const SqliteOptions& options = {});

}  // namespace mn
