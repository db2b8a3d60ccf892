#include "kiosk/visit.h"

#include "core/check.h"
#include "kiosk/order.h"

namespace mn::kiosk {
namespace {

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};

Visit on_screen(const Visit& visit, Screen screen, std::int64_t now_ms) {
  Visit next{std::move(screen), visit.language, now_ms, now_ms, visit.journal_well};
  return next;
}

// Everything of the last visitor is gone: the choices, the language, the touch.
Visit fresh(const Visit& visit, const Terms& terms, std::int64_t now_ms) {
  Visit next;
  if (!visit.journal_well) next.screen = Resting{};
  next.language = terms.language;
  next.since_ms = next.touched_ms = now_ms;
  next.journal_well = visit.journal_well;
  return next;
}

const Choices* choices_of(const Screen& screen) {
  return std::visit(Overloaded{
                        [](const Amount& s) { return &s.chosen; },
                        [](const Keypad& s) { return &s.chosen; },
                        [](const LargeCheck& s) { return &s.chosen; },
                        [](const Who& s) { return &s.chosen; },
                        [](const Name& s) { return &s.chosen; },
                        [](const Review& s) { return &s.chosen; },
                        [](const auto&) -> const Choices* { return nullptr; },
                    },
                    screen);
}

Screen review_of(Choices chosen) {
  chosen.reviewed = true;
  return Review{chosen};
}

Screen name_of(const Choices& chosen) { return Name{chosen, begin_typing(chosen.name, capitals_for(chosen.giver))}; }

Screen with_amount(Choices chosen, Money amount) {
  chosen.amount = amount;
  if (chosen.reviewed) return review_of(chosen);
  return Who{chosen};
}

// One tap on one screen. Each handler gives the next screen, or nothing when the tap does not belong here.
class Tapping {
 public:
  Tapping(const Visit& visit, const Terms& terms, const Moment& moment)
      : visit_(visit), terms_(terms), moment_(moment) {}

  Step operator()(const tap::Start&) const { return on<Attract>() ? go(Amount{}) : stay(); }

  Step operator()(const tap::Choose& tap) const {
    const Amount* screen = on<Amount>();
    return screen != nullptr ? ask(screen->chosen, tap.amount) : stay();
  }

  Step operator()(const tap::OtherAmount&) const {
    const Amount* screen = on<Amount>();
    return screen != nullptr ? go(Keypad{screen->chosen, Money{}}) : stay();
  }

  Step operator()(const tap::Digit& tap) const { return type_amount(10, tap.value); }
  Step operator()(const tap::Thousand&) const { return type_amount(1000, 0); }
  Step operator()(const tap::EraseDigit&) const {
    const Keypad* screen = on<Keypad>();
    return screen != nullptr ? go_on(Keypad{screen->chosen, Money{screen->typed.dong / 10}}) : stay();
  }
  Step operator()(const tap::ClearDigits&) const {
    const Keypad* screen = on<Keypad>();
    return screen != nullptr ? go_on(Keypad{screen->chosen, Money{}}) : stay();
  }
  Step operator()(const tap::AmountTyped&) const {
    const Keypad* screen = on<Keypad>();
    return screen != nullptr ? ask(screen->chosen, screen->typed) : stay();
  }

  Step operator()(const tap::ZerosAreRight&) const {
    const LargeCheck* screen = on<LargeCheck>();
    return screen != nullptr ? go(with_amount(screen->chosen, screen->asked)) : stay();
  }

  Step operator()(const tap::GiveAs& tap) const {
    const Who* screen = on<Who>();
    if (screen == nullptr) return stay();
    Choices chosen = screen->chosen;
    chosen.giver = tap.giver;
    if (tap.giver != Giver::unnamed) return go(name_of(chosen));
    chosen.name = TypedText();
    chosen.publish = false;
    return go(review_of(chosen));
  }

  Step operator()(const tap::PressKey& tap) const {
    const Name* screen = on<Name>();
    if (screen == nullptr) return stay();
    const Typed typed = press(screen->chosen.name, screen->typing, capitals_for(screen->chosen.giver), tap.key);
    Name next{screen->chosen, typed.typing};
    next.chosen.name = typed.text;
    return go_on(next);
  }

  Step operator()(const tap::NameTyped&) const {
    const Name* screen = on<Name>();
    if (screen == nullptr || !name_complete(screen->chosen.name)) return stay();
    Choices chosen = screen->chosen;
    chosen.name = sanitised_name(chosen.name);
    return go(review_of(chosen));
  }

  Step operator()(const tap::ToggleHideAmount&) const {
    const Review* screen = on<Review>();
    if (screen == nullptr) return stay();
    Review next = *screen;
    next.chosen.hide_amount = !next.chosen.hide_amount;
    return go_on(next);
  }
  Step operator()(const tap::TogglePublish&) const {
    const Review* screen = on<Review>();
    if (screen == nullptr || screen->chosen.giver == Giver::unnamed) return stay();
    Review next = *screen;
    next.chosen.publish = !next.chosen.publish;
    return go_on(next);
  }

  Step operator()(const tap::EditAmount&) const {
    if (const Review* review = on<Review>()) return go(Amount{review->chosen});
    const LargeCheck* check = on<LargeCheck>();
    return check != nullptr ? go(Keypad{check->chosen, check->asked}) : stay();
  }
  Step operator()(const tap::EditName&) const {
    const Review* screen = on<Review>();
    return screen != nullptr ? go(Who{screen->chosen}) : stay();
  }

  Step operator()(const tap::Confirm&) const {
    const Review* screen = on<Review>();
    if (screen == nullptr) return stay();
    const Append order = order_of(screen->chosen, terms_, moment_);
    Step step = go(Recording{screen->chosen, order.visit, make_code(moment_.chance.code)});
    step.record = order;
    return step;
  }

  Step operator()(const tap::Back&) const {
    if (const Amount* amount = on<Amount>()) {
      return amount->chosen.reviewed ? go(Review{amount->chosen}) : Step{fresh(visit_, terms_, moment_.now_ms), {}};
    }
    if (const Keypad* keypad = on<Keypad>()) return go(Amount{keypad->chosen});
    if (const LargeCheck* check = on<LargeCheck>()) return go(Keypad{check->chosen, check->asked});
    if (const Who* who = on<Who>()) return go(Amount{who->chosen});
    if (const Name* name = on<Name>()) return go(Who{name->chosen});
    const Review* review = on<Review>();
    if (review == nullptr) return stay();
    return go(review->chosen.giver == Giver::unnamed ? Screen(Who{review->chosen}) : name_of(review->chosen));
  }

  Step operator()(const tap::Cancel&) const {
    return choices_of(visit_.screen) != nullptr ? Step{fresh(visit_, terms_, moment_.now_ms), {}} : stay();
  }
  Step operator()(const tap::MoreTime&) const { return stay(); }  // being touched is all it asks for

  Step operator()(const tap::Finish&) const {
    return thanks_were_seen() ? Step{fresh(visit_, terms_, moment_.now_ms), {}} : stay();
  }
  Step operator()(const tap::Again&) const {
    if (!thanks_were_seen()) return stay();
    return visit_.journal_well ? go(Amount{}) : Step{fresh(visit_, terms_, moment_.now_ms), {}};
  }

  Step operator()(const tap::Speak& tap) const {
    Step step = stay();
    step.next.language = tap.language;
    return step;
  }

 private:
  template <class S>
  const S* on() const {
    return std::get_if<S>(&visit_.screen);
  }

  Step stay() const { return {advance_touch(visit_, moment_.now_ms), {}}; }
  Step go(Screen screen) const { return {on_screen(visit_, std::move(screen), moment_.now_ms), {}}; }
  // The same screen, changed: it did not begin anew.
  Step go_on(Screen screen) const {
    Step step = stay();
    step.next.screen = std::move(screen);
    return step;
  }

  bool thanks_were_seen() const {
    return on<Thanks>() != nullptr && moment_.now_ms - visit_.since_ms >= kThanksLeastMs;
  }

  Step type_amount(std::int64_t times, int digit) const {
    const Keypad* screen = on<Keypad>();
    if (screen == nullptr) return stay();
    if (screen->typed.dong > (kLargestPledge.dong - digit) / times) return stay();
    return go_on(Keypad{screen->chosen, Money{screen->typed.dong * times + digit}});
  }

  Step ask(const Choices& chosen, Money amount) const {
    if (amount_fault(amount, terms_.campaign) != AmountFault::none) return stay();
    if (amount >= terms_.campaign.amount_check) return go(LargeCheck{chosen, amount});
    return go(with_amount(chosen, amount));
  }

  const Visit& visit_;
  const Terms& terms_;
  const Moment& moment_;
};

}  // namespace

Step advance(const Visit& visit, const Tap& tap, const Terms& terms, const Moment& moment) {
  return std::visit(Tapping(visit, terms, moment), tap);
}

Visit advance_touch(const Visit& visit, std::int64_t now_ms) {
  Visit next = visit;
  next.touched_ms = now_ms;
  return next;
}

Visit advance_time(const Visit& visit, const Terms& terms, std::int64_t now_ms) {
  const Patience& patience = terms.patience;
  const std::int64_t untouched_ms = now_ms - visit.touched_ms;
  const bool forgotten = untouched_ms >= patience.warning_ms + patience.reset_ms;
  if (choices_of(visit.screen) != nullptr) return forgotten ? fresh(visit, terms, now_ms) : visit;
  if (std::holds_alternative<Attract>(visit.screen)) {
    return forgotten && visit.language != terms.language ? fresh(visit, terms, now_ms) : visit;
  }
  if (std::holds_alternative<Thanks>(visit.screen)) {
    return untouched_ms >= patience.thanks_ms ? fresh(visit, terms, now_ms) : visit;
  }
  if (const Recording* recording = std::get_if<Recording>(&visit.screen)) {
    if (now_ms - visit.since_ms < patience.recording_ms) return visit;
    Visit next = on_screen(visit, Resting{recording->visit, recording->code, recording->chosen.name}, now_ms);
    next.journal_well = false;
    return next;
  }
  const Resting& resting = std::get<Resting>(visit.screen);
  const bool speaks_to_somebody = resting.code && now_ms - visit.since_ms < patience.thanks_ms;
  const bool as_it_was = !visit.journal_well && !resting.code && visit.language == terms.language;
  return speaks_to_somebody || as_it_was ? visit : fresh(visit, terms, now_ms);
}

Visit advance_report(const Visit& visit, const Report& report, const Terms& terms, std::int64_t now_ms) {
  const Recording* recording = std::get_if<Recording>(&visit.screen);
  const Resting* resting = std::get_if<Resting>(&visit.screen);
  return std::visit(
      Overloaded{
          [&](const Kept& kept) {
            Visit next = visit;
            next.journal_well = true;
            const bool awaited = recording != nullptr && recording->visit == kept.visit;
            const bool late = resting != nullptr && resting->visit == kept.visit;
            if (!awaited && !late) return advance_time(next, terms, now_ms);
            return on_screen(next, Thanks(kept, awaited ? recording->chosen.name : resting->name), now_ms);
          },
          [&](const NotKept& lost) {
            Visit next = visit;
            next.journal_well = false;
            if (recording == nullptr || recording->visit != lost.visit) return next;
            return on_screen(next, Resting{recording->visit, recording->code, recording->chosen.name}, now_ms);
          },
          [&](const Unwell&) {
            Visit next = visit;
            next.journal_well = false;
            const bool between_visits = std::holds_alternative<Attract>(visit.screen);
            return choices_of(visit.screen) != nullptr || between_visits ? fresh(next, terms, now_ms) : next;
          },
          [&](const Well&) {
            Visit next = visit;
            next.journal_well = true;
            return advance_time(next, terms, now_ms);
          },
      },
      report);
}

bool visit_ended(const Visit& before, const Visit& after) {
  const auto has_somebody = [](const Visit& visit) {
    if (std::holds_alternative<Attract>(visit.screen)) return false;
    const Resting* resting = std::get_if<Resting>(&visit.screen);
    return resting == nullptr || resting->visit.has_value();
  };
  const bool again = std::holds_alternative<Thanks>(before.screen) && std::holds_alternative<Amount>(after.screen);
  return has_somebody(before) && (again || !has_somebody(after));
}

std::optional<int> idle_seconds_left(const Visit& visit, const Patience& patience, std::int64_t now_ms) {
  const std::int64_t untouched_ms = now_ms - visit.touched_ms;
  if (choices_of(visit.screen) == nullptr || untouched_ms < patience.warning_ms) return std::nullopt;
  const std::int64_t left_ms = patience.warning_ms + patience.reset_ms - untouched_ms;
  return static_cast<int>(std::max<std::int64_t>(0, (left_ms + 999) / 1000));
}

std::optional<int> thanks_seconds_left(const Visit& visit, const Patience& patience, std::int64_t now_ms) {
  if (!std::holds_alternative<Thanks>(visit.screen)) return std::nullopt;
  const std::int64_t left_ms = patience.thanks_ms - (now_ms - visit.touched_ms);
  return static_cast<int>(std::max<std::int64_t>(0, (left_ms + 999) / 1000));
}

AmountFault amount_fault(Money amount, const Campaign& campaign) {
  if (amount.dong <= 0) return AmountFault::nothing;
  if (amount < campaign.amount_least) return AmountFault::too_small;
  if (amount > std::min(campaign.amount_most, kLargestPledge)) return AmountFault::too_large;
  return AmountFault::none;
}

std::optional<int> trail_place(const Screen& screen) {
  return std::visit(Overloaded{
                        [](const Amount&) { return std::optional(0); },
                        [](const Keypad&) { return std::optional(0); },
                        [](const LargeCheck&) { return std::optional(0); },
                        [](const Who&) { return std::optional(1); },
                        [](const Name&) { return std::optional(2); },
                        [](const Review&) { return std::optional(3); },
                        [](const auto&) { return std::optional<int>(); },
                    },
                    screen);
}

std::string_view screen_name(const Screen& screen) {
  return std::visit(Overloaded{
                        [](const Attract&) { return "attract"; },
                        [](const Amount&) { return "amount"; },
                        [](const Keypad&) { return "keypad"; },
                        [](const LargeCheck&) { return "large"; },
                        [](const Who&) { return "who"; },
                        [](const Name&) { return "name"; },
                        [](const Review&) { return "review"; },
                        [](const Recording&) { return "recording"; },
                        [](const Thanks&) { return "thanks"; },
                        [](const Resting&) { return "resting"; },
                    },
                    screen);
}

}  // namespace mn::kiosk
