// A journal in memory that keeps the promises of journal/journal.h, but for durability: for tests of rules, which need
// no disk.
#pragma once

#include <algorithm>
#include <map>

#include "journal/journal.h"

namespace mn::test {

// The value itself: `for (… : *f())` would walk over what is gone already.
template <class T>
T value_of(Result<T> result) {
  return *std::move(result);
}

class MemoryJournal : public Journal {
 public:
  explicit MemoryJournal(CampaignId campaign, std::string epoch = std::string(32, 'a'))
      : campaign_(std::move(campaign)), epoch_(std::move(epoch)) {}

  const CampaignId& campaign() const override { return campaign_; }
  const std::string& epoch() const override { return epoch_; }

  Result<std::vector<Placed>> read_after(Position after, std::size_t entries_max) override {
    std::vector<Placed> out;
    for (std::size_t i = after; i < placed_.size() && out.size() < entries_max; ++i) out.push_back(placed_[i]);
    return out;
  }

  Result<Run> read_run(const OriginId& origin, Seq after, std::size_t entries_max) override {
    const std::vector<Entry>& entries = by_origin_[origin];
    Run run;
    std::size_t signed_size = 0;
    for (std::size_t i = after; i < entries.size() && run.size() < kRunEntriesMax; ++i) {
      if (run.size() >= entries_max && signed_size > 0) break;
      run.push_back(entries[i]);
      if (entries[i].signature) signed_size = run.size();
    }
    run.resize(signed_size);
    return run;
  }

  Result<std::vector<Head>> heads() override {
    std::vector<Head> out;
    for (const auto& [origin, entries] : by_origin_) {
      if (!entries.empty()) out.push_back({origin, entries.size(), entries.back().digest});
    }
    return out;
  }
  Result<Head> head(const OriginId& origin) override {
    const std::vector<Entry>& entries = by_origin_[origin];
    return entries.empty() ? Head{origin, 0, {}} : Head{origin, entries.size(), entries.back().digest};
  }
  Result<Position> last_position() override { return placed_.size(); }
  Result<std::vector<Entry>> find_visit(const OriginId& origin, const VisitId& visit) override {
    std::vector<Entry> out;
    for (const Entry& entry : by_origin_[origin]) {
      if (entry.header.visit == visit) out.push_back(entry);
    }
    return out;
  }
  Result<bool> wait_beyond(Position seen, std::chrono::milliseconds) override { return placed_.size() > seen; }
  Done check_storage() override { return {}; }

  Result<std::vector<Answer>> append(std::span<const Run> runs) override {
    std::vector<Answer> answers;
    for (const Run& run : runs) answers.push_back(append_one(run));
    return answers;
  }

  // As a restored backup: the same journal with its last entries gone.
  void forget_after(Position position) {
    placed_.resize(std::min<std::size_t>(placed_.size(), position));
    by_origin_.clear();
    for (const Placed& placed : placed_) by_origin_[placed.entry.header.origin].push_back(placed.entry);
  }

 private:
  Answer append_one(const Run& run) {
    const OriginId origin = run.front().header.origin;
    std::vector<Entry>& entries = by_origin_[origin];
    const auto here = [&] { return Head{origin, entries.size(), entries.empty() ? Digest{} : entries.back().digest}; };
    if (run.front().header.seq > entries.size() + 1) return {Outcome::gap, here()};
    for (const Entry& entry : run) {
      if (entry.header.seq <= entries.size() && entries[entry.header.seq - 1].digest != entry.digest) {
        return {Outcome::conflict, here()};
      }
    }
    bool appended = false;
    for (const Entry& entry : run) {
      if (entry.header.seq <= entries.size()) continue;
      if (entry.header.previous != here().digest) return {Outcome::conflict, here()};
      entries.push_back(entry);
      placed_.push_back({placed_.size() + 1, entry});
      appended = true;
    }
    return {appended ? Outcome::appended : Outcome::had, here()};
  }

  CampaignId campaign_;
  std::string epoch_;
  std::vector<Placed> placed_;
  std::map<OriginId, std::vector<Entry>> by_origin_;
};

}  // namespace mn::test
