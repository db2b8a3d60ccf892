#include "tests/journal/crash/script.h"

#include <fmt/format.h>

#include <algorithm>

#include "journal/verify.h"
#include "tests/journal/crash/disk_vfs.h"
#include "tests/support/sealed.h"

namespace mn::crash {
namespace {

constexpr const char* kFile = "journal.db";
constexpr std::uint64_t kFullVerifyEvery =
    64;  // signatures are slow; every check compares each byte with what was signed

bool same_entry(const Entry& a, const Entry& b) {
  return a.bytes == b.bytes && a.body == b.body && a.signature == b.signature;
}

bool all_are(const Result<std::vector<Answer>>& answers, Outcome outcome) {
  return answers &&
         std::all_of(answers->begin(), answers->end(), [&](const Answer& answer) { return answer.outcome == outcome; });
}

}  // namespace

Script make_script(std::size_t commit_count) {
  Script script;
  script.ends.push_back(0);
  sealed::Writer one(1), two(2);
  for (std::size_t i = 0; i < commit_count; ++i) {
    std::vector<Run> runs = {one.next(i % 4 + 1)};
    if (i % 3 == 1) runs.push_back(two.next(3));
    if (i % 5 == 4) runs.push_back(one.next(2));
    for (const Run& run : runs) script.entries.insert(script.entries.end(), run.begin(), run.end());
    script.ends.push_back(script.entries.size());
    script.commits.push_back(std::move(runs));
  }
  return script;
}

void Counts::complain(std::uint64_t& which, const std::string& words) {
  ++which;
  if (first_complaint.empty()) first_complaint = words;
}

void Counts::add(const Counts& other) {
  cuts += other.cuts;
  kills += other.kills;
  checks += other.checks;
  acknowledged += other.acknowledged;
  lost += other.lost;
  corrupt += other.corrupt;
  if (first_complaint.empty()) first_complaint = other.first_complaint;
}

Trial::Trial(const Script& script, SqliteOptions options, bool lying_disk)
    : script_(script), options_(std::move(options)) {
  options_.vfs = kVfsName;
  disk.lying = lying_disk;
}

bool Trial::live(std::size_t commits_max, Counts& counts) {
  use_disk(disk);
  Result<std::unique_ptr<Journal>> opened = open_sqlite_journal(kFile, sealed::kCampaign, "crash test", options_);
  if (!opened) {
    if (!still_well() || disk.fault_happened) return true;  // the power went, or the disk failed, while it was opened
    counts.complain(counts.corrupt, "it does not open: " + opened.failure().words);
    return false;
  }
  const std::unique_ptr<Journal> journal = *std::move(opened);
  if (!check(*journal, counts)) return !still_well();
  for (std::size_t done = 0; done < commits_max && !finished(); ++done) {
    // A commit that nobody was thanked for may be here: it is tried again with the same bytes, and must be recognised.
    const bool here = kept_ > acknowledged_;
    const auto answers = journal->append(script_.commits[acknowledged_]);
    if (!answers) return true;
    if (!all_are(answers, here ? Outcome::had : Outcome::appended)) {
      counts.complain(counts.corrupt,
                      fmt::format("commit {} is answered {}", acknowledged_, outcome_text(answers->front().outcome)));
      return false;
    }
    ++acknowledged_;
    ++counts.acknowledged;
  }
  return true;
}

bool Trial::check(Journal& journal, Counts& counts) {
  ++counts.checks;
  const auto placed = journal.read_after(0, SIZE_MAX);
  const Done storage = journal.check_storage();
  if (!still_well()) return false;
  if (!placed || !storage) {
    counts.complain(counts.corrupt, placed ? storage.failure().words : placed.failure().words);
    return false;
  }
  const auto end = std::find(script_.ends.begin(), script_.ends.end(), placed->size());
  if (end == script_.ends.end() ||
      !std::equal(placed->begin(), placed->end(), script_.entries.begin(),
                  script_.entries.begin() + static_cast<std::ptrdiff_t>(placed->size()),
                  [](const Placed& a, const Entry& b) { return same_entry(a.entry, b); })) {
    counts.complain(counts.corrupt,
                    fmt::format("{} entries, which are not the first commits, whole and unchanged", placed->size()));
    return false;
  }
  kept_ = static_cast<std::size_t>(end - script_.ends.begin());
  if (kept_ < acknowledged_) {
    counts.complain(counts.lost, fmt::format("{} commits were acknowledged, {} are here", acknowledged_, kept_));
    return false;
  }
  if (kept_ > acknowledged_ + 1) {
    counts.complain(counts.corrupt, fmt::format("{} commits are here, {} were acknowledged", kept_, acknowledged_));
    return false;
  }
  if (kept_ > 0) {
    const Entry& last = script_.commits[kept_ - 1].front().front();
    const auto found = journal.find_visit(last.header.origin, last.header.visit);
    if (!found || found->size() != script_.commits[kept_ - 1].front().size()) {
      counts.complain(counts.corrupt, "find_visit does not find a visit that is here");
      return false;
    }
  }
  if (counts.checks % kFullVerifyEvery != 0) return true;
  const auto verified = verify(journal);
  if (!verified && still_well()) counts.complain(counts.corrupt, verified.failure().words);
  return verified.ok();
}

}  // namespace mn::crash
