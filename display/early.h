// The right number before the fold: a million entries take seconds to fold, and the book's last mark says what they
// came to. What is given here is proven to be of this journal, by its heads at that place, and is confirmed by the fold
// that follows. Reads only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "display/book.h"
#include "display/folded.h"
#include "journal/journal.h"

namespace mn {

inline constexpr std::uint64_t kEarlyEntriesMax = 60'000;  // read after the mark: a minute of a full hall

// The figures that the screen showed last, and the pledges since the mark. Nothing when the book has no mark of this
// journal, when the entries are not those it was made of, or when something came since that a sum alone cannot follow
// (a pledge taken back, a payment, an order of the staff).
std::optional<Folded> early_figures(JournalReader& reader, std::span<const BookLine> book);

}  // namespace mn
