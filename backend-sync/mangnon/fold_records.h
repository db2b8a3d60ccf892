// A whole journal folded into records: the reading loop that reconcile and export share.
#pragma once

#include "backend-sync/exporting.h"
#include "core/result.h"
#include "journal/journal.h"

namespace mn {

inline Result<Records> fold_records(JournalReader& journal) {
  Records records;
  Position seen = 0;
  for (;;) {
    const Result<std::vector<Placed>> page = journal.read_after(seen, kRunEntriesMax);
    if (!page) return page.failure();
    if (page->empty()) return records;
    for (const Placed& placed : *page) {
      if (const Done done = apply(records, placed.entry); !done) return done.failure();
      seen = placed.position;
    }
  }
}

}  // namespace mn
