// Which screen is drawn, and when it must be drawn again.
#include "kiosk/screens/screens.h"

namespace mn::kiosk {
namespace {

constexpr int kMotionMs = 16;
constexpr int kGrowMs = 40;

std::optional<Tap> draw_screen(const ui::Canvas& canvas, const Sight& sight) {
  struct Drawing {
    const ui::Canvas& canvas;
    const Sight& sight;
    std::optional<Tap> operator()(const Attract&) const { return draw_attract(canvas, sight); }
    std::optional<Tap> operator()(const Amount& screen) const { return draw_amount(canvas, screen, sight); }
    std::optional<Tap> operator()(const Keypad& screen) const { return draw_keypad(canvas, screen, sight); }
    std::optional<Tap> operator()(const LargeCheck& screen) const { return draw_large_check(canvas, screen, sight); }
    std::optional<Tap> operator()(const Who& screen) const { return draw_who(canvas, screen, sight); }
    std::optional<Tap> operator()(const Name& screen) const { return draw_name(canvas, screen, sight); }
    std::optional<Tap> operator()(const Review& screen) const { return draw_review(canvas, screen, sight); }
    std::optional<Tap> operator()(const Recording& screen) const { return draw_recording(canvas, screen, sight); }
    std::optional<Tap> operator()(const Thanks& screen) const { return draw_thanks(canvas, screen, sight); }
    std::optional<Tap> operator()(const Resting& screen) const { return draw_resting(canvas, screen, sight); }
  };
  return std::visit(Drawing{canvas, sight}, sight.visit.screen);
}

}  // namespace

std::optional<Tap> draw_visit(const ui::Canvas& canvas, const Sight& sight) {
  const std::optional<int> idle = idle_seconds_left(sight.visit, sight.terms.patience, sight.now_ms);
  ui::begin_screen(*canvas.targets, idle ? "idle" : screen_name(sight.visit.screen));
  const std::optional<Tap> tap = draw_screen(canvas, sight);
  return idle ? draw_idle(canvas, *idle, sight) : tap;
}

std::optional<int> next_change_ms(const Sight& sight) {
  const Visit& visit = sight.visit;
  if (sight.now_ms - visit.since_ms < kEnterMs) return kMotionMs;
  if (std::holds_alternative<Recording>(visit.screen)) {
    return sight.now_ms - visit.since_ms < kGrowthMs ? std::optional(kGrowMs) : 1000;
  }
  if (std::holds_alternative<Attract>(visit.screen)) return attract_change_ms(sight.now_ms - visit.since_ms);
  const Patience& patience = sight.terms.patience;
  const std::int64_t untouched_ms = sight.now_ms - visit.touched_ms;
  if (idle_seconds_left(visit, patience, sight.now_ms) || thanks_seconds_left(visit, patience, sight.now_ms)) {
    return static_cast<int>(1000 - untouched_ms % 1000);
  }
  if (untouched_ms < patience.warning_ms) return static_cast<int>(patience.warning_ms - untouched_ms);
  return 1000;
}

}  // namespace mn::kiosk
