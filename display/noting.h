// What of a running show is written into its book. Pure: it says the lines, somebody else keeps them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "display/book.h"
#include "display/script.h"
#include "display/show.h"

namespace mn {

// What was noted so far.
struct Noting {
  std::string epoch;  // of the journal shown
  std::uint64_t position = 0;
  std::uint32_t card = 0;
  bool waits = false;
  std::string_view scene;
  std::int64_t scene_since_ms = 0;
  std::int64_t marked_ms = 0;
  std::uint64_t marked_position = 0;
};

// The show began with a fold of this journal, or goes on.
BookLine note_began(Noting& noting, const Show& show, std::string epoch, std::int64_t now_ms);
BookLine note_resumed(Noting& noting, const Show& show, std::string epoch, std::int64_t now_ms);

// Called once a turn, after the show has advanced: what has happened since the last. Nothing in a turn in which only a
// number counts on.
std::vector<BookLine> note_turn(Noting& noting, const Show& show, std::int64_t now_ms);

}  // namespace mn
