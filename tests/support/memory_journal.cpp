#include "tests/support/memory_journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/check.h"
#include "journal/append_plan.h"

namespace mn {
namespace {

using Guard = std::lock_guard<std::mutex>;

Head head_in(const MemoryStore& store, const OriginId& origin) {
  const auto at = store.places.find(origin);
  if (at == store.places.end()) return {origin, 0, {}};
  return {origin, at->second.size(), store.entries[at->second.back()].digest};
}

void keep(MemoryStore& store, Entry entry) {
  store.places[entry.header.origin].push_back(store.entries.size());
  store.entries.push_back(std::move(entry));
}

template <class Interface>
class MemoryReading : public Interface {
 public:
  explicit MemoryReading(std::shared_ptr<MemoryStore> store)
      : store_(std::move(store)), campaign_(*store_->campaign), epoch_(store_->epoch) {}

  const CampaignId& campaign() const override { return campaign_; }
  const std::string& epoch() const override { return epoch_; }

  Result<std::vector<Placed>> read_after(Position after, std::size_t entries_max) override {
    const Guard guard(store_->mutex);
    if (broken_) return *broken_;
    std::vector<Placed> out;
    for (Position at = after; at < store_->entries.size() && out.size() < entries_max; ++at) {
      out.push_back({at + 1, store_->entries[at]});
    }
    return out;
  }

  Result<Run> read_run(const OriginId& origin, Seq after, std::size_t entries_max) override {
    const Guard guard(store_->mutex);
    if (broken_) return *broken_;
    const std::size_t wanted = std::clamp<std::size_t>(entries_max, 1, kRunEntriesMax);
    const std::vector<std::size_t>& places = store_->places[origin];
    Run run;
    std::size_t signed_count = 0;
    for (Seq at = after;
         at < places.size() && run.size() < kRunEntriesMax && (run.size() < wanted || signed_count == 0); ++at) {
      run.push_back(store_->entries[places[at]]);
      if (run.back().signature) signed_count = run.size();
    }
    run.resize(signed_count);
    return run;
  }

  Result<std::vector<Head>> heads() override {
    const Guard guard(store_->mutex);
    if (broken_) return *broken_;
    std::vector<Head> out;
    for (const auto& [origin, places] : store_->places) {
      if (!places.empty()) out.push_back(head_in(*store_, origin));
    }
    return out;
  }

  Result<Head> head(const OriginId& origin) override {
    const Guard guard(store_->mutex);
    if (broken_) return *broken_;
    return head_in(*store_, origin);
  }

  Result<Position> last_position() override {
    const Guard guard(store_->mutex);
    if (broken_) return *broken_;
    return Position{store_->entries.size()};
  }

  Result<std::vector<Entry>> find_visit(const OriginId& origin, const VisitId& visit) override {
    const Guard guard(store_->mutex);
    if (broken_) return *broken_;
    std::vector<Entry> out;
    for (const std::size_t place : store_->places[origin]) {
      if (store_->entries[place].header.visit == visit) out.push_back(store_->entries[place]);
    }
    return out;
  }

  Result<bool> wait_beyond(Position seen, std::chrono::milliseconds timeout) override {
    std::unique_lock lock(store_->mutex);
    if (broken_) return *broken_;
    return store_->grown.wait_for(lock, timeout, [&] { return store_->entries.size() > seen; });
  }

  Done check_storage() override { return {}; }

 protected:
  std::shared_ptr<MemoryStore> store_;
  std::optional<Failure> broken_;

 private:
  CampaignId campaign_;
  std::string epoch_;
};

using MemoryReader = MemoryReading<JournalReader>;

class MemoryJournal final : public MemoryReading<Journal> {
 public:
  using MemoryReading::MemoryReading;
  ~MemoryJournal() override {
    const Guard guard(store_->mutex);
    store_->has_writer = false;
  }

  Result<std::vector<Answer>> append(std::span<const Run> runs) override {
    const Guard guard(store_->mutex);
    if (broken_) return *broken_;
    if (Done fit = check_append(campaign(), runs); !fit) return fit.failure();
    const NextAppend next = std::exchange(store_->next_append, NextAppend::works);
    std::vector<Answer> answers;
    for (const Run& run : runs) {
      if (next != NextAppend::fails_not_kept) answers.push_back(append_one(run));
    }
    store_->grown.notify_all();
    if (next == NextAppend::works) return answers;
    broken_ = Failure{Cause::unknown, "the append failed, as the test wanted; reopen the journal and look"};
    return *broken_;
  }

 private:
  Answer append_one(const Run& run) {
    const OriginId& origin = run.front().header.origin;
    const auto digest_at = [&](Seq seq) -> Result<Digest> {
      return store_->entries[store_->places[origin][seq - 1]].digest;
    };
    const Result<AppendPlan> plan = plan_append(run, head_in(*store_, origin), digest_at);
    MN_CHECK(plan.ok(), "memory gives every digest");
    if (plan->outcome == Outcome::appended) {
      for (std::size_t i = plan->first_new; i < run.size(); ++i) {
        keep(*store_, run[i]);
        if (i + 1 < run.size()) store_->entries.back().signature.reset();
      }
    }
    return {plan->outcome, head_in(*store_, origin)};
  }
};

}  // namespace

void set_back(MemoryStore& store, std::size_t entry_count) {
  const Guard guard(store.mutex);
  std::vector<Entry> entries = std::move(store.entries);
  entries.resize(std::min(entry_count, entries.size()));
  store.entries.clear();
  store.places.clear();
  for (Entry& entry : entries) keep(store, std::move(entry));
}

Result<std::unique_ptr<Journal>> open_memory_journal(std::shared_ptr<MemoryStore> store, const CampaignId& campaign) {
  {
    const Guard guard(store->mutex);
    if (store->has_writer) return Failure{Cause::busy, "the journal in memory has a writer already"};
    if (store->campaign && *store->campaign != campaign) {
      return Failure{Cause::refused, fmt::format("this journal belongs to the campaign '{}'", store->campaign->text)};
    }
    if (!store->campaign) store->epoch = to_hex(sha256(view_of(campaign.text))).substr(0, 32);
    store->campaign = campaign;
    store->has_writer = true;
  }
  return std::unique_ptr<Journal>(std::make_unique<MemoryJournal>(std::move(store)));
}

Result<std::unique_ptr<JournalReader>> open_memory_reader(std::shared_ptr<MemoryStore> store) {
  {
    const Guard guard(store->mutex);
    if (!store->campaign) return Failure{Cause::not_found, "there is no such journal yet; its writer makes it"};
  }
  return std::unique_ptr<JournalReader>(std::make_unique<MemoryReader>(std::move(store)));
}

}  // namespace mn
