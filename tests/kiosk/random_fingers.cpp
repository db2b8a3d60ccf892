// What random fingers do, and what must hold after it.
#include "tests/kiosk/random_fingers.h"

namespace mn::kiosk {
namespace {

constexpr std::string_view kTexts[] = {"a", "s", "Ư", "ễ", "w", " ", "7", "-", "\xff", "Lan Anh", "0912345678", "w7f"};
constexpr HardKey kHardKeys[] = {HardKey::enter, HardKey::backspace, HardKey::erase_all, HardKey::left,
                                 HardKey::right, HardKey::home,      HardKey::end,       HardKey::escape};

}  // namespace

void RandomFingers::type_something() {
  const std::size_t what = random_.below(8);
  const std::string line = what == 0   ? std::string(desk_.invitation(random_.below(3)))
                           : what == 1 ? make_invitation(random_.bytes8())
                           : what == 2 ? std::string(90, '7')
                                       : std::string(kTexts[random_.below(std::size(kTexts))]);
  const std::string_view name_before = screen_name(desk_.visit.screen);
  const std::int64_t gap_ms = random_.one_in(2) ? 5 : 300;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = letter_after(line, at);
    desk_.now_ms += gap_ms;
    desk_.take(advance_typed(desk_.visit, std::string_view(line).substr(at, end - at), desk_.terms, desk_.moment()));
    at = end;
  }
  if (what <= 2 || random_.one_in(2)) desk_.hard(HardKey::enter, gap_ms);
  const bool opened = what == 0 && choices_of(desk_.visit.screen) != nullptr &&
                      !choices_of(desk_.visit.screen)->invitation.empty() && name_before != desk_.screen();
  invited_ += opened ? 1 : 0;
}

void RandomFingers::press_something() {
  desk_.hard(kHardKeys[random_.below(std::size(kHardKeys))], static_cast<std::int64_t>(random_.below(300)));
}

// The printer's, the PIN check's and the export's answers, asked for or not.
void RandomFingers::answer_something() {
  switch (random_.below(3)) {
    case 0:
      desk_.visit = advance_slip(desk_.visit, static_cast<SlipState>(2 + random_.below(3)), desk_.now_ms);
      return;
    case 1:
      if (desk_.visit.door.checking) {
        const std::optional<bool> holds = random_.one_in(5) ? std::nullopt : std::optional(random_.one_in(2));
        desk_.visit = advance_pin(desk_.visit, holds, desk_.now_ms);
      }
      return;
    default:
      desk_.visit = advance_notice(desk_.visit, static_cast<StaffNotice>(random_.below(9)), desk_.now_ms);
  }
}

// The recorder answers its oldest order, or says how the journal is.
void RandomFingers::report() {
  if (recorder_.empty() || random_.one_in(12)) {
    desk_.hear(random_.one_in(3) ? Report(Unwell{}) : Report(Well{}));
    return;
  }
  const Append order = recorder_.front();
  recorder_.pop_front();
  const Pledged* pledged = std::get_if<Pledged>(&order.facts.front());
  EntryRef ref;
  ref.seq = next_seq_++;
  if (random_.one_in(15)) {
    desk_.hear(NotKept{order.visit});
  } else if (pledged != nullptr) {
    desk_.hear(Kept{order.visit, ref, {}, pledged->code, pledged->amount});
  } else {
    if (std::holds_alternative<Called>(order.facts.front())) calls_told_[order.visit] = ref.seq;
    desk_.hear(Told{order.visit, ref});
  }
}

void RandomFingers::look_at_orders(std::string_view screen_before) {
  std::size_t pledged_now = 0;
  for (const Append& order : std::exchange(desk_.orders, {})) {
    recorder_.push_back(order);
    ASSERT_TRUE(ids_.insert(order.visit).second) << "an id twice";
    ASSERT_EQ(order.facts.size(), order.salts.size());
    for (std::size_t i = 0; i < order.facts.size(); ++i)
      ASSERT_FALSE(encode_body(order.facts[i], order.salts[i]).empty());
    if (const Pledged* pledged = std::get_if<Pledged>(&order.facts.front())) {
      ++pledges_, ++pledged_now;
      goods_ += pledged->goods ? 1 : 0;
      ASSERT_TRUE(confirmed_) << "a pledge that nobody confirmed";
      ASSERT_EQ(screen_before, "review");
      ASSERT_EQ(desk_.screen(), "recording");
      ASSERT_EQ(pledged->goods.has_value(), pledged->way == Way::in_kind);
      if (pledged->goods) {
        ASSERT_GT(pledged->goods->quantity, 0);
        ASSERT_TRUE(is_sanitised(pledged->goods->what)) << pledged->goods->what;
        ASSERT_FALSE(pledged->goods->what.empty());
      } else {
        ASSERT_EQ(amount_fault(pledged->amount, desk_.campaign), AmountFault::none);
      }
      ASSERT_EQ(pledged->pay_on.has_value(), pledged->way == Way::later);
      const Named* named = nullptr;
      for (const Fact& fact : order.facts) named = std::holds_alternative<Named>(fact) ? &std::get<Named>(fact) : named;
      ASSERT_TRUE(pledged->giver == Giver::unnamed || (named != nullptr && !named->shown_as.empty()));
      if (named != nullptr) {
        ASSERT_TRUE(is_sanitised(named->shown_as)) << named->shown_as;
        ASSERT_TRUE(is_sanitised(named->message, kMessageLettersMax)) << named->message;
      }
    } else if (const Answered* answered = std::get_if<Answered>(&order.facts.front())) {
      ASSERT_TRUE(calls_answered_.insert(answered->call.seq).second) << "a call answered twice";
    } else {
      ASSERT_TRUE(std::holds_alternative<Called>(order.facts.front()));
      ++calls_;
    }
  }
  desk_.errands.clear();
  ASSERT_LE(pledged_now, 1U) << "two pledges from one confirmation";
  ASSERT_LE(recorder_.size(), kRecorderPlaces) << "people overran the recorder";
}

// What a review shows can be recorded; no screen holds goods and lets them count as money.
void RandomFingers::look_at_choices() {
  const Choices* chosen = choices_of(desk_.visit.screen);
  if (chosen == nullptr) return;
  if (desk_.on<Review>() != nullptr) {
    ASSERT_TRUE(gift_complete(*chosen, desk_.campaign));
    ASSERT_EQ(chosen->giver == Giver::unnamed, chosen->name.empty());
    ASSERT_TRUE(chosen->giver != Giver::unnamed || !chosen->publish);
    ASSERT_EQ(worth_of(*chosen), chosen->goods ? chosen->goods->value : chosen->amount);
  }
  ASSERT_LT(chosen->fund, desk_.campaign.funds.size());
  ASSERT_EQ(way_of(*chosen, desk_.campaign) == Way::in_kind, chosen->goods.has_value());
}

void RandomFingers::turn() {
  if (random_.below(100) >= 76) return type_or_wait();
  const Tap next = random_.one_in(2) ? likely_tap() : any_tap();
  desk_.now_ms += static_cast<std::int64_t>(random_.below(400));
  tap(next);
}

void RandomFingers::tap(const Tap& tap) {
  const std::string_view screen_before = desk_.screen();
  confirmed_ = std::holds_alternative<tap::Confirm>(tap);
  desk_.tap(tap);
  look(screen_before);
}

void RandomFingers::type_or_wait() {
  const std::string_view screen_before = desk_.screen();
  confirmed_ = false;
  const std::size_t what = random_.below(24);
  if (what < 4) {
    type_something();
  } else if (what < 8) {
    press_something();
  } else if (what < 11) {
    answer_something();
  } else if (what < 15) {
    desk_.wait(static_cast<std::int64_t>(random_.below(random_.one_in(8) ? 200'000 : 9'000)));
  } else {
    report();
  }
  look(screen_before);
}

void RandomFingers::look(std::string_view screen_before) {
  seen_.insert(desk_.screen());
  look_at_orders(screen_before);
  if (testing::Test::HasFatalFailure()) return;
  look_at_choices();
  if (desk_.screen() == "thanks" && screen_before != "thanks") {
    ++thanked_;
    ASSERT_TRUE(screen_before == "recording" || screen_before == "resting");
    ASSERT_TRUE(ids_.contains(desk_.on<Thanks>()->kept.visit));
  }
  if (screen_before == "attract" && desk_.screen() == "amount" && desk_.chosen().invitation.empty()) {
    ASSERT_EQ(desk_.chosen(), Choices{}) << "something of the last visitor";
  }
}

void RandomFingers::check_not_stuck() {
  const std::string_view from = desk_.screen();
  for (const bool well : {true, false}) {
    Desk alone;
    alone.visit = desk_.visit;
    alone.now_ms = desk_.now_ms;
    if (alone.visit.door.checking) alone.visit = advance_pin(alone.visit, std::nullopt, alone.now_ms);
    alone.hear(well ? Report(Well{}) : Report(Unwell{}));
    for (int i = 0; i < 8; ++i) alone.wait(60'000);
    if (well) alone.hear(Well{});
    ASSERT_EQ(alone.screen(), well ? "attract" : "resting") << "from " << from;
    ASSERT_EQ(alone.visit.language, alone.visit.house.language);
    ASSERT_EQ(alone.visit.panel, Panel::none);
    ASSERT_FALSE(alone.visit.call.open);
  }
}

}  // namespace mn::kiosk
