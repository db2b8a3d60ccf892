// parse_json refuses what lenient parsers let pass, and says where.
#include "core/json.h"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>

namespace mn {
namespace {

std::string complaint(std::string_view text) {
  const Result<nlohmann::json> parsed = parse_json(text, "campaign.json");
  if (parsed.ok()) return "accepted: " + parsed->dump();
  EXPECT_EQ(parsed.failure().cause, Cause::bad_input);
  return parsed.failure().words;
}

TEST(Json, ReadsEveryKindOfValue) {
  const auto parsed = parse_json(R"( {"a": [1, -2, true, false, null, "ủng hộ", {}, []], "": {"b": {"c": 0}}} )", "x");
  ASSERT_TRUE(parsed.ok()) << parsed.failure().words;
  EXPECT_EQ(*parsed, nlohmann::json::parse(R"({"a":[1,-2,true,false,null,"ủng hộ",{},[]],"":{"b":{"c":0}}})"));
  EXPECT_EQ(parse_json("7", "x")->get<int>(), 7);
  EXPECT_EQ(*parse_json("\xEF\xBB\xBF{}", "x"), nlohmann::json::object());
  EXPECT_EQ(*parse_json(R"({"a":{"k":1},"b":{"k":1}})", "x"), nlohmann::json::parse(R"({"a":{"k":1},"b":{"k":1}})"));
}

TEST(Json, WholeNumbersOf64BitsKeepEveryDigit) {
  const auto parsed = parse_json("[9223372036854775807, -9223372036854775808]", "x");
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ((*parsed)[0].get<std::int64_t>(), INT64_MAX);
  EXPECT_EQ((*parsed)[1].get<std::int64_t>(), INT64_MIN);
  EXPECT_TRUE((*parsed)[0].is_number_integer() && !(*parsed)[0].is_number_unsigned());
}

TEST(Json, NumbersThatAreNotWholeOrTooLargeAreRefusedWhereTheyStand) {
  EXPECT_EQ(complaint("{\n  \"goal\": 1.5}"), "campaign.json:2:11: expected a whole number, found 1.5");
  EXPECT_EQ(complaint("1e3"), "campaign.json:1:1: expected a whole number, found 1e3");
  EXPECT_EQ(complaint("[0, 1.0]"), "campaign.json:1:5: expected a whole number, found 1.0");
  EXPECT_EQ(complaint("[9223372036854775808]"),
            "campaign.json:1:2: expected a whole number that fits 64 bits, found 9223372036854775808");
  EXPECT_EQ(complaint("[-9223372036854775809]"),
            "campaign.json:1:2: expected a whole number that fits 64 bits, found -9223372036854775809");
  EXPECT_EQ(complaint("[99999999999999999999999999]"),
            "campaign.json:1:2: expected a whole number that fits 64 bits, found 99999999999999999999999999");
  EXPECT_NE(complaint("[1E400]").find("campaign.json:1:"), std::string::npos);
}

TEST(Json, AKeyGivenTwiceIsRefused) {
  EXPECT_EQ(complaint("{\"goal\": 1,\n \"goal\": 2}"), "campaign.json:2:2: the key \"goal\" stands here twice");
  EXPECT_EQ(complaint(R"({"q\"": 1, "q\"": 2})"), "campaign.json:1:12: the key \"q\"\" stands here twice");
  EXPECT_EQ(complaint(R"({"a": 1, "\u0061": 2})"), "campaign.json:1:10: the key \"a\" stands here twice");
  EXPECT_EQ(complaint(R"({"b\\": 1, "b\\": 2})"), "campaign.json:1:12: the key \"b\\\" stands here twice");
}

TEST(Json, DepthHasALimit) {
  const std::string deepest = std::string(kJsonDepthMax, '[') + std::string(kJsonDepthMax, ']');
  EXPECT_TRUE(parse_json(deepest, "x").ok());
  EXPECT_EQ(complaint("[" + deepest + "]"), "campaign.json:1:33: nested deeper than 32 levels");
  EXPECT_EQ(complaint(std::string(1'000'000, '[')), "campaign.json:1:33: nested deeper than 32 levels");
}

TEST(Json, InvalidUtf8IsRefused) {
  EXPECT_EQ(complaint("[\"\n\xFF\"]"), "campaign.json:2:1: not valid UTF-8");
  EXPECT_EQ(complaint("[\"ủ\xC0\x80\"]"), "campaign.json:1:4: not valid UTF-8");         // overlong
  EXPECT_EQ(complaint("[\"\xED\xA0\x80\"]"), "campaign.json:1:3: not valid UTF-8");      // a lone surrogate
  EXPECT_EQ(complaint("[\"\xF4\x90\x80\x80\"]"), "campaign.json:1:3: not valid UTF-8");  // beyond U+10FFFF
  EXPECT_NE(complaint(R"(["\uD800"])").find("surrogate"), std::string::npos);
  EXPECT_EQ(complaint(std::string("{}\0rest", 7)), "campaign.json:1:3: a zero byte");
}

TEST(Json, SyntaxErrorsSayWhatWasExpected) {
  const std::string missing = complaint("{\n  \"goal\": ,\n}");
  EXPECT_EQ(missing.rfind("campaign.json:2:11: syntax error", 0), 0u) << missing;
  for (const char* bad :
       {"",    " ",     "{",     "[1,]",     "{\"a\":1,}", "{a:1}",   "01",    "+1",      "NaN", "tru",
        "'a'", "{} {}", "[1] 2", "\"a\nb\"", "{\"a\"}",    "// x\n1", "[1 2]", "\"\\x\"", "é",   "nulé"}) {
    EXPECT_EQ(complaint(bad).rfind("campaign.json:", 0), 0u) << bad << " → " << complaint(bad);
  }
  const std::string unclosed = complaint("[1");
  EXPECT_NE(unclosed.find("expected ']'"), std::string::npos) << unclosed;
  EXPECT_EQ(unclosed.find("last read"), std::string::npos);
}

}  // namespace
}  // namespace mn
