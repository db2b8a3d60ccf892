// FILE.sync: what mangnon-sync, pushing or pulling a journal, last knew of the hub. Written beside the journal for
// whoever stands at the machine without a network's eye: a kiosk's staff corner, the hall's screen. Holds no personal
// data, and nothing may depend on it: it can be missing, old, or gone after a power cut. The format is described in
// docs/venue.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/entry.h"
#include "core/result.h"

namespace mn {

// A moment of this machine that can be compared whatever somebody does to the clock in between.
struct Instant {
  std::int64_t utc_us = 0;
  std::int64_t monotonic_ns = 0;
  std::string boot;  // names the time since the machine was started; monotonic_ns means nothing in another one
};
Instant instant_now();

// How long ago, in milliseconds. Within one start of the machine by the monotonic clock; across a restart by the clock
// of day, and nothing when that has gone backwards.
std::optional<std::int64_t> age_ms(const Instant& then, const Instant& now);

struct SyncStatus {
  Instant written;                    // older than a minute: mangnon-sync does not run
  std::optional<Instant> heard;       // when the hub last answered; nothing: never, since mangnon-sync was started
  bool pulls = false;                 // the journal is pulled from the hub: at `heard` it held everything the hub had
  std::string hub;                    // what it calls itself, "" until it answered
  std::map<OriginId, Seq> hub_heads;  // as the hub last said
  std::string trouble;                // what stands in the way, in words for a technician; "" when all is well
};

inline constexpr std::size_t kSyncTroubleBytesMax = 400;

// How many of these entries the hub is not known to have. `local`: the heads of the journal itself.
std::uint64_t unsynced_entries(const SyncStatus& status, const std::vector<Head>& local);

std::string sync_status_text(const SyncStatus& status);
Result<SyncStatus> read_sync_status_text(std::string_view text);

std::filesystem::path sync_status_path(const std::filesystem::path& journal);

// Whole or not at all, but not durable: it is written every few seconds, and the disk belongs to the pledges.
Done write_sync_status(const std::filesystem::path& journal, const SyncStatus& status);

// Fails with not_found when there is none, with corrupt when it cannot be read.
Result<SyncStatus> read_sync_status(const std::filesystem::path& journal);

}  // namespace mn
