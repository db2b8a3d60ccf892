#include "backend-sync/sync/reporting.h"

#include <spdlog/spdlog.h>

namespace mn {

void Reporting::heard(const std::string& name) {
  status_.heard = instant_now();
  if (!name.empty()) status_.hub = name;
}

void Reporting::report(const PushState& state) {
  // What the hub has is known from its answers only; until the first one nothing is, which is not the same as nothing.
  if (!state.epoch.empty()) {
    for (const auto& [origin, line] : state.lines) status_.hub_heads[origin] = line.hub.seq;
  }
  write(stopped_lines(state), kReportEveryMs);
}

void Reporting::report(const PullState& state) {
  status_.pulls = true;
  write(stopped_lines(state), kReportPullEveryMs);
}

void Reporting::write(const std::vector<std::string>& stopped, std::int64_t every_ms) {
  status_.trouble.clear();
  for (const std::string& line : stopped) status_.trouble += (status_.trouble.empty() ? "" : "; ") + line;
  status_.written = instant_now();
  const bool changed = !was_written_ || status_.hub != written_.hub || status_.trouble != written_.trouble ||
                       status_.hub_heads != written_.hub_heads;
  if (!changed && age_ms(written_.written, status_.written).value_or(every_ms) < every_ms) return;
  const Done written = write_sync_status(journal_, status_);
  // A report that cannot be written stops nothing; it is said once, and tried again as rarely as if it had been.
  if (!written && complained_ != written.failure().words) spdlog::warn("{}", written.failure().words);
  complained_ = written ? "" : written.failure().words;
  written_ = status_;
  was_written_ = true;
}

}  // namespace mn
