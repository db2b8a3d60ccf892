// A journal on a simulated disk: what was committed survives its process, and an append can fail in both ways, kept and
// not kept. The rule of append is the real one (journal/append_plan.h). One owner process at a time; not thread-safe.
#pragma once

#include <map>
#include <vector>

#include "journal/append_plan.h"
#include "journal/journal.h"
#include "tests/sim/bugs.h"

namespace mn::sim {

// What is on one disk. Copying it is a backup.
struct Disk {
  std::vector<Entry> entries;                           // position - 1 is the index
  std::map<OriginId, std::vector<std::size_t>> places;  // of each origin's entries, by seq - 1
  std::vector<Run> unwritten;  // with the bug thank_before_durable: answered, and not on the disk yet

  void keep(const Entry& entry);
};

enum class NextAppend { works, fails_kept, fails_not_kept };

class DiskJournal : public Journal {
 public:
  DiskJournal(Disk& disk, CampaignId campaign, Bug bug) : disk_(disk), campaign_(std::move(campaign)), bug_(bug) {}

  void next_append(NextAppend next) { next_ = next; }
  // The process that owned it died.
  void die() { disk_.unwritten.clear(); }
  // With the bugs that answer before the disk has it: now it has.
  void settle();

  const CampaignId& campaign() const override { return campaign_; }
  const std::string& epoch() const override { return epoch_; }
  Result<std::vector<Placed>> read_after(Position after, std::size_t entries_max) override;
  Result<Run> read_run(const OriginId& origin, Seq after, std::size_t entries_max) override;
  Result<std::vector<Head>> heads() override;
  Result<Head> head(const OriginId& origin) override;
  Result<Position> last_position() override { return Position{disk_.entries.size()}; }
  Result<std::vector<Entry>> find_visit(const OriginId& origin, const VisitId& visit) override;
  Result<bool> wait_beyond(Position seen, std::chrono::milliseconds) override { return disk_.entries.size() > seen; }
  Done check_storage() override { return {}; }
  Result<std::vector<Answer>> append(std::span<const Run> runs) override;

 private:
  Answer append_one(const Run& run);
  Head head_of(const OriginId& origin) const;

  Disk& disk_;
  CampaignId campaign_;
  Bug bug_;
  std::string epoch_ = std::string(32, '0');
  NextAppend next_ = NextAppend::works;
};

}  // namespace mn::sim
