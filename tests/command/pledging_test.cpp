// What a desk may record: every key, every limit, and the answers scripts read.
#include "backend-sync/pledging.h"

#include <gtest/gtest.h>

#include "core/json.h"
#include "journal/file.h"

namespace mn {
namespace {

const Campaign& campaign() {
  static const Campaign loaded = *load_campaign(MANGNON_SOURCE_DIR "/assets/campaign/lang-son-2025.json");
  return loaded;
}

Result<std::vector<Fact>> facts_of(std::string_view line) {
  const Result<PledgeAsked> asked = read_pledge_line(line);
  if (!asked) return asked.failure();
  return pledge_facts(*asked, campaign(), make_code({}));
}

std::string refusal(std::string_view line) {
  const auto facts = facts_of(line);
  return facts.ok() ? "accepted" : facts.failure().words;
}

TEST(Pledging, ALineWithEverything) {
  const auto facts =
      facts_of(R"({"amount":5000000,"name":"  Công ty  Đá Trắng ","message":"Chúc các cháu","giver":"business",)"
               R"("fund":"hospital","way":"later","hide_name":true,"hide_amount":true})");
  ASSERT_TRUE(facts.ok()) << facts.failure().words;
  ASSERT_EQ(facts->size(), 2u);
  const auto& said = std::get<Pledged>((*facts)[0]);
  EXPECT_EQ(said.amount, Money{5'000'000});
  EXPECT_EQ(said.code, make_code({}));
  EXPECT_EQ(said.fund, "hospital");
  EXPECT_EQ(said.giver, Giver::business);
  EXPECT_EQ(said.way, Way::later);
  EXPECT_TRUE(said.hide_name && said.hide_amount);
  const auto& named = std::get<Named>((*facts)[1]);
  EXPECT_EQ(named.shown_as, "Công ty Đá Trắng");
  EXPECT_EQ(named.message, "Chúc các cháu");
}

TEST(Pledging, WhatIsLeftOutHasItsPlainMeaning) {
  const auto unnamed = facts_of(R"({"amount":10000})");
  ASSERT_TRUE(unnamed.ok());
  ASSERT_EQ(unnamed->size(), 1u);
  const auto& said = std::get<Pledged>(unnamed->front());
  EXPECT_EQ(said.giver, Giver::unnamed);
  EXPECT_EQ(said.fund, "general");
  EXPECT_EQ(said.way, Way::transfer);
  EXPECT_TRUE(said.hide_name);
  EXPECT_FALSE(said.hide_amount);
  const auto person = facts_of(R"({"amount":100000000000,"name":"Hoa"})");
  ASSERT_TRUE(person.ok());
  EXPECT_EQ(std::get<Pledged>(person->front()).giver, Giver::person);
  EXPECT_FALSE(std::get<Pledged>(person->front()).hide_name);
}

struct Refused {
  const char* line;
  const char* words;  // what the refusal begins with
};
class PledgingRefuses : public testing::TestWithParam<Refused> {};
TEST_P(PledgingRefuses, AndNamesTheKey) {
  const std::string words = refusal(GetParam().line);
  EXPECT_EQ(words.rfind(GetParam().words, 0), 0u) << words;
}
INSTANTIATE_TEST_SUITE_P(
    ByTable, PledgingRefuses,
    testing::Values(
        Refused{"", "line:1:1: "}, Refused{"[1]", "expected a JSON object"}, Refused{"{\"amount\":1} x", "line:1:"},
        Refused{R"({"name":"Hoa"})", "amount: expected a whole number of đồng, found nothing"},
        Refused{R"({"amount":"500000"})", "amount: expected a whole number of đồng, found string"},
        Refused{R"({"amount":null})", "amount: expected"},
        Refused{R"({"amount":500000.0})", "line:1:11: expected a whole number"},
        Refused{R"({"amount":5e5})", "line:1:11: "}, Refused{R"({"amount":500000,"amount":1})", "line:1:18: the key"},
        Refused{R"({"amount":99999999999999999999})", "line:1:11: "},
        Refused{R"({"amount":9999})", "amount: expected from 10.000 to 100.000.000.000 đồng, found 9.999"},
        Refused{R"({"amount":100000000001})", "amount: expected from"},
        Refused{R"({"amount":0})", "amount: expected from"}, Refused{R"({"amount":-500000})", "amount: expected from"},
        Refused{R"({"amount":500000,"giver":"king"})", "giver: expected person"},
        Refused{R"({"amount":500000,"giver":"unnamed","name":"Hoa"})",
                "giver: expected a kind of giver that has a name"},
        Refused{R"({"amount":500000,"fund":"moon"})", "fund: expected one of general, hospital"},
        Refused{R"({"amount":500000,"way":"wire"})", "way: expected transfer"},
        Refused{R"({"amount":500000,"hide_name":1})", "hide_name: expected true or false"},
        Refused{R"({"amount":500000,"name":5})", "name: expected a text"},
        Refused{R"({"amount":500000,"name":"\u202e\u0007"})", "name: expected letters that can be shown"},
        Refused{R"({"amount":500000,"phone":"0"})", "phone: this key is not known"}));

TEST(Pledging, AnswersAreJson) {
  const EntryRef entry{{}, 3};
  const auto answer = parse_json(pledge_answer(entry, make_code({}), 123, 7), "answer");
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ((*answer)["entry"], "00000000000000000000000000000000:3");
  EXPECT_EQ((*answer)["code"], code_text(make_code({})));
  EXPECT_EQ((*answer)["monotonic_ns"], 123);
  EXPECT_EQ((*answer)["line"], 7);
  const auto refused = parse_json(pledge_refusal(7, "\"x\"\n\xFF"), "refusal");
  ASSERT_TRUE(refused.ok()) << refused.failure().words;
  EXPECT_EQ((*refused)["line"], 7);
  EXPECT_EQ((*refused)["error"], "\"x\"\n\uFFFD");
}

}  // namespace
}  // namespace mn
