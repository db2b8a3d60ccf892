// The live total for the first screen: a thread that reads a journal as its reader and folds it, so that the drawing
// thread never waits for a disk. Writes nothing. A journal that is not there or not well gives no total, and no word.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "core/money.h"

namespace mn::kiosk {

struct Total {
  std::int64_t count = 0;
  Money pledged;
  bool operator==(const Total&) const = default;
};

class Totals {
 public:
  // `changed` is called on the totals' thread; may be empty.
  Totals(std::string journal, std::function<void()> changed);
  ~Totals();
  Totals(const Totals&) = delete;
  Totals& operator=(const Totals&) = delete;

  std::optional<Total> now() const;

 private:
  void work();
  void follow();

  const std::string journal_;
  const std::function<void()> changed_;
  mutable std::mutex mutex_;
  std::optional<Total> total_;
  std::atomic<bool> stop_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace mn::kiosk
