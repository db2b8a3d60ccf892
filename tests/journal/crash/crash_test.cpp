// Power cuts under the real journal module: at every I/O operation of a script, and 100,000 at random. What was
// acknowledged is there afterwards, and nothing is spoilt. The settings and disks that lose entries (the mutants) must
// be caught by the same test.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

#include "tests/journal/crash/disk_vfs.h"
#include "tests/journal/crash/script.h"

namespace mn::crash {
namespace {

constexpr std::uint64_t kSeed = 20250529;
constexpr std::uint64_t kRandomCuts = 100'000;
constexpr std::uint64_t kThreads = 2;
constexpr std::uint64_t kMutantCuts = 3'000;
constexpr std::size_t kCommits = 24;
constexpr int kCheckpointPages = 12;  // so that the log is copied into the file every few commits, not every thousand

SqliteOptions settings(const char* journal_mode, const char* synchronous) {
  SqliteOptions options;
  options.journal_mode = journal_mode;
  options.synchronous = synchronous;
  options.checkpoint_pages = kCheckpointPages;
  return options;
}

void print(const char* what, const Counts& counts, std::chrono::steady_clock::time_point began) {
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
  std::printf(
      "%-28s %7llu cuts, %6llu kills, %7llu checks, %7llu commits acknowledged: %llu lost, %llu corrupt  (%.1f s)\n",
      what, static_cast<unsigned long long>(counts.cuts), static_cast<unsigned long long>(counts.kills),
      static_cast<unsigned long long>(counts.checks), static_cast<unsigned long long>(counts.acknowledged),
      static_cast<unsigned long long>(counts.lost), static_cast<unsigned long long>(counts.corrupt),
      static_cast<double>(took.count()) / 1000);
  if (!counts.first_complaint.empty()) std::printf("%-28s first: %s\n", "", counts.first_complaint.c_str());
}

// Life after life of one journal, each ended by a cut or a kill at some operation or while it stands idle; when a
// journal is full or spoilt, a new one.
Counts cut_at_random(const SqliteOptions& options, bool lying_disk, std::uint64_t cuts, std::uint64_t seed) {
  const Script script = make_script(kCommits);
  Random random(seed);
  Counts counts;
  while (counts.cuts < cuts) {
    Trial trial(script, options, lying_disk);
    bool well = true;
    while (well && counts.cuts < cuts) {
      const bool last_life = trial.finished();
      trial.disk.dead_from = trial.disk.operation_count + random() % 48;
      well = trial.live(random() % 6, counts);
      if (last_life) break;
      if (random() % 8 == 0) {
        trial.disk.revive();
        ++counts.kills;
      } else {
        trial.disk.cut_power(random);
        ++counts.cuts;
      }
    }
  }
  return counts;
}

TEST(Crash, PowerCutAtEveryOperationOfAScript) {
  const auto began = std::chrono::steady_clock::now();
  const Script script = make_script(12);
  const SqliteOptions options = settings("wal", "2");
  Counts counts;
  const auto whole_script = [&](Trial& trial) {
    return trial.live(6, counts) && trial.live(0, counts) && trial.live(script.commits.size(), counts);
  };
  Trial undisturbed(script, options, false);
  ASSERT_TRUE(whole_script(undisturbed) && undisturbed.finished()) << counts.first_complaint;
  const std::uint64_t operations = undisturbed.disk.operation_count;
  for (std::uint64_t operation = 0; operation <= operations; ++operation) {
    for (std::uint64_t variant = 0; variant < 8; ++variant) {
      Random random(kSeed + operation * 8 + variant);
      Trial trial(script, options, false);
      trial.disk.dead_from = operation;
      whole_script(trial);
      trial.disk.cut_power(random);
      ++counts.cuts;
      if (!whole_script(trial)) break;
      EXPECT_TRUE(trial.finished());
    }
  }
  std::printf("a script of %llu operations\n", static_cast<unsigned long long>(operations));
  print("every operation", counts, began);
  EXPECT_GT(operations, 100u);
  EXPECT_EQ(counts.lost + counts.corrupt, 0u) << counts.first_complaint;
}

TEST(Crash, ManyPowerCutsAtRandomLoseNothing) {
  const auto began = std::chrono::steady_clock::now();
  Counts parts[kThreads];
  {
    std::vector<std::jthread> threads;
    for (std::uint64_t i = 0; i < kThreads; ++i) {
      threads.emplace_back(
          [&, i] { parts[i] = cut_at_random(settings("wal", "2"), false, kRandomCuts / kThreads, kSeed + i); });
    }
  }
  Counts counts;
  for (const Counts& part : parts) counts.add(part);
  print("WAL + FULL", counts, began);
  EXPECT_EQ(counts.cuts, kRandomCuts);
  EXPECT_GT(counts.acknowledged, kRandomCuts / 2);
  EXPECT_EQ(counts.lost, 0u) << counts.first_complaint;
  EXPECT_EQ(counts.corrupt, 0u) << counts.first_complaint;
}

struct Mutant {
  const char* name;
  const char* journal_mode;
  const char* synchronous;
  bool lying_disk;
};

std::string mutant_name(const testing::TestParamInfo<Mutant>& tested) { return tested.param.name; }

class CrashMutant : public testing::TestWithParam<Mutant> {};

TEST_P(CrashMutant, IsCaught) {
  const auto began = std::chrono::steady_clock::now();
  const Mutant& mutant = GetParam();
  const Counts counts =
      cut_at_random(settings(mutant.journal_mode, mutant.synchronous), mutant.lying_disk, kMutantCuts, kSeed);
  print(mutant.name, counts, began);
  EXPECT_GT(counts.lost + counts.corrupt, kMutantCuts / 100) << "a test that does not see this loses entries";
}

INSTANTIATE_TEST_SUITE_P(Settings, CrashMutant,
                         testing::Values(Mutant{"WAL_NORMAL", "wal", "1", false},
                                         Mutant{"DELETE_FULL", "delete", "2", false},
                                         Mutant{"WAL_synchronous_off", "wal", "0", false},
                                         Mutant{"DELETE_synchronous_off", "delete", "0", false},
                                         Mutant{"lying_fsync", "wal", "2", true}),
                         mutant_name);

}  // namespace
}  // namespace mn::crash
