// The hall's screen in the simulated ceremony: the process that reads the puller's journal, the second reader that
// proves the closing figures, and what people in the hall have seen, across every restart.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "display/show.h"
#include "journal/journal.h"
#include "tests/sim/paper.h"

namespace mn::sim {

struct World;

inline constexpr std::size_t kHalls = 9;  // three policies of screening, three of announcing

// What the hall saw, whichever life of the display showed it.
struct Seen {
  std::set<EntryRef> announced;                     // by a card or on the stage
  std::set<EntryRef> known_before;                  // a display that began knew of them: they count as told
  std::uint32_t card = 0;                           // the newest card looked at, of this reading
  std::map<std::int64_t, std::int64_t> celebrated;  // threshold, when it began
  std::int64_t most_at_begin = 0;                   // of this life
  bool proven = false;                              // the second reader found the frozen figures, and said so
};

struct HallScreen {
  bool alive = true;
  bool known = false;
  Show show;
  Position read = 0;
  std::size_t hall = 0;  // which campaign file
  Paper paper;           // of the entries up to `read`
  Seen seen;
  bool looked = true;  // nothing has changed since people looked
  std::optional<std::string> broken;
  Paper before;  // with bugs that show old news: as it was before the last entries
};

void step_display(World& world);
// What people in the hall find wrong; looks when something has changed.
std::optional<std::string> broken_hall(World& world);
// At the end, nothing being held: everybody whose pledge stands has been announced, or was known before.
std::optional<std::string> broken_announcing(World& world);

}  // namespace mn::sim
