// The opening picture: who invites, to what, and how long until it begins. The morning comes up over the last minutes.
#include <fmt/format.h>

#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/moments.h"
#include "display/parts/stage_place.h"
#include "display/scenes/scene.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDayMs = 24 * 60 * kMinuteMs;
constexpr std::int64_t kDawnMs = 10 * kMinuteMs;  // before the beginning the sky begins to lighten
constexpr std::int64_t kDawnStep = 25;            // one still picture of the stage after the other
constexpr std::int64_t kDawnMost = 700;

struct Layout {
  ui::Rect sender;
  ui::Rect title;
  ui::Rect theme;
  ui::Rect when;
  ui::Rect begins;  // the line above the countdown
  ui::Rect count;
  ui::Rect who;
  ui::Rect code;
  float title_size = 0;
  float count_size = 0;
  ui::Align align = ui::Align::centre;
};

Layout lay_out(const Sheet& sheet) {
  Layout out;
  const float u = sheet.least;
  ui::Rect rest = sheet.safe;
  switch (sheet.shape) {
    case Shape::wide: {
      out.title_size = 100;
      out.count_size = 190;
      out.sender = ui::cut_top(rest, 84, 22);
      out.title = ui::cut_top(rest, 126, 2);
      out.theme = ui::cut_top(rest, 50, 6);
      out.when = ui::cut_top(rest, 42, 38);
      out.begins = ui::cut_top(rest, 48, 0);
      out.count = ui::cut_top(rest, 190);
      ui::Rect low = ui::cut_bottom(rest, 312);
      out.code = ui::cut_right(low, 252, u);
      low = ui::cut_right(low, 640);
      out.who = ui::cut_bottom(low, u * 5.4F);
      break;
    }
    case Shape::panorama: {
      out.align = ui::Align::left;
      out.title_size = 112;
      out.count_size = 300;
      ui::Rect left = ui::cut_left(rest, 1'300, 60);
      ui::Rect right = ui::cut_right(rest, 900);
      out.sender = ui::cut_top(left, 100, 36);
      out.title = ui::cut_top(left, 290, 16);
      out.theme = ui::cut_top(left, 100, 10);
      out.when = ui::cut_top(left, 56, 0);
      ui::cut_top(rest, 20);
      out.begins = ui::cut_top(rest, 70);
      out.count = ui::cut_top(rest, 320);
      out.code = ui::cut_right(right, 420, 40);
      out.code.height = 500;
      out.who = {right.x, right.y, right.width, 500};
      break;
    }
    case Shape::ribbon: {
      out.align = ui::Align::left;
      out.title_size = 190;
      out.count_size = 400;
      ui::Rect right = ui::cut_right(rest, 1'300, 60);
      out.sender = ui::cut_top(rest, u * 2.6F, u * 0.3F);
      out.when = ui::cut_bottom(rest, u * 1.5F);
      out.theme = ui::cut_bottom(rest, u * 1.5F, u * 0.1F);
      out.title = rest;
      out.begins = ui::cut_top(right, u * 2);
      out.who = ui::cut_bottom(right, u * 4.2F);
      out.count = right;
      break;
    }
    case Shape::upright: {
      out.title_size = 104;
      out.count_size = 210;
      out.sender = ui::cut_top(rest, u * 3.6F, u);
      out.title = ui::cut_top(rest, 270, 14);
      out.theme = ui::cut_top(rest, u * 2.8F, 8);
      out.when = ui::cut_top(rest, u * 1.5F, u * 1.3F);
      out.begins = ui::cut_top(rest, u * 1.8F);
      out.count = ui::cut_top(rest, 220, u * 0.8F);
      ui::Rect low = ui::cut_top(rest, 490);
      out.code = ui::cut_left(low, 396, u);
      out.who = low;
      break;
    }
  }
  return out;
}

std::string countdown(std::int64_t left_ms, const Words& words) {
  const std::int64_t seconds = (left_ms + 999) / 1000;
  if (left_ms > kDayMs) return fill(words.text("scene.days"), {{"n", grouped(Money{(left_ms + kDayMs - 1) / kDayMs})}});
  if (seconds >= 3600) return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  return fmt::format("{:02}:{:02}", seconds / 60, seconds % 60);
}

// The room for the longest there is in its form, so that no digit moves: nought is as wide as any.
void draw_countdown(const ui::Canvas& canvas, ui::Rect rect, const std::string& text, float size, float least) {
  draw_halo(canvas, ui::centred(rect, {std::min(rect.width, size * 1.6F), size}), 0.9F);
  draw_gold(canvas, rect, text, size, least);
}

void draw_hour(const ui::Canvas& canvas, const Picture& picture, bool children) {
  std::int64_t dawn = 400;
  std::int64_t within = 0;
  if (picture.begins_in_ms) {
    const std::int64_t passed = std::clamp<std::int64_t>(kDawnMs - *picture.begins_in_ms, 0, kDawnMs);
    const std::int64_t fine = passed * kDawnMost;
    dawn = fine / kDawnMs;
    within = fine % (kDawnMs * kDawnStep);
  }
  const std::int64_t step = dawn / kDawnStep * kDawnStep;
  draw_hours(canvas, {.dawn_permille = step, .children = children},
             {.dawn_permille = step + kDawnStep, .children = children},
             static_cast<float>(within / 1000) / static_cast<float>(kDawnMs * kDawnStep / 1000));
}

void draw_air(const ui::Canvas& canvas, const Sheet& sheet, const StagePlace& place, std::int64_t now_ms) {
  constexpr std::int64_t kLongMs = 40'000;  // as if they had been flying for a while
  draw_rising(canvas,
              {.sprite = "lantern_sky",
               .count = sheet.shape == Shape::upright ? 7 : 10,
               .seed = 5,
               .size_least = 40,
               .size_most = 84,
               .crossing_ms = 46'000,
               .spread_ms = 40'000},
              kLongMs + now_ms, 0.85F);
  const ui::Rect fields{canvas.size.width * 0.04F, place.horizon, canvas.size.width * 0.92F,
                        canvas.size.height - place.horizon - 60};
  draw_fireflies(canvas, fields, static_cast<int>(26 * std::max(1.0F, canvas.size.width / 1920)), now_ms);
}

void draw_welcome(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const Layout layout = lay_out(sheet);
  const float u = sheet.least;
  draw_hour(whole, picture, sheet.shape != Shape::ribbon);
  draw_air(whole, sheet, place_stage(whole.size), picture.now_ms);

  const ui::Canvas canvas = drifted(whole, picture);
  draw_sender(canvas, layout.sender, picture, u, layout.align);
  draw_fitted(canvas, layout.title, picture.title,
              {ui::Face::display_extrabold, layout.title_size, ui::hue::gold_light, layout.align, ui::hue::gold_deep},
              {sheet.shape == Shape::wide ? 1 : 3, u});
  draw_fitted(canvas, layout.theme, picture.theme,
              {ui::Face::medium, u * (sheet.shape == Shape::panorama ? 1.7F : 1.35F), ui::hue::moon, layout.align},
              {2, u});
  ui::draw_text_in(
      canvas, layout.when, picture.place + "  ·  " + picture.date,
      {ui::Face::medium, u * (sheet.shape == Shape::panorama ? 1.5F : 1.2F), ui::hue::moon_soft, layout.align}, u);
  if (picture.begins_in_ms) {
    ui::draw_text_in(
        canvas, layout.begins, words.text("scene.begins_in"),
        {ui::Face::semibold, u * (sheet.shape == Shape::panorama ? 1.9F : 1.35F), ui::hue::moon, ui::Align::centre}, u);
    draw_countdown(canvas, layout.count, countdown(*picture.begins_in_ms, words), layout.count_size, u);
  } else {
    draw_fitted(canvas, layout.count, words.soon,
                {ui::Face::display_bold, layout.count_size * 0.36F, ui::hue::gold_light, ui::Align::centre}, {3, u});
  }
  draw_fitted(canvas, layout.who, words.text("scene.who"),
              {ui::Face::semibold,
               u * (sheet.shape == Shape::panorama ? 1.6F
                    : sheet.shape == Shape::wide   ? 1.3F
                                                   : 1.12F),
               ui::hue::moon, sheet.shape == Shape::ribbon ? ui::Align::centre : ui::Align::left},
              {8, u});
  if (layout.code.width > 0) {
    std::vector<std::string> lines{words.scan};
    if (picture.account_invented) lines.push_back(words.sample_account);
    draw_code_board(canvas, layout.code, picture.qr, lines, u);
  }
}

bool begins(const Hall& hall) {
  const std::optional<LocalTime>& at = hall.campaign().screen.begins_at;
  return at && hall.now_ms() < utc_us(*at) / 1000;
}

}  // namespace

SceneFile welcome_scene() {
  return {{.name = "welcome", .turn = Turn::resting, .moves = true, .dwell_ms = 45'000, .has = begins}, draw_welcome};
}

}  // namespace mn
