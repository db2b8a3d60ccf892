// A disk that is full, or fails a write or a sync, once at each operation in turn: the append says "unknown", nothing
// acknowledged is lost, the journal opened again tells the truth and works on, and what it then acknowledges survives a
// power cut.
#include <gtest/gtest.h>

#include "journal/sqlite_journal.h"
#include "tests/journal/crash/disk_vfs.h"
#include "tests/journal/crash/script.h"
#include "tests/support/sealed.h"

namespace mn::crash {
namespace {

constexpr int kCheckpointPages = 12;

struct FaultCase {
  const char* name;
  Fault fault;
};

std::string fault_name(const testing::TestParamInfo<FaultCase>& tested) { return tested.param.name; }

class DiskFault : public testing::TestWithParam<FaultCase> {};

TEST_P(DiskFault, AtEveryOperationLosesNothingAcknowledged) {
  const Script script = make_script(10);
  SqliteOptions options;
  options.checkpoint_pages = kCheckpointPages;
  Counts counts;
  Trial undisturbed(script, options, false);
  ASSERT_TRUE(undisturbed.live(script.commits.size(), counts));
  const std::uint64_t operations = undisturbed.disk.operation_count;
  std::uint64_t happened = 0, in_doubt = 0;
  for (std::uint64_t at = 0; at < operations; ++at) {
    SCOPED_TRACE("operation " + std::to_string(at));
    Random random(at);
    Trial trial(script, options, false);
    trial.disk.fault = GetParam().fault;
    trial.disk.fault_at = at;
    ASSERT_TRUE(trial.live(script.commits.size(), counts)) << counts.first_complaint;
    if (trial.disk.fault_happened) ++happened;
    if (!trial.finished()) ++in_doubt;
    trial.disk.fault = Fault::none;
    ASSERT_TRUE(trial.live(2, counts)) << counts.first_complaint;  // opened again, once more with the same commit
    trial.disk.cut_power(random);
    ASSERT_TRUE(trial.live(script.commits.size(), counts)) << counts.first_complaint;
    ASSERT_TRUE(trial.finished());
    trial.disk.cut_power(random);
    ASSERT_TRUE(trial.live(0, counts)) << counts.first_complaint;
  }
  EXPECT_EQ(counts.lost + counts.corrupt, 0u) << counts.first_complaint;
  EXPECT_GT(happened, operations / 2);
  EXPECT_GT(in_doubt, 8u) << "the fault must reach appends, too";
}

INSTANTIATE_TEST_SUITE_P(Disk, DiskFault,
                         testing::Values(FaultCase{"full", Fault::full}, FaultCase{"write_error", Fault::write_error},
                                         FaultCase{"sync_error", Fault::sync_error}),
                         fault_name);

// The row of a refused commit can be there when the journal is opened again: "unknown" is the only honest word.
TEST(FailedSync, TheRefusedRunCanBeThereAndIsMadeSafe) {
  Disk disk;
  use_disk(disk);
  SqliteOptions options;
  options.vfs = kVfsName;
  sealed::Writer kiosk(1);
  const mn::Run first = kiosk.next(), second = kiosk.next();
  auto journal = *open_sqlite_journal("j.db", sealed::kCampaign, "test", options);
  ASSERT_TRUE(journal->append({&first, 1}).ok());
  disk.fault = Fault::sync_error;
  disk.fault_at = 0;
  const auto answers = journal->append({&second, 1});
  ASSERT_FALSE(answers.ok());
  EXPECT_EQ(answers.failure().cause, Cause::unknown);
  EXPECT_NE(answers.failure().words.find("reopen"), std::string::npos) << answers.failure().words;
  disk.dead_from = disk.operation_count;  // killed before it could tidy up
  journal.reset();
  disk.revive();
  journal = *open_sqlite_journal("j.db", sealed::kCampaign, "test", options);
  EXPECT_EQ(journal->find_visit(kiosk.head.origin, second.front().header.visit)->size(), 3u);
  EXPECT_EQ(journal->append({&second, 1})->front().outcome, Outcome::had);
  // Linux never writes the pages of a failed sync again: what was answered now must not hang on them.
  journal.reset();
  Random nothing_kept(0);
  for (int cut = 0; cut < 32; ++cut) {
    disk.cut_power(nothing_kept);
    journal = *open_sqlite_journal("j.db", sealed::kCampaign, "test", options);
    EXPECT_EQ(*journal->last_position(), 6u);
    journal.reset();
  }
}

}  // namespace
}  // namespace mn::crash
