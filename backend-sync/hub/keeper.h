// Examines pushes on a few threads and appends them on one: everything that waits goes into one commit, and each push
// is answered only after the commit that holds it. The one writer of the hub's journal.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "backend-sync/calls.h"
#include "backend-sync/receiving.h"
#include "backend-sync/wire.h"
#include "journal/open.h"

namespace mn {

// What one commit (or one refusal) brings: called from the keeper's threads, so hand it over to the thread that
// answers.
struct AnsweredPush {
  std::function<void(Reply)> answer;
  Reply reply;
};
struct Kept {
  std::vector<AnsweredPush> answered;
  HubHeads changed;         // heads that moved in this commit, and the position after it
  bool start_over = false;  // `changed` is all there is: the journal was opened again after a failure
  bool journal_well = true;
};

class Keeper {
 public:
  // Opens (or makes) the journal and folds it. `kept` is called from other threads until the destructor has returned.
  static Result<std::unique_ptr<Keeper>> open(const Opening& opening, std::function<void(Kept)> kept);
  ~Keeper();  // what was taken is finished first

  // Any thread. `answer` comes back in a Kept.
  void push(std::string packed, std::function<void(Reply)> answer);

  // What is known about who may write and read, as of the last commit.
  std::shared_ptr<const Admission> admission() const;
  const HubCard& card() const { return card_; }
  HubHeads heads() const;  // before any push

 private:
  struct Push {
    std::string packed;
    std::function<void(Reply)> answer;
  };
  struct Examined {
    Run run;
    std::function<void(Reply)> answer;
  };

  Keeper(Opening opening, std::function<void(Kept)> kept);
  Done open_journal();
  void examine_pushes();
  void keep_runs();
  void keep(std::vector<Examined> batch);
  void tell_calls(const Run& run, Seq after);
  void refuse(std::vector<Examined> batch);
  void reopen();

  const Opening opening_;
  const std::function<void(Kept)> kept_;
  std::unique_ptr<Journal> journal_;  // the keeping thread's, after open()
  std::map<OriginId, Head> heads_;
  Position position_ = 0;
  Calls calls_;  // the keeping thread's, after open()
  HubCard card_;

  mutable std::mutex mutex_;
  std::condition_variable pushes_wait_, runs_wait_;
  std::deque<Push> pushes_;
  std::deque<Examined> runs_;
  std::shared_ptr<const Admission> admission_;
  std::string last_refusal_;
  bool stopping_ = false;
  bool examined_all_ = false;
  std::vector<std::thread> examiners_;
  std::thread keeping_;
};

}  // namespace mn
