// Any other amount: figures as they are typed, their words at all times, and ten digits with a 000 key.
#include <array>

#include "core/numbers.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"
#include "ui/picture.h"

namespace mn::kiosk {
namespace {

constexpr std::string_view kDigits[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

std::string limit_words(const Sight& sight, AmountFault fault) {
  const Campaign& campaign = sight.terms.campaign;
  switch (fault) {
    case AmountFault::none:
    case AmountFault::nothing:
      return {};
    case AmountFault::too_small:
      return fill(word(sight, "amount.min"), {{"amount", grouped(campaign.amount_least)}});
    case AmountFault::too_large:
      return fill(word(sight, "amount.max"), {{"amount", grouped(campaign.amount_most)}});
  }
  return {};
}

void draw_limit(const ui::Canvas& canvas, ui::Rect area, const std::string& limit) {
  const ui::Theme& theme = *canvas.theme;
  ui::fill(canvas, area, theme.warning_ground, ui::corner::medium);
  ui::Rect inside = ui::inset(area, 16);
  ui::draw_icon(canvas, ui::Icon::info, ui::cut_left(inside, 48, 16), theme.warning);
  const ui::TextLook look{.face = ui::Face::semibold, .size = 28, .colour = theme.warning};
  const float lines = static_cast<float>(ui::wrapped(canvas, limit, look, inside.width, 2).size());
  ui::draw_paragraph(canvas, ui::centred(inside, {inside.width, lines * 35}), limit, look, 2, 1.25F);
}

bool draw_typed(const ui::Canvas& canvas, ui::Rect area, Money typed, AmountFault fault, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  ui::card(canvas, area);
  ui::draw_picture(ui::faded(canvas, 0.5F), "leaves", {area.right() - 300, area.bottom() - 300, 280, 280});
  ui::Rect inside = ui::inset(area, 48);
  ui::Rect caption = ui::cut_top(inside, 96, 8);
  const bool clear =
      ui::button(canvas, kTouchClearDigits, ui::cut_right(caption, 230, 24), word(sight, "btn.clear"),
                 {.kind = ui::ButtonKind::quiet, .enabled = typed.dong > 0, .size = 32, .radius = ui::corner::pill});
  ui::draw_text_in(canvas, caption, word(sight, "amount.enter"),
                   {.face = ui::Face::semibold, .size = 34, .colour = theme.ink_soft}, 24);
  const ui::Rect line = ui::cut_top(inside, 170, 0);
  const bool empty = fault == AmountFault::nothing;
  const ui::Colour ink = empty ? ui::mixed(theme.line, theme.ink_soft, 0.35F) : theme.action;
  ui::draw_text_in(canvas, line, figure(typed), {.face = ui::Face::display_extrabold, .size = 120, .colour = ink}, 40);
  ui::fill(canvas, {line.x, line.bottom(), line.width, 5}, theme.chosen_line, 2);
  ui::cut_top(inside, 36);
  const std::string limit = limit_words(sight, fault);
  if (!limit.empty()) draw_limit(canvas, ui::cut_bottom(inside, 104, 8), limit);
  if (empty) return clear;
  ui::draw_paragraph(canvas, inside, in_words(sight, typed),
                     {.face = ui::Face::medium, .size = 34, .colour = theme.ink}, 4, 1.28F);
  return clear;
}

std::optional<Tap> draw_digits(const ui::Canvas& canvas, ui::Rect area, const Sight& sight) {
  std::optional<Tap> tap;
  const ui::ButtonLook look{.kind = ui::ButtonKind::plain, .size = 60, .radius = ui::corner::medium};
  const auto cell = [&](int row, int column) {
    return ui::column_of(ui::row_of(area, row, 4, ui::space::small), column, 3, ui::space::small);
  };
  for (int digit = 1; digit <= 9; ++digit) {
    const ui::Rect at = cell((digit - 1) / 3, (digit - 1) % 3);
    if (ui::button(canvas, kTouchDigit + digit, at, kDigits[digit], look)) tap = tap::Digit{digit};
  }
  if (ui::button(canvas, kTouchThousand, cell(3, 0), "000", look)) tap = tap::Thousand{};
  if (ui::button(canvas, kTouchDigit, cell(3, 1), kDigits[0], look)) tap = tap::Digit{0};
  const ui::Rect erase = cell(3, 2);
  if (ui::button(
          canvas, kTouchEraseDigit, erase, word(sight, "key.erase"),
          {.kind = ui::ButtonKind::plain, .icon = ui::Icon::backspace, .size = 34, .radius = ui::corner::medium})) {
    tap = tap::EraseDigit{};
  }
  return tap;
}

}  // namespace

std::optional<Tap> draw_keypad(const ui::Canvas& canvas, const Keypad& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap);
  const AmountFault fault = amount_fault(screen.typed, sight.terms.campaign);
  ui::Rect body = frame.body;
  ui::Rect pad =
      canvas.portrait() ? ui::cut_bottom(body, 760, ui::space::large) : ui::cut_right(body, 760, ui::space::medium);
  if (draw_typed(frame.canvas, body, screen.typed, fault, sight)) tap = tap::ClearDigits{};
  if (const std::optional<Tap> digit = draw_digits(frame.canvas, pad, sight)) tap = digit;
  if (draw_back(frame.canvas, frame.foot, word(sight, "btn.back"))) tap = tap::Back{};
  if (draw_on(frame.canvas, frame.foot, word(sight, "btn.next"), fault == AmountFault::none)) tap = tap::AmountTyped{};
  return tap;
}

}  // namespace mn::kiosk
