// The second reading before the closing figures are called checked: a thread of its own, at the lowest priority, reads
// the journal from its start with a reader of its own, proves every digest, chain and signature, and folds what it
// proved. Knows nothing of what is on the screen.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "core/id.h"
#include "core/result.h"
#include "display/folded.h"

namespace mn {

// The figures of a journal as it was at that position, proven. Fails as verify does. `stopping` is asked all the time.
Result<Frozen> find_again(const std::string& location, const CampaignId& campaign, std::uint64_t position,
                          const std::function<bool()>& stopping = {});

class Checker {
 public:
  // `wake` is called from the thread when there is something to take.
  Checker(std::string location, CampaignId campaign, std::function<void()> wake);
  // Ends within a moment, whatever it is doing.
  ~Checker();
  Checker(const Checker&) = delete;
  Checker& operator=(const Checker&) = delete;

  // Finds the figures of that position again; once, however often it is asked for the same. What was asked before is
  // given up. A journal that cannot be read just now is tried again until it can.
  void find(std::uint64_t position);
  // What was found, or what the journal lacks of its proof.
  std::optional<Result<Frozen>> take();

 private:
  void run();
  bool stopping(std::uint64_t position);

  const std::string location_;
  const CampaignId campaign_;
  const std::function<void()> wake_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t wanted_ = 0;
  std::optional<Result<Frozen>> found_;
  bool stopping_ = false;
  std::thread thread_;  // while something is wanted for the first time
};

}  // namespace mn
