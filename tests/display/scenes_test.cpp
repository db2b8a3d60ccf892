// The scenes on a glass without a screen, at the six walls in use: nothing is cut, nothing is too small for the last
// row, nothing moves at rest, and the fund's code can be scanned.
#include <gtest/gtest.h>
#include <zbar.h>

#include <algorithm>

#include "core/vietqr.h"
#include "display/sample.h"
#include "display/scenes/scene.h"
#include "journal/file.h"
#include "tests/display/ceremony.h"
#include "ui/glass.h"

namespace mn {
namespace {

using test::give;
using test::Origin;
using test::said;

constexpr std::int64_t kNow =
    1'748'490'000'000;  // 29 May 2025, after the beginning: offers of the samples are half an hour old
const std::filesystem::path kAssets = std::filesystem::path(MANGNON_SOURCE_DIR) / "assets";

struct Wide {
  static constexpr int kWidth = 1920, kHeight = 1080;
};
struct Upright {
  static constexpr int kWidth = 1080, kHeight = 1920;
};
struct LedWall {
  static constexpr int kWidth = 2304, kHeight = 1152;
};
struct Large {
  static constexpr int kWidth = 3840, kHeight = 2160;
};

// One glass for all tests of a size.
template <class Size>
struct ScenesTest : testing::Test {
  static void SetUpTestSuite() {
    ui::GlassOptions options;
    options.width_px = Size::kWidth;
    options.height_px = Size::kHeight;
    options.offscreen = true;
    options.vsync = false;
    options.assets = kAssets;
    opened = ui::open_glass(options);
    ASSERT_TRUE(opened) << opened.words;
  }
  static void TearDownTestSuite() { opened.glass.reset(); }

  void SetUp() override {
    const Result<Campaign> read = load_campaign(kAssets / "campaign/lang-son-2025.json");
    ASSERT_TRUE(read.ok()) << read.failure().words;
    campaign = *read;
    const Result<Strings> read_strings = load_strings();
    ASSERT_TRUE(read_strings.ok()) << read_strings.failure().words;
    strings = *read_strings;
    words_vi = words_of(strings, Language::vi);
    words_en = words_of(strings, Language::en);
  }

  ui::FramePainted draw(const Picture& picture, Language language = Language::vi) {
    ui::Canvas canvas = ui::begin_frame(*opened.glass);
    noted = {};
    canvas.noted = &noted;
    draw_scene(canvas, picture, language == Language::vi ? words_vi : words_en, scenes);
    canvas_height = canvas.size.height;
    canvas_scale = canvas.scale;
    return ui::end_frame(*opened.glass);
  }
  void expect_readable() const {
    EXPECT_GE(noted.least_size, std::max(canvas_height / 50, 24 / canvas_scale))
        << "the last row reads a fiftieth of the height, and nobody letters of less than 24 pixels";
    EXPECT_TRUE(noted.cut.empty()) << noted.cut.front();
  }
  Picture picture_of(Show& show, Language language, std::int64_t now_ms) {
    EXPECT_TRUE(advance(show, setting, {}, now_ms).ok());
    return compose(show, setting, language, now_ms);
  }

  static inline ui::GlassOpened opened;
  Campaign campaign;
  Strings strings;
  Scenes scenes = all_scenes();
  Setting setting{campaign, scenes.rules, {Size::kWidth, Size::kHeight}};
  Words words_vi;
  Words words_en;
  ui::TextNoted noted;
  float canvas_height = 0;
  float canvas_scale = 1;
};

struct Panorama {
  static constexpr int kWidth = 3840, kHeight = 1080;
};
struct Ribbon {
  static constexpr int kWidth = 1280, kHeight = 384;
};

using Sizes = testing::Types<Wide, Upright, LedWall, Large, Panorama, Ribbon>;

int golden(const ui::Pixels& pixels) {
  int count = 0;
  for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4) {
    const bool gold =
        pixels.rgba[i] > 230 && pixels.rgba[i + 1] > 160 && pixels.rgba[i + 1] < 235 && pixels.rgba[i + 2] < 180;
    if (gold) ++count;
  }
  return count;
}

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

TYPED_TEST_SUITE(ScenesTest, Sizes);

TYPED_TEST(ScenesTest, TheSamplesAreWholeAndReadable) {
  for (const Language language : {Language::vi, Language::en}) {
    for (const std::string_view sample : {"start", "tally", "goal"}) {
      Show show = sample_show(sample, this->setting, kNow);
      this->draw(this->picture_of(show, language, kNow + 3'000), language);
      this->expect_readable();
      const ui::Pixels pixels = ui::read_pixels(*this->opened.glass);
      EXPECT_EQ(pixels.width_px, TypeParam::kWidth);
      EXPECT_EQ(pixels.height_px, TypeParam::kHeight);
      if (sample != "tally") continue;
      EXPECT_GT(golden(pixels), pixels.width_px * pixels.height_px / 200) << "the number stands in gold";
    }
  }
}

TYPED_TEST(ScenesTest, LongNamesAndLargeSumsFit) {
  Origin kiosk(this->campaign.id, 1);
  Show show;
  begin(show, this->setting, Folded{}, kNow);
  const auto pledge = [&](Giver giver, const std::string& name, std::int64_t dong, bool hide_amount = false) {
    Pledged pledged = said(dong);
    pledged.giver = giver;
    pledged.hide_amount = hide_amount;
    give(show, this->setting, kiosk.pledge(pledged, name), kNow);
  };
  pledge(Giver::business, "Công ty Trách nhiệm hữu hạn Một thành viên Xuất nhập khẩu Cửa khẩu Hữu Nghị",
         99'000'000'000);
  pledge(Giver::agency, "Ủy ban Mặt trận Tổ quốc Việt Nam phường Lương Văn Tri, tỉnh Lạng Sơn", 888'888'888);
  pledge(Giver::social, "Hội Bảo vệ quyền trẻ em và Người khuyết tật tỉnh Lạng Sơn", 5'000'000, true);
  pledge(Giver::unnamed, "", 1'000'000);
  give(show, this->setting, kiosk.receive(88'888'888'888), kNow);
  give(show, this->setting, {}, kNow + 1'600);
  this->draw(this->picture_of(show, Language::vi, kNow + 4'000));
  this->expect_readable();
}

TYPED_TEST(ScenesTest, EveryFactFits) {
  Show show;
  begin(show, this->setting, Folded{}, kNow);
  for (const Language language : {Language::vi, Language::en}) {
    for (std::size_t i = 0; i < this->campaign.facts.size(); ++i) {
      const Picture picture = this->picture_of(
          show, language, kNow + kQuietMs / 3 + static_cast<std::int64_t>(i) * kFactMs + 2 * kFactFadeMs);
      ASSERT_EQ(picture.fact, this->campaign.facts[i].in(language));
      this->draw(picture, language);
      this->expect_readable();
    }
  }
}

TYPED_TEST(ScenesTest, NothingIsPaintedAtRest) {
  Show show = sample_show("tally", this->setting, kNow);
  this->draw(this->picture_of(show, Language::vi, kNow + 4'000));
  const Picture at_rest = this->picture_of(show, Language::vi, kNow + 4'100);
  ASSERT_FALSE(at_rest.moving);
  EXPECT_FALSE(this->draw(at_rest).changed);
}

// Only the digits' columns that change may differ while it counts: the others stay where they are.
TYPED_TEST(ScenesTest, AnArrivalPaintsOnlyPartOfTheScreen) {
  Origin kiosk(this->campaign.id, 1);
  Show show;
  begin(show, this->setting, Folded{}, kNow);
  give(show, this->setting, kiosk.pledge(22'000'000), kNow);
  give(show, this->setting, {}, kNow + 10'000);
  this->draw(this->picture_of(show, Language::vi, kNow + 10'000));
  give(show, this->setting, kiosk.pledge(5'000'000), kNow + 10'500);
  const ui::FramePainted first = this->draw(this->picture_of(show, Language::vi, kNow + 10'500));
  EXPECT_TRUE(first.changed);
  EXPECT_LT(first.share, 0.5F);
}

TYPED_TEST(ScenesTest, TheCodeOfTheFundCanBeScanned) {
  Show show = sample_show("tally", this->setting, kNow);
  const Picture picture = this->picture_of(show, Language::vi, kNow + 4'000);
  ASSERT_FALSE(picture.qr.empty());
  this->draw(picture);
  // A code of so few pixels could not be scanned from a seat: a ribbon shows none.
  const bool ribbon = TypeParam::kHeight < 500;
  EXPECT_EQ(scanned(ui::read_pixels(*this->opened.glass)), ribbon ? "" : picture.qr);
}

TYPED_TEST(ScenesTest, WithoutAnAccountOrAGoalTheSceneIsCalm) {
  this->campaign.account.reset();
  this->campaign.goal = {0};
  Show show = sample_show("tally", this->setting, kNow);
  this->draw(this->picture_of(show, Language::vi, kNow + 4'000));
  this->expect_readable();
  EXPECT_EQ(scanned(ui::read_pixels(*this->opened.glass)), "");
}

TYPED_TEST(ScenesTest, ARehearsalSaysSo) {
  Show show = sample_show("tally", this->setting, kNow);
  this->draw(this->picture_of(show, Language::vi, kNow + 4'000));
  this->campaign.id = {"rehearsal-2025"};
  EXPECT_TRUE(this->draw(this->picture_of(show, Language::vi, kNow + 4'000)).changed);
  this->expect_readable();
}

}  // namespace
}  // namespace mn
