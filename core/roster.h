// Who may write what: a fold of the entries `born`, `enrolled` and `revoked`, rooted in origins that are trusted from
// the start (a hub trusts itself; a display trusts its hub). The hub and the fund ask here before they keep anything
// from outside.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "core/facts.h"

namespace mn {

struct Member {
  std::optional<PublicKey> key;  // known once its `born` was seen
  std::optional<Role> role;      // known once enrolled by an origin that may
  std::optional<Seq> revoked_after;
  std::string name;
};

struct Roster {
  std::set<OriginId> roots;
  std::map<OriginId, Member> members;
};

// Takes one kept entry into the roster. Order across origins does not matter; an `enrolled` by one who may not is
// passed over.
void apply(Roster& roster, const Entry& entry);

// May this role write this kind? Roots and hubs may enrol and revoke; nobody else may.
bool may_write(Role role, Kind kind);

// Whether a run from outside may be kept: its key is known (or its first entry brings it), the signature holds, the
// origin is enrolled and not revoked at that seq, and its role may write every kind in it. Fails with refused or
// corrupt, and words for the other side's operator. `campaign`: the one campaign that is kept here.
Done admit(const Roster& roster, const CampaignId& campaign, const Run& run);

// The role an origin has, roots being hubs.
std::optional<Role> role_of(const Roster& roster, const OriginId& origin);

}  // namespace mn
