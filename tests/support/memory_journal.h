// A journal in memory: the second backend that the contract is held against, and a quick one for tests of what stands
// on a journal. The store outlives its writers and readers, as a disk does; threads may share it.
#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "journal/journal.h"

namespace mn {

// How the next append goes: it fails in both ways in which a disk can.
enum class NextAppend { works, fails_not_kept, fails_kept };

struct MemoryStore {
  mutable std::mutex mutex;
  std::condition_variable grown;
  std::optional<CampaignId> campaign;  // none until the first writer
  std::string epoch;
  std::vector<Entry> entries;                           // position - 1 is the index
  std::map<OriginId, std::vector<std::size_t>> places;  // of each origin's entries, by seq - 1
  bool has_writer = false;
  NextAppend next_append = NextAppend::works;
};

// What a power cut or a backup leaves: the first entry_count entries. No writer may have it open.
void set_back(MemoryStore& store, std::size_t entry_count);

Result<std::unique_ptr<Journal>> open_memory_journal(std::shared_ptr<MemoryStore> store, const CampaignId& campaign);
Result<std::unique_ptr<JournalReader>> open_memory_reader(std::shared_ptr<MemoryStore> store);

}  // namespace mn
