// Plays a script: reads the entries that it speaks of and gives them to a show at their times. What a restarted screen
// catches up with, and what a replay is. Reads only; no clock, so it plays as fast as it is asked to.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "display/script.h"
#include "display/show.h"
#include "journal/journal.h"

namespace mn {

// Folds on to that position, or to the journal's end when that comes first. `stopping` is asked now and then.
Done fold_up_to(Folded& folded, JournalReader& reader, Position position, const std::function<bool()>& stopping = {});

// The entries' own times, for a script without a book.
Result<std::vector<Made>> read_times(JournalReader& reader);

class Playback {
 public:
  // All of these must outlive it.
  Playback(JournalReader& reader, const Campaign& campaign, SceneRules scenes, Script script);

  // Folds to where the script begins. Fails with conflict when the journal is not the one the script speaks of.
  Done begin(const std::function<bool()>& stopping = {});

  // Everything up to then, in order, and the show as it is then. Never back. Fails as the journal does, and with
  // conflict when the entries are not there.
  Done play_to(std::int64_t at_ms);

  // On a wall of this size, whatever the script says.
  void keep_wall(const Wall& wall);

  Show& show() { return show_; }
  Setting setting() const { return {campaign_, scenes_, wall_}; }
  const Script& script() const { return script_; }
  // The time of the picture: what was asked for, or when the screen went dark before it.
  std::int64_t at_ms() const { return at_ms_; }

 private:
  Result<Batch> entries_to(Position position);
  Done play(const Step& step);

  JournalReader& reader_;
  const Campaign& campaign_;
  const SceneRules scenes_;
  Script script_;
  Show show_;
  Wall wall_;
  bool wall_kept_ = false;
  std::size_t next_ = 0;
  std::int64_t at_ms_ = 0;
  std::vector<Placed> ahead_;  // read and not yet given, oldest last
  Position read_to_ = 0;
};

}  // namespace mn
