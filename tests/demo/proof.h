// The proof: that journals agree, entry by entry, and that what the hall saw is what they hold. Reads; changes nothing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/result.h"
#include "core/tally.h"
#include "journal/journal.h"

namespace mn::demo {

// A journal, folded, with the digest of each of its entries.
struct Folded {
  std::string name;
  Tally tally;
  std::map<EntryRef, Digest> digests;
};
Result<Folded> fold_journal(const std::string& name, const std::filesystem::path& journal);

// What the display said it showed, from its --state-file; nothing when there is none yet.
struct Shown {
  std::int64_t pledged = -1;
  std::int64_t count = -1;
  std::int64_t received = -1;
};
Shown read_shown(const std::filesystem::path& state_file);

struct Proof {
  bool holds = false;
  std::string text;  // the lines to print and keep
};
// Every entry of every kiosk is in each of `copies` with the same digest, and no copy holds a pledge that no kiosk
// wrote; sums and counts are equal, goods in kind apart; the display showed them. `thanked`: how many donors saw the
// thanks screen; no fewer pledges may be kept. `more`: what else was proven, or not.
Proof prove(const std::vector<Folded>& kiosks, const std::vector<Folded>& copies, const Shown& shown,
            std::int64_t thanked, const Proof& more = {true, {}});

}  // namespace mn::demo
