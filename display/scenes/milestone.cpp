// A threshold on the way was passed: the bamboo grows the joint for it, and then the next stretch is announced. Seven
// seconds; the live total and the arrivals stay in sight.
#include <algorithm>

#include "core/strings.h"
#include "display/parts/moments.h"
#include "display/parts/stage_place.h"
#include "display/scenes/scene.h"
#include "ui/paint.h"

namespace mn {
namespace {

constexpr std::int64_t kGrowMs = 500;
constexpr std::int64_t kGrownMs = 3'000;
constexpr std::int64_t kNumberMs = 500;
constexpr std::int64_t kNextMs = 3'400;
constexpr int kJointsMost = 6;

struct Layout {
  ui::Rect label;
  ui::Rect threshold;
  ui::Rect next;
  ui::Rect total_label;
  ui::Rect total;
  ui::Rect strip;
  ui::Rect bamboo;
  float label_size = 0;
  float threshold_size = 0;
  float total_size = 0;
};

Layout lay_out(const Sheet& sheet, ui::Size canvas) {
  Layout out;
  const float u = sheet.least;
  ui::Rect rest = sheet.safe;
  switch (sheet.shape) {
    case Shape::wide:
      out.label_size = 64, out.threshold_size = 200, out.total_size = 84;
      out.bamboo = ui::cut_right(rest, 400, 40);
      out.strip = ui::cut_bottom(rest, strip_height(sheet), u);
      ui::cut_top(rest, 90);
      out.label = ui::cut_top(rest, 100, 0);
      out.threshold = ui::cut_top(rest, 220, 10);
      out.next = ui::cut_top(rest, u * 3.2F, 50);
      out.total_label = {rest.x + u * 0.6F, rest.y, 800, u * 1.9F};
      out.total = {out.total_label.x, out.total_label.bottom(), 800, 96};
      break;
    case Shape::panorama:
      out.label_size = 76, out.threshold_size = 260, out.total_size = 110;
      out.bamboo = ui::cut_left(rest, 420, 80);
      out.strip = ui::cut_bottom(rest, strip_height(sheet), u);
      out.total = ui::cut_right(rest, 1'150);
      out.total_label = {out.total.x, out.total.y + 110, out.total.width, u * 2.4F};
      out.total = {out.total.x, out.total_label.bottom(), out.total.width, 150};
      ui::cut_top(rest, 60);
      out.label = ui::cut_top(rest, 110);
      out.threshold = ui::cut_top(rest, 280, 20);
      out.next = ui::cut_top(rest, u * 3.4F);
      break;
    case Shape::ribbon: {
      out.label_size = 110, out.threshold_size = 264, out.total_size = 180;
      out.strip = ui::cut_bottom(rest, strip_height(sheet), u * 0.3F);
      out.bamboo = ui::cut_left(rest, 380, 40);
      out.bamboo.height = canvas.height - out.bamboo.y - strip_height(sheet) - 56;
      ui::Rect right = ui::inset(ui::cut_right(rest, 1'330, 70), u * 0.6F);
      right.y -= u * 0.6F;
      out.label = ui::cut_top(rest, u * 2.2F);
      out.next = ui::cut_bottom(rest, u * 1.9F);
      out.threshold = rest;
      ui::cut_top(right, u * 0.9F);
      out.total_label = ui::cut_top(right, u * 1.8F);
      out.total = ui::cut_top(right, 260);
      break;
    }
    case Shape::upright:
      out.label_size = 74, out.threshold_size = 170, out.total_size = 112;
      ui::cut_top(rest, 40);
      out.label = ui::cut_top(rest, 110);
      out.threshold = ui::cut_top(rest, 220, 16);
      out.next = ui::cut_top(rest, u * 4.2F, 24);
      out.total_label = ui::cut_top(rest, u * 1.7F);
      out.total = ui::cut_top(rest, 140, u * 1.4F);
      out.strip = ui::cut_top(rest, strip_height(sheet), u * 1.4F);
      out.bamboo = ui::centred(rest, {420, rest.height});
      break;
  }
  if (sheet.shape == Shape::upright || sheet.shape == Shape::panorama) {
    for (ui::Rect* line : {&out.total_label, &out.total}) {
      line->x += u * 0.6F;
      line->width -= u * 1.2F;
    }
  }
  if (sheet.shape != Shape::ribbon) out.bamboo.height = canvas.height + 20 - out.bamboo.y;
  return out;
}

Money threshold_of(const Picture& picture) {
  if (picture.celebrated) return picture.celebrated->threshold;
  return picture.stretch ? picture.stretch->from : Money{};
}

// How many thresholds there are, the goal with them, and how many have been passed, this one with them.
struct Joints {
  std::vector<std::string> names;
  int passed = 0;
};
Joints joints_of(const Picture& picture, Money threshold) {
  Joints out;
  const auto count = [&](Money at) {
    out.names.push_back(goal_text(at, picture.language));
    if (at <= threshold) ++out.passed;
  };
  const Money goal = picture.hall.goal();
  for (const Money milestone : picture.hall.campaign().screen.milestones) {
    if (goal.dong <= 0 || milestone < goal) count(milestone);
  }
  if (goal.dong > 0) count(goal);
  // Of very many only the last few before the tip are told apart.
  while (static_cast<int>(out.names.size()) > kJointsMost) {
    out.names.erase(out.names.begin());
    --out.passed;
  }
  if (out.names.empty()) out.names.emplace_back();
  out.passed = std::clamp(out.passed, 1, static_cast<int>(out.names.size()));
  return out;
}

std::string next_of(const Picture& picture, const Words& words) {
  Money next = picture.stretch ? picture.stretch->to : Money{};
  if (picture.celebrated && picture.celebrated->next) next = *picture.celebrated->next;
  if (next <= threshold_of(picture)) return {};
  const std::string amount = goal_text(next, picture.language);
  return fill(words.text(next == picture.hall.goal() ? "scene.last_stretch" : "scene.next_stretch"),
              {{"amount", amount}});
}

void draw_next(const ui::Canvas& canvas, const Sheet& sheet, ui::Rect rect, const std::string& text, ui::Align align) {
  const float u = sheet.reading;
  ui::TextLook look{ui::Face::semibold, u * 1.45F, ui::hue::moon, ui::Align::centre};
  if (sheet.shape == Shape::ribbon) look.size = u * 1.05F;
  look.size = ui::fitting_size(canvas, text, look, rect.width - 2 * u, u);
  const float width = std::min(rect.width, ui::text_width(canvas, text, look) + 2 * u);
  const float height = std::min(rect.height, u * 2.7F);
  float x = rect.x;
  if (align == ui::Align::centre) x = rect.centre().x - width / 2;
  const ui::Rect pill{x, rect.centre().y - height / 2, width, height};
  ui::fill(canvas, pill, ui::with_alpha(ui::hue::bamboo, 0.85F), ui::corner::pill);
  ui::outline(canvas, pill, ui::with_alpha(ui::hue::shoot, 0.7F), ui::corner::pill);
  draw_fitted(canvas, ui::centred(pill, {width - 1.6F * u, height}), text, look, {2, u});
}

void draw_milestone(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const std::int64_t ms = picture.scene_ms;
  const Sheet sheet = sheet_of(whole);
  const Layout layout = lay_out(sheet, whole.size);
  const Money threshold = threshold_of(picture);
  const ui::Align align = sheet.shape == Shape::upright ? ui::Align::centre : ui::Align::left;
  draw_stage(whole, {.dawn_permille = 375, .children = sheet.shape == Shape::panorama});

  const ui::Canvas canvas = drifted(whole, picture);
  const float growth = arc(ms, kGrowMs, kGrownMs);
  draw_falling(canvas,
               {.sprite = "leaf",
                .count = 40,
                .seed = 4,
                .size_least = 22,
                .size_most = 46,
                .crossing_ms = 7'500,
                .spread_ms = 5'000},
               ms - 900);
  const Joints joints = joints_of(picture, threshold);
  draw_joints(canvas, layout.bamboo, {joints.names, joints.passed, growth}, sheet.least);

  const float come = arc(ms, kNumberMs, kNumberMs + 1'000);
  draw_fitted(ui::faded(canvas, arc(ms, 200, 1'000)), layout.label, words.text("scene.milestone"),
              {ui::Face::display_bold, layout.label_size, ui::hue::moon, align}, {1, sheet.least});
  const std::string amount = goal_text(threshold, picture.language) + " " + words.dong;
  const ui::Canvas rising = ui::moved(ui::faded(canvas, come), {0, 24 * (1 - come)});
  const float lit = std::min(layout.threshold.width * 0.7F, layout.threshold_size * 3.6F);
  const float lit_x = align == ui::Align::left ? layout.threshold.x + layout.threshold_size * 0.5F
                                               : layout.threshold.centre().x - lit / 2;
  draw_halo(canvas, {lit_x, layout.threshold.y, lit, layout.threshold.height}, 0.8F * come);
  draw_gold(rising, layout.threshold, amount, layout.threshold_size, sheet.least, align);
  const float next = arc(ms, kNextMs, kNextMs + 900);
  const std::string text = next_of(picture, words);
  if (!text.empty()) {
    draw_next(ui::moved(ui::faded(canvas, next), {0, 20 * (1 - next)}), sheet, layout.next, text, align);
  }
  const bool received = picture.leads == Lead::received;
  const ui::Rect panel = ui::inset({layout.total_label.x, layout.total_label.y, layout.total_label.width,
                                    layout.total.bottom() - layout.total_label.y},
                                   -sheet.least * 0.6F);
  ui::fill(canvas, panel, ui::with_alpha(ui::hue::night, 0.52F), ui::corner::medium);
  ui::outline(canvas, panel, ui::with_alpha(ui::hue::gold_deep, 0.3F), ui::corner::medium);
  ui::draw_text_in(canvas, layout.total_label, received ? words.received : words.pledged,
                   {ui::Face::semibold, sheet.reading * 1.2F, ui::hue::moon, align}, sheet.least);
  draw_sum(canvas, layout.total, received ? picture.figures.received : picture.figures.pledged, words,
           layout.total_size, sheet.least, align);
  draw_strip(canvas, layout.strip, picture, words, sheet.reading);
}

}  // namespace

SceneFile milestone_scene() {
  return {{.name = "milestone", .turn = Turn::moment, .cards = true, .moves = true}, draw_milestone};
}

}  // namespace mn
