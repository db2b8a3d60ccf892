// The fund's records: one row a pledge, folded from a journal, as a CSV for people and programs. Pure.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/campaign.h"
#include "core/tally.h"
#include "core/words.h"

namespace mn {

// A journal folded, with what the rows need beside the tally.
struct Records {
  Tally tally;
  std::unordered_map<EntryRef, Digest, IdHash> pledge_digests;
  std::unordered_map<OriginId, std::string, IdHash> origin_names;
  std::unordered_set<VisitId, IdHash> agreed_to_publish;
  std::size_t payments_withheld = 0;  // `paid` entries whose bodies this copy does not hold
};

// Takes the next entry. Fails as the tally's apply does; the records are then unchanged.
Done apply(Records& records, const Entry& entry);

struct ExportOptions {
  Language language = Language::vi;
  // For publication: no ids, codes or kiosks; a name only when its donor did not hide it and agreed to have it
  // published; no figure where the donor hid the amount. Pledges that were withdrawn are left out.
  bool for_public = false;
};

// With a byte order mark, RFC 4180, every cell kept text; rows in order of time, then entry id, so that every copy of a
// journal gives the same file.
std::string records_csv(const Records& records, const Campaign* campaign, const ExportOptions& options);

}  // namespace mn
