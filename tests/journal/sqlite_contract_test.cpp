// The contract, kept by SQLite files in a folder of their own.
#include <signal.h>
#include <sys/resource.h>

#include <algorithm>

#include "journal/sqlite_journal.h"
#include "tests/journal/contract.h"
#include "tests/support/folder.h"

namespace mn {
namespace {

class SqliteGround final : public Ground {
 public:
  SqliteGround() { ::signal(SIGXFSZ, SIG_IGN); }
  ~SqliteGround() override { limit_files(RLIM_INFINITY); }

  Result<std::unique_ptr<Journal>> open_writer(const CampaignId& campaign) override {
    limit_files(RLIM_INFINITY);
    return open_sqlite_journal(folder_.file("journal.db"), campaign, "contract test");
  }
  Result<std::unique_ptr<JournalReader>> open_reader() override {
    return open_sqlite_reader(folder_.file("journal.db"));
  }
  bool has_processes() const override { return true; }
  bool fail_next_append(bool kept) override {
    if (kept) return false;  // tests/journal/crash does that, with a file system of its own
    limit_files(1);
    return true;
  }

 private:
  // No file of this process may grow beyond this: the kernel's own way of a full disk.
  static void limit_files(rlim_t bytes) {
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = std::min(bytes, limit.rlim_max);
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }

  TemporaryFolder folder_;
};

INSTANTIATE_TEST_SUITE_P(Sqlite, JournalContract,
                         testing::Values(Backend{"sqlite", [] { return std::make_unique<SqliteGround>(); }}),
                         backend_name);

}  // namespace
}  // namespace mn
