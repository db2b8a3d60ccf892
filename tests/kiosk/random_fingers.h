// Fingers, a keyboard, a reader, time and the journal's answers at random, on one kiosk's rules, with everything that
// must hold after every one of them. Seeded: the same seed, the same walk.
#pragma once

#include <deque>
#include <map>
#include <set>

#include "tests/core/random_source.h"
#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {

inline constexpr std::size_t kRecorderPlaces = 8;  // kiosk/recorder.h: kOrdersMax

class RandomFingers {
 public:
  explicit RandomFingers(std::uint64_t seed) : random_{seed} {}

  // One tap, key, wait or answer. Stops the test at the first thing that does not hold.
  void turn();
  // The same in two parts, for fingers that touch a real glass: what a tap of theirs does, and everything else.
  void tap(const Tap& tap);
  void type_or_wait();
  // Left alone with a journal that is well, the kiosk ends where visits begin.
  void check_not_stuck();

  Desk& desk() { return desk_; }
  RandomSource& random() { return random_; }
  const std::set<std::string_view>& seen() const { return seen_; }
  std::size_t pledges() const { return pledges_; }
  std::size_t calls() const { return calls_; }
  std::size_t thanked() const { return thanked_; }
  std::size_t invited() const { return invited_; }
  std::size_t goods() const { return goods_; }

 private:
  Tap any_tap();
  Tap likely_tap();
  Key any_key();
  void type_something();
  void press_something();
  void answer_something();
  void report();
  void look(std::string_view screen_before);
  void look_at_orders(std::string_view screen_before);
  void look_at_choices();

  RandomSource random_;
  Desk desk_;
  std::deque<Append> recorder_;  // what the recorder has not answered yet
  std::set<VisitId> ids_;        // of every order
  std::set<Seq> calls_answered_;
  std::map<VisitId, Seq> calls_told_;
  std::set<std::string_view> seen_;
  bool confirmed_ = false;  // by this turn's tap
  Seq next_seq_ = 1;
  std::size_t pledges_ = 0, calls_ = 0, thanked_ = 0, invited_ = 0, goods_ = 0;
};

}  // namespace mn::kiosk
