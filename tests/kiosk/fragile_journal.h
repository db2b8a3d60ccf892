// A journal in memory that fails as it is told, one misfortune an operation, on a "disk" that outlives it: for the
// recorder's tests. Keeps the entries of one writer only.
#pragma once

#include <algorithm>
#include <deque>
#include <memory>
#include <vector>

#include "journal/open.h"

namespace mn::kiosk {

// What befalls the next operation it applies to; the others pass well.
enum class Fragility {
  fails,                   // an append: nothing is kept, and a Failure is returned
  keeps_then_fails,        // an append: kept, and a Failure is returned
  refuses,                 // an append: answered with conflict
  does_not_open,           // an opening
  opens_with_another_key,  // an opening
};

struct FragileDisk {
  CampaignId campaign{"test-drive"};
  KeyPair keys = key_pair(Seed{});
  std::vector<Entry> entries;
  std::deque<Fragility> failures;  // in the order in which they happen
  bool open = false;

  bool take(Fragility fragility) {
    if (failures.empty() || failures.front() != fragility) return false;
    failures.pop_front();
    return true;
  }
  std::size_t pledges() const {
    return static_cast<std::size_t>(std::count_if(
        entries.begin(), entries.end(), [](const Entry& entry) { return entry.header.kind == Kind::pledged; }));
  }
};

class FragileJournal : public Journal {
 public:
  explicit FragileJournal(FragileDisk& disk) : disk_(disk) { disk_.open = true; }
  ~FragileJournal() override { disk_.open = false; }

  const CampaignId& campaign() const override { return disk_.campaign; }
  const std::string& epoch() const override { return epoch_; }
  Result<std::vector<Placed>> read_after(Position, std::size_t) override { return std::vector<Placed>{}; }
  Result<Run> read_run(const OriginId&, Seq, std::size_t) override { return Run{}; }
  Result<std::vector<Head>> heads() override { return std::vector<Head>{own_head()}; }
  Result<Head> head(const OriginId& origin) override { return origin == own_head().origin ? own_head() : Head{origin}; }
  Result<Position> last_position() override { return Position{disk_.entries.size()}; }
  Result<std::vector<Entry>> find_visit(const OriginId& origin, const VisitId& visit) override {
    std::vector<Entry> out;
    for (const Entry& entry : disk_.entries) {
      if (entry.header.origin == origin && entry.header.visit == visit) out.push_back(entry);
    }
    return out;
  }
  Result<bool> wait_beyond(Position, std::chrono::milliseconds) override { return false; }
  Done check_storage() override { return {}; }

  Result<std::vector<Answer>> append(std::span<const Run> runs) override {
    if (disk_.take(Fragility::refuses)) return std::vector<Answer>{{Outcome::conflict, own_head()}};
    if (disk_.take(Fragility::fails)) return Failure{Cause::unknown, "the disk did not answer"};
    const bool fails_after = disk_.take(Fragility::keeps_then_fails);
    for (const Run& run : runs) disk_.entries.insert(disk_.entries.end(), run.begin(), run.end());
    if (fails_after) return Failure{Cause::unknown, "the disk answered nothing good"};
    return std::vector<Answer>{{Outcome::appended, own_head()}};
  }

 private:
  Head own_head() const {
    const OriginId origin = origin_of(disk_.keys.public_key);
    if (disk_.entries.empty()) return {origin, 0, {}};
    return {origin, disk_.entries.back().header.seq, disk_.entries.back().digest};
  }

  FragileDisk& disk_;
  const std::string epoch_ = std::string(32, '0');
};

inline Result<Own> open_fragile(FragileDisk& disk) {
  if (disk.open) return Failure{Cause::busy, "another writer has it"};
  if (disk.take(Fragility::does_not_open)) return Failure{Cause::unavailable, "no such disk"};
  Own own;
  own.keys = disk.take(Fragility::opens_with_another_key) ? key_pair(Seed{1}) : disk.keys;
  own.origin = origin_of(own.keys.public_key);
  own.journal = std::make_unique<FragileJournal>(disk);
  return own;
}

}  // namespace mn::kiosk
