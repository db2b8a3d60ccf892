#include "tests/journal/contract.h"

#include <algorithm>

namespace mn {

std::unique_ptr<Journal> JournalContract::writer() {
  auto opened = ground->open_writer(sealed::kCampaign);
  EXPECT_TRUE(opened.ok()) << (opened ? "" : opened.failure().words);
  return opened ? *std::move(opened) : nullptr;
}

std::unique_ptr<JournalReader> JournalContract::reader() {
  auto opened = ground->open_reader();
  EXPECT_TRUE(opened.ok()) << (opened ? "" : opened.failure().words);
  return opened ? *std::move(opened) : nullptr;
}

Answer JournalContract::append(Journal& journal, const mn::Run& run) {
  const auto answers = journal.append({&run, 1});
  EXPECT_TRUE(answers.ok()) << (answers ? "" : answers.failure().words);
  if (!answers) return {};
  EXPECT_EQ(answers->size(), 1u);
  return answers->front();
}

std::vector<Entry> JournalContract::all(JournalReader& journal) {
  std::vector<Entry> out;
  for (;;) {
    const auto part = journal.read_after(out.size(), 7);
    EXPECT_TRUE(part.ok()) << (part ? "" : part.failure().words);
    if (!part || part->empty()) return out;
    for (const Placed& placed : *part) {
      EXPECT_EQ(placed.position, out.size() + 1);
      out.push_back(placed.entry);
    }
  }
}

bool same_entry(const Entry& a, const Entry& b) {
  return a.bytes == b.bytes && a.digest == b.digest && a.body == b.body && a.signature == b.signature;
}

bool same_entries(const std::vector<Entry>& a, const std::vector<Entry>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_entry);
}

mn::Run as_kept(mn::Run run) {
  for (std::size_t i = 0; i + 1 < run.size(); ++i) run[i].signature.reset();
  return run;
}

}  // namespace mn
