// What children of the province wished for, never with a name, and what givers wrote to them. One at a time: a
// kite carries the wish, and the children look after it.
#include <algorithm>
#include <array>
#include <cmath>

#include "display/parts/pages.h"
#include "display/parts/paper.h"
#include "display/parts/stack.h"
#include "display/parts/stage_place.h"
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

struct Layout {
  ui::Rect paper;
  ui::Point kite;
  float kite_side = 0;
  ui::Rect children;  // one of them holds the kite; empty on a low band
};
Layout lay_out(const Sheet& sheet, ui::Rect body, ui::Size canvas) {
  Layout out;
  const float u = sheet.reading;
  switch (sheet.shape) {
    case Shape::wide:
      out.children = place_stage(canvas).children;
      out.paper = {body.right() - u * 53, body.y + u * 0.6F, u * 53, u * 19};
      out.kite = {body.x + u * 9.5F, body.y + u * 10};
      out.kite_side = u * 19;
      break;
    case Shape::panorama:
      out.children = place_stage(canvas).children;
      out.paper = {body.centre().x - u * 24, body.y, u * 64, u * 14.4F};
      out.kite = {body.x + u * 17, body.y + u * 9};
      out.kite_side = u * 16;
      break;
    case Shape::ribbon:
      out.kite = {body.x + u * 4, body.centre().y};
      out.kite_side = u * 9.5F;
      out.paper = body;
      (void)ui::cut_left(out.paper, u * 9);
      break;
    case Shape::upright:
      out.paper = {body.x, body.y + u * 12, body.width, u * 15};
      // Higher than the figures at its foot.
      out.children = {body.centre().x - 310, body.bottom() + u * 0.5F - 219, 620, 219};
      out.kite = {body.x + u * 6.6F, body.y + u * 5.6F};
      out.kite_side = u * 12.5F;
      break;
  }
  return out;
}

// From the reel that the boy holds over his head, up to the kite, hanging a little.
void draw_string(const ui::Canvas& canvas, const Layout& layout) {
  constexpr float kReelAcross = 0.872F;  // of the picture of the children
  constexpr float kReelDown = 0.17F;
  const ui::Rect& children = layout.children;
  const ui::Point from{children.x + children.width * kReelAcross, children.y + children.height * kReelDown};
  const ui::Point to{layout.kite.x, layout.kite.y + layout.kite_side * 0.36F};
  constexpr int kPieces = 36;
  ui::Point last = from;
  for (int piece = 1; piece <= kPieces; ++piece) {
    const float share = static_cast<float>(piece) / kPieces;
    const float hang = share * (1 - share) * std::abs(from.y - to.y) * 0.5F;
    const ui::Point at{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share + hang};
    ui::line(canvas, last, at, ui::with_alpha(ui::hue::moon, 0.75F), 2.5F);
    last = at;
  }
}

// A kite of the children's carries their wishes; givers' words come with lanterns.
void draw_sky(const ui::Canvas& canvas, const Layout& layout, bool message) {
  const float side = layout.kite_side;
  if (!message) {
    if (layout.children.width > 0) draw_string(canvas, layout);
    ui::glow(canvas, layout.kite, side * 0.62F, ui::with_alpha(ui::hue::gold, 0.16F));
    ui::draw_sprite(canvas, "kite", layout.kite,
                    {.size = {side, side}, .degrees = layout.children.width > 0 ? -9.0F : 6.0F});
    return;
  }
  struct Lantern {
    float across, down, size;
  };
  constexpr std::array<Lantern, 5> kLanterns{{{-0.12F, 0.06F, 0.62F},
                                              {0.30F, -0.30F, 0.36F},
                                              {-0.40F, -0.34F, 0.28F},
                                              {0.34F, 0.26F, 0.26F},
                                              {-0.42F, 0.36F, 0.2F}}};
  for (const Lantern& lantern : kLanterns) {
    const ui::Point at{layout.kite.x + lantern.across * side, layout.kite.y + lantern.down * side};
    ui::draw_sprite(canvas, "lantern_sky", at, {.size = {lantern.size * side, lantern.size * side}});
  }
}

void draw_said(const ui::Canvas& canvas, const Sheet& sheet, ui::Rect paper, const Said& said, const Words& words) {
  const float u = sheet.reading;
  const bool ribbon = sheet.shape == Shape::ribbon;
  const ui::Rect rest = ui::inset(paper, u * (ribbon ? 0.6F : 1.6F));
  std::vector<Block> blocks{{"“" + said.text + "”",
                             {ui::Face::display_semibold, u * (ribbon ? 1.9F : 3.3F), ui::hue::ink, ui::Align::centre},
                             0,
                             6}};
  if (said.message) {
    blocks.push_back({said.from.empty() ? words.unnamed : said.from,
                      {ui::Face::semibold, u * (ribbon ? 1.1F : 1.5F), ui::hue::bamboo, ui::Align::centre},
                      u * (ribbon ? 0.4F : 2.2F),
                      3});
  }
  const std::vector<ui::Rect> places = draw_stack(canvas, rest, stacked(canvas, {rest.width, rest.height}, blocks, u));
  if (places.size() < 2 || ribbon) return;
  draw_flourish(canvas, {rest.centre().x, (places[0].bottom() + places[1].y) / 2}, u * 16, ui::hue::gold_deep);
}

void draw_wishes(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const PageLayout page = lay_out_page(sheet);
  const Layout layout = lay_out(sheet, page.body, whole.size);
  draw_stage(whole, {.dawn_permille = 550, .children = false});
  const ui::Canvas canvas = drifted(whole, picture);
  if (layout.children.width > 0) ui::draw_picture(whole, "stage_children", layout.children);
  draw_page_figures(canvas, sheet, page, picture, words);
  draw_paper(canvas, layout.paper);
  const std::vector<Said> said = all_said(picture.hall);
  draw_pages(
      canvas, picture, said.size(), kWishMs,
      [&](const ui::Canvas& ground, const ui::Canvas& ink, std::size_t at) {
        const bool message = said[at].message;
        draw_sky(ground, layout, message);
        draw_page_title(ink, sheet, page, words.text(message ? "scene.messages_title" : "scene.wishes_title"));
        draw_said(ink, sheet, layout.paper, said[at], words);
      },
      [&](std::size_t at, std::size_t other) { return said[at].message == said[other].message; });
}

bool has_said(const Hall& hall) { return !hall.wishes().empty() || !hall.messages(1).empty(); }

}  // namespace

SceneFile wishes_scene() {
  return {{.name = "wishes", .turn = Turn::resting, .page_ms = kWishMs, .has = has_said, .dwell = dwell}, draw_wishes};
}

}  // namespace mn
