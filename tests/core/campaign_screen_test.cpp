// The campaign file's block `screen`: what it says when it says nothing, every key, and every mistake by its name.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "core/campaign.h"
#include "core/json.h"

namespace mn {
namespace {

using nlohmann::json;

json bundled() {
  std::ifstream file(MANGNON_SOURCE_DIR "/assets/campaign/lang-son-2025.json");
  std::ostringstream text;
  text << file.rdbuf();
  return *parse_json(text.str(), "bundled");
}

Result<Campaign> with_screen(const char* screen) {
  json file = bundled();
  file["screen"] = json::parse(screen);
  return read_campaign(file.dump(), "c.json");
}

TEST(CampaignScreen, TheBundledCampaignShowsItsNamesAndItsMilestones) {
  const Result<Campaign> read = read_campaign(bundled().dump(), "c.json");
  ASSERT_TRUE(read.ok()) << read.failure().words;
  const ScreenSettings& screen = read->screen;
  EXPECT_EQ(screen.screening, ScreeningPolicy::all);
  EXPECT_EQ(screen.milestones, (std::vector<Money>{{100'000'000}, {200'000'000}, {300'000'000}, {400'000'000}}));
  EXPECT_LT(screen.milestones.back(), read->goal);
  EXPECT_EQ(screen.tiers, (std::vector<Money>{{5'000'000}, {50'000'000}}));
  ASSERT_TRUE(screen.begins_at);
  EXPECT_EQ(date_time_text(*screen.begins_at), "29/05/2025 08:00:00");
  EXPECT_EQ(screen.wishes.size(), 12u);
  std::set<std::string> wishes;
  for (const Wording& wish : screen.wishes) {
    wishes.insert(wish.vi);
    EXPECT_TRUE(wish.vi.starts_with("Em ước")) << wish.vi;
    EXPECT_FALSE(wish.en.empty() || wish.zh.empty()) << wish.vi;
  }
  EXPECT_EQ(wishes.size(), screen.wishes.size());
}

TEST(CampaignScreen, WithoutTheBlockOrWithAnEmptyOneItsPlainMeaningHolds) {
  json file = bundled();
  file.erase("screen");
  for (const Result<Campaign>& read : {read_campaign(file.dump(), "c.json"), with_screen("{}")}) {
    ASSERT_TRUE(read.ok()) << read.failure().words;
    const ScreenSettings& screen = read->screen;
    EXPECT_EQ(screen.leads, Lead::pledged);
    EXPECT_TRUE(screen.in_words);
    EXPECT_EQ(screen.screening, ScreeningPolicy::all);
    EXPECT_EQ(screen.announcing, AnnouncingPolicy::at_once);
    EXPECT_FALSE(screen.rank_by_amount);
    EXPECT_TRUE(screen.milestones.empty() && screen.tiers.empty() && screen.wishes.empty());
    EXPECT_FALSE(screen.begins_at);
    EXPECT_EQ(screen.stale_after_s, 600);
    EXPECT_EQ(screen.volume_percent, 60);
  }
}

TEST(CampaignScreen, EveryKeyIsRead) {
  const Result<Campaign> read = with_screen(
      R"({"leads":"received","in_words":false,"screening":"released","announcing":"all_on_cue","rank_by_amount":true,
          "milestones":[5],"tiers":[1,2,3],"begins_at":"2025-12-31T23:59","stale_after_s":10,"volume_percent":0,
          "wishes":[{"vi":"Em ước","en":"I wish"}]})");
  ASSERT_TRUE(read.ok()) << read.failure().words;
  const ScreenSettings& screen = read->screen;
  EXPECT_EQ(screen.leads, Lead::received);
  EXPECT_FALSE(screen.in_words);
  EXPECT_EQ(screen.screening, ScreeningPolicy::released);
  EXPECT_EQ(screen.announcing, AnnouncingPolicy::all_on_cue);
  EXPECT_TRUE(screen.rank_by_amount);
  EXPECT_EQ(screen.milestones, (std::vector<Money>{{5}}));
  EXPECT_EQ(screen.tiers, (std::vector<Money>{{1}, {2}, {3}}));
  EXPECT_EQ(iso_date_time(*screen.begins_at), "2025-12-31T23:59:00+07:00");
  EXPECT_EQ(screen.stale_after_s, 10);
  EXPECT_EQ(screen.volume_percent, 0);
  EXPECT_EQ(screen.wishes.front().in(Language::en), "I wish");
  EXPECT_EQ(with_screen(R"({"screening":"invited","announcing":"invited_on_cue"})")->screen.screening,
            ScreeningPolicy::invited);
  EXPECT_EQ(with_screen(R"({"announcing":"invited_on_cue"})")->screen.announcing, AnnouncingPolicy::invited_on_cue);
}

struct Mistake {
  const char* screen;
  const char* words;
};
class CampaignScreenMistake : public testing::TestWithParam<Mistake> {};
TEST_P(CampaignScreenMistake, IsNamedWithItsKeyAndWhatWasExpected) {
  const Result<Campaign> read = with_screen(GetParam().screen);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.failure().words, std::string("c.json: ") + GetParam().words);
}
constexpr const char* kMoment =
    "screen.begins_at: expected a day and a time of day in Vietnam, such as \"2025-05-29T08:00\", found ";
INSTANTIATE_TEST_SUITE_P(
    ByTable, CampaignScreenMistake,
    testing::Values(
        Mistake{"[]", "screen: expected an object, found []"},
        Mistake{R"({"leads":"both"})", R"(screen.leads: expected one of "pledged" "received", found "both")"},
        Mistake{R"({"leads":null})", R"(screen.leads: expected one of "pledged" "received", found null)"},
        Mistake{R"({"in_words":1})", "screen.in_words: expected true or false, found 1"},
        Mistake{R"({"screening":"none"})",
                R"(screen.screening: expected one of "all" "invited" "released", found "none")"},
        Mistake{R"({"announcing":true})",
                R"(screen.announcing: expected one of "at_once" "invited_on_cue" "all_on_cue", found true)"},
        Mistake{R"({"milestones":5})", "screen.milestones: expected a list of 0 to 20 amounts, found 5"},
        Mistake{R"({"milestones":[5,5]})",
                "screen.milestones[1]: expected whole đồng from 6 to 1.000.000.000.000.000, found 5"},
        Mistake{R"({"milestones":[0]})",
                "screen.milestones[0]: expected whole đồng from 1 to 1.000.000.000.000.000, found 0"},
        Mistake{R"({"tiers":[1,2,3,4]})", "screen.tiers: expected a list of 0 to 3 amounts, found [1,2,3,4]"},
        Mistake{R"({"tiers":["5 triệu"]})",
                "screen.tiers[0]: expected whole đồng from 1 to 9.999.999.999.999, found \"5 triệu\""},
        Mistake{R"({"begins_at":800})",
                "screen.begins_at: expected a day and a time of day in Vietnam, such as \"2025-05-29T08:00\", found "
                "800"},
        Mistake{R"({"stale_after_s":9})", "screen.stale_after_s: expected a whole number from 10 to 86400, found 9"},
        Mistake{R"({"volume_percent":101})", "screen.volume_percent: expected a whole number from 0 to 100, found 101"},
        Mistake{R"({"volume_percent":"loud"})",
                "screen.volume_percent: expected a whole number from 0 to 100, found \"loud\""},
        Mistake{R"({"wishes":[{"en":"I wish"}]})", "screen.wishes[0].vi: expected a text, found nothing"},
        Mistake{R"({"wishes":[{"vi":"a","by":"Lan"}]})", "screen.wishes[0].by: this key is not known"},
        Mistake{R"({"colour":"green"})", "screen.colour: this key is not known"}));

TEST(CampaignScreen, ATimeOfDayIsWrittenInOneWay) {
  for (const char* text : {"2025-05-29", "2025-05-29 08:00", "2025-05-29T8:00", "2025-05-29T08:00:00",
                           "2025-05-29T08:00+07:00", "2025-05-29T24:00", "29/05/2025 08:00", "2025-02-30T08:00", ""}) {
    const Result<Campaign> read = with_screen(json{{"begins_at", text}}.dump().c_str());
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_EQ(read.failure().words, std::string("c.json: ") + kMoment + json(text).dump());
  }
}

TEST(CampaignScreen, AWishIsShort) {
  std::string long_wish = "Em ước";
  for (int i = 0; i < 160; ++i) long_wish += "a";
  const Result<Campaign> read = with_screen((R"({"wishes":[{"vi":")" + long_wish + R"("}]})").c_str());
  ASSERT_FALSE(read.ok());
  EXPECT_NE(read.failure().words.find("at most 160"), std::string::npos) << read.failure().words;
}

}  // namespace
}  // namespace mn
