#include "tests/journal/crash/disk.h"

#include <algorithm>
#include <cstring>

namespace mn::crash {
namespace {

constexpr std::uint64_t kAlways = 256;

std::uint64_t below(Random& random, std::uint64_t limit) { return random() % limit; }

// Copies one sector into a file's bytes, which grow as needed; the first `part` bytes of it.
void put_sector(std::vector<std::uint8_t>& bytes, const Inode::Change& change, std::size_t part) {
  const std::size_t at = change.sector * kSector;
  if (bytes.size() < at + kSector) bytes.resize(at + kSector);
  std::copy_n(change.bytes.begin(), part, bytes.begin() + static_cast<std::ptrdiff_t>(at));
}

// What is left of one file after a cut. `kept`: of kAlways sectors, how many stay.
void settle(Inode& inode, Random& random, std::uint64_t kept) {
  std::vector<std::uint8_t> left = inode.held;
  std::size_t size = inode.held.size();
  if (!inode.sizes.empty() && below(random, kAlways) < kept) {
    size = kept == kAlways ? inode.sizes.back() : inode.sizes[below(random, inode.sizes.size())];
  }
  for (const Inode::Change& change : inode.changes) {
    if (below(random, kAlways) >= kept) continue;
    const bool torn = kept < kAlways && below(random, 16) == 0;
    put_sector(left, change, torn ? below(random, kSector) : kSector);
  }
  left.resize(size);
  inode.seen = inode.held = std::move(left);
  inode.changes.clear();
  inode.sizes.clear();
}

}  // namespace

Disk::Answer Disk::begin(bool writes, bool syncs) {
  const std::uint64_t number = operation_count++;
  if (number >= dead_from) return Answer::dead;
  const bool befalls = fault == Fault::sync_error ? syncs : writes;
  if (fault == Fault::none || fault_happened || number < fault_at || !befalls) return Answer::done;
  fault_happened = true;
  return fault == Fault::full ? Answer::full : Answer::error;
}

std::shared_ptr<Inode> Disk::find(const std::string& name) const {
  const auto at = seen_.find(name);
  return at == seen_.end() ? nullptr : at->second;
}

Disk::Answer Disk::make(const std::string& name) {
  if (const Answer answer = begin(false, false); answer != Answer::done) return answer;
  seen_[name] = std::make_shared<Inode>();
  name_changes_.push_back(seen_);
  return Answer::done;
}

Disk::Answer Disk::remove(const std::string& name, bool sync_names) {
  if (const Answer answer = begin(false, false); answer != Answer::done) return answer;
  seen_.erase(name);
  name_changes_.push_back(seen_);
  if (sync_names && !lying) sync_all_names();
  return Answer::done;
}

Disk::Answer Disk::write(Inode& inode, const std::uint8_t* bytes, std::size_t size, std::size_t offset) {
  if (const Answer answer = begin(true, false); answer != Answer::done) return answer;
  const std::size_t end = offset + size;
  if (inode.seen.size() < end) inode.seen.resize(end);
  std::memcpy(inode.seen.data() + offset, bytes, size);
  for (std::size_t sector = offset / kSector; sector * kSector < end; ++sector) {
    Inode::Change change{sector, {}};
    const std::size_t at = sector * kSector;
    std::memcpy(change.bytes.data(), inode.seen.data() + at, std::min(kSector, inode.seen.size() - at));
    inode.changes.push_back(change);
  }
  inode.sizes.push_back(inode.seen.size());
  return Answer::done;
}

Disk::Answer Disk::truncate(Inode& inode, std::size_t size) {
  if (const Answer answer = begin(true, false); answer != Answer::done) return answer;
  inode.seen.resize(size);
  inode.sizes.push_back(size);
  return Answer::done;
}

Disk::Answer Disk::sync(Inode& inode, bool sync_names) {
  const Answer answer = begin(false, true);
  if (answer == Answer::dead || lying) return answer;
  // After a sync that failed Linux says "clean", and what was written before reaches the disk only if it is written
  // again.
  if (answer == Answer::done) {
    for (const Inode::Change& change : inode.changes) put_sector(inode.held, change, kSector);
    inode.held.resize(inode.seen.size());
  }
  inode.changes.clear();
  inode.sizes.clear();
  if (answer != Answer::done) return answer;
  // Syncing a new file makes its name durable, and with it what the file system's own log held before; that a file was
  // removed is otherwise durable only when its folder is synced.
  const bool is_new = std::any_of(seen_.begin(), seen_.end(), [&](const auto& named) {
    const auto held = held_.find(named.first);
    return named.second.get() == &inode && (held == held_.end() || held->second != named.second);
  });
  if (is_new || sync_names) sync_all_names();
  return answer;
}

void Disk::sync_all_names() {
  held_ = seen_;
  name_changes_.clear();
}

void Disk::cut_power(Random& random) {
  // Some cuts keep everything, some nothing, the rest something between.
  constexpr std::array<std::uint64_t, 6> kKept = {0, 16, 128, 128, 240, kAlways};
  const std::uint64_t kept = kKept[below(random, kKept.size())];
  // A file system's own log keeps changes of names in order: some first part of them is there.
  const std::uint64_t names_kept = below(random, name_changes_.size() + 1);
  if (names_kept > 0) held_ = name_changes_[names_kept - 1];
  name_changes_.clear();
  seen_ = held_;
  for (const auto& [name, inode] : seen_) settle(*inode, random, kept);
  dead_from = UINT64_MAX;
}

}  // namespace mn::crash
