// Every line of tests/data/amounts_in_words.tsv, the settings, and the far ends of the numbers.
#include "core/words.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/numbers.h"
#include "tests/core/random_source.h"

namespace mn {
namespace {

std::string vi(std::int64_t dong, const WordForms& forms = {}) { return number_in_words({dong}, Language::vi, forms); }
std::string en(std::int64_t dong) { return number_in_words({dong}, Language::en); }

TEST(Words, EveryLineOfTheTable) {
  std::ifstream file(MANGNON_SOURCE_DIR "/tests/data/amounts_in_words.tsv");
  ASSERT_TRUE(file.is_open());
  std::string line;
  std::getline(file, line);
  int lines = 0;
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::string dong, formatted, in_words;
    std::getline(cells, dong, '\t');
    std::getline(cells, formatted, '\t');
    std::getline(cells, in_words, '\t');
    const Money amount{std::stoll(dong)};
    EXPECT_EQ(grouped_dong(amount), formatted);
    EXPECT_EQ(amount_in_words(amount, Language::vi), in_words);
    ++lines;
  }
  EXPECT_EQ(lines, 76);
}

TEST(Words, TheExamplesOfTheFieldNotes) {
  EXPECT_EQ(amount_in_words({1'005'021'115}, Language::vi),
            "Một tỷ không trăm linh năm triệu không trăm hai mươi mốt nghìn một trăm mười lăm đồng");
  EXPECT_EQ(vi(1'005'000), "một triệu không trăm linh năm nghìn");
  EXPECT_EQ(vi(1'000'001), "một triệu không trăm linh một");
  EXPECT_EQ(amount_in_words({5'000'000}, Language::vi), "Năm triệu đồng chẵn");
}

TEST(Words, SettingsChangeOnlyTheirOwnWord) {
  EXPECT_EQ(vi(105, {.le_for_linh = true}), "một trăm lẻ năm");
  EXPECT_EQ(vi(2'000, {.ngan_for_nghin = true}), "hai ngàn");
  EXPECT_EQ(vi(2'000'000'000, {.ti_for_ty = true}), "hai tỉ");
  EXPECT_EQ(vi(24, {.bon_for_tu = true}), "hai mươi bốn");
  EXPECT_EQ(vi(1'005'000'024'104, {.le_for_linh = true, .ngan_for_nghin = true, .ti_for_ty = true, .bon_for_tu = true}),
            "một ngàn không trăm lẻ năm tỉ không trăm hai mươi bốn ngàn một trăm lẻ bốn");
  EXPECT_EQ(vi(1'005'000'024'104), "một nghìn không trăm linh năm tỷ không trăm hai mươi tư nghìn một trăm linh bốn");
}

TEST(Words, LargeNumbersCountBillions) {
  EXPECT_EQ(vi(1'000'000'000), "một tỷ");
  EXPECT_EQ(vi(1'000'000'000'000), "một nghìn tỷ");
  EXPECT_EQ(vi(1'000'000'000'001), "một nghìn tỷ không trăm linh một");
  EXPECT_EQ(vi(10'000'000'000'000), "mười nghìn tỷ");
  EXPECT_EQ(vi(1'000'000'000'000'000), "một triệu tỷ");
  EXPECT_EQ(vi(1'005'000'000'000'000), "một triệu không trăm linh năm nghìn tỷ");
  EXPECT_EQ(vi(1'000'000'000'000'000'000), "một tỷ tỷ");
  EXPECT_EQ(vi(1'000'000'001'000'000'005), "một tỷ không trăm linh một tỷ không trăm linh năm");
  EXPECT_EQ(vi(INT64_MAX),
            "chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm mươi "
            "tư triệu "
            "bảy trăm bảy mươi lăm nghìn tám trăm linh bảy");
  EXPECT_EQ(vi(INT64_MIN).substr(0, std::string("âm chín tỷ").size()), "âm chín tỷ");
}

TEST(Words, NegativeAndZero) {
  EXPECT_EQ(vi(0), "không");
  EXPECT_EQ(amount_in_words({0}, Language::vi), "Không đồng");
  EXPECT_EQ(vi(-5), "âm năm");
  EXPECT_EQ(amount_in_words({-2'000}, Language::vi), "Âm hai nghìn đồng chẵn");
}

TEST(Words, EveryNumberUpToAThousandByItsRules) {
  const std::vector<std::string> digits = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
  std::set<std::string> seen;
  for (std::size_t n = 0; n < 1'000; ++n) {
    const std::string words = vi(static_cast<std::int64_t>(n));
    EXPECT_TRUE(seen.insert(words).second) << words;
    const std::size_t tens = n / 10 % 10;
    const std::size_t units = n % 10;
    const std::string last = units == 1 && tens > 1   ? "mốt"
                             : units == 4 && tens > 1 ? "tư"
                             : units == 5 && tens > 0 ? "lăm"
                             : units > 0 || n == 0    ? digits[units]
                             : tens == 1              ? "mười"
                             : tens > 1               ? "mươi"
                                                      : "trăm";
    EXPECT_TRUE(words.ends_with(last)) << n << " " << words;
    EXPECT_EQ(words.find("linh") != std::string::npos, n > 100 && tens == 0 && units > 0) << words;
    EXPECT_EQ(words.find("trăm") != std::string::npos, n >= 100) << words;
    // After a higher group the same three digits are read in full.
    const std::string after = vi(static_cast<std::int64_t>(7'000 + n));
    const std::string in_full = n >= 100 ? words : "không trăm " + std::string(n < 10 ? "linh " : "") + words;
    EXPECT_EQ(after, n == 0 ? "bảy nghìn" : "bảy nghìn " + in_full);
  }
}

// Reads words back, by the same rules, with none of the code that wrote them.
std::int64_t read_back(const std::string& words) {
  const std::vector<std::string> digits = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
  std::istringstream in(words);
  std::string word;
  std::int64_t billions = 0, sum = 0, group = 0, digit = 0;
  const auto end_group = [&](std::int64_t size) {
    sum += (group + digit) * size;
    group = digit = 0;
  };
  while (in >> word) {
    if (word == "trăm" || word == "mươi") {
      group += digit * (word == "trăm" ? 100 : 10);
      digit = 0;
    } else if (word == "mười") {
      group += 10;
    } else if (word == "nghìn" || word == "triệu") {
      end_group(word == "nghìn" ? 1'000 : 1'000'000);
    } else if (word == "tỷ") {
      end_group(1);
      billions = sum;
      sum = 0;
    } else if (word != "linh") {
      digit = word == "mốt"   ? 1
              : word == "tư"  ? 4
              : word == "lăm" ? 5
                              : std::ranges::find(digits, word) - digits.begin();
    }
  }
  end_group(1);
  return billions * 1'000'000'000 + sum;
}

TEST(Words, SayTheNumberTheyStandFor) {
  RandomSource random{4};
  for (int i = 0; i < 20'000; ++i) {
    std::int64_t n = static_cast<std::int64_t>(random.below(1'000'000'000'000'000'000)) >> random.below(58);
    if (random.one_in(2)) n = n / 1'000 * 1'000;
    if (n == 0) continue;
    ASSERT_EQ(read_back(vi(n)), n) << vi(n);
  }
}

TEST(Words, Chinese) {
  EXPECT_EQ(amount_in_words({2'000'000}, Language::zh), "二百万越南盾");
  EXPECT_EQ(amount_in_words({0}, Language::zh), "〇越南盾");
  EXPECT_EQ(number_in_words({-5}, Language::zh), "负五");
}

TEST(Words, English) {
  EXPECT_EQ(amount_in_words({2'000'000}, Language::en), "Two million dong");
  EXPECT_EQ(amount_in_words({0}, Language::en), "Zero dong");
  EXPECT_EQ(en(1'234'567), "one million two hundred thirty-four thousand five hundred sixty-seven");
  EXPECT_EQ(en(9'999'999'999'999).substr(0, 33), "nine trillion nine hundred ninety");
  EXPECT_EQ(en(1'000'000'000'000'000), "one quadrillion");
  EXPECT_EQ(en(1'000'000'000'000'000'000), "one quintillion");
  EXPECT_EQ(en(1'000'000'000'000'000'005), "one quintillion five");
  EXPECT_EQ(en(-5), "minus five");
  EXPECT_EQ(amount_in_words({-5}, Language::en), "Minus five dong");
  for (const std::int64_t n : {INT64_MAX, INT64_MIN, std::int64_t{999'999'999'999'999'999}}) {
    EXPECT_EQ(en(n).find_first_of("0123456789"), std::string::npos) << en(n);
  }
}

}  // namespace
}  // namespace mn
