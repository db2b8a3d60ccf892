// Writes FILE.sync beside the journal that is pushed: when something changed, and every ten seconds. Decides nothing.
#pragma once

#include <string>

#include "backend-sync/pushing.h"
#include "journal/sync_status.h"

namespace mn {

inline constexpr std::int64_t kReportEveryMs = 10'000;

class Reporting {
 public:
  explicit Reporting(std::string journal) : journal_(std::move(journal)) {}

  // The hub answered. `name`: what it calls itself, "" when this answer does not say.
  void heard(const std::string& name = {});
  // Where pushing stands now.
  void report(const PushState& state);

 private:
  const std::string journal_;
  SyncStatus status_;
  SyncStatus written_;
  bool was_written_ = false;
  std::string complained_;
};

}  // namespace mn
