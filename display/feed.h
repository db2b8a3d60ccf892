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

#include "display/book.h"
#include "display/screen_clock.h"
#include "display/show.h"
#include "journal/journal.h"

namespace mn {

inline constexpr std::size_t kReadEntriesMax = 500;  // a batch holds so many, and what is missing of its last visit
// The second look: a connection of its own, so that nothing comes from a cache, every few seconds, and a slice of
// entries each time. A million entries are gone through in three hours, for a thousandth of a core.
inline constexpr std::int64_t kLookEveryMs = 5'000;
inline constexpr std::size_t kLookEntries = 500;
inline constexpr std::int64_t kFreshEveryMs = 5'000;  // between two words about how fresh the copy is

// A fold of the whole journal: the first, or after it was replaced.
struct Whole {
  Folded folded;
  std::string epoch;
};
// The first, when the screen's book says where an earlier run of this program was: the show as it goes on now.
struct GoesOn {
  Show show;
  std::string epoch;
};
// The right figures and little else, while a large journal is still being folded; the next delivery is one of the
// above.
struct Early {
  Folded folded;
};
// What came after the last delivery, or that the copy held everything at a time.
using Delivery = std::variant<Whole, GoesOn, Early, Batch, noted::Fresh>;

struct FeedOrder {
  std::string location;
  std::string book;                    // to go on by; "": the screen begins with what the journal adds up to
  const Campaign* campaign = nullptr;  // outlives the feed, as the scenes do
  SceneRules scenes;
  Wall wall;
  ScreenClock clock;
  std::int64_t look_every_ms = kLookEveryMs;
};

class Feed {
 public:
  // Starts the thread. `wake` is called from it whenever there is something to take; it must not block.
  Feed(FeedOrder order, std::function<void()> wake);
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
  Done follow(JournalReader& reader);
  Done catch_up(JournalReader& reader);
  Result<std::optional<GoesOn>> go_on(JournalReader& reader);
  bool deliver_early(JournalReader& reader, const std::vector<BookLine>& lines);
  Result<Folded> fold_whole(JournalReader& reader);
  Result<Batch> next_batch(JournalReader& reader);
  Done look_after(JournalReader& reader);
  void tell_freshness();
  bool deliver(Delivery delivery);
  bool stopping();
  bool asked();
  void rest();
  void tell(const std::string& words);

  const FeedOrder order_;
  const std::function<void()> wake_;
  bool delivered_ = false;          // something was, at least once
  Position position_ = 0;           // of the last entry handed over
  std::map<OriginId, Head> heads_;  // as of then
  std::int64_t freshness_told_ms_ = 0;
  std::string told_;  // the last words, so that they are said once

  // The second look at what is on the disk.
  std::int64_t looked_ms_ = 0;
  Position looked_to_ = 0;
  std::map<OriginId, Digest> looked_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Delivery> waiting_;
  bool again_ = false;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace mn
