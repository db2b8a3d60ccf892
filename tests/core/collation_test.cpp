// Vietnamese order, against lists as a dictionary and a class register have them.
#include "core/collation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/text.h"
#include "tests/core/random_source.h"

namespace mn {
namespace {

std::vector<std::string> sorted(std::vector<std::string> names) {
  const Collation collation;
  std::stable_sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
    return collation.vietnamese_sort_key(a) < collation.vietnamese_sort_key(b);
  });
  return names;
}

// However a list lies about, it comes out so.
void expect_order(const std::vector<std::string>& expected) {
  RandomSource random{9};
  for (int turn = 0; turn < 20; ++turn) {
    std::vector<std::string> names = expected;
    for (std::size_t i = names.size(); i > 1; --i) std::swap(names[i - 1], names[random.below(i)]);
    EXPECT_EQ(sorted(names), expected);
  }
}

TEST(Collation, LettersOfTheAlphabetInTheirOrder) {
  expect_order({"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m",
                "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"});
}

TEST(Collation, TonesInTheirOrder) {
  expect_order({"a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ", "ẫ", "ấ", "ậ"});
  expect_order({"ma", "mà", "mả", "mã", "má", "mạ"});
}

TEST(Collation, ALetterWeighsMoreThanAToneAndAToneMoreThanACapital) {
  expect_order({"hoa", "hoà", "hoa mai", "hoàn"});
  expect_order({"lan", "Lan", "làn", "Làn", "lạn", "lăn", "Lăn"});
  expect_order({"Đào Thị Mận", "Đào Văn Ba", "Đặng Thị An"});
  expect_order({"Dương Thị An", "Đào Thị An", "Giáp Thị An"});
}

TEST(Collation, NamesThatBeginAlike) {
  expect_order(
      {"Hoàng Thị Hoa", "Hoàng Thị Hoài", "Hoàng Thị Hồng", "Hoàng Thị Hương", "Hoàng Thị Hường", "Hoàng Văn An"});
  expect_order({"Công ty A", "Công ty Á Châu", "Công ty B", "Công ty TNHH Ví Dụ 1", "Công ty TNHH Ví Dụ 2",
                "Công ty TNHH Ví Dụ 2 tỉnh"});
  expect_order({"Sở Nội vụ", "Sở Y tế", "Sở Y tế tỉnh"});
}

TEST(Collation, TheSameLettersTypedOtherwiseAreTheSame) {
  const Collation collation;
  EXPECT_EQ(collation.vietnamese_sort_key("Nguyễn"), collation.vietnamese_sort_key("Nguye\xCC\x82\xCC\x83n"));
  EXPECT_NE(collation.vietnamese_sort_key("Nguyễn"), collation.vietnamese_sort_key("Nguyên"));
  EXPECT_NE(collation.vietnamese_sort_key("lan"), collation.vietnamese_sort_key("Lan"));
}

TEST(Collation, KeysAreBytesWithoutAnEndAndAnythingHasOne) {
  const Collation collation;
  EXPECT_EQ(collation.vietnamese_sort_key("").find('\0'), std::string::npos);
  EXPECT_EQ(collation.vietnamese_sort_key("Nguyễn Thị Hoa").find('\0'), std::string::npos);
  const std::string bad = collation.vietnamese_sort_key("Hoa\xFF");
  EXPECT_FALSE(bad.empty());
  std::string long_name;
  for (int i = 0; i < 5'000; ++i) long_name += "Ễ";
  EXPECT_LT(collation.vietnamese_sort_key("Ê"), collation.vietnamese_sort_key(long_name));
  EXPECT_GT(collation.vietnamese_sort_key(long_name).size(), 5'000u);
}

TEST(Collation, ItMayBeMoved) {
  Collation one;
  const std::string key = one.vietnamese_sort_key("Hoa");
  Collation other(std::move(one));
  EXPECT_EQ(other.vietnamese_sort_key("Hoa"), key);
}

}  // namespace
}  // namespace mn
