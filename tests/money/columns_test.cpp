// Headers of the four banks and of others: which column is which, and above all which one is money in.
#include "backend-sync/columns.h"

#include <gtest/gtest.h>

namespace mn {
namespace {

HeaderReading header(std::vector<std::string> cells) { return read_header({1, std::move(cells)}); }

TEST(Columns, CreditIsMoneyInAndDebitIsMoneyOut) {
  for (const auto& [debit, credit] :
       std::vector<std::pair<std::string, std::string>>{{"Ghi nợ", "Ghi có"},
                                                        {"Số tiền ghi nợ/ Debit", "Số tiền ghi có/ Credit"},
                                                        {"Nợ/ Debit", "Có / Credit"},
                                                        {"Nợ", "Có"},
                                                        {"No", "Co"},
                                                        {"Phát sinh nợ", "Phát sinh có"},
                                                        {"PHÁT SINH NỢ (VND)", "PHÁT SINH CÓ (VND)"},
                                                        {"Debit", "Credit"},
                                                        {"Tiền ra", "Tiền vào"},
                                                        {"Số tiền\nghi nợ/\nDebit", "Số tiền\nghi có/\nCredit"},
                                                        {"Ghi nợ\nDebit", "Ghi có\nCredit"},
                                                        {"Debit Amount (VNĐ)", "Credit Amount (VNĐ)"}}) {
    const HeaderReading reading = header({"Ngày giao dịch", debit, credit, "Nội dung"});
    ASSERT_TRUE(reading.columns) << credit;
    EXPECT_EQ(reading.columns->debit, 1U) << debit;
    EXPECT_EQ(reading.columns->credit, 2U) << credit;
    EXPECT_EQ(reading.columns->description, 3U);
  }
}

TEST(Columns, TheHeadersOfTheFourBanks) {
  const auto vietcombank =
      header({"STT No.", "Ngày hiệu lực/Effective date", "Ngày/TNX Date/ Số CT/ Doc No", "Số tiền ghi nợ/Debit",
              "Số tiền ghi có/Credit", "Số dư/Balance", "Nội dung chi tiết/Transactions in detail"})
          .columns;
  ASSERT_TRUE(vietcombank);
  EXPECT_EQ(vietcombank->date, 2U) << "the day of the transaction before the day it counts from";
  EXPECT_TRUE(vietcombank->reference_in_date);
  EXPECT_EQ(vietcombank->debit, 3U);
  EXPECT_EQ(vietcombank->credit, 4U);
  EXPECT_EQ(vietcombank->balance, 5U);
  EXPECT_EQ(vietcombank->description, 6U);

  const auto single =
      header({"Ngày giao dịch", "Số tham chiếu", "Số tiền ghi nợ", "Số tiền ghi có", "Số dư", "Mô tả"}).columns;
  ASSERT_TRUE(single);
  EXPECT_EQ(single->reference, 1U);
  EXPECT_EQ(single->credit, 3U);

  const auto bidv = header({"Ngày hiệu lực", "Ghi nợ", "Ghi có", "Số dư", "Mô tả"}).columns;
  ASSERT_TRUE(bidv);
  EXPECT_EQ(bidv->date, 0U);
  EXPECT_EQ(bidv->credit, 2U);
  EXPECT_FALSE(bidv->reference);

  const auto vietinbank =
      header({"Ngày phát sinh / Ngày hạch toán (Accounting date)", "Mô tả giao dịch/Transaction description",
              "Nợ/ Debit", "Có / Credit", "Số dư TK/Account balance", "Số giao dịch/Transaction number"})
          .columns;
  ASSERT_TRUE(vietinbank);
  EXPECT_EQ(vietinbank->credit, 3U);
  EXPECT_EQ(vietinbank->debit, 2U);
  EXPECT_EQ(vietinbank->balance, 4U);
  EXPECT_EQ(vietinbank->reference, 5U);
}

TEST(Columns, EveryNameOfTheTableOfAliases) {
  for (const char* date : {"ngày giao dịch", "ngày hạch toán", "ngày hiệu lực", "Transaction date", "EFFECTIVE DATE"}) {
    EXPECT_TRUE(header({date, "credit"}).columns) << date;
  }
  for (const char* credit : {"ghi có", "phát sinh có", "số tiền ghi có", "có", "credit", "tiền vào"}) {
    EXPECT_TRUE(header({"ngày giao dịch", credit}).columns) << credit;
  }
  for (const char* memo :
       {"nội dung", "diễn giải", "mô tả", "nội dung chi tiết", "description", "details", "narrative"}) {
    EXPECT_EQ(header({"ngày", "có", memo}).columns->description, 2U) << memo;
  }
  for (const char* debit : {"ghi nợ", "phát sinh nợ", "nợ", "debit", "tiền ra"}) {
    EXPECT_EQ(header({"ngày", "có", debit}).columns->debit, 2U) << debit;
  }
  for (const char* balance : {"số dư", "balance"}) {
    EXPECT_EQ(header({"ngày", "có", balance}).columns->balance, 2U) << balance;
  }
  for (const char* reference :
       {"số tham chiếu", "số chứng từ", "số bút toán", "số giao dịch", "số CT", "doc no", "reference", "Ref. No."}) {
    EXPECT_EQ(header({"ngày", "có", reference}).columns->reference, 2U) << reference;
  }
}

TEST(Columns, EnglishNumberIsNotVietnameseDebt) {
  EXPECT_FALSE(header({"No.", "Date", "Credit"}).columns->debit);
  EXPECT_FALSE(header({"STT/No.", "Date", "Credit"}).columns->debit);
  EXPECT_FALSE(header({"STT\nNo", "Date", "Credit"}).columns->debit);
  EXPECT_EQ(header({"No", "Date", "Debit", "Credit"}).columns->debit, 2U);
}

TEST(Columns, OneColumnForBothWays) {
  const auto plain = header({"Date", "Amount", "Description"}).columns;
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->amount, 1U);
  EXPECT_FALSE(plain->credit);
  const auto directed = header({"Ngày", "Số tiền", "Nợ/Có", "Nội dung"}).columns;
  ASSERT_TRUE(directed);
  EXPECT_EQ(directed->direction, 2U);
  EXPECT_FALSE(directed->credit);
  EXPECT_FALSE(directed->debit);
  EXPECT_FALSE(header({"Ngày", "Số tiền", "Ghi có"}).columns->amount) << "a credit column is surer";
}

TEST(Columns, TwoColumnsOfMoneyInAreADoubt) {
  const HeaderReading reading = header({"Ngày", "Ghi có", "Phát sinh có"});
  EXPECT_FALSE(reading.columns);
  EXPECT_NE(reading.doubt.find("Phát sinh có"), std::string::npos);
}

TEST(Columns, OrdinaryRowsAreNoHeader) {
  EXPECT_FALSE(header({"29/05/2025", "FT1", "", "100.000", "ung ho"}).columns);
  EXPECT_FALSE(header({"SAO KÊ TÀI KHOẢN / STATEMENT OF ACCOUNT"}).columns);
  EXPECT_FALSE(header({"Ngày giao dịch", "Nội dung"}).columns);
  EXPECT_FALSE(header({"Ghi nợ", "Ghi có"}).columns);
  EXPECT_FALSE(header({"Ngày", "Ghi nợ"}).columns) << "money out alone is no statement of gifts";
}

}  // namespace
}  // namespace mn
