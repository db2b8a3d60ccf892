// The moment of the morning. A breath of dark, then the sun rises over the karst, the number stands in its light, and
// lanterns, kites and petals follow one after the other. After its arc it goes on calmly for as long as it is on.
// Brightness changes slowly; nothing flashes.
#include <algorithm>
#include <array>

#include "core/strings.h"
#include "display/milestones.h"
#include "display/parts/moments.h"
#include "display/parts/stage_place.h"
#include "display/scenes/scene.h"
#include "ui/paint.h"

namespace mn {
namespace {

// The arc, in milliseconds.
constexpr std::int64_t kDarkMs = 1'300;      // the breath
constexpr std::int64_t kGreyMs = 3'600;      // first light
constexpr std::int64_t kSunMs = 2'600;       // the sun begins to rise
constexpr std::int64_t kRisenMs = 8'600;     // and has risen
constexpr std::int64_t kNumberMs = 2'000;    // the number comes out of the dark
constexpr std::int64_t kHeadMs = 4'200;      // what it means
constexpr std::int64_t kWordsMs = 6'000;     // and in words
constexpr std::int64_t kLanternsMs = 5'200;  // lanterns set out
constexpr std::int64_t kKitesMs = 8'000;
constexpr std::int64_t kPetalsMs = 7'000;
constexpr std::int64_t kThanksMs = 11'000;
constexpr std::int64_t kCalmMs = 20'000;  // from here on only what may stay

constexpr Mood kNight{.dawn_permille = 0, .children = true, .disc = false};
constexpr Mood kGrey{.dawn_permille = 550, .children = true, .disc = false};
constexpr Mood kDay{.dawn_permille = 1000, .children = true, .disc = false};

struct Layout {
  ui::Rect sender;
  ui::Rect head;
  ui::Rect number;
  ui::Rect words;
  ui::Rect thanks;
  ui::Rect strip;
  float head_size = 0;
  float number_size = 0;
};

Layout lay_out(const Sheet& sheet, const StagePlace& place) {
  Layout out;
  const float u = sheet.least;
  ui::Rect rest = sheet.safe;
  const float strip = strip_height(sheet);
  switch (sheet.shape) {
    case Shape::wide: {
      out.head_size = 92;
      out.number_size = 214;
      out.sender = ui::cut_top(rest, u * 3, u * 0.9F);
      out.head = ui::cut_top(rest, 120, 4);
      out.number = ui::cut_top(rest, 214);
      out.words = ui::cut_top(rest, 54, 10);
      out.thanks = ui::cut_top(rest, 54);
      out.strip = ui::cut_bottom(rest, strip);
      const float left = place.children.right() + u;
      out.strip = {left, out.strip.y, sheet.safe.right() - left, strip};
      break;
    }
    case Shape::panorama: {
      out.head_size = 104;
      out.number_size = 280;
      ui::Rect low = ui::cut_bottom(rest, strip);
      const float left = place.children.right() + u * 3;
      out.strip = {left, low.y, low.right() - left, strip};
      out.sender = {rest.x, low.y, place.children.x - u * 3 - rest.x, strip};
      out.head = ui::cut_top(rest, 140, 0);
      out.number = ui::cut_top(rest, 270);
      out.words = ui::cut_top(rest, 64, 8);
      out.thanks = ui::cut_top(rest, 64);
      break;
    }
    case Shape::ribbon: {
      out.head_size = 150;
      out.number_size = 400;
      out.strip = ui::cut_bottom(rest, strip, 8);
      out.head = ui::cut_top(rest, 196);
      out.words = ui::cut_bottom(rest, u * 1.5F);
      out.number = rest;
      break;
    }
    case Shape::upright: {
      out.head_size = 104;
      out.number_size = 190;
      out.sender = ui::cut_top(rest, u * 3.4F, u * 1.6F);
      out.head = ui::cut_top(rest, 280, 10);
      out.number = ui::cut_top(rest, 190, 6);
      out.words = ui::cut_top(rest, u * 4.2F, 10);
      out.thanks = ui::cut_top(rest, u * 2.8F, u);
      out.strip = ui::cut_top(rest, strip);
      break;
    }
  }
  return out;
}

void draw_sky(const ui::Canvas& canvas, std::int64_t ms, const Mood& before) {
  const bool children = before.children;
  const auto with = [&](Mood mood) {
    mood.children = children;
    return mood;
  };
  if (ms >= kRisenMs) return draw_stage(canvas, {.dawn_permille = 1000, .children = children});
  if (ms < kDarkMs) return draw_hours(canvas, before, with(kNight), arc(ms, 0, kDarkMs));
  if (ms < kGreyMs) return draw_hours(canvas, with(kNight), with(kGrey), arc(ms, kDarkMs, kGreyMs));
  draw_sunrise(canvas, with(kGrey), with(kDay), arc(ms, kGreyMs, kRisenMs), arc(ms, kSunMs, kRisenMs));
}

// Lanterns and kites are behind the words, petals too.
void draw_air(const ui::Canvas& canvas, const Sheet& sheet, const StagePlace& place, std::int64_t ms) {
  const float calm = 1 - 0.55F * arc(ms, kCalmMs, kGoalCelebrationMs);
  const float wide = canvas.size.width / canvas.size.height;
  const int lanterns = sheet.shape == Shape::upright ? 34 : std::min(74, static_cast<int>(22 * wide + 8));
  draw_rising(canvas,
              {.sprite = "lantern_sky",
               .count = lanterns,
               .seed = 3,
               .size_least = 54,
               .size_most = 118,
               .crossing_ms = 17'000,
               .spread_ms = 12'000},
              ms - kLanternsMs);
  const float kite = sheet.shape == Shape::upright ? 150.0F : 170.0F;
  const auto at = [&](float x, float y) { return ui::Point{canvas.size.width * x, place.horizon * y}; };
  switch (sheet.shape) {
    case Shape::wide:
      draw_kites(canvas, std::array{at(0.085F, 0.84F), at(0.905F, 0.80F), at(0.80F, 0.93F), at(0.20F, 0.93F)}, kite,
                 ms - kKitesMs);
      break;
    case Shape::ribbon:
      draw_kites(canvas, std::array{at(0.045F, 0.42F), at(0.955F, 0.50F)}, 210, ms - kKitesMs);
      break;
    case Shape::panorama:
      draw_kites(canvas,
                 std::array{at(0.12F, 0.40F), at(0.87F, 0.66F), at(0.20F, 0.74F), at(0.95F, 0.36F), at(0.84F, 0.15F),
                            at(0.055F, 0.18F)},
                 kite, ms - kKitesMs);
      break;
    case Shape::upright:
      draw_kites(canvas, std::array{at(0.86F, 0.90F), at(0.14F, 0.84F), at(0.62F, 0.80F)}, kite, ms - kKitesMs);
      break;
  }
  draw_falling(canvas,
               {.sprite = "petal",
                .count = std::min(96, static_cast<int>(46 * std::max(wide, 1.0F))),
                .seed = 9,
                .size_least = 16,
                .size_most = 34,
                .crossing_ms = 11'000,
                .spread_ms = 9'000},
               ms - kPetalsMs, calm);
}

void draw_goal(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const std::int64_t ms = picture.scene_ms;
  const Sheet sheet = sheet_of(whole);
  const StagePlace place = place_stage(whole.size);
  const Layout layout = lay_out(sheet, place);
  draw_sky(whole, ms, mood_of(picture, sheet.shape));
  draw_air(whole, sheet, place, ms);

  const ui::Canvas canvas = drifted(whole, picture);
  const auto at = [&](std::int64_t from_ms, std::int64_t takes_ms) { return arc(ms, from_ms, from_ms + takes_ms); };
  const ui::Align centre = ui::Align::centre;
  if (layout.sender.width > 0) {
    const bool aside = sheet.shape == Shape::panorama;
    draw_sender(canvas, layout.sender, picture, sheet.reading, aside ? ui::Align::left : centre);
  }
  const float lit = std::min(layout.number.width * 0.8F, layout.number_size * 5.2F);
  draw_halo(canvas, ui::centred(layout.number, {lit, layout.number.height}), 0.9F * at(kNumberMs, 2'400));
  const Figure& figure = picture.leads == Lead::received ? picture.figures.received : picture.figures.pledged;
  // It is never out of sight: an ember in the dark.
  constexpr float kEmber = 0.36F;
  const float lit_share = at(kNumberMs, 1'800);
  draw_sum(ui::moved(ui::faded(canvas, kEmber + (1 - kEmber) * lit_share), {0, 26 * (1 - at(kNumberMs, 2'200))}),
           layout.number, figure, words, layout.number_size, sheet.least);
  const float head = at(kHeadMs, 1'600);
  draw_fitted(ui::moved(ui::faded(canvas, head), {0, 18 * (1 - head)}), layout.head, words.reached,
              {ui::Face::display_extrabold, layout.head_size, ui::hue::moon, centre}, {2, sheet.least});
  draw_words_of_sum(ui::faded(canvas, at(kWordsMs, 1'600)), layout.words, picture.in_words,
                    {ui::Face::medium, sheet.reading * 1.35F, ui::hue::moon, centre}, {3, sheet.least});
  if (layout.thanks.width > 0) {
    draw_fitted(ui::faded(canvas, at(kThanksMs, 2'000)), layout.thanks, words.text("scene.everybody"),
                {ui::Face::semibold, sheet.reading * 1.5F, ui::hue::gold_light, centre}, {2, sheet.least});
  }
  draw_strip(canvas, layout.strip, picture, words, sheet.reading);
}

}  // namespace

SceneFile goal_scene() { return {{.name = "goal", .turn = Turn::moment, .cards = true, .moves = true}, draw_goal}; }

}  // namespace mn
