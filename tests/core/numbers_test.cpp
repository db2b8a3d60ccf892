// Figures as people read them and as banks write them: what is read is right, and what could mean two things is
// refused.
#include "core/numbers.h"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>

#include "core/text.h"
#include "tests/core/random_source.h"

namespace mn {
namespace {

std::string amount(std::string_view text) {
  const Result<Money> read = read_amount(text);
  if (read.ok()) return std::to_string(read->dong);
  EXPECT_EQ(read.failure().cause, Cause::bad_input);
  EXPECT_FALSE(first_invalid_utf8(read.failure().words).has_value());
  return "refused";
}

TEST(Grouped, DotsStandBetweenGroupsOfThree) {
  EXPECT_EQ(grouped({0}), "0");
  EXPECT_EQ(grouped({999}), "999");
  EXPECT_EQ(grouped({1'000}), "1.000");
  EXPECT_EQ(grouped({1'005'021'115}), "1.005.021.115");
  EXPECT_EQ(grouped({-150'000}), "-150.000");
  EXPECT_EQ(grouped({-1}), "-1");
  EXPECT_EQ(grouped({INT64_MAX}), "9.223.372.036.854.775.807");
  EXPECT_EQ(grouped({INT64_MIN}), "-9.223.372.036.854.775.808");
  EXPECT_EQ(grouped_dong({1'005'021'115}), "1.005.021.115 đồng");
}

TEST(ShortAmount, IsShortOnlyWhereItIsExact) {
  EXPECT_EQ(short_amount({500'000}), "500 nghìn");
  EXPECT_EQ(short_amount({5'000'000}), "5 triệu");
  EXPECT_EQ(short_amount({1'500'000}), "1,5 triệu");
  EXPECT_EQ(short_amount({1'250'000}), "1,25 triệu");
  EXPECT_EQ(short_amount({1'050'000}), "1,05 triệu");
  EXPECT_EQ(short_amount({1'500'000'000}), "1,5 tỷ");
  EXPECT_EQ(short_amount({494'000'000'000}), "494 tỷ");
  EXPECT_EQ(short_amount({1'105'000'000'000}), "1.105 tỷ");
  EXPECT_EQ(short_amount({1'105'000'000}), "1.105 triệu") << "never 1,105 tỷ, which reads like 1.105 tỷ";
  EXPECT_EQ(short_amount({2'277'000}), "2.277.000");
  EXPECT_EQ(short_amount({1'234'567'890}), "1.234.567.890");
  EXPECT_EQ(short_amount({1'500}), "1.500");
  EXPECT_EQ(short_amount({1'000}), "1 nghìn");
  EXPECT_EQ(short_amount({999}), "999");
  EXPECT_EQ(short_amount({0}), "0");
  EXPECT_EQ(short_amount({-5'000'000}), "-5 triệu");
  EXPECT_EQ(short_amount({INT64_MIN}), "-9.223.372.036.854.775.808");
}

TEST(ReadAmount, TheTableOfTheFieldNotes) {
  EXPECT_EQ(amount("1.000.000"), "1000000");
  EXPECT_EQ(amount("1,000,000"), "1000000");
  EXPECT_EQ(amount("1.000.000,00"), "1000000");
  EXPECT_EQ(amount("1,000,000.00"), "1000000");
  EXPECT_EQ(amount("400.000,00"), "400000");
  EXPECT_EQ(amount("50,000"), "50000");
  EXPECT_EQ(amount("1.000"), "1000");
  EXPECT_EQ(amount("1,000"), "1000");
  EXPECT_EQ(amount("1 000 000"), "1000000");
  EXPECT_EQ(amount("1\u00A0000\u00A0000"), "1000000");
  EXPECT_EQ(amount("1\u202F000\u202F000"), "1000000");
  EXPECT_EQ(amount("+500.000 VND"), "500000");
  EXPECT_EQ(amount("500.000đ"), "500000");
  EXPECT_EQ(amount("500.000 ₫"), "500000");
  EXPECT_EQ(amount("(150,000)"), "-150000");
  EXPECT_EQ(amount("-150.000"), "-150000");
  EXPECT_EQ(amount("1E+06"), "1000000");
  EXPECT_EQ(amount("10,50"), "refused");
  EXPECT_EQ(amount("1.00"), "refused");
  EXPECT_EQ(amount("1.000.00"), "refused");
  EXPECT_EQ(amount("1,00,000"), "refused");
}

TEST(ReadAmount, OtherFormsOfTheSame) {
  EXPECT_EQ(amount("1000000"), "1000000");
  EXPECT_EQ(amount("0"), "0");
  EXPECT_EQ(amount("0,00"), "0");
  EXPECT_EQ(amount("0.00"), "0");
  EXPECT_EQ(amount(" 5.000.000\r\n"), "5000000");
  EXPECT_EQ(amount("1 000 000,00"), "1000000");
  EXPECT_EQ(amount("VND 500,000"), "500000");
  EXPECT_EQ(amount("₫500.000"), "500000");
  EXPECT_EQ(amount("-₫500.000"), "-500000");
  EXPECT_EQ(amount("\u2212500.000"), "-500000");
  EXPECT_EQ(amount("- 500.000"), "-500000");
  EXPECT_EQ(amount("(500.000 đồng)"), "-500000");
  EXPECT_EQ(amount("500.000 VNĐ"), "500000");
  EXPECT_EQ(amount("500.000 đồ\u0300ng"), "refused") << "two marks on one letter";
  EXPECT_EQ(amount("500.000 đo\u0302\u0300ng"), "500000") << "NFD";
  EXPECT_EQ(amount("500000 dong"), "500000");
  EXPECT_EQ(amount("\uFEFF500.000"), "500000");
  EXPECT_EQ(amount("9223372036854775807"), "9223372036854775807");
  EXPECT_EQ(amount("-9.223.372.036.854.775.807"), "-9223372036854775807");
}

TEST(ReadAmount, ScientificFormsOfSpreadsheets) {
  EXPECT_EQ(amount("1.5E+06"), "1500000");
  EXPECT_EQ(amount("1,5E+06"), "1500000");
  EXPECT_EQ(amount("1e6"), "1000000");
  EXPECT_EQ(amount("1.00E+06"), "1000000");
  EXPECT_EQ(amount("1.2345678E7"), "12345678");
  EXPECT_EQ(amount("-2E+05"), "-200000");
  EXPECT_EQ(amount("5E0"), "5");
  EXPECT_EQ(amount("1.23457E+08"), "refused") << "six digits of a longer number";
  EXPECT_EQ(amount("1.5E+00"), "refused");
  EXPECT_EQ(amount("1E-01"), "refused");
  EXPECT_EQ(amount("10E+05"), "refused");
  EXPECT_EQ(amount("1E+19"), "refused");
  EXPECT_EQ(amount("1E+99"), "refused");
  EXPECT_EQ(amount("1E+999"), "refused");
  for (const char* bad : {"E", "E5", "1E", "1E+", "1.E5", ".5E5", "1E5E5", "1.5.5E9"})
    EXPECT_EQ(amount(bad), "refused") << bad;
}

TEST(ReadAmount, WhatIsNotPlainIsRefused) {
  for (const char* bad : {"",
                          " ",
                          "-",
                          "+",
                          "()",
                          "(",
                          ")",
                          "VND",
                          "đ",
                          ".",
                          ",",
                          "abc",
                          "1.000.000.",
                          ".500",
                          ",500",
                          "1..000",
                          "1. 000",
                          "1  000",
                          "1.000,0",
                          "1.000,000",
                          "1.000,5",
                          "1.000,50",
                          "1,000.5",
                          "1.000.000,01",
                          "1 000.000",
                          "1.000 000",
                          "1000.000",
                          "1,0000",
                          "50000.",
                          "50000.00",
                          "1.5",
                          "1.0",
                          "0.500",
                          "00",
                          "0123",
                          "01.000",
                          "--5",
                          "+-5",
                          "(-5)",
                          "(5",
                          "5)",
                          "5-",
                          "500k",
                          "5tr",
                          "1'000",
                          "1_000",
                          "0x10",
                          "٣",
                          "５００００",
                          "5阮00",
                          "500.000DD",
                          "500.000D",
                          "500.000 VND VND",
                          "VND 500.000 VND",
                          "$500",
                          "500 USD",
                          "1.000.000,00,00",
                          "200.000,001261122666 ung ho",
                          "9223372036854775808",
                          "9.223.372.036.854.775.808",
                          "99999999999999999999999999",
                          "1\n000",
                          "\xFF",
                          "5\xC0\x80",
                          "nan",
                          "inf",
                          "10%",
                          "=5"}) {
    EXPECT_EQ(amount(bad), "refused") << bad;
  }
  EXPECT_EQ(amount(std::string(1'000, '1')), "refused");
  EXPECT_EQ(amount(std::string("5\0000", 4)), "refused");
}

TEST(ReadAmount, FailuresNameTheText) {
  EXPECT_EQ(read_amount("10,50").failure().words,
            "not an amount in whole đồng: \"10,50\" (figures are not in groups of three)");
  EXPECT_EQ(read_amount("1.000,50").failure().words, "not an amount in whole đồng: \"1.000,50\" (not a whole đồng)");
  EXPECT_LT(read_amount(std::string(100'000, 'x')).failure().words.size(), 150u);
}

TEST(ReadAmount, ReadsWhatGroupedWrites) {
  RandomSource random{99};
  for (int i = 0; i < 5'000; ++i) {
    const auto dong = static_cast<std::int64_t>(random.next()) >> random.below(64);
    if (dong == INT64_MIN) continue;
    const std::string plain = std::to_string(dong);
    ASSERT_EQ(amount(grouped({dong})), plain);
    ASSERT_EQ(amount(grouped_dong({dong})), plain);
    ASSERT_EQ(amount(plain), plain);
  }
}

std::string date(std::string_view text) {
  const Result<LocalTime> read = read_date(text);
  if (!read.ok()) return "refused";
  return read->has_time ? date_time_text(*read) : date_text(*read);
}

TEST(ReadDate, DayComesBeforeMonth) {
  EXPECT_EQ(date("05/06/2025"), "05/06/2025");
  EXPECT_EQ(read_date("05/06/2025")->month, 6);
  EXPECT_EQ(date("16/9/2024 9:27:00"), "16/09/2024 09:27:00");
  EXPECT_EQ(date("10/09/2024 01:03:56"), "10/09/2024 01:03:56");
  EXPECT_EQ(date("10/09/2024 01:03"), "10/09/2024 01:03:00");
  EXPECT_EQ(date("1/9/2024"), "01/09/2024");
  EXPECT_EQ(date("29-05-2025"), "29/05/2025");
  EXPECT_EQ(date("2025-05-29"), "29/05/2025");
  EXPECT_EQ(date("2025-05-29 08:15:00"), "29/05/2025 08:15:00");
  EXPECT_EQ(date("2025-05-29T08:15:00+07:00"), "29/05/2025 08:15:00");
  EXPECT_EQ(date(" 29/05/2025\u00A008:15 "), "29/05/2025 08:15:00");
  EXPECT_EQ(date("29/02/2024"), "29/02/2024");
  EXPECT_EQ(date("29/05/2025 00:00:00"), "29/05/2025 00:00:00");
}

TEST(ReadDate, SerialsOfSpreadsheets) {
  EXPECT_EQ(date("25569"), "01/01/1970");
  EXPECT_EQ(date("45806"), "29/05/2025");
  EXPECT_EQ(date("45806.34375"), "29/05/2025 08:15:00");
  EXPECT_EQ(date("45806,34375"), "29/05/2025 08:15:00");
  EXPECT_EQ(date("45551.3937499999972"), "16/09/2024 09:27:00");
  EXPECT_EQ(date("45806.999999"), "30/05/2025 00:00:00");
  EXPECT_EQ(date("45806.0"), "29/05/2025");
}

TEST(ReadDate, WhatIsNotADayIsRefused) {
  for (const char* bad : {"",
                          "13/13/2025",
                          "05/29/2025",
                          "31/04/2025",
                          "29/02/2025",
                          "00/01/2025",
                          "32/01/2025",
                          "01/00/2025",
                          "1/1/25",
                          "01/01/0001",
                          "01/01/1899",
                          "110/09/2024 12:01:29",
                          "29/05-2025",
                          "29.05.2025",
                          "2025/05/29",
                          "2025-5-29",
                          "29/05/2025 24:00",
                          "29/05/2025 08",
                          "29/05/2025 08:60",
                          "29/05/2025 08:15:60",
                          "29/05/2025 8:5",
                          "29/05/2025 08:15:00 PM",
                          "29/05/2025x",
                          "29 05 2025",
                          "2025",
                          "4580",
                          "458060",
                          "45806.",
                          "45806.x",
                          "09999",
                          "-45806",
                          "2025-05-29T08:15:00Z",
                          "2025-05-29T08:15:00+08:00",
                          "hôm qua",
                          "29/05/2025阮",
                          "\xFF",
                          "29/05/20251"}) {
    EXPECT_EQ(date(bad), "refused") << bad;
  }
  EXPECT_EQ(read_date("05/29/2025").failure().words, "not a date (day/month/year): \"05/29/2025\"");
}

TEST(LocalTime, IsSevenHoursAheadOfUtc) {
  EXPECT_EQ(iso_date_time(local_time(0)), "1970-01-01T07:00:00+07:00");
  EXPECT_EQ(utc_text(0), "1970-01-01T00:00:00.000000Z");
  constexpr std::int64_t kCeremony = 1'748'481'300'123'456;
  EXPECT_EQ(utc_text(kCeremony), "2025-05-29T01:15:00.123456Z");
  EXPECT_EQ(iso_date_time(local_time(kCeremony)), "2025-05-29T08:15:00+07:00");
  EXPECT_EQ(date_time_text(local_time(kCeremony)), "29/05/2025 08:15:00");
  EXPECT_EQ(iso_date(local_time(kCeremony)), "2025-05-29");
  EXPECT_EQ(utc_us(local_time(kCeremony)), kCeremony - 123'456);
  EXPECT_EQ(utc_text(-1), "1969-12-31T23:59:59.999999Z");
  EXPECT_EQ(date_text(local_time(utc_us(*read_date("31/12/2025 23:59:59")) + 1'000'000)), "01/01/2026");
}

TEST(LocalTime, ClocksThatAreFarOffDoNotBreakIt) {
  EXPECT_EQ(date_text(local_time(INT64_MAX)), "31/12/9999");
  EXPECT_EQ(date_text(local_time(INT64_MIN)), "01/01/0001");
  EXPECT_EQ(utc_text(INT64_MAX), "9999-12-31T16:59:59.999999Z");
  EXPECT_FALSE(utc_text(INT64_MIN).empty());
}

TEST(LocalTime, ComesBackFromEveryText) {
  RandomSource random{17};
  for (int i = 0; i < 3'000; ++i) {
    const auto us = static_cast<std::int64_t>(random.below(4'000'000'000)) * 1'000'000;
    const LocalTime time = local_time(us);
    ASSERT_EQ(utc_us(time), us);
    ASSERT_EQ(*read_date(date_time_text(time)), time);
    ASSERT_EQ(*read_date(iso_date_time(time)), time);
    ASSERT_EQ(read_date(date_text(time))->day, time.day);
  }
}

}  // namespace
}  // namespace mn
