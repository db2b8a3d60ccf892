#include "kiosk/recorder.h"

#include <utility>

#include "core/check.h"
#include "kiosk/order.h"

namespace mn::kiosk {

Recorder::Recorder(RecorderOptions options) : options_(std::move(options)), thread_([this] { work(); }) {}

Recorder::~Recorder() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Recorder::record(const Append& order) {
  {
    const std::lock_guard lock(mutex_);
    MN_CHECK(orders_.size() < kOrdersMax, "the recorder is ordered faster than people can touch");
    orders_.push_back(order);
  }
  changed_.notify_all();
}

std::vector<Report> Recorder::take_reports() {
  const std::lock_guard lock(mutex_);
  return std::exchange(reports_, {});
}

void Recorder::work() {
  bool well = reopen();
  report(well ? Report(Well{}) : Report(Unwell{}));
  while (true) {
    std::unique_lock lock(mutex_);
    const auto due = [this] { return stop_ || !orders_.empty(); };
    if (well) {
      changed_.wait(lock, due);
    } else {
      changed_.wait_for(lock, options_.retry, due);
    }
    if (stop_) return;
    std::optional<Append> order;
    if (!orders_.empty()) order = orders_.front();
    lock.unlock();
    if (order) {
      Report answer = carry_out(*order);
      forget_names(*order);
      well = !std::holds_alternative<NotKept>(answer);
      lock.lock();
      forget_names(orders_.front());
      orders_.pop_front();
      lock.unlock();
      report(answer);
    } else if (reopen()) {
      well = true;
      report(Well{});
    }
  }
}

Report Recorder::carry_out(const Append& order) {
  Attempt attempt = begin_recording();
  while (true) {
    std::optional<Kept> kept;
    switch (attempt.next) {
      case RecordAction::append: {
        const AppendResult result = append(order, kept);
        attempt = after_append(attempt, result, std::move(kept));
        break;
      }
      case RecordAction::reopen:
        attempt = after_reopen(attempt, reopen());
        break;
      case RecordAction::look_up: {
        const bool looked = look_up(order, kept);
        attempt = after_look_up(attempt, looked, std::move(kept));
        break;
      }
      case RecordAction::thank:
        if (std::holds_alternative<Pledged>(order.facts.front())) return *attempt.kept;
        return Told{attempt.kept->visit, attempt.kept->pledge};
      case RecordAction::rest:
        return NotKept{order.visit};
    }
  }
}

AppendResult Recorder::append(const Append& order, std::optional<Kept>& kept) {
  if (!own_.journal) return AppendResult::unknown;
  const Result<Head> head = own_.journal->head(own_.origin);
  if (!head) {
    complain(head.failure());
    return AppendResult::unknown;
  }
  const Run run = seal(options_.campaign, *head, order, own_.keys);
  written_ = own_.origin;
  const Result<std::vector<Answer>> answers = own_.journal->append(std::span(&run, 1));
  if (!answers) {
    complain(answers.failure());
    return AppendResult::unknown;
  }
  MN_CHECK(answers->size() == 1, "a journal answers one for one");
  const Outcome outcome = answers->front().outcome;
  if (outcome != Outcome::appended && outcome != Outcome::had) {
    complain({Cause::conflict, "the journal refused this kiosk's own entries: " + std::string(outcome_text(outcome))});
    return AppendResult::refused;
  }
  kept = kept_of(run, order.facts.size());
  return AppendResult::kept;
}

bool Recorder::reopen() {
  own_.journal.reset();  // two writers would lock each other out
  Result<Own> opened = options_.open();
  if (!opened) {
    complain(opened.failure());
    return false;
  }
  if (written_ && opened->origin != *written_) {
    complain({Cause::refused, "the journal's key changed under this kiosk; look at FILE.key, then restart it"});
    return false;
  }
  own_ = *std::move(opened);
  complained_.clear();
  return true;
}

bool Recorder::look_up(const Append& order, std::optional<Kept>& kept) {
  const Result<std::vector<Entry>> found = own_.journal->find_visit(own_.origin, order.visit);
  if (!found) {
    complain(found.failure());
    return false;
  }
  if (found->empty()) return true;
  if (const Done whole = check_run(*found, own_.keys.public_key); !whole) {
    complain(whole.failure());
    return false;
  }
  kept = kept_of(*found, order.facts.size());
  return kept.has_value();
}

void Recorder::complain(const Failure& failure) {
  if (options_.complain && complained_ != failure.words) options_.complain(failure.words);
  complained_ = failure.words;
}

void Recorder::report(const Report& report) {
  {
    const std::lock_guard lock(mutex_);
    reports_.push_back(report);
  }
  if (options_.report_made) options_.report_made();
}

}  // namespace mn::kiosk
