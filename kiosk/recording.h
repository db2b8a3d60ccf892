// What the recorder does, as a rule: a failed append means "unknown", not "no". So: reopen, look the visit up, try once
// more with the same id, and only then give up. Pure: it touches no journal; recorder.cpp carries the actions out, and
// the simulated ceremony drives the same rule.
#pragma once

#include <optional>
#include <span>
#include <variant>

#include "core/facts.h"

namespace mn::kiosk {

// What the journal has of a visit: the only thing that thanks can be built from. Of what is no pledge (a call for help)
// it has no code and no amount.
struct Kept {
  VisitId visit;
  EntryRef pledge;  // the first entry: the pledged one, when it is a pledge
  Digest digest{};  // its digest
  PledgeCode code;
  Money amount;
  bool operator==(const Kept&) const = default;
};

// What the recorder tells the visit.
struct NotKept {  // nobody can say; the kiosk must rest
  VisitId visit;
};
struct Told {  // what is no pledge is kept: a call for help, or its answer
  VisitId visit;
  EntryRef entry;
};
struct Unwell {};  // the journal cannot be used
struct Well {};    // it can be used (again)
using Report = std::variant<Kept, NotKept, Told, Unwell, Well>;

// From the entries of one visit, as sealed or as found again. Nothing unless all `facts` of them are there, the first a
// pledge, a call or an answer.
std::optional<Kept> kept_of(std::span<const Entry> entries, std::size_t facts);

enum class RecordAction {
  append,   // seal on the journal's head and append; then result_of_append
  reopen,   // close, open again, verify; then result_of_reopen
  look_up,  // find the visit's entries; then result_of_look_up
  thank,    // done: it is kept
  rest,     // done: nobody can say
};

inline constexpr int kAppendAttemptsMax = 2;

struct Attempt {
  RecordAction next = RecordAction::append;
  int attempts = 1;  // appends begun, this one included
  std::optional<Kept> kept;
};

Attempt begin_recording();
// What the append said: kept (appended now or had already), refused (gap or conflict: trying again cannot help), or a
// failure.
enum class AppendResult { kept, refused, unknown };
Attempt after_append(const Attempt& attempt, AppendResult result, std::optional<Kept> kept);
Attempt after_reopen(const Attempt& attempt, bool opened);
// `looked`: the journal could answer at all.
Attempt after_look_up(const Attempt& attempt, bool looked, std::optional<Kept> kept);

}  // namespace mn::kiosk
