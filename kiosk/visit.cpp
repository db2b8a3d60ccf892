#include "kiosk/visit.h"

#include "core/check.h"
#include "kiosk/order.h"
#include "kiosk/overloaded.h"
#include "kiosk/tapping.h"

namespace mn::kiosk {
namespace {

template <class S>
bool is_on(const Visit& visit) {
  return std::holds_alternative<S>(visit.screen);
}

bool is_for_staff(const Visit& visit) { return is_on<StaffPin>(visit) || is_on<Staff>(visit); }

// A call that is over is answered once, as soon as the recorder has told which entry it is.
Step with_call_answered(Visit visit, const Moment& moment) {
  Step step{std::move(visit)};
  if (!step.next.call.open && step.next.call.entry) {
    step.record = answer_of(*step.next.call.entry, moment);
    step.next.call = {};
  }
  return step;
}

// Where time leads: the same visit, or what comes after it.
Visit after_time(const Visit& visit, const Terms& terms, std::int64_t now_ms) {
  const Patience& patience = terms.patience;
  const std::int64_t untouched_ms = now_ms - visit.touched_ms;
  if (visit.call.open) {
    return untouched_ms >= patience.help_ms ? fresh_visit(visit, now_ms) : visit;
  }
  if (is_for_staff(visit)) return untouched_ms >= patience.staff_ms ? fresh_visit(visit, now_ms) : visit;
  const bool forgotten = untouched_ms >= warning_ms_of(visit, patience) + patience.reset_ms;
  if (choices_of(visit.screen) != nullptr) return forgotten ? fresh_visit(visit, now_ms) : visit;
  const bool as_found =
      visit.language == visit.house.language && visit.comfort == visit.house.comfort && visit.panel == Panel::none;
  if (is_on<Attract>(visit)) return forgotten && !as_found ? fresh_visit(visit, now_ms) : visit;
  if (is_on<Thanks>(visit)) return untouched_ms >= patience.thanks_ms ? fresh_visit(visit, now_ms) : visit;
  if (const Recording* recording = std::get_if<Recording>(&visit.screen)) {
    if (now_ms - visit.since_ms < patience.recording_ms) return visit;
    Visit next = on_screen(visit, Resting{recording->visit, recording->code, recording->chosen}, now_ms);
    next.journal_well = false;
    return next;
  }
  const Resting& resting = std::get<Resting>(visit.screen);
  const bool speaks_to_somebody = resting.code && now_ms - visit.since_ms < patience.thanks_ms;
  const bool as_it_was = !visit.journal_well && !resting.code && as_found;
  const bool somebody_reads = !resting.code && !visit.journal_well && !forgotten;
  return speaks_to_somebody || as_it_was || somebody_reads ? visit : fresh_visit(visit, now_ms);
}

template <class... T>
bool is_one_of(const Tap& tap) {
  return (std::holds_alternative<T>(tap) || ...);
}

// What lies over a screen takes every tap; those of its own, and of the question whether somebody is there, pass.
bool lies_below(const Visit& visit, const Tap& tap) {
  if (visit.call.open) return !is_one_of<tap::HelpCame, tap::MoreTime, tap::StaffDoor>(tap);
  if (visit.panel == Panel::none) return false;
  return !is_one_of<tap::Close, tap::Back, tap::Open, tap::Speak, tap::ToggleLargeText, tap::ToggleLowReach,
                    tap::MoreTime, tap::Cancel, tap::CallHelp>(tap);
}

}  // namespace

Visit on_screen(const Visit& visit, Screen screen, std::int64_t now_ms) {
  Visit next = visit;
  next.screen = std::move(screen);
  next.panel = Panel::none;
  next.reader = {};
  next.before_reader.reset();
  next.since_ms = next.touched_ms = now_ms;
  return next;
}

Visit fresh_visit(const Visit& visit, std::int64_t now_ms) {
  Visit next;
  if (!visit.journal_well) next.screen = Resting{};
  next.house = visit.house;
  next.language = visit.house.language;
  next.comfort = visit.house.comfort;
  next.door = visit.door;
  next.since_ms = next.touched_ms = now_ms;
  next.journal_well = visit.journal_well;
  // A call that the recorder is still at is not forgotten: its answer must be written when it is there.
  next.call = visit.call;
  next.call.open = false;
  return next;
}

Step advance(const Visit& visit, const Tap& tap, const Terms& terms, const Moment& moment) {
  if (lies_below(visit, tap)) return {advance_touch(visit, moment.now_ms)};
  return std::visit(Tapping(visit, terms, moment), tap);
}

Visit advance_touch(const Visit& visit, std::int64_t now_ms) {
  Visit next = visit;
  next.touched_ms = now_ms;
  return next;
}

Step advance_time(const Visit& visit, const Terms& terms, const Moment& moment) {
  Visit next = after_time(visit, terms, moment.now_ms);
  if (!goes_on(next.reader, moment.now_ms)) {  // what was typed does not stay behind in it
    next.reader = {};
    next.before_reader.reset();
  }
  return with_call_answered(std::move(next), moment);
}

Step advance_report(const Visit& visit, const Report& report, const Terms& terms, const Moment& moment) {
  const std::int64_t now_ms = moment.now_ms;
  const Recording* recording = std::get_if<Recording>(&visit.screen);
  const Resting* resting = std::get_if<Resting>(&visit.screen);
  return std::visit(
      Overloaded{
          [&](const Kept& kept) {
            Visit next = visit;
            next.journal_well = true;
            const bool awaited = recording != nullptr && recording->visit == kept.visit;
            const bool late = resting != nullptr && resting->visit == kept.visit;
            if (!awaited && !late) return advance_time(next, terms, moment);
            return Step{
                on_screen(next, Thanks(kept, awaited ? recording->chosen : resting->chosen, moment.utc_us), now_ms)};
          },
          [&](const NotKept& lost) {
            Visit next = visit;
            next.journal_well = false;
            if (next.call.id == lost.visit) next.call = {};
            if (recording == nullptr || recording->visit != lost.visit) return Step{next};
            return Step{on_screen(next, Resting{recording->visit, recording->code, recording->chosen}, now_ms)};
          },
          [&](const Told& told) {
            Visit next = visit;
            next.journal_well = true;
            if (next.call.id == told.visit) next.call.entry = told.entry;
            return with_call_answered(next, moment);
          },
          [&](const Unwell&) {
            Visit next = visit;
            next.journal_well = false;
            const bool interrupts = choices_of(visit.screen) != nullptr || is_on<Attract>(visit);
            return Step{interrupts ? fresh_visit(next, now_ms) : next};
          },
          [&](const Well&) {
            Visit next = visit;
            next.journal_well = true;
            return advance_time(next, terms, moment);
          },
      },
      report);
}

Visit advance_slip(const Visit& visit, SlipState state, std::int64_t) {
  const Thanks* thanks = std::get_if<Thanks>(&visit.screen);
  if (thanks == nullptr || thanks->slip != SlipState::printing) return visit;
  Visit next = visit;
  std::get<Thanks>(next.screen).slip = state;
  return next;
}

Visit advance_pin(const Visit& visit, std::optional<bool> holds, std::int64_t now_ms) {
  const bool waits = is_on<StaffPin>(visit);
  Visit next = visit;
  next.door = after_check(visit.door, holds, now_ms);
  if (!waits) return next;
  if (holds.value_or(false)) return on_screen(next, Staff{}, now_ms);
  next.screen = StaffPin{{}, true};
  return next;
}

Visit advance_notice(const Visit& visit, StaffNotice notice, std::int64_t) {
  if (!is_on<Staff>(visit)) return visit;
  Visit next = visit;
  next.screen = Staff{notice};
  return next;
}

bool visit_ended(const Visit& before, const Visit& after) {
  const auto has_somebody = [](const Visit& visit) {
    if (is_on<Attract>(visit)) return false;
    const Resting* resting = std::get_if<Resting>(&visit.screen);
    return resting == nullptr || resting->visit.has_value();
  };
  const bool again = is_on<Thanks>(before) && is_on<Amount>(after);
  return has_somebody(before) && (again || !has_somebody(after));
}

bool numbers_left(const Visit& before, const Visit& after) {
  return (is_on<ContactForm>(before) && !is_on<ContactForm>(after)) ||
         (is_on<StaffPin>(before) && !is_on<StaffPin>(after));
}

std::int64_t warning_ms_of(const Visit& visit, const Patience& patience) {
  return is_for_typing(visit.screen) ? std::max(patience.typing_ms, patience.warning_ms) : patience.warning_ms;
}

std::optional<int> idle_seconds_left(const Visit& visit, const Patience& patience, std::int64_t now_ms) {
  const std::int64_t untouched_ms = now_ms - visit.touched_ms;
  const std::int64_t warning_ms = warning_ms_of(visit, patience);
  if (choices_of(visit.screen) == nullptr || visit.call.open || untouched_ms < warning_ms) return std::nullopt;
  const std::int64_t left_ms = warning_ms + patience.reset_ms - untouched_ms;
  return static_cast<int>(std::max<std::int64_t>(0, (left_ms + 999) / 1000));
}

std::optional<int> thanks_seconds_left(const Visit& visit, const Patience& patience, std::int64_t now_ms) {
  if (!is_on<Thanks>(visit)) return std::nullopt;
  const std::int64_t left_ms = patience.thanks_ms - (now_ms - visit.touched_ms);
  return static_cast<int>(std::max<std::int64_t>(0, (left_ms + 999) / 1000));
}

AmountFault amount_fault(Money amount, const Campaign& campaign) {
  if (amount.dong <= 0) return AmountFault::nothing;
  if (amount < campaign.amount_least) return AmountFault::too_small;
  if (amount > std::min(campaign.amount_most, kLargestPledge)) return AmountFault::too_large;
  return AmountFault::none;
}

AmountFault value_fault(Money value, const Campaign& campaign) {
  return value > std::min(campaign.amount_most, kLargestPledge) ? AmountFault::too_large : AmountFault::none;
}

}  // namespace mn::kiosk
