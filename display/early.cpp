#include "display/early.h"

#include <map>
#include <utility>

namespace mn {
namespace {

struct Noted {
  const noted::Mark* mark = nullptr;
  std::uint64_t shown = 0;  // the position that was shown last
};

// The last mark, if the last that was shown is this journal.
Noted last_of(std::span<const BookLine> book, std::string_view epoch) {
  Noted last;
  for (const BookLine& line : book) {
    if (const auto* began = std::get_if<noted::Began>(&line.event)) {
      last.mark = nullptr;
      last.shown = began->position;
    }
    if (const auto* mark = std::get_if<noted::Mark>(&line.event)) {
      last = {mark->epoch == epoch ? mark : nullptr, mark->position};
    }
    if (const auto* took = std::get_if<noted::Took>(&line.event)) last.shown = took->position;
  }
  return last;
}

// Whether sums and a few pledges are enough to follow it.
bool is_followed(Kind kind, const noted::Figures& figures) {
  switch (kind) {
    case Kind::voided:
    case Kind::paid:
    case Kind::matched:
    case Kind::cued:
      return false;
    case Kind::pledged:
      return figures.alone;
    case Kind::born:
    case Kind::named:
    case Kind::contact:
    case Kind::consented:
    case Kind::screened:
    case Kind::announced:
    case Kind::delivered:
    case Kind::written_off:
    case Kind::counted:
    case Kind::opened:
    case Kind::closed:
    case Kind::enrolled:
    case Kind::revoked:
    case Kind::called:
    case Kind::answered:
      return true;
  }
  return false;
}

// The heads as they were before these entries, the last of the journal.
Result<std::map<OriginId, Head>> heads_before(JournalReader& reader, const std::vector<Placed>& last) {
  const Result<std::vector<Head>> heads = reader.heads();
  if (!heads) return heads.failure();
  std::map<OriginId, Head> before;
  for (const Head& head : *heads) before[head.origin] = head;
  std::map<OriginId, bool> seen;
  for (const Placed& placed : last) {
    const Header& header = placed.entry.header;
    if (std::exchange(seen[header.origin], true)) continue;
    before[header.origin] = {header.origin, header.seq - 1, header.previous};
    if (header.seq == 1) before.erase(header.origin);
  }
  return before;
}

}  // namespace

std::optional<Folded> early_figures(JournalReader& reader, std::span<const BookLine> book) {
  const auto [mark, shown] = last_of(book, reader.epoch());
  if (mark == nullptr || !mark->figures.alone) return std::nullopt;
  const Result<std::vector<Placed>> rest = reader.read_after(mark->position, kEarlyEntriesMax + 1);
  if (!rest || rest->size() > kEarlyEntriesMax) return std::nullopt;
  Result<std::map<OriginId, Head>> heads = heads_before(reader, *rest);
  if (!heads || heads_digest(*heads) != mark->heads) return std::nullopt;
  Folded folded;
  folded.position = mark->position;
  folded.tally.heads = *std::move(heads);
  folded.tally.pledged = mark->figures.pledged;
  folded.tally.received = mark->figures.received;
  folded.tally.in_kind = mark->figures.in_kind;
  folded.most_pledged = mark->figures.pledged.amount;
  folded.most_received = mark->figures.received.amount;
  folded.orders.cue.scene = mark->cued;
  for (const Placed& placed : *rest) {
    if (placed.position > shown) break;
    if (!is_followed(placed.entry.header.kind, mark->figures)) return std::nullopt;
    if (!apply(folded, placed.entry, placed.position)) return std::nullopt;
  }
  return folded;
}

}  // namespace mn
