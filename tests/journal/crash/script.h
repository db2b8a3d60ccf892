// What is appended while the power is cut, and what must be true afterwards.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/sqlite_journal.h"
#include "tests/journal/crash/disk.h"

namespace mn::crash {

// The same commits each time: group commits of one to three runs of two origins.
struct Script {
  std::vector<std::vector<Run>> commits;
  std::vector<Entry> entries;     // of all commits, in order, as a journal keeps them
  std::vector<std::size_t> ends;  // how many entries the first n commits hold; ends[0] is 0
};
Script make_script(std::size_t commit_count);

struct Counts {
  std::uint64_t cuts = 0;          // power cuts
  std::uint64_t kills = 0;         // processes killed with the cache intact
  std::uint64_t checks = 0;        // openings that were checked
  std::uint64_t acknowledged = 0;  // commits answered, over all journals
  std::uint64_t lost = 0;          // checks that missed an acknowledged commit
  std::uint64_t corrupt = 0;       // checks that found anything else wrong
  std::string first_complaint;

  void complain(std::uint64_t& which, const std::string& words);
  void add(const Counts& other);
};

// One journal on one disk, through as many lives as it takes.
class Trial {
 public:
  Trial(const Script& script, SqliteOptions options, bool lying_disk);
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;

  // One life of the writer: opens with the real module, checks everything, then appends up to commits_max of what is
  // missing. Ends early when the disk is dead or fails. False when the journal is spoilt: go on with a new one.
  bool live(std::size_t commits_max, Counts& counts);
  bool finished() const { return acknowledged_ == script_.commits.size(); }
  std::size_t acknowledged() const { return acknowledged_; }

  Disk disk;

 private:
  bool check(Journal& journal, Counts& counts);
  bool still_well() const { return disk.operation_count <= disk.dead_from; }

  const Script& script_;
  SqliteOptions options_;
  std::size_t acknowledged_ = 0;
  std::size_t kept_ = 0;  // commits found at the last check
};

}  // namespace mn::crash
