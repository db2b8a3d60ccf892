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

// The largest size from `most` down to `least` at which a paragraph is no higher than `height`.
float fitting(const ui::Canvas& canvas, const std::string& text, ui::TextLook look, ui::Size room, float least,
              float leading) {
  while (look.size > least) {
    const float lines = static_cast<float>(ui::wrapped(canvas, text, look, room.width, 8).size());
    if (lines * ui::text_size(canvas, look.size) * leading <= room.height) break;
    look.size -= 1;
  }
  return look.size;
}

void draw_dear(const ui::Canvas& canvas, ui::Rect area, const Thanks& screen, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const std::string_view name = screen.chosen.name.view();
  ui::Rect thanks = name.empty() ? area : ui::cut_top(area, area.height * 0.5F, 2);
  ui::draw_text_in(canvas, thanks, word(sight, "done.thanks"),
                   {.face = ui::Face::display_extrabold, .size = 56, .colour = theme.action}, 26);
  if (name.empty()) return;
  ui::TextLook look{.face = ui::Face::semibold, .size = 36, .colour = theme.ink};
  look.size = fitting(canvas, std::string(name), look, {area.width, area.height}, 20, 1.18F);
  ui::draw_paragraph(canvas, area, name, look, 4, 1.18F);
}

void draw_code(const ui::Canvas& canvas, ui::Rect area, const Thanks& screen, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  ui::fill(canvas, area, theme.chosen, ui::corner::large);
  ui::outline(canvas, area, theme.chosen_line, ui::corner::large, 3);
  ui::Rect inside = ui::inset(area, 12);
  ui::draw_text_in(canvas, ui::cut_top(inside, ui::text_size(canvas, 34)), word(sight, "done.codelabel"),
                   {.face = ui::Face::semibold, .size = 28, .colour = theme.ink, .align = ui::Align::centre}, 20);
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

void draw_lines(const ui::Canvas& canvas, ui::Rect area, const std::vector<Line>& lines) {
  const ui::Theme& theme = *canvas.theme;
  const int count = static_cast<int>(lines.size());
  const float height = std::min(area.height / static_cast<float>(count), 84.0F);
  for (int i = 0; i < count; ++i) {
    const Line& line = lines[static_cast<std::size_t>(i)];
    ui::Rect row = ui::cut_top(area, height);
    if (i > 0) ui::fill(canvas, {row.x, row.y, row.width, 2}, ui::with_alpha(theme.line, 0.8F));
    ui::draw_text_in(canvas, ui::cut_left(row, row.width * 0.31F, 12), line.label,
                     {.face = ui::Face::medium, .size = 26, .colour = theme.ink_soft}, 16);
    ui::TextLook look{.face = line.strong ? ui::Face::display_bold : ui::Face::semibold,
                      .size = 34,
                      .colour = line.strong ? theme.action : theme.ink,
                      .align = ui::Align::right};
    look.size = fitting(canvas, line.value, look, {row.width, row.height}, 18, 1.15F);
    const float lines_used = static_cast<float>(ui::wrapped(canvas, line.value, look, row.width, 3).size());
    const float used = std::min(row.height, lines_used * ui::text_size(canvas, look.size) * 1.15F);
    ui::draw_paragraph(canvas, ui::centred(row, {row.width, used}), line.value, look, 3, 1.15F);
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
  const std::string by = screen.chosen.pay_on
                             ? fill(word(sight, "done.later"), {{"date", date_text(*screen.chosen.pay_on)}}) + "."
                             : fill(word(sight, "done.by"), {{"date", date_text(campaign.pay_by)}}) + ".";
  return campaign.account ? word(sight, "done.keep") + " " + by : by;
}

void draw_next(const ui::Canvas& canvas, ui::Rect area, const Thanks& screen, const Sight& sight) {
  const Effect* effect = screen.chosen.goods ? nullptr : effect_of(sight.terms.campaign, screen.kept.amount);
  const ui::Theme& theme = *canvas.theme;
  if (effect != nullptr) {
    ui::Rect line = ui::cut_bottom(area, area.height * 0.46F, 4);
    const std::string text = fill(word(sight, "done.effect"), {{"effect", effect->text.in(sight.visit.language)}});
    ui::draw_icon(canvas, ui::Icon::leaf, ui::centred(ui::cut_left(line, 40, 14), {36, 36}), ui::hue::leaf);
    ui::TextLook look{.face = ui::Face::medium, .size = 28, .colour = theme.action};
    look.size = fitting(canvas, text, look, {line.width, line.height}, 18, 1.2F);
    const float lines = static_cast<float>(ui::wrapped(canvas, text, look, line.width, 3).size());
    ui::draw_paragraph(canvas, ui::centred(line, {line.width, lines * ui::text_size(canvas, look.size) * 1.2F}), text,
                       look, 3, 1.2F);
  }
  const std::string next = what_next(screen, sight);
  ui::TextLook look{.face = ui::Face::semibold, .size = 28, .colour = theme.ink};
  look.size = fitting(canvas, next, look, {area.width, area.height}, 18, 1.2F);
  ui::draw_paragraph(canvas, area, next, look, 4, 1.2F);
}

void draw_caption(const ui::Canvas& canvas, ui::Rect area, const std::string& text, ui::Align align, float size) {
  ui::TextLook look{.face = ui::Face::semibold, .size = size, .colour = canvas.theme->ink, .align = align};
  look.size = fitting(canvas, text, look, {area.width, area.height}, 16, 1.2F);
  const float lines = static_cast<float>(ui::wrapped(canvas, text, look, area.width, 5).size());
  const float used = std::min(area.height, lines * ui::text_size(canvas, look.size) * 1.2F);
  ui::draw_paragraph(canvas, ui::centred(area, {area.width, used}), text, look, 5, 1.2F);
}

std::string receipt_of(const Thanks& screen, const Campaign& campaign) {
  return receipt_text({campaign.id, screen.kept.code, screen.kept.pledge, screen.kept.digest}, campaign.check_url);
}

// The code that a banking app reads, and under it the one with which the pledge can be checked later.
void draw_codes(const ui::Canvas& canvas, ui::Rect area, const Thanks& screen, const Sight& sight) {
  const std::optional<std::string> payload = transfer_payload(sight.terms.campaign, screen.kept, screen.chosen);
  ui::card(canvas, area);
  ui::Rect inside = ui::inset(area, 22);
  const bool wide = inside.width > inside.height * 1.2F;
  ui::Rect receipt = wide ? ui::cut_right(inside, std::max(230.0F, inside.width * 0.3F), ui::space::large)
                          : ui::cut_bottom(inside, std::min(inside.height * 0.33F, 230.0F), 18);
  const ui::Rect rule = wide ? ui::Rect{inside.right() + 20, inside.y + 10, 2, inside.height - 20}
                             : ui::Rect{inside.x, inside.bottom() + 8, inside.width, 2};
  ui::fill(canvas, rule, canvas.theme->line);
  const float side = wide ? receipt.width : receipt.height;
  const ui::Rect code = wide ? ui::cut_top(receipt, side, 10) : ui::cut_left(receipt, side, 16);
  ui::draw_qr(canvas, code, receipt_of(screen, sight.terms.campaign));
  const ui::Align align = wide ? ui::Align::centre : ui::Align::left;
  draw_caption(canvas, ui::cut_top(receipt, std::min(60.0F, receipt.height * 0.36F)), word(sight, "done.receipt"),
               align, 30);
  draw_caption(canvas, wide ? ui::cut_top(receipt, 130) : receipt, word(sight, "done.receipt_note"), align, 24);
  if (payload) {
    const ui::Rect caption = ui::cut_bottom(inside, ui::text_size(canvas, 64), 4);
    ui::draw_qr(canvas, inside, *payload);
    draw_caption(canvas, caption, word(sight, "done.scan"), ui::Align::centre, 28);
    return;
  }
  // Where no one-shot code may be shown: what to do instead.
  const Way way = way_of(screen.chosen, sight.terms.campaign);
  const bool by_bank = sight.terms.campaign.account && way != Way::cash && way != Way::in_kind;
  const ui::Rect art = ui::cut_top(inside, inside.height * 0.56F, 12);
  ui::draw_picture(canvas, way == Way::in_kind ? "goods" : way == Way::cash ? "way_cash" : "shoots", art);
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

void draw_foot(const Frame& frame, const Thanks& screen, const Sight& sight, std::optional<Tap>& tap) {
  const ui::Canvas& in = frame.canvas;
  ui::Rect foot = frame.foot;
  const bool narrow = foot.width < 1300;
  if (ui::button(in, kTouchFinish, ui::cut_right(foot, narrow ? foot.width * 0.27F : 380.0F, ui::space::small),
                 word(sight, "btn.done"),
                 {.kind = ui::ButtonKind::primary, .icon = ui::Icon::check, .size = 40, .radius = ui::corner::pill})) {
    tap = tap::Finish{};
  }
  draw_countdown(in, ui::cut_right(foot, 100, ui::space::small), sight);
  const bool may_print = sight.terms.prints && screen.slip != SlipState::printing && screen.slip != SlipState::printed;
  if (may_print &&
      ui::button(in, kTouchPrint, ui::cut_right(foot, narrow ? foot.width * 0.5F - 8 : 360.0F, ui::space::small),
                 word(sight, "btn.print"),
                 {.icon = narrow ? std::nullopt : std::optional(ui::Icon::printer),
                  .size = narrow ? 26.0F : 32.0F,
                  .radius = ui::corner::pill})) {
    tap = tap::PrintSlip{};
  }
  if (ui::button(in, kTouchAgain, narrow ? foot : ui::cut_left(foot, 330, ui::space::small), word(sight, "btn.again"),
                 {.size = narrow ? 26.0F : 30.0F, .radius = ui::corner::pill})) {
    tap = tap::Again{};
  }
  if (!narrow) draw_slip_note(in, ui::centred(foot, {foot.width, 96}), screen, sight);
}

}  // namespace

std::optional<Tap> draw_thanks(const ui::Canvas& canvas, const Thanks& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap, 0);
  const ui::Canvas& in = frame.canvas;
  const bool portrait = canvas.portrait();
  ui::Rect body = whole_of(frame);
  // Where the foot has no room for it, the note stands above.
  if (frame.foot.width < 1300) draw_slip_note(in, ui::cut_bottom(body, 92, ui::space::small), screen, sight);
  const ui::Rect side = portrait ? ui::cut_bottom(body, body.height * 0.48F, ui::space::medium)
                                 : ui::cut_right(body, body.width * 0.37F, ui::space::medium);
  draw_codes(in, side, screen, sight);
  ui::card(in, body);
  ui::Rect inside = ui::inset(body, 28);
  const bool named = !screen.chosen.name.empty();
  draw_dear(in, ui::cut_top(inside, named ? 132.0F : 74.0F, 10), screen, sight);
  draw_code(in, ui::cut_top(inside, portrait ? 180.0F : 148.0F, 10), screen, sight);
  draw_next(in, ui::cut_bottom(inside, ui::text_size(canvas, 112), 6), screen, sight);
  draw_lines(in, inside, lines_of(screen, sight));
  draw_foot(frame, screen, sight, tap);
  return tap;
}

}  // namespace mn::kiosk
