#include "backend-sync/recording.h"

#include "journal/chance.h"

namespace mn {
namespace {

// Opens again what could not be trusted any more; its lock goes with the old handle.
Done reopen(Recorder& recorder) {
  recorder.own.journal.reset();
  Result<Own> again = open_own(recorder.opening);
  if (!again) return again.failure();
  recorder.own = *std::move(again);
  return {};
}

Result<Run> append_once(Recorder& recorder, const Append& append) {
  Journal& journal = *recorder.own.journal;
  const Result<Head> head = journal.head(recorder.own.origin);
  if (!head) return head.failure();
  Run run = seal(journal.campaign(), *head, append, recorder.own.keys);
  const Result<std::vector<Answer>> answers = journal.append({&run, 1});
  if (!answers) return answers.failure();
  const Outcome outcome = answers->front().outcome;
  if (outcome == Outcome::appended || outcome == Outcome::had) return run;
  return Failure{Cause::conflict, recorder.opening.location + ": another writer has used this journal's key (" +
                                      std::string(outcome_text(outcome)) + "); stop, and run: mangnon verify " +
                                      recorder.opening.location};
}

}  // namespace

Result<Recorder> open_recorder(const Opening& opening) {
  Result<Own> own = open_own(opening);
  if (!own) return own.failure();
  return Recorder{opening, *std::move(own)};
}

Result<Recorder> open_existing(const std::string& location, const std::string& program, const std::string& name) {
  const Result<std::unique_ptr<JournalReader>> reader = open_reader(location);
  if (!reader) return reader.failure();
  return open_recorder({location, (*reader)->campaign(), program, name});
}

Result<std::vector<Entry>> record(Recorder& recorder, const VisitId& visit, const std::vector<Fact>& facts) {
  if (!recorder.own.journal) {  // an earlier reopening failed
    if (Done opened = reopen(recorder); !opened) return opened.failure();
  }
  Append append{visit, utc_now_us(), facts, {}};
  for (std::size_t i = 0; i < facts.size(); ++i) append.salts.push_back(new_salt());
  Result<Run> kept = append_once(recorder, append);
  if (kept || kept.failure().cause == Cause::conflict) return kept;

  const OriginId origin = recorder.own.origin;
  if (Done opened = reopen(recorder); !opened) return opened.failure();
  Result<std::vector<Entry>> found = recorder.own.journal->find_visit(origin, visit);
  if (!found || !found->empty()) return found;
  return append_once(recorder, append);
}

}  // namespace mn
