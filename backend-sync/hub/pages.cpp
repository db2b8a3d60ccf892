#include "backend-sync/hub/pages.h"

#include "backend-sync/hub/limits.h"
#include "backend-sync/pulling.h"
#include "journal/open.h"

namespace mn {
namespace {

// The role in which this reader may read.
Result<Role> reading_role(const Admission& admission, const Reading& reading, const std::string& authorization) {
  const Result<OriginId> reader = reader_of(reading, authorization);
  if (!reader) return reader.failure();
  const std::string name = "origin " + origin_text(*reader);
  const std::optional<Role> role = role_of(admission.roster, *reader);
  if (!role || !may_read(*role)) {
    return Failure{Cause::refused,
                   name + " is not enrolled here as a reader; enrol its .pub file with: mangnon enrol --role display"};
  }
  const auto member = admission.roster.members.find(*reader);
  if (member != admission.roster.members.end() && member->second.revoked_after) {
    return Failure{Cause::refused, name + " was revoked"};
  }
  return *role;
}

}  // namespace

Result<std::unique_ptr<Pages>> Pages::open(const std::string& location, const OriginId& own,
                                           std::function<std::shared_ptr<const Admission>()> admission) {
  Result<std::unique_ptr<JournalReader>> journal = open_reader(location);
  if (!journal) return journal.failure();
  return std::unique_ptr<Pages>(new Pages(*std::move(journal), own, std::move(admission)));
}

Pages::Pages(std::unique_ptr<JournalReader> journal, const OriginId& own,
             std::function<std::shared_ptr<const Admission>()> admission)
    : journal_(std::move(journal)), own_(own), admission_(std::move(admission)), thread_([this] { serve(); }) {}

Pages::~Pages() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wait_.notify_one();
  thread_.join();
}

void Pages::ask_page(Reading reading, std::string authorization, Answer answer) {
  take({std::move(reading), std::move(authorization), true, std::move(answer)});
}

void Pages::ask_leave(Reading reading, std::string authorization, Answer answer) {
  take({std::move(reading), std::move(authorization), false, std::move(answer)});
}

void Pages::take(Ask ask) {
  {
    const std::lock_guard lock(mutex_);
    if (asks_.size() < limits::kPagesWaiting) {
      asks_.push_back(std::move(ask));
      ask.answer = nullptr;
    }
  }
  if (ask.answer) return ask.answer(Failure{Cause::busy, "too many readers are waiting; try again"});
  wait_.notify_one();
}

void Pages::serve() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wait_.wait(lock, [&] { return stopping_ || !asks_.empty(); });
    if (asks_.empty()) return;
    const Ask ask = std::move(asks_.front());
    asks_.pop_front();
    lock.unlock();
    ask.answer(serve_one(ask));
    lock.lock();
  }
}

Result<std::string> Pages::serve_one(const Ask& ask) {
  const Result<Role> role = reading_role(*admission_(), ask.reading, ask.authorization);
  if (!role) return role.failure();
  if (!ask.wants_page) return std::string();
  const Result<PageRequest> request = read_page_request(ask.reading.body);
  if (!request) return request.failure();
  return page(*request, *role);
}

Result<std::string> Pages::page(const PageRequest& request, Role role) {
  const Result<std::vector<Head>> heads = journal_->heads();
  if (!heads) return heads.failure();
  std::string out;
  std::size_t entries = 0;
  for (const EntryRef& ref : lacking(*heads, request, own_)) {
    if (entries >= request.entries_max) break;
    Result<Run> run = journal_->read_run(ref.origin, ref.seq, request.entries_max - entries);
    if (!run) return run.failure();
    entries += run->size();
    withhold(*run, role);
    out += text_of(pack(*run));
  }
  return out;
}

}  // namespace mn
