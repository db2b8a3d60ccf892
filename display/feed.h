// The reader's thread: follows one journal and hands over what it says, in whole values, so that no wait for a disk can
// touch the drawing loop. Reads only. What goes wrong is said to the operator on stderr, never on the screen.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>

#include "display/show.h"
#include "journal/journal.h"

namespace mn {

inline constexpr std::size_t kReadEntriesMax = 500;  // a batch holds so many, and what is missing of its last visit

// A fold of the whole journal (the first, or after the file was replaced), or what came after the last delivery.
using Delivery = std::variant<Folded, Batch>;

class Feed {
 public:
  // Starts the thread. `wake` is called from it whenever there is something to take; it must not block.
  Feed(std::string location, CampaignId campaign, std::function<void()> wake);
  // Ends within about a quarter of a second.
  ~Feed();
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;

  // What waits, if anything; at most one delivery waits at a time, the thread reads on when it was taken.
  std::optional<Delivery> take();

  // What was handed over did not fit the fold, in the words given: the next delivery is a fold from the start.
  void read_again(const std::string& words);

 private:
  void run();
  void follow(JournalReader& reader);
  Result<Folded> fold_whole(JournalReader& reader);
  Result<Batch> next_batch(JournalReader& reader, Position after);
  bool deliver(Delivery delivery);
  bool stopping();
  bool asked();
  void rest();
  void tell(const std::string& words);

  const std::string location_;
  const CampaignId campaign_;
  const std::function<void()> wake_;
  std::map<OriginId, Seq> seen_;  // the furthest heads handed over
  std::string told_;              // the last words, so that they are said once

  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Delivery> waiting_;
  bool again_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace mn
