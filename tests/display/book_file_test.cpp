// The screen's book on disk: appended to, begun anew when it grows, gone on without when the disk does not take it, and
// never waited for.
#include "display/book_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <fstream>

#include "display/screen_clock.h"
#include "journal/chance.h"

namespace mn {
namespace {

using namespace std::chrono_literals;

struct BookFileTest : testing::Test {
  void SetUp() override {
    folder = std::filesystem::temp_directory_path() / ("mangnon-book-" + std::to_string(monotonic_ns()));
    std::filesystem::create_directories(folder);
    book = folder / "a.shown";
  }
  void TearDown() override {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    std::filesystem::remove_all(folder);
  }
  static BookLine took(std::int64_t at_ms) { return {at_ms, noted::Took{static_cast<std::uint64_t>(at_ms)}}; }

  std::filesystem::path folder;
  std::filesystem::path book;
  std::atomic<int> complaints = 0;
  std::function<void(const std::string&)> complain = [this](const std::string&) { ++complaints; };
};

TEST_F(BookFileTest, LinesAreReadAsTheyWereWritten) {
  {
    BookWriter writer(book, false, complain);
    for (int i = 1; i <= 1'000; ++i) writer.write(took(i));
  }
  {
    BookWriter writer(book, false, complain);
    writer.write(took(1'001));
  }
  EXPECT_EQ(read_book_file(book).size(), 1'001U);
  EXPECT_EQ(book_last_ms(book), 1'001);
  EXPECT_EQ(complaints, 0);
}

TEST_F(BookFileTest, ATornLineDoesNotSwallowTheNext) {
  std::ofstream(book) << book_line_text(took(1)) << "\n{\"at_us\":2000,\"to";
  {
    BookWriter writer(book, false, complain);
    writer.write(took(3));
  }
  const std::vector<BookLine> lines = read_book_file(book);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines.back().at_ms, 3);
}

TEST_F(BookFileTest, IsBegunAnewWhenItIsLargeAndKeepsOnePartBefore) {
  {
    BookWriter writer(book, false, complain, 4'000);
    for (int i = 1; i <= 500; ++i) {
      writer.write(took(i));
      if (i % 20 == 0) std::this_thread::sleep_for(2ms);
    }
  }
  EXPECT_LE(std::filesystem::file_size(book), 4'000U);
  EXPECT_LE(std::filesystem::file_size(book_part_before(book)), 4'000U);
  const std::vector<BookLine> lines = read_book_file(book);
  ASSERT_GT(lines.size(), 50U);
  EXPECT_EQ(lines.back().at_ms, 500);
  for (std::size_t i = 1; i < lines.size(); ++i) EXPECT_EQ(lines[i].at_ms, lines[i - 1].at_ms + 1);
}

TEST_F(BookFileTest, TheEndIsReadWithoutTheRest) {
  {
    BookWriter writer(book, false, complain);
    for (int i = 1; i <= 10'000; ++i) writer.write(took(i));
  }
  const BookEnd end = read_book_end(book, 1'000);
  EXPECT_FALSE(end.whole);
  EXPECT_LT(end.lines.size(), 40U);
  ASSERT_FALSE(end.lines.empty());
  EXPECT_EQ(end.lines.back().at_ms, 10'000);
  EXPECT_TRUE(read_book_end(book).whole);
}

TEST_F(BookFileTest, AFolderThatCannotBeWrittenIsSaidOnce) {
  const std::filesystem::path nowhere = folder / "missing" / "a.shown";
  {
    BookWriter writer(nowhere, false, complain);
    const auto began = std::chrono::steady_clock::now();
    for (int i = 1; i <= 100; ++i) writer.write(took(i));
    EXPECT_LT(std::chrono::steady_clock::now() - began, 100ms) << "the drawing never waits";
    for (int i = 0; i < 300 && complaints == 0; ++i) std::this_thread::sleep_for(10ms);
    std::this_thread::sleep_for(2'500ms);
    writer.write(took(101));
    EXPECT_EQ(complaints, 1);
    // It is kept for later, and written when there is a place for it.
    std::filesystem::create_directories(folder / "missing");
    for (int i = 0; i < 500 && read_book_file(nowhere).size() < 101; ++i) std::this_thread::sleep_for(10ms);
  }
  EXPECT_EQ(read_book_file(nowhere).size(), 101U);
}

// A disk that is full, played by a limit on the size of files: part of a line would fit.
TEST_F(BookFileTest, AFullDiskLeavesWholeLines) {
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  rlimit tight = before;
  tight.rlim_cur = 1'000;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
  {
    BookWriter writer(book, false, complain);
    for (int i = 1; i <= 200; ++i) {
      writer.write(took(i));
      if (i % 5 == 0) std::this_thread::sleep_for(1ms);
    }
    for (int i = 0; i < 300 && complaints == 0; ++i) std::this_thread::sleep_for(10ms);
  }
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
  EXPECT_EQ(complaints, 1);
  std::ifstream in(book);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(text.empty() || text.back() == '\n');
  EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), read_book(text).size());
}

TEST_F(BookFileTest, TwoScreensDoNotWriteOneBook) {
  BookWriter first(book, false, complain);
  first.write(took(1));
  for (int i = 0; i < 300 && read_book_file(book).empty(); ++i) std::this_thread::sleep_for(10ms);
  std::string words;
  {
    BookWriter second(book, false, [&](const std::string& said) { words = said; });
    second.write(took(2));
    std::this_thread::sleep_for(300ms);
  }
  EXPECT_NE(words.find("--book"), std::string::npos) << words;
  EXPECT_EQ(read_book_file(book).size(), 1U);
}

TEST(ScreenClock, NeverGoesBackBehindTheBook) {
  EXPECT_EQ(clock_of(1'000'000, 5, std::nullopt).utc_ms, 1'000'000);
  EXPECT_EQ(clock_of(1'000'000, 5, 900'000).utc_ms, 1'000'000);
  const ScreenClock waited = clock_of(1'000'000, 5, 1'060'000);
  EXPECT_EQ(waited.utc_ms, 1'060'001);
  EXPECT_FALSE(waited.set_back);
  const ScreenClock set_back = clock_of(1'000'000, 5, 90'000'000);
  EXPECT_EQ(set_back.utc_ms, 1'000'000);
  EXPECT_TRUE(set_back.set_back);
}

}  // namespace
}  // namespace mn
