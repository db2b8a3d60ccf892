// Which finger acts.
#include "ui/hand.h"

#include <algorithm>

namespace mn::ui {
namespace {

auto with_id(Hand& hand, std::int64_t id) {
  return std::find_if(hand.down.begin(), hand.down.end(), [&](const Hand::Finger& finger) { return finger.id == id; });
}

bool made_up_mouse(const Hand& hand, const Input& input) {
  if (input.finger != kMouseFinger || !hand.heard_ms) return false;
  const bool finger_down =
      std::any_of(hand.down.begin(), hand.down.end(), [](const Hand::Finger& f) { return f.id != kMouseFinger; });
  return finger_down || input.at_ms - *hand.heard_ms < kMadeUpMouseMs;
}

// Fingers that went without a word make room when another one comes.
void drop_lost(Hand& hand, std::uint32_t now_ms) {
  std::erase_if(hand.down, [&](const Hand::Finger& finger) { return now_ms - finger.heard_ms >= kLostFingerMs; });
  if (hand.acting && with_id(hand, *hand.acting) == hand.down.end()) hand.acting.reset();
  if (hand.down.empty()) hand.refused = false;
}

void drop_mouse(Hand& hand) {
  std::erase_if(hand.down, [](const Hand::Finger& finger) { return finger.id == kMouseFinger; });
  if (hand.acting == kMouseFinger) hand.acting.reset();
}

HandSays refuse(Hand& hand) {
  const bool acted = hand.acting.has_value();
  hand.acting.reset();
  hand.refused = true;
  return acted ? HandSays::cancel : HandSays::nothing;
}

HandSays come_down(Hand& hand, const Input& input) {
  if (made_up_mouse(hand, input)) return HandSays::nothing;
  drop_lost(hand, input.at_ms);
  // Some make the mouse up before they tell of its finger.
  if (input.finger != kMouseFinger) drop_mouse(hand);
  // The same finger again: its lifting was lost.
  if (const auto known = with_id(hand, input.finger); known != hand.down.end()) {
    if (hand.acting == input.finger) hand.acting.reset();
    hand.down.erase(known);
  }
  if (hand.down.size() >= kFingersMax) return refuse(hand);
  const bool alone = hand.down.empty();
  const bool at_once = std::any_of(hand.down.begin(), hand.down.end(),
                                   [&](const Hand::Finger& finger) { return input.at_ms - finger.down_ms < kPalmMs; });
  hand.down.push_back({input.finger, input.at_ms, input.at_ms});
  if (alone) hand.refused = false;
  if (hand.refused) return HandSays::nothing;
  if (at_once || hand.down.size() >= kPalmFingers) return refuse(hand);
  if (hand.acting) return HandSays::another;
  // The one that acted is gone and others still rest on the glass: this one acts.
  hand.acting = input.finger;
  return HandSays::act;
}

HandSays go_on(Hand& hand, const Input& input) {
  const auto known = with_id(hand, input.finger);
  if (known == hand.down.end()) return HandSays::nothing;
  known->heard_ms = input.at_ms;
  const bool acts = hand.acting == input.finger;
  if (input.kind == InputKind::up) {
    hand.down.erase(known);
    if (acts) hand.acting.reset();
    if (hand.down.empty()) hand.refused = false;
  }
  return acts ? HandSays::act : HandSays::nothing;
}

}  // namespace

HandSays advance_hand(Hand& hand, const Input& input) {
  HandSays says = HandSays::nothing;
  switch (input.kind) {
    case InputKind::down:
      says = come_down(hand, input);
      break;
    case InputKind::move:
    case InputKind::up:
      says = go_on(hand, input);
      break;
    case InputKind::cancel:
      says = hand.acting ? HandSays::cancel : HandSays::nothing;
      hand = Hand{.down = {}, .acting = {}, .refused = false, .heard_ms = hand.heard_ms};
      return says;
    case InputKind::key:
    case InputKind::text:
    case InputKind::composing:
      return HandSays::nothing;
  }
  if (input.finger != kMouseFinger) hand.heard_ms = input.at_ms;
  return says;
}

void act_with(Hand& hand, std::int64_t finger) {
  if (with_id(hand, finger) != hand.down.end()) hand.acting = finger;
}

}  // namespace mn::ui
