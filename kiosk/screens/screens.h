// The screens of the kiosk, one file each: every draw_… paints one state and returns at most one tap. They decide
// nothing, keep nothing and read no clock. What a donor typed is drawn, never named in a target.
#pragma once

#include "kiosk/screens/frame.h"

namespace mn::kiosk {

// Draws the visit's screen and, when somebody must be asked whether they are there, the question above it.
std::optional<Tap> draw_visit(const ui::Canvas& canvas, const Sight& sight);

std::optional<Tap> draw_attract(const ui::Canvas& canvas, const Sight& sight);
std::optional<Tap> draw_amount(const ui::Canvas& canvas, const Amount& screen, const Sight& sight);
std::optional<Tap> draw_keypad(const ui::Canvas& canvas, const Keypad& screen, const Sight& sight);
std::optional<Tap> draw_large_check(const ui::Canvas& canvas, const LargeCheck& screen, const Sight& sight);
std::optional<Tap> draw_who(const ui::Canvas& canvas, const Who& screen, const Sight& sight);
std::optional<Tap> draw_name(const ui::Canvas& canvas, const Name& screen, const Sight& sight);
std::optional<Tap> draw_review(const ui::Canvas& canvas, const Review& screen, const Sight& sight);
std::optional<Tap> draw_recording(const ui::Canvas& canvas, const Recording& screen, const Sight& sight);
std::optional<Tap> draw_thanks(const ui::Canvas& canvas, const Thanks& screen, const Sight& sight);
std::optional<Tap> draw_resting(const ui::Canvas& canvas, const Resting& screen, const Sight& sight);
std::optional<Tap> draw_idle(const ui::Canvas& canvas, int seconds_left, const Sight& sight);

// The keys of the name screen. Their labels in the targets line are what they would type now ("a", "A", "&"), and
// "sắc" "huyền" "hỏi" "ngã" "nặng", "shift", "backspace", "space", "page".
std::optional<Key> draw_keyboard(const ui::Canvas& canvas, ui::Rect area, const Name& screen, const Sight& sight);
// The least height a keyboard needs.
float keyboard_height(const ui::Canvas& canvas);

// How long the shoot of the recording screen grows.
inline constexpr int kGrowthMs = 1600;
// Milliseconds until the first screen changes by itself, `shown_ms` after it began.
int attract_change_ms(std::int64_t shown_ms);
// Milliseconds until the picture changes by itself; nothing when only an event can change it.
std::optional<int> next_change_ms(const Sight& sight);

}  // namespace mn::kiosk
