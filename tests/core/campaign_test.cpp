// The campaign file: the bundled one is right, and every mistake in one is named with its place and what was expected.
#include "core/campaign.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/json.h"

namespace mn {
namespace {

using nlohmann::json;

std::string bundled_text() {
  std::ifstream file(MANGNON_SOURCE_DIR "/assets/campaign/lang-son-2025.json");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

json bundled() { return *parse_json(bundled_text(), "bundled"); }

std::string complaint(const json& file) {
  const Result<Campaign> read = read_campaign(file.dump(), "c.json");
  return read.ok() ? "accepted" : read.failure().words;
}

TEST(Campaign, TheBundledFileIsRight) {
  const Result<Campaign> read = read_campaign(bundled_text(), "lang-son-2025.json");
  ASSERT_TRUE(read.ok()) << read.failure().words;
  EXPECT_EQ(read->id.text, "lang-son-2025");
  EXPECT_EQ(read->goal, Money{500'000'000});
  EXPECT_EQ(read->title.in(Language::vi), "Tháng hành động vì trẻ em năm 2025");
  EXPECT_EQ(read->title.in(Language::en), "Action Month for Children 2025");
  EXPECT_EQ(iso_date(read->ceremony_on), "2025-05-29");
  EXPECT_EQ(read->funds.front().key, "general");
  ASSERT_TRUE(read->account);
  EXPECT_TRUE(read->account->invented);
  EXPECT_EQ(read->presets.size(), 6u);
  EXPECT_EQ(read->unit_presets.size(), 6u);
  EXPECT_EQ(read->unit_presets.back(), Money{200'000'000});
  EXPECT_EQ(read->consent_publish.version, "2025-05-01");
  EXPECT_FALSE(read->consent_contact.text.in(Language::zh).empty());
  EXPECT_GT(read->privacy_notice.vi.size(), 400u);
  EXPECT_TRUE(read->contact_key);
  EXPECT_EQ(read->goods_units.size(), 6u);
  EXPECT_EQ(effect_of(*read, Money{99'999}), nullptr);
  EXPECT_EQ(effect_of(*read, Money{499'999})->from, Money{200'000});
  EXPECT_EQ(effect_of(*read, kLargestPledge), &read->effects.back());
  EXPECT_GE(read->facts.size(), 5u);
  ASSERT_NE(find_fund(*read, "hospital"), nullptr);
  EXPECT_EQ(find_fund(*read, "no such"), nullptr);
}

TEST(Campaign, TransferCodesNeedABankNumberAndASmallAmount) {
  Campaign campaign = *read_campaign(bundled_text(), "x");
  EXPECT_TRUE(qr_allowed(campaign, Money{499'999'999}));
  EXPECT_FALSE(qr_allowed(campaign, Money{500'000'000}));
  campaign.account->bank_bin.clear();
  EXPECT_FALSE(qr_allowed(campaign, Money{1'000'000}));
  campaign.account.reset();
  EXPECT_FALSE(qr_allowed(campaign, Money{1'000'000}));
}

TEST(Campaign, WhatMayBeLeftOut) {
  json file = bundled();
  file.erase("account");
  for (const char* key : {"facts", "effects", "goods_units", "contact_key"}) file.erase(key);
  file["amounts"].erase("unit_presets");
  file["consent"].erase("notice");
  file["title"].erase("en");
  file["title"].erase("zh");
  const Result<Campaign> read = read_campaign(file.dump(), "x");
  ASSERT_TRUE(read.ok()) << read.failure().words;
  EXPECT_FALSE(read->account);
  EXPECT_EQ(read->title.in(Language::en), read->title.vi);
  EXPECT_EQ(read->title.in(Language::zh), read->title.vi);
  EXPECT_TRUE(read->unit_presets.empty() && read->check_url.empty() && !read->contact_key);
  file["account"] = nullptr;
  EXPECT_EQ(complaint(file), "accepted");
  json treasury = bundled();
  treasury["account"].erase("bank_bin");
  EXPECT_EQ(complaint(treasury), "accepted");
}

struct Mistake {
  const char* patch;  // RFC 6902
  const char* words;
};

class CampaignMistake : public testing::TestWithParam<Mistake> {};

TEST_P(CampaignMistake, IsNamedWithItsKeyAndWhatWasExpected) {
  const json file = bundled().patch(json::parse(GetParam().patch));
  EXPECT_EQ(complaint(file), std::string("c.json: ") + GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    ByTable, CampaignMistake,
    testing::Values(
        Mistake{R"([{"op":"replace","path":"","value":[]}])", "expected an object, found []"},
        Mistake{R"([{"op":"remove","path":"/format"}])",
                "format: expected 1, the version of this format, found nothing"},
        Mistake{R"([{"op":"replace","path":"/format","value":2}])",
                "format: expected 1, the version of this format, found 2"},
        Mistake{
            R"([{"op":"replace","path":"/id","value":"Lang Son"}])",
            "id: expected a campaign id of 1 to 32 signs a-z, 0-9 and '-', such as lang-son-2025, found \"Lang Son\""},
        Mistake{R"([{"op":"remove","path":"/id"}])", "id: expected a text, found nothing"},
        Mistake{R"([{"op":"replace","path":"/id","value":""}])", "id: expected a text that is not empty, found \"\""},
        Mistake{R"([{"op":"replace","path":"/title","value":"Tháng"}])",
                R"(title: expected an object {"vi": "…", "en": "…"}, found "Tháng")"},
        Mistake{R"([{"op":"remove","path":"/title/vi"}])", "title.vi: expected a text, found nothing"},
        Mistake{R"([{"op":"replace","path":"/theme/en","value":5}])", "theme.en: expected a text, found 5"},
        Mistake{
            R"([{"op":"replace","path":"/theme/vi","value":"a\tb"}])",
            "theme.vi: expected plain letters without control or combining characters, at most 400, found \"a\\tb\""},
        Mistake{R"([{"op":"add","path":"/title/fr","value":"x"}])", "title.fr: this key is not known"},
        Mistake{R"([{"op":"replace","path":"/ceremony_on","value":"29/05/2025"}])",
                R"(ceremony_on: expected a day such as "2025-05-29", found "29/05/2025")"},
        Mistake{R"([{"op":"replace","path":"/ceremony_on","value":"2025-02-30"}])",
                R"(ceremony_on: expected a day such as "2025-05-29", found "2025-02-30")"},
        Mistake{R"([{"op":"replace","path":"/pay_by","value":"2025-05-28"}])",
                R"(pay_by: expected a day not before ceremony_on, found "2025-05-28")"},
        Mistake{R"([{"op":"replace","path":"/goal","value":"500000000"}])",
                "goal: expected whole đồng from 1 to 1.000.000.000.000.000, found \"500000000\""},
        Mistake{R"([{"op":"replace","path":"/goal","value":0}])",
                "goal: expected whole đồng from 1 to 1.000.000.000.000.000, found 0"},
        Mistake{R"([{"op":"replace","path":"/funds","value":[]}])",
                "funds: expected a list of 1 to 20 funds, found []"},
        Mistake{R"([{"op":"replace","path":"/funds/1/key","value":"general"}])",
                "funds[1].key: expected signs a-z, 0-9 and '_', each fund its own, found \"general\""},
        Mistake{R"([{"op":"replace","path":"/funds/2/key","value":"Tết"}])",
                "funds[2].key: expected signs a-z, 0-9 and '_', each fund its own, found \"Tết\""},
        Mistake{R"([{"op":"replace","path":"/funds/0","value":"general"}])",
                "funds[0]: expected an object, found \"general\""},
        Mistake{R"([{"op":"replace","path":"/account/bank_bin","value":"97"}])",
                "account.bank_bin: expected 6 digits, or nothing for a bank without VietQR, found \"97\""},
        Mistake{R"([{"op":"replace","path":"/account/number","value":"8400 2010"}])",
                "account.number: expected 1 to 19 signs 0-9 A-Z without spaces, found \"8400 2010\""},
        Mistake{R"([{"op":"replace","path":"/account/holder","value":"Quỹ Bảo trợ"}])",
                "account.holder: expected the holder as the bank writes it, in capitals without marks, found \"Quỹ Bảo "
                "trợ\""},
        Mistake{R"([{"op":"replace","path":"/account/invented","value":1}])",
                "account.invented: expected true or false, found 1"},
        Mistake{R"([{"op":"replace","path":"/account","value":7}])", "account: expected an object, found 7"},
        Mistake{R"([{"op":"remove","path":"/amounts"}])",
                "amounts: expected an object with least, most, check, qr_below and presets, found nothing"},
        Mistake{R"([{"op":"replace","path":"/amounts/most","value":10000000000000}])",
                "amounts.most: expected whole đồng from 10.000 to 9.999.999.999.999, found 10000000000000"},
        Mistake{R"([{"op":"replace","path":"/amounts/presets","value":[100000,200000]}])",
                "amounts.presets: expected a list of 3 to 8 amounts, found [100000,200000]"},
        Mistake{R"([{"op":"replace","path":"/amounts/presets/1","value":100000}])",
                "amounts.presets[1]: expected whole đồng from 100.001 to 100.000.000.000, found 100000"},
        Mistake{R"([{"op":"replace","path":"/amounts/presets/0","value":9999}])",
                "amounts.presets[0]: expected whole đồng from 10.000 to 100.000.000.000, found 9999"},
        Mistake{R"([{"op":"replace","path":"/amounts/unit_presets","value":[]}])",
                "amounts.unit_presets: expected a list of 3 to 8 amounts, found []"},
        Mistake{R"([{"op":"remove","path":"/consent"}])",
                "consent: expected an object with contact and publish, found nothing"},
        Mistake{R"([{"op":"remove","path":"/consent/publish"}])",
                "consent.publish: expected an object with version and text, found nothing"},
        Mistake{R"([{"op":"remove","path":"/consent/contact/version"}])",
                "consent.contact.version: expected a text, found nothing"},
        Mistake{R"([{"op":"replace","path":"/contact_key","value":"abcd"}])",
                "contact_key: expected 64 hexadecimal digits, as mangnon contact-key new prints them, found \"abcd\""},
        Mistake{R"([{"op":"add","path":"/check_url","value":"http://quy.example/"}])",
                "check_url: expected an address that begins with https://, at most 120 signs, without #, found "
                "\"http://quy.example/\""},
        Mistake{R"([{"op":"replace","path":"/effects/1/from","value":100000}])",
                "effects[1].from: expected whole đồng from 100.001 to 9.999.999.999.999, found 100000"},
        Mistake{R"([{"op":"replace","path":"/goods_units","value":"kg"}])",
                "goods_units: expected a list of at most 8 wordings, found \"kg\""},
        Mistake{R"([{"op":"add","path":"/word_forms","value":{"le":true}}])", "word_forms.le: this key is not known"},
        Mistake{R"([{"op":"replace","path":"/facts","value":{}}])",
                "facts: expected a list of at most 50 wordings, found {}"},
        Mistake{R"([{"op":"remove","path":"/facts/3/vi"}])", "facts[3].vi: expected a text, found nothing"},
        Mistake{R"([{"op":"add","path":"/gaol","value":5}])", "gaol: this key is not known"}));

TEST(Campaign, AllMistakesAreNamedAtOnce) {
  json file = bundled();
  file["goal"] = -1;
  file["account"]["bank_bin"] = "x";
  file["colour"] = "green";
  EXPECT_EQ(complaint(file),
            "c.json: goal: expected whole đồng from 1 to 1.000.000.000.000.000, found -1\n"
            "c.json: account.bank_bin: expected 6 digits, or nothing for a bank without VietQR, found \"x\"\n"
            "c.json: colour: this key is not known");
}

TEST(Campaign, WhatWasFoundIsCutShort) {
  json file = bundled();
  std::string name;
  for (int i = 0; i < 100; ++i) name += "ế";
  file["account"]["number"] = name;
  const std::string words = complaint(file);
  EXPECT_LT(words.size(), 200u);
  EXPECT_TRUE(words.ends_with("ế…")) << words;
}

TEST(Campaign, SyntaxErrorsNameLineAndColumn) {
  std::string text = bundled_text();
  text.replace(text.find("\"goal\": 500000000"), 17, "\"goal\": 500000000.5");
  const Result<Campaign> read = read_campaign(text, "c.json");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.failure().words, "c.json:10:11: expected a whole number, found 500000000.5");
  EXPECT_FALSE(read_campaign("", "c.json").ok());
  EXPECT_FALSE(read_campaign("{", "c.json").ok());
}

}  // namespace
}  // namespace mn
