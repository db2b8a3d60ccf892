// Tax codes: the check digit by known codes and by an independent sum, every fault, and the usual mistakes of others.
#include "core/tax_code.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mn {
namespace {

TEST(TaxCode, ValidOnes) {
  for (const char* code : {"0100233488", "0100112437", "0100150619", "0100111948", "0100686174", "0100230800",
                           "0314409058-002", "4900234569", "4900345678"}) {
    const TaxCodeReading reading = read_tax_code(code);
    EXPECT_EQ(reading.fault, TaxCodeFault::ok) << code;
    EXPECT_EQ(reading.tax_code.view(), code);
  }
  EXPECT_EQ(read_tax_code("49 0023 4569").tax_code.view(), "4900234569");
  EXPECT_EQ(read_tax_code("0314409058002").tax_code.view(), "0314409058-002");
  EXPECT_EQ(read_tax_code("0314409058.002").tax_code.view(), "0314409058-002");
}

TEST(TaxCode, Faults) {
  struct Row {
    const char* typed;
    TaxCodeFault fault;
  };
  const std::vector<Row> table = {
      {"", TaxCodeFault::empty},
      {" ", TaxCodeFault::empty},
      {"1", TaxCodeFault::too_short},
      {"12345", TaxCodeFault::too_short},
      {"490023456", TaxCodeFault::too_short},
      {"0100233480", TaxCodeFault::wrong_check},
      {"4900234659", TaxCodeFault::wrong_check},
      {"0000000000", TaxCodeFault::wrong_check},
      {"4900234569-", TaxCodeFault::too_short},
      {"49002345690", TaxCodeFault::too_short},
      {"4900234569-0", TaxCodeFault::too_short},
      {"4900234569-00", TaxCodeFault::too_short},
      {"490023456900", TaxCodeFault::twelve_digits},
      {"020085001234", TaxCodeFault::twelve_digits},
      {"4900234569-000", TaxCodeFault::wrong_branch},
      {"4900234560-001", TaxCodeFault::wrong_check},
      {"49002345690011", TaxCodeFault::too_long},
      {"490023456900112345678901234567890123456789", TaxCodeFault::too_long},
      {"49002345x9", TaxCodeFault::wrong_sign},
      {"=4900234569", TaxCodeFault::wrong_sign},
      {"４900234569", TaxCodeFault::wrong_sign},
  };
  for (const Row& row : table) {
    EXPECT_EQ(read_tax_code(row.typed).fault, row.fault) << row.typed;
    EXPECT_TRUE(read_tax_code(row.typed).tax_code.empty()) << row.typed;
  }
  for (char last = '0'; last <= '9'; ++last) {
    EXPECT_EQ(read_tax_code(std::string("490000012") + last).fault, TaxCodeFault::wrong_check) << last;
  }
}

// Of the ten last digits, at most one is right; and where the remainder is 0, none is: public code makes a 0 or a 1 of
// it, or counts by 10 instead of 11.
TEST(TaxCode, OneCheckDigitOrNone) {
  const int weights[] = {31, 29, 23, 19, 17, 13, 7, 5, 3};
  int none = 0, by_ten_agrees = 0;
  for (int start = 490'000'000; start < 490'002'000; ++start) {
    const std::string nine = std::to_string(start);
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) sum += weights[i] * (nine[i] - '0');
    std::string right;
    for (char last = '0'; last <= '9'; ++last) {
      if (read_tax_code(nine + last).fault == TaxCodeFault::ok) right += last;
    }
    if (sum % 11 == 0) {
      EXPECT_EQ(right, "") << nine;
      ++none;
    } else {
      EXPECT_EQ(right, std::to_string(10 - sum % 11)) << nine;
    }
    by_ten_agrees += right == std::to_string((10 - sum % 10) % 10) ? 1 : 0;
  }
  EXPECT_GT(none, 150);
  EXPECT_LT(by_ten_agrees, 400);
}

TEST(TaxCode, OneWrongDigitOrTwoSwappedAreFound) {
  const std::string code = "4900234569";
  for (std::size_t i = 0; i < code.size(); ++i) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string other = code;
      other[i] = digit;
      if (other != code) {
        EXPECT_EQ(read_tax_code(other).fault, TaxCodeFault::wrong_check) << other;
      }
    }
  }
}

TEST(TaxCode, Masked) {
  EXPECT_EQ(tax_code_masked("4900234569"), "4900•••569");
  EXPECT_EQ(tax_code_masked("0314409058-002"), "0314•••058-002");
}

}  // namespace
}  // namespace mn
