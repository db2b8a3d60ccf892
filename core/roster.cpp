#include "core/roster.h"

namespace mn {
namespace {

bool may_enrol(const Roster& roster, const OriginId& origin) { return role_of(roster, origin) == Role::hub; }

void take_born(Roster& roster, const Entry& entry, const Born& born) {
  if (entry.header.seq != 1 || origin_of(born.key) != entry.header.origin) return;
  Member& member = roster.members[entry.header.origin];
  member.key = born.key;
  member.born_name = born.name;
  if (member.name.empty()) member.name = born.name;
}

// Whether one `enrolled` for an origin stands over another: the later one of the same writer; else a root's; else that
// of the lesser origin, which means nothing but is the same everywhere.
bool stands_over(const Roster& roster, const EntryRef& one, const EntryRef& other) {
  if (one.origin == other.origin) return one.seq > other.seq;
  const bool one_is_root = roster.roots.contains(one.origin);
  return one_is_root != roster.roots.contains(other.origin) ? one_is_root : one.origin < other.origin;
}

// An `enrolled` or `revoked` by one who may.
void take(Roster& roster, const EntryRef& by, const Fact& fact) {
  if (const Enrolled* enrolled = std::get_if<Enrolled>(&fact)) {
    Member& member = roster.members[enrolled->origin];
    if (member.enrolled_by && !stands_over(roster, by, *member.enrolled_by)) return;
    member.enrolled_by = by;
    member.role = enrolled->role;
    member.name = enrolled->name.empty() ? member.born_name : enrolled->name;
  } else if (const Revoked* revoked = std::get_if<Revoked>(&fact)) {
    Member& member = roster.members[revoked->origin];
    // The earliest revocation stands: a later, milder one cannot bring an origin back.
    if (!member.revoked_after || revoked->after_seq < *member.revoked_after) member.revoked_after = revoked->after_seq;
  }
}

// A hub that became known may have enrolled others before.
void take_waiting(Roster& roster) {
  for (std::size_t i = 0; i < roster.waiting.size();) {
    const auto [by, fact] = roster.waiting[i];
    if (!may_enrol(roster, by.origin)) {
      ++i;
      continue;
    }
    roster.waiting.erase(roster.waiting.begin() + static_cast<std::ptrdiff_t>(i));
    take(roster, by, fact);
    i = 0;
  }
}

// The key an origin signs with: kept from its `born`, or brought by the run that is knocking.
std::optional<PublicKey> key_for(const Roster& roster, const Run& run) {
  const auto member = roster.members.find(run.front().header.origin);
  if (member != roster.members.end() && member->second.key) return member->second.key;
  if (run.front().header.seq != 1 || run.front().header.kind != Kind::born) return std::nullopt;
  const Result<Fact> fact = fact_of(run.front());
  if (!fact) return std::nullopt;
  return std::get<Born>(*fact).key;
}

}  // namespace

void apply(Roster& roster, const Entry& entry) {
  const Kind kind = entry.header.kind;
  if (kind != Kind::born && kind != Kind::enrolled && kind != Kind::revoked) return;
  const Result<Fact> fact = fact_of(entry);
  if (!fact) return;
  if (const Born* born = std::get_if<Born>(&*fact)) return take_born(roster, entry, *born);
  if (!may_enrol(roster, entry.header.origin)) {
    roster.waiting.emplace_back(entry.ref(), *fact);
    return;
  }
  take(roster, entry.ref(), *fact);
  take_waiting(roster);
}

bool may_write(Role role, Kind kind) {
  switch (kind) {
    case Kind::born:
      return true;
    case Kind::pledged:
    case Kind::named:
    case Kind::contact:
    case Kind::consented:
    case Kind::called:
    case Kind::answered:
      return role == Role::kiosk || role == Role::desk;
    case Kind::voided:
    case Kind::delivered:
      return role == Role::desk || role == Role::accountant;
    case Kind::screened:
    case Kind::announced:
    case Kind::counted:
    case Kind::matched:
    case Kind::cued:
    case Kind::opened:
    case Kind::closed:
      return role == Role::desk;
    case Kind::paid:
    case Kind::written_off:
      return role == Role::accountant;
    case Kind::enrolled:
    case Kind::revoked:
      return role == Role::hub;
  }
  return false;
}

std::optional<Role> role_of(const Roster& roster, const OriginId& origin) {
  if (roster.roots.contains(origin)) return Role::hub;
  const auto member = roster.members.find(origin);
  return member == roster.members.end() ? std::nullopt : member->second.role;
}

Done admit(const Roster& roster, const CampaignId& campaign, const Run& run) {
  if (run.empty()) return Failure{Cause::bad_input, "an empty run"};
  const OriginId origin = run.front().header.origin;
  const std::string name = "origin " + origin_text(origin);
  if (run.front().header.campaign != campaign) {
    return Failure{Cause::refused,
                   "campaign " + run.front().header.campaign.text + " is not kept here; this is " + campaign.text};
  }
  const std::optional<Role> role = role_of(roster, origin);
  if (!role) return Failure{Cause::refused, name + " is not enrolled here; enrol its .pub file with: mangnon enrol"};
  const std::optional<PublicKey> key = key_for(roster, run);
  if (!key && run.front().header.seq == 1) {
    return Failure{Cause::refused, name + ": its first entry is not a `born` that can be read"};
  }
  if (!key) return Failure{Cause::gap, name + ": its first entry (born) is not known here; send from seq 1"};
  if (Done checked = check_run(run, *key); !checked) return checked;
  const auto member = roster.members.find(origin);
  if (member != roster.members.end() && member->second.revoked_after &&
      run.back().header.seq > *member->second.revoked_after) {
    return Failure{Cause::refused, name + " was revoked after seq " + std::to_string(*member->second.revoked_after)};
  }
  // A root is also its own accountant: `mangnon reconcile` on the fund's journal writes as the fund's hub.
  const bool is_root = roster.roots.contains(origin);
  for (const Entry& entry : run) {
    if (entry.header.kind == Kind::born && entry.header.seq != 1) {
      return Failure{Cause::refused, name + " was born already; `born` is an origin's first entry"};
    }
    if (!may_write(*role, entry.header.kind) && !(is_root && may_write(Role::accountant, entry.header.kind))) {
      return Failure{Cause::refused, name + " is enrolled as " + std::string(role_text(*role)) +
                                         " and may not write '" + std::string(kind_text(entry.header.kind)) + "'"};
    }
  }
  return {};
}

}  // namespace mn
