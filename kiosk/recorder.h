// The recorder: one thread that owns the kiosk's journal and appends what visits order, so that the drawing thread
// never waits for a disk. It carries out what recording.h decides and never touches the network.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "journal/open.h"
#include "kiosk/recording.h"

namespace mn::kiosk {

// Opens the journal as its one writer; asked again and again until it succeeds. open_own, except in tests.
using OpenJournal = std::function<Result<Own>()>;

struct RecorderOptions {
  OpenJournal open;
  CampaignId campaign;
  std::function<void()> report_made;                 // called on the recorder's thread; may be empty
  std::function<void(const std::string&)> complain;  // words for a technician, never for the screen; may be empty
  std::chrono::milliseconds retry{3000};             // between attempts to open a journal that is not well
};

inline constexpr std::size_t kOrdersMax = 8;

class Recorder {
 public:
  explicit Recorder(RecorderOptions options);  // starts the thread, which opens the journal and reports Well or Unwell
  ~Recorder();                                 // finishes the append under way, drops what was not begun
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  // The mailbox has few places, because a visit confirms once and a call for help is rare: more stops the program.
  void record(const Append& order);
  // What was reported since the last call, in order. Never waits.
  std::vector<Report> take_reports();

 private:
  void work();
  Report carry_out(const Append& order);
  AppendResult append(const Append& order, std::optional<Kept>& kept);
  bool reopen();
  bool look_up(const Append& order, std::optional<Kept>& kept);
  void complain(const Failure& failure);
  void report(const Report& report);

  const RecorderOptions options_;
  Own own_;                          // the worker's alone
  std::string complained_;           // the same words are not said twice in a row
  std::optional<OriginId> written_;  // as which origin this process has written; never another one

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Append> orders_;  // the mailbox; the first is being carried out
  std::vector<Report> reports_;
  bool stop_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace mn::kiosk
