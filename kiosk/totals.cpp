#include "kiosk/totals.h"

#include <string.h>

#include "journal/open.h"
#include "kiosk/standing.h"

namespace mn::kiosk {
namespace {

constexpr std::size_t kReadEntriesMax = 2000;
constexpr std::chrono::milliseconds kLookAgain{1000};
constexpr int kRestSteps = 30;  // of kLookStep: between attempts to open a journal that is not well
constexpr std::chrono::milliseconds kLookStep{100};

}  // namespace

Totals::Totals(std::string journal, std::function<void()> changed)
    : journal_(std::move(journal)), changed_(std::move(changed)), thread_([this] { work(); }) {}

Totals::~Totals() {
  stop_ = true;
  thread_.join();
}

std::optional<Total> Totals::now() const {
  const std::lock_guard lock(mutex_);
  return total_;
}

void Totals::work() {
  while (!stop_) {
    follow();
    for (int step = 0; step < kRestSteps && !stop_; ++step) std::this_thread::sleep_for(kLookStep);
  }
}

// Until the journal cannot be read any more, or the end.
void Totals::follow() {
  Result<std::unique_ptr<JournalReader>> reader = open_reader(journal_);
  if (!reader) return;
  Standing standing;
  Position position = 0;
  while (!stop_) {
    Result<std::vector<Placed>> placed = (*reader)->read_after(position, kReadEntriesMax);
    if (!placed) return;
    for (Placed& next : *placed) {
      const bool counted = count_in(standing, next.entry);
      // Names and messages came along, and are nobody's business here.
      if (next.entry.body) explicit_bzero(next.entry.body->data(), next.entry.body->size());
      if (!counted) return;
      position = next.position;
    }
    if (!placed->empty()) {
      const Total total{standing.count, standing.pledged};
      bool other = false;
      {
        const std::lock_guard lock(mutex_);
        other = total_ != total;
        total_ = total;
      }
      if (other && changed_) changed_();
      continue;
    }
    if (!(*reader)->wait_beyond(position, kLookAgain)) return;
  }
}

}  // namespace mn::kiosk
