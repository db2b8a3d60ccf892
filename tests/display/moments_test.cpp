// The great moments on every wall, in every language and at every stage of their arcs, with the longest names and the
// largest sums: nothing is cut or too small, codes can be scanned, and nothing is shown that was not to be shown.
#include <gtest/gtest.h>
#include <zbar.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "display/sample.h"
#include "display/scenes/scene.h"
#include "journal/file.h"
#include "tests/display/ceremony.h"
#include "ui/glass.h"

namespace mn {
namespace {

using test::Origin;

constexpr std::int64_t kNow = 1'748'480'000'000;
constexpr std::int64_t kMost = 9'999'999'999'999;
const std::filesystem::path kAssets = std::filesystem::path(MANGNON_SOURCE_DIR) / "assets";
const std::string kLongName =
    "Công ty Trách nhiệm hữu hạn Một thành viên Xuất nhập khẩu Cửa khẩu Hữu Nghị Quan Lạng Sơn";
const std::string kLongMessage =
    "Chúc các em nhỏ vùng cao luôn khỏe mạnh, chăm ngoan, học giỏi và được đến trường trong áo ấm, trong tình thương "
    "của tất cả chúng ta hôm nay.";

struct WallSize {
  const char* name;
  int width_px;
  int height_px;
};
void PrintTo(const WallSize& wall, std::ostream* out) { *out << wall.name; }
constexpr WallSize kWalls[] = {{"Wide", 1920, 1080},    {"Large", 3840, 2160},    {"Upright", 1080, 1920},
                               {"LedWall", 2304, 1152}, {"Panorama", 3840, 1080}, {"Ribbon", 1280, 384}};

std::string scanned(const ui::Pixels& pixels) {
  std::vector<std::uint8_t> grey;
  for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4) grey.push_back(pixels.rgba[i + 1]);
  zbar::ImageScanner scanner;
  zbar::Image image(static_cast<unsigned>(pixels.width_px), static_cast<unsigned>(pixels.height_px), "Y800",
                    grey.data(), grey.size());
  scanner.scan(image);
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) return symbol->get_data();
  return {};
}

// A ceremony on one wall; every entry comes on the same clock.
struct Hall4 : testing::TestWithParam<WallSize> {
  static void SetUpTestSuite() {
    const Result<Campaign> read = load_campaign(kAssets / "campaign/lang-son-2025.json");
    const Result<Strings> strings_read = load_strings();
    ASSERT_TRUE(read.ok() && strings_read.ok());
    shipped = *read;
    strings = *strings_read;
  }
  void SetUp() override {
    campaign = shipped;
    ui::GlassOptions options;
    options.width_px = GetParam().width_px;
    options.height_px = GetParam().height_px;
    options.offscreen = true;
    options.vsync = false;
    options.painter = ui::Painter::processor;
    options.assets = kAssets;
    ui::GlassOpened opened = ui::open_glass(options);
    ASSERT_TRUE(opened) << opened.words;
    glass = std::move(opened.glass);
  }

  ui::FramePainted draw(const Picture& picture) {
    ui::Canvas canvas = ui::begin_frame(*glass);
    noted = {};
    noted.keep_texts = true;
    canvas.noted = &noted;
    draw_scene(canvas, picture, words_of(strings, picture.language), scenes);
    least = std::max(canvas.size.height / 50, 24 / canvas.scale);
    return ui::end_frame(*glass);
  }
  void expect_readable(const std::string& what) const {
    EXPECT_GE(noted.least_size, least) << what;
    EXPECT_TRUE(noted.cut.empty()) << what << ": " << (noted.cut.empty() ? "" : noted.cut.front());
  }
  std::string all_texts() const {
    std::string all;
    for (const std::string& text : noted.texts) all += text + " ";
    return all;
  }
  Picture at(Show& show, std::int64_t now_ms, Language language = Language::vi) {
    EXPECT_TRUE(advance(show, setting, {}, now_ms).ok());
    return compose(show, setting, language, now_ms);
  }
  void give(Show& show, const std::vector<Entry>& entries, std::int64_t now_ms) {
    test::give(show, setting, entries, now_ms);
  }
  // The largest sums there can be, and a sponsor with the longest name.
  Show largest() {
    Show show;
    begin(show, setting, Folded{}, kNow - 60'000);
    Pledged pledged = test::said(kMost - 300'000'000);
    give(show, kiosk.pledge(pledged, "Hội Bảo trợ"), kNow - 50'000);
    pledged = test::said(300'000'000);
    pledged.giver = Giver::business;
    const std::vector<Entry> entries = kiosk.pledge(pledged, kLongName, std::nullopt, kLongMessage);
    sponsor = entries.front().ref();
    give(show, entries, kNow - 40'000);
    give(show, kiosk.receive(kMost), kNow - 30'000);
    Pledged goods = test::said(kMost);
    goods.way = Way::in_kind;
    goods.goods = Goods{"Sách giáo khoa và đồ dùng học tập", 123'456, "bộ"};
    give(show, kiosk.pledge(goods, "Nhà sách"), kNow - 20'000);
    give(show, desk.match({"Ngân hàng", 1000, {kMost}, 0, kNow * 2000, {}}), kNow - 10'000);
    return show;
  }

  static inline Campaign shipped;
  static inline Strings strings;
  Campaign campaign = shipped;
  Scenes scenes = all_scenes();
  Setting setting{campaign, scenes.rules, {GetParam().width_px, GetParam().height_px}};
  Origin kiosk{shipped.id, 1};
  Origin desk{shipped.id, 2};
  EntryRef sponsor;
  ui::GlassPointer glass;
  ui::TextNoted noted;
  float least = 0;
};
INSTANTIATE_TEST_SUITE_P(Walls, Hall4, testing::ValuesIn(kWalls),
                         [](const auto& given) { return std::string(given.param.name); });

constexpr const char* kScenes[] = {"welcome", "spotlight", "milestone", "goal", "reveal", "thanks", "safe"};

TEST_P(Hall4, EveryMomentIsWholeAndReadable) {
  for (const Language language : kLanguages) {
    for (const char* scene : kScenes) {
      campaign = sample_campaign(shipped, scene, kNow);
      Show show = sample_show(scene, setting, kNow);
      for (const std::int64_t ms : {900, 2'800, 6'500}) {
        const Picture picture = at(show, kNow + ms, language);
        ASSERT_EQ(picture.scene, scene);
        draw(picture);
        expect_readable(std::string(scene) + " " + std::string(language_text(language)) + " " + std::to_string(ms));
      }
    }
  }
}

TEST_P(Hall4, TheLongestNamesAndTheLargestSumsFit) {
  for (const Language language : kLanguages) {
    for (const char* scene : kScenes) {
      campaign = sample_campaign(shipped, scene, kNow);
      Show show = largest();
      const bool called = std::string_view(scene) == "spotlight";
      give(show, desk.cue(scene, called ? std::optional(sponsor) : std::nullopt), kNow);
      draw(at(show, kNow + 15'000, language));
      expect_readable(std::string(scene) + " " + std::string(language_text(language)));
      kiosk = Origin(shipped.id, 1);
      desk = Origin(shipped.id, 2);
    }
  }
}

TEST_P(Hall4, TheCountdownFitsFromDaysToSeconds) {
  for (const std::int64_t left_ms : {100 * 86'400'000LL, 86'400'000LL, 36'000'000LL, 61'000LL, 900LL}) {
    campaign.screen.begins_at = local_time((kNow + left_ms) * 1000);
    campaign.screen.begins_at->has_time = true;
    Show show;
    begin(show, setting, Folded{}, kNow);
    give(show, desk.cue("welcome"), kNow);
    draw(at(show, kNow));
    expect_readable(std::to_string(left_ms));
    desk = Origin(shipped.id, 2);
  }
}

TEST_P(Hall4, SafeIsOnAtOnceAndSaysNothing) {
  Show show = largest();
  give(show, desk.cue("spotlight", sponsor), kNow);
  draw(at(show, kNow + 10'000));
  ASSERT_NE(all_texts().find("Công ty"), std::string::npos);
  give(show, desk.cue("safe"), kNow + 10'000);
  draw(at(show, kNow + 10'000));
  EXPECT_TRUE(noted.texts.empty()) << noted.texts.front();
  const Picture later = at(show, kNow + 15'000);
  EXPECT_FALSE(draw(later).changed) << "it stands still from its first frame on";
}

TEST_P(Hall4, TheSealIsSetOnlyWhenTheBookWasChecked) {
  Show show = largest();
  give(show, desk.cue("reveal"), kNow);
  draw(at(show, kNow + 5'000));
  EXPECT_EQ(all_texts().find("Đã kiểm tra"), std::string::npos);
  EXPECT_NE(all_texts().find("Đang kiểm tra"), std::string::npos);
  ASSERT_TRUE(show.folded.orders.frozen.has_value());
  Frozen other = *show.folded.orders.frozen;
  other.pledged.amount.dong -= 1;
  EXPECT_FALSE(check(show, other));
  draw(at(show, kNow + 5'000));
  EXPECT_EQ(all_texts().find("Đã kiểm tra"), std::string::npos);
  ASSERT_TRUE(check(show, *show.folded.orders.frozen));
  draw(at(show, kNow + 5'000));
  EXPECT_NE(all_texts().find("Đã kiểm tra"), std::string::npos);
}

TEST_P(Hall4, TheProofCanBeScannedAndReadByGroups) {
  Show show = largest();
  give(show, desk.cue("reveal"), kNow);
  const Picture picture = at(show, kNow + 5'000);
  ASSERT_TRUE(picture.reveal.has_value());
  draw(picture);
  expect_readable("reveal");
  EXPECT_EQ(scanned(ui::read_pixels(*glass)), picture.reveal->qr);
  std::string groups;
  for (const std::string& text : noted.texts) {
    const bool hexadecimal = text.size() == 4 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (hexadecimal) groups += text;
  }
  EXPECT_EQ(groups, picture.reveal->heads);
}

TEST_P(Hall4, FrozenFiguresStand) {
  Show show = largest();
  give(show, desk.cue("reveal"), kNow);
  draw(at(show, kNow + 5'000));
  give(show, kiosk.take_back(sponsor), kNow + 6'000);
  EXPECT_FALSE(draw(at(show, kNow + 7'000)).changed);
}

TEST_P(Hall4, TheSpotlightNamesNobodyWhoIsNotReleased) {
  campaign.screen.screening = ScreeningPolicy::released;
  Show show = largest();
  give(show, desk.cue("spotlight", sponsor, "Công ty Quan Lạng Sơn", "Kính mời đại diện lên sân khấu"), kNow);
  draw(at(show, kNow + 6'000));
  EXPECT_EQ(all_texts().find("Công ty"), std::string::npos) << all_texts();
  EXPECT_NE(all_texts().find("Nhà hảo tâm"), std::string::npos);
  EXPECT_EQ(all_texts().find("Chúc các em"), std::string::npos) << "a message waits with its name";

  give(show, desk.screen(sponsor, Verdict::released), kNow + 7'000);
  draw(at(show, kNow + 7'000));
  EXPECT_NE(all_texts().find("Quan Lạng Sơn"), std::string::npos) << "replaced in place, within a frame";

  give(show, kiosk.take_back(sponsor), kNow + 8'000);
  draw(at(show, kNow + 8'000));
  EXPECT_EQ(all_texts().find("Công ty"), std::string::npos) << all_texts();
  EXPECT_EQ(all_texts().find("300.000.000"), std::string::npos) << all_texts();
}

TEST_P(Hall4, TheSpotlightForgetsWhoWithdrew) {
  Show show = largest();
  give(show, desk.cue("spotlight", sponsor), kNow);
  draw(at(show, kNow + 6'000));
  EXPECT_NE(all_texts().find("Công ty"), std::string::npos);
  const auto& pledges = show.folded.tally.pledges;
  const auto whose =
      std::find_if(pledges.begin(), pledges.end(), [&](const Pledge& one) { return one.ref == sponsor; });
  ASSERT_NE(whose, pledges.end());
  give(show, kiosk.withdraw_publishing(whose->visit), kNow + 7'000);
  draw(at(show, kNow + 7'000));
  EXPECT_EQ(all_texts().find("Công ty"), std::string::npos) << all_texts();
  EXPECT_NE(all_texts().find("giấu tên"), std::string::npos);
}

TEST_P(Hall4, TheStaffsOwnWordsNeedNoPledge) {
  Show show = largest();
  give(show, desk.cue("spotlight", std::nullopt, kLongName, kLongMessage), kNow);
  draw(at(show, kNow + 6'000));
  expect_readable("own words");
  EXPECT_NE(all_texts().find("Quan Lạng Sơn"), std::string::npos);
}

TEST_P(Hall4, AHiddenSumAndGoodsStandOnTheBoardAsWords) {
  Show show;
  begin(show, setting, Folded{}, kNow - 10'000);
  Pledged hidden = test::said(77'000'000);
  hidden.hide_amount = true;
  const std::vector<Entry> first = kiosk.pledge(hidden, "Lý Thị Mỷ");
  Pledged goods = test::said(24'000'000);
  goods.way = Way::in_kind;
  goods.goods = Goods{"Áo ấm trẻ em", 120, "bộ"};
  const std::vector<Entry> second = kiosk.pledge(goods, "Nhóm Áo ấm");
  give(show, first, kNow - 5'000);
  give(show, second, kNow - 4'000);
  give(show, desk.cue("spotlight", first.front().ref()), kNow);
  draw(at(show, kNow + 6'000));
  EXPECT_NE(all_texts().find("Chung một tấm lòng"), std::string::npos);
  EXPECT_EQ(all_texts().find("77.000.000"), std::string::npos);
  give(show, desk.cue("spotlight", second.front().ref()), kNow + 7'000);
  draw(at(show, kNow + 13'000));
  EXPECT_NE(all_texts().find("120 bộ Áo ấm trẻ em"), std::string::npos) << all_texts();
  expect_readable("goods");
}

int farthest(const std::vector<std::uint8_t>& left, const std::vector<std::uint8_t>& right) {
  int most = left.size() == right.size() ? 0 : 255;
  for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i)
    most = std::max(most, std::abs(left[i] - right[i]));
  return most;
}

TEST_P(Hall4, MomentsAreTheSameAtTheSameTime) {
  for (const char* scene : {"goal", "milestone"}) {
    Show show = sample_show(scene, setting, kNow);
    const Picture picture = at(show, kNow + 5'500);
    draw(picture);
    const std::vector<std::uint8_t> first = ui::read_pixels(*glass).rgba;
    draw(at(show, kNow + 6'900));
    Show again = sample_show(scene, setting, kNow);
    draw(at(again, kNow + 5'500));
    EXPECT_LE(farthest(ui::read_pixels(*glass).rgba, first), 2) << scene << ": gradients round by the parts painted";
  }
}

// The sun is a group of its own, and the whole scene is one while it leaves.
TEST_P(Hall4, ACueInTheMiddleOfTheSunriseFadesItAsOnePicture) {
  Show show = sample_show("goal", setting, kNow);
  draw(at(show, kNow + 6'000));
  const std::vector<std::uint8_t> sunrise = ui::read_pixels(*glass).rgba;
  const std::vector<Entry> cue = Origin(shipped.id, 5).cue("thanks");
  give(show, cue, kNow + 6'000);
  draw(at(show, kNow + 6'030));
  const std::vector<std::uint8_t> begun = ui::read_pixels(*glass).rgba;
  EXPECT_LE(farthest(begun, sunrise), 60) << "it begins from what was on";
  const Picture half = at(show, kNow + 6'350);
  ASSERT_EQ(half.leaving, "goal");
  draw(half);
  const std::vector<std::uint8_t> first = ui::read_pixels(*glass).rgba;
  if (const char* folder = std::getenv("MANGNON_PICTURES")) {
    EXPECT_TRUE(ui::screenshot(*glass, std::filesystem::path(folder) / (std::string(GetParam().name) + "_cue.png")));
  }
  draw(at(show, kNow + 9'000));
  draw(half);
  EXPECT_LE(farthest(ui::read_pixels(*glass).rgba, first), 2);
}

// A photograph's mean brightness in thousandths.
int brightness(const ui::Pixels& pixels) {
  std::int64_t sum = 0;
  std::int64_t count = 0;
  for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4 * 37) {
    sum += 2 * pixels.rgba[i] + 7 * pixels.rgba[i + 1] + pixels.rgba[i + 2];
    ++count;
  }
  return static_cast<int>(sum * 100 / (count * 255));
}

// A flash is a pair of opposing changes of a tenth or more; here not even one such change happens within a third of a
// second.
TEST_P(Hall4, TheSunriseNeverFlashes) {
  if (GetParam().width_px != 1920) GTEST_SKIP() << "one wall tells";
  Show show = sample_show("goal", setting, kNow);
  std::vector<int> seen;
  for (std::int64_t ms = 0; ms <= 12'000; ms += 111) {
    draw(at(show, kNow + ms));
    seen.push_back(brightness(ui::read_pixels(*glass)));
    const std::size_t last = seen.size() - 1;
    if (last < 3) continue;
    EXPECT_LT(std::abs(seen[last] - seen[last - 3]), 100) << "at " << ms;
  }
  const auto darkest = std::min_element(seen.begin(), seen.end());
  EXPECT_LT(darkest - seen.begin(), 25) << "the dark comes first";
  EXPECT_GT(seen.back(), *darkest * 3 / 2) << "and then the morning";
}

}  // namespace
}  // namespace mn
