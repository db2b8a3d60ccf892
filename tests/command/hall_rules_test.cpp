// What a desk may tell the hall: pledges found or refused, cues, names, offers, and who waits in which order.
#include <gtest/gtest.h>

#include "backend-sync/hall.h"
#include "journal/file.h"
#include "tests/core/author.h"

namespace mn {
namespace {

const Campaign& campaign() {
  static const Campaign loaded = *load_campaign(MANGNON_SOURCE_DIR "/assets/campaign/lang-son-2025.json");
  return loaded;
}

template <class T>
std::string refusal(const Result<T>& result) {
  return result.ok() ? "accepted" : result.failure().words;
}

struct Day {
  Author kiosk{1}, desk{2};
  Tally tally;
  Day() {
    fold(kiosk.is_born());
    fold(desk.is_born());
  }
  EntryRef fold(const mn::Run& run) {
    for (const Entry& entry : run) EXPECT_TRUE(apply(tally, entry).ok());
    return run.front().ref();
  }
  EntryRef pledge(std::uint8_t number, const std::string& name, const std::string& invitation = "",
                  std::int64_t made_at_us = 0) {
    std::vector<Fact> facts = {pledge_of(1'000'000, number)};
    if (!name.empty() || !invitation.empty()) facts.emplace_back(Named{name, "Chúc các cháu", invitation});
    return fold(kiosk.says_in(visit_id(number, {}), made_at_us == 0 ? number : made_at_us, facts));
  }
};

TEST(HallRules, APledgeIsFoundByItsEntryOrByItsCodeAsPeopleTypeIt) {
  Day day;
  const EntryRef first = day.pledge(1, "Hoa");
  const EntryRef second = day.pledge(2, "Bình");
  const std::string code = code_text(pledge_of(1, 2).code);
  std::string typed = code;
  for (char& c : typed) c = static_cast<char>(std::tolower(c));
  typed.insert(5, " ");
  for (const std::string& asked : {entry_text(second), code, typed, pledge_of(1, 2).code.signs}) {
    const Result<const Pledge*> found = find_pledge(day.tally, asked);
    ASSERT_TRUE(found.ok()) << found.failure().words;
    EXPECT_EQ((*found)->ref, second);
  }
  EXPECT_EQ((*find_pledge(day.tally, entry_text(first)))->ref, first);
  EXPECT_EQ(find_pledge(day.tally, entry_text({first.origin, 99})).failure().cause, Cause::not_found);
  EXPECT_EQ(find_pledge(day.tally, code_text(pledge_of(1, 9).code)).failure().cause, Cause::not_found);
  for (const char* nonsense : {"", "Hoa", "QBTTE", "99", "QBTTENGUYEN"}) {
    EXPECT_EQ(find_pledge(day.tally, nonsense).failure().cause, Cause::bad_input) << nonsense;
  }
  day.fold(day.desk.says({pledge_of(5, 2)}));  // the same code again
  const Result<const Pledge*> twice = find_pledge(day.tally, code);
  ASSERT_FALSE(twice.ok());
  EXPECT_EQ(twice.failure().cause, Cause::refused);
  EXPECT_NE(twice.failure().words.find(entry_text(second)), std::string::npos);
}

TEST(HallRules, EverySceneAndOrderMayBeCued) {
  EXPECT_EQ(scene_words().size(), 14u);
  for (const auto words : {scene_words(), order_words()}) {
    for (const CueWord& one : words) {
      EXPECT_TRUE(is_scene_name(one.word)) << one.word;
      EXPECT_FALSE(one.meaning.empty());
      EXPECT_TRUE(cue_of({std::string(one.word), "Hoa", "", false}, {}).ok()) << one.word;
    }
  }
}

TEST(HallRules, ACueIsHeldToItsLimits) {
  const EntryRef pledge{Author(1).origin(), 2};
  const auto cued = [](const CueAsked& asked) { return refusal(cue_of(asked, {})); };
  EXPECT_EQ(cued({"tally", "", "", false}), "accepted");
  EXPECT_NE(cued({"taly", "", "", false}).find("scene: expected one of welcome tally spotlight"), std::string::npos);
  EXPECT_EQ(cued({"taly", "", "", true}), "accepted");
  EXPECT_NE(cued({"Tally", "", "", true}).find("1 to 24 signs"), std::string::npos);
  EXPECT_NE(cued({"spotlight", "", "Xin mời", false}).find("whom to show"), std::string::npos);
  EXPECT_TRUE(cue_of({"spotlight", "", "", false}, pledge).ok());
  const Result<Cued> named = cue_of({"spotlight", "  Công ty  Ví Dụ ", " Xin   mời", false}, {});
  ASSERT_TRUE(named.ok());
  EXPECT_EQ(named->name, "Công ty Ví Dụ");
  EXPECT_EQ(named->line, "Xin mời");
  EXPECT_NE(cued({"spotlight", "\xE2\x80\xAE", "", false}).find("letters that can be shown"), std::string::npos);
  EXPECT_NE(cued({"spotlight", "A\xFF", "", false}).find("name: "), std::string::npos);
  EXPECT_EQ(cued({"spotlight", std::string(90, 'a'), "", false}), "accepted");
  EXPECT_NE(cued({"spotlight", std::string(91, 'a'), "", false}).find("at most 90 letters"), std::string::npos);
  EXPECT_NE(cued({"spotlight", "A", std::string(141, 'a'), false}).find("line: expected at most 140"),
            std::string::npos);
}

TEST(HallRules, AReplacementIsAName) {
  const EntryRef pledge{Author(1).origin(), 2};
  const Result<Screened> right = replacement_of(pledge, " Cô  giáo");
  ASSERT_TRUE(right.ok());
  EXPECT_EQ(right->shown_as, "Cô giáo");
  EXPECT_EQ(right->verdict, Verdict::replaced);
  EXPECT_FALSE(replacement_of(pledge, "").ok());
  EXPECT_FALSE(replacement_of(pledge, " \n").ok());
  EXPECT_FALSE(replacement_of(pledge, std::string(91, 'a')).ok());
}

TEST(HallRules, WhatAReleaseWouldChangeWaitsTheOldestFirst) {
  Day day;
  const EntryRef late = day.pledge(1, "Hoa", "", 500);
  const EntryRef early = day.pledge(2, "Bình", "", 400);
  const EntryRef guest = day.pledge(3, "Sở Ví Dụ", "MOI7K3M9PQX", 300);
  const EntryRef released = day.pledge(4, "Lan");
  const EntryRef masked_one = day.pledge(5, "Mận");
  const EntryRef voided = day.pledge(6, "Đào");
  const EntryRef refused = day.pledge(7, "Cúc");
  day.pledge(8, "");
  day.fold(day.desk.says({Screened{released}}));
  day.fold(day.desk.says({Screened{masked_one, Verdict::masked}}));
  day.fold(day.desk.says({Voided{voided, ""}}));
  day.fold(day.desk.says_in(visit_id(7, {}), 1, {Consented{"", false, false}}));
  Pledged hidden = pledge_of(5, 9);
  hidden.hide_name = true;
  day.fold(day.kiosk.says({hidden, Named{"Huệ", "x"}}));
  Pledged unnamed = pledge_of(5, 10);
  unnamed.giver = Giver::unnamed;
  const EntryRef message_only =
      day.fold(day.kiosk.says_in(visit_id(50, {}), 600, {unnamed, Named{"", "Thương các em"}}));
  const auto waiting = [&](ScreeningPolicy policy) {
    std::vector<EntryRef> out;
    for (const Pledge* pledge : waiting_for_release(day.tally, policy)) out.push_back(pledge->ref);
    return out;
  };
  EXPECT_EQ(waiting(ScreeningPolicy::all), std::vector<EntryRef>{});
  EXPECT_EQ(waiting(ScreeningPolicy::invited), (std::vector<EntryRef>{early, late, message_only}));
  EXPECT_EQ(waiting(ScreeningPolicy::released), (std::vector<EntryRef>{guest, early, late, message_only}));
  (void)refused;
}

TEST(HallRules, WhatIsHeldGoesOutInProtocolOrder) {
  Day day;
  const EntryRef early = day.pledge(1, "Hoa");
  const EntryRef second = day.pledge(2, "Sở Hai", "MOI7K3M9PQX");
  const EntryRef first = day.pledge(3, "Sở Một", "SO-MOT-01");
  const EntryRef stranger = day.pledge(4, "Sở Lạ", "KHACH-77");
  const EntryRef called = day.pledge(5, "Sở Ba", "SOBA-9999");
  day.fold(day.desk.says({Announced{called}}));
  const EntryRef voided = day.pledge(6, "Sở Bốn", "SOBON-999");
  day.fold(day.desk.says({Voided{voided, ""}}));
  const EntryRef again = day.pledge(7, "Sở Một", "SOMOT01");  // the same code, written otherwise
  GuestList list{campaign().id, {}};
  for (const auto& [code, order] :
       {std::pair("MOI7K3M9PQX", 2), std::pair("SO-MOT-01", 1), std::pair("SOBA-9999", 1), std::pair("SOBON-999", 1)}) {
    Guest guest;
    guest.organisation = code;
    guest.invitation = code;
    guest.order = order;
    list.guests.push_back(guest);
  }
  const auto held = [&](AnnouncingPolicy announcing, const GuestList& guests) {
    std::vector<EntryRef> out;
    for (const Pledge* pledge : held_in_order(day.tally, announcing, guests)) out.push_back(pledge->ref);
    return out;
  };
  EXPECT_EQ(held(AnnouncingPolicy::at_once, list), std::vector<EntryRef>{});
  EXPECT_EQ(held(AnnouncingPolicy::invited_on_cue, list), (std::vector<EntryRef>{first, again, second, stranger}));
  EXPECT_EQ(held(AnnouncingPolicy::all_on_cue, list), (std::vector<EntryRef>{first, again, second, early, stranger}));
  EXPECT_EQ(held(AnnouncingPolicy::all_on_cue, {}), (std::vector<EntryRef>{early, second, first, stranger, again}));
}

TEST(HallRules, AnOfferIsHeldToItsLimits) {
  Tally tally;
  const OfferAsked right{" Công ty  Ví Dụ", 100, {200'000'000}, 10, 20, ""};
  const Result<Matched> offered = offer_of(right, campaign(), tally);
  ASSERT_TRUE(offered.ok()) << offered.failure().words;
  EXPECT_EQ(offered->sponsor, "Công ty Ví Dụ");
  const auto with = [&](auto change) {
    OfferAsked asked = right;
    change(asked);
    return refusal(offer_of(asked, campaign(), tally));
  };
  EXPECT_EQ(with([](OfferAsked& a) { a.fund = "hospital"; }), "accepted");
  EXPECT_NE(with([](OfferAsked& a) { a.fund = "moon"; }).find("fund: "), std::string::npos);
  EXPECT_NE(with([](OfferAsked& a) { a.sponsor = ""; }).find("sponsor: "), std::string::npos);
  EXPECT_NE(with([](OfferAsked& a) { a.percent = 0; }).find("percent: expected 1 to 1000"), std::string::npos);
  EXPECT_NE(with([](OfferAsked& a) { a.percent = 1'001; }).find("percent: "), std::string::npos);
  EXPECT_NE(with([](OfferAsked& a) { a.cap = {0}; }).find("cap: "), std::string::npos);
  EXPECT_NE(with([](OfferAsked& a) { a.cap = {10'000'000'000'000}; }).find("cap: "), std::string::npos);
  EXPECT_NE(with([](OfferAsked& a) { a.until_us = 10; }).find("until: "), std::string::npos);
  EXPECT_NE(with([](OfferAsked& a) { a.from_us = -1; }).find("until: "), std::string::npos);
  // What is accepted can be read back: nothing is written that a fold would refuse.
  Author desk(2);
  (void)desk.is_born();
  EXPECT_TRUE(fact_of(desk.says({*offered}).front()).ok());
  Day day;
  for (std::size_t i = 0; i < kOffersMax; ++i) {
    EXPECT_TRUE(offer_of(right, campaign(), day.tally).ok());
    day.fold(day.desk.says({*offered}));
  }
  EXPECT_EQ(offer_of(right, campaign(), day.tally).failure().cause, Cause::refused);
  EXPECT_EQ((*find_offer(day.tally, entry_text(day.tally.offers[3].ref)))->ref, day.tally.offers[3].ref);
  EXPECT_EQ(find_offer(day.tally, entry_text({day.kiosk.origin(), 1})).failure().cause, Cause::not_found);
  EXPECT_EQ(find_offer(day.tally, "QBTTE7K3M9P").failure().cause, Cause::bad_input);
}

}  // namespace
}  // namespace mn
