// Codes are valid, uniform and unmistakable; memos give up the codes planted in them and no others.
#include "core/pledge_code.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "tests/core/random_source.h"

namespace mn {
namespace {

// The code whose five free signs are given: of the 31 check signs one is right.
std::string with_check_sign(const std::string& five) {
  std::vector<std::string> right;
  for (const char sign : kCodeSigns) {
    if (read_code(std::string(kCodePrefix) + five + sign).code) right.push_back(five + sign);
  }
  EXPECT_EQ(right.size(), 1u) << five;
  return right.empty() ? five + "?" : right.front();
}

bool valid(const std::string& six) { return is_valid(PledgeCode{six}); }

std::string nfd(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  return out;
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

TEST(PledgeCode, TheRuleOfTheCheckSignIsTheDocumentedOne) {
  // 7K3M9: values 5 17 1 19 7 (2 is 0), so 2·5 + 3·17 + 4·1 + 5·19 + 6·7 = 202, and 202 + 15 = 7 · 31; the sign of
  // value 15 is H.
  EXPECT_EQ(with_check_sign("7K3M9"), "7K3M9P");
}

TEST(PledgeCode, MadeCodesAreValidAndTheSameBytesGiveTheSame) {
  RandomSource random{7};
  for (int i = 0; i < 20'000; ++i) {
    const ByteArray<8> bytes = random.bytes8();
    const PledgeCode code = make_code(bytes);
    ASSERT_EQ(make_code(bytes), code);
    ASSERT_EQ(code.signs.size(), kCodeLength);
    ASSERT_TRUE(valid(code.signs)) << code.signs;
    ASSERT_GE(std::ranges::count_if(code.signs.substr(0, 5), [](char c) { return c >= '2' && c <= '9'; }), 2);
  }
  EXPECT_EQ(make_code({}).signs, "222222");
  EXPECT_EQ(make_code({0, 0, 0, 0, 0, 0, 0, 1}).signs.substr(0, 5), "22223");
  // The last of all codes, and the first again.
  EXPECT_EQ(make_code({0, 0, 0, 0, 0, 0xA7, 0xD5, 0x7F}).signs.substr(0, 5), "ZZZ99");
  EXPECT_EQ(make_code({0, 0, 0, 0, 0, 0xA7, 0xD5, 0x80}).signs, "222222");
}

TEST(PledgeCode, NeighbouringRanksAreDifferentCodesInOrder) {
  std::string before;
  for (std::uint32_t rank = 0; rank < 50'000; ++rank) {
    const std::uint32_t spread = rank * 219;  // walks over the whole range
    const ByteArray<8> bytes = {0,
                                0,
                                0,
                                0,
                                0,
                                static_cast<std::uint8_t>(spread >> 16),
                                static_cast<std::uint8_t>(spread >> 8),
                                static_cast<std::uint8_t>(spread)};
    const std::string five = make_code(bytes).signs.substr(0, 5);
    ASSERT_LT(before, five);  // kCodeSigns is in ASCII order
    before = five;
  }
}

TEST(PledgeCode, EverySignComesUpAsOftenAsItShould) {
  constexpr int kCodes = 100'000;
  std::array<std::map<char, int>, kCodeLength> seen;
  RandomSource random{11};
  for (int i = 0; i < kCodes; ++i) {
    const PledgeCode code = make_code(random.bytes8());
    for (std::size_t at = 0; at < kCodeLength; ++at) ++seen[at][code.signs[at]];
  }
  // Of strings with two digits or more, one place holds a given digit (31⁴ − 23⁴) times, a given letter 31⁴ − 23⁴ −
  // 4·8·23³ times.
  const double all = 10'999'168.0;
  const double digit = (923'521.0 - 279'841.0) / all * kCodes;
  const double letter = (923'521.0 - 279'841.0 - 4 * 8 * 12'167.0) / all * kCodes;
  for (std::size_t at = 0; at < 5; ++at) {
    for (const char sign : kCodeSigns) {
      const double expected = sign <= '9' ? digit : letter;
      EXPECT_NEAR(seen[at][sign], expected, 6 * std::sqrt(expected)) << sign << " at " << at;
    }
  }
  for (const char sign : kCodeSigns) EXPECT_NEAR(seen[5][sign], kCodes / 31.0, 6 * std::sqrt(kCodes / 31.0)) << sign;
}

TEST(PledgeCode, EveryWrongSignAndEverySwapIsCaught) {
  RandomSource random{3};
  for (int round = 0; round < 300; ++round) {
    const std::string six = make_code(random.bytes8()).signs;
    for (std::size_t i = 0; i < kCodeLength; ++i) {
      for (const char sign : kCodeSigns) {
        std::string wrong = six;
        wrong[i] = sign;
        ASSERT_EQ(valid(wrong), wrong == six) << six << " → " << wrong;
      }
      for (std::size_t j = i + 1; j < kCodeLength; ++j) {
        std::string wrong = six;
        std::swap(wrong[i], wrong[j]);
        ASSERT_EQ(valid(wrong), wrong == six) << six << " → " << wrong;
      }
    }
  }
}

TEST(PledgeCode, IsWrittenForMachinesAndForPeople) {
  const PledgeCode code{"7K3M9P"};
  EXPECT_EQ(code_text(code), "QBTTE7K3M9P");
  EXPECT_EQ(code_for_people(code), "QBTTE 7K3 M9P");
}

TEST(ReadCode, ReadsWhatPeopleType) {
  for (const char* typed : {"QBTTE7K3M9P", "qbtte 7k3 m9p", " QBTTE-7K3-M9P ", "qbtte.7k3.m9p",
                            "ＱＢＴＴＥ７Ｋ３Ｍ９Ｐ", "q b t t e 7 k 3 m 9 p"}) {
    const CodeReading reading = read_code(typed);
    ASSERT_TRUE(reading.code.has_value()) << typed;
    EXPECT_EQ(reading.code->signs, "7K3M9P");
    EXPECT_EQ(reading.fault, CodeFault::none);
    EXPECT_TRUE(reading.suggestions.empty());
  }
}

TEST(ReadCode, NamesEachFault) {
  const auto fault = [](std::string_view typed) {
    const CodeReading reading = read_code(typed);
    EXPECT_FALSE(reading.code.has_value()) << typed;
    return reading.fault;
  };
  EXPECT_EQ(fault(""), CodeFault::no_prefix);
  EXPECT_EQ(fault("QBTT7K3M9P"), CodeFault::no_prefix);
  EXPECT_EQ(fault("QBTTE"), CodeFault::wrong_length);
  EXPECT_EQ(fault("QBTTE7K3M9"), CodeFault::wrong_length);
  EXPECT_EQ(fault("QBTTE7K3M9PX"), CodeFault::wrong_length);
  EXPECT_EQ(fault("QBTTE7K3M9O"), CodeFault::sign_not_used);
  EXPECT_EQ(fault("QBTTE7K3M9/"), CodeFault::sign_not_used);
  EXPECT_EQ(fault("QBTTE TREEMS"), CodeFault::too_few_digits);
  EXPECT_EQ(fault("QBTTE7K3M9J"), CodeFault::check_sign_wrong);
}

TEST(ReadCode, OffersTheCodeThatWasMeant) {
  const auto offers = [](std::string_view typed, const std::string& six) {
    const std::vector<PledgeCode> offered = read_code(typed).suggestions;
    EXPECT_LE(offered.size(), kCodeSuggestionsMax);
    for (const PledgeCode& code : offered) EXPECT_TRUE(valid(code.signs)) << code.signs;
    return std::ranges::find(offered, PledgeCode{six}) != offered.end();
  };
  EXPECT_TRUE(offers("7k3 m9p", "7K3M9P")) << "the prefix was left out";
  EXPECT_TRUE(offers("QBTTE K73 M9P", "7K3M9P")) << "neighbours swapped";
  EXPECT_TRUE(offers("QBTTE 7K3 M9J", "7K3M9P")) << "one sign wrong";
  EXPECT_TRUE(offers("QBTTE 7O3 M9P", "7K3M9P")) << "one sign that is not used";
  EXPECT_EQ(read_code("QBTTE 7O3 M9P").suggestions.size(), 1u);
  EXPECT_TRUE(read_code("QBTTE 7OO M9P").suggestions.empty());
  EXPECT_TRUE(read_code("QBTTE 7K3 M9").suggestions.empty());
}

// The lines of the field notes, with made-up numbers; CODE stands for the code.
const std::vector<std::string> kMemosWithCode = {
    "MBVCB.9512345678.123456.CODE.CT tu 0081000123456 NGUYEN VAN A toi 8400201000123 QUY BAO TRO tai AGRIBANK",
    "123456.290525.094107.CODE ung ho",
    "CT nhanh 247 den: NGUYEN VAN A chuyen tien CODE",
    "TKThe :0091000639xxx, tai VCB. MBVCB.1.2.CODE.CT tu 0081000123456 -CTLNHIDI000009811425241-1/1-CRE-002",
    "CUSTOMER CODE CT tu 0081000123456 NGUYEN VAN A to i 8400201000123",
    "IBFT CODE",
    "MB(123456)(CODE)",
    "CODE GD 464434-080625 10:55:18",
    "CODEFT25149123456789",
    "Quỹ Bảo trợ trẻ em: ủng hộ CODE, đặng thị ước",
    "CODE",
};

TEST(CodesInMemo, FindsTheCodeInEveryShapeBanksGiveIt) {
  RandomSource random{5};
  std::vector<std::string> sixes = {"7K3M9P"};
  for (int i = 0; i < 20; ++i) sixes.push_back(make_code(random.bytes8()).signs);
  for (const std::string& six : sixes) {
    const std::string whole = std::string(kCodePrefix) + six;
    const std::vector<std::string> written = {whole,
                                              code_for_people(PledgeCode{six}),
                                              "QBTTE-" + six,
                                              "QBTTE" + six.substr(0, 3) + " " + six.substr(3),
                                              whole.substr(0, 4) + " " + whole.substr(4, 4) + " " + whole.substr(8),
                                              "Q.B.T.T.E." + six};
    for (const std::string& memo : kMemosWithCode) {
      for (const std::string& code : written) {
        const std::string line = replaced(memo, "CODE", code);
        for (const std::string& shape : {line, nfd(line), lower(line), nfd(lower(line))}) {
          const CodesInMemo found = codes_in_memo(shape);
          ASSERT_EQ(found.codes, std::vector{PledgeCode{six}}) << shape;
          EXPECT_FALSE(found.repeated) << shape;
          EXPECT_TRUE(found.almost.empty()) << shape;
        }
      }
    }
  }
}

TEST(CodesInMemo, FindsNothingWhereNothingWasPlanted) {
  for (const char* memo :
       {"FT25149123456789", "QBTTE", "UNG HO QBTTE", "QBTTE7K3M9", "QBTTE NGUYEN VAN A", "QBTTE TREEMS", "", "7K3M9P",
        "QBTT 7K3M9P", "QBTTE NGUYEN VAN A 29 TUOI", "UNG HO QUY BAO TRO TRE EM 500000", "QBTTE QBTTE QBTTE",
        "chuyen tien QBTTE Hoang Thi Mai", "QBTTE\n"}) {
    const std::string line = memo;
    for (const std::string& shape : {line, nfd(line), lower(line)}) {
      const CodesInMemo found = codes_in_memo(shape);
      EXPECT_TRUE(found.codes.empty()) << shape;
      EXPECT_TRUE(found.almost.empty()) << shape;
      EXPECT_FALSE(found.repeated);
    }
  }
}

TEST(CodesInMemo, SeveralCodesAndOneCodeTwiceAreTold) {
  const std::string other = with_check_sign("4D8WX");
  const CodesInMemo two = codes_in_memo("QBTTE7K3M9P va qbtte " + other);
  EXPECT_EQ(two.codes, (std::vector{PledgeCode{"7K3M9P"}, PledgeCode{other}}));
  EXPECT_FALSE(two.repeated);
  const CodesInMemo twice = codes_in_memo("QBTTE7K3M9P.QBTTE 7K3 M9P");
  EXPECT_EQ(twice.codes, std::vector{PledgeCode{"7K3M9P"}});
  EXPECT_TRUE(twice.repeated);
  EXPECT_FALSE(codes_in_memo("QBTTE QBTTE7K3M9P").repeated);
  EXPECT_EQ(codes_in_memo("QBTTE QBTTE7K3M9P").codes.size(), 1u);
}

TEST(CodesInMemo, ATypingErrorIsOfferedNeverMatched) {
  const auto almost = [](std::string_view memo) {
    const CodesInMemo found = codes_in_memo(memo);
    EXPECT_TRUE(found.codes.empty()) << memo;
    return found.almost;
  };
  EXPECT_EQ(almost("IBFT QBTTE7K3M9J"), std::vector<std::string>{"7K3M9J"}) << "check sign wrong";
  for (const char* six : {"OK3M97", "7O3M99", "703M99", "7I3M99", "713M99", "7L3M99"}) {
    EXPECT_EQ(almost("CT tu " + std::string("QBTTE") + six),
              six[0] == 'O' ? std::vector<std::string>{"OK3M97"} : std::vector<std::string>{six});
  }
  EXPECT_EQ(almost("QBTTE7K3M9J QBTTE7K3M9J"), std::vector<std::string>{"7K3M9J"});
  const CodesInMemo both = codes_in_memo("QBTTE7K3M9J sua lai QBTTE7K3M9P");
  EXPECT_EQ(both.codes, std::vector{PledgeCode{"7K3M9P"}});
  EXPECT_EQ(both.almost, std::vector<std::string>{"7K3M9J"});
}

// Memos as people and banks write them, some with the bare prefix in front of names, words, sums, dates with leading
// zeros and phones.
std::string random_memo(RandomSource& random, const std::string& planted) {
  static const std::vector<std::string> words = {"ung ho",       "UNG HO",
                                                 "chuyen tien",  "Quỹ Bảo trợ trẻ em",
                                                 "NGUYEN VAN A", "TRAN THI HOA",
                                                 "Lê Văn Đức",   "HOANG",
                                                 "em",           "lop",
                                                 "TREEMS",       "gia dinh",
                                                 "CTY TNHH MTV", "XA DONG DANG",
                                                 "P. Tam Thanh", "cac chau",
                                                 "dong gop",     "NOP TIEN",
                                                 "thang",        "Tết",
                                                 "BENHVIEN",     "qua trung thu",
                                                 "CT tu",        "toi",
                                                 "tai VCB",      "IBFT",
                                                 "GD",           "MBVCB",
                                                 "TKThe :",      "QUY",
                                                 "BTTE",         "q",
                                                 "QBT",          "TE",
                                                 "KHANH HUYEN",  "PHUONG",
                                                 "DANG",         "THUY"};
  static const std::vector<std::string> gaps = {" ", " ", " ", ".", "-", ". ", "  ", "/", "("};
  std::string memo;
  const std::size_t parts = 2 + random.below(7);
  const std::size_t plant_at = random.below(parts);
  const auto digits = [&](std::size_t count) {
    std::string out = "0";
    while (out.size() < count) out.push_back(static_cast<char>('0' + random.below(10)));
    return out;
  };
  for (std::size_t i = 0; i < parts; ++i) {
    if (i > 0) memo += random.pick(gaps);
    if (!planted.empty() && i == plant_at)
      memo += planted;
    else if (random.one_in(6))
      memo += "QBTTE";
    else if (random.one_in(5))
      memo += random.pick(
          std::vector<std::string>{digits(10), "29/05/2025", "0905.25", "500000", "100k", digits(14), "1.000.000"});
    else
      memo += random.pick(words);
  }
  return memo;
}

TEST(CodesInMemo, AHundredThousandMemosMatchWhatWasPlantedAndNothingElse) {
  RandomSource random{20250529};
  int with_prefix = 0;
  for (int i = 0; i < 100'000; ++i) {
    const bool plant = random.one_in(4);
    const PledgeCode code = make_code(random.bytes8());
    const std::string memo =
        random_memo(random, plant ? (random.one_in(2) ? code_text(code) : code_for_people(code)) : "");
    const CodesInMemo found = codes_in_memo(memo);
    if (!plant) with_prefix += memo.find("QBTTE") != std::string::npos;
    ASSERT_EQ(found.codes, plant ? std::vector{code} : std::vector<PledgeCode>{}) << memo;
    ASSERT_FALSE(found.repeated) << memo;
  }
  EXPECT_GT(with_prefix, 20'000) << "the test means little unless many memos hold the bare prefix";
}

TEST(CodesInMemo, WhatRemainsOfChanceIsAsDocumented) {
  // After a bare prefix, six used signs with two digits among the first five are taken for a code one time in 31.
  RandomSource random{31};
  int taken = 0;
  constexpr int kMemos = 31'000;
  for (int i = 0; i < kMemos; ++i) {
    std::string six = make_code(random.bytes8()).signs.substr(0, 5);
    six.push_back(kCodeSigns[random.below(kCodeSigns.size())]);
    taken += codes_in_memo("UNG HO QBTTE " + six.substr(0, 2) + " " + six.substr(2)).codes.empty() ? 0 : 1;
  }
  EXPECT_NEAR(taken, kMemos / 31, 200);
}

}  // namespace
}  // namespace mn
