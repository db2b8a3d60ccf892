// What banks write, through a whole CSV: numbers, dates, characters, separators, the four banks' tables.
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "tests/money/given.h"
#include "tests/support/made_up_statement.h"

namespace mn {
namespace {

// The one amount of a statement whose only row has this in its column of money in; nothing when the row is a fault.
std::optional<std::int64_t> amount_of(const std::string& text) {
  const Result<Statement> statement = given::read(given::csv_of_memo("ung ho", text));
  EXPECT_TRUE(statement.ok());
  if (!statement || statement->lines.size() != 1) {
    EXPECT_EQ(statement->faults.size(), 1U) << text;
    return std::nullopt;
  }
  EXPECT_TRUE(statement->faults.empty()) << text;
  return statement->lines.front().amount.dong;
}

TEST(StatementForms, TheTableOfNumbers) {
  for (const char* million : {"1.000.000", "1,000,000", "1.000.000,00", "1,000,000.00", "1 000 000",
                              "1\u00A0000\u00A0000", "1\u202F000\u202F000", "1E+06"}) {
    EXPECT_EQ(amount_of(million), 1'000'000) << million;
  }
  EXPECT_EQ(amount_of("400.000,00"), 400'000);
  EXPECT_EQ(amount_of("50,000"), 50'000);
  EXPECT_EQ(amount_of("1.000"), 1'000);
  EXPECT_EQ(amount_of("1,000"), 1'000);
  for (const char* half : {"+500.000 VND", "500.000đ", "500.000 ₫"}) EXPECT_EQ(amount_of(half), 500'000) << half;
  for (const char* refused : {"10,50", "1.000.00", "1,00,000", "1.00", "abc1", "12.34.56", "1O0.000"}) {
    EXPECT_EQ(amount_of(refused), std::nullopt) << refused;
  }
}

TEST(StatementForms, NegativeNumbersInTheColumnOfMoneyInAreFaults) {
  for (const char* negative : {"(150,000)", "-150.000"}) {
    const Result<Statement> statement = given::read(given::csv_of_memo("hoan tra", negative));
    ASSERT_TRUE(statement.ok());
    ASSERT_EQ(statement->faults.size(), 1U);
    EXPECT_EQ(statement->faults[0].kind, FaultKind::amount_negative);
    EXPECT_EQ(statement->faults[0].line, 2U);
    EXPECT_TRUE(statement->lines.empty());
  }
}

std::optional<LocalTime> date_of(const std::string& text) {
  const Result<Statement> statement = given::read(given::csv({{text, "FT0001", "", "1.000", "ung ho"}}));
  EXPECT_TRUE(statement.ok());
  if (!statement || statement->lines.size() != 1) return std::nullopt;
  return statement->lines.front().booked_at;
}

TEST(StatementForms, Dates) {
  EXPECT_EQ(date_of("05/06/2025"), (LocalTime{2025, 6, 5})) << "5 June, never May";
  EXPECT_EQ(date_of("16/9/2024 9:27:00"), (LocalTime{2024, 9, 16, 9, 27, 0, true}));
  EXPECT_EQ(date_of("10/09/2024 01:03:56"), (LocalTime{2024, 9, 10, 1, 3, 56, true}));
  EXPECT_EQ(date_of("10-09-2024"), (LocalTime{2024, 9, 10}));
  EXPECT_EQ(date_of("2024-09-10"), (LocalTime{2024, 9, 10}));
  EXPECT_EQ(date_of("45444"), (LocalTime{2024, 6, 1})) << "an Excel serial";
  for (const char* refused : {"13/25/2024", "31/02/2025", "05/06/25x", "1", "05/06/1999", "110/09/2024"}) {
    EXPECT_EQ(date_of(refused), std::nullopt) << refused;
  }
}

TEST(StatementForms, SignedAmountsInOneColumn) {
  const Result<Statement> statement = given::read(
      "Date,Amount,Description\n29/05/2025,+500.000,in\n29/05/2025,-20.000,out\n30/05/2025,\"(1,000)\",out\n30/05/"
      "2025,7.000,in\n");
  ASSERT_TRUE(statement.ok());
  ASSERT_EQ(statement->lines.size(), 2U);
  EXPECT_EQ(statement->credit_total.dong, 507'000);
  EXPECT_EQ(statement->debit_lines, 2U);
  EXPECT_EQ(statement->debit_total.dong, 21'000);
  EXPECT_FALSE(statement->sign_never_used);
  const Result<Statement> unsigned_only = given::read("Date,Amount,Description\n29/05/2025,500.000,x\n");
  ASSERT_TRUE(unsigned_only.ok());
  EXPECT_TRUE(unsigned_only->sign_never_used);
}

TEST(StatementForms, AmountsWithADirection) {
  const Result<Statement> statement =
      given::read("Ngày;Số tiền;D/C;Nội dung\n29/05/2025;500.000;C;a\n29/05/2025;20.000;D;b\n29/05/2025;30.000;?;c\n");
  ASSERT_TRUE(statement.ok());
  EXPECT_EQ(statement->lines.size(), 1U);
  EXPECT_EQ(statement->debit_total.dong, 20'000);
  ASSERT_EQ(statement->faults.size(), 1U);
  EXPECT_EQ(statement->faults[0].kind, FaultKind::direction_unreadable);
}

icu::UnicodeString utf16(const std::string& utf8) { return icu::UnicodeString::fromUTF8(utf8); }

std::string encoded(const icu::UnicodeString& text, const char* charset) {
  std::string out(static_cast<std::size_t>(text.length()) * 4 + 8, '\0');
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &status);
  const std::int32_t size = ucnv_fromUChars(converter, out.data(), static_cast<std::int32_t>(out.size()),
                                            text.getBuffer(), text.length(), &status);
  ucnv_close(converter);
  EXPECT_TRUE(U_SUCCESS(status)) << charset;
  out.resize(static_cast<std::size_t>(size));
  return out;
}

icu::UnicodeString nfd(const std::string& utf8) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFDInstance(status)->normalize(utf16(utf8), status);
}

// Base letters composed with their quality, tones apart, as Windows-1258 has it.
icu::UnicodeString for_windows_1258(const std::string& utf8) {
  icu::UnicodeString out;
  const icu::UnicodeString apart = nfd(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc_form = icu::Normalizer2::getNFCInstance(status);
  for (std::int32_t i = 0; i < apart.length(); ++i) {
    const char16_t sign = apart[i];
    const bool tone = sign == 0x300 || sign == 0x301 || sign == 0x303 || sign == 0x309 || sign == 0x323;
    if (!tone || out.isEmpty()) {
      out += sign;
      if (sign == 0x302 || sign == 0x306 || sign == 0x31B) {  // the quality may come after a tone: ậ is a + ̣ + ̂
        const std::int32_t before = out.length() - 2;
        const bool toned = before > 0 && (out[before] == 0x323);
        if (toned) {
          out.truncate(before);
          out += sign;
          icu::UnicodeString letter(out, before - 1);
          out.truncate(before - 1);
          out += nfc_form->normalize(letter, status);
          out += char16_t{0x323};
        } else {
          icu::UnicodeString letter(out, before);
          out.truncate(before);
          out += nfc_form->normalize(letter, status);
        }
      }
    } else {
      out += sign;
    }
  }
  return out;
}

TEST(StatementForms, EveryCharacterSetGivesTheSameStatement) {
  const std::string memo = "Nguyễn Thị Hòa ủng hộ Quỹ Bảo trợ trẻ em, ậ ế ợ";
  const std::string text = given::csv_of_memo(memo);
  const Result<Statement> plain = given::read(text);
  ASSERT_TRUE(plain.ok());
  ASSERT_EQ(plain->lines.size(), 1U);
  EXPECT_EQ(plain->lines[0].description, memo);
  std::string nfd_text;
  nfd(text).toUTF8String(nfd_text);
  ASSERT_NE(nfd_text, text);
  for (const std::string& other :
       {"\xEF\xBB\xBF" + text, "\xFF\xFE" + encoded(utf16(text), "UTF-16LE"),
        "\xFE\xFF" + encoded(utf16(text), "UTF-16BE"), encoded(for_windows_1258(text), "windows-1258"), nfd_text}) {
    const Result<Statement> statement = given::read(other);
    ASSERT_TRUE(statement.ok()) << statement.failure().words;
    ASSERT_EQ(statement->lines.size(), 1U);
    EXPECT_EQ(statement->lines[0].description, memo);
    EXPECT_EQ(statement->lines[0].key, plain->lines[0].key);
  }
}

TEST(StatementForms, SeparatorsAndQuotedLineBreaks) {
  for (const char separator : {',', ';', '\t'}) {
    std::string text =
        "Ngày giao dịch|Ghi nợ|Ghi có|Nội dung|Số dư\n\n29/05/2025||\"100,000\"|\"dòng một\ndòng \"\"hai\"\"; ba, "
        "bốn\"|1.000.000\n";
    std::replace(text.begin(), text.end(), '|', separator);
    const Result<Statement> statement = given::read(text);
    ASSERT_TRUE(statement.ok()) << separator;
    ASSERT_EQ(statement->lines.size(), 1U) << separator;
    EXPECT_EQ(statement->lines[0].line, 3U) << "lines of the file are counted, empty ones too";
    EXPECT_EQ(statement->lines[0].amount.dong, 100'000);
    EXPECT_EQ(statement->lines[0].description, "dòng một dòng \"hai\"; ba, bốn");
  }
}

TEST(StatementForms, BlankDatesFillDownButNotPastAFault) {
  const Result<Statement> statement = given::read(given::csv({{"10/09/2024 08:00:00", "FT0001", "", "1.000", "a"},
                                                              {"", "FT0002", "", "2.000", "b"},
                                                              {"110/09/2024 12:01:29", "FT0003", "", "3.000", "c"},
                                                              {"", "FT0004", "", "4.000", "d"}}));
  ASSERT_TRUE(statement.ok());
  ASSERT_EQ(statement->lines.size(), 2U);
  EXPECT_EQ(statement->lines[1].booked_at, (LocalTime{2024, 9, 10})) << "the day, not the time of another row";
  ASSERT_EQ(statement->faults.size(), 2U);
  EXPECT_EQ(statement->faults[0].kind, FaultKind::number_before_date);
  EXPECT_EQ(statement->faults[0].suggestion, "10/09/2024 12:01:29");
  EXPECT_EQ(statement->faults[1].kind, FaultKind::date_missing);
}

TEST(StatementForms, TotalsAreNotMoneyAndMemosAreNotTotals) {
  const Result<Statement> statement =
      given::read(given::csv({{"29/05/2025", "FT0001", "", "1.000", "TONG CONG TY MAU ung ho"},
                              {"", "", "", "2.000", "Tong cong ty Mau ung ho"},
                              {"29/05/2025", "FT0002", "", "3.000", "Total"},
                              {"Tổng cộng", "", "0", "6.000", ""},
                              {"Cộng phát sinh/Total", "", "0", "6.000", ""}}));
  ASSERT_TRUE(statement.ok());
  EXPECT_EQ(statement->lines.size(), 3U);
  EXPECT_EQ(statement->credit_total.dong, 6'000);
  EXPECT_EQ(statement->totals_rows, (std::vector<std::size_t>{5, 6}));
  EXPECT_EQ(statement->stated.credit_total, Money{6'000});
  EXPECT_TRUE(statement->faults.empty());
}

TEST(StatementForms, TheFourBanks) {
  std::vector<made_up::Promise> promises;
  for (std::uint8_t n = 1; n <= 40; ++n) promises.push_back({given::code(n), Money{n * 100'000}});
  for (std::uint64_t seed = 1; seed <= 25; ++seed) {
    const auto payments = made_up::made_up_payments(promises, {2025, 5, 29}, seed);
    Money sum;
    for (const auto& payment : payments) sum = *add(sum, payment.amount);
    for (const made_up::Bank bank : made_up::kBanks) {
      const std::string text = made_up::make_statement(bank, payments, seed);
      const Result<Statement> statement = read_statement(text, "saoke.csv", {});
      ASSERT_TRUE(statement.ok()) << statement.failure().words;
      EXPECT_EQ(statement->account, made_up::kAccount);
      ASSERT_EQ(statement->lines.size(), payments.size());
      for (std::size_t i = 0; i < payments.size(); ++i) {
        ASSERT_EQ(statement->lines[i].amount, payments[i].amount);
        ASSERT_EQ(iso_date(statement->lines[i].booked_at), iso_date(payments[i].at));
        ASSERT_EQ(statement->lines[i].reference.empty(), bank == made_up::Bank::bidv);
      }
      EXPECT_EQ(statement->credit_total, sum);
      EXPECT_EQ(statement->debit_lines, 1U);
      EXPECT_EQ(statement->debit_total.dong, 11'000);
      EXPECT_TRUE(statement->faults.empty());
      EXPECT_TRUE(statement->breaks.empty());
      if (statement->stated.credit_total) {
        EXPECT_EQ(*statement->stated.credit_total, sum);
      }
    }
  }
}

}  // namespace
}  // namespace mn
