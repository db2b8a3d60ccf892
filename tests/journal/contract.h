// What journal.h promises, as tests that any backend must pass: a backend gives a Ground to stand on and instantiates
// JournalContract. The tests know no backend.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>

#include "journal/journal.h"
#include "tests/support/sealed.h"

namespace mn {

// One place where a journal is kept, empty at first.
class Ground {
 public:
  virtual ~Ground() = default;
  virtual Result<std::unique_ptr<Journal>> open_writer(const CampaignId& campaign) = 0;
  virtual Result<std::unique_ptr<JournalReader>> open_reader() = 0;
  // Whether other processes can open it too. Where not, tests of several processes pass over it.
  virtual bool has_processes() const = 0;
  // The next append shall end in a Failure, with its runs kept or not kept; opening again heals. False where it cannot
  // be arranged.
  virtual bool fail_next_append(bool kept) = 0;
};

struct Backend {
  std::string name;
  std::function<std::unique_ptr<Ground>()> make_ground;
};

class JournalContract : public testing::TestWithParam<Backend> {
 protected:
  void SetUp() override { ground = GetParam().make_ground(); }

  std::unique_ptr<Journal> writer();
  std::unique_ptr<JournalReader> reader();
  // Appends one run and gives the one answer.
  static Answer append(Journal& journal, const mn::Run& run);
  // Entries of a journal in order of position, without their places (which are checked to be 1, 2, 3 …).
  static std::vector<Entry> all(JournalReader& journal);

  std::unique_ptr<Ground> ground;
};

// The same bytes, body and signature included.
bool same_entry(const Entry& a, const Entry& b);
bool same_entries(const std::vector<Entry>& a, const std::vector<Entry>& b);
// What a journal keeps of a run: of its signatures only the last.
mn::Run as_kept(mn::Run run);

inline std::string backend_name(const testing::TestParamInfo<Backend>& info) { return info.param.name; }

}  // namespace mn
