// The key of a line: the same row gives the same key in every export, two real gifts never share one.
#include <gtest/gtest.h>

#include <set>

#include "tests/money/given.h"

namespace mn {
namespace {

std::vector<Digest> keys_of(const std::string& csv) {
  const Result<Statement> statement = given::read(csv);
  EXPECT_TRUE(statement.ok());
  std::vector<Digest> keys;
  for (const StatementLine& line : statement->lines) keys.push_back(line.key);
  return keys;
}

TEST(StatementKey, IsTheHashOfADocumentedText) {
  const Result<Statement> with_reference =
      given::read(given::csv({{"29/05/2025 08:00:00", "FT0001", "", "100.000", "a"}}));
  EXPECT_EQ(with_reference->lines[0].key,
            sha256(view_of("mangnon statement line 1\nby reference\n0010010010019\n2025-05-29\nFT0001\n100000\n1\n")));
  const Result<Statement> without =
      given::read("Ngày;Ghi có;Số dư;Nội dung\n29/05/2025 08:00:00;100.000;700.000;Ủng  hộ\n");
  EXPECT_EQ(without->lines[0].key,
            sha256(view_of("mangnon statement line 1\nby "
                           "content\n0010010010019\n2025-05-29T08:00:00+07:00\n100000\n700000\nUNG HO\n1\n")));
}

TEST(StatementKey, EqualGiftsOnOneDayDiffer) {
  const std::vector<std::string> gift{"29/05/2025", "", "", "100.000", "ung ho"};
  const auto keys = keys_of(given::csv({gift, gift, gift}));
  EXPECT_EQ(std::set<Digest>(keys.begin(), keys.end()).size(), 3U);
  EXPECT_EQ(keys, keys_of(given::csv({gift, gift, gift})));
  EXPECT_EQ(keys_of(given::csv({gift, gift}))[1], keys[1]) << "a shorter export of the same day agrees";
  const std::vector<std::string> with_reference{"29/05/2025", "FT0001", "", "100.000", "ung ho"};
  const auto again = keys_of(given::csv({with_reference, with_reference}));
  EXPECT_NE(again[0], again[1]) << "banks repeat references, rarely";
}

TEST(StatementKey, FormsOfTheSameRowAgree) {
  const auto key = keys_of(given::csv({{"05/06/2025", "FT0001", "", "1.000.000", "a"}}))[0];
  EXPECT_EQ(keys_of(given::csv({{"5/6/2025 09:00:00", "FT0001", "0", "1,000,000.00", "b"}}))[0], key);
  EXPECT_NE(keys_of(given::csv({{"06/06/2025", "FT0001", "", "1.000.000", "a"}}))[0], key);
  EXPECT_NE(keys_of(given::csv({{"05/06/2025", "FT0002", "", "1.000.000", "a"}}))[0], key);
  EXPECT_NE(keys_of(given::csv({{"05/06/2025", "FT0001", "", "1.000.001", "a"}}))[0], key);
  const Result<Statement> other_account =
      read_statement(given::csv({{"05/06/2025", "FT0001", "", "1.000.000", "a"}}), "s", {"999999999", ""});
  EXPECT_NE(other_account->lines[0].key, key);
}

TEST(StatementKey, RunningNumbersAreNoReferences) {
  const Result<Statement> statement = given::read(given::csv({{"05/06/2025", "12", "", "1.000", "a"},
                                                              {"05/06/2025", "----", "", "1.000", "a"},
                                                              {"05/06/2025", "KHONG", "", "1.000", "a"}}));
  for (const StatementLine& line : statement->lines) EXPECT_EQ(line.reference, "");
}

TEST(StatementKey, DateAndDocumentNumberOfOneCell) {
  const std::string head = "\"Ngày/TNX Date/\nSố CT/ Doc No\",Số tiền ghi có/Credit,Nội dung\n";
  for (const char* cell : {"\"01/09/2024\n5213.45946\"", "01/09/2024 5213.45946"}) {
    const Result<Statement> statement = given::read(head + cell + ",1.000.000,x\n");
    ASSERT_TRUE(statement.ok());
    ASSERT_EQ(statement->lines.size(), 1U) << cell;
    EXPECT_EQ(statement->lines[0].reference, "5213.45946");
    EXPECT_EQ(statement->lines[0].booked_at, (LocalTime{2024, 9, 1}));
  }
}

}  // namespace
}  // namespace mn
