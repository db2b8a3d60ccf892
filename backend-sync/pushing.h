// The pusher's decisions, for one journal with many origins. At most one request is in flight: advance() gives one
// order, its outcome is the next input. What the hub has is asked, never remembered across a failure; its answer binds,
// also when it goes backwards. Pure: time and randomness come in; no journal, no socket. Nothing of this state is
// stored.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "backend-sync/receiving.h"
#include "backend-sync/wire.h"

namespace mn {

inline constexpr std::int64_t kAskHeadsEveryMs = 10'000;  // a hub restored from a backup is noticed this late at most

enum class Flow {
  flowing,
  refused,   // the hub says no; tried again when something else got through, or after a wait
  conflict,  // the hub has other bytes under the same key: stopped until people have looked
};

// One origin of the journal.
struct PushLine {
  Head local;
  Head hub;
  Flow flow = Flow::flowing;
  std::string words;  // why it does not flow
  int refusals = 0;   // in a row
  std::int64_t retry_at_ms = 0;
  std::uint64_t refused_at_progress = 0;
  Seq probed = 0;  // up to here the hub confirmed our bytes although it has as many or more of this origin
};

struct PushState {
  OriginId own;  // its entries go first: they carry enrolments that the others need
  std::map<OriginId, PushLine> lines;
  std::string epoch;  // of the hub, "" until it answered
  bool heads_known = false;
  std::int64_t heads_asked_at_ms = 0;
  std::optional<EntryRef> sent;  // what is in flight: after this entry
  OriginId last_sent;            // the others take turns
  std::uint64_t progress = 0;    // runs that got through
  int failures = 0;              // in a row, of the link
  std::int64_t retry_at_ms = 0;
  std::string trouble;             // of the link, "" when it is well
  bool trouble_with_runs = false;  // the hub answers, but cannot keep: only a run that is kept ends that
};

// Inputs.
struct LocalHeads {  // the journal grew, or the wait is over
  std::vector<Head> heads;
};
struct Pushed {  // the hub answered the run in flight
  HubAnswer said;
  Head sent_to;  // its last entry
};
using PushInput = std::variant<LocalHeads, HubHeads, Pushed, Failure>;

// Orders.
struct AskHeads {};
struct SendRun {
  OriginId origin;
  Seq after = 0;
};
struct Wait {  // until then, or until the journal grows; then give LocalHeads
  std::int64_t until_ms = 0;
};
using PushOrder = std::variant<AskHeads, SendRun, Wait>;

struct PushStep {
  PushState next;
  PushOrder order;
};
PushStep advance(PushState state, const PushInput& input, std::int64_t now_ms, std::uint64_t random);

// Nothing is left that could go through now: all is at the hub, or stopped.
bool settled(const PushState& state);

// For people: what is wrong, one line each, "" or empty when all is well. Changes only when the state of things does.
std::vector<std::string> stopped_lines(const PushState& state);

}  // namespace mn
