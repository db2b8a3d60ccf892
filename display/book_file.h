// JOURNAL.shown, the screen's book on disk: read whole, and written by a thread of its own, so that no disk can hold up
// the drawing. A book that cannot be written stops nothing; the operator is told once.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "display/book.h"

namespace mn {

// A turn writes about 45 bytes when it takes entries: 60 turns a second for 8 hours are 80 MB. From this size on the
// book is begun anew; the part before it stays as JOURNAL.shown.1, and no more than these two are kept.
inline constexpr std::uint64_t kBookPartBytesMax = 96'000'000;
inline constexpr std::size_t kBookEndBytes = 4 << 20;         // 25 minutes at 60 lines a second
inline constexpr std::size_t kBookWaitingBytesMax = 4 << 20;  // not written yet; what is more is lost

// FILE.shown, unless the operator names another file; and the part before.
std::filesystem::path book_path(const std::filesystem::path& journal);
std::filesystem::path book_part_before(const std::filesystem::path& book);

// Both parts. No file: no lines.
std::vector<BookLine> read_book_file(const std::filesystem::path& book);

// The lines of the book's last bytes. `whole`: there are no lines before them.
struct BookEnd {
  std::vector<BookLine> lines;
  bool whole = false;
};
BookEnd read_book_end(const std::filesystem::path& book, std::size_t bytes_max = kBookEndBytes);

// When the book's last line was written, by the screen's clock; reads a few lines.
std::optional<std::int64_t> book_last_ms(const std::filesystem::path& book);

class BookWriter {
 public:
  // `anew`: what is there becomes the part before. `complain` is called from the thread, once for each trouble.
  BookWriter(const std::filesystem::path& book, bool anew, std::function<void(const std::string&)> complain,
             std::uint64_t part_bytes_max = kBookPartBytesMax);
  // Writes what waits, if the disk takes it within a second.
  ~BookWriter();
  BookWriter(const BookWriter&) = delete;
  BookWriter& operator=(const BookWriter&) = delete;

  // Never waits for the disk.
  void write(const BookLine& line);

 private:
  void run();
  bool put(const std::string& text);
  bool open();
  void begin_anew();
  void say(const std::string& words);

  const std::filesystem::path path_;
  const std::filesystem::path before_;
  const std::function<void(const std::string&)> complain_;
  const std::uint64_t part_bytes_max_;
  int descriptor_ = -1;
  std::uint64_t bytes_ = 0;
  std::string said_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::string waiting_;
  bool anew_ = false;
  bool lost_ = false;
  bool idle_ = true;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace mn
