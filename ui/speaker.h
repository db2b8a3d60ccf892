// Lets sounds be heard. A thread of its own opens the device when the first sound comes, because that may take long,
// and closes it after a silence. Without a device there is silence and no complaint.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>

#include "ui/sound.h"

namespace mn::ui {

struct Glass;

// Lets a sound be heard now. Never waits: on the drawing thread it costs a lock that nobody holds for long. A sound
// that could not begin within 300 ms is dropped, because it would belong to nothing on the glass any more.
void play(Glass& glass, Sound sound);
// 0 (off: the device is never opened) … 100; 60 at first.
void set_volume(Glass& glass, int percent);

class Speaker {
 public:
  explicit Speaker(std::chrono::milliseconds silence_max = std::chrono::seconds(10));
  ~Speaker();
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;

  // From one thread.
  void play(Sound sound);
  void set_volume(int percent) { volume_ = percent; }

  // For tests: whether a device is open, and from play() to the end of the buffer that begins the sound, of the last
  // sound; negative when none was heard yet.
  bool is_open() const;
  double last_latency_ms() const;

 private:
  struct Work;
  std::unique_ptr<Work> work_;
  std::atomic<int> volume_ = 60;
};

}  // namespace mn::ui
