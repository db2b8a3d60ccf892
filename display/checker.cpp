#include "display/checker.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <chrono>
#include <utility>

#include "journal/open.h"
#include "journal/verify.h"

namespace mn {
namespace {

using namespace std::chrono_literals;

constexpr auto kTryAgain = 2s;
constexpr int kLowest = 19;

// Of this thread alone: on Linux a thread has a niceness of its own. Not being allowed to is no harm.
void be_nice() { (void)setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), kLowest); }

}  // namespace

Result<Frozen> find_again(const std::string& location, const CampaignId& campaign, std::uint64_t position,
                          const std::function<bool()>& stopping) {
  const Result<std::unique_ptr<JournalReader>> reader = open_reader(location);
  if (!reader) return reader.failure();
  if ((*reader)->campaign() != campaign) return Failure{Cause::refused, location + " is of another campaign"};
  Folded folded;
  const Result<Verified> verified = verify_up_to(**reader, position, [&](const Placed& placed) -> Done {
    if (stopping && stopping()) return Failure{Cause::unavailable, "stopped"};
    return apply(folded, placed.entry, placed.position);
  });
  if (!verified) return verified.failure();
  if (!folded.orders.frozen || folded.orders.frozen->position != position) {
    return Failure{Cause::conflict, "nothing was frozen there"};
  }
  return *folded.orders.frozen;
}

Checker::Checker(std::string location, CampaignId campaign, std::function<void()> wake)
    : location_(std::move(location)), campaign_(std::move(campaign)), wake_(std::move(wake)) {}

Checker::~Checker() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Checker::find(std::uint64_t position) {
  {
    const std::lock_guard lock(mutex_);
    if (wanted_ == position) return;
    wanted_ = position;
    found_.reset();
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
  }
  changed_.notify_all();
}

std::optional<Result<Frozen>> Checker::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(found_, std::nullopt);
}

void Checker::run() {
  be_nice();
  std::uint64_t done = 0;
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    changed_.wait(lock, [&] { return stopping_ || wanted_ != done; });
    if (stopping_) return;
    const std::uint64_t position = wanted_;
    lock.unlock();
    Result<Frozen> found = find_again(location_, campaign_, position, [&] { return stopping(position); });
    lock.lock();
    if (stopping_ || wanted_ != position) continue;
    const bool later = !found && (found.failure().cause == Cause::unavailable || found.failure().cause == Cause::busy ||
                                  found.failure().cause == Cause::not_found);
    if (later) {
      changed_.wait_for(lock, kTryAgain, [&] { return stopping_ || wanted_ != position; });
      continue;
    }
    done = position;
    found_ = std::move(found);
    lock.unlock();
    wake_();
    lock.lock();
  }
}

bool Checker::stopping(std::uint64_t position) {
  const std::lock_guard lock(mutex_);
  return stopping_ || wanted_ != position;
}

}  // namespace mn
