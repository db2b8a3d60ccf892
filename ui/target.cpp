// The press and release of one finger, and the list of what it can reach. Pure.
#include "ui/target.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "ui/tokens.h"

namespace mn::ui {
namespace {

const Target* topmost(const std::vector<Target>& targets, Point at) {
  for (auto target = targets.rbegin(); target != targets.rend(); ++target) {
    if (target->rect.holds(at)) return &*target;
  }
  return nullptr;
}

const Target* with_id(const std::vector<Target>& targets, TargetId id) {
  for (auto target = targets.rbegin(); target != targets.rend(); ++target) {
    if (target->id == id) return &*target;
  }
  return nullptr;
}

// Inside what was pressed, a little slack allowed, unless another target that could be touched lies there.
bool still_on(const std::vector<Target>& targets, TargetId id, Point at) {
  const Target* pressed = with_id(targets, id);
  if (pressed == nullptr || !pressed->enabled || !inset(pressed->rect, -kTouchSlop).holds(at)) return false;
  const Target* top = topmost(targets, at);
  return top == nullptr || top->id == id || (!top->enabled && !pressed->rect.holds(at));
}

void come_onto(Press& press, std::uint32_t at_ms) {
  press.inside = true;
  press.since_ms = at_ms;
  press.repeat_ms = at_ms + kRepeatFirstMs;
}

std::optional<TargetId> pressed(const Press& press) { return press.inside ? press.down_on : std::nullopt; }

bool may_repeat(const Press& press, const Target& target) { return target.repeats && press.repeats < kRepeatsMax; }

bool at_or_after(std::uint32_t now_ms, std::uint32_t due_ms) { return std::int32_t(now_ms - due_ms) >= 0; }

bool held_enough(const Press& press, const Target& target, std::uint32_t now_ms) {
  return target.hold_ms > 0 && press.inside && !press.spent &&
         now_ms - press.since_ms >= static_cast<std::uint32_t>(target.hold_ms);
}

void tap(Targets& targets, TargetId id, Point at, std::uint32_t at_ms) {
  targets.tapped = id;
  targets.tapped_at = at;
  targets.last_tap = Lift{at, at_ms};
}

void take_acting(Targets& targets, const Input& input) {
  if (is_too_soon(targets, input) || is_double_tap(targets, input)) {
    targets.press = {};
    return;
  }
  const Target* target = targets.press.down_on ? with_id(targets.shown, *targets.press.down_on) : nullptr;
  // Lifted before the frame that would have said so.
  if (input.kind == InputKind::up && target != nullptr && held_enough(targets.press, *target, input.at_ms)) {
    targets.held = target->id;
    targets.press.spent = true;
  }
  if (const auto tapped = advance_press(targets.press, input, targets.shown)) {
    tap(targets, *tapped, input.at, input.at_ms);
  }
  if (input.kind == InputKind::down) targets.began = targets.press.down_on;
}

// A further finger: it takes over from one that rests on nothing, and from key to key, whose first is tapped by that.
void take_another(Targets& targets, const Input& input) {
  const Press before = targets.press;
  if (before.down_on) {
    const Target* first = with_id(targets.shown, *before.down_on);
    const Target* second = topmost(targets.shown, input.at);
    const bool roll = first != nullptr && first->rolls && second != nullptr && second->rolls && second->enabled;
    if (!roll) return;
  }
  act_with(targets.hand, input.finger);
  take_acting(targets, input);
  if (before.down_on && before.inside && !before.spent) tap(targets, *before.down_on, before.at, input.at_ms);
}

void take(Targets& targets, const Input& input) {
  switch (advance_hand(targets.hand, input)) {
    case HandSays::nothing:
      return;
    case HandSays::act:
      return take_acting(targets, input);
    case HandSays::cancel:
      targets.press = {};
      return;
    case HandSays::another:
      return take_another(targets, input);
  }
}

void pass_time(Targets& targets) {
  Press& press = targets.press;
  const Target* target = pressed(press) ? with_id(targets.shown, *press.down_on) : nullptr;
  if (target == nullptr || !target->enabled) return;
  if (held_enough(press, *target, targets.now_ms)) {
    press.spent = true;
    targets.held = target->id;
  }
  if (!may_repeat(press, *target) || !at_or_after(targets.now_ms, press.repeat_ms)) return;
  // After a late frame no burst makes up for it: nobody saw what it would have deleted.
  press.repeat_ms += kRepeatNextMs;
  if (at_or_after(targets.now_ms, press.repeat_ms)) press.repeat_ms = targets.now_ms + kRepeatNextMs;
  ++press.repeats;
  press.spent = true;
  tap(targets, target->id, press.at, targets.now_ms);
}

// Half down at once, so that the very next frame answers.
float depth_of(const Targets& targets, TargetId id) {
  constexpr float kAtOnce = 0.5F;
  const auto eased = [&](std::uint32_t since_ms) { return ease_out(share_of(targets.now_ms - since_ms, 0, kPressMs)); };
  if (pressed(targets.press) == id) return kAtOnce + (1 - kAtOnce) * eased(targets.pressed_ms);
  if (targets.let_go == id) return 1 - eased(targets.let_go_ms);
  return 0;
}

}  // namespace

std::optional<TargetId> advance_press(Press& press, const Input& input, const std::vector<Target>& targets) {
  switch (input.kind) {
    case InputKind::down: {
      const Target* target = topmost(targets, input.at);
      press = {};
      if (target == nullptr || !target->enabled) return std::nullopt;
      press.down_on = target->id;
      press.at = input.at;
      come_onto(press, input.at_ms);
      return std::nullopt;
    }
    case InputKind::move: {
      if (!press.down_on) return std::nullopt;
      const bool was_inside = press.inside;
      press.at = input.at;
      press.inside = still_on(targets, *press.down_on, input.at);
      if (press.inside && !was_inside) come_onto(press, input.at_ms);
      return std::nullopt;
    }
    case InputKind::up: {
      const Press ended = press;
      press = {};
      if (!ended.down_on || ended.spent || !still_on(targets, *ended.down_on, input.at)) return std::nullopt;
      return ended.down_on;
    }
    case InputKind::cancel:
      press = {};
      return std::nullopt;
    case InputKind::key:
    case InputKind::text:
    case InputKind::composing:
      return std::nullopt;
  }
  return std::nullopt;
}

void advance_targets(Targets& targets, std::deque<Input>& waiting, std::uint32_t now_ms) {
  targets.now_ms = now_ms;
  targets.tapped.reset();
  targets.began.reset();
  targets.held.reset();
  // A kiosk may stand on one screen for weeks; the clock wraps, and long ago must not come to mean soon.
  constexpr std::uint32_t kLongAgoMs = 3'600'000;
  if (targets.seen_ms && now_ms - *targets.seen_ms > kLongAgoMs) targets.seen_ms = now_ms - kLongAgoMs;
  while (!waiting.empty() && !targets.tapped && !targets.held) {
    const Input input = waiting.front();
    waiting.pop_front();
    const std::optional<TargetId> before = pressed(targets.press);
    take(targets, input);
    if (const std::optional<TargetId> after = pressed(targets.press); after != before) {
      if (after) targets.pressed_ms = now_ms;
      if (before) targets.let_go = before;
      if (before) targets.let_go_ms = now_ms;
    }
  }
  if (!targets.tapped && !targets.held) pass_time(targets);
}

std::optional<int> next_touch_change_ms(const Targets& targets, std::uint32_t now_ms) {
  std::optional<int> next;
  const auto sooner = [&](std::int64_t in_ms) {
    const int wait = static_cast<int>(std::max<std::int64_t>(0, in_ms));
    next = next ? std::min(*next, wait) : wait;
  };
  // Until a frame later than the easing's end was drawn.
  constexpr std::int64_t kEaseFrameMs = 16;
  const std::int64_t since_frame = std::int64_t{now_ms - targets.now_ms};
  const bool down = pressed(targets.press).has_value();
  if ((down && targets.now_ms - targets.pressed_ms < kPressMs) ||
      (targets.let_go && targets.now_ms - targets.let_go_ms < kPressMs)) {
    sooner(kEaseFrameMs - since_frame);
  }
  if (!down) return next;
  const Target* target = with_id(targets.shown, *targets.press.down_on);
  if (target == nullptr || !target->enabled) return next;
  if (may_repeat(targets.press, *target)) {
    sooner(std::int32_t(targets.press.repeat_ms - now_ms));
  }
  if (target->hold_ms > 0 && !targets.press.spent) {
    const std::int64_t left = target->hold_ms - std::int64_t{now_ms - targets.press.since_ms};
    sooner(std::min<std::int64_t>(left, kHoldFrameMs - since_frame));
  }
  return next;
}

bool is_too_soon(const Targets& targets, const Input& down) {
  return down.kind == InputKind::down && targets.seen_ms && !at_or_after(down.at_ms, *targets.seen_ms + kUnseenMs);
}

bool is_double_tap(const Targets& targets, const Input& down) {
  if (!targets.turned_by || down.kind != InputKind::down) return false;
  const Point from = targets.turned_by->at;
  const bool near = std::abs(from.x - down.at.x) < kDoubleTapReach && std::abs(from.y - down.at.y) < kDoubleTapReach;
  // Not from the first tap on: while a slow picture was drawn nobody could see that it had been heard.
  return near && !at_or_after(down.at_ms, targets.seen_ms.value_or(targets.turned_by->at_ms) + kDoubleTapMs);
}

void begin_screen(Targets& targets, std::string_view name) {
  if (targets.screen == name) return;
  targets.screen = name;
  targets.press = {};
  targets.tapped.reset();
  targets.began.reset();
  targets.held.reset();
  targets.let_go.reset();
  targets.turned_by = targets.last_tap;
  targets.seen_ms.reset();
}

void screen_shown(Targets& targets, std::uint32_t now_ms) {
  if (!targets.seen_ms) targets.seen_ms = now_ms;
}

Touched add_target(Targets& targets, const Target& target) {
  if (targets.now.size() >= kTargetsMax) {
    std::fprintf(stderr, "ui: more than %zu targets on one screen\n", kTargetsMax);
    std::abort();
  }
  targets.now.push_back(target);
  const Press& press = targets.press;
  Touched touched;
  touched.pressed = pressed(press) == target.id;
  touched.tapped = targets.tapped == target.id;
  touched.began = targets.began == target.id;
  touched.held = targets.held == target.id;
  // An input of this frame may be a little younger than the frame.
  if (touched.pressed) touched.held_ms = std::max(0, std::int32_t(targets.now_ms - press.since_ms));
  touched.at = touched.tapped ? targets.tapped_at : press.at;
  touched.depth = depth_of(targets, target.id);
  return touched;
}

std::string targets_line(std::string_view screen, const std::vector<Target>& targets, Size canvas, float scale) {
  nlohmann::json list = nlohmann::json::array();
  for (const Target& target : targets) {
    list.push_back({{"id", target.id},
                    {"label", target.label},
                    {"enabled", target.enabled},
                    {"x", target.rect.x * scale},
                    {"y", target.rect.y * scale},
                    {"width", target.rect.width * scale},
                    {"height", target.rect.height * scale}});
  }
  const nlohmann::json line = {{"screen", screen},
                               {"width", canvas.width * scale},
                               {"height", canvas.height * scale},
                               {"targets", std::move(list)}};
  // A label that is not UTF-8 must not end the program that shows it.
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace mn::ui
