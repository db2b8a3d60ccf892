// A matching gift: who gives how much for every đồng, until when, up to what, and what it comes to so far. Counted
// apart, and it says so.
#include <algorithm>

#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/pages.h"
#include "display/parts/paper.h"
#include "display/parts/stack.h"
#include "display/scenes/scene.h"
#include "ui/paint.h"
#include "ui/picture.h"

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

// Two young bamboos grow from the same earth: for what you give, so much more.
void draw_growing(const ui::Canvas& canvas, const Sheet& sheet, ui::Rect rect, const MatchShown& offer,
                  const Words& words) {
  const float u = sheet.reading;
  const bool ribbon = sheet.shape == Shape::ribbon;
  ui::Rect shoots = rect;
  const ui::Rect labels = ui::cut_bottom(shoots, u * (ribbon ? 1.7F : 2.6F), u * (ribbon ? 0.1F : 0.5F));
  for (const bool second : {false, true}) {
    const ui::Rect place = ui::column_of(shoots, second ? 1 : 0, 2, 0);
    const float height = std::min(place.height, place.width * 1.5F);
    ui::glow(canvas, place.centre(), height * 0.55F, ui::with_alpha(second ? ui::hue::gold : ui::hue::shoot, 0.26F));
    ui::draw_picture(canvas, "shoot_5", {place.x, place.bottom() - height, place.width, height});
    const ui::Rect label = ui::column_of(labels, second ? 1 : 0, 2, u * 0.5F);
    ui::TextLook look{ui::Face::display_extrabold, u * (ribbon ? 1.1F : 1.7F), ui::hue::moon, ui::Align::centre};
    std::string text = second ? "+ " + per_dong(offer.percent) : std::string("1");
    ui::TextLook smallest = look;
    smallest.size = u;
    const std::string with_unit = text + " " + words.dong;
    if (ui::text_width(canvas, with_unit, smallest) <= label.width - u * 0.8F) text = with_unit;
    look.size = ui::fitting_size(canvas, text, look, label.width - u * 0.8F, u);
    const float width = std::min(label.width, ui::text_width(canvas, text, look) + u * 1.6F);
    const ui::Rect pill = ui::centred(label, {width, label.height});
    ui::fill_gradient(canvas, pill, second ? ui::rgb(0xB4601A) : ui::hue::bamboo,
                      second ? ui::rgb(0x8A3F0B) : ui::hue::bamboo_deep, ui::Run::down, ui::corner::pill);
    ui::draw_text_in(canvas, pill, text, look, u);
  }
}

struct Layout {
  ui::Rect growing;
  ui::Rect words;
  ui::Rect apart;  // under the paper
  ui::Rect paper;
};
Layout lay_out(const Sheet& sheet, ui::Rect body) {
  Layout out;
  const float u = sheet.reading;
  const bool ribbon = sheet.shape == Shape::ribbon;
  out.paper = body;
  if (!ribbon) out.apart = ui::cut_bottom(out.paper, u * (sheet.shape == Shape::upright ? 3.2F : 1.9F), u * 0.9F);
  if (sheet.shape == Shape::panorama) out.paper = ui::centred(out.paper, {u * 84, out.paper.height});
  ui::Rect rest = ui::inset(out.paper, u * (ribbon ? 0.5F : 1.7F));
  if (sheet.shape == Shape::upright) {
    out.growing = ui::cut_top(rest, rest.height * 0.46F, u * 0.8F);
  } else {
    out.growing = ui::cut_left(rest, rest.width * (ribbon ? 0.22F : 0.36F), u * (ribbon ? 0.8F : 2));
  }
  out.words = rest;
  return out;
}

void draw_bar(const ui::Canvas& canvas, ui::Rect bar, float share) {
  ui::fill(canvas, bar, ui::hue::sand, ui::corner::pill);
  ui::outline(canvas, bar, ui::with_alpha(ui::hue::gold, 0.6F), ui::corner::pill);
  if (share <= 0) return;
  const ui::Rect filled{bar.x, bar.y, std::max(bar.height, bar.width * share), bar.height};
  ui::fill_gradient(canvas, filled, ui::hue::gold, ui::rgb(0xD9822B), ui::Run::across, ui::corner::pill);
}

void draw_offer(const ui::Canvas& canvas, const Sheet& sheet, ui::Rect rest, const MatchShown& offer,
                const Words& words) {
  const float u = sheet.reading;
  const bool ribbon = sheet.shape == Shape::ribbon;
  const ui::Align align = sheet.shape == Shape::upright ? ui::Align::centre : ui::Align::left;
  const std::string rule = fill(words.text("scene.matching_rule"), {{"n", per_dong(offer.percent)}});
  std::string cap = fill(words.text("scene.matching_cap"), {{"amount", grouped(offer.cap)}});
  if (open_now(offer)) cap += "  ·  " + time_left(offer.ends_in_ms, words);
  const float share =
      static_cast<float>(std::min<std::int64_t>(mark_of(offer.matched, offer.cap).permille, 1000)) / 1000;
  const std::string sum = "+ " + grouped(offer.matched) + " " + words.dong;
  const ui::Colour soft = ui::hue::ink_soft;
  const Block name{
      offer.sponsor, {ui::Face::display_bold, u * (ribbon ? 1.4F : 2.8F), ui::hue::bamboo_deep, align}, 0, 4};
  const Block says{rule, {ui::Face::semibold, u * (ribbon ? 1.1F : 1.7F), ui::hue::ink, align}, u * 0.5F, 3};
  Block adds{sum,
             {ui::Face::display_extrabold, u * (ribbon ? 2.0F : 5), ui::rgb(0xB4601A), align, ui::rgb(0x8A3F0B)},
             u * 0.8F,
             1};
  const Block most{cap, {ui::Face::medium, u * (ribbon ? 1.0F : 1.35F), soft, align}, u * (ribbon ? 0.2F : 2.2F), 2};
  ui::Rect right = rest;
  if (ribbon) right = ui::cut_right(rest, rest.width * 0.5F, u * 0.8F);
  // The sum finds its own size: it takes one line, and the others need not get smaller for it.
  adds.look.size = ui::fitting_size(canvas, sum, adds.look, right.width, u);
  const auto draw = [&](ui::Rect box, const std::vector<Block>& blocks) {
    return draw_stack(canvas, box, stacked(canvas, {box.width, box.height}, blocks, u));
  };
  if (ribbon) {
    const Block apart{words.text("scene.matching_apart"), {ui::Face::medium, u, soft, align}, u * 0.2F, 3};
    (void)draw(right, {adds, most, apart});
    (void)draw(rest, {name, says});
    return;
  }
  // The bar stands between what it comes to and what it may come to.
  const std::vector<ui::Rect> places = draw(rest, {name, says, adds, most});
  const float middle = (places.at(2).bottom() + places.at(3).y) / 2;
  const float high = std::min(u * 0.9F, (places.at(3).y - places.at(2).bottom()) * 0.6F);
  draw_bar(canvas, {rest.x, middle - high / 2, rest.width, high}, share);
}

void draw_matching(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const PageLayout page = lay_out_page(sheet);
  const Layout layout = lay_out(sheet, page.body);
  draw_stage(whole, {.dawn_permille = 600, .children = false});
  draw_evening(whole);
  const ui::Canvas canvas = drifted(whole, picture);
  draw_page_title(canvas, sheet, page, words.text("scene.matching_title"));
  draw_page_figures(canvas, sheet, page, picture, words);
  draw_paper(canvas, layout.paper);
  if (layout.apart.height > 0) {
    draw_fitted(canvas, layout.apart, words.text("scene.matching_apart"),
                {ui::Face::semibold, sheet.reading * 1.3F, ui::hue::moon, ui::Align::centre}, {2, sheet.reading});
  }
  std::vector<MatchShown> offers = offers_now(picture.hall);
  if (offers.empty()) offers = picture.hall.matching();  // cued when it is over: what it came to
  draw_pages(canvas, picture, offers.size(), kOfferMs, [&](const ui::Canvas&, const ui::Canvas& ink, std::size_t at) {
    draw_growing(ink, sheet, layout.growing, offers[at], words);
    draw_offer(ink, sheet, layout.words, offers[at], words);
    draw_page_number(ink, sheet, page, at, offers.size());
  });
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
