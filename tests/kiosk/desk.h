// A kiosk without glass for the tests of its rules: a small campaign, a clock that is turned by hand, and a finger that
// taps. Draws no randomness: every moment's chance is counted.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "kiosk/order.h"
#include "kiosk/visit.h"

namespace mn::kiosk {

inline Campaign small_campaign() {
  Campaign campaign;
  campaign.id = CampaignId{"test-drive"};
  campaign.funds = {{"general", {"Theo kế hoạch chung của Quỹ", ""}}};
  campaign.account = Account{"970405", "Agribank", "8400201000123", "QUY BAO TRO TRE EM", true};
  campaign.amount_least = Money{10'000};
  campaign.amount_most = Money{100'000'000'000};
  campaign.amount_check = Money{50'000'000};
  campaign.presets = {Money{100'000}, Money{2'000'000}, Money{60'000'000}};
  campaign.qr_below = Money{500'000'000};
  campaign.consent_publish.version = "2025-05-01";
  campaign.consent_contact.version = "2025-06-01";
  return campaign;
}

// Where what is below stands still while a test looks at it.
struct Desk {
  Campaign campaign = small_campaign();
  Terms terms{campaign};
  Visit visit;
  std::int64_t now_ms = 1000;
  std::uint8_t turns = 0;
  int taps = 0;
  std::vector<Append> orders;

  Moment moment() {
    Moment out;
    out.now_ms = now_ms;
    out.utc_us = 1'748'480'400'000'000 + now_ms * 1000;
    ++turns;
    out.chance.visit = visit_id(out.utc_us / 1000, {turns, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    out.chance.code = {turns, 11, 12, 13, 14, 15, 16, 17};
    for (Salt& salt : out.chance.salts) salt.fill(turns);
    out.chance.seal.fill(turns);
    return out;
  }

  void tap(const Tap& tap) {
    ++taps;
    take(advance(visit, tap, terms, moment()));
  }
  void take(const Step& step) {
    if (step.record) orders.push_back(*step.record);
    visit = step.next;
  }
  void wait(std::int64_t ms) {
    now_ms += ms;
    visit = advance_time(visit, terms, now_ms);
  }
  void hear(const Report& report) { take(advance_report(visit, report, terms, moment())); }

  template <class S>
  const S* on() const {
    return std::get_if<S>(&visit.screen);
  }
  std::string_view screen() const { return screen_name(visit.screen); }

  // What a journal that works would answer to the last order.
  Kept kept() const {
    const Append& order = orders.back();
    const Pledged& pledged = std::get<Pledged>(order.facts.front());
    return Kept{order.visit, {}, {}, pledged.code, pledged.amount};
  }
};

}  // namespace mn::kiosk
