// The one writer of a journal holds this lock on FILE.lock; readers listen to the same file to be woken. The file stays
// when the lock goes: removing it would let two writers hold locks on two files of one name.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/result.h"

namespace mn {

std::filesystem::path lock_path(const std::filesystem::path& journal);

class WriterLock {
 public:
  // Fails with busy, naming who holds it. The kernel lets go when this process ends, however it ends.
  static Result<WriterLock> take(const std::filesystem::path& journal, const std::string& program);

  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();

  // Wakes the listeners: called after each commit, with the number of entries there are now. It is written after the
  // commit is durable and never synced, so after a power cut it can be too low but never too high. A ring that is lost
  // costs a listener 100 ms at most.
  void ring(std::uint64_t entry_count) const;

 private:
  explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// How many entries the journal had when its writer last rang; nothing when that is not known. Fewer now: entries were
// lost.
std::optional<std::uint64_t> last_rung(const std::filesystem::path& journal);

// A reader's ear for ring(). Without inotify, or before the first writer, it wakes a few times a second or faster
// instead.
class Listener {
 public:
  explicit Listener(const std::filesystem::path& journal);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  // Returns at the next ring, or at one since the last call, or sooner; after `longest` at the latest.
  void wait(std::chrono::milliseconds longest);

 private:
  std::string path_;
  int inotify_ = -1;
  int watch_ = -1;
};

}  // namespace mn
