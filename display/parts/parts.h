// The parts scenes are made of; each draws itself inside its rectangle, from plain values.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "display/parts/layout.h"
#include "display/parts/words.h"
#include "display/picture.h"
#include "ui/canvas.h"
#include "ui/icon.h"

namespace mn {

// The hour on the stage, 0 (night) … 1000 (the sun is up), and whether the children stand in it. It may change every
// frame; the stage is made anew only when it has gone a fortieth further.
struct Mood {
  std::int64_t dawn_permille = 0;
  bool children = true;
  bool disc = true;  // the sun itself; otherwise only its light
  bool land = true;  // otherwise only the sky
  float lower = 0;   // canvas units by which the land lies lower, so that a low wall keeps a dark sky behind its words
};
// It dawns with the way to the goal; the sun waits until the goal was celebrated. On a low ribbon the children would
// stand behind words.
Mood mood_of(const Picture& picture, Shape shape);
// The morning behind everything: opaque, one still layer.
void draw_stage(const ui::Canvas& canvas, Mood mood);
// Its parts, for what rises between the sky and the land; drawn at once, not kept.
void draw_sun_disc(const ui::Canvas& canvas, ui::Point middle, float risen);
void draw_land(const ui::Canvas& canvas, Mood mood);

// The dusk behind a number and its words, so that they are read in the brightest morning. A still layer.
void draw_shade(const ui::Canvas& canvas, ui::Rect behind);

// The light in which a number or a name stands (`warmth` 0..1). A still layer.
void draw_light(const ui::Canvas& canvas, ui::Rect around, float warmth);

// Who invites, and to what.
void draw_header(const ui::Canvas& canvas, const HeaderLayout& layout, const Picture& picture, const TypeScale& type);

// An amount in gold with its unit, as large as fits and not above `size_most`. The room for `widest` is kept, so that
// no digit moves on the way.
void draw_number(const ui::Canvas& canvas, ui::Rect rect, Money amount, Money widest, const Words& words,
                 float size_most, float size_least);

// The lower end of its gold: the darkest that is read.
ui::Colour number_colour_lower();

// The words of one card. Made of what masking let through, and of nothing else.
struct CardFace {
  ui::Icon icon = ui::Icon::heart;
  bool named = false;     // the badge is green; without a name it is coral
  std::string kind;       // kind of giver; "" for none
  std::string name;       // or what stands for it
  std::string amount;     // with its unit; goods; or "Chung một tấm lòng"; "" for none
  bool is_money = false;  // gold digits on one line; otherwise words
  std::string message;    // "" for none
};
CardFace face_of(const PublicCard& card, const Words& words);
// The picture and the name of a kind of giver; "" for one who is not named.
ui::Icon icon_of(Giver giver);
std::string kind_of(Giver giver, const Words& words);
// Of a card on the screen, which may stand for several that came together.
CardFace face_of(const CardShown& card, const Words& words);

enum class CardLook {
  line,   // one line: badge, name, amount
  night,  // a card of the stage's own green
  paper,  // cream paper with a golden edge
  grand,  // the same, larger: for the largest gifts
};
// How a card of that tier looks in the place of honour (lane 0) or beside it.
CardLook look_of(const CardShown& card, bool honour);

// How tall a card wants to be in this room, so that nothing of it is cut: a long name takes more lines, not less size
// than type.least. May be more than the room has.
float card_height(const ui::Canvas& canvas, ui::Size room, const CardFace& face, CardLook look, const TypeScale& type);
// One card, a still layer of its own: move or fade it by the canvas. A taller place is filled.
void draw_card(const ui::Canvas& canvas, ui::Rect rect, const CardFace& face, CardLook look, const TypeScale& type);

// A card among others. `presence` 0..1: how far it has come in (or is still there); those below make room for it.
struct FlowCard {
  CardFace face;
  CardLook look = CardLook::line;
  float presence = 1;
  // What stood in its place before: it covers that one while it comes in. Null: the stage.
  std::shared_ptr<const FlowCard> before = nullptr;
};
// Cards from the top of the place downwards, each as tall as it wants to be; the first ones that are not lines take the
// whole width, lines stand in `columns`. What has no room left is not drawn.
void draw_flow(const ui::Canvas& canvas, ui::Rect place, const std::vector<FlowCard>& cards, int columns, float gap,
               const TypeScale& type);

// Small things that fall or rise over the whole canvas, deterministic: the same seed and time give the same picture.
enum class Particles { petals, leaves, fireflies, lanterns, star_lanterns };
constexpr int kParticlesMax = 300;
// `time_ms` since they began; `strength` 0..1 fades all of them. At most kParticlesMax.
void draw_particles(const ui::Canvas& canvas, Particles kind, int count, std::uint32_t seed, std::int64_t time_ms,
                    float strength = 1);

// A fixed number in 0..1 for each thing and purpose: the same at every run.
float scattered(std::uint32_t thing, std::uint32_t purpose);

// A young bamboo that grows from one mark to the next.
struct BambooFace {
  float share = 0;  // of the way, 0..1
  bool reached = false;
  std::string from;      // beside its foot; "" for none
  std::string to_label;  // above `to`; "" for none
  std::string to;        // at its top
  std::string percent;   // beside its tip; "" for none
  float marks = 1;       // how far the words of both ends have appeared
};
// Upright in a column, or lying from left to right when the place is wider than tall.
void draw_bamboo(const ui::Canvas& canvas, ui::Rect place, const BambooFace& face, const TypeScale& type);

// The fund's code to pay by, on a white board. Nothing when there is no payload or no place.
void draw_fund_qr(const ui::Canvas& canvas, const QrLayout& layout, const Picture& picture, const Words& words,
                  const TypeScale& type);

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
