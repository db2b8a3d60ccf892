// What a desk tells the hall's big screen: cues, announcements, verdicts about names, matching gifts, and what it takes
// back. Held to its limits here, before anything is written. Rules: no I/O.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/campaign.h"
#include "core/guests.h"
#include "core/masking.h"
#include "core/tally.h"

namespace mn {

// What `cue` may name, in the order of a ceremony: the scenes, then the orders. A screen that lacks one goes on as it
// was.
struct CueWord {
  std::string_view word;
  std::string_view meaning;
};
std::span<const CueWord> scene_words();
std::span<const CueWord> order_words();

// A pledge by its entry (ORIGIN:SEQ) or by its code, as people type codes. Fails with bad_input when it is neither,
// with not_found when the tally has no such pledge, and with refused when several pledges have that code.
Result<const Pledge*> find_pledge(const Tally& tally, std::string_view asked);

struct CueAsked {
  std::string scene;
  std::string name;  // to show, without a pledge: a speaker, a guest
  std::string line;
  bool any_scene = false;  // also one that is not in scene_words()
};
// Fails with bad_input on names that are no scene, on texts without a letter that can be shown, and on a spotlight on
// nobody.
Result<Cued> cue_of(const CueAsked& asked, const std::optional<EntryRef>& pledge);

// The name that is to stand on the screen instead of the giver's.
Result<Screened> replacement_of(const EntryRef& pledge, std::string_view name);

// What a release would change on the screen, the oldest first: names and messages that nobody has decided about.
std::vector<const Pledge*> waiting_for_release(const Tally& tally, ScreeningPolicy policy);

// The announcements that the campaign holds for the MC and that were not called yet, in protocol order of the invited
// list; who is not on it comes after, in the order in which the pledges were made.
std::vector<const Pledge*> held_in_order(const Tally& tally, AnnouncingPolicy announcing, const GuestList& guests);

struct OfferAsked {
  std::string sponsor;
  std::int64_t percent = 100;
  Money cap;
  std::int64_t from_us = 0;
  std::int64_t until_us = 0;
  std::string fund;  // "": every fund
};
// Fails with bad_input outside the limits, and with refused when the campaign has had kOffersMax offers: one more would
// not stand.
Result<Matched> offer_of(const OfferAsked& asked, const Campaign& campaign, const Tally& tally);

// An offer by its entry. Fails with bad_input and not_found.
Result<const Offer*> find_offer(const Tally& tally, std::string_view asked);

}  // namespace mn
