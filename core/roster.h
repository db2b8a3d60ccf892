// Who may write what: a fold of the entries `born`, `enrolled` and `revoked`, rooted in origins that are trusted from
// the start (a hub trusts itself; a display trusts its hub). The hub and the fund ask here before they keep anything
// from outside.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/facts.h"

namespace mn {

struct Member {
  std::optional<PublicKey> key;         // known once its `born` was seen
  std::optional<Role> role;             // known once enrolled by an origin that may
  std::optional<EntryRef> enrolled_by;  // the `enrolled` that gave it
  std::optional<Seq> revoked_after;
  std::string name;       // as enrolled; without one there, as it calls itself
  std::string born_name;  // what it calls itself
};

struct Roster {
  std::set<OriginId> roots;
  std::map<OriginId, Member> members;

  // `enrolled` and `revoked` by origins that may not enrol; they count once their writer turns out to be a hub.
  std::vector<std::pair<EntryRef, Fact>> waiting;
};

// Takes one kept entry into the roster. Order across origins does not matter. Of several `enrolled` for one origin the
// last of a root stands, then the last of the hub with the least origin.
void apply(Roster& roster, const Entry& entry);

// May this role write this kind? Roots and hubs may enrol and revoke; nobody else may.
bool may_write(Role role, Kind kind);

// Whether a run from outside may be kept: its key is known (or its first entry brings it), the signature holds, the
// origin is enrolled and not revoked at that seq, and its role may write every kind in it. Says nothing about bodies.
// Fails with refused, gap or corrupt, and words for the other side's operator. `campaign`: the one campaign that is
// kept here.
Done admit(const Roster& roster, const CampaignId& campaign, const Run& run);

// The role an origin has, roots being hubs.
std::optional<Role> role_of(const Roster& roster, const OriginId& origin);

}  // namespace mn
