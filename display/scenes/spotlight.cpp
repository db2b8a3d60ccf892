// A sponsor is called to the stage: two lamps, and the board that is handed over. Shows what masking let through of the
// pledge, or the staff's own words where there is none; never a name that was not released.
#include "core/numbers.h"
#include "core/strings.h"
#include "display/parts/board.h"
#include "display/scenes/scene.h"
#include "ui/group.h"
#include "ui/paint.h"
#include "ui/still.h"

namespace mn {
namespace {

constexpr std::int64_t kBoardMs = 1'100;
constexpr std::int64_t kSumMs = 1'300;
constexpr std::int64_t kMessageMs = 2'400;

struct Layout {
  ui::Rect head;
  ui::Rect board;
  ui::Rect message;
};

Layout lay_out(const Sheet& sheet) {
  Layout out;
  const float u = sheet.least;
  ui::Rect rest = sheet.safe;
  switch (sheet.shape) {
    case Shape::wide:
      out.head = ui::cut_top(rest, 88, 18);
      out.message = ui::cut_bottom(rest, u * 4.4F, 26);
      out.board = ui::centred(rest, {std::min(rest.width, 1'520.0F), rest.height});
      break;
    case Shape::panorama:
      out.head = ui::cut_top(rest, 92, 20);
      out.message = ui::cut_bottom(rest, u * 3.4F, 24);
      out.board = ui::centred(rest, {2'100, rest.height});
      break;
    case Shape::ribbon:
      out.board = rest;
      break;
    case Shape::upright:
      ui::cut_top(rest, 40);
      out.head = ui::cut_top(rest, 110, 30);
      out.board = ui::cut_top(rest, 900, 44);
      out.message = ui::cut_top(rest, u * 7);
      break;
  }
  return out;
}

void put_sum(BoardFace& face, const PublicCard& card, const Picture& picture, const Words& words) {
  if (card.goods()) {
    face.sum = grouped(Money{card.goods()->quantity}) + " " + card.goods()->unit + " " + card.goods()->what;
    if (card.amount() && card.amount()->dong > 0) {
      face.in_words = fill(words.text("scene.goods_value"), {{"amount", grouped(*card.amount())}});
    }
  } else if (card.amount() && card.amount()->dong > 0) {
    face.is_money = true;
    face.sum = grouped(*card.amount()) + " " + words.dong;
    face.in_words = amount_in_words(*card.amount(), picture.language, picture.hall.campaign().word_forms);
  } else {
    face.sum = words.amount_hidden;
  }
}

BoardFace face_of(const Picture& picture, const Words& words) {
  BoardFace face;
  face.purpose = fill(words.text("scene.gives_to"), {{"fund", picture.fund_name}});
  face.date = picture.date;
  const std::optional<Spotlight>& spotlight = picture.spotlight;
  if (spotlight && spotlight->card) {
    const PublicCard& card = *spotlight->card;
    face.kind = kind_of(card.giver(), words);
    face.name = spotlight->name.empty() ? card.name() : spotlight->name;
    // Whoever is not named is not named, whatever the staff wrote.
    if (card.name().empty()) face.name = card.waiting() ? words.text("scene.waiting") : words.unnamed;
    put_sum(face, card, picture, words);
  } else if (spotlight && !spotlight->name.empty()) {
    face.name = spotlight->name;
    face.sum = spotlight->line;
  } else {
    face.name = words.text("scene.everybody");
    if (spotlight) face.sum = spotlight->line;
  }
  return face;
}

std::string message_of(const Picture& picture) {
  if (!picture.spotlight || !picture.spotlight->card) return {};
  if (!picture.spotlight->line.empty()) return picture.spotlight->line;
  const std::string& message = picture.spotlight->card->message();
  return message.empty() ? message : "“" + message + "”";
}

constexpr Mood kEvening{.dawn_permille = 200, .children = false};

// Two lamps from above that meet on the board: many thin cones make a soft one. One still layer with the stage.
void draw_lit_stage(const ui::Canvas& canvas, ui::Rect board) {
  ui::still(canvas, "lit stage", canvas.whole(), ui::StillKind::opaque, [&](const ui::Canvas& layer) {
    draw_stage(layer, kEvening);
    constexpr int kCones = 14;
    const float foot = layer.size.height + 60;
    for (const float side : {-1.0F, 1.0F}) {
      const ui::Point lamp{board.centre().x + side * board.width * 0.42F, -60};
      const float middle = board.centre().x - side * board.width * 0.10F;
      for (int cone = 1; cone <= kCones; ++cone) {
        const float share = static_cast<float>(cone) / kCones;
        const float half = board.width * 0.62F * share;
        const ui::Point points[4] = {
            {lamp.x - 26 * share, lamp.y}, {lamp.x + 26 * share, lamp.y}, {middle + half, foot}, {middle - half, foot}};
        ui::polygon(layer, points, ui::rgb(0xFFE9BE, 0.016F));
      }
    }
    ui::glow(layer, board.centre(), board.width * 0.72F, ui::with_alpha(ui::hue::gold, 0.20F));
  });
}

// The lamps come on slowly.
void draw_lamps(const ui::Canvas& canvas, ui::Rect board, float share) {
  if (share >= 1) return draw_lit_stage(canvas, board);
  draw_stage(canvas, kEvening);
  ui::group(ui::faded(canvas, share), "lamps", canvas.whole(), ui::GroupKind::opaque,
            [&](const ui::Canvas& inner) { draw_lit_stage(inner, board); });
}

void draw_spotlight(const ui::Canvas& whole, const Picture& picture, const Words& words) {
  const std::int64_t ms = picture.scene_ms;
  const Sheet sheet = sheet_of(whole);
  const Layout layout = lay_out(sheet);
  draw_lamps(whole, layout.board, arc(ms, 0, kBoardMs));
  draw_rising(whole,
              {.sprite = "spark",
               .count = sheet.shape == Shape::upright ? 16 : 26,
               .seed = 8,
               .size_least = 14,
               .size_most = 30,
               .crossing_ms = 19'000,
               .spread_ms = 9'000},
              ms + 12'000, 0.8F);

  const ui::Canvas canvas = drifted(whole, picture);
  if (layout.head.width > 0) {
    draw_gold(ui::faded(canvas, arc(ms, 200, 1'200)), layout.head, words.text("scene.honoured"),
              layout.head.height * 0.7F, sheet.least);
  }
  const float come = arc(ms, 0, kBoardMs);
  const BoardFace face = face_of(picture, words);
  const float sum = arc(ms, kSumMs, kSumMs + 1'000);
  if (come < 1) {
    // As one thing, so that the paper hides its frame while it comes.
    ui::group(ui::moved(ui::faded(canvas, come), {0, 46 * (1 - come)}), "board", ui::inset(layout.board, -64),
              ui::GroupKind::transparent,
              [&](const ui::Canvas& inner) { draw_board(inner, layout.board, face, sheet.least, sum); });
  } else {
    draw_board(canvas, layout.board, face, sheet.least, sum);
  }
  const std::string message = message_of(picture);
  if (message.empty() || layout.message.width <= 0) return;
  draw_fitted(ui::faded(canvas, arc(ms, kMessageMs, kMessageMs + 1'200)), layout.message, message,
              {ui::Face::medium, sheet.least * 1.55F, ui::hue::moon, ui::Align::centre}, {4, sheet.least});
}

}  // namespace

SceneFile spotlight_scene() { return {{.name = "spotlight", .turn = Turn::cued, .moves = true}, draw_spotlight}; }

}  // namespace mn
