// Donors at simulated kiosks, the recorder behind the glass, and the accountant with her statements.
#include "core/check.h"
#include "tests/sim/world.h"

namespace mn::sim {
namespace {

using namespace kiosk;

constexpr std::size_t kOrdersMost = 8;  // kiosk/recorder.h: kOrdersMax

// What a donor does next on this screen; now and then something that does not belong there.
Tap next_tap(Dice& dice, const Visit& visit) {
  const kiosk::Screen& screen = visit.screen;
  if (visit.call.open) return dice.chance(60) ? Tap(tap::HelpCame{}) : Tap(tap::MoreTime{});
  if (dice.chance(4)) return tap::CallHelp{};
  if (dice.chance(6)) {
    switch (dice.below(5)) {
      case 0:
        return tap::Back{};
      case 1:
        return tap::Cancel{};
      case 2:
        return tap::Confirm{};
      case 3:
        return tap::Start{};
      default:
        return tap::Digit{static_cast<int>(dice.below(10))};
    }
  }
  struct Next {
    Dice& dice;
    Tap operator()(const Attract&) const { return tap::Start{}; }
    Tap operator()(const Amount&) const {
      if (dice.chance(10)) return tap::GiveGoods{};
      return dice.chance(70) ? Tap(tap::Choose{sim_campaign().presets[dice.below(sim_campaign().presets.size())]})
                             : Tap(tap::OtherAmount{});
    }
    Tap operator()(const Keypad& keypad) const {
      if (keypad.typed.dong >= 10'000) return tap::AmountTyped{};
      return keypad.typed.dong > 0 && dice.chance(50) ? Tap(tap::Thousand{})
                                                      : Tap(tap::Digit{static_cast<int>(1 + dice.below(9))});
    }
    Tap operator()(const LargeCheck&) const { return tap::ZerosAreRight{}; }
    Tap operator()(const GoodsWhat& goods) const {
      if (!goods.chosen.goods->what.empty()) return tap::GoodsNamed{};
      return tap::PressKey{{KeyKind::letter, static_cast<int>(dice.below(kLetterKeys.size()))}};
    }
    Tap operator()(const GoodsCount& goods) const {
      if (goods.chosen.goods->quantity > 0) return tap::GoodsCounted{};
      return tap::Digit{static_cast<int>(1 + dice.below(9))};
    }
    Tap operator()(const GoodsValue&) const {
      if (dice.chance(40)) return tap::Digit{static_cast<int>(dice.below(10))};
      return dice.chance(50) ? Tap(tap::GoodsValued{}) : Tap(tap::LeaveOut{});
    }
    Tap operator()(const Who&) const {
      constexpr Giver kGivers[] = {Giver::unnamed, Giver::unnamed, Giver::person, Giver::business};
      return tap::GiveAs{kGivers[dice.below(4)]};
    }
    Tap operator()(const Name& name) const {
      if (name.chosen.name.view().size() >= 2) return tap::NameTyped{};
      return tap::PressKey{{KeyKind::letter, static_cast<int>(dice.below(kLetterKeys.size()))}};
    }
    Tap operator()(const Review&) const {
      if (dice.chance(70)) return tap::Confirm{};
      switch (dice.below(5)) {
        case 0:
          return tap::EditWay{};
        case 1:
          return tap::EditPurpose{};
        case 2:
          return tap::EditMessage{};
        case 3:
          return tap::EditContact{};
        default:
          return tap::TogglePublish{};
      }
    }
    Tap operator()(const WayOfGiving&) const {
      if (dice.chance(20)) return tap::GiveGoods{};
      constexpr Way kWays[] = {Way::transfer, Way::cash, Way::later};
      return tap::ChooseWay{kWays[dice.below(3)]};
    }
    Tap operator()(const PayOn& days) const { return tap::ChooseDay{days.last}; }
    Tap operator()(const Purpose&) const { return tap::ChooseFund{dice.below(sim_campaign().funds.size())}; }
    Tap operator()(const kiosk::Message& message) const {
      if (message.chosen.message.view().size() >= 2) return tap::MessageTyped{};
      return tap::PressKey{{KeyKind::letter, static_cast<int>(dice.below(kLetterKeys.size()))}};
    }
    Tap operator()(const ContactForm& form) const {
      constexpr std::string_view kPhone = "0912345678";
      const std::size_t typed = form.phone.size();
      if (typed < kPhone.size()) return tap::Digit{kPhone[typed] - '0'};
      return form.keep ? Tap(tap::ContactTyped{}) : Tap(tap::ToggleKeepContact{});
    }
    Tap operator()(const Recording&) const { return tap::Confirm{}; }  // an impatient second tap
    Tap operator()(const Thanks&) const { return tap::Finish{}; }
    Tap operator()(const Resting&) const { return tap::Start{}; }
    Tap operator()(const StaffPin&) const { return tap::Back{}; }
    Tap operator()(const Staff&) const { return tap::Back{}; }
  };
  return std::visit(Next{dice}, screen);
}

kiosk::Moment moment_of(World& world) {
  kiosk::Moment moment;
  moment.now_ms = world.now_ms;
  moment.utc_us = 1'748'480'000'000'000 + world.now_ms * 1000;
  moment.chance.visit = visit_id(1'748'480'000'000 + world.now_ms, world.dice.array<ByteArray<10>>());
  moment.chance.code = world.dice.array<ByteArray<8>>();
  for (Salt& salt : moment.chance.salts) salt = world.dice.array<Salt>();
  moment.chance.seal = world.dice.array<Seed>();
  return moment;
}

Terms terms() { return Terms{sim_campaign()}; }

void take_order(World& world, Kiosk& kiosk, std::optional<Append> record) {
  if (!record) return;
  // The donor's word is given once, when the glass leaves the review.
  const Pledged* pledged = std::get_if<Pledged>(&record->facts.front());
  if (pledged != nullptr && std::holds_alternative<Recording>(kiosk.visit.screen)) {
    world.truth.confirmed[record->visit] = pledged->amount;
  }
  kiosk.orders.push_back(*std::move(record));
  MN_CHECK(kiosk.orders.size() <= kOrdersMost, "people do not overrun the recorder");
  if (kiosk.orders.size() == 1) kiosk.attempt = begin_recording();
}

void carry_out(World& world, Kiosk& kiosk, Step step) {
  kiosk.visit = std::move(step.next);
  take_order(world, kiosk, std::move(step.record));
}

void finish_order(Kiosk& kiosk, Report report) {
  kiosk.reports.push_back(std::move(report));
  kiosk.orders.pop_front();
  kiosk.attempt = begin_recording();
}

void append_order(World& world, Kiosk& kiosk) {
  DiskJournal journal(kiosk.own.disk, sim_campaign().id,
                      world.bug == Bug::thank_before_durable ? world.bug : Bug::none);
  if (!world.calm && world.dice.chance(12)) {
    journal.next_append(world.dice.chance(50) ? NextAppend::fails_kept : NextAppend::fails_not_kept);
  }
  const Result<Head> head = journal.head(kiosk.own.origin);
  const Run run = seal(sim_campaign().id, *head, kiosk.orders.front(), kiosk.own.keys);
  const Result<std::vector<Answer>> answers = journal.append({&run, 1});
  if (answers || world.bug == Bug::thank_on_failure) {
    kiosk.attempt = after_append(kiosk.attempt, AppendResult::kept, kept_of(run, kiosk.orders.front().facts.size()));
    return;
  }
  kiosk.attempt = after_append(kiosk.attempt, AppendResult::unknown, std::nullopt);
  if (world.bug == Bug::no_look_up) kiosk.attempt.next = RecordAction::append;
  if (world.bug == Bug::retry_with_new_id) {
    kiosk.orders.front().visit = visit_id(world.now_ms, world.dice.array<ByteArray<10>>());
    kiosk.attempt.next = RecordAction::append;
  }
}

}  // namespace

void step_kiosk(World& world, Kiosk& kiosk) {
  if (!kiosk.alive) return;
  if (!kiosk.reports.empty()) {
    const Report report = kiosk.reports.front();
    kiosk.reports.erase(kiosk.reports.begin());
    if (world.bug == Bug::call_forgotten && std::holds_alternative<Told>(report)) return;
    carry_out(world, kiosk, advance_report(kiosk.visit, report, terms(), moment_of(world)));
    if (const Thanks* thanks = std::get_if<Thanks>(&kiosk.visit.screen)) {
      world.truth.thanked[thanks->kept.visit] = thanks->kept;
    }
    return;
  }
  carry_out(world, kiosk, advance_time(kiosk.visit, terms(), moment_of(world)));
  if (world.bug == Bug::two_orders && std::holds_alternative<Review>(kiosk.visit.screen) && kiosk.orders.empty()) {
    Visit again = kiosk.visit;
    take_order(world, kiosk, advance(again, tap::Confirm{}, terms(), moment_of(world)).record);
    kiosk.visit = again;  // the glass still shows the review: the second tap comes
    return;
  }
  if (world.calm && std::holds_alternative<Attract>(kiosk.visit.screen) && !kiosk.visit.call.open) return;
  carry_out(world, kiosk, advance(kiosk.visit, next_tap(world.dice, kiosk.visit), terms(), moment_of(world)));
}

void step_recorder(World& world, Kiosk& kiosk) {
  if (!kiosk.alive) return;
  if (kiosk.orders.empty()) {
    if (!kiosk.visit.journal_well) kiosk.reports.push_back(Well{});
    return;
  }
  DiskJournal journal(kiosk.own.disk, sim_campaign().id, Bug::none);
  switch (kiosk.attempt.next) {
    case RecordAction::append:
      append_order(world, kiosk);
      break;
    case RecordAction::reopen:
      kiosk.attempt = after_reopen(kiosk.attempt, world.calm || world.dice.chance(90));
      break;
    case RecordAction::look_up: {
      const bool looked = world.calm || world.dice.chance(90);
      const Result<std::vector<Entry>> found = journal.find_visit(kiosk.own.origin, kiosk.orders.front().visit);
      kiosk.attempt =
          after_look_up(kiosk.attempt, looked,
                        looked && !found->empty() ? kept_of(*found, kiosk.orders.front().facts.size()) : std::nullopt);
      break;
    }
    case RecordAction::thank:
      finish_order(kiosk, std::holds_alternative<Pledged>(kiosk.orders.front().facts.front())
                              ? Report(*kiosk.attempt.kept)
                              : Report(Told{kiosk.attempt.kept->visit, kiosk.attempt.kept->pledge}));
      break;
    case RecordAction::rest: {
      const Append& order = kiosk.orders.front();
      world.truth.calls_forgiven.insert(order.visit);
      if (const Answered* answered = std::get_if<Answered>(&order.facts.front())) {
        const Disk& disk = kiosk.own.disk;
        world.truth.calls_forgiven.insert(
            disk.entries[disk.places.at(answered->call.origin)[answered->call.seq - 1]].header.visit);
      }
      finish_order(kiosk, NotKept{order.visit});
      break;
    }
  }
}

// Books a payment, or takes a pledge back, for a pledge she read off the hub.
void step_accountant(World& world) {
  std::set<EntryRef>& known = world.truth.known_pledges;
  if (world.calm || known.empty() || world.lines_booked >= 6) return;
  auto at = known.begin();
  std::advance(at, static_cast<std::ptrdiff_t>(world.dice.below(known.size())));
  Append append;
  append.visit = visit_id(world.now_ms, world.dice.array<ByteArray<10>>());
  append.made_at_us = world.now_ms * 1000;
  if (world.dice.chance(70)) {
    Paid paid;
    paid.pledge = *at;
    paid.amount = Money{50'000};
    paid.booked_at = "2025-06-02T09:00:00+07:00";
    paid.statement_line = world.dice.array<Digest>();
    append.facts = {paid};
  } else {
    append.facts = {Voided{*at, "taken back at the desk"}};
  }
  append.salts = {world.dice.array<Salt>()};
  DiskJournal journal(world.accountant.disk, sim_campaign().id, Bug::none);
  const Run run = seal(sim_campaign().id, *journal.head(world.accountant.origin), append, world.accountant.keys);
  (void)journal.append({&run, 1}).ok();
  ++world.lines_booked;
}

}  // namespace mn::sim
