#include "kiosk/pin_check.h"

#include <utility>

#include "core/check.h"
#include "journal/pin_hash.h"

namespace mn::kiosk {

PinCheck::PinCheck(std::string line, std::function<void()> answered)
    : line_(std::move(line)), answered_(std::move(answered)), thread_([this] { work(); }) {}

PinCheck::~PinCheck() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void PinCheck::check(const TypedPin& pin) {
  {
    const std::lock_guard lock(mutex_);
    MN_CHECK(!busy_, "one PIN is checked at a time");
    busy_ = true;
    asked_ = pin;
  }
  changed_.notify_all();
}

std::optional<PinCheck::Answer> PinCheck::take_answer() {
  const std::lock_guard lock(mutex_);
  if (answer_) busy_ = false;
  return std::exchange(answer_, std::nullopt);
}

void PinCheck::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stop_ || asked_.has_value(); });
    if (stop_) return;
    Answer answer;
    {
      const TypedPin pin = *asked_;
      asked_.reset();
      lock.unlock();
      const Result<bool> holds = pin_holds(line_, pin.view());
      answer = holds ? Answer{*holds, {}} : Answer{std::nullopt, holds.failure().words};
    }
    lock.lock();
    answer_ = std::move(answer);
    lock.unlock();
    if (answered_) answered_();
    lock.lock();
  }
}

}  // namespace mn::kiosk
