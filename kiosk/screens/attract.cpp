// The first screen: a morning over the hills that moves a little, the children, the call, what has been pledged so far,
// and now and then another fact. What stands still is painted once; only what moves is drawn anew.
#include <fmt/format.h>

#include <cmath>

#include "core/numbers.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn::kiosk {
namespace {

constexpr std::int64_t kFactMs = 9000;
constexpr std::int64_t kFadeMs = 240;
// How often what drifts is drawn anew: often enough that slow things glide, and a waiting kiosk stays cool.
constexpr int kDriftFrameMs = 33;
constexpr float kTurn = 6.2831853F;

// Where a thing is that swings `reach` about its place once in `period_ms`.
float swing(std::int64_t shown_ms, std::int64_t period_ms, float reach, float phase = 0) {
  const float share = static_cast<float>(shown_ms % period_ms) / static_cast<float>(period_ms);
  return std::sin((share + phase) * kTurn) * reach;
}

// Where a thing is that crosses from `from` to `to` once in `period_ms`.
float crossing(std::int64_t shown_ms, std::int64_t period_ms, float from, float to, float phase = 0) {
  const std::int64_t at = (shown_ms + static_cast<std::int64_t>(phase * static_cast<float>(period_ms))) % period_ms;
  return from + (to - from) * static_cast<float>(at) / static_cast<float>(period_ms);
}

// Small things only: each frame repaints where they were and where they are. They stand at any place between pixels,
// so that slow ones glide instead of jumping from pixel to pixel.
void draw_drifting(const ui::Canvas& canvas, std::int64_t shown_ms) {
  const float width = canvas.size.width, height = canvas.size.height;
  const float sky = canvas.portrait() ? height * 0.36F : height * 0.34F;
  ui::draw_sprite(canvas, "kite",
                  {width * 0.13F + 75 + swing(shown_ms, 9000, 26), sky * 0.86F + 75 + swing(shown_ms, 7000, 14, 0.3F)},
                  {.size = {150, 150}, .degrees = swing(shown_ms, 9000, 5, 0.15F)});
  for (int i = 0; i < 3; ++i) {
    const float n = static_cast<float>(i);
    const std::int64_t wave = 2600 + 300 * i;
    const ui::Point at{crossing(shown_ms, 52'000 + 4000 * i, -80, width + 80, 0.18F * n),
                       sky * (1.02F + 0.09F * n) + swing(shown_ms, wave, 9, 0.3F * n)};
    // It looks where it flies: a quarter of a wave ahead of its height.
    ui::draw_sprite(canvas, "bird", at, {.size = {56, 40}, .degrees = swing(shown_ms, wave, 7, 0.3F * n + 0.25F)});
  }
  for (int i = 0; i < 5; ++i) {
    const float n = static_cast<float>(i);
    const std::int64_t period = 15'000 + 1700 * i;
    const float down = crossing(shown_ms, period, -60, height + 40, 0.21F * n);
    const bool left = i % 2 == 0;
    const float x =
        (left ? width * (0.02F + 0.03F * n) : width * (0.98F - 0.035F * n)) + swing(shown_ms, 4200, 34, 0.2F * n);
    ui::draw_sprite(canvas, i % 3 == 2 ? "petal" : "leaf", {x, down + 22},
                    {.size = {44, 44},
                     .degrees = swing(shown_ms, 4200, 26, 0.2F * n + 0.25F),
                     .mirrored = 0.7F + swing(shown_ms, 3100 + 170 * i, 0.3F, 0.4F * n)});
  }
}

void draw_call(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const ui::Align align = ui::Align::centre;
  ui::TextLook look{.face = ui::Face::display_extrabold,
                    .size = canvas.portrait() ? 92.0F : 116.0F,
                    .colour = theme.action,
                    .align = align,
                    .lower = theme.action_deep};
  const std::string& title_words = word(sight, "attract.title");
  if (!canvas.portrait()) look.size = ui::fitting_size(canvas, title_words, look, area.width, 64);
  while (ui::wrapped(canvas, title_words, look, area.width, 4).size() > 3) look.size -= 4;
  const float title = ui::draw_paragraph(canvas, area, title_words, look, 3, 1.14F);
  ui::cut_top(area, title + ui::space::tiny);
  ui::TextLook under{.face = ui::Face::medium, .size = 42, .colour = theme.ink, .align = align};
  while (under.size > 26 && ui::wrapped(canvas, word(sight, "attract.sub"), under, area.width, 4).size() > 2) {
    under.size -= 2;
  }
  ui::draw_paragraph(canvas, area, word(sight, "attract.sub"), under, 2, 1.25F);
}

// What everybody has pledged so far, and how many they are.
void draw_total(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  if (!sight.total || sight.total->count == 0) return;
  const ui::Theme& theme = *canvas.theme;
  const ui::TextLook number{
      .face = ui::Face::display_extrabold, .size = 54, .colour = theme.action, .align = ui::Align::centre};
  const std::string hearts = fill(word(sight, "attract.hearts"), {{"count", grouped(Money{sight.total->count})}});
  const std::string caption = word(sight, "attract.pledged") + " · " + hearts;
  const std::string sum = figure(sight.total->pledged);
  const float wide = std::max(ui::text_width(canvas, sum, number), 420.0F) + 96;
  ui::Rect tag = ui::centred(area, {std::min(area.width, wide), std::min(area.height, ui::text_size(canvas, 122))});
  ui::fill(canvas, tag, ui::with_alpha(theme.surface, 0.9F), ui::corner::large);
  ui::outline(canvas, tag, theme.surface, ui::corner::large, 3);
  ui::Rect inside = ui::inset(tag, 12);
  ui::draw_text_in(canvas, ui::cut_top(inside, inside.height * 0.38F), caption,
                   {.face = ui::Face::semibold, .size = 28, .colour = theme.ink, .align = ui::Align::centre}, 18);
  ui::draw_text_in(canvas, inside, sum, number, 28);
}

void draw_fact(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const std::vector<Wording>& facts = sight.terms.campaign.facts;
  if (facts.empty()) return;
  const std::int64_t shown_ms = std::max<std::int64_t>(0, sight.now_ms - sight.visit.since_ms);
  const std::size_t place = static_cast<std::size_t>(shown_ms / kFactMs) % facts.size();
  const std::int64_t into_ms = shown_ms % kFactMs;
  const float share =
      into_ms < kFactMs / 2 ? ui::share_of(into_ms, 0, kFadeMs) : 1 - ui::share_of(into_ms, kFactMs - kFadeMs, kFadeMs);
  const float opacity = canvas.reduced_motion ? 1.0F : ui::ease_in_out(share);
  const ui::Theme& theme = *canvas.theme;
  ui::fill(canvas, area, ui::with_alpha(theme.surface, 0.9F), ui::corner::pill);
  ui::draw_icon(canvas, ui::Icon::leaf, {area.x + 36, area.y + area.height / 2 - 22, 44, 44}, ui::hue::leaf);
  const ui::Rect inside{area.x + 96, area.y, area.width - 132, area.height};
  ui::TextLook look{.face = ui::Face::medium, .size = 34, .colour = theme.ink, .align = ui::Align::centre};
  const std::string& text = facts[place].in(sight.visit.language);
  const auto height = [&] {
    return static_cast<float>(ui::wrapped(canvas, text, look, inside.width, 4).size()) *
           ui::text_size(canvas, look.size) * 1.2F;
  };
  while (look.size > 20 && height() > inside.height - 8) look.size -= 1;
  ui::draw_paragraph(ui::faded(canvas, opacity), ui::centred(inside, {inside.width, height()}), text, look, 4, 1.2F);
}

// The whole glass below the header begins a visit; the button only says where a finger is expected.
bool draw_start(const ui::Canvas& canvas, ui::Rect all, ui::Rect at, const std::string& label) {
  const ui::Touched touched = ui::touch(canvas, {.id = kTouchStart, .rect = all, .label = label});
  ui::Canvas drawn = ui::moved(canvas, {0, 6 * ui::depth_of(canvas, touched)});
  drawn.targets = nullptr;
  ui::button(drawn, kTouchStart, at, label,
             {.kind = ui::ButtonKind::primary, .icon = ui::Icon::heart, .size = 56, .radius = ui::corner::pill});
  if (touched.pressed) ui::fill(drawn, at, ui::with_alpha(ui::hue::bamboo_deep, 0.45F), ui::corner::pill);
  return touched.tapped;
}

}  // namespace

int attract_change_ms(std::int64_t, bool reduced_motion) { return reduced_motion ? 250 : kDriftFrameMs; }

std::optional<Tap> draw_attract(const ui::Canvas& canvas, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap, 0);
  const ui::Canvas& in = frame.canvas;
  const bool portrait = canvas.portrait();
  const std::int64_t shown_ms = std::max<std::int64_t>(0, sight.now_ms - sight.visit.since_ms);
  // Their feet stand on the bank that the background has there.
  const ui::Rect stand = portrait ? ui::Rect{canvas.size.width - 1050, canvas.size.height - 570, 1020, 494}
                                  : ui::Rect{canvas.size.width - 1030, canvas.size.height - 546, 990, 479};
  ui::draw_picture(canvas, "children", stand);
  if (!canvas.reduced_motion) draw_drifting(canvas, shown_ms);
  ui::Rect all = frame.body;
  all.height = (frame.low ? frame.foot.y - 8 : canvas.size.height) - all.y;
  ui::Rect body = whole_of(frame);
  ui::cut_top(body, portrait ? 50.0F : 0.0F);
  const float call = frame.low ? frame.words.height - (portrait ? 50.0F : 0.0F) - 20 : portrait ? 470.0F : 260.0F;
  ui::Rect calling = ui::cut_top(body, call, 12);
  // Upright the branches come in from both sides.
  if (portrait) calling = ui::centred(calling, {calling.width - 260, calling.height});
  draw_call(in, calling, sight);
  if (portrait) {
    const ui::Rect row = ui::cut_top(body, 210);
    if (draw_start(in, all, ui::centred(row, {760, 168}), word(sight, "attract.touch"))) tap = tap::Start{};
    draw_total(in, ui::cut_top(body, 150), sight);
    ui::cut_top(body, ui::space::small);
    const ui::Rect fact = ui::cut_top(body, 112);
    draw_fact(in, ui::centred(fact, {std::min(fact.width, 920.0F), fact.height}), sight);
    return tap;
  }
  ui::Rect left = ui::cut_left(body, body.width * 0.52F);
  ui::Rect row = ui::cut_top(left, std::min(210.0F, left.height * 0.5F));
  if (draw_start(in, all, ui::centred(row, {std::min(row.width, 760.0F), std::min(160.0F, row.height)}),
                 word(sight, "attract.touch"))) {
    tap = tap::Start{};
  }
  // Beside the children, over the fields: the bank on which they stand, and the shoots, stay free.
  const ui::Rect fact = frame.low ? ui::cut_bottom(left, 110) : ui::cut_bottom(left, 110, ui::space::small);
  draw_total(in, ui::cut_top(left, std::min(left.height, 170.0F)), sight);
  draw_fact(in, ui::centred(fact, {std::min(fact.width, 760.0F), fact.height}), sight);
  return tap;
}

}  // namespace mn::kiosk
