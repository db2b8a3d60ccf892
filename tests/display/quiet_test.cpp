// The scenes of the quiet minutes on every wall and in every language: nothing is cut or too small, nothing moves
// between two pages, codes can be scanned, everybody who may be named has a turn, and nobody else is named.
#include <gtest/gtest.h>
#include <zbar.h>

#include <algorithm>

#include "display/parts/wall_letter.h"
#include "display/sample.h"
#include "display/scenes/scene.h"
#include "journal/file.h"
#include "tests/display/ceremony.h"
#include "ui/glass.h"

namespace mn {
namespace {

using test::Origin;

// 20 seconds into a minute: the walk against burning in takes no step within the next 40.
constexpr std::int64_t kNow = 1'748'480'000'000;
constexpr std::int64_t kMost = 9'999'999'999'999;
const std::filesystem::path kAssets = std::filesystem::path(MANGNON_SOURCE_DIR) / "assets";
const std::string kLongName =
    "Công ty Trách nhiệm hữu hạn Một thành viên Xuất nhập khẩu Cửa khẩu Hữu Nghị Quan Lạng Sơn";
const std::string kLongGoods =
    "Sách giáo khoa, vở viết, bút mực, cặp sách chống gù và đồ dùng học tập cho học sinh lớp 1";
const std::string kLongMessage =
    "Chúc các em nhỏ vùng cao luôn khỏe mạnh, chăm ngoan, học giỏi và được đến trường trong áo ấm, trong tình thương "
    "của tất cả chúng ta hôm nay.";
constexpr const char* kQuietScenes[] = {"wall", "effects", "wishes", "matching", "in_kind", "near_goal"};

struct QuietSize {
  const char* name;
  int width_px;
  int height_px;
};
void PrintTo(const QuietSize& wall, std::ostream* out) { *out << wall.name; }
constexpr QuietSize kSizes[] = {{"Wide", 1920, 1080},    {"Large", 3840, 2160},    {"Upright", 1080, 1920},
                                {"LedWall", 2304, 1152}, {"Panorama", 3840, 1080}, {"Ribbon", 1280, 384}};

struct Quiet : testing::TestWithParam<QuietSize> {
  static void SetUpTestSuite() {
    const Result<Campaign> read = load_campaign(kAssets / "campaign/lang-son-2025.json");
    const Result<Strings> strings_read = load_strings();
    ASSERT_TRUE(read.ok() && strings_read.ok());
    shipped = *read;
    strings = *strings_read;
  }
  void SetUp() override {
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
  // The large wall is composed as the wide one is: one language tells.
  static std::vector<Language> languages() {
    if (GetParam().width_px == 3840 && GetParam().height_px == 2160) return {Language::vi};
    return {std::begin(kLanguages), std::end(kLanguages)};
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
    EXPECT_GE(noted.least_size, least * 0.999F) << what;
    EXPECT_TRUE(noted.cut.empty()) << what << ": " << (noted.cut.empty() ? "" : noted.cut.front());
    EXPECT_FALSE(noted.texts.empty()) << what;
  }
  bool shows(const std::string& text) const {
    std::string all;
    for (const std::string& line : noted.texts) all += line + " ";
    return all.find(text) != std::string::npos;
  }
  Picture at(Show& show, std::int64_t now_ms, Language language = Language::vi) {
    // The wall of many names is put into order over several turns.
    for (int turn = 0; turn < 4; ++turn) EXPECT_TRUE(advance(show, setting, {}, now_ms).ok());
    return compose(show, setting, language, now_ms);
  }
  void give(Show& show, const std::vector<Entry>& entries, std::int64_t now_ms = kNow - 20'000) {
    test::give(show, setting, entries, now_ms);
  }
  Show begun() {
    Show show;
    begin(show, setting, Folded{}, kNow - 60'000);
    return show;
  }
  EntryRef pledge(Show& show, const std::string& name, std::int64_t dong = 500'000, const std::string& message = {}) {
    const std::vector<Entry> entries = kiosk.pledge(test::said(dong), name, std::nullopt, message);
    give(show, entries);
    return entries.front().ref();
  }
  // Page by page as the scene would turn them.
  Picture on_page(Picture picture, std::size_t page) const {
    picture.pages_before = static_cast<std::int64_t>(page);
    picture.paging_ms = 2'000;
    picture.leaving = {};
    picture.change_permille = 1000;
    return picture;
  }

  static inline Campaign shipped;
  static inline Strings strings;
  Campaign campaign = shipped;
  Scenes scenes = all_scenes();
  Setting setting{campaign, scenes.rules, {GetParam().width_px, GetParam().height_px}};
  Origin kiosk{shipped.id, 1};
  Origin desk{shipped.id, 2};
  ui::GlassPointer glass;
  ui::TextNoted noted;
  float least = 0;
};
INSTANTIATE_TEST_SUITE_P(Walls, Quiet, testing::ValuesIn(kSizes),
                         [](const auto& given) { return std::string(given.param.name); });

TEST_P(Quiet, EverySceneIsWholeAndReadableAndAtRest) {
  for (const char* scene : kQuietScenes) {
    Show show = sample_show(scene, setting, kNow);
    for (const Language language : languages()) {
      const Picture picture = at(show, kNow + 3'000, language);
      const std::string what = std::string(scene) + " " + std::string(language_text(language));
      ASSERT_EQ(picture.scene, scene);
      draw(picture);
      expect_readable(what);
      EXPECT_FALSE(picture.moving) << what;
      EXPECT_FALSE(draw(at(show, kNow + 7'000, language)).changed) << what << ": nothing moves within a page";
    }
  }
}

TEST_P(Quiet, TheLongestNamesGoodsMessagesAndSumsFit) {
  Show show = begun();
  for (int i = 0; i < 30; ++i) pledge(show, kLongName, kMost / 40, kLongMessage);
  for (int i = 0; i < 5; ++i) {
    Pledged goods = test::said(kMost / 10);
    goods.way = Way::in_kind;
    goods.goods = Goods{kLongGoods, 99'999, "bộ 5 món"};
    give(show, kiosk.pledge(goods, kLongName));
  }
  give(show, kiosk.receive(kMost));
  give(show, desk.match({kLongName, 1000, {kMost}, 0, kNow * 2000, {}}));
  campaign.goal = {kMost};
  for (const char* scene : kQuietScenes) {
    give(show, desk.cue(scene), kNow);
    for (const Language language : languages()) {
      const Picture picture = at(show, kNow + 3'000, language);
      for (const std::size_t page : {0U, 1U}) {
        draw(on_page(picture, page));
        expect_readable(std::string(scene) + " " + std::string(language_text(language)) + " " + std::to_string(page));
      }
    }
  }
}

TEST_P(Quiet, TheCodeNearTheGoalCanBeScanned) {
  Show show = sample_show("near_goal", setting, kNow);
  const Picture picture = at(show, kNow + 3'000);
  draw(picture);
  EXPECT_TRUE(shows("40.000.000")) << "what is missing";
  const ui::Pixels pixels = ui::read_pixels(*glass);
  std::vector<std::uint8_t> grey;
  for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4) grey.push_back(pixels.rgba[i + 1]);
  zbar::ImageScanner scanner;
  zbar::Image image(static_cast<unsigned>(pixels.width_px), static_cast<unsigned>(pixels.height_px), "Y800",
                    grey.data(), grey.size());
  scanner.scan(image);
  std::string read;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) read = symbol->get_data();
  const bool ribbon = std::string_view(GetParam().name) == "Ribbon";
  EXPECT_EQ(read, ribbon ? "" : picture.qr);
}

TEST_P(Quiet, TheWallNamesNobodyWhoIsNotToBeNamed) {
  campaign.screen.screening = ScreeningPolicy::released;
  Show show = begun();
  const EntryRef released = pledge(show, "Lý Released");
  pledge(show, "Lý Waiting");
  const EntryRef masked = pledge(show, "Lý Masked");
  const EntryRef voided = pledge(show, "Lý Voided");
  const EntryRef replaced = pledge(show, "Lý Misspelt");
  give(show, kiosk.pledge(test::said(500'000), "Lý Refused", false));
  Pledged hidden = test::said(500'000);
  hidden.hide_name = true;
  give(show, kiosk.pledge(hidden, "Lý Hidden"));
  give(show, desk.screen(released, Verdict::released));
  give(show, desk.screen(voided, Verdict::released));
  give(show, desk.screen(masked, Verdict::masked));
  give(show, desk.screen(replaced, Verdict::replaced, "Lý Replaced"));
  give(show, kiosk.take_back(voided));
  give(show, desk.cue("wall"), kNow);
  draw(at(show, kNow + 3'000));
  EXPECT_TRUE(shows("Lý Released"));
  EXPECT_TRUE(shows("Lý Replaced"));
  for (const char* nobody : {"Waiting", "Masked", "Voided", "Misspelt", "Refused", "Hidden"}) {
    EXPECT_FALSE(shows(nobody)) << nobody;
  }
  EXPECT_EQ(at(show, kNow + 3'000).hall.wall_count(), 2U);
  // The consent is withdrawn while the wall is on: gone with the frame.
  const std::vector<Pledge>& pledges = show.folded.tally.pledges;
  give(show, kiosk.withdraw_publishing(pledges.front().visit), kNow + 4'000);
  draw(at(show, kNow + 4'000));
  EXPECT_FALSE(shows("Lý Released"));
}

TEST_P(Quiet, WishesNameNobodyButGiversWhoMayBeNamed) {
  campaign.screen.wishes.resize(1);
  Show show = begun();
  pledge(show, "Hoàng Thị Named", 500'000, "Mong các em vui.");
  Pledged hidden = test::said(500'000);
  hidden.hide_name = true;
  give(show, kiosk.pledge(hidden, "Hoàng Thị Hidden", std::nullopt, "Lời của người giấu tên."));
  give(show, desk.cue("wishes"), kNow);
  const Picture picture = at(show, kNow + 3'000);
  bool named = false;
  bool wished = false;
  for (std::size_t page = 0; page < 4; ++page) {
    draw(on_page(picture, page));
    EXPECT_FALSE(shows("Hidden")) << page;
    if (shows("áo ấm cho mùa đông")) {
      wished = true;
      EXPECT_FALSE(shows("Hoàng Thị")) << "a wish is nobody's";
    }
    if (shows("Mong các em vui")) named = shows("Hoàng Thị Named");
  }
  EXPECT_TRUE(named);
  EXPECT_TRUE(wished);
}

TEST_P(Quiet, AMatchingGiftIsNeverAddedToWhatWasPledged) {
  Show show = begun();
  pledge(show, "Lý Thị Mỷ", 30'000'000);
  give(show, desk.match({"Ngân hàng Đá Xanh", 100, {200'000'000}, 0, kNow * 2000, {}}));
  give(show, desk.cue("matching"), kNow);
  draw(at(show, kNow + 3'000));
  EXPECT_TRUE(shows("Đã đăng ký   30.000.000 đồng")) << noted.texts.back();
  EXPECT_TRUE(shows("+ 30.000.000 đồng"));
  EXPECT_FALSE(shows("60.000.000"));
  EXPECT_TRUE(shows("tính riêng"));
}

// One wall tells what the rules do.
struct QuietPages : Quiet {};
INSTANTIATE_TEST_SUITE_P(Walls, QuietPages, testing::Values(kSizes[0]),
                         [](const auto& given) { return std::string(given.param.name); });

std::vector<std::string> many_names(int count) {
  constexpr const char* kFirst[] = {"Ánh", "Ân", "Bế", "Đàm", "Dương", "Hoàng", "Ích", "Lý", "Nông", "Ôn", "Ứng", "Vi"};
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) {
    names.push_back(kFirst[i % 12] + std::string(" Thị ") + std::to_string(10'000 + (i * 7919) % count).substr(1));
  }
  return names;
}

TEST_P(QuietPages, AllPagesTogetherNameEverybodyOnceInVietnameseOrder) {
  for (const int count : {1, 20, 21, 400, 3'000}) {
    kiosk = Origin(shipped.id, 1);
    desk = Origin(shipped.id, 2);
    Show show = begun();
    std::vector<Entry> entries;
    std::vector<std::string> names = many_names(count);
    for (const std::string& name : names) {
      for (Entry& entry : kiosk.pledge(test::said(100'000), name)) entries.push_back(std::move(entry));
    }
    give(show, entries);
    give(show, desk.cue("wall"), kNow);
    const Picture picture = at(show, kNow + 3'000);
    ASSERT_EQ(picture.hall.wall_count(), names.size());
    const Collation collation;
    std::sort(names.begin(), names.end(), [&](const std::string& left, const std::string& right) {
      return collation.vietnamese_sort_key(left) < collation.vietnamese_sort_key(right);
    });
    std::vector<std::string> seen;
    std::size_t largest = 0;
    std::size_t smallest = names.size();
    std::size_t pages = 0;
    for (; seen.size() < names.size() && pages < 300; ++pages) {
      draw(on_page(picture, pages));
      expect_readable(std::to_string(count));
      const std::size_t before = seen.size();
      for (const std::string& text : noted.texts) {
        if (text.find(" Thị ") != std::string::npos) seen.push_back(text);
      }
      largest = std::max(largest, seen.size() - before);
      smallest = std::min(smallest, seen.size() - before);
    }
    EXPECT_EQ(seen, names) << count;
    EXPECT_LE(largest - smallest, 1U) << "no page is a lonely corner";
    draw(on_page(picture, pages));
    EXPECT_TRUE(shows(names.front())) << "after the last comes the first";
    const SceneRule* rule = find_scene(scenes.rules, "wall");
    ASSERT_NE(rule, nullptr);
    const std::int64_t dwell_ms = rule->dwell(picture.hall, setting.wall);
    EXPECT_EQ(dwell_ms, static_cast<std::int64_t>(std::min<std::size_t>(pages, 8)) * rule->page_ms) << count;
  }
}

// Over the quiet minutes of a morning, with arrivals now and then, every page has its turn before one has its second.
TEST_P(QuietPages, PagesGoOnWhereTheSceneLeftOff) {
  Show show = begun();
  std::vector<Entry> entries;
  for (const std::string& name : many_names(700)) {
    for (Entry& entry : kiosk.pledge(test::said(100'000), name)) entries.push_back(std::move(entry));
  }
  give(show, entries);
  std::vector<std::int64_t> pages;
  std::int64_t turns = 0;
  bool on_before = false;
  for (std::int64_t now_ms = kNow; now_ms < kNow + 3 * 3'600'000; now_ms += 1'000) {
    // An arrival that ends whatever is on, at no regular time.
    if (now_ms / 1000 % 389 == 0) give(show, kiosk.pledge(100'000), now_ms);
    ASSERT_TRUE(advance(show, setting, {}, now_ms).ok());
    const Picture picture = compose(show, setting, Language::vi, now_ms);
    const bool on = picture.scene == "wall";
    turns += on && !on_before ? 1 : 0;
    on_before = on;
    if (!on || picture.paging_ms % 9'000 < 4'500) continue;  // one that was on for less is shown again
    const std::int64_t page = picture.pages_before + picture.paging_ms / 9'000;
    if (pages.empty() || pages.back() != page) pages.push_back(page);
  }
  EXPECT_GT(turns, 5);
  ASSERT_GT(pages.size(), 30U);
  for (std::size_t i = 0; i < pages.size(); ++i) ASSERT_EQ(pages[i], static_cast<std::int64_t>(i));
}

TEST_P(QuietPages, WhatLeavesTurnsNoPage) {
  Show show = sample_show("wall", setting, kNow);
  const std::int64_t page_ms = find_scene(scenes.rules, "wall")->page_ms;
  draw(at(show, kNow + page_ms - 10));
  ASSERT_TRUE(shows("Âu Thị Ánh"));
  draw(at(show, kNow + page_ms + 400));
  ASSERT_FALSE(shows("Âu Thị Ánh")) << "the page turned";
  // It is cued away at the very moment at which a page would turn.
  Show other = sample_show("wall", setting, kNow);
  give(other, desk.cue("tally"), kNow + page_ms);
  const Picture leaving = at(other, kNow + page_ms + 400);
  ASSERT_EQ(leaving.leaving, "wall");
  draw(leaving);
  EXPECT_TRUE(shows("Âu Thị Ánh"));
}

TEST(WallLetter, IsTheAlphabetsWithoutTones) {
  EXPECT_EQ(wall_letter("Đặng Văn A"), "Đ");
  EXPECT_EQ(wall_letter("Ánh"), "A");
  EXPECT_EQ(wall_letter("Ẩn"), "Â");
  EXPECT_EQ(wall_letter("ở đây"), "Ơ");
  EXPECT_EQ(wall_letter("Ứng"), "Ư");
  EXPECT_EQ(wall_letter("12A1"), "");
  EXPECT_EQ(wall_letter("\"Áo ấm\""), "");
  EXPECT_EQ(wall_letter(""), "");
}

}  // namespace
}  // namespace mn
