#include "backend-sync/folding.h"

#include "core/text.h"

namespace mn {
namespace {

constexpr std::size_t kPageEntries = 1000;

std::string clean(const std::string& text) {
  const Result<std::string> out = sanitise(text);
  return out ? *out : std::string();
}

void take_known(Folded& folded, const Entry& entry) {
  if (entry.header.kind != Kind::born && entry.header.kind != Kind::enrolled) return;
  const Result<Fact> fact = fact_of(entry);
  if (!fact) return;
  if (const Born* born = std::get_if<Born>(&*fact)) {
    Known& known = folded.origins[entry.header.origin];
    known.program = clean(born->program);
    if (known.name.empty()) known.name = clean(born->name);
  } else if (const Enrolled* enrolled = std::get_if<Enrolled>(&*fact)) {
    Known& known = folded.origins[enrolled->origin];
    known.role = enrolled->role;
    if (!enrolled->name.empty()) known.name = clean(enrolled->name);
  }
}

}  // namespace

Result<Folded> fold_journal(JournalReader& journal) {
  Folded folded;
  Position position = 0;
  while (true) {
    const Result<std::vector<Placed>> page = journal.read_after(position, kPageEntries);
    if (!page) return page.failure();
    if (page->empty()) return folded;
    for (const Placed& placed : *page) {
      if (Done applied = apply(folded.tally, placed.entry); !applied) return applied.failure();
      take_known(folded, placed.entry);
      ++folded.entry_count;
    }
    position = page->back().position;
  }
}

}  // namespace mn
