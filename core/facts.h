// What the bodies of entries say. A body is 16 random bytes, then one JSON object in UTF-8; the random bytes keep a
// short name from being guessed from its digest. Every kind that has rules has a struct here; the keys are listed in
// docs/journal-format.md.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/entry.h"
#include "core/money.h"
#include "core/numbers.h"
#include "core/pledge_code.h"

namespace mn {

using Salt = ByteArray<16>;

enum class Giver { person, business, agency, group, social, unnamed };
enum class Way { transfer, cash, later, in_kind };
enum class Role { kiosk, desk, display, hub, accountant };
enum class Verdict { released, masked, replaced };

std::string_view giver_text(Giver giver);
std::string_view way_text(Way way);
std::string_view role_text(Role role);
std::string_view verdict_text(Verdict verdict);
std::optional<Giver> read_giver(std::string_view text);
std::optional<Way> read_way(std::string_view text);
std::optional<Role> read_role(std::string_view text);
std::optional<Verdict> read_verdict(std::string_view text);

// An origin's first entry: who it is. The key makes `mangnon verify` possible on any journal, without a list from
// elsewhere.
struct Born {
  PublicKey key{};
  std::string program;  // "mangnon-kiosk 0.1.0"
  std::string name;     // "Ki-ốt 1"
};

// Goods promised: what, how many, of which unit. Their estimated value is the pledge's amount.
struct Goods {
  std::string what;
  std::int64_t quantity = 1;
  std::string unit;
  bool operator==(const Goods&) const = default;
};

// A promise to give; nothing personal, so that amounts never wait for names.
struct Pledged {
  Money amount;  // of goods: their estimated value, 0 when nobody estimated it
  PledgeCode code;
  std::string fund = "general";  // designation: key of a fund in the campaign file
  Giver giver = Giver::unnamed;
  Way way = Way::transfer;
  bool hide_name = false;
  bool hide_amount = false;
  std::optional<LocalTime> pay_on = {};  // the day on which the giver means to transfer, for Way::later
  std::optional<Goods> goods = {};       // for Way::in_kind
};

// Of the same visit as a `pledged`: how the giver is shown in public.
struct Named {
  std::string shown_as;  // "" for a giver without a name who left a message
  std::string message;
  std::string invitation = {};  // the code of the guest on the invited list, "" for everybody else
};

// How the fund can reach the giver; of the same visit. Only the fund's contact key opens it (core/contact.h).
struct Contact {
  std::string key;     // 16 hexadecimal digits: which of the fund's contact keys
  std::string sealed;  // base64
};

// What was agreed to, and which wordings were shown; one consent a purpose. The time is the entry's made_at. By a desk,
// in the donor's visit and with publish false: the donor withdraws the consent to be named. That stays, whoever says
// yes before or after.
struct Consented {
  std::string text_version;  // of the words about publishing; "" when they were not shown
  bool keep_contact = false;
  bool publish = false;
  std::string contact_text_version = {};  // of the words about keeping the contact; "" when they were not shown
};

// A pledge, or the offer of a `matched`, is taken back, with a trace.
struct Voided {
  EntryRef pledge;
  std::string reason;
};

// Money received: against a pledge, or unattached (donor not identified).
struct Paid {
  std::optional<EntryRef> pledge;
  Money amount;
  std::string booked_at;       // ISO local time of the bank's line
  Digest statement_line{};     // which line of which account: the key that makes a second import add nothing
  std::string bank_reference;  // as the bank gave it, or ""
};

// The hub lets an origin write what its role may write.
struct Enrolled {
  OriginId origin;
  Role role = Role::kiosk;
  std::string name;
};

// Nothing of that origin is taken any more after this seq. What was taken before stays; a wrong pledge among it is
// voided.
struct Revoked {
  OriginId origin;
  Seq after_seq = 0;
};

// Somebody at a kiosk asked for help.
struct Called {
  std::string screen;  // where: the kiosk's name of it
};

// The help came, or was no longer needed.
struct Answered {
  EntryRef call;
};

// A desk's decision about how a giver is named in the hall. Of one desk's decisions about a pledge its last stands; of
// several desks' the one made last by their clocks (of equal ones that of the greater origin): the order of arrival
// never matters.
struct Screened {
  EntryRef pledge;
  Verdict verdict = Verdict::released;
  std::string shown_as = {};  // for Verdict::replaced: the name to show instead
};

// The MC has called this giver: an announcement that was held goes out now.
struct Announced {
  EntryRef pledge;
};

// A matching gift is offered: for every đồng pledged within the window, percent/100 đồng, at most `cap` in all. Money
// only; what is voided does not count; the time is the pledge's made_at. Counted apart from every other figure.
struct Matched {
  std::string sponsor;
  std::int64_t percent = 100;  // 1 to kMatchedPercentMost
  Money cap;
  std::int64_t from_us = 0;   // UTC, the first moment of the window
  std::int64_t until_us = 0;  // the first after it
  std::string fund = {};      // key of a fund in the campaign file; "" for every fund
};
inline constexpr std::int64_t kMatchedPercentMost = 1'000;

// What the big screen shows from now on. A screen that has no scene of that name, or does not know the order, goes on
// as it was.
struct Cued {
  std::string
      scene;  // is_scene_name; or an order: "auto" (back to the rules), "freeze", "hold", "release", "release_held"
  std::optional<EntryRef> pledge = {};
  std::string name = {};
  std::string line = {};
};
// 1 to 24 signs a-z and '_'.
bool is_scene_name(std::string_view text);

using Fact = std::variant<Born, Pledged, Named, Contact, Consented, Voided, Paid, Enrolled, Revoked, Called, Answered,
                          Screened, Announced, Matched, Cued>;

Kind kind_of(const Fact& fact);

// Whether the kind has a struct here. The others are kept and copied like any entry, and folds pass them over.
bool has_rules(Kind kind);

// Deterministic: keys sorted, no spaces.
Bytes encode_body(const Fact& fact, const Salt& salt);

// Fails with corrupt on a body that is not of its kind, with not_found when this copy holds no body, and with refused
// for kinds that have no struct here (a reader that folds skips those).
Result<Fact> fact_of(const Entry& entry);

// Everything one visit records, all or none.
struct Append {
  VisitId visit;
  std::int64_t made_at_us = 0;
  std::vector<Fact> facts;  // 1 to kAppendEntriesMax
  std::vector<Salt> salts;  // one for each fact, from a secure source
};

// Chains an append to `head` and signs it: the run to give to a journal. Pure: the same arguments give the same bytes.
Run seal(const CampaignId& campaign, const Head& head, const Append& append, const KeyPair& keys);

}  // namespace mn
