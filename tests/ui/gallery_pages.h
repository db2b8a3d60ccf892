// The gallery's pages: each shows a part of the kit, in every state it can be in.
#pragma once

#include "ui/canvas.h"

namespace mn::gallery {

// Backgrounds, type, buttons, cards, icons, a QR code.
void draw_day(const ui::Canvas& canvas);
// The display's look; `shown` is the number on it.
void draw_night(ui::Canvas canvas, double shown);
// Every control: resting, pressed, chosen, disabled; choices, rows.
void draw_controls(const ui::Canvas& canvas);
// Badges, rings, bubbles over keys, calm lines.
void draw_notices(const ui::Canvas& canvas);

// What an attract loop may be made of: six pictures and thirty leaves adrift, a light going over the call to touch.
void draw_attract(const ui::Canvas& canvas, double seconds);

}  // namespace mn::gallery
