#include "journal/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

#include "journal/file.h"

namespace mn {
namespace {

constexpr std::chrono::milliseconds kListenLongest{100};    // a writer killed between its commit and its ring
constexpr std::chrono::milliseconds kListenWithoutEars{5};  // when there is no inotify to be had
constexpr std::size_t kHolderMax = 120;
constexpr std::size_t kCountDigits = 20;

std::string holder_of(int descriptor) {
  std::array<char, kHolderMax> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  std::string holder(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  return holder.substr(0, holder.find('\n'));
}

}  // namespace

std::filesystem::path lock_path(const std::filesystem::path& journal) {
  std::filesystem::path path = journal;
  return path += ".lock";
}

Result<WriterLock> WriterLock::take(const std::filesystem::path& journal, const std::string& program) {
  const std::filesystem::path path = lock_path(journal);
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) {
    const Cause cause = errno == ENOENT ? Cause::not_found : Cause::unavailable;
    return Failure{cause, fmt::format("cannot write {}: {}; the journal's folder must exist and be writable",
                                      path.string(), std::strerror(errno))};
  }
  WriterLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return Failure{
        Cause::busy,
        fmt::format("{} is being written by another process ({}); stop that one first: a journal has one writer",
                    journal.string(), holder_of(descriptor))};
  }
  const std::string holder = fmt::format("{}, pid {}\n", program.substr(0, kHolderMax / 2), ::getpid());
  const bool named = ::ftruncate(descriptor, 0) == 0 && ::pwrite(descriptor, holder.data(), holder.size(), 0) > 0;
  // The name is only for the words above; a disk too full for it may still hold the journal.
  static_cast<void>(named);
  return lock;
}

WriterLock::WriterLock(WriterLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock::~WriterLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void WriterLock::ring(std::uint64_t entry_count) const {
  const std::string count = fmt::format("{:020}\n", entry_count);
  const ssize_t rung = ::pwrite(descriptor_, count.data(), count.size(), kHolderMax);
  static_cast<void>(rung);
}

std::optional<std::uint64_t> last_rung(const std::filesystem::path& journal) {
  const Result<std::string> text = read_file(lock_path(journal), 4 * kHolderMax);
  if (!text || text->size() < kHolderMax + kCountDigits + 1) return std::nullopt;
  std::uint64_t count = 0;
  const char* first = text->data() + kHolderMax;
  const auto [end, error] = std::from_chars(first, first + kCountDigits, count);
  const bool whole = error == std::errc() && end == first + kCountDigits && *end == '\n';
  return whole ? std::optional<std::uint64_t>(count) : std::nullopt;
}

Listener::Listener(const std::filesystem::path& journal)
    : path_(lock_path(journal).string()), inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (inotify_ >= 0) watch_ = ::inotify_add_watch(inotify_, path_.c_str(), IN_MODIFY);
}

Listener::~Listener() {
  if (inotify_ >= 0) ::close(inotify_);
}

void Listener::wait(std::chrono::milliseconds longest) {
  if (inotify_ >= 0 && watch_ < 0) watch_ = ::inotify_add_watch(inotify_, path_.c_str(), IN_MODIFY);
  const std::chrono::milliseconds span = std::min(longest, watch_ >= 0 ? kListenLongest : kListenWithoutEars);
  pollfd ear{watch_ >= 0 ? inotify_ : -1, POLLIN, 0};
  if (::poll(&ear, 1, static_cast<int>(span.count())) <= 0) return;
  std::array<char, 4096> events{};  // what they say does not matter: the caller looks at the journal
  while (::read(inotify_, events.data(), events.size()) > 0) {
  }
}

}  // namespace mn
