#include "kiosk/clock_finding.h"

#include "core/numbers.h"

namespace mn::kiosk {

ClockFinding clock_finding(const ClockFacts& facts) {
  if (local_time(facts.now_us).year < facts.campaign_year) return ClockFinding::wrong_year;
  if (facts.newest_made_at_us && facts.now_us < *facts.newest_made_at_us - kClockBehindMs * 1000)
    return ClockFinding::behind_entries;
  if (!facts.synchronised) return ClockFinding::unknown;
  return *facts.synchronised ? ClockFinding::good : ClockFinding::unsynchronised;
}

}  // namespace mn::kiosk
