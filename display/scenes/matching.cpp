// A matching gift: who gives how much for every đồng, until when, up to what, and what it comes to so far. Counted
// apart, and it says so.
#include <algorithm>

#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/pages.h"
#include "display/scenes/scene.h"
#include "ui/paint.h"

namespace mn {
namespace {

constexpr std::int64_t kOfferMs = 12'000;

bool open_now(const MatchShown& offer) { return offer.begins_in_ms <= 0 && offer.ends_in_ms > 0; }

std::vector<MatchShown> offers_now(const Hall& hall) {
  std::vector<MatchShown> offers = hall.matching();
  std::erase_if(offers, [](const MatchShown& offer) { return !open_now(offer); });
  return offers;
}

// "1 đồng", "0,5 đồng": what stands for each đồng.
std::string per_dong(std::int64_t percent) {
  std::string text = std::to_string(percent / 100);
  const std::int64_t rest = percent % 100;
  if (rest != 0) text += "," + std::string(rest < 10 ? "0" : "") + std::to_string(rest % 10 == 0 ? rest / 10 : rest);
  return text;
}

std::string time_left(std::int64_t ms, const Words& words) {
  const std::int64_t minutes = (ms + 59'999) / 60'000;
  if (minutes < 120) return fill(words.text("scene.minutes_left"), {{"n", std::to_string(minutes)}});
  return fill(words.text("scene.hours_left"), {{"n", std::to_string(minutes / 60)}});
}

void draw_offer(const ui::Canvas& canvas, const Sheet& sheet, ui::Rect body, const MatchShown& offer,
                const Words& words) {
  const float u = sheet.reading;
  const bool ribbon = sheet.shape == Shape::ribbon;
  draw_panel(canvas, body);
  ui::Rect rest = ui::inset(body, u * (ribbon ? 0.5F : 1.4F));
  const std::string rule = fill(words.text("scene.matching_rule"), {{"n", per_dong(offer.percent)}});
  const std::string left = time_left(offer.ends_in_ms, words);
  ui::Rect foot = ui::cut_bottom(rest, u * (ribbon ? 1.4F : sheet.shape == Shape::upright ? 4.4F : 2.2F), u * 0.3F);
  draw_fitted(canvas, foot, words.text("scene.matching_apart"),
              {ui::Face::medium, u * 1.1F, ui::hue::moon_soft, ui::Align::centre}, {2, u});
  const float share =
      static_cast<float>(std::min<std::int64_t>(mark_of(offer.matched, offer.cap).permille, 1000)) / 1000;
  const std::string cap = fill(words.text("scene.matching_cap"), {{"amount", grouped(offer.cap)}}) + "  ·  " + left;
  if (!ribbon) {
    draw_fitted(canvas, ui::cut_top(rest, rest.height * 0.26F), offer.sponsor,
                {ui::Face::display_bold, u * 2.4F, ui::hue::moon, ui::Align::centre}, {2, u});
    draw_fitted(canvas, ui::cut_top(rest, rest.height * 0.22F), rule,
                {ui::Face::semibold, u * 1.6F, ui::hue::moon_soft, ui::Align::centre}, {2, u});
    draw_fitted(canvas, ui::cut_bottom(rest, u * (sheet.shape == Shape::upright ? 4 : 2.2F)), cap,
                {ui::Face::semibold, u * 1.2F, ui::hue::moon, ui::Align::centre}, {2, u});
    ui::Rect bar = ui::cut_bottom(rest, u * 1.1F, u * 0.6F);
    bar = ui::centred(bar, {bar.width * 0.8F, u * 0.9F});
    ui::fill(canvas, bar, ui::with_alpha(ui::hue::moon_soft, 0.18F), ui::corner::pill);
    ui::fill(canvas, {bar.x, bar.y, std::max(bar.height, bar.width * share), bar.height}, ui::hue::gold_deep,
             ui::corner::pill);
    draw_gold(canvas, rest, "+ " + grouped(offer.matched) + " " + words.dong, u * 5.2F, u);
    return;
  }
  ui::Rect right = ui::cut_right(rest, rest.width * 0.42F, u);
  draw_gold(canvas, ui::cut_top(right, right.height * 0.66F), "+ " + grouped(offer.matched) + " " + words.dong,
            u * 2.8F, u);
  draw_fitted(canvas, right, cap, {ui::Face::semibold, u, ui::hue::moon, ui::Align::centre}, {1, u});
  draw_fitted(canvas, ui::cut_top(rest, rest.height * 0.6F), offer.sponsor,
              {ui::Face::display_bold, u * 1.5F, ui::hue::moon}, {2, u});
  draw_fitted(canvas, rest, rule, {ui::Face::semibold, u, ui::hue::moon_soft}, {1, u});
}

void draw_matching(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const PageLayout layout = lay_out_page(sheet);
  draw_stage(whole, {.dawn_permille = 700, .children = false});
  draw_veil(whole);
  const ui::Canvas canvas = drifted(whole, picture);
  draw_page_frame(canvas, sheet, layout, words.text("scene.matching_title"), picture, words);
  std::vector<MatchShown> offers = offers_now(picture.hall);
  if (offers.empty()) offers = picture.hall.matching();  // cued when it is over: what it came to
  draw_pages(canvas, picture, offers.size(), kOfferMs,
             [&](const ui::Canvas& onto, std::size_t at) { draw_offer(onto, sheet, layout.body, offers[at], words); });
}

bool has_offer(const Hall& hall) { return !offers_now(hall).empty(); }

std::int64_t dwell(const Hall& hall, const Wall&) {
  return static_cast<std::int64_t>(std::max<std::size_t>(offers_now(hall).size(), 1)) * kOfferMs;
}

}  // namespace

SceneFile matching_scene() {
  return {{.name = "matching", .turn = Turn::resting, .page_ms = kOfferMs, .has = has_offer, .dwell = dwell},
          draw_matching};
}

}  // namespace mn
