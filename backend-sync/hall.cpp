#include "backend-sync/hall.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "core/invitation.h"
#include "core/numbers.h"
#include "core/text.h"

namespace mn {
namespace {

constexpr std::array<CueWord, 14> kScenes{{
    {"welcome", "the campaign's title, and the countdown until it begins"},
    {"tally", "the number, the bamboo, and the givers as they come"},
    {"spotlight", "one giver or sponsor called to the stage: --pledge, or --name"},
    {"milestone", "the way from the last milestone to the next"},
    {"goal", "the goal is reached: the moment of the morning"},
    {"wall", "the wall of gratitude: everybody who may be shown, in alphabetical order"},
    {"effects", "what a gift does, from the campaign file"},
    {"wishes", "what children wished for, and givers' messages"},
    {"matching", "the matching gift: who, how much, until when, and what it has come to"},
    {"in_kind", "what was given in kind"},
    {"near_goal", "what is still missing to the goal"},
    {"reveal", "the final figure, checked, with the code that anybody can verify"},
    {"thanks", "thanks, and farewell"},
    {"safe", "the logo alone: whenever something must not be seen"},
}};

constexpr std::array<CueWord, 5> kOrders{{
    {"auto", "back to the rules of the screen itself"},
    {"freeze", "the figures stay as they are; what comes meanwhile counts, and shows after auto"},
    {"hold", "announcements wait; the money counts on"},
    {"release", "announcements that wait go on, as if they had just come"},
    {"release_held", "whoever waits for the MC's word waits no more: the rest, at the end"},
}};

Failure wrong(std::string_view key, std::string_view expected, std::string_view found) {
  return {Cause::bad_input, fmt::format("{}: expected {}, found {}", key, expected, found)};
}

bool is_known(std::string_view word) {
  const auto is = [&](const CueWord& one) { return one.word == word; };
  return std::any_of(kScenes.begin(), kScenes.end(), is) || std::any_of(kOrders.begin(), kOrders.end(), is);
}

std::string known_words() {
  std::string out;
  for (const CueWord& one : kScenes) out += std::string(one.word) + " ";
  for (const CueWord& one : kOrders) out += std::string(one.word) + " ";
  out.pop_back();
  return out;
}

// A name for the big screen is never cut or dropped in silence.
Result<std::string> clean(std::string_view key, std::string_view text, std::size_t letters_max) {
  Result<std::string> out = sanitise(text, letters_max + 1);
  if (!out) return Failure{Cause::bad_input, fmt::format("{}: {}", key, out.failure().words)};
  if (out->empty() && !text.empty()) return wrong(key, "letters that can be shown", "none");
  if (letter_count(*out) > letters_max) return wrong(key, fmt::format("at most {} letters", letters_max), "more");
  return out;
}

bool made_earlier(const Pledge* one, const Pledge* other) {
  return std::tie(one->made_at_us, one->ref) < std::tie(other->made_at_us, other->ref);
}

bool is_held(const Pledge& pledge, AnnouncingPolicy announcing) {
  if (pledge.voided || pledge.announced) return false;
  switch (announcing) {
    case AnnouncingPolicy::at_once:
      return false;
    case AnnouncingPolicy::invited_on_cue:
      return !pledge.invitation.empty();
    case AnnouncingPolicy::all_on_cue:
      return true;
  }
  return false;
}

}  // namespace

std::span<const CueWord> scene_words() { return kScenes; }
std::span<const CueWord> order_words() { return kOrders; }

Result<const Pledge*> find_pledge(const Tally& tally, std::string_view asked) {
  if (const std::optional<EntryRef> ref = read_entry_ref(asked)) {
    const auto at = tally.by_ref.find(*ref);
    if (at == tally.by_ref.end()) return Failure{Cause::not_found, entry_text(*ref) + ": there is no such pledge"};
    return &tally.pledges[at->second];
  }
  CodeReading reading = read_code(asked);
  // Staff read codes off the screen without their prefix.
  if (reading.fault == CodeFault::no_prefix && !reading.suggestions.empty()) reading.code = reading.suggestions.front();
  if (!reading.code) {
    return wrong("pledge", "a pledge's entry ORIGIN:SEQ or its code, such as QBTTE7K3M9P", asked);
  }
  const Pledge* found = nullptr;
  for (const Pledge& pledge : tally.pledges) {
    if (pledge.said.code != *reading.code) continue;
    if (found != nullptr) {
      return Failure{Cause::refused,
                     fmt::format("{}: several pledges have this code; name the entry: {} or {}",
                                 code_text(*reading.code), entry_text(found->ref), entry_text(pledge.ref))};
    }
    found = &pledge;
  }
  if (found == nullptr) {
    return Failure{Cause::not_found, code_text(*reading.code) + ": there is no pledge with this code"};
  }
  return found;
}

Result<Cued> cue_of(const CueAsked& asked, const std::optional<EntryRef>& pledge) {
  if (!is_scene_name(asked.scene)) return wrong("scene", "1 to 24 signs a-z and _", asked.scene);
  if (!asked.any_scene && !is_known(asked.scene)) return wrong("scene", "one of " + known_words(), asked.scene);
  Result<std::string> name = clean("name", asked.name, kNameLettersMax);
  if (!name) return name.failure();
  Result<std::string> line = clean("line", asked.line, kMessageLettersMax);
  if (!line) return line.failure();
  if (asked.scene == "spotlight" && !pledge && name->empty()) {
    return wrong("spotlight", "whom to show: a pledge or a name", "nobody");
  }
  return Cued{asked.scene, pledge, *std::move(name), *std::move(line)};
}

Result<Screened> replacement_of(const EntryRef& pledge, std::string_view name) {
  Result<std::string> shown_as = clean("name", name, kNameLettersMax);
  if (!shown_as) return shown_as.failure();
  if (shown_as->empty()) return wrong("name", "the name to show instead", "none");
  return Screened{pledge, Verdict::replaced, *std::move(shown_as)};
}

std::vector<const Pledge*> waiting_for_release(const Tally& tally, ScreeningPolicy policy) {
  std::vector<const Pledge*> out;
  for (const Pledge& pledge : tally.pledges) {
    if (pledge.voided || pledge.verdict) continue;
    Pledge released = pledge;
    released.verdict = Verdict::released;
    if (masked(pledge, policy) != masked(released, policy)) out.push_back(&pledge);
  }
  std::sort(out.begin(), out.end(), made_earlier);
  return out;
}

std::vector<const Pledge*> held_in_order(const Tally& tally, AnnouncingPolicy announcing, const GuestList& guests) {
  std::map<std::string, std::pair<int, std::size_t>> places;  // by code: protocol order, then place in the list
  for (std::size_t i = 0; i < guests.guests.size(); ++i) {
    places.emplace(invitation_key(guests.guests[i].invitation), std::pair(guests.guests[i].order, i));
  }
  constexpr std::pair kNotOnTheList(kGuestOrderMax + 1, kGuestsMax);
  std::vector<std::pair<std::pair<int, std::size_t>, const Pledge*>> held;
  for (const Pledge& pledge : tally.pledges) {
    if (!is_held(pledge, announcing)) continue;
    const auto place = places.find(invitation_key(pledge.invitation));
    const bool listed = !pledge.invitation.empty() && place != places.end();
    held.emplace_back(listed ? place->second : kNotOnTheList, &pledge);
  }
  std::sort(held.begin(), held.end(), [](const auto& one, const auto& other) {
    return one.first != other.first ? one.first < other.first : made_earlier(one.second, other.second);
  });
  std::vector<const Pledge*> out;
  for (const auto& [place, pledge] : held) out.push_back(pledge);
  return out;
}

Result<Matched> offer_of(const OfferAsked& asked, const Campaign& campaign, const Tally& tally) {
  Result<std::string> sponsor = clean("sponsor", asked.sponsor, kNameLettersMax);
  if (!sponsor) return sponsor.failure();
  if (sponsor->empty()) return wrong("sponsor", "who offers it", "nobody");
  if (asked.percent < 1 || asked.percent > kMatchedPercentMost) {
    return wrong("percent", fmt::format("1 to {}", kMatchedPercentMost), std::to_string(asked.percent));
  }
  if (asked.cap.dong < 1 || asked.cap > kLargestPledge) {
    return wrong("cap", "1 to " + grouped_dong(kLargestPledge), grouped(asked.cap));
  }
  if (asked.from_us < 0 || asked.until_us <= asked.from_us) {
    return wrong("until", "a time after the beginning, " + date_time_text(local_time(asked.from_us)),
                 date_time_text(local_time(asked.until_us)));
  }
  if (!asked.fund.empty() && find_fund(campaign, asked.fund) == nullptr) {
    return wrong("fund", "a fund of the campaign file", asked.fund);
  }
  if (tally.offers.size() >= kOffersMax) {
    return Failure{Cause::refused,
                   fmt::format("this campaign has had {} matching gifts; no more can stand", kOffersMax)};
  }
  return Matched{*std::move(sponsor), asked.percent, asked.cap, asked.from_us, asked.until_us, asked.fund};
}

Result<const Offer*> find_offer(const Tally& tally, std::string_view asked) {
  const std::optional<EntryRef> ref = read_entry_ref(asked);
  if (!ref) return wrong("offer", "its entry ORIGIN:SEQ, as mangnon tally lists it", asked);
  for (const Offer& offer : tally.offers) {
    if (offer.ref == *ref) return &offer;
  }
  return Failure{Cause::not_found, entry_text(*ref) + ": there is no such matching gift"};
}

}  // namespace mn
