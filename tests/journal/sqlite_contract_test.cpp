// The contract, kept by SQLite files in a folder of their own.
#include "journal/sqlite_journal.h"
#include "tests/journal/contract.h"
#include "tests/support/folder.h"

namespace mn {
namespace {

class SqliteGround final : public Ground {
 public:
  Result<std::unique_ptr<Journal>> open_writer(const CampaignId& campaign) override {
    return open_sqlite_journal(folder_.file("journal.db"), campaign, "contract test");
  }
  Result<std::unique_ptr<JournalReader>> open_reader() override {
    return open_sqlite_reader(folder_.file("journal.db"));
  }
  bool has_processes() const override { return true; }

 private:
  TemporaryFolder folder_;
};

INSTANTIATE_TEST_SUITE_P(Sqlite, JournalContract,
                         testing::Values(Backend{"sqlite", [] { return std::make_unique<SqliteGround>(); }}),
                         backend_name);

}  // namespace
}  // namespace mn
