// The lines of the screen's book: what is written is read, and what is torn or of another kind is passed over.
#include "display/book.h"

#include <gtest/gtest.h>

namespace mn {
namespace {

const Digest kHeads = sha256(view_of("heads"));

std::vector<BookLine> every_kind() {
  noted::Mark mark{9,      "0123456789abcdef0123456789abcdef",
                   kHeads, "wall",
                   "",     1000,
                   2000,   12'000,
                   3,      {{5, {3'000'000}}, {1, {1'000}}, {2, {700'000}}, true}};
  noted::Mark open_end = mark;
  open_end.ends_ms.reset();
  return {{1'000, noted::Opened{{3840, 1080}, Language::en}},
          {1'001, noted::Began{7, "0123456789abcdef0123456789abcdef", kHeads}},
          {1'002, noted::Resumed{}},
          {1'003, noted::Took{9}},
          {1'004, noted::Turned{4}},
          {1'005, noted::Waits{true}},
          {1'006, noted::Waits{false}},
          {1'007, mark},
          {1'008, open_end},
          {1'009, noted::Fresh{900}},
          {1'010, noted::Checked{9}},
          {1'011, noted::Covered{true}},
          {1'012, noted::Resized{{1080, 1920}}}};
}

TEST(Book, EveryKindOfLineIsReadAsItWasWritten) {
  for (const BookLine& line : every_kind()) {
    const std::string text = book_line_text(line);
    const std::optional<BookLine> read = read_book_line(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read->at_ms, line.at_ms);
    EXPECT_EQ(read->event.index(), line.event.index()) << text;
    EXPECT_EQ(book_line_text(*read), text);
  }
}

TEST(Book, TheFormatIsTheOneInTheDocuments) {
  EXPECT_EQ(book_line_text({1'748'480'400'123, noted::Took{42}}), R"({"at_us":1748480400123000,"took":42})");
  EXPECT_EQ(book_line_text({5, noted::Opened{{1920, 1080}, Language::vi}}),
            R"({"at_us":5000,"height":1080,"lang":"vi","opened":true,"width":1920})");
}

// A power cut can leave any beginning of a line, and the next start writes on.
TEST(Book, NoTornLineIsTakenForAnother) {
  for (const BookLine& line : every_kind()) {
    const std::string text = book_line_text(line);
    for (std::size_t size = 0; size < text.size(); ++size) {
      EXPECT_FALSE(read_book_line(text.substr(0, size))) << text.substr(0, size);
    }
    EXPECT_FALSE(read_book_line(text + "}"));
    EXPECT_FALSE(read_book_line(text + text));
  }
}

// A figure that a flipped bit made of another one is not shown to anybody.
TEST(Book, AMarkWhoseFiguresWereChangedIsNoLine) {
  const std::string text = book_line_text(every_kind()[7]);
  ASSERT_TRUE(read_book_line(text));
  int passed = 0;
  for (std::size_t at = text.find("alone"); at < text.size(); ++at) {
    for (const char sign : std::string("0123456789")) {
      std::string changed = text;
      if (changed[at] < '0' || changed[at] > '9' || changed[at] == sign) continue;
      changed[at] = sign;
      passed += read_book_line(changed) ? 1 : 0;
    }
  }
  // Times are kept in milliseconds: what stands behind those says nothing.
  EXPECT_LE(passed, 9 * 9);
  std::string more = text;
  more.replace(more.find("\"pledged\":3"), 11, "\"pledged\":9");
  EXPECT_FALSE(read_book_line(more));
}

TEST(Book, WhatIsNoLineIsPassedOver) {
  for (const char* text : {"", "{}", "{\"at_us\":5}", "{\"took\":5}", "{\"at_us\":5,\"took\":-1}",
                           "{\"at_us\":5,\"took\":1.5}", "{\"at_us\":5,\"took\":\"5\"}", "{\"at_us\":5,\"waits\":1}",
                           "[1]", "{\"at_us\":x,\"took\":1}", "{\"at_us\":5,\"began\":1}", "{\"at_us\":5,\"later\":1}",
                           "{\"at_us\":5,\"opened\":true,\"width\":0,\"height\":5,\"lang\":\"vi\"}",
                           "{\"at_us\":99999999999999999999,\"took\":1}"}) {
    EXPECT_FALSE(read_book_line(text)) << text;
  }
}

TEST(Book, LinesThatGoBackInTimeAreLeftOut) {
  std::string text;
  for (const std::int64_t at_ms : {10, 20, 15, 20, 30}) {
    text += book_line_text({at_ms, noted::Took{static_cast<std::uint64_t>(at_ms)}}) + "\n";
  }
  text += "{\"at_us\":40000,\"too";
  const std::vector<BookLine> lines = read_book(text);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[2].at_ms, 20);
  EXPECT_EQ(lines[3].at_ms, 30);
}

}  // namespace
}  // namespace mn
