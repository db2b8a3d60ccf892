// The texts that hub and sync exchange beside packed entries: heads, the hub's card, requests for a page, feed events,
// the signature of a reader. Described in docs/wire-format.md. Pure; reading is strict, and what is no such text fails
// with bad_input.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/crypto.h"
#include "core/entry.h"
#include "core/facts.h"
#include "journal/journal.h"

namespace mn {

inline constexpr std::size_t kHeadsMax = 10'000;  // origins in one journal, as far as the wire goes
inline constexpr std::size_t kPageEntriesMax =
    kRunEntriesMax;  // asked for; the last run of a page may stretch to its signature
inline constexpr std::size_t kPageEntriesStretched = 2 * kRunEntriesMax;

std::string_view cause_text(Cause cause);
std::optional<Cause> read_cause(std::string_view text);

// GET /v1/heads. `position` is the hub's own and means nothing elsewhere but "there is news".
struct HubHeads {
  std::string epoch;
  Position position = 0;
  std::vector<Head> heads;
};
std::string heads_text(const HubHeads& heads);
Result<HubHeads> read_heads(std::string_view text);

// GET /v1/heads/ORIGIN.
std::string head_text(const std::string& epoch, const Head& head);

// GET /v1/hub: who the hub is.
struct HubCard {
  OriginId origin;
  PublicKey key{};
  std::string epoch;
  CampaignId campaign;
  std::string name;
};
std::string card_text(const HubCard& card);
Result<HubCard> read_hub_card(std::string_view text);

// POST /v1/page: what the reader has, and origins it wants nothing of this time.
struct PageRequest {
  std::vector<Head> heads;
  std::set<OriginId> without;
  std::size_t entries_max = kPageEntriesMax;
};
std::string page_request_text(const PageRequest& request);
Result<PageRequest> read_page_request(std::string_view text);

// One server-sent event of GET /v1/feed, the empty line included; its data is a HubHeads with the changed heads only.
std::string feed_event(const HubHeads& changed);
inline constexpr std::string_view kFeedHeartbeat = ": heartbeat\n\n";

// A reader proves which key it has: "Authorization: Mangnon KEY:SIGNATURE" (hexadecimal) over SHA-256 of the lines
// "mangnon-read 1", campaign, the hub's epoch, method, target, SHA-256 of the body in hexadecimal, each ended by a line
// feed.
struct Reading {
  CampaignId campaign;
  std::string epoch;
  std::string method;
  std::string target;
  std::string body;
};
std::string reading_signature(const Reading& reading, const KeyPair& keys);
// The origin whose key signed; fails with refused.
Result<OriginId> reader_of(const Reading& reading, std::string_view authorization);

// Private bodies do not leave a hub for a screen: headers stay, so the chain still verifies.
void withhold(Run& run, Role reader);
bool may_read(Role role);

}  // namespace mn
