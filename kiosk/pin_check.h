// Checks a staff PIN on a thread of its own: it takes a good part of a second, and the drawing thread never waits.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "core/pin.h"
#include "core/private_text.h"

namespace mn::kiosk {

using TypedPin = PrivateText<kPinDigitsMax>;

class PinCheck {
 public:
  // `line`: what `mangnon pin` printed. `answered` is called on the checking thread when an answer is there; may be
  // empty.
  PinCheck(std::string line, std::function<void()> answered);
  ~PinCheck();  // waits for a check under way
  PinCheck(const PinCheck&) = delete;
  PinCheck& operator=(const PinCheck&) = delete;

  // One at a time; a second before the first was answered stops the program. The PIN is wiped once it was checked.
  void check(const TypedPin& pin);

  // The answer of the last check, once. `holds` is nothing when it could not be checked; `words` then say why.
  struct Answer {
    std::optional<bool> holds;
    std::string words;
  };
  std::optional<Answer> take_answer();

 private:
  void work();

  const std::string line_;
  const std::function<void()> answered_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<TypedPin> asked_;
  bool busy_ = false;
  std::optional<Answer> answer_;
  bool stop_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace mn::kiosk
