// The thanks: the code to give, the account or the transfer code to pay by, what the gift can do, a code with which it
// can be checked later. Built from what the journal has and from nothing else.
#include <fmt/format.h>

#include "core/numbers.h"
#include "core/receipt.h"
#include "kiosk/order.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/notice.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/qr.h"

namespace mn::kiosk {
namespace {

// How much of the thanks has come: 0..1, all of it at once when motion is reduced.
float come(const ui::Canvas& canvas, const Sight& sight) {
  return canvas.reduced_motion ? 1.0F : ui::share_of(sight.now_ms, sight.visit.since_ms, kEnterMs);
}

// A child with young bamboo, and the words; anise stars fly from it to the edge of the card.
void draw_dear(const ui::Canvas& canvas, ui::Rect card, ui::Rect area, const Thanks& screen, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const float share = come(canvas, sight);
  const float side = std::min(area.height + 8, area.width * 0.26F);
  const ui::Rect art = ui::cut_left(area, side, ui::space::medium);
  constexpr ui::Point kStars[] = {{0.5F, 0.1F}, {0.62F, -0.3F}, {0.74F, 0.05F}, {0.86F, -0.2F}, {0.965F, 0.2F}};
  const float out = ui::ease_out(share);
  for (std::size_t i = 0; i < std::size(kStars); ++i) {
    const float size = i % 2 == 0 ? 40 : 28;
    const ui::Point from = art.centre();
    const ui::Point to{card.x + card.width * kStars[i].x, card.y + kStars[i].y * size};
    ui::draw_sprite(canvas, i % 2 == 0 ? "anise_star" : "leaf",
                    {from.x + (to.x - from.x) * out, from.y + (to.y - from.y) * out},
                    {.size = {size, size}, .degrees = 150 * out + 40 * static_cast<float>(i)});
  }
  ui::draw_sprite(canvas, "thanks", art.centre(), {.size = {side, side}, .zoom = 0.7F + 0.3F * ui::spring(share)});
  const std::string_view name = screen.chosen.name.view();
  const ui::TextLook thanks{.face = ui::Face::display_extrabold, .size = 58, .colour = theme.action};
  if (name.empty()) return draw_fitted(canvas, area, word(sight, "done.thanks"), thanks, 24);
  const Fitted dear = fitted(canvas, name, {.face = ui::Face::semibold, .size = 36, .colour = theme.ink},
                             {area.width, area.height * 0.46F});
  const Fitted words = fitted(canvas, word(sight, "done.thanks"), thanks, {area.width, area.height - dear.height}, 24);
  ui::Rect block = ui::centred(area, {area.width, std::min(area.height, words.height + dear.height)});
  ui::draw_paragraph(canvas, ui::cut_top(block, words.height), word(sight, "done.thanks"), words.look, 4, kLeading);
  ui::draw_paragraph(canvas, block, name, dear.look, 5, kLeading);
}

void draw_code(const ui::Canvas& canvas, ui::Rect area, const Thanks& screen, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const float short_by = (1 - ui::spring(come(canvas, sight))) * 0.06F;
  area = ui::centred(area, {area.width * (1 - short_by), area.height * (1 - short_by)});
  ui::fill_gradient(canvas, area, ui::mixed(theme.chosen, theme.surface, 0.4F), theme.chosen, ui::Run::down,
                    ui::corner::large);
  ui::outline(canvas, area, theme.chosen_line, ui::corner::large, 3);
  ui::Rect inside = ui::inset(area, 12);
  ui::draw_text_in(canvas, ui::cut_top(inside, ui::text_size(canvas, 34)), word(sight, "done.codelabel"),
                   {.face = ui::Face::semibold, .size = 28, .colour = theme.ink, .align = ui::Align::centre}, 18);
  inside = {inside.x + 16, inside.y, inside.width - 32, inside.height};
  ui::draw_text_in(canvas, inside, code_for_people(screen.kept.code),
                   {.face = ui::Face::display_extrabold,
                    .size = 96,
                    .colour = theme.action,
                    .align = ui::Align::centre,
                    .tracking = 2},
                   40);
}

struct Line {
  std::string label;
  std::string value;
  bool strong = false;
};

std::vector<Line> lines_of(const Thanks& screen, const Sight& sight) {
  const Campaign& campaign = sight.terms.campaign;
  const Choices& chosen = screen.chosen;
  std::vector<Line> lines;
  if (chosen.goods) {
    lines.push_back({word(sight, "review.goods"), goods_words(sight, *chosen.goods), true});
    if (chosen.goods->value.dong > 0) lines.push_back({word(sight, "review.value"), figure(chosen.goods->value)});
  } else {
    lines.push_back({word(sight, "review.amount"), figure(screen.kept.amount), true});
  }
  lines.push_back({word(sight, "review.purpose"), campaign.funds.at(chosen.fund).name.in(sight.visit.language)});
  const Way way = way_of(chosen, campaign);
  if (!campaign.account || way == Way::cash || way == Way::in_kind) return lines;
  lines.push_back({word(sight, "done.holder"), campaign.account->holder});
  lines.push_back({word(sight, "done.number"), campaign.account->number});
  lines.push_back({word(sight, "done.bank"), campaign.account->bank_name});
  lines.push_back({word(sight, "done.message"), code_text(screen.kept.code), true});
  return lines;
}

constexpr float kOneLineLeast = 23;

void draw_lines(const ui::Canvas& canvas, ui::Rect area, const std::vector<Line>& lines) {
  const ui::Theme& theme = *canvas.theme;
  const int count = static_cast<int>(lines.size());
  const float height = std::min(area.height / static_cast<float>(count), 84.0F);
  for (int i = 0; i < count; ++i) {
    const Line& line = lines[static_cast<std::size_t>(i)];
    ui::Rect row = ui::cut_top(area, height);
    if (i > 0) ui::fill(canvas, {row.x, row.y, row.width, 2}, ui::with_alpha(theme.line, 0.8F));
    const ui::TextLook label{.face = ui::Face::medium, .size = 27, .colour = theme.ink_soft};
    const float wide = std::min(ui::text_width(canvas, line.label, label) + 4, row.width * 0.42F);
    ui::draw_text_in(canvas, ui::cut_left(row, wide, 16), line.label, label, 18);
    ui::TextLook look{.face = line.strong ? ui::Face::display_bold : ui::Face::semibold,
                      .size = 34,
                      .colour = line.strong ? theme.action : theme.ink,
                      .align = ui::Align::right};
    // On one line as long as it is well read so.
    look.size = ui::fitting_size(canvas, line.value, look, row.width, kOneLineLeast);
    draw_fitted(canvas, row, line.value, look, 16);
  }
}

std::string what_next(const Thanks& screen, const Sight& sight) {
  const Campaign& campaign = sight.terms.campaign;
  switch (way_of(screen.chosen, campaign)) {
    case Way::cash:
      return word(sight, "done.cash");
    case Way::in_kind:
      return word(sight, "done.goods");
    case Way::later:
    case Way::transfer:
      break;
  }
  const bool chinese = sight.visit.language == Language::zh;
  const std::string stop = chinese ? "。" : ".";
  const std::string by = screen.chosen.pay_on
                             ? fill(word(sight, "done.later"), {{"date", date_text(*screen.chosen.pay_on)}}) + stop
                             : fill(word(sight, "done.by"), {{"date", date_text(campaign.pay_by)}}) + stop;
  return campaign.account ? word(sight, "done.keep") + (chinese ? "" : " ") + by : by;
}

void draw_next(const ui::Canvas& canvas, ui::Rect area, const Thanks& screen, const Sight& sight) {
  const Effect* effect = screen.chosen.goods ? nullptr : effect_of(sight.terms.campaign, screen.kept.amount);
  const ui::Theme& theme = *canvas.theme;
  if (effect != nullptr) {
    ui::Rect line = ui::cut_bottom(area, area.height * 0.46F, 4);
    const std::string text = fill(word(sight, "done.effect"), {{"effect", effect->text.in(sight.visit.language)}});
    ui::draw_icon(canvas, ui::Icon::leaf, ui::centred(ui::cut_left(line, 40, 14), {36, 36}), ui::hue::leaf);
    draw_fitted(canvas, line, text, {.face = ui::Face::semibold, .size = 30, .colour = theme.action});
  }
  draw_fitted(canvas, area, what_next(screen, sight), {.face = ui::Face::semibold, .size = 28, .colour = theme.ink});
}

void draw_caption(const ui::Canvas& canvas, ui::Rect area, const std::string& text, ui::Align align, float size) {
  draw_fitted(canvas, area, text,
              {.face = ui::Face::semibold, .size = size, .colour = canvas.theme->ink, .align = align}, 16);
}

std::string receipt_of(const Thanks& screen, const Campaign& campaign) {
  return receipt_text({campaign.id, screen.kept.code, screen.kept.pledge, screen.kept.digest}, campaign.check_url);
}

// A side of the receipt's code in real pixels: 57 modules and their quiet zone at the least size of a module.
constexpr float kReceiptPixels = 65.0F * ui::kQrModulePixelsMin + 2;

// The code with which the pledge can be checked later: smaller, and under it what it is for.
void draw_receipt(const ui::Canvas& canvas, ui::Rect area, const Thanks& screen, const Sight& sight) {
  ui::draw_qr(canvas, ui::cut_top(area, area.width, 6), receipt_of(screen, sight.terms.campaign));
  ui::Rect words = ui::cut_top(area, std::min(area.height, ui::text_size(canvas, 168)));
  draw_caption(canvas, ui::cut_top(words, words.height * 0.28F), word(sight, "done.receipt"), ui::Align::centre, 30);
  draw_caption(canvas, words, word(sight, "done.receipt_note"), ui::Align::centre, 25);
}

// A code to scan, in a frame of young bamboo.
void draw_framed_qr(const ui::Canvas& canvas, ui::Rect area, const std::string& payload) {
  constexpr float kBand = 10;
  const float side = std::min(area.width, area.height);
  const ui::Rect frame = ui::centred(area, {side, side});
  ui::fill_gradient(canvas, frame, ui::hue::shoot, ui::hue::leaf, ui::Run::diagonal, ui::corner::large);
  ui::fill(canvas, ui::inset(frame, kBand), ui::hue::white, ui::corner::large - kBand);
  ui::draw_qr(canvas, ui::inset(frame, kBand + 4), payload);
}

// The code that a banking app reads, and beside or under it the one for later.
void draw_codes(const ui::Canvas& canvas, ui::Rect area, const Thanks& screen, const Sight& sight) {
  const std::optional<std::string> payload = transfer_payload(sight.terms.campaign, screen.kept, screen.chosen);
  ui::Rect inside = ui::inset(area, 22);
  // Its modules must not fall under what a telephone reads on a small panel.
  const float receipt_least = kReceiptPixels / canvas.scale;
  const ui::Rect receipt = ui::cut_right(inside, std::max(receipt_least, inside.width * 0.3F), ui::space::large);
  ui::fill(canvas, {inside.right() + 20, inside.y + 10, 2, inside.height - 20}, canvas.theme->line);
  draw_receipt(canvas, receipt, screen, sight);
  if (payload) {
    const ui::Rect caption = ui::cut_bottom(inside, ui::text_size(canvas, 66), 8);
    draw_framed_qr(canvas, inside, *payload);
    draw_caption(canvas, caption, word(sight, "done.scan"), ui::Align::centre, 28);
    return;
  }
  // Where no one-shot code may be shown: what to do instead.
  const Way way = way_of(screen.chosen, sight.terms.campaign);
  const bool by_bank = sight.terms.campaign.account && way != Way::cash && way != Way::in_kind;
  const ui::Rect art = ui::cut_top(inside, inside.height * 0.56F, 12);
  ui::draw_picture(canvas, way == Way::in_kind ? "goods" : way == Way::cash ? "help" : "shoots", art);
  const char* key = by_bank ? "done.ordinary" : way == Way::in_kind ? "done.goods" : "done.cash";
  draw_caption(canvas, inside, word(sight, key), ui::Align::centre, 34);
}

// That this is no receipt: always on the glass, beside the ways on; or how the printing goes.
void draw_slip_note(const ui::Canvas& canvas, ui::Rect area, const Thanks& screen, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const char* key = "review.slip";
  ui::Icon icon = ui::Icon::info;
  switch (screen.slip) {
    case SlipState::none:
      break;
    case SlipState::printing:
      key = "slip.printing", icon = ui::Icon::printer;
      break;
    case SlipState::printed:
      key = sight.terms.keeps_slips ? "slip.kept" : "slip.printed", icon = ui::Icon::check;
      break;
    case SlipState::no_paper:
      key = "slip.no_paper", icon = ui::Icon::printer;
      break;
    case SlipState::trouble:
      key = "slip.trouble", icon = ui::Icon::printer;
      break;
  }
  ui::fill(canvas, area, ui::with_alpha(theme.surface, 0.9F), ui::corner::medium);
  ui::Rect inside = ui::inset(area, 12);
  ui::draw_icon(canvas, icon, ui::centred(ui::cut_left(inside, 40, 12), {38, 38}), theme.action);
  draw_caption(canvas, inside, word(sight, key), ui::Align::left, 26);
}

void draw_countdown(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const std::optional<int> left = thanks_seconds_left(sight.visit, sight.terms.patience, sight.now_ms);
  if (!left) return;
  const float share = static_cast<float>(*left) * 1000 / static_cast<float>(sight.terms.patience.thanks_ms);
  const float side = std::min(area.width, area.height);
  ui::disc(canvas, area.centre(), side / 2, ui::with_alpha(canvas.theme->surface, 0.9F));
  ui::progress_ring(canvas, ui::centred(area, {side - 8, side - 8}), std::min(1.0F, share), fmt::format("{}", *left));
}

// The ways on; where the foot is short, the note and the countdown stand above it, and at its shortest two of the ways.
void draw_foot(const Frame& frame, ui::Rect& body, const Thanks& screen, const Sight& sight, std::optional<Tap>& tap) {
  const ui::Canvas& in = frame.canvas;
  const bool narrow = frame.foot.width < 760, shorter = frame.low || frame.foot.width < 1300;
  ui::Rect foot = frame.foot;
  const float finish = narrow ? foot.width : shorter ? foot.width * 0.3F : 380.0F;
  if (ui::button(in, kTouchFinish, ui::cut_right(foot, finish, ui::space::small), word(sight, "btn.done"),
                 {.kind = ui::ButtonKind::primary, .icon = ui::Icon::check, .size = 40, .radius = ui::corner::pill})) {
    tap = tap::Finish{};
  }
  if (narrow) foot = ui::cut_bottom(body, 104, ui::space::small);
  if (shorter) {
    ui::Rect above = ui::cut_bottom(body, 96, ui::space::small);
    draw_countdown(in, ui::cut_right(above, 96, ui::space::small), sight);
    draw_slip_note(in, above, screen, sight);
  } else {
    draw_countdown(in, ui::cut_right(foot, 100, ui::space::small), sight);
  }
  const bool may_print = sight.terms.prints && screen.slip != SlipState::printing && screen.slip != SlipState::printed;
  const float size = shorter ? 28 : 32;
  const auto way_on = [&](ui::TargetId id, ui::Rect at, const char* key, ui::Icon icon) {
    return ui::button(in, id, at, word(sight, key), {.icon = icon, .size = size, .radius = ui::corner::pill});
  };
  if (may_print) {
    const ui::Rect at = ui::cut_right(foot, shorter ? (foot.width - 16) / 2 : 370.0F, ui::space::small);
    if (way_on(kTouchPrint, at, "btn.print", ui::Icon::printer)) tap = tap::PrintSlip{};
  }
  const ui::Rect again = shorter ? foot : ui::cut_left(foot, 370, ui::space::small);
  if (way_on(kTouchAgain, again, "btn.again", ui::Icon::plus)) tap = tap::Again{};
  if (!shorter) draw_slip_note(in, ui::centred(foot, {foot.width, 96}), screen, sight);
}

}  // namespace

std::optional<Tap> draw_thanks(const ui::Canvas& canvas, const Thanks& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap, 0);
  const ui::Canvas& in = frame.canvas;
  const bool portrait = canvas.portrait();
  ui::Rect body = whole_of(frame);
  draw_foot(frame, body, screen, sight, tap);
  ui::Rect codes = portrait ? ui::cut_bottom(body, body.height * 0.43F, ui::space::medium)
                            : ui::cut_right(body, body.width * 0.54F, ui::space::medium);
  ui::card(in, codes);
  ui::card(in, body);
  ui::Rect inside = ui::inset(body, 28);
  const float next_height = ui::text_size(canvas, 104);
  ui::Rect next;
  if (portrait) {
    next = ui::cut_bottom(inside, next_height, 6);
  } else {
    next = ui::cut_bottom(codes, next_height + 20);
    next = {next.x + 28, next.y, next.width - 56, next_height};
  }
  draw_codes(in, codes, screen, sight);
  draw_next(in, next, screen, sight);
  draw_dear(in, body, ui::cut_top(inside, std::min(190.0F, inside.height * 0.27F), 12), screen, sight);
  draw_code(in, ui::cut_top(inside, portrait ? 180.0F : 150.0F, 12), screen, sight);
  draw_lines(in, inside, lines_of(screen, sight));
  return tap;
}

}  // namespace mn::kiosk
