// What may be on the hall's picture, worked out on paper: from the entries alone, in the plainest way and all over
// again each time, with nothing of core's tally and masking nor of the display's rules.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/facts.h"
#include "core/screen_settings.h"

namespace mn::sim {

struct PaperFigures {
  std::int64_t pledged = 0;
  std::int64_t pledged_count = 0;
  std::int64_t received = 0;
  std::int64_t in_kind = 0;
  std::int64_t matched = 0;
  bool operator==(const PaperFigures&) const = default;
};

struct PaperPledge {
  EntryRef ref;
  VisitId visit;
  Pledged said;
  Named name;
  bool voided = false;
  bool refused = false;    // somebody said in the giver's visit that nothing is to be published
  bool announced = false;  // the MC called, by a card or to the stage
  bool let_go = false;     // and need not call any more
  std::map<OriginId, std::pair<std::int64_t, Screened>> decisions;  // of each desk the last, and when by its clock
};

struct PaperFrozen {
  std::uint64_t position = 0;
  PaperFigures figures;
};

struct Paper {
  std::vector<std::pair<Header, Fact>> heard;  // what has rules, in the order of the journal
  std::uint64_t position = 0;                  // of the last entry, with rules or without
  std::int64_t most_pledged = 0;
  std::optional<PaperFrozen> frozen;
  Cued cue;                             // that stands; scene "": none
  std::set<EntryRef> on_stage;          // every pledge a spotlight ever called
  std::set<EntryRef> let_go;            // those known when the desk let the held ones go
  std::vector<EntryRef> pledges_known;  // in order
};

void hear(Paper& paper, const Entry& entry);
PaperFigures figures_of(const Paper& paper);
std::vector<PaperPledge> pledges_of(const Paper& paper);

// The name and the message that the hall may read of a giver; "" for none.
struct Face {
  std::string name;
  std::string message;
  bool amount = false;  // may be shown
};
Face face_of(const PaperPledge& pledge, ScreeningPolicy policy);
bool waits_for_the_mc(const PaperPledge& pledge, AnnouncingPolicy policy);

}  // namespace mn::sim
