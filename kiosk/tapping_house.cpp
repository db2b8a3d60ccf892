// Taps on what lies around a visit: panels, comfort, help, the thanks, the staff's corner.
#include "core/pin.h"
#include "kiosk/order.h"
#include "kiosk/tapping.h"

namespace mn::kiosk {
namespace {

constexpr int kVolumeStep = 20;

Language after(Language language) {
  constexpr std::size_t kCount = std::size(kLanguages);
  return kLanguages[(static_cast<std::size_t>(language) + 1) % kCount];
}

// The house with one order carried out; the same when the order is none of its business.
House ordered(House house, StaffOrder order) {
  switch (order) {
    case StaffOrder::volume_up:
      house.volume = std::min(100, house.volume + kVolumeStep);
      return house;
    case StaffOrder::volume_down:
      house.volume = std::max(0, house.volume - kVolumeStep);
      return house;
    case StaffOrder::volume_off:
      house.volume = 0;
      return house;
    case StaffOrder::large_text:
      house.comfort.large_text = !house.comfort.large_text;
      return house;
    case StaffOrder::low_reach:
      house.comfort.low_reach = !house.comfort.low_reach;
      return house;
    case StaffOrder::speak_next:
      house.language = after(house.language);
      return house;
    case StaffOrder::print_test:
    case StaffOrder::export_bundle:
    case StaffOrder::help_answered:
    case StaffOrder::close_kiosk:
    case StaffOrder::leave:
      return house;
  }
  return house;
}

}  // namespace

Step Tapping::stay() const { return {advance_touch(visit_, moment_.now_ms)}; }
Step Tapping::go(Screen screen) const { return {on_screen(visit_, std::move(screen), moment_.now_ms)}; }
Step Tapping::go_on(Screen screen) const {
  Step step = stay();
  step.next.screen = std::move(screen);
  return step;
}

// A call that is still open ends with the visit: staff who come later find nobody.
Step Tapping::end() const {
  Step step = close_call();
  step.next = fresh_visit(step.next, moment_.now_ms);
  return step;
}

Step Tapping::operator()(const tap::MoreTime&) const { return stay(); }  // being touched is all it asks for

Step Tapping::operator()(const tap::PrintSlip&) const {
  const Thanks* thanks = on<Thanks>();
  const bool under_way =
      thanks != nullptr && (thanks->slip == SlipState::printing || thanks->slip == SlipState::printed);
  if (thanks == nullptr || under_way || !terms_.prints) return stay();
  Thanks next = *thanks;
  next.slip = SlipState::printing;
  Step step = go_on(next);
  step.errand = errand::PrintSlip{};
  return step;
}

Step Tapping::operator()(const tap::Finish&) const {
  const bool seen = on<Thanks>() != nullptr && moment_.now_ms - visit_.since_ms >= kThanksLeastMs;
  return seen ? end() : stay();
}

Step Tapping::operator()(const tap::Again&) const {
  const bool seen = on<Thanks>() != nullptr && moment_.now_ms - visit_.since_ms >= kThanksLeastMs;
  if (!seen) return stay();
  return visit_.journal_well ? go(Amount{}) : end();
}

Step Tapping::operator()(const tap::Open& tap) const {
  Step step = stay();
  step.next.panel = tap.panel;
  return step;
}

Step Tapping::operator()(const tap::Close&) const {
  Step step = stay();
  step.next.panel = Panel::none;
  return step;
}

Step Tapping::operator()(const tap::Speak& tap) const {
  Step step = stay();
  step.next.language = tap.language;
  step.next.panel = Panel::none;
  return step;
}

Step Tapping::operator()(const tap::ToggleLargeText&) const {
  Step step = stay();
  step.next.comfort.large_text = !step.next.comfort.large_text;
  return step;
}

Step Tapping::operator()(const tap::ToggleLowReach&) const {
  Step step = stay();
  step.next.comfort.low_reach = !step.next.comfort.low_reach;
  return step;
}

Step Tapping::operator()(const tap::CallHelp&) const {
  const bool for_staff = on<StaffPin>() != nullptr || on<Staff>() != nullptr;
  if (visit_.call.open || for_staff || on<Recording>() != nullptr) return stay();
  Step step = stay();
  step.next.panel = Panel::none;
  if (visit_.call.exists()) {  // over, but the recorder is still at it: one call, however often it is touched
    step.next.call.open = true;
    return step;
  }
  step.next.call = {true, moment_.chance.visit, std::nullopt, moment_.now_ms};
  Append order{moment_.chance.visit, moment_.utc_us, {}, {}};
  order.facts.emplace_back(Called{std::string(screen_name(visit_.screen))});
  order.salts = {moment_.chance.salts[0]};
  step.record = std::move(order);
  return step;
}

Step Tapping::operator()(const tap::HelpCame&) const { return visit_.call.open ? close_call() : stay(); }

// The call is over. While the recorder is still at it there is nothing to answer yet: advance_report does it then.
Step Tapping::close_call() const {
  Step step = stay();
  if (!visit_.call.open) return step;
  step.next.call.open = false;
  if (!visit_.call.entry) return step;
  step.record = answer_of(*visit_.call.entry, moment_);
  step.next.call = {};
  return step;
}

Step Tapping::operator()(const tap::StaffDoor&) const {
  const bool nobody_is_here = on<Attract>() != nullptr || on<Resting>() != nullptr;
  const bool help_came = visit_.call.open && on<Thanks>() != nullptr;
  // While a PIN is checked the door stays shut: its answer must not open it for somebody else.
  if (terms_.pin_hash.empty() || visit_.door.checking || (!nobody_is_here && !help_came)) return stay();
  Step step = close_call();
  step.next = on_screen(step.next, StaffPin{}, moment_.now_ms);
  return step;
}

Step Tapping::operator()(const tap::PinTyped&) const {
  const StaffPin* screen = on<StaffPin>();
  if (screen == nullptr || screen->pin.size() < kPinDigitsMin || !may_try(visit_.door, moment_.now_ms)) return stay();
  Step step = go_on(StaffPin{});
  step.next.door = begin_check(visit_.door);
  step.errand = errand::CheckPin{screen->pin};
  return step;
}

Step Tapping::operator()(const tap::StaffDo& tap) const {
  if (on<Staff>() == nullptr) return stay();
  Step step = stay();
  switch (tap.order) {
    case StaffOrder::print_test:
      step.next.screen = Staff{StaffNotice::printing};
      step.errand = errand::PrintTest{};
      return step;
    case StaffOrder::export_bundle:
      step.next.screen = Staff{StaffNotice::exporting};
      step.errand = errand::ExportBundle{};
      return step;
    case StaffOrder::help_answered:
      return close_call();
    case StaffOrder::close_kiosk:
      step.errand = errand::CloseKiosk{};
      return step;
    case StaffOrder::leave:
      return end();
    case StaffOrder::volume_up:
    case StaffOrder::volume_down:
    case StaffOrder::volume_off:
    case StaffOrder::large_text:
    case StaffOrder::low_reach:
    case StaffOrder::speak_next:
      step.next.house = ordered(visit_.house, tap.order);
      step.next.language = step.next.house.language;
      step.next.comfort = step.next.house.comfort;
      step.errand = errand::KeepHouse{};
      return step;
  }
  return step;
}

}  // namespace mn::kiosk
