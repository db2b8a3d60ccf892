#include "kiosk/surveyor.h"

#include "journal/chance.h"
#include "journal/clock_sync.h"
#include "journal/key_file.h"
#include "journal/open.h"
#include "journal/sync_status.h"
#include "kiosk/clock_finding.h"

namespace mn::kiosk {
namespace {

ClockState clock_state(const ClockFacts& facts) {
  switch (clock_finding(facts)) {
    case ClockFinding::good:
      return ClockState::synchronised;
    case ClockFinding::unknown:
    case ClockFinding::unsynchronised:
      return ClockState::alone;
    case ClockFinding::behind_entries:
    case ClockFinding::wrong_year:
      return ClockState::wrong;
  }
  return ClockState::alone;
}

}  // namespace

Surveyor::Surveyor(std::string journal, int campaign_year)
    : journal_(std::move(journal)), campaign_year_(campaign_year) {}
Surveyor::~Surveyor() = default;

Surroundings Surveyor::look() {
  Surroundings out;
  ClockFacts clock;
  clock.now_us = utc_now_us();
  clock.synchronised = clock_synchronised();
  clock.campaign_year = campaign_year_;
  if (!reader_) {
    Result<std::unique_ptr<JournalReader>> opened = open_reader(journal_);
    if (opened) reader_ = *std::move(opened);
  }
  std::vector<Head> heads;
  if (reader_) {
    const Result<std::vector<Head>> found = reader_->heads();
    if (found) heads = *found;
    const Result<Position> last = reader_->last_position();
    const Result<std::vector<Placed>> newest = reader_->read_after(last && *last > 0 ? *last - 1 : 0, 1);
    if (newest && !newest->empty()) clock.newest_made_at_us = newest->front().entry.header.made_at_us;
    if (!found || !last) reader_.reset();  // looked at again next time
  }
  for (const Head& head : heads) out.entries += static_cast<std::int64_t>(head.seq);
  if (const Result<SyncStatus> status = read_sync_status(journal_)) {
    out.hub_name = status->hub;
    if (status->heard) {
      out.unsynced = static_cast<std::int64_t>(unsynced_entries(*status, heads));
      if (const auto age = age_ms(*status->heard, instant_now())) out.hub_heard_s_ago = *age / 1000;
    }
  }
  out.clock = clock_state(clock);
  return out;
}

}  // namespace mn::kiosk
