// What a journal adds up to for the screen: the tally, and what the staff's cues left standing. A fold: nothing here is
// about time, so the reader's thread can make one and hand it over whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/tally.h"

namespace mn {

// The figures at one position, and what they were folded from.
struct Frozen {
  Sum pledged;
  Sum received;
  Sum in_kind;
  Money matched;
  Digest heads;                // heads_digest of the journal as it was then
  std::uint64_t position = 0;  // of the order to freeze
};

// The staff's orders that stand, whichever desk gave them: a screen obeys the last in its own journal.
struct Orders {
  Cued cue;  // cue.scene "": the rules choose
  std::uint64_t cue_position = 0;
  bool holding = false;    // no announcement begins
  std::size_t let_go = 0;  // pledges before this one wait no more for the MC's word
  std::uint64_t let_go_position = 0;
  std::optional<Frozen> frozen;
};

struct Folded {
  Tally tally;
  Orders orders;
  std::uint64_t position = 0;  // in the journal, of the last entry folded
  Money most_pledged;          // the greatest totals there ever were: what was reached once is not celebrated again
  Money most_received;
};

// Takes the next entry. Fails as core's apply does; nothing is changed then. `touched`: as core's apply.
Done apply(Folded& folded, const Entry& entry, std::uint64_t position, std::vector<std::size_t>* touched = nullptr);

// SHA-256 over one line "ORIGIN SEQ DIGEST\n" (hexadecimal, decimal, hexadecimal) for each head, in order of origin:
// equal for two journals exactly when they hold the same entries.
Digest heads_digest(const std::map<OriginId, Head>& heads);

// What a `cued` asks for that is not a scene.
namespace order {
inline constexpr std::string_view automatic = "auto";  // back to the rules; figures go on
inline constexpr std::string_view freeze = "freeze";
inline constexpr std::string_view hold = "hold";
inline constexpr std::string_view release = "release";
inline constexpr std::string_view release_held = "release_held";  // whoever waits for the MC's word waits no more
}  // namespace order

}  // namespace mn
