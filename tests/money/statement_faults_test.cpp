// Everything a statement can be wrong in: each is named with its line, and nothing of it becomes money.
#include <gtest/gtest.h>

#include "tests/money/given.h"

namespace mn {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// The one fault of these rows, which hold no line of money in.
StatementFault only_fault(const std::string& csv) {
  const Result<Statement> statement = given::read(csv);
  EXPECT_TRUE(statement.ok()) << (statement ? "" : statement.failure().words);
  if (!statement) return {};
  EXPECT_TRUE(statement->lines.empty());
  EXPECT_EQ(statement->credit_total.dong, 0);
  EXPECT_EQ(statement->faults.size(), 1U);
  return statement->faults.empty() ? StatementFault{} : statement->faults.front();
}

TEST(StatementFaults, EachHasItsKind) {
  const auto kind = [](const Rows& rows) { return only_fault(given::csv(rows)).kind; };
  EXPECT_EQ(kind({{"", "FT0001", "", "1.000", "a"}}), FaultKind::date_missing);
  EXPECT_EQ(kind({{"hôm qua", "FT0001", "", "1.000", "a"}}), FaultKind::date_unreadable);
  EXPECT_EQ(kind({{"110/09/2024 12:01:29", "FT0001", "", "1.000", "a"}}), FaultKind::number_before_date);
  EXPECT_EQ(kind({{"10/09/2024", "FT0001", "", "", "a"}}), FaultKind::amount_missing);
  EXPECT_EQ(kind({{"10/09/2024", "FT0001", "0", "0", "a"}}), FaultKind::amount_missing);
  EXPECT_EQ(kind({{"10/09/2024", "FT0001", "", "10,50", "a"}}), FaultKind::amount_unreadable);
  EXPECT_EQ(kind({{"10/09/2024", "FT0001", "", "-5.000", "a"}}), FaultKind::amount_negative);
  EXPECT_EQ(kind({{"10/09/2024", "FT0001", "", "99.999.999.999.999", "a"}}), FaultKind::amount_too_large);
  EXPECT_EQ(kind({{"10/09/2024", "FT0001", "1.000", "1.000", "a"}}), FaultKind::amount_on_both_sides);
  EXPECT_EQ(kind({{"10/09/2024", "FT0001", "", "1.000", "a", "b"}}), FaultKind::too_many_cells);
}

TEST(StatementFaults, AnUnquotedThousandsCommaIsNotReadAsAnotherAmount) {
  const StatementFault fault = only_fault("Ngày,Số CT,Ghi nợ,Ghi có,Nội dung\n10/09/2024,FT0001,,1,000,000,ung ho\n");
  EXPECT_EQ(fault.kind, FaultKind::too_many_cells);
  EXPECT_EQ(fault.line, 2U);
}

TEST(StatementFaults, AmountAndMemoRunTogetherAreOfferedApart) {
  const StatementFault fault =
      only_fault(given::csv({{"10/09/2024 01:03:56", "", "", "200.000,001261122666 ung ho", ""}}));
  EXPECT_EQ(fault.kind, FaultKind::amount_unreadable);
  EXPECT_EQ(fault.found, "200.000,001261122666 ung ho");
  EXPECT_EQ(fault.suggestion, "200.000,00 | 1261122666 ung ho");
}

TEST(StatementFaults, SuggestedDatesAreAllOffered) {
  EXPECT_EQ(only_fault(given::csv({{"123/09/2024", "", "", "1.000", ""}})).suggestion, "23/09/2024 / 3/09/2024");
  EXPECT_EQ(only_fault(given::csv({{"110/09/2024 12:01:29", "", "", "1.000", ""}})).suggestion, "10/09/2024 12:01:29");
}

TEST(StatementFaults, BalanceThatIsNoNumber) {
  const Result<Statement> statement =
      given::read("Ngày,Ghi có,Số dư,Nội dung\n10/09/2024,1.000,nhiều,a\n10/09/2024,2.000,,b\n");
  ASSERT_TRUE(statement.ok());
  ASSERT_EQ(statement->faults.size(), 1U);
  EXPECT_EQ(statement->faults[0].kind, FaultKind::balance_unreadable);
  EXPECT_EQ(statement->lines.size(), 1U);
}

TEST(StatementFaults, TextAfterALineMayBeTheRestOfItsMemo) {
  const Result<Statement> statement =
      given::read(given::csv({{"10/09/2024", "FT0001", "", "1.000", "chuyen tien QBTTE"},
                              {"", "", "", "", "7K3M9P"},
                              {"", "", "", "", "Người lập bảng"}}));
  ASSERT_TRUE(statement.ok());
  ASSERT_EQ(statement->faults.size(), 1U);
  EXPECT_EQ(statement->faults[0].kind, FaultKind::text_alone);
  EXPECT_EQ(statement->faults[0].line, 3U);
}

TEST(StatementFaults, AMissingQuotationMarkNeverSwallowsRowsSilently) {
  const std::string head = "Ngày giao dịch,Ghi nợ,Ghi có,Nội dung\n";
  const Result<Statement> to_the_end =
      given::read(head + "10/09/2024,,1.000,\"mo ngoac\n11/09/2024,,2.000,hai\n12/09/2024,,3.000,ba\n");
  ASSERT_FALSE(to_the_end.ok());
  EXPECT_EQ(to_the_end.failure().cause, Cause::bad_input);
  EXPECT_NE(to_the_end.failure().words.find("saoke.csv:2:"), std::string::npos) << to_the_end.failure().words;

  const Result<Statement> to_the_next =
      given::read(head + "10/09/2024,,1.000,\"mo ngoac\n11/09/2024,,2.000,hai\"\n12/09/2024,,3.000,ba\n");
  ASSERT_TRUE(to_the_next.ok());
  ASSERT_EQ(to_the_next->faults.size(), 1U);
  EXPECT_EQ(to_the_next->faults[0].kind, FaultKind::rows_run_together);
  EXPECT_EQ(to_the_next->faults[0].line, 2U);
  EXPECT_EQ(to_the_next->lines.size(), 1U);
}

TEST(StatementFaults, QuotationMarksInsideAMemoAreSigns) {
  const Result<Statement> statement =
      given::read("Ngày giao dịch,Ghi nợ,Ghi có,Nội dung\n10/09/2024,,1.000,lop 5\"A\" ung ho\n11/09/2024,,2.000,b\n");
  ASSERT_TRUE(statement.ok());
  ASSERT_EQ(statement->lines.size(), 2U);
  EXPECT_EQ(statement->lines[0].description, "lop 5\"A\" ung ho");
}

std::string with_balances(const std::vector<std::pair<const char*, const char*>>& rows) {
  std::string out = "Ngày;Ghi nợ;Ghi có;Số dư;Nội dung\n";
  for (const auto& [in, balance] : rows) out += std::string("10/09/2024;;") + in + ";" + balance + ";x\n";
  return out;
}

TEST(StatementFaults, TheChainOfBalancesFindsLostRows) {
  const Result<Statement> whole =
      given::read(with_balances({{"100.000", "1.100.000"}, {"200.000", "1.300.000"}, {"5.000", "1.305.000"}}));
  ASSERT_TRUE(whole.ok());
  EXPECT_TRUE(whole->breaks.empty());
  const Result<Statement> newest_first =
      given::read(with_balances({{"5.000", "1.305.000"}, {"200.000", "1.300.000"}, {"100.000", "1.100.000"}}));
  ASSERT_TRUE(newest_first.ok());
  EXPECT_TRUE(newest_first->breaks.empty());
  const Result<Statement> lost = given::read(with_balances(
      {{"100.000", "1.100.000"}, {"200.000", "1.300.000"}, {"5.000", "1.405.000"}, {"5.000", "1.410.000"}}));
  ASSERT_TRUE(lost.ok());
  ASSERT_EQ(lost->breaks.size(), 1U);
  EXPECT_EQ(lost->breaks[0].line_before, 3U);
  EXPECT_EQ(lost->breaks[0].line, 4U);
  EXPECT_EQ(lost->breaks[0].found.dong - lost->breaks[0].expected.dong, 100'000);
  EXPECT_EQ(lost->lines.size(), 4U) << "a warning, not a reason to drop what is there";
}

TEST(StatementFaults, OpeningAndClosingBalancesEndTheChain) {
  const std::string text =
      "Số dư đầu kỳ;1.000.000\nNgày;Ghi nợ;Ghi có;Số dư;Nội dung\n10/09/2024;;100.000;1.100.000;x\nSố dư cuối "
      "kỳ;;;1.150.000;\n";
  const Result<Statement> statement = given::read(text);
  ASSERT_TRUE(statement.ok());
  EXPECT_EQ(statement->stated.opening, Money{1'000'000});
  ASSERT_EQ(statement->breaks.size(), 1U);
  EXPECT_EQ(statement->breaks[0].line, 0U) << "the closing balance";
}

TEST(StatementFaults, FilesThatAreNoStatement) {
  for (const std::string& text :
       {std::string(""), std::string("\n\n"), std::string("xin chào\n"), std::string("%PDF-1.4 \0x", 11),
        std::string("Ngày,Nội dung\n10/09/2024,a\n"), std::string("\xD0\xCF\x11\xE0\0\0", 6)}) {
    const Result<Statement> statement = given::read(text);
    ASSERT_FALSE(statement.ok());
    EXPECT_EQ(statement.failure().cause, Cause::bad_input);
  }
  std::string deep;
  for (int i = 0; i < 121; ++i) deep += "dòng " + std::to_string(i) + "\n";
  EXPECT_FALSE(given::read(deep + given::csv_of_memo("x")).ok()) << "the header must be among the first 120 rows";
}

TEST(StatementFaults, AccountsMustAgree) {
  const std::string heading = "Số tài khoản: 0010010010019\n";
  const std::string table = given::csv_of_memo("x");
  EXPECT_EQ(read_statement(heading + table, "s", {})->account, "0010010010019");
  EXPECT_EQ(
      read_statement("Số tài khoản cũ,999999999\nSố tài khoản/Account No.,0010 0100 10019\n" + table, "s", {})->account,
      "0010010010019");
  EXPECT_EQ(read_statement(table, "s", {"", "12345678"})->account, "12345678") << "the campaign's";
  EXPECT_EQ(read_statement(table, "s", {"87654321", "12345678"})->account, "87654321");
  EXPECT_FALSE(read_statement(table, "s", {}).ok()) << "no account known";
  EXPECT_FALSE(read_statement(heading + table, "s", {"87654321", ""}).ok()) << "the wrong file";
  EXPECT_FALSE(read_statement(table, "s", {"12", ""}).ok());
  EXPECT_EQ(read_statement("Tài khoản: 0091000639xxx\n" + table, "s", {"", "12345678"})->account, "12345678")
      << "masked";
  const Result<Statement> two = read_statement(heading + table + "Số tài khoản: 999999999\n" + table, "s", {});
  ASSERT_FALSE(two.ok());
  EXPECT_NE(two.failure().words.find("one account at a time"), std::string::npos);
}

TEST(StatementFaults, OtherCurrenciesAreRefused) {
  const Result<Statement> statement = given::read("Loại tiền/Currency: USD\n" + given::csv_of_memo("x", "1,000.00"));
  ASSERT_FALSE(statement.ok());
  EXPECT_NE(statement.failure().words.find("USD"), std::string::npos);
  EXPECT_TRUE(given::read("Loại tiền/Currency: VND\n" + given::csv_of_memo("x")).ok());
}

}  // namespace
}  // namespace mn
