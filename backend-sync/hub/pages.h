// Serves readers: whether they may read, and pages of what they lack. One thread with its own reading connection, so
// that neither the I/O thread nor a commit ever waits for a read.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "backend-sync/receiving.h"
#include "backend-sync/wire.h"

namespace mn {

class Pages {
 public:
  using Answer = std::function<void(Result<std::string>)>;  // on this object's thread

  // `admission` is called from this object's thread.
  static Result<std::unique_ptr<Pages>> open(const std::string& location, const OriginId& own,
                                             std::function<std::shared_ptr<const Admission>()> admission);
  ~Pages();

  // Packed runs that the reader's heads lack (wire.h: PageRequest in the body).
  void ask_page(Reading reading, std::string authorization, Answer answer);
  // Only whether the reader may read: "" or why not.
  void ask_leave(Reading reading, std::string authorization, Answer answer);

 private:
  struct Ask {
    Reading reading;
    std::string authorization;
    bool wants_page = false;
    Answer answer;
  };

  Pages(std::unique_ptr<JournalReader> journal, const OriginId& own,
        std::function<std::shared_ptr<const Admission>()> admission);
  void take(Ask ask);
  void serve();
  Result<std::string> serve_one(const Ask& ask);
  Result<std::string> page(const PageRequest& request, Role role);

  std::unique_ptr<JournalReader> journal_;
  const OriginId own_;
  const std::function<std::shared_ptr<const Admission>()> admission_;
  std::mutex mutex_;
  std::condition_variable wait_;
  std::deque<Ask> asks_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace mn
