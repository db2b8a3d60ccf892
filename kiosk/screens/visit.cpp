// Which screen is drawn, what lies over it, and when it must be drawn again.
#include "kiosk/overloaded.h"
#include "kiosk/screens/screens.h"

namespace mn::kiosk {
namespace {

constexpr int kMotionMs = 16;
constexpr int kGrowMs = 40;

std::optional<Tap> draw_screen(const ui::Canvas& canvas, const Sight& sight) {
  return std::visit(Overloaded{
                        [&](const Attract&) { return draw_attract(canvas, sight); },
                        [&](const Amount& s) { return draw_amount(canvas, s, sight); },
                        [&](const Keypad& s) { return draw_keypad(canvas, s, sight); },
                        [&](const LargeCheck& s) { return draw_large_check(canvas, s, sight); },
                        [&](const GoodsWhat& s) { return draw_goods_what(canvas, s, sight); },
                        [&](const GoodsCount& s) { return draw_goods_count(canvas, s, sight); },
                        [&](const GoodsValue& s) { return draw_goods_value(canvas, s, sight); },
                        [&](const Who& s) { return draw_who(canvas, s, sight); },
                        [&](const Name& s) { return draw_name(canvas, s, sight); },
                        [&](const Review& s) { return draw_review(canvas, s, sight); },
                        [&](const WayOfGiving& s) { return draw_way(canvas, s, sight); },
                        [&](const PayOn& s) { return draw_pay_on(canvas, s, sight); },
                        [&](const Purpose& s) { return draw_purpose(canvas, s, sight); },
                        [&](const Message& s) { return draw_message(canvas, s, sight); },
                        [&](const ContactForm& s) { return draw_contact(canvas, s, sight); },
                        [&](const Recording& s) { return draw_recording(canvas, s, sight); },
                        [&](const Thanks& s) { return draw_thanks(canvas, s, sight); },
                        [&](const Resting& s) { return draw_resting(canvas, s, sight); },
                        [&](const StaffPin& s) { return draw_staff_pin(canvas, s, sight); },
                        [&](const Staff& s) { return draw_staff(canvas, s, sight); },
                    },
                    sight.visit.screen);
}

// The name by which what is on the glass is known to those who touch it from outside.
std::string_view glass_name(const Visit& visit, bool idle) {
  if (idle) return "idle";
  if (visit.call.open) return "help";
  switch (visit.panel) {
    case Panel::language:
      return "language";
    case Panel::comfort:
      return "comfort";
    case Panel::notice:
      return "notice";
    case Panel::none:
      break;
  }
  return screen_name(visit.screen);
}

}  // namespace

std::optional<Tap> draw_visit(const ui::Canvas& glass, const Sight& sight) {
  ui::Canvas canvas = glass;
  canvas.reduced_motion = sight.reduced_motion;
  if (sight.visit.comfort.large_text) canvas.text_scale = ui::kLargeText;
  const std::optional<int> idle = idle_seconds_left(sight.visit, sight.terms.patience, sight.now_ms);
  ui::begin_screen(*canvas.targets, glass_name(sight.visit, idle.has_value()));
  const std::optional<Tap> tap = draw_screen(canvas, sight);
  if (idle) return draw_idle(canvas, *idle, sight);
  if (sight.visit.call.open) {
    // The staff's door stays a door: it is what the help that came may need.
    return draw_call(canvas, sight);
  }
  return sight.visit.panel == Panel::none ? tap : draw_panel(canvas, sight);
}

std::optional<int> next_change_ms(const Sight& sight) {
  const bool reduced_motion = sight.reduced_motion;
  const Visit& visit = sight.visit;
  if (!reduced_motion && sight.now_ms - visit.since_ms < kEnterMs) return kMotionMs;
  if (std::holds_alternative<Recording>(visit.screen)) {
    return sight.now_ms - visit.since_ms < kGrowthMs ? std::optional(kGrowMs) : 1000;
  }
  if (std::holds_alternative<Attract>(visit.screen)) {
    return attract_change_ms(sight.now_ms - visit.since_ms, reduced_motion);
  }
  const Patience& patience = sight.terms.patience;
  const std::int64_t untouched_ms = sight.now_ms - visit.touched_ms;
  if (idle_seconds_left(visit, patience, sight.now_ms) || thanks_seconds_left(visit, patience, sight.now_ms)) {
    return static_cast<int>(1000 - untouched_ms % 1000);
  }
  const std::int64_t warning_ms = warning_ms_of(visit, patience);
  if (untouched_ms < warning_ms) return static_cast<int>(std::min<std::int64_t>(1000, warning_ms - untouched_ms));
  return 1000;
}

}  // namespace mn::kiosk
