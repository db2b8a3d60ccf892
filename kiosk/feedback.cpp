#include "kiosk/feedback.h"

#include "kiosk/overloaded.h"

namespace mn::kiosk {
namespace {

bool thanks_came(const Visit& before, const Visit& after) {
  return std::holds_alternative<Thanks>(after.screen) && !std::holds_alternative<Thanks>(before.screen);
}

// A touch alone changes nothing that anybody sees.
bool is_same(const Visit& before, const Visit& after) {
  Visit touched = before;
  touched.touched_ms = after.touched_ms;
  return touched == after;
}

bool warns(const Screen& screen) {
  if (std::holds_alternative<LargeCheck>(screen)) return true;
  const ContactForm* form = std::get_if<ContactForm>(&screen);
  return form != nullptr && form->asked;
}

}  // namespace

std::optional<Feedback> feedback_of(const Visit& before, const Visit& after, const Tap& tap) {
  if (thanks_came(before, after)) return Feedback::done;
  if (warns(after.screen) && !warns(before.screen)) return Feedback::warning;
  // "More time" takes the question off the glass, which is no part of the visit.
  if (is_same(before, after) && !std::holds_alternative<tap::MoreTime>(tap)) return std::nullopt;
  return std::visit(Overloaded{
                        [](const tap::PressKey&) { return Feedback::key; },
                        [](const tap::Digit&) { return Feedback::key; },
                        [](const tap::Thousand&) { return Feedback::key; },
                        [](const tap::EraseDigit&) { return Feedback::key; },
                        [](const tap::Back&) { return Feedback::back; },
                        [](const tap::Cancel&) { return Feedback::back; },
                        [](const tap::Close&) { return Feedback::back; },
                        [](const auto&) { return Feedback::tap; },
                    },
                    tap);
}

std::optional<Feedback> feedback_of(const Visit& before, const Visit& after) {
  if (thanks_came(before, after)) return Feedback::done;
  if (after.call.open && !before.call.open) return Feedback::tap;
  return std::nullopt;
}

}  // namespace mn::kiosk
