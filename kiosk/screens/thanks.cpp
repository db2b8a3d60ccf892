// The thanks, built from what the journal has: the pledge code, how to transfer, until when, and that this is no
// receipt.
#include <fmt/format.h>

#include "kiosk/order.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"
#include "ui/picture.h"
#include "ui/qr.h"

namespace mn::kiosk {
namespace {

void draw_dear(const ui::Canvas& canvas, ui::Rect area, const Thanks& screen, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  const ui::TextLook look{.face = ui::Face::display_extrabold, .size = 54, .colour = theme.action};
  ui::draw_text_in(canvas, ui::cut_top(area, 68, 2), word(sight, "done.thanks"), look, 30);
  ui::TextLook name{.face = ui::Face::semibold, .size = 36, .colour = theme.ink};
  if (ui::text_width(canvas, screen.name.view(), name) > area.width) name.size = 24;
  ui::draw_paragraph(canvas, area, screen.name.view(), name, 2, 1.2F);
}

void draw_code(const ui::Canvas& canvas, ui::Rect area, const Thanks& screen, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  ui::fill(canvas, area, theme.chosen, ui::corner::large);
  ui::outline(canvas, area, theme.chosen_line, ui::corner::large, 3);
  ui::Rect inside = ui::inset(area, 14);
  ui::draw_text_in(canvas, ui::cut_top(inside, 36), word(sight, "done.codelabel"),
                   {.face = ui::Face::semibold, .size = 28, .colour = theme.ink_soft, .align = ui::Align::centre}, 22);
  ui::draw_text_in(canvas, inside, code_for_people(screen.kept.code),
                   {.face = ui::Face::display_extrabold,
                    .size = 96,
                    .colour = theme.action,
                    .align = ui::Align::centre,
                    .tracking = 2},
                   48);
}

struct Line {
  std::string label;
  std::string value;
  bool strong = false;
};

std::vector<Line> account_lines(const Thanks& screen, const Sight& sight) {
  std::vector<Line> lines = {{word(sight, "review.amount"), figure(screen.kept.amount), true}};
  const std::optional<Account>& account = sight.terms.campaign.account;
  if (!account) return lines;
  lines.push_back({word(sight, "done.holder"), account->holder});
  lines.push_back({word(sight, "done.number"), account->number});
  lines.push_back({word(sight, "done.bank"), account->bank_name});
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
    ui::draw_text_in(canvas, ui::cut_left(row, row.width * 0.34F, 12), line.label,
                     {.face = ui::Face::medium, .size = 26, .colour = theme.ink_soft}, 20);
    ui::draw_text_in(canvas, row, line.value,
                     {.face = line.strong ? ui::Face::display_bold : ui::Face::semibold,
                      .size = 34,
                      .colour = line.strong ? theme.action : theme.ink,
                      .align = ui::Align::right},
                     20);
  }
}

void draw_by(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const std::string by = fill(word(sight, "done.by"), {{"date", date_text(sight.terms.campaign.pay_by)}}) + ".";
  const bool has_account = sight.terms.campaign.account.has_value();
  ui::draw_paragraph(canvas, area, has_account ? word(sight, "done.keep") + " " + by : by,
                     {.face = ui::Face::semibold, .size = 28, .colour = canvas.theme->ink}, 2, 1.25F);
}

// That this is no receipt: always on the glass, beside the ways on.
void draw_slip(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  ui::fill(canvas, area, ui::with_alpha(theme.surface, 0.9F), ui::corner::medium);
  ui::Rect inside = ui::inset(area, 14);
  ui::draw_icon(canvas, ui::Icon::info, ui::cut_left(inside, 40, 14), theme.action);
  const ui::TextLook look{.face = ui::Face::medium, .size = 26, .colour = theme.ink};
  const std::string& text = word(sight, "review.slip");
  const float height = static_cast<float>(ui::wrapped(canvas, text, look, inside.width, 3).size()) * 26 * 1.25F;
  ui::draw_paragraph(canvas, ui::centred(inside, {inside.width, height}), text, look, 3, 1.25F);
}

void draw_transfer(const ui::Canvas& canvas, ui::Rect area, const std::string& payload, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  ui::card(canvas, area);
  ui::Rect inside = ui::inset(area, 28);
  const ui::Rect caption = ui::cut_bottom(inside, 84, 12);
  ui::draw_qr(canvas, inside, payload);
  ui::draw_paragraph(canvas, caption, word(sight, "done.scan"),
                     {.face = ui::Face::semibold, .size = 28, .colour = theme.ink, .align = ui::Align::centre}, 2,
                     1.3F);
}

// Where no one-shot code may be shown: what to do instead.
void draw_ordinary(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  ui::card(canvas, area);
  ui::Rect inside = ui::inset(area, 44);
  inside = ui::centred(inside, {inside.width, std::min(inside.height, 560.0F)});
  const ui::Rect art = ui::cut_top(inside, std::min(220.0F, inside.height * 0.4F), ui::space::large);
  ui::draw_picture(canvas, "shoots", art);
  const bool has_account = sight.terms.campaign.account.has_value();
  ui::draw_paragraph(canvas, inside, word(sight, has_account ? "done.ordinary" : "done.cashdesk"),
                     {.face = ui::Face::semibold, .size = 34, .colour = theme.ink, .align = ui::Align::centre}, 7,
                     1.35F);
}

void draw_countdown(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  const std::optional<int> left = thanks_seconds_left(sight.visit, sight.terms.patience, sight.now_ms);
  if (!left) return;
  const ui::Theme& theme = *canvas.theme;
  const ui::Point middle{area.x + 48, area.y + area.height / 2};
  const float share = static_cast<float>(*left) * 1000 / static_cast<float>(sight.terms.patience.thanks_ms);
  ui::disc(canvas, middle, 44, ui::with_alpha(theme.surface, 0.9F));
  ui::ring(canvas, middle, 38, theme.quiet, 7);
  ui::arc(canvas, middle, 38, std::min(1.0F, share), ui::hue::leaf, 7);
  ui::draw_text_in(canvas, {middle.x - 40, middle.y - 30, 80, 60}, fmt::format("{}", *left),
                   {.face = ui::Face::bold, .size = 30, .colour = theme.ink, .align = ui::Align::centre});
}

}  // namespace

std::optional<Tap> draw_thanks(const ui::Canvas& canvas, const Thanks& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap);
  const ui::Canvas& in = frame.canvas;
  const bool portrait = canvas.portrait();
  const std::optional<std::string> payload = transfer_payload(sight.terms.campaign, screen.kept);
  ui::Rect body = frame.body;
  const ui::Rect side = portrait ? ui::cut_bottom(body, payload ? 660.0F : 480.0F, ui::space::medium)
                                 : ui::cut_right(body, 600, ui::space::large);
  if (payload) {
    draw_transfer(in, side, *payload, sight);
  } else {
    draw_ordinary(in, side, sight);
  }
  ui::Rect foot = frame.foot;
  if (portrait) draw_slip(in, ui::cut_bottom(body, 96, ui::space::medium), sight);
  ui::card(in, body);
  ui::Rect inside = ui::inset(body, 32);
  draw_dear(in, ui::cut_top(inside, screen.name.empty() ? 70.0F : 130.0F, 12), screen, sight);
  draw_code(in, ui::cut_top(inside, portrait ? 190.0F : 150.0F, 8), screen, sight);
  const ui::Rect by = ui::cut_bottom(inside, 76, 6);
  draw_lines(in, inside, account_lines(screen, sight));
  draw_by(in, by, sight);
  if (ui::button(in, kTouchAgain, ui::cut_left(foot, portrait ? 400.0F : 380.0F, ui::space::medium),
                 word(sight, "btn.again"), {.kind = ui::ButtonKind::plain, .size = 32, .radius = ui::corner::pill})) {
    tap = tap::Again{};
  }
  const ui::Rect finish = ui::cut_right(foot, portrait ? 380.0F : 420.0F, ui::space::medium);
  if (ui::button(in, kTouchFinish, finish, word(sight, "btn.done"),
                 {.kind = ui::ButtonKind::primary, .icon = ui::Icon::check, .size = 42, .radius = ui::corner::pill})) {
    tap = tap::Finish{};
  }
  draw_countdown(in, ui::cut_right(foot, 100, ui::space::medium), sight);
  if (!portrait) draw_slip(in, ui::centred(foot, {foot.width, 96}), sight);
  return tap;
}

}  // namespace mn::kiosk
