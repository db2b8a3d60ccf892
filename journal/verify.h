// Walks a whole journal and proves it: what `mangnon verify` runs. Never changes anything.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/crypto.h"
#include "journal/journal.h"

namespace mn {

struct Verified {
  std::vector<Head> heads;  // as folded from the entries, ordered by origin
  std::uint64_t entry_count = 0;
  std::uint64_t bodies_missing = 0;  // withheld from this copy, or erased
};

// Every entry: its place and number without a gap, its campaign, header, digest and body; the chain of every origin
// from seq 1; every signature that was kept, the last entry of every origin having one, by the key in that origin's
// `born` (which must be the key the origin's id is made from); and what the storage says about itself. Fails with
// corrupt, and words that name the entry.
Result<Verified> verify(JournalReader& journal);

// The same up to a position: what stands there and before is proven, whatever comes after it (of which only as much is
// looked at as the signatures over it need). `take` gets every entry up to there, proven but for its run's signature,
// which may follow; it stops everything by failing. Fails with not_found when the journal ends before the position.
using TakeProven = std::function<Done(const Placed& placed)>;
Result<Verified> verify_up_to(JournalReader& journal, Position position, const TakeProven& take);

// The last stored run of one origin: chain and signature. What a writer proves of its own origin before it appends.
Done verify_tail(JournalReader& journal, const OriginId& origin, const PublicKey& key);

}  // namespace mn
