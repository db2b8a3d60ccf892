// The one look of Măng Non: colours, spacing, corners, type sizes, easing. Cream paper and bamboo green with the coral
// and gold of dawn over the karst hills; the display is the same morning before sunrise. Nothing else may name a colour
// or size.
#pragma once

#include <cstdint>

#include "ui/geometry.h"

namespace mn::ui {

struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;
  bool operator==(const Colour&) const = default;
};

constexpr Colour rgb(std::uint32_t hex, float alpha = 1.0F) {
  return {static_cast<std::uint8_t>((hex >> 16) & 0xFF), static_cast<std::uint8_t>((hex >> 8) & 0xFF),
          static_cast<std::uint8_t>(hex & 0xFF), static_cast<std::uint8_t>(alpha * 255.0F + 0.5F)};
}
constexpr Colour with_alpha(Colour colour, float alpha) {
  colour.alpha = static_cast<std::uint8_t>(alpha * 255.0F + 0.5F);
  return colour;
}
// Between two colours; share 0 gives the first, 1 the second.
Colour mixed(Colour first, Colour second, float share);
// WCAG 2.1 contrast of two opaque colours, 1..21.
double contrast(Colour text, Colour ground);

namespace hue {
constexpr Colour paper = rgb(0xFFFAF0);        // cards by daylight
constexpr Colour cream = rgb(0xFBF3E3);        // the ground by daylight
constexpr Colour sand = rgb(0xF1E6D0);         // quiet keys, tracks
constexpr Colour line = rgb(0xE4D6BA);         // hairlines on paper
constexpr Colour ink = rgb(0x15281F);          // text by daylight
constexpr Colour ink_soft = rgb(0x3F4F44);     // second text by daylight, still 7:1 on cream
constexpr Colour bamboo = rgb(0x14593A);       // what one may press
constexpr Colour bamboo_deep = rgb(0x0C3F29);  // its pressed and lower end
constexpr Colour leaf = rgb(0x2F8F57);         // fresh accents, never text
constexpr Colour shoot = rgb(0xA5CF5A);        // young bamboo, on dark grounds
constexpr Colour mist = rgb(0xE3EEDD);         // pale green ground of chosen things
constexpr Colour coral = rgb(0xE9674A);        // dawn; hearts
constexpr Colour coral_deep = rgb(0x87250F);   // warning text by daylight
constexpr Colour blush = rgb(0xFCE4D6);        // pale coral ground of warnings
constexpr Colour gold = rgb(0xE8AE42);         // milestones
constexpr Colour gold_light = rgb(0xFFE2A0);   // the number, upper end
constexpr Colour gold_deep = rgb(0xF6B84B);    // the number, lower end
constexpr Colour night = rgb(0x071A1C);        // the stage, darkest
constexpr Colour stage = rgb(0x0D2B2A);        // the stage
constexpr Colour stage_card = rgb(0x123834);   // cards on the stage
constexpr Colour stage_line = rgb(0x2C5A50);   // hairlines on the stage
constexpr Colour moon = rgb(0xFFF7E6);         // text on the stage
constexpr Colour moon_soft = rgb(0xCFE0D2);    // second text on the stage
constexpr Colour white = rgb(0xFFFFFF);
constexpr Colour black = rgb(0x000000);
constexpr Colour clear = rgb(0x000000, 0);
}  // namespace hue

// What a colour is for. Text pairs (ink, ink_soft, action_ink, warning) reach 7:1 on their grounds; a test holds that.
struct Theme {
  Colour ground;       // behind everything
  Colour surface;      // cards
  Colour quiet;        // quiet keys and tracks
  Colour line;         // hairlines and borders
  Colour ink;          // text on ground, surface, quiet
  Colour ink_soft;     // second text on ground, surface
  Colour action;       // the one thing to press: its upper end
  Colour action_deep;  // its lower end, and when pressed
  Colour action_ink;   // text on it
  Colour chosen;       // ground of what is chosen
  Colour chosen_line;  // its border
  Colour accent;       // hearts, progress
  Colour warning;      // warning text
  Colour warning_ground;
  Colour shadow;  // colour of soft shadows, alpha included
  Colour light;   // what upper edges catch of the lamp, alpha included
};
const Theme& light_theme();  // the kiosk
const Theme& dark_theme();   // the display
// A colour as the upper end of a face on which the theme's lamp shines by `share`.
Colour lit(const Theme& theme, Colour colour, float share);

namespace space {
constexpr float hair = 2;
constexpr float tiny = 8;
constexpr float small = 16;
constexpr float medium = 24;
constexpr float large = 40;
constexpr float huge = 64;
constexpr float margin = 64;  // between content and the edge of the screen
constexpr float touch = 96;   // the least side of anything to be touched (18 mm on the panels in use)
}  // namespace space

namespace corner {
constexpr float small = 12;
constexpr float medium = 20;
constexpr float large = 32;
constexpr float pill = 9999;  // half the shorter side
}  // namespace corner

namespace type_size {
constexpr float caption = 24;  // the least on either screen: 1/45 of the height
constexpr float body = 30;
constexpr float lead = 38;
constexpr float title = 52;
constexpr float headline = 72;
constexpr float display = 120;
constexpr float giant = 300;
}  // namespace type_size

// How long a motion takes, milliseconds. Nothing repeats faster than three times a second.
namespace pace {
constexpr int quick_ms = 140;
constexpr int calm_ms = 320;
constexpr int slow_ms = 900;
}  // namespace pace

// Easing: 0..1 in, 0..1 out (spring may pass 1 a little); what lies outside is clamped first.
float ease_out(float share);
float ease_in_out(float share);
float spring(float share);
// The share of a motion that began at `since_ms` and takes `takes_ms`, at `now_ms`.
float share_of(std::int64_t now_ms, std::int64_t since_ms, std::int64_t takes_ms);

}  // namespace mn::ui
