// One queue of donors before one kiosk, in a thread of its own: each reads what is on the glass and touches it, from
// "Chạm để bắt đầu" to the thanks. If the kiosk goes dark in the middle, the donor waits, asks the desk whether the
// pledge was kept, and begins again if not.
#pragma once

#include <atomic>
#include <mutex>
#include <thread>

#include "tests/demo/choosing.h"
#include "tests/demo/donors.h"
#include "tests/demo/finger.h"
#include "tests/demo/glass_view.h"
#include "tests/demo/stage.h"

namespace mn::demo {

struct QueueOptions {
  double speed = 1;  // 2: twice as quick
  std::filesystem::path pictures;
  bool take_pictures = false;  // one of each screen, the first time it is seen
};

class Queue {
 public:
  Queue(const KioskPlace& place, const Words& words, std::vector<Donor> donors, QueueOptions options);
  ~Queue();

  void begin();
  void give_up() { stop_ = true; }
  bool finished() const { return finished_; }
  int served() const { return served_; }    // donors who are done
  int thanked() const { return thanked_; }  // donors who saw the thanks screen
  int begun_again() const { return begun_again_; }
  int went_without() const { return went_without_; }  // donors who gave up
  int slips_asked() const { return slips_asked_; }
  // Those who saw it, as they are.
  std::vector<Donor> thanked_donors() const {
    const std::lock_guard hold(mutex_);
    return thanked_donors_;
  }
  // The donor in front is in the middle of a visit: past the first touch, before the thanks.
  bool in_the_middle() const { return in_the_middle_; }

 private:
  void run();
  enum class End { thanked, lost_sight, given_up };
  End visit(const Donor& donor);
  End take_leave(const Donor& donor, SoFar& so_far);
  bool carry_out(const Act& act);
  int reading_ms(const Act& act) const;
  bool touch(const std::string& label);
  bool wait_change(int timeout_ms);
  std::int64_t pledges_kept() const;
  void look();
  int pause_ms(int usual_ms) const { return std::max(1, static_cast<int>(usual_ms / options_.speed)); }

  const KioskPlace& place_;
  const Words& words_;
  std::vector<Donor> donors_;
  QueueOptions options_;
  Finger finger_;
  GlassView glass_;
  std::optional<Touchable> touched_;  // last
  std::vector<std::string> pictured_;
  std::thread thread_;
  std::atomic<bool> stop_ = false, finished_ = false, in_the_middle_ = false;
  std::atomic<int> served_ = 0, thanked_ = 0, begun_again_ = 0, went_without_ = 0, slips_asked_ = 0;
  mutable std::mutex mutex_;
  std::vector<Donor> thanked_donors_;
};

}  // namespace mn::demo
