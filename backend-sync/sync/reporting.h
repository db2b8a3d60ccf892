// Writes FILE.sync beside the journal that is pushed or pulled: when something changed, and every few seconds. Decides
// nothing.
#pragma once

#include <string>

#include "backend-sync/pulling.h"
#include "backend-sync/pushing.h"
#include "journal/sync_status.h"

namespace mn {

inline constexpr std::int64_t kReportEveryMs = 10'000;
inline constexpr std::int64_t kReportPullEveryMs = 5'000;

class Reporting {
 public:
  explicit Reporting(std::string journal) : journal_(std::move(journal)) {}

  // The hub answered; of a pull: that there is no more. `name`: what it calls itself, "" when this answer does not say.
  void heard(const std::string& name = {});
  // Where pushing stands now.
  void report(const PushState& state);
  // Where pulling stands now.
  void report(const PullState& state);

 private:
  void write(const std::vector<std::string>& stopped, std::int64_t every_ms);

  const std::string journal_;
  SyncStatus status_;
  SyncStatus written_;
  bool was_written_ = false;
  std::string complained_;
};

}  // namespace mn
