// Any other amount: figures as they are typed, their words at all times, and ten digits with a 000 key.
#include "kiosk/screens/field.h"
#include "kiosk/screens/screens.h"

namespace mn::kiosk {

std::optional<Tap> draw_pad(const Frame& frame, const Sight& sight, FigureField field, bool with_thousand) {
  ui::Rect reading = frame.words, pad = frame.body;
  if (!frame.low) {
    ui::Rect body = frame.body;
    pad = frame.canvas.portrait() ? ui::cut_bottom(body, 740, ui::space::large)
                                  : ui::cut_right(body, 700, ui::space::medium);
    reading = body;
  } else {
    ui::cut_bottom(reading, ui::space::small);
  }
  field.clearable = !frame.low;
  std::optional<Tap> tap;
  if (draw_figure_field(frame.canvas, reading, field, sight)) tap = tap::ClearDigits{};
  if (const std::optional<Tap> digit = draw_digits(frame.canvas, pad, sight, with_thousand)) tap = digit;
  return tap;
}

std::optional<Tap> draw_keypad(const ui::Canvas& canvas, const Keypad& screen, const Sight& sight) {
  std::optional<Tap> tap;
  const Frame frame = draw_frame(canvas, sight, tap, 0);
  const AmountFault fault = amount_fault(screen.typed, sight.terms.campaign);
  const bool empty = fault == AmountFault::nothing;
  FigureField field{.caption = word(sight, "amount.enter"),
                    .figure = figure(screen.typed),
                    .empty = empty,
                    .words = empty ? std::string() : in_words(sight, screen.typed),
                    .notice = limit_words(sight, fault)};
  const Effect* effect = fault == AmountFault::none ? effect_of(sight.terms.campaign, screen.typed) : nullptr;
  if (effect != nullptr) {
    field.effect = fill(word(sight, "done.effect"), {{"effect", effect->text.in(sight.visit.language)}});
  }
  if (const std::optional<Tap> typed = draw_pad(frame, sight, field, true)) tap = typed;
  if (draw_back(frame, word(sight, "btn.back"))) tap = tap::Back{};
  draw_help(frame, sight, tap);
  if (draw_on(frame, word(sight, "btn.next"), fault == AmountFault::none)) tap = tap::AmountTyped{};
  return tap;
}

}  // namespace mn::kiosk
