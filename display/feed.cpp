#include "display/feed.h"

#include <sys/stat.h>

#include <cstdio>

#include "journal/open.h"

namespace mn {
namespace {

using namespace std::chrono_literals;

constexpr auto kLookAgain = 250ms;     // for a file that was replaced, and for the end
constexpr auto kTryAgain = 500ms;      // for a file that is not there or cannot be read
constexpr auto kCatchUpPatience = 5s;  // for a new copy of the journal to hold what was shown already

// Which file is at a path; nothing when there is none.
struct FileIdentity {
  dev_t device = 0;
  ino_t number = 0;
  bool operator==(const FileIdentity&) const = default;
};
std::optional<FileIdentity> identity_of(const std::string& path) {
  struct stat found {};
  if (stat(path.c_str(), &found) != 0) return std::nullopt;
  return FileIdentity{found.st_dev, found.st_ino};
}

bool lacks(const Folded& folded, const std::map<OriginId, Seq>& seen) {
  for (const auto& [origin, seq] : seen) {
    const auto head = folded.tally.heads.find(origin);
    if (head == folded.tally.heads.end() || head->second.seq < seq) return true;
  }
  return false;
}

}  // namespace

Feed::Feed(std::string location, CampaignId campaign, std::function<void()> wake)
    : location_(std::move(location)),
      campaign_(std::move(campaign)),
      wake_(std::move(wake)),
      thread_([this] { run(); }) {}

Feed::~Feed() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

std::optional<Delivery> Feed::take() {
  std::optional<Delivery> taken;
  {
    const std::lock_guard lock(mutex_);
    taken.swap(waiting_);
  }
  if (taken) changed_.notify_all();
  return taken;
}

void Feed::read_again(const std::string& words) {
  std::fprintf(stderr, "mangnon-display: %s; reading the journal again from its start\n", words.c_str());
  {
    const std::lock_guard lock(mutex_);
    again_ = true;
    waiting_.reset();
  }
  changed_.notify_all();
}

void Feed::run() {
  while (!stopping()) {
    const std::optional<FileIdentity> before = identity_of(location_);
    Result<std::unique_ptr<JournalReader>> reader = open_reader(location_);
    if (!reader) {
      tell(reader.failure().words);
    } else if ((*reader)->campaign() != campaign_) {
      tell(location_ + " belongs to the campaign \"" + (*reader)->campaign().text + "\", this screen to \"" +
           campaign_.text + "\": start the display with that journal's own campaign, or with another --journal");
    } else if (before && before == identity_of(location_)) {
      follow(**reader);
    }
    rest();
  }
}

// Until the file is replaced, cannot be read, or a fold from the start is asked for.
void Feed::follow(JournalReader& reader) {
  const std::optional<FileIdentity> followed = identity_of(location_);
  Result<Folded> folded = fold_whole(reader);
  if (!folded) return tell(folded.failure().words);
  seen_.clear();
  for (const auto& [origin, head] : folded->tally.heads) seen_[origin] = head.seq;
  Position position = folded->position;
  tell("");
  if (!deliver(*std::move(folded))) return;
  while (!asked()) {
    Result<Batch> batch = next_batch(reader, position);
    if (!batch) return tell(batch.failure().words);
    if (!batch->entries.empty()) {
      position = batch->position;
      for (const Entry& entry : batch->entries) seen_[entry.header.origin] = entry.header.seq;
      if (!deliver(*std::move(batch))) return;
      continue;
    }
    if (identity_of(location_) != followed) return tell(location_ + " was replaced or removed");
    const Result<bool> more = reader.wait_beyond(position, kLookAgain);
    if (!more) return tell(more.failure().words);
  }
}

// A copy that is being filled again may lack what the hall has seen: it is waited for, with patience, rather than
// counted down and up.
Result<Folded> Feed::fold_whole(JournalReader& reader) {
  Folded folded;
  const auto patient_until = std::chrono::steady_clock::now() + kCatchUpPatience;
  for (;;) {
    Result<std::vector<Placed>> placed = reader.read_after(folded.position, kReadEntriesMax);
    if (!placed) return placed.failure();
    for (const Placed& next : *placed) {
      if (Done done = apply(folded, next.entry, next.position); !done) return done.failure();
    }
    if (!placed->empty()) continue;
    if (!lacks(folded, seen_) || std::chrono::steady_clock::now() >= patient_until) return folded;
    const Result<bool> more = reader.wait_beyond(folded.position, kLookAgain);
    if (!more) return more.failure();
    if (stopping()) return folded;
  }
}

// Whole visits only: what one visit hides must not come after what it shows. A run's last entry is signed.
Result<Batch> Feed::next_batch(JournalReader& reader, Position after) {
  Batch batch;
  batch.position = after;
  for (;;) {
    Result<std::vector<Placed>> placed = reader.read_after(batch.position, kReadEntriesMax);
    if (!placed) return placed.failure();
    if (placed->empty()) return batch;
    batch.position = placed->back().position;
    const bool whole = placed->back().entry.signature.has_value();
    for (Placed& next : *placed) batch.entries.push_back(std::move(next.entry));
    if (whole) return batch;
  }
}

// Waits until what was handed over before has been taken. False when the thread should do something else.
bool Feed::deliver(Delivery delivery) {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !waiting_ || again_ || stopping_; });
    if (again_ || stopping_) return false;
    waiting_ = std::move(delivery);
  }
  wake_();
  return true;
}

bool Feed::stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

bool Feed::asked() {
  const std::lock_guard lock(mutex_);
  return stopping_ || again_;
}

void Feed::rest() {
  std::unique_lock lock(mutex_);
  again_ = false;
  changed_.wait_for(lock, kTryAgain, [this] { return stopping_; });
}

void Feed::tell(const std::string& words) {
  if (words == told_) return;
  told_ = words;
  if (!words.empty()) std::fprintf(stderr, "mangnon-display: %s\n", words.c_str());
}

}  // namespace mn
