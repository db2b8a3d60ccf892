// What a hardware keyboard and a reader that types do to a visit: the same as fingers, through the same taps.
#include "core/invitation.h"
#include "core/text.h"
#include "kiosk/tapping.h"

namespace mn::kiosk {
namespace {

// A shorter line is a person's.
constexpr std::size_t kReaderSignsLeast = 4;

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

// Certainly a reader's, and not somebody who types fast.
bool is_of_a_reader(const Visit& visit) {
  const std::string_view signs = visit.reader.signs.view();
  if (visit.reader.too_long) return true;
  if (takes_letters(visit.screen)) return read_invitation(signs).value_or("").starts_with(kInvitationPrefix);
  return signs.size() >= kReaderSignsLeast && signs.find_first_not_of("0123456789") != std::string_view::npos;
}

}  // namespace

Step advance_typed(const Visit& visit, std::string_view text, const Terms& terms, const Moment& moment) {
  Step step{advance_touch(visit, moment.now_ms)};
  if (visit.call.open) return step;
  if (may_be_opened_by_invitation(visit.screen)) {  // a PIN is kept nowhere else
    if (!goes_on(visit.reader, moment.now_ms)) step.next.before_reader = visit.screen;
    step.next.reader = advance_reader(visit.reader, text, moment.now_ms);
  }
  if (visit.panel != Panel::none) return step;
  if (takes_letters(visit.screen)) return Tapping(step.next, terms, moment).type_letters(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::optional<Tap> digit = digit_tap(text.substr(i, 1));
    if (digit) step.next = advance(step.next, *digit, terms, moment).next;
  }
  return step;
}

Step advance_hard_key(const Visit& visit, HardKey key, const Terms& terms, const Moment& moment) {
  Step step{advance_touch(visit, moment.now_ms)};
  const Visit before = step.next;
  step.next.reader = {};
  step.next.before_reader.reset();
  if (visit.call.open) return step;
  if (key == HardKey::enter && goes_on(visit.reader, moment.now_ms)) {
    const std::string_view line = before.reader.signs.view();
    const std::optional<std::size_t> guest = guest_of_invitation(terms.guests, line);
    const bool of_a_reader = guest || is_of_a_reader(before);
    if (of_a_reader && before.before_reader) step.next.screen = *before.before_reader;
    if (guest) return Tapping(step.next, terms, moment).open_invitation(*guest);
    // A line that came so fast is not a person who pressed Enter.
    if (of_a_reader || line.size() >= kReaderSignsLeast) return step;
  }
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
