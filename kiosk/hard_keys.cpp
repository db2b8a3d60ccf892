// What a hardware keyboard and a reader that types do to a visit: the same as fingers, through the same taps.
#include "core/text.h"
#include "kiosk/tapping.h"

namespace mn::kiosk {
namespace {

// The tap of one typed sign on a pad of digits; nothing when it is none.
std::optional<Tap> digit_tap(std::string_view sign) {
  if (sign.size() != 1 || sign[0] < '0' || sign[0] > '9') return std::nullopt;
  return Tap(tap::Digit{sign[0] - '0'});
}

// What "go on" is on a screen; nothing where a finger must do it. A confirmation is never made by a key: a reader that
// ends each line with Enter must not pledge.
std::optional<Tap> enter_tap(const Screen& screen) {
  if (std::holds_alternative<Attract>(screen)) return Tap(tap::Start{});
  if (std::holds_alternative<Keypad>(screen)) return Tap(tap::AmountTyped{});
  if (std::holds_alternative<GoodsWhat>(screen)) return Tap(tap::GoodsNamed{});
  if (std::holds_alternative<GoodsCount>(screen)) return Tap(tap::GoodsCounted{});
  if (std::holds_alternative<GoodsValue>(screen)) return Tap(tap::GoodsValued{});
  if (std::holds_alternative<Name>(screen)) return Tap(tap::NameTyped{});
  if (std::holds_alternative<Message>(screen)) return Tap(tap::MessageTyped{});
  if (std::holds_alternative<ContactForm>(screen)) return Tap(tap::ContactTyped{});
  if (std::holds_alternative<StaffPin>(screen)) return Tap(tap::PinTyped{});
  return std::nullopt;
}

bool takes_letters(const Screen& screen) {
  return std::holds_alternative<Name>(screen) || std::holds_alternative<GoodsWhat>(screen) ||
         std::holds_alternative<Message>(screen);
}

bool may_be_opened_by_invitation(const Screen& screen) {
  return std::holds_alternative<Attract>(screen) || choices_of(screen) != nullptr;
}

}  // namespace

Step advance_typed(const Visit& visit, std::string_view text, const Terms& terms, const Moment& moment) {
  Step step{advance_touch(visit, moment.now_ms)};
  step.next.reader = advance_reader(visit.reader, text, moment.now_ms);
  if (visit.panel != Panel::none || visit.call.open) return step;
  if (takes_letters(visit.screen)) {
    Step typed = Tapping(step.next, terms, moment).type_letters(text);
    typed.next.reader = step.next.reader;
    return typed;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::optional<Tap> digit = digit_tap(text.substr(i, 1));
    if (!digit) continue;
    const ReaderLine reader = step.next.reader;
    step.next = advance(step.next, *digit, terms, moment).next;
    step.next.reader = reader;
  }
  return step;
}

Step advance_hard_key(const Visit& visit, HardKey key, const Terms& terms, const Moment& moment) {
  Step step{advance_touch(visit, moment.now_ms)};
  if (key == HardKey::enter && may_be_opened_by_invitation(visit.screen) && !visit.call.open) {
    const bool fresh_line = moment.now_ms - visit.reader.last_ms <= kReaderGapMs;
    const std::optional<std::size_t> guest =
        fresh_line ? guest_of_invitation(terms.guests, visit.reader.signs.view()) : std::nullopt;
    step.next.reader = {};
    if (guest) return Tapping(step.next, terms, moment).open_invitation(*guest);
    // A line of a reader that is nobody's code is not a person who pressed Enter.
    if (fresh_line && visit.reader.signs.view().size() >= 4) return step;
  }
  if (visit.call.open) return step;
  const bool letters = takes_letters(visit.screen) && visit.panel == Panel::none;
  const auto press_key = [&](KeyKind kind) { return advance(step.next, tap::PressKey{{kind, 0}}, terms, moment); };
  switch (key) {
    case HardKey::enter: {
      const std::optional<Tap> tap = visit.panel == Panel::none ? enter_tap(visit.screen) : std::nullopt;
      return tap ? advance(step.next, *tap, terms, moment) : step;
    }
    case HardKey::backspace:
      return letters ? press_key(KeyKind::backspace) : advance(step.next, tap::EraseDigit{}, terms, moment);
    case HardKey::erase_all:
      return letters ? press_key(KeyKind::clear) : advance(step.next, tap::ClearDigits{}, terms, moment);
    case HardKey::left:
      return letters ? press_key(KeyKind::left) : step;
    case HardKey::right:
      return letters ? press_key(KeyKind::right) : step;
    case HardKey::home:
      return letters ? press_key(KeyKind::home) : step;
    case HardKey::end:
      return letters ? press_key(KeyKind::end) : step;
    case HardKey::escape:
      return advance(step.next, tap::Back{}, terms, moment);
  }
  return step;
}

}  // namespace mn::kiosk
