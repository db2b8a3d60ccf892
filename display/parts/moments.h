// What the great moments are made of, besides the parts of the tally: light, small things in the air, gold headlines,
// figures side by side, a slim strip of arrivals. All deterministic: the same time gives the same picture.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "display/parts/layout.h"
#include "display/parts/parts.h"
#include "display/parts/words.h"
#include "display/picture.h"
#include "ui/canvas.h"

namespace mn {

// A wall to compose for: what is safe to write on, and its least letters, in which everything else is measured.
struct Sheet {
  Shape shape = Shape::wide;
  float least = 24;
  float reading = 24;  // for running text: larger where there is much room
  ui::Rect safe;
};
Sheet sheet_of(const ui::Canvas& canvas);

// The eased share of what begins at `from_ms` of an arc and is done at `to_ms`.
float arc(std::int64_t at_ms, std::int64_t from_ms, std::int64_t to_ms);

// Light.

// One hour of the morning running into another, smooth at every share.
void draw_hours(const ui::Canvas& canvas, Mood from, Mood to, float share);
// The same, while the sun comes up in the later hour: `risen` 0 below the hills, 1 where the stage has it. The hills
// stand before it.
void draw_sunrise(const ui::Canvas& canvas, Mood before, Mood day, float share, float risen);
// Evening over all that was drawn, so that much text reads well on it.
void draw_veil(const ui::Canvas& canvas);
// The light in which a gold line stands, soft to all sides. A still layer.
void draw_halo(const ui::Canvas& canvas, ui::Rect around, float strength);

// Small things in the air. `time_ms` since they began; what began long ago goes on for ever.

struct Swarm {
  std::string_view sprite;
  int count = 40;
  std::uint32_t seed = 1;
  float size_least = 40;  // of the box a sprite is fitted into, canvas units
  float size_most = 90;
  std::int64_t crossing_ms = 16'000;  // from one edge of the canvas to the other
  std::int64_t spread_ms = 8'000;     // over which the first ones set out
};
void draw_rising(const ui::Canvas& canvas, const Swarm& swarm, std::int64_t time_ms, float strength = 1);
void draw_falling(const ui::Canvas& canvas, const Swarm& swarm, std::int64_t time_ms, float strength = 1);
// Fireflies over the fields, wandering in place.
void draw_fireflies(const ui::Canvas& canvas, ui::Rect where, int count, std::int64_t time_ms, float strength = 1);
// The children's kites, up from the fields to their places in the sky, where they sway.
void draw_kites(const ui::Canvas& canvas, std::span<const ui::Point> places, float size, std::int64_t time_ms);

// A bamboo that has a stretch for each milestone; `passed` of them stand, of the topmost so much has grown (0..1).
// Names stand beside the knots where there is room.
struct JointsFace {
  std::vector<std::string> names;
  int passed = 1;
  float growth = 1;
};
void draw_joints(const ui::Canvas& canvas, ui::Rect column, const JointsFace& face, float least);

// Words.

// One line of gold, as large as fits and not above size_most.
void draw_gold(const ui::Canvas& canvas, ui::Rect rect, const std::string& text, float size_most, float size_least,
               ui::Align align = ui::Align::centre);
// A sum in gold with its unit; the room for figure.widest is kept.
void draw_sum(const ui::Canvas& canvas, ui::Rect rect, const Figure& figure, const Words& words, float size_most,
              float size_least, ui::Align align = ui::Align::centre);

// A sum in words. One so long that it would be cut is left out: the figures say it.
void draw_words_of_sum(const ui::Canvas& canvas, ui::Rect box, const std::string& text, const ui::TextLook& look,
                       const Fitting& fitting);

// A title and a sum, and how many made it; any of them may be "".
struct Beside {
  std::string label;
  std::string value;
  std::string note;
};
// Side by side in `columns`, on one quiet panel.
void draw_figures_beside(const ui::Canvas& canvas, ui::Rect rect, std::span<const Beside> facts, int columns,
                         float least);
// One line each, the title to the left and the sum to the right.
void draw_figure_lines(const ui::Canvas& canvas, ui::Rect rect, std::span<const Beside> facts, float least);
// Received, in kind and matched gifts (those there are), never added.
std::vector<Beside> figures_beside(const Figures& figures, const Words& words);

// Emblem and fund in one line (or two on an upright wall): who speaks.
void draw_sender(const ui::Canvas& canvas, ui::Rect rect, const Picture& picture, float least,
                 ui::Align align = ui::Align::left);

// The latest arrivals in one row, those that come in rising into their places.
void draw_strip(const ui::Canvas& canvas, ui::Rect rect, const Picture& picture, const Words& words, float least);
// How high a strip is at this size of letters.
float strip_height(const Sheet& sheet);

// The payload's code on a white board with a line under it. `code` is as large as fits.
void draw_code_board(const ui::Canvas& canvas, ui::Rect rect, const std::string& payload,
                     std::span<const std::string> lines, float least);

}  // namespace mn
