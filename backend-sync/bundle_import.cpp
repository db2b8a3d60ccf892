#include "backend-sync/bundle_import.h"

#include "backend-sync/receiving.h"

namespace mn {
namespace {

constexpr std::size_t kPageEntries = 1000;
constexpr int kRoundsMax = 16;  // an origin may be enrolled by one that is enrolled by one …

Result<Admission> admission_of(Own& own) {
  Admission admission = begin_admission(own.journal->campaign(), own.origin);
  Position position = 0;
  for (;;) {
    const Result<std::vector<Placed>> page = own.journal->read_after(position, kPageEntries);
    if (!page) return page.failure();
    if (page->empty()) return admission;
    for (const Placed& placed : *page) apply(admission, placed.entry);
    position = page->back().position;
  }
}

// Entries of the run that the journal did not have, given its head before.
std::uint64_t added_of(const Run& run, const Head& before, const Answer& answer) {
  if (answer.outcome != Outcome::appended) return 0;
  const Seq first = std::max(run.front().header.seq, before.seq + 1);
  return run.back().header.seq + 1 - first;
}

Failure conflict_of(const OriginId& origin) {
  return {Cause::conflict, about(origin,
                                 "this journal has other entries under the same numbers; one of the two was "
                                 "restored from an old copy")};
}

class Importing {
 public:
  Importing(Own& into, Admission admission, ImportReport& report)
      : into_(into), admission_(std::move(admission)), report_(report) {}

  // One walk over the bundle. True: the roster has changed, so that who was stopped may go now.
  Result<bool> walk() {
    waiting_ = std::exchange(report_.stopped, {});
    roster_changed_ = false;
    const Result<BundleInfo> read = read_bundle(report_.bundle.path, [&](const Run& run) { return take(run); });
    if (!read) return read.failure();
    first_ = false;
    return roster_changed_;
  }

 private:
  Done take(const Run& run) {
    const OriginId& origin = run.front().header.origin;
    if (report_.stopped.contains(origin)) return {};
    if (!first_ && !waiting_.contains(origin)) return {};  // taken in an earlier walk
    if (const Done examined = examine_run(admission_, run); !examined) {
      report_.stopped.emplace(origin, Failure{examined.failure().cause, about(origin, examined.failure().words)});
      return {};
    }
    const Result<Head> before = into_.journal->head(origin);
    if (!before) return before.failure();
    const Result<std::vector<Answer>> answers = into_.journal->append({&run, 1});
    if (!answers) return answers.failure();
    const Answer& answer = answers->front();
    if (settles(run, answer)) {
      settle(admission_, run, answer);
      roster_changed_ = roster_changed_ || answer.outcome == Outcome::appended;
    }
    switch (answer.outcome) {
      case Outcome::appended:
      case Outcome::had: {
        const std::uint64_t added = added_of(run, *before, answer);
        report_.added += added;
        report_.had += run.size() - added;
        break;
      }
      case Outcome::gap:
        report_.stopped.emplace(origin, Failure{Cause::gap, about(origin, "entries before these are missing here")});
        break;
      case Outcome::conflict:
        report_.stopped.emplace(origin, conflict_of(origin));
        break;
    }
    return {};
  }

  Own& into_;
  Admission admission_;
  ImportReport& report_;
  std::map<OriginId, Failure> waiting_;  // stopped in the walk before
  bool first_ = true;
  bool roster_changed_ = false;
};

}  // namespace

Result<ImportReport> import_bundle(const std::filesystem::path& path, Own& into) {
  ImportReport report;
  const Result<BundleInfo> bundle = check_bundle(path);
  if (!bundle) return bundle.failure();
  report.bundle = *bundle;
  if (bundle->card.campaign != into.journal->campaign()) {
    return Failure{Cause::refused, path.string() + " is of the campaign " + bundle->card.campaign.text +
                                       ", and this journal keeps " + into.journal->campaign().text};
  }
  Result<Admission> admission = admission_of(into);
  if (!admission) return admission.failure();
  Importing importing(into, *std::move(admission), report);
  for (int round = 0; round < kRoundsMax; ++round) {
    const Result<bool> changed = importing.walk();
    if (!changed) return changed.failure();
    if (report.stopped.empty() || !*changed) break;
  }
  return report;
}

}  // namespace mn
