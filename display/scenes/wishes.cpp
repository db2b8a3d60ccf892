// What children of the province wished for, never with a name, and what givers wrote to them. One at a time: a
// kite carries the wish, and the children look after it.
#include <algorithm>
#include <array>
#include <cmath>

#include "display/parts/pages.h"
#include "display/parts/paper.h"
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
  bool children = false;  // they stand in the picture, and one of them holds the kite
};
Layout lay_out(const Sheet& sheet, ui::Rect body) {
  Layout out;
  const float u = sheet.reading;
  switch (sheet.shape) {
    case Shape::wide:
      out.children = true;
      out.paper = {body.right() - u * 53, body.y + u * 0.6F, u * 53, u * 19};
      out.kite = {body.x + u * 9.5F, body.y + u * 10};
      out.kite_side = u * 19;
      break;
    case Shape::panorama:
      out.children = true;
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
      out.children = true;
      out.paper = {body.x, body.y + u * 12.5F, body.width, u * 16};
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
  const ui::Rect children = place_stage(canvas.size).children;
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
    if (layout.children) draw_string(canvas, layout);
    ui::glow(canvas, layout.kite, side * 0.62F, ui::with_alpha(ui::hue::gold, 0.16F));
    ui::draw_sprite(canvas, "kite", layout.kite, {.size = {side, side}, .degrees = layout.children ? -9.0F : 6.0F});
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
  ui::Rect rest = ui::inset(paper, u * (ribbon ? 0.6F : 1.6F));
  if (said.message) {
    const std::string& from = said.from.empty() ? words.unnamed : said.from;
    const float height = u * (ribbon ? 1.4F : sheet.shape == Shape::upright ? 4.2F : 3);
    const ui::Rect line = ui::cut_bottom(rest, ribbon && rest.width < u * 50 ? u * 2.7F : height, u * 0.5F);
    draw_fitted(canvas, line, from,
                {ui::Face::semibold, u * (ribbon ? 1.0F : 1.35F), ui::hue::bamboo, ui::Align::right}, {3, u});
    if (!ribbon) draw_flourish(canvas, {line.centre().x, line.y - u * 0.25F}, line.width * 0.7F, ui::hue::gold_deep);
  }
  draw_fitted(canvas, rest, "“" + said.text + "”",
              {ui::Face::display_semibold, u * (ribbon ? 1.7F : 3.2F), ui::hue::ink, ui::Align::centre},
              {ribbon ? 4 : 6, u});
}

void draw_wishes(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const Sheet sheet = sheet_of(whole);
  const PageLayout page = lay_out_page(sheet);
  const Layout layout = lay_out(sheet, page.body);
  draw_stage(whole, {.dawn_permille = 550, .children = layout.children});
  const ui::Canvas canvas = drifted(whole, picture);
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
