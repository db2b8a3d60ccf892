// The press and release of one finger, and the list of what it can reach. Pure.
#include "ui/target.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

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

}  // namespace

std::optional<TargetId> advance_press(Press& press, const Input& input, const std::vector<Target>& targets) {
  switch (input.kind) {
    case InputKind::down: {
      const Target* target = topmost(targets, input.at);
      press = {};
      if (target != nullptr && target->enabled) press = {target->id, true};
      return std::nullopt;
    }
    case InputKind::move:
      if (press.down_on) press.inside = still_on(targets, *press.down_on, input.at);
      return std::nullopt;
    case InputKind::up: {
      const std::optional<TargetId> pressed = press.down_on;
      press = {};
      if (pressed && still_on(targets, *pressed, input.at)) return pressed;
      return std::nullopt;
    }
    case InputKind::cancel:
      press = {};
      return std::nullopt;
    case InputKind::key:
    case InputKind::text:
      return std::nullopt;
  }
  return std::nullopt;
}

bool is_double_tap(const Targets& targets, const Input& down) {
  if (!targets.turned_by || down.kind != InputKind::down) return false;
  const Point from = targets.turned_by->at;
  const bool near = std::abs(from.x - down.at.x) < kDoubleTapReach && std::abs(from.y - down.at.y) < kDoubleTapReach;
  return near && down.at_ms - targets.turned_by->at_ms < kDoubleTapMs;
}

void begin_screen(Targets& targets, std::string_view name) {
  if (targets.screen == name) return;
  targets.screen = name;
  targets.press = {};
  targets.tapped.reset();
  targets.turned_by = targets.last_tap;
}

Touched add_target(Targets& targets, const Target& target) {
  if (targets.now.size() >= kTargetsMax) {
    std::fprintf(stderr, "ui: more than %zu targets on one screen\n", kTargetsMax);
    std::abort();
  }
  targets.now.push_back(target);
  const Press& press = targets.press;
  return {.pressed = press.inside && press.down_on == target.id, .tapped = targets.tapped == target.id};
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
