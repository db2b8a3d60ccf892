// A kiosk without glass for the tests of its rules: a small campaign, an invited list, a clock that is turned by hand,
// a finger that taps, a keyboard and a reader on the table. Draws no randomness: every moment's chance is counted.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "core/contact.h"
#include "core/invitation.h"
#include "kiosk/order.h"
#include "kiosk/visit.h"

namespace mn::kiosk {

// 29 May 2025, 08:00 in Vietnam.
inline constexpr std::int64_t kDeskUtcUs = 1'748'480'400'000'000;

inline const ContactKeyPair& desk_contact_keys() {
  static const ContactKeyPair keys = contact_key_pair(Seed{7});
  return keys;
}

inline Campaign small_campaign() {
  Campaign campaign;
  campaign.id = CampaignId{"test-drive"};
  campaign.funds = {{"general", {"Theo kế hoạch chung của Quỹ", ""}}, {"tet", {"Quà Tết cho trẻ em", ""}}};
  campaign.account = Account{"970405", "Agribank", "8400201000123", "QUY BAO TRO TRE EM", true};
  campaign.pay_by = {2025, 6, 30};
  campaign.amount_least = Money{10'000};
  campaign.amount_most = Money{100'000'000'000};
  campaign.amount_check = Money{50'000'000};
  campaign.presets = {Money{100'000}, Money{2'000'000}, Money{60'000'000}};
  campaign.unit_presets = {Money{5'000'000}, Money{20'000'000}, Money{200'000'000}};
  campaign.qr_below = Money{500'000'000};
  campaign.consent_publish.version = "2025-05-01";
  campaign.consent_contact.version = "2025-06-01";
  campaign.contact_key = desk_contact_keys().public_key;
  campaign.goods_units = {{"bộ", "sets"}, {"thùng", "boxes"}};
  return campaign;
}

// The second one's code is the fund's own; the third one's amount is not known.
inline GuestBook small_guest_book() {
  GuestList list{CampaignId{"test-drive"}, {}};
  const auto add = [&](std::string_view name, Giver group, std::int64_t expected, std::string_view code) {
    Guest guest;
    guest.organisation = std::string(name);
    guest.group = group;
    guest.expected = Money{expected};
    guest.order = static_cast<int>(list.guests.size()) + 1;
    guest.invitation = std::string(code);
    list.guests.push_back(std::move(guest));
  };
  add("Sở Y tế tỉnh Lạng Sơn", Giver::agency, 20'000'000, make_invitation({1, 2, 3, 4, 5, 6, 7, 8}));
  add("Công ty TNHH Xứ Lạng", Giver::business, 60'000'000, "DOO-2025-AAS");
  add("Hội Nữ doanh nhân", Giver::social, 0, make_invitation({9, 9, 9, 9, 9, 9, 9, 9}));
  return make_guest_book(std::move(list));
}

// Where what is below stands still while a test looks at it.
struct Desk {
  Desk() : guests(small_guest_book()), terms{campaign} {
    terms.guests = &guests;
    terms.prints = true;
    terms.pin_hash = "a line of argon2id";
  }
  Desk(const Desk&) = delete;

  Campaign campaign = small_campaign();
  GuestBook guests;
  Terms terms;
  Visit visit;
  std::int64_t now_ms = 1000;
  std::uint64_t turns = 0;
  int taps = 0;
  std::vector<Append> orders;
  std::vector<Errand> errands;

  Moment moment() {
    Moment out;
    out.now_ms = now_ms;
    out.utc_us = kDeskUtcUs + now_ms * 1000;
    ++turns;
    const auto low = static_cast<std::uint8_t>(turns), high = static_cast<std::uint8_t>(turns >> 8U);
    const auto highest = static_cast<std::uint8_t>(turns >> 16U);
    out.chance.visit = visit_id(out.utc_us / 1000, {low, high, highest, 3, 4, 5, 6, 7, 8, 9});
    out.chance.code = {low, high, highest, 13, 14, 15, 16, 17};
    for (Salt& salt : out.chance.salts) salt.fill(low);
    out.chance.seal.fill(low);
    return out;
  }
  void take(const Step& step) {
    if (step.record) orders.push_back(*step.record);
    if (step.errand) errands.push_back(*step.errand);
    visit = step.next;
  }

  void tap(const Tap& tap) {
    ++taps;
    take(advance(visit, tap, terms, moment()));
  }
  void tap_all(const std::vector<Tap>& all) {
    for (const Tap& one : all) tap(one);
  }
  // Letter keys of the glass, a to z; not counted as taps.
  void type(std::string_view letters) {
    for (const char letter : letters) {
      for (std::size_t i = 0; i < kLetterKeys.size(); ++i) {
        if (kLetterKeys[i].lower != std::string_view(&letter, 1)) continue;
        take(advance(visit, tap::PressKey{{KeyKind::letter, static_cast<int>(i)}}, terms, moment()));
      }
    }
  }
  void type_digits(std::string_view digits) {
    for (const char digit : digits) tap(tap::Digit{digit - '0'});
  }
  // A keyboard on the table, one sign at a time; a reader types a sign every few milliseconds.
  void type_hard(std::string_view text, std::int64_t gap_ms = 400) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = letter_after(text, at);
      now_ms += gap_ms;
      take(advance_typed(visit, text.substr(at, end - at), terms, moment()));
      wait(0);
      at = end;
    }
  }
  void hard(HardKey key, std::int64_t gap_ms = 400) {
    now_ms += gap_ms;
    take(advance_hard_key(visit, key, terms, moment()));
  }
  void read_line(std::string_view line) {
    now_ms += 1000;  // nobody touched the keyboard just before
    type_hard(line, 4);
    hard(HardKey::enter, 4);
  }
  void wait(std::int64_t ms) {
    now_ms += ms;
    take(advance_time(visit, terms, moment()));
  }
  void hear(const Report& report) { take(advance_report(visit, report, terms, moment())); }

  template <class S>
  const S* on() const {
    return std::get_if<S>(&visit.screen);
  }
  std::string_view screen() const { return screen_name(visit.screen); }
  const Choices& chosen() const { return *choices_of(visit.screen); }
  std::string_view invitation(std::size_t guest) const { return guests.list.guests.at(guest).invitation; }

  // What a journal that works would answer to the last order.
  Kept kept() const {
    const Append& order = orders.back();
    const Pledged& pledged = std::get<Pledged>(order.facts.front());
    return Kept{order.visit, {}, {}, pledged.code, pledged.amount};
  }
  // The last order's fact of a kind; nothing when it has none.
  template <class F>
  const F* ordered() const {
    for (const Fact& fact : orders.back().facts) {
      if (const F* found = std::get_if<F>(&fact)) return found;
    }
    return nullptr;
  }
};

}  // namespace mn::kiosk
