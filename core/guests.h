// The invited list: who the fund expects at the ceremony. Made by `mangnon guests import`, read by the kiosk. Its text
// form is described in docs/guests.md. Searching it is guest_index.h; codes are invitation.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/facts.h"
#include "core/id.h"
#include "core/money.h"
#include "core/result.h"

namespace mn {

inline constexpr std::size_t kGuestsMax = 20'000;
inline constexpr std::size_t kGuestListBytesMax = 16U << 20U;  // of the file; to read it whole
inline constexpr int kGuestOrderMax = 1'000'000;

struct Guest {
  std::string organisation;    // or a person's name; sanitised, 1 to kNameLettersMax letters, as it is to be shown
  std::string representative;  // sanitised; "" when not known
  Money expected;              // 0: not known. Shown only to who brings the invitation
  Giver group = Giver::agency;
  int order = 1;           // protocol order, from 1; several guests may share one
  std::string invitation;  // a code as read_invitation() gives it
  bool operator==(const Guest&) const = default;
};

struct GuestList {
  CampaignId campaign;
  std::vector<Guest> guests;  // a guest's place is its index here; by protocol order when an import made the list
};

// The file's text: JSON, one guest a line. The same list gives the same bytes.
std::string guest_list_text(const GuestList& list);

// Reads such a text; `name` is the file's name, for words. Fails with bad_input and every mistake by its place
// ("guests.json: guests[3].order: expected …"), at most kMistakesToldMax of them. Mistakes are also: an organisation or
// a code that stands there twice, as people and readers compare them.
inline constexpr std::size_t kMistakesToldMax = 100;
Result<GuestList> read_guest_list(std::string_view json_text, std::string_view name);

// The same, for a program that knows its campaign: the list of another one is refused, so that a rehearsal's list never
// greets a real guest.
Result<GuestList> read_guest_list(std::string_view json_text, std::string_view name, const CampaignId& campaign);

// A name as names are compared: capitals without marks, spaces once, other signs as spaces. "Sở  Y-tế" → "SO Y TE".
std::string organisation_key(std::string_view organisation);

// The guest with this code (as read_invitation() gave it), or nullptr: the one way to a guest's expected amount.
const Guest* find_invitation(const GuestList& list, std::string_view code);

// A kind of giver in the words of lists ("Cơ quan, ban, ngành", "Doanh nghiệp", "HTX") or as its key ("business").
// Nothing for words not known and for unnamed givers, whom nobody can invite. The words are listed in docs/guests.md.
std::optional<Giver> read_group(std::string_view text);

}  // namespace mn
