// The parts a scene is made of; each draws itself inside its rectangle.
#pragma once

#include "display/parts/layout.h"
#include "display/parts/words.h"
#include "display/picture.h"
#include "ui/canvas.h"

namespace mn {

// The hour on the stage, 0 (night) … 1000 (the sun is up), and whether the children stand in it. It may change every
// frame; the stage is made anew only when it has gone a fortieth further.
struct Mood {
  std::int64_t dawn_permille = 0;
  bool children = true;
  bool disc = true;  // the sun itself; otherwise only its light
  bool land = true;  // otherwise only the sky
};
// The morning behind everything: opaque, one still layer.
void draw_stage(const ui::Canvas& canvas, Mood mood);
// Its parts, for what rises between the sky and the land; drawn at once, not kept.
void draw_sun_disc(const ui::Canvas& canvas, ui::Point middle, float risen);
void draw_land(const ui::Canvas& canvas, Mood mood);
void draw_stage(const ui::Canvas& canvas);

// A fixed number in 0..1 for each thing and purpose: the same at every run.
float scattered(std::uint32_t thing, std::uint32_t purpose);

// The light in which the number stands (`warmth` 0..1).
void draw_light(const ui::Canvas& canvas, ui::Rect around, float warmth);

// An amount in gold with its unit, as large as fits. The room for `widest` is kept, so that no digit moves on the way.
void draw_number(const ui::Canvas& canvas, ui::Rect rect, Money amount, Money widest, const Words& words,
                 const TypeScale& type);

// The thermometer: a bamboo that grows a joint for each tenth of the goal.
void draw_bamboo(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words);

// The latest pledges, the new ones coming in.
void draw_cards(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words);

// The fund's code to pay by, on white.
void draw_fund_qr(const ui::Canvas& canvas, const TallyLayout& layout, const Picture& picture, const Words& words);

// Petals fall behind all figures, slowly, while the goal is celebrated.
void draw_petals(const ui::Canvas& canvas, std::int64_t celebration_permille);

// A paragraph in its box. Smaller when it must be, never below floor_size; what does not fit even then ends in "…".
struct Fitting {
  int lines_max = 1;
  float floor_size = 0;
  bool centred = true;  // down the box; otherwise from its top
};
float draw_fitted(const ui::Canvas& canvas, ui::Rect box, const std::string& text, ui::TextLook look,
                  const Fitting& fitting);

// One pointed leaf from its stem; clockwise round.
void draw_leaf(const ui::Canvas& canvas, ui::Point stem, float length, float degrees, ui::Colour colour);

}  // namespace mn
