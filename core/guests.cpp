// The list's JSON, written one guest a line and read with every mistake named.
#include "core/guests.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "core/invitation.h"
#include "core/json.h"
#include "core/numbers.h"
#include "core/text.h"

namespace mn {
namespace {

using nlohmann::json;

constexpr std::size_t kFoundBytesMax = 80;  // of what was found in place of what was expected
constexpr std::array kKeys = {"organisation", "representative", "expected", "group", "order", "invitation"};

// Counts all mistakes, keeps the first of them.
struct Mistakes {
  std::string_view file;
  std::string words;
  std::size_t count = 0;

  void add(std::string_view place, std::string_view what) {
    if (++count > kMistakesToldMax) return;
    words += fmt::format("{}{}: {}: {}", count == 1 ? "" : "\n", file, place, what);
  }
  void wrong(std::string_view place, std::string_view expected, const json* found) {
    add(place, fmt::format("expected {}, found {}", expected, found == nullptr ? "nothing" : shortened(*found)));
  }
  Failure failure() const {
    const std::size_t untold = count - std::min(count, kMistakesToldMax);
    return {Cause::bad_input, untold == 0 ? words : fmt::format("{}\n{}: and {} more mistakes", words, file, untold)};
  }

  static std::string shortened(const json& value) {
    const std::string text = value.dump();
    if (text.size() <= kFoundBytesMax) return text;
    std::size_t end = kFoundBytesMax;
    while ((text[end] & 0xC0) == 0x80) --end;  // not inside a letter
    return text.substr(0, end) + "…";
  }
};

// One guest's object, its place and where its mistakes go.
struct GuestText {
  const json& object;
  std::string place;
  Mistakes& mistakes;

  const json* find(const char* key) const {
    const auto at = object.find(key);
    return at == object.end() ? nullptr : &*at;
  }
  void wrong(const char* key, std::string_view expected) const {
    mistakes.wrong(place + '.' + key, expected, find(key));
  }
  std::string name(const char* key, bool required) const {
    const json* value = find(key);
    if (value == nullptr && !required) return {};
    if (value != nullptr && value->is_string()) {
      std::string text = value->get<std::string>();
      if ((!text.empty() || !required) && is_sanitised(text)) return text;
    }
    wrong(key, fmt::format("{}plain letters and signs, at most {}", required ? "a name in " : "", kNameLettersMax));
    return {};
  }
  std::int64_t number(const char* key, std::int64_t least, std::int64_t most, std::int64_t otherwise) const {
    const json* value = find(key);
    if (value == nullptr) return otherwise;
    if (value->is_number_integer() && value->get<std::int64_t>() >= least && value->get<std::int64_t>() <= most) {
      return value->get<std::int64_t>();
    }
    wrong(key, fmt::format("a whole number from {} to {}", grouped(Money{least}), grouped(Money{most})));
    return otherwise;
  }
  Giver group() const {
    const json* value = find("group");
    const std::optional<Giver> giver =
        value != nullptr && value->is_string() ? read_giver(value->get<std::string>()) : std::nullopt;
    if (giver && *giver != Giver::unnamed) return *giver;
    wrong("group", "person, business, agency, group or social");
    return Giver::agency;
  }
  std::string invitation() const {
    const json* value = find("invitation");
    if (value != nullptr && value->is_string()) {
      const std::string text = value->get<std::string>();
      if (read_invitation(text) == text) return text;
    }
    wrong("invitation", "an invitation code in capitals, such as MOI7K3M9PQR with a check sign that fits");
    return {};
  }
  void finish() const {
    for (const auto& [key, value] : object.items()) {
      if (std::ranges::find(kKeys, key) == kKeys.end()) mistakes.add(place + '.' + key, "this key is not known");
    }
  }
};

Guest read_guest(const GuestText& text) {
  Guest guest;
  guest.organisation = text.name("organisation", true);
  if (!guest.organisation.empty() && organisation_key(guest.organisation).empty()) {
    text.wrong("organisation", "a name with a Latin letter or a digit, by which it can be found");
  }
  guest.representative = text.name("representative", false);
  guest.expected = Money{text.number("expected", 0, kLargestPledge.dong, 0)};
  guest.group = text.group();
  if (text.find("order") == nullptr) text.wrong("order", "the guest's place in protocol order");
  guest.order = static_cast<int>(text.number("order", 1, kGuestOrderMax, 1));
  guest.invitation = text.invitation();
  text.finish();
  return guest;
}

void find_twins(const GuestList& list, Mistakes& mistakes) {
  std::unordered_map<std::string, std::size_t> organisations;
  std::unordered_map<std::string, std::size_t> codes;
  for (std::size_t i = 0; i < list.guests.size(); ++i) {
    const auto once = [&](std::unordered_map<std::string, std::size_t>& seen, std::string key, const char* what) {
      if (key.empty()) return;
      const auto [at, fresh] = seen.emplace(std::move(key), i);
      if (!fresh) {
        mistakes.add(fmt::format("guests[{}].{}", i, what), fmt::format("guests[{}] has the same", at->second));
      }
    };
    once(organisations, organisation_key(list.guests[i].organisation), "organisation");
    once(codes, invitation_key(list.guests[i].invitation), "invitation");
  }
}

void read_guests(const json& top, Mistakes& mistakes, GuestList& list) {
  const auto at = top.find("guests");
  if (at == top.end() || !at->is_array() || at->empty() || at->size() > kGuestsMax) {
    const json size = at != top.end() && at->is_array() ? json(at->size()) : json();
    return mistakes.wrong("guests", fmt::format("a list of 1 to {} guests", grouped(Money{kGuestsMax})),
                          at == top.end() ? nullptr : (size.is_null() ? &*at : &size));
  }
  list.guests.reserve(at->size());
  for (std::size_t i = 0; i < at->size(); ++i) {
    const std::string place = fmt::format("guests[{}]", i);
    if ((*at)[i].is_object()) {
      list.guests.push_back(read_guest({(*at)[i], place, mistakes}));
    } else {
      mistakes.wrong(place, "an object", &(*at)[i]);
      list.guests.emplace_back();
    }
  }
  find_twins(list, mistakes);
}

}  // namespace

std::string guest_list_text(const GuestList& list) {
  const auto quoted = [](std::string_view text) {
    return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
  };
  std::string out = fmt::format("{{\n\"format\": 1,\n\"campaign\": {},\n\"guests\": [", quoted(list.campaign.text));
  for (std::size_t i = 0; i < list.guests.size(); ++i) {
    const Guest& guest = list.guests[i];
    out += fmt::format(
        "{}\n  {{\"order\": {}, \"organisation\": {}, \"representative\": {}, \"expected\": {}, \"group\": {}, "
        "\"invitation\": {}}}",
        i == 0 ? "" : ",", guest.order, quoted(guest.organisation), quoted(guest.representative), guest.expected.dong,
        quoted(giver_text(guest.group)), quoted(guest.invitation));
  }
  return out + "\n]\n}\n";
}

Result<GuestList> read_guest_list(std::string_view json_text, std::string_view name) {
  const Result<json> top = parse_json(json_text, name);
  if (!top) return top.failure();
  if (!top->is_object()) return Failure{Cause::bad_input, fmt::format("{}: expected a list of guests", name)};
  Mistakes mistakes{name, {}, 0};
  GuestList list;
  const auto at = [&](const char* key) { return top->contains(key) ? &(*top)[key] : nullptr; };
  if (const json* format = at("format"); format == nullptr || *format != 1) {
    mistakes.wrong("format", "1, the version of this format", format);
  }
  const json* campaign = at("campaign");
  const Result<CampaignId> id = read_campaign_id(
      campaign != nullptr && campaign->is_string() ? campaign->get_ref<const std::string&>() : std::string());
  if (id) list.campaign = *id;
  if (!id) mistakes.wrong("campaign", id.failure().words.substr(sizeof "expected"), campaign);
  read_guests(*top, mistakes, list);
  for (const auto& [key, value] : top->items()) {
    if (key != "format" && key != "campaign" && key != "guests") mistakes.add(key, "this key is not known");
  }
  if (mistakes.count > 0) return mistakes.failure();
  return list;
}

Result<GuestList> read_guest_list(std::string_view json_text, std::string_view name, const CampaignId& campaign) {
  Result<GuestList> list = read_guest_list(json_text, name);
  if (list && list->campaign != campaign) {
    return Failure{Cause::refused, fmt::format("{} is the list of campaign \"{}\", this is campaign \"{}\"", name,
                                               list->campaign.text, campaign.text)};
  }
  return list;
}

std::string organisation_key(std::string_view organisation) {
  std::string key;
  for (const char c : fold(organisation)) {
    const bool kept = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    if (kept) {
      key.push_back(c);
    } else if (c != '\'' && !key.empty() && key.back() != ' ') {
      key.push_back(' ');
    }
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

const Guest* find_invitation(const GuestList& list, std::string_view code) {
  const std::string key = invitation_key(code);
  if (key.empty()) return nullptr;
  const auto same = [&](const Guest& guest) { return invitation_key(guest.invitation) == key; };
  const auto at = std::ranges::find_if(list.guests, same);
  return at == list.guests.end() ? nullptr : &*at;
}

}  // namespace mn
