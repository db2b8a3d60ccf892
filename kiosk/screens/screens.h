// The screens of the kiosk: every draw_… paints one state and returns at most one tap. They decide nothing, keep
// nothing and read no clock. What a donor typed is drawn, never named in a target.
#pragma once

#include "kiosk/screens/frame.h"

namespace mn::kiosk {

// Draws the visit's screen and what lies over it: a panel, the call for help, the question whether somebody is there.
std::optional<Tap> draw_visit(const ui::Canvas& canvas, const Sight& sight);

std::optional<Tap> draw_attract(const ui::Canvas& canvas, const Sight& sight);
std::optional<Tap> draw_amount(const ui::Canvas& canvas, const Amount& screen, const Sight& sight);
std::optional<Tap> draw_keypad(const ui::Canvas& canvas, const Keypad& screen, const Sight& sight);
std::optional<Tap> draw_large_check(const ui::Canvas& canvas, const LargeCheck& screen, const Sight& sight);
std::optional<Tap> draw_goods_what(const ui::Canvas& canvas, const GoodsWhat& screen, const Sight& sight);
std::optional<Tap> draw_goods_count(const ui::Canvas& canvas, const GoodsCount& screen, const Sight& sight);
std::optional<Tap> draw_goods_value(const ui::Canvas& canvas, const GoodsValue& screen, const Sight& sight);
std::optional<Tap> draw_who(const ui::Canvas& canvas, const Who& screen, const Sight& sight);
std::optional<Tap> draw_name(const ui::Canvas& canvas, const Name& screen, const Sight& sight);
std::optional<Tap> draw_review(const ui::Canvas& canvas, const Review& screen, const Sight& sight);
std::optional<Tap> draw_way(const ui::Canvas& canvas, const WayOfGiving& screen, const Sight& sight);
std::optional<Tap> draw_pay_on(const ui::Canvas& canvas, const PayOn& screen, const Sight& sight);
std::optional<Tap> draw_purpose(const ui::Canvas& canvas, const Purpose& screen, const Sight& sight);
std::optional<Tap> draw_message(const ui::Canvas& canvas, const Message& screen, const Sight& sight);
std::optional<Tap> draw_contact(const ui::Canvas& canvas, const ContactForm& screen, const Sight& sight);
std::optional<Tap> draw_recording(const ui::Canvas& canvas, const Recording& screen, const Sight& sight);
std::optional<Tap> draw_thanks(const ui::Canvas& canvas, const Thanks& screen, const Sight& sight);
std::optional<Tap> draw_resting(const ui::Canvas& canvas, const Resting& screen, const Sight& sight);
std::optional<Tap> draw_staff_pin(const ui::Canvas& canvas, const StaffPin& screen, const Sight& sight);
std::optional<Tap> draw_staff(const ui::Canvas& canvas, const Staff& screen, const Sight& sight);

std::optional<Tap> draw_panel(const ui::Canvas& canvas, const Sight& sight);
std::optional<Tap> draw_call(const ui::Canvas& canvas, const Sight& sight);
std::optional<Tap> draw_idle(const ui::Canvas& canvas, int seconds_left, const Sight& sight);

// How long the shoot of the recording screen grows.
inline constexpr int kGrowthMs = 1600;
// Milliseconds until the first screen changes by itself, `shown_ms` after it began.
int attract_change_ms(std::int64_t shown_ms, bool reduced_motion);
// Milliseconds until the picture changes by itself; nothing when only an event can change it.
std::optional<int> next_change_ms(const Sight& sight);

}  // namespace mn::kiosk
