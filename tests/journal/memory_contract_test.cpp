// The contract, kept by the journal in memory: what passes on one backend only is no contract.
#include "tests/journal/contract.h"
#include "tests/support/memory_journal.h"

namespace mn {
namespace {

class MemoryGround final : public Ground {
 public:
  Result<std::unique_ptr<Journal>> open_writer(const CampaignId& campaign) override {
    return open_memory_journal(store_, campaign);
  }
  Result<std::unique_ptr<JournalReader>> open_reader() override { return open_memory_reader(store_); }
  bool has_processes() const override { return false; }
  bool fail_next_append(bool kept) override {
    store_->next_append = kept ? NextAppend::fails_kept : NextAppend::fails_not_kept;
    return true;
  }

 private:
  std::shared_ptr<MemoryStore> store_ = std::make_shared<MemoryStore>();
};

INSTANTIATE_TEST_SUITE_P(Memory, JournalContract,
                         testing::Values(Backend{"memory", [] { return std::make_unique<MemoryGround>(); }}),
                         backend_name);

}  // namespace
}  // namespace mn
