// Any other amount: figures as they are typed, their words at all times, and ten digits with a 000 key.
#include <array>

#include "core/numbers.h"
#include "kiosk/screens/screens.h"
#include "ui/control.h"
#include "ui/paint.h"

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

void draw_typed(const ui::Canvas& canvas, ui::Rect area, Money typed, AmountFault fault, const Sight& sight) {
  const ui::Theme& theme = *canvas.theme;
  ui::card(canvas, area);
  ui::Rect inside = ui::inset(area, 44);
  const ui::Rect caption = ui::cut_top(inside, 52, 8);
  ui::draw_text_in(canvas, caption, word(sight, "amount.enter"),
                   {.face = ui::Face::semibold, .size = 32, .colour = theme.ink_soft}, 24);
  const ui::Rect line = ui::cut_top(inside, 156, 16);
  const bool empty = fault == AmountFault::nothing;
  const ui::Colour ink = empty ? ui::mixed(theme.line, theme.ink_soft, 0.35F) : theme.action;
  ui::draw_text_in(canvas, line, figure(typed), {.face = ui::Face::display_extrabold, .size = 112, .colour = ink}, 40);
  ui::fill(canvas, {line.x, line.bottom(), line.width, 4}, theme.chosen_line, 2);
  ui::cut_top(inside, 16);
  const std::string limit = limit_words(sight, fault);
  if (!limit.empty()) {
    ui::Rect note = ui::cut_bottom(inside, 104, 8);
    ui::fill(canvas, note, theme.warning_ground, ui::corner::medium);
    note = ui::inset(note, 16);
    ui::draw_icon(canvas, ui::Icon::info, ui::cut_left(note, 48, 16), theme.warning);
    ui::draw_paragraph(canvas, note, limit, {.face = ui::Face::semibold, .size = 28, .colour = theme.warning}, 2,
                       1.25F);
  }
  if (!empty) {
    ui::draw_paragraph(canvas, inside, in_words(sight, typed),
                       {.face = ui::Face::medium, .size = 36, .colour = theme.ink}, 4, 1.35F);
  }
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
      canvas.portrait() ? ui::cut_bottom(body, 760, ui::space::large) : ui::cut_right(body, 760, ui::space::large);
  if (canvas.portrait()) body = ui::cut_bottom(body, std::min(body.height, 560.0F));
  draw_typed(frame.canvas, body, screen.typed, fault, sight);
  if (const std::optional<Tap> digit = draw_digits(frame.canvas, pad, sight)) tap = digit;
  if (draw_back(frame.canvas, frame.foot, word(sight, "btn.back"))) tap = tap::Back{};
  ui::Rect middle = frame.foot;
  ui::cut_left(middle, 300, ui::space::medium);
  ui::cut_right(middle, 520, ui::space::medium);
  if (!canvas.portrait()) middle = ui::cut_right(middle, 300);
  if (middle.width >= ui::space::touch &&
      ui::button(frame.canvas, kTouchClearDigits, middle, word(sight, "btn.clear"),
                 {.kind = ui::ButtonKind::plain, .size = 34, .radius = ui::corner::pill})) {
    tap = tap::ClearDigits{};
  }
  if (draw_on(frame.canvas, frame.foot, word(sight, "btn.next"), fault == AmountFault::none)) tap = tap::AmountTyped{};
  return tap;
}

}  // namespace mn::kiosk
