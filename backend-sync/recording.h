// Appending as an origin of one's own, by the one rule of this project: a failed append means "unknown", so look before
// trying again.
#pragma once

#include <vector>

#include "core/facts.h"
#include "journal/open.h"

namespace mn {

// A journal opened to be written, and what is needed to open it again.
struct Recorder {
  Opening opening;
  Own own;
};

Result<Recorder> open_recorder(const Opening& opening);

// The same for a journal that must be there already; its campaign is taken from it.
Result<Recorder> open_existing(const std::string& location, const std::string& program, const std::string& name);

// Seals the facts of one visit to the journal's own head and appends them. When the append fails, the journal is opened
// again and the visit looked up; it is tried once more, with the same visit id, only when it is not there. Returns what
// was kept, durably.
Result<std::vector<Entry>> record(Recorder& recorder, const VisitId& visit, const std::vector<Fact>& facts);

}  // namespace mn
