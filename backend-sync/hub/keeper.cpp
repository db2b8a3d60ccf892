#include "backend-sync/hub/keeper.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "backend-sync/backoff.h"
#include "backend-sync/hub/limits.h"
#include "core/check.h"
#include "core/text.h"

namespace mn {
namespace {

constexpr std::size_t kFoldPage = 10'000;

// For whoever watches the log; a donor waits there.
void tell(const Admission& admission, const CallNews& news) {
  const OriginId& origin = news.call.entry.origin;
  const auto member = admission.roster.members.find(origin);
  const Result<std::string> name =
      member == admission.roster.members.end() ? Result<std::string>(std::string()) : sanitise(member->second.name);
  const std::string who = name && !name->empty() ? *name : origin_text(origin);
  if (news.is_open) {
    spdlog::warn("HELP: somebody at {} asks for help, at the screen \"{}\" (entry {})", who, news.call.screen,
                 entry_text(news.call.entry));
  } else {
    spdlog::info("the call for help at {} was answered (entry {})", who, entry_text(news.call.entry));
  }
}

}  // namespace

Keeper::Keeper(Opening opening, std::function<void(Kept)> kept)
    : opening_(std::move(opening)), kept_(std::move(kept)) {}

Result<std::unique_ptr<Keeper>> Keeper::open(const Opening& opening, std::function<void(Kept)> kept) {
  std::unique_ptr<Keeper> keeper(new Keeper(opening, std::move(kept)));
  if (Done opened = keeper->open_journal(); !opened) return opened.failure();
  const unsigned examiners = std::clamp(std::thread::hardware_concurrency() / 2, 1U, limits::kExaminersMax);
  for (unsigned i = 0; i < examiners; ++i) keeper->examiners_.emplace_back([k = keeper.get()] { k->examine_pushes(); });
  keeper->keeping_ = std::thread([k = keeper.get()] { k->keep_runs(); });
  return keeper;
}

Keeper::~Keeper() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  pushes_wait_.notify_all();
  for (std::thread& examiner : examiners_) examiner.join();
  {
    const std::lock_guard lock(mutex_);
    examined_all_ = true;
  }
  runs_wait_.notify_all();
  if (keeping_.joinable()) keeping_.join();
}

// Everything that is known is folded from the journal, here and nowhere else.
Done Keeper::open_journal() {
  journal_.reset();
  Result<Own> own = open_own(opening_);
  if (!own) return own.failure();
  Admission admission = begin_admission(opening_.campaign, own->origin);
  heads_.clear();
  calls_ = {};
  position_ = 0;
  for (;;) {
    Result<std::vector<Placed>> page = own->journal->read_after(position_, kFoldPage);
    if (!page) return page.failure();
    if (page->empty()) break;
    for (const Placed& placed : *page) {
      apply(admission, placed.entry);
      (void)apply(calls_, placed.entry);
      heads_[placed.entry.header.origin] = {placed.entry.header.origin, placed.entry.header.seq, placed.entry.digest};
    }
    position_ = page->back().position;
  }
  const HubCard card{own->origin, own->keys.public_key, own->journal->epoch(), opening_.campaign, opening_.name};
  wipe(own->keys.secret);
  if (card_.epoch.empty()) card_ = card;
  if (card.epoch != card_.epoch || card.origin != card_.origin) {
    return Failure{Cause::refused, opening_.location + " was replaced while this hub ran; restart it"};
  }
  journal_ = std::move(own->journal);
  for (const auto& [entry, call] : calls_.open) tell(admission, {call, true});
  const std::lock_guard lock(mutex_);
  // Quarantine is lifted by a person who restarts the program, not by a disk that came back.
  if (admission_) admission.quarantined = admission_->quarantined;
  admission_ = std::make_shared<const Admission>(std::move(admission));
  return {};
}

HubHeads Keeper::heads() const {
  HubHeads all{card_.epoch, position_, {}};
  for (const auto& [origin, head] : heads_) all.heads.push_back(head);
  return all;
}

std::shared_ptr<const Admission> Keeper::admission() const {
  const std::lock_guard lock(mutex_);
  return admission_;
}

void Keeper::push(std::string packed, std::function<void(Reply)> answer) {
  {
    const std::lock_guard lock(mutex_);
    if (pushes_.size() < limits::kPushesWaiting) {
      pushes_.push_back({std::move(packed), std::move(answer)});
      answer = nullptr;
    }
  }
  if (answer) return answer(reply_of(card_.epoch, Failure{Cause::busy, "too many pushes are waiting; try again"}));
  pushes_wait_.notify_one();
}

void Keeper::examine_pushes() {
  std::unique_lock lock(mutex_);
  for (;;) {
    pushes_wait_.wait(lock, [&] { return stopping_ || !pushes_.empty(); });
    if (pushes_.empty()) return;
    Push push = std::move(pushes_.front());
    pushes_.pop_front();
    const std::shared_ptr<const Admission> admission = admission_;
    lock.unlock();
    Result<Run> run = examine(*admission, view_of(push.packed));
    if (run) {
      lock.lock();
      const bool was_empty = runs_.empty();
      runs_.push_back({*std::move(run), std::move(push.answer)});
      if (was_empty) runs_wait_.notify_one();
      continue;
    }
    Kept refusal;
    refusal.answered.push_back({std::move(push.answer), reply_of(card_.epoch, run.failure())});
    kept_(std::move(refusal));
    lock.lock();
    // Once for each reason in a row: who is refused tries again.
    if (run.failure().words != last_refusal_) spdlog::warn("a push was refused: {}", run.failure().words);
    last_refusal_ = run.failure().words;
  }
}

void Keeper::keep_runs() {
  for (;;) {
    std::vector<Examined> batch;
    {
      std::unique_lock lock(mutex_);
      runs_wait_.wait(lock, [&] { return examined_all_ || !runs_.empty(); });
      if (runs_.empty()) return;
      std::size_t entries = 0;
      while (!runs_.empty() && batch.size() < limits::kCommitRunsMax && entries < limits::kCommitEntriesMax) {
        entries += runs_.front().run.size();
        batch.push_back(std::move(runs_.front()));
        runs_.pop_front();
      }
    }
    keep(std::move(batch));
  }
}

// One commit for all of them.
void Keeper::keep(std::vector<Examined> batch) {
  // Runs of one origin that came over several connections may have overtaken each other.
  std::stable_sort(batch.begin(), batch.end(), [](const Examined& one, const Examined& other) {
    return one.run.front().header.seq < other.run.front().header.seq;
  });
  std::vector<Run> runs;
  runs.reserve(batch.size());
  for (Examined& examined : batch) runs.push_back(std::move(examined.run));
  const Result<std::vector<Answer>> answers =
      journal_ ? journal_->append(runs) : Failure{Cause::unavailable, "it could not be opened again"};
  if (!answers) {
    spdlog::error("the journal failed: {}", answers.failure().words);
    refuse(std::move(batch));
    return reopen();
  }
  Kept kept;
  MN_CHECK(answers->size() == runs.size(), "a journal answers one for one");
  std::shared_ptr<Admission> settled;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Answer& answer = (*answers)[i];
    if (settles(runs[i], answer)) {
      if (!settled) settled = std::make_shared<Admission>(*admission());
      settle(*settled, runs[i], answer);
    }
    if (answer.outcome == Outcome::conflict) {
      spdlog::error(
          "CONFLICT: origin {} wrote two different entries under one number; it is quarantined until a person has "
          "looked and "
          "restarted this hub. Nothing was counted twice.",
          origin_text(answer.head.origin));
    }
    Head& head = heads_[answer.head.origin];
    if (answer.outcome == Outcome::appended) tell_calls(runs[i], head.seq);
    if (answer.head.seq > head.seq) {
      position_ += answer.head.seq - head.seq;
      kept.changed.heads.push_back(answer.head);
    }
    head = answer.head;
    kept.answered.push_back({std::move(batch[i].answer), reply_of(card_.epoch, answer)});
  }
  if (settled) {
    const std::lock_guard lock(mutex_);
    admission_ = std::move(settled);
  }
  kept.changed.epoch = card_.epoch;
  kept.changed.position = position_;
  kept_(std::move(kept));
}

// Of the entries that were not here before.
void Keeper::tell_calls(const Run& run, Seq after) {
  for (const Entry& entry : run) {
    if (entry.header.seq <= after) continue;
    if (const std::optional<CallNews> news = apply(calls_, entry)) tell(*admission(), *news);
  }
}

// The journal does not keep: nobody hears "kept", and everybody may send again.
void Keeper::refuse(std::vector<Examined> batch) {
  Kept kept;
  kept.journal_well = false;
  kept.changed = {card_.epoch, position_, {}};
  const Failure failure{Cause::unavailable, "the hub's journal cannot be written just now"};
  for (Examined& examined : batch)
    kept.answered.push_back({std::move(examined.answer), reply_of(card_.epoch, failure)});
  kept_(std::move(kept));
}

// A failed commit means unknown: what is really kept is read again before anything more is said.
void Keeper::reopen() {
  for (int failures = 1;; ++failures) {
    const Done opened = open_journal();
    if (opened) break;
    spdlog::error("the journal cannot be opened: {}", opened.failure().words);
    std::vector<Examined> waiting;
    bool ending = false;
    {
      std::unique_lock lock(mutex_);
      runs_wait_.wait_for(lock, std::chrono::milliseconds(backoff_ceiling_ms(failures)), [&] { return examined_all_; });
      waiting.assign(std::make_move_iterator(runs_.begin()), std::make_move_iterator(runs_.end()));
      runs_.clear();
      ending = examined_all_;
    }
    refuse(std::move(waiting));
    if (ending) return;
  }
  spdlog::info("the journal is open again at position {}", position_);
  Kept kept;
  kept.start_over = true;
  kept.changed = heads();
  kept_(std::move(kept));
}

}  // namespace mn
