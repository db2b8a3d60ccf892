// FILE.sync: there and back, every damage, ages across clocks that jump and machines that restart, what is not synced.
#include "journal/sync_status.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/folder.h"

namespace mn {
namespace {

OriginId origin_number(std::uint8_t number) {
  OriginId origin;
  origin.bytes.fill(number);
  return origin;
}

SyncStatus example() {
  SyncStatus status;
  status.written = {1'748'480'400'000'000, 5'000'000'000, "boot-1"};
  status.heard = Instant{1'748'480'399'000'000, 4'000'000'000, "boot-1"};
  status.hub = "Trạm hội trường";
  status.hub_heads = {{origin_number(1), 12}, {origin_number(2), 0}};
  status.trouble = "hub: no answer";
  return status;
}

TEST(SyncStatus, ThereAndBack) {
  const Result<SyncStatus> read = read_sync_status_text(sync_status_text(example()));
  ASSERT_TRUE(read) << read.failure().words;
  EXPECT_EQ(sync_status_text(*read), sync_status_text(example()));
  EXPECT_EQ(read->hub, "Trạm hội trường");
  EXPECT_EQ(read->hub_heads.at(origin_number(1)), 12u);
  SyncStatus never = example();
  never.heard.reset();
  EXPECT_FALSE(read_sync_status_text(sync_status_text(never))->heard);
}

TEST(SyncStatus, CutOffOrDamagedIsCorruptAndNeverCrashes) {
  const std::string text = sync_status_text(example());
  const std::size_t end = text.rfind('}');
  for (std::size_t size = 0; size <= end; ++size) {
    const Result<SyncStatus> read = read_sync_status_text(text.substr(0, size));
    ASSERT_FALSE(read) << size;
    EXPECT_EQ(read.failure().cause, Cause::corrupt);
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ 0x11);
    (void)read_sync_status_text(changed);
  }
  for (const char* other : {"[]", "{}", R"({"format":2})", "null"}) EXPECT_FALSE(read_sync_status_text(other));
}

TEST(SyncStatus, WordsOfAPeerAreMadePlain) {
  SyncStatus status = example();
  status.trouble = "a\x1b[2J\nb\x7f\xff" + std::string(1000, 'x');
  const Result<SyncStatus> read = read_sync_status_text(sync_status_text(status));
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->trouble.starts_with("a [2J b ")) << read->trouble;
  EXPECT_LE(read->trouble.size(), kSyncTroubleBytesMax);
  status.trouble.assign(kSyncTroubleBytesMax - 1, 'x');
  status.trouble += "ế";
  EXPECT_EQ(read_sync_status_text(sync_status_text(status))->trouble, std::string(kSyncTroubleBytesMax - 1, 'x'));
}

TEST(SyncStatus, AgesDoNotTrustTheClockOfDay) {
  struct Row {
    Instant then, now;
    std::optional<std::int64_t> age_ms;
  };
  const std::int64_t s = 1'000'000, ns = 1'000'000'000;
  const std::vector<Row> table = {
      {{100 * s, 5 * ns, "a"}, {103 * s, 8 * ns, "a"}, 3000},
      {{100 * s, 5 * ns, "a"}, {9'000'000 * s, 8 * ns, "a"}, 3000},  // somebody set the clock
      {{100 * s, 5 * ns, "a"}, {0, 8 * ns, "a"}, 3000},
      {{100 * s, 500 * ns, "a"}, {160 * s, 8 * ns, "b"}, 60'000},       // restarted in between
      {{100 * s, 500 * ns, "a"}, {90 * s, 8 * ns, "b"}, std::nullopt},  // and the clock went back
      {{100 * s, 5 * ns, ""}, {101 * s, 99 * ns, ""}, 1000},            // no names of starts
  };
  for (const Row& row : table) EXPECT_EQ(age_ms(row.then, row.now), row.age_ms);
  const Instant one = instant_now(), other = instant_now();
  EXPECT_FALSE(one.boot.empty());
  EXPECT_LT(*age_ms(one, other), 10'000);
}

TEST(SyncStatus, WhatIsNotSynced) {
  const SyncStatus status = example();
  EXPECT_EQ(unsynced_entries(status, {}), 0u);
  EXPECT_EQ(unsynced_entries(status, {{origin_number(1), 12, {}}}), 0u);
  EXPECT_EQ(unsynced_entries(status, {{origin_number(1), 15, {}}}), 3u);
  EXPECT_EQ(unsynced_entries(status, {{origin_number(1), 10, {}}}), 0u) << "the hub has more: nothing to bring";
  EXPECT_EQ(unsynced_entries(status, {{origin_number(1), 15, {}}, {origin_number(3), 7, {}}}), 10u);
}

TEST(SyncStatus, OnDisk) {
  const TemporaryFolder folder;
  const std::string journal = folder.file("kiosk.db");
  EXPECT_EQ(read_sync_status(journal).failure().cause, Cause::not_found);
  ASSERT_TRUE(write_sync_status(journal, example()));
  EXPECT_EQ(sync_status_text(*read_sync_status(journal)), sync_status_text(example()));
  std::ofstream(sync_status_path(journal), std::ios::trunc).close();  // as a power cut may leave it
  EXPECT_EQ(read_sync_status(journal).failure().cause, Cause::corrupt);
  const Done failed = write_sync_status(folder.file("no/such/kiosk.db"), example());
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.failure().cause, Cause::unavailable);
}

}  // namespace
}  // namespace mn
