// What children of the province wished for, never with a name, and what givers wrote to them. One at a time, large,
// like a lantern's paper.
#include <algorithm>

#include "display/parts/pages.h"
#include "display/scenes/scene.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn {
namespace {

constexpr std::int64_t kWishMs = 8'000;
constexpr std::size_t kWishesATurn = 5;
constexpr std::size_t kMessagesMost = 40;

struct Said {
  std::string text;
  std::string from;
  bool message = false;
};

// A wish, then a message, and so on, as long as there are both.
std::vector<Said> all_said(const Hall& hall) {
  const std::vector<std::string> wishes = hall.wishes();
  const std::vector<WishShown> messages = hall.messages(kMessagesMost);
  std::vector<Said> out;
  for (std::size_t at = 0; at < std::max(wishes.size(), messages.size()); ++at) {
    if (at < wishes.size()) out.push_back({wishes[at], {}, false});
    if (at < messages.size()) out.push_back({messages[at].text, messages[at].from, true});
  }
  return out;
}

std::int64_t dwell(const Hall& hall, const Wall&) {
  return static_cast<std::int64_t>(std::clamp<std::size_t>(all_said(hall).size(), 1, kWishesATurn)) * kWishMs;
}

void draw_said(const ui::Canvas& canvas, const Sheet& sheet, ui::Rect body, const Said& said, const Words& words) {
  const float u = sheet.reading;
  const float width = std::min(body.width, sheet.shape == Shape::upright ? body.width : u * 62);
  const float height = std::min(body.height, u * (sheet.shape == Shape::ribbon ? 9 : 20));
  const ui::Rect paper = ui::centred(body, {width, height});
  const ui::Colour edge = said.message ? ui::hue::gold_deep : ui::hue::coral;
  ui::shadow(canvas, paper, ui::with_alpha(ui::hue::black, 0.4F), 50, 14, ui::corner::large);
  ui::fill(canvas, paper, ui::hue::paper, ui::corner::large);
  ui::outline(canvas, paper, edge, ui::corner::large, 4);
  ui::Rect rest = ui::inset(paper, u * 1.2F);
  const ui::Rect sign = ui::cut_left(rest, u * 7, u * 1.4F);
  ui::draw_picture(canvas, said.message ? "anise_star" : "kite", ui::centred(sign, {u * 7, u * 7}));
  if (!said.from.empty()) {
    draw_fitted(canvas, ui::cut_bottom(rest, u * 2.6F, u * 0.4F), said.from,
                {ui::Face::semibold, u * 1.1F, ui::hue::ink_soft, ui::Align::right}, {2, u});
  } else if (said.message) {
    draw_fitted(canvas, ui::cut_bottom(rest, u * 1.6F, u * 0.4F), words.unnamed,
                {ui::Face::semibold, u * 1.1F, ui::hue::ink_soft, ui::Align::right}, {1, u});
  }
  draw_fitted(canvas, rest, said.text, {ui::Face::display_semibold, u * 3, ui::hue::ink}, {6, u});
}

void draw_wishes(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const PageLayout layout = lay_out_page(sheet);
  draw_stage(whole, {.dawn_permille = 550, .children = sheet.shape != Shape::ribbon});
  draw_veil(whole);
  const ui::Canvas canvas = drifted(whole, picture);
  const std::vector<Said> said = all_said(picture.hall);
  draw_pages(canvas, picture, said.size(), kWishMs, [&](const ui::Canvas& onto, std::size_t at) {
    const bool message = said[at].message;
    draw_page_frame(onto, sheet, layout, words.text(message ? "scene.messages_title" : "scene.wishes_title"), picture,
                    words);
    draw_said(onto, sheet, layout.body, said[at], words);
  });
}

bool has_said(const Hall& hall) { return !hall.wishes().empty() || !hall.messages(1).empty(); }

}  // namespace

SceneFile wishes_scene() {
  return {{.name = "wishes", .turn = Turn::resting, .page_ms = kWishMs, .has = has_said, .dwell = dwell}, draw_wishes};
}

}  // namespace mn
