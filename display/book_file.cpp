#include "display/book_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace mn {
namespace {

using namespace std::chrono_literals;

constexpr auto kTryAgain = 2s;
constexpr auto kPatienceAtEnd = 1s;
constexpr std::size_t kLastLinesBytes = 16 << 10;

// The last bytes of a file, or all; "" when there is none.
std::string end_of(const std::filesystem::path& path, std::uint64_t bytes_max, bool& whole) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  whole = true;
  if (!in) return {};
  const auto size = static_cast<std::uint64_t>(std::max<std::streamoff>(in.tellg(), 0));
  whole = size <= bytes_max;
  const std::uint64_t wanted = std::min(size, bytes_max);
  std::string text(static_cast<std::size_t>(wanted), '\0');
  in.seekg(static_cast<std::streamoff>(size - wanted));
  in.read(text.data(), static_cast<std::streamsize>(wanted));
  text.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return text;
}

// A torn line at the end must not swallow the next one.
bool ends_whole(int descriptor, std::uint64_t size) {
  char last = '\n';
  return size == 0 || ::pread(descriptor, &last, 1, static_cast<off_t>(size - 1)) != 1 || last == '\n';
}

}  // namespace

std::filesystem::path book_path(const std::filesystem::path& journal) {
  std::filesystem::path path = journal;
  return path += ".shown";
}

std::filesystem::path book_part_before(const std::filesystem::path& book) {
  std::filesystem::path path = book;
  return path += ".1";
}

std::vector<BookLine> read_book_file(const std::filesystem::path& book) {
  bool whole = false;
  std::string text = end_of(book_part_before(book), 2 * kBookPartBytesMax, whole);
  if (!text.empty() && text.back() != '\n') text += '\n';
  text += end_of(book, 2 * kBookPartBytesMax, whole);
  return read_book(text);
}

BookEnd read_book_end(const std::filesystem::path& book, std::size_t bytes_max) {
  BookEnd end;
  std::string text = end_of(book, bytes_max, end.whole);
  std::error_code error;
  if (end.whole && std::filesystem::exists(book_part_before(book), error)) {
    std::string before = end_of(book_part_before(book), bytes_max, end.whole);
    if (!before.empty() && before.back() != '\n') before += '\n';
    text.insert(0, before);
  }
  end.lines = read_book(text);
  return end;
}

std::optional<std::int64_t> book_last_ms(const std::filesystem::path& book) {
  const BookEnd end = read_book_end(book, kLastLinesBytes);
  if (end.lines.empty()) return std::nullopt;
  return end.lines.back().at_ms;
}

BookWriter::BookWriter(const std::filesystem::path& book, bool anew, std::function<void(const std::string&)> complain,
                       std::uint64_t part_bytes_max)
    : path_(book),
      before_(book_part_before(book)),
      complain_(std::move(complain)),
      part_bytes_max_(part_bytes_max),
      anew_(anew),
      thread_([this] { run(); }) {}

BookWriter::~BookWriter() {
  {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, kPatienceAtEnd, [this] { return (waiting_.empty() && idle_) || !said_.empty(); });
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
  if (descriptor_ >= 0) ::close(descriptor_);
}

void BookWriter::write(const BookLine& line) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() > kBookWaitingBytesMax) {
      lost_ = true;
      return;
    }
    waiting_ += book_line_text(line);
    waiting_ += '\n';
  }
  changed_.notify_all();
}

void BookWriter::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const std::string text = std::exchange(waiting_, {});
    const bool anew = std::exchange(anew_, false);
    idle_ = false;
    lock.unlock();
    if (anew) begin_anew();
    const bool written = put(text);
    lock.lock();
    idle_ = true;
    changed_.notify_all();
    if (written) continue;
    if (stopping_) return;
    changed_.wait_for(lock, kTryAgain, [this] { return stopping_; });
    // Lines say positions and times, not differences: what is lost makes the book coarser, never wrong.
    if (waiting_.size() <= kBookWaitingBytesMax) waiting_.insert(0, text);
    if (stopping_) return;
  }
}

bool BookWriter::open() {
  descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (descriptor_ < 0) return false;
  // Two screens on one journal keep a book each; the kernel lets go of this when the program ends, however it ends.
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) return false;
  struct stat about {};
  bytes_ = ::fstat(descriptor_, &about) == 0 ? static_cast<std::uint64_t>(about.st_size) : 0;
  return ends_whole(descriptor_, bytes_) || ::write(descriptor_, "\n", 1) == 1;
}

void BookWriter::begin_anew() {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
  std::error_code error;
  if (std::filesystem::exists(path_, error)) std::filesystem::rename(path_, before_, error);
}

// All of it, or as if nothing: what was written of it is taken back, so that it can be tried again.
bool BookWriter::put(const std::string& text) {
  struct stat about {};
  // Somebody took the file away: it is made again.
  if (descriptor_ >= 0 && (::fstat(descriptor_, &about) != 0 || about.st_nlink == 0)) {
    ::close(std::exchange(descriptor_, -1));
  }
  if (descriptor_ >= 0 && bytes_ + text.size() > part_bytes_max_) begin_anew();
  if (descriptor_ < 0 && !open()) {
    const std::string why =
        errno == EWOULDBLOCK ? "another screen writes it; give this one a --book of its own" : std::strerror(errno);
    say(fmt::format("cannot write {}: {}; the screen goes on without its book", path_.string(), why));
    if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
    return false;
  }
  const ssize_t written = ::write(descriptor_, text.data(), text.size());
  if (written == static_cast<ssize_t>(text.size())) {
    bytes_ += text.size();
    say("");
    return true;
  }
  const int error = written < 0 ? errno : ENOSPC;
  if (written > 0) static_cast<void>(::ftruncate(descriptor_, static_cast<off_t>(bytes_)));
  say(fmt::format("cannot write {}: {}; the screen goes on without its book", path_.string(), std::strerror(error)));
  ::close(std::exchange(descriptor_, -1));
  return false;
}

void BookWriter::say(const std::string& words) {
  {
    const std::lock_guard lock(mutex_);
    if (words == said_) return;
    said_ = words;
  }
  if (complain_ && !words.empty()) complain_(words);
}

}  // namespace mn
