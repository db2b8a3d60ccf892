// A visitor who touches what is on the glass: mostly what leads on, now and then anything else, and types a name by
// finger or by keyboard. Sends real SDL events; knows the glass only by its targets.
#pragma once

#include <vector>

#include "kiosk/screens/screens.h"
#include "tests/core/random_source.h"
#include "ui/target.h"

namespace mn::kiosk {

class Visitor {
 public:
  explicit Visitor(std::uint64_t seed) : random_{seed} {}
  // Touches one of these targets, or types a word. False when there is nothing to touch.
  bool act(const Visit& visit, const std::vector<ui::Target>& targets, ui::Size canvas);
  RandomSource& random() { return random_; }

 private:
  void touch(const ui::Target& target, ui::Size canvas);

  RandomSource random_;
  float side_ = 0.3F;  // where on a target the next finger comes down: two at one place so soon are a double tap
};

}  // namespace mn::kiosk
