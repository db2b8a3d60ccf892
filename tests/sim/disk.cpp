#include "tests/sim/disk.h"

#include <algorithm>

namespace mn::sim {

void Disk::keep(const Entry& entry) {
  places[entry.header.origin].push_back(entries.size());
  entries.push_back(entry);
}

void DiskJournal::settle() {
  for (const Run& run : disk_.unwritten) {
    for (const Entry& entry : run) disk_.keep(entry);
  }
  disk_.unwritten.clear();
}

Head DiskJournal::head_of(const OriginId& origin) const {
  for (auto run = disk_.unwritten.rbegin(); run != disk_.unwritten.rend(); ++run) {
    if (run->back().header.origin == origin) return {origin, run->back().header.seq, run->back().digest};
  }
  const auto at = disk_.places.find(origin);
  if (at == disk_.places.end()) return {origin, 0, {}};
  const Entry& last = disk_.entries[at->second.back()];
  return {origin, last.header.seq, last.digest};
}

Result<std::vector<Placed>> DiskJournal::read_after(Position after, std::size_t entries_max) {
  std::vector<Placed> out;
  for (std::size_t i = after; i < disk_.entries.size() && out.size() < entries_max; ++i)
    out.push_back({i + 1, disk_.entries[i]});
  return out;
}

Result<Run> DiskJournal::read_run(const OriginId& origin, Seq after, std::size_t entries_max) {
  Run run;
  const auto at = disk_.places.find(origin);
  if (at == disk_.places.end()) return run;
  std::size_t signed_size = 0;
  for (std::size_t i = after; i < at->second.size() && run.size() < kRunEntriesMax; ++i) {
    if (run.size() >= entries_max && signed_size > 0) break;
    run.push_back(disk_.entries[at->second[i]]);
    if (run.back().signature) signed_size = run.size();
  }
  run.resize(signed_size);
  return run;
}

Result<std::vector<Head>> DiskJournal::heads() {
  std::vector<Head> out;
  for (const auto& [origin, places] : disk_.places) out.push_back(head_of(origin));
  return out;
}

Result<Head> DiskJournal::head(const OriginId& origin) { return head_of(origin); }

Result<std::vector<Entry>> DiskJournal::find_visit(const OriginId& origin, const VisitId& visit) {
  std::vector<Entry> out;
  const auto at = disk_.places.find(origin);
  if (at == disk_.places.end()) return out;
  for (const std::size_t place : at->second) {
    if (disk_.entries[place].header.visit == visit) out.push_back(disk_.entries[place]);
  }
  return out;
}

Answer DiskJournal::append_one(const Run& run) {
  const OriginId origin = run.front().header.origin;
  const Head head = head_of(origin);
  Result<AppendPlan> plan = plan_append(
      run, head, [&](Seq seq) -> Result<Digest> { return disk_.entries[disk_.places[origin][seq - 1]].digest; });
  std::size_t first_new = plan->first_new;
  Outcome outcome = plan->outcome;
  if (bug_ == Bug::no_deduplication && outcome == Outcome::had) outcome = Outcome::appended, first_new = 0;
  if (bug_ == Bug::gap_accepted && outcome == Outcome::gap) outcome = Outcome::appended, first_new = 0;
  if (outcome != Outcome::appended) return {outcome, head};
  Run fresh(run.begin() + static_cast<std::ptrdiff_t>(first_new), run.end());
  for (std::size_t i = 0; i + 1 < fresh.size(); ++i) fresh[i].signature.reset();
  disk_.unwritten.push_back(std::move(fresh));
  return {outcome, {origin, run.back().header.seq, run.back().digest}};
}

Result<std::vector<Answer>> DiskJournal::append(std::span<const Run> runs) {
  if (Done done = check_append(campaign_, runs); !done) return done.failure();
  const NextAppend next = std::exchange(next_, NextAppend::works);
  const Failure unknown{Cause::unknown, "the simulated disk failed"};
  if (next == NextAppend::fails_not_kept) return unknown;
  std::vector<Answer> answers;
  for (const Run& run : runs) answers.push_back(append_one(run));
  if (bug_ != Bug::thank_before_durable && bug_ != Bug::answer_before_commit) settle();
  if (next == NextAppend::fails_kept) return unknown;
  return answers;
}

}  // namespace mn::sim
