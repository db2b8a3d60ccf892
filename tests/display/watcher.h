// Somebody who watches the cards from the first to the last: notes when each entered and left, and when each pledge was
// seen for the first time. Checks on the way what holds for every picture.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "display/announcing.h"

namespace mn::test {

struct SeenCard {
  Announcement card;  // as it entered
  std::int64_t left_ms = -1;
};

struct Watcher {
  explicit Watcher(int lanes, std::int64_t now_ms = 0) : announcing(announcing_from(lanes, 0, {}, now_ms)) {}

  // Every change up to then, one by one.
  void watch_to(std::int64_t now_ms);

  // Inputs, after everything due by then was watched.
  void arrive(std::uint32_t pledge, Tier tier, std::int64_t now_ms, bool held = false);
  void call(std::uint32_t pledge, std::int64_t now_ms);
  void hold(std::int64_t now_ms);
  void release(std::int64_t now_ms);
  void drop(std::uint32_t pledge, std::int64_t now_ms);
  void absent(std::int64_t from_ms, std::int64_t to_ms);

  // When the card of a pledge entered; -1 when it has had none.
  std::int64_t told_ms(std::uint32_t pledge) const;
  const SeenCard* card_of(std::uint32_t pledge) const;

  Announcing announcing;
  std::map<std::uint32_t, SeenCard> cards;  // by id
  int paces_changed = 0;

 private:
  void note(const Announcing& before, std::int64_t now_ms);
};

// Fails the test where a picture of the cards is not one: two in a lane, a lane that is none, counts and names that do
// not fit.
void check_cards(const Announcing& announcing);

}  // namespace mn::test
