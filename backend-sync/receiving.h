// What a hub does with pushed bytes: examine → Journal::append → settle → reply. The puller examines what it gets with
// the same rules. Pure: no journal, no socket, no clock; `examine` only reads, so many threads may call it on one
// Admission.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/roster.h"
#include "journal/journal.h"

namespace mn {

// What is known here about who may write: folded from the journal, kept nowhere else. Quarantine lasts until the
// process is restarted by an operator who has looked; the journal itself never holds two entries under one key.
struct Admission {
  CampaignId campaign;
  Roster roster;
  std::set<OriginId> quarantined;
};
Admission begin_admission(const CampaignId& campaign, const OriginId& root);

// Takes an entry that is kept here.
void apply(Admission& admission, const Entry& kept);

// The run in the packed bytes, when it may be kept: well formed, of this campaign, of an origin that is enrolled, not
// revoked and not quarantined, signed by its key, of kinds its role may write, with every body that counts there and
// readable. Fails with bad_input, corrupt, refused, conflict (quarantined) or gap (the origin's `born` is not known
// here: send from seq 1).
Result<Run> examine(const Admission& admission, ByteView packed);
// The same for a run that is unpacked already.
Done examine_run(const Admission& admission, const Run& run);

// Takes what the journal answered: an appended run may have changed the roster, a conflict quarantines its origin.
void settle(Admission& admission, const Run& run, const Answer& answer);
// Whether settle would change anything, so that a shared copy is made only then.
bool settles(const Run& run, const Answer& answer);

// The answer to a push, as the wire carries it (docs/wire-format.md).
struct Reply {
  int status = 0;    // of HTTP
  std::string text;  // JSON
};
Reply reply_of(const std::string& epoch, const Answer& answer);
Reply reply_of(const std::string& epoch, const Failure& failure);

// The same, read by the one who pushed. A gap is an Answer whichever way it was found. Anything that is no reply of a
// hub fails with unavailable: a proxy's page, a half answer.
struct HubAnswer {
  std::string epoch;
  Answer answer;
};
Result<HubAnswer> read_reply(int status, std::string_view text, const OriginId& asked);

// The words, with the origin in front unless they name it already: a line for people.
std::string about(const OriginId& origin, const std::string& words);

}  // namespace mn
