// What is kept: the one interface to a journal. A backend (SQLite now, PostgreSQL later) makes exactly these promises;
// the suite in tests/journal/contract holds every backend to them. Entries go in as sealed runs and come out as they
// went in.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/entry.h"

namespace mn {

// An entry's place in one journal: 1, 2, 3 … in the order in which they were committed here. Means nothing in another
// journal.
using Position = std::uint64_t;

struct Placed {
  Position position = 0;
  Entry entry;
};

enum class Outcome {
  appended,  // kept, durably, by this call (all of the run, or the part that was missing here)
  had,       // every entry was here already, the same bytes
  gap,       // the run begins after head + 1; send what follows `head`
  conflict,  // an entry is here with other bytes under the same (origin, seq), or does not follow the head: stop and
             // shout
};
std::string_view outcome_text(Outcome outcome);

struct Answer {
  Outcome outcome{};
  Head head;  // what this journal now has of the run's origin
};

// Read side. Any number of readers, in any process; they never write, checkpoint or block the writer. One thread each.
class JournalReader {
 public:
  virtual ~JournalReader() = default;

  virtual const CampaignId& campaign() const = 0;

  // Names this copy of the journal's history, 32 hexadecimal digits: made with the file; a restored backup shows a
  // known epoch with lower heads, which peers accept and answer by sending again.
  virtual const std::string& epoch() const = 0;

  // Entries with position > after, in order of position, at most entries_max. Never skips an entry that commits later.
  virtual Result<std::vector<Placed>> read_after(Position after, std::size_t entries_max) = 0;

  // Entries of one origin with seq > after, in order, at most entries_max but cut (or stretched up to kRunEntriesMax)
  // to end at a signed entry, so that what is returned is a run. Empty when there is none.
  virtual Result<Run> read_run(const OriginId& origin, Seq after, std::size_t entries_max) = 0;

  // Every origin's head, ordered by origin. Read off the entries; stored nowhere.
  virtual Result<std::vector<Head>> heads() = 0;
  virtual Result<Head> head(const OriginId& origin) = 0;

  virtual Result<Position> last_position() = 0;

  // The entries of one visit of one origin; empty when there are none. How an unknown outcome is looked up.
  virtual Result<std::vector<Entry>> find_visit(const OriginId& origin, const VisitId& visit) = 0;

  // Returns true as soon as there is an entry after `seen`, false after `timeout`. Wakes within a millisecond or so of
  // the commit.
  virtual Result<bool> wait_beyond(Position seen, std::chrono::milliseconds timeout) = 0;

  // What the storage itself finds wrong below the entries (pages, indexes, constraints). Slow; for verify() in
  // verify.h.
  virtual Done check_storage() = 0;
};

// Write side: one writer a journal, one process, kept for the life of the process.
class Journal : public JournalReader {
 public:
  // Keeps runs, each all or none, all in one commit; answers one for one, in order. Runs must have passed check_run
  // (not a run at all: bad_input; other campaign: refused; nothing is kept). What is answered `appended` survives kill
  // -9 and power cut. Repeating is harmless: entries here already are compared by digest, an overlapping run appends
  // its rest. Of several signatures in a run only the last is kept. Any other Failure is `unknown`: kept or not; this
  // object answers nothing any more: destroy it, open anew, look with find_visit, and only then try again.
  virtual Result<std::vector<Answer>> append(std::span<const Run> runs) = 0;
};

}  // namespace mn
