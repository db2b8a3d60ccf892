// One journal folded from its first entry: the tally, and what its origins call themselves. Reads, never writes.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "core/tally.h"
#include "journal/journal.h"

namespace mn {

// What entries say of an origin. Texts are sanitised: they may be printed.
struct Known {
  std::string name;     // from its enrolment, or else from its `born`
  std::string program;  // from its `born`
  std::optional<Role> role;
};

struct Folded {
  Tally tally;
  std::map<OriginId, Known> origins;
  std::uint64_t entry_count = 0;
};

// Fails with what the journal or the tally fails with.
Result<Folded> fold_journal(JournalReader& journal);

}  // namespace mn
