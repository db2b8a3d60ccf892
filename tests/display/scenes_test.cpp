// The scenes on a glass without a screen, at the four sizes in use: nothing is cut, nothing is too small for the last
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

constexpr std::int64_t kNow = 500'000;

struct Size {
  int width_px;
  int height_px;
};
void PrintTo(const Size& size, std::ostream* out) { *out << size.width_px << "x" << size.height_px; }

// One glass a process, so each test opens its own and closes it.
struct ScenesTest : testing::TestWithParam<Size> {
  void SetUp() override {
    ui::GlassOptions options;
    options.width_px = GetParam().width_px;
    options.height_px = GetParam().height_px;
    options.offscreen = true;
    options.vsync = false;
    options.assets = std::filesystem::path(MANGNON_SOURCE_DIR) / "assets";
    opened = ui::open_glass(options);
    ASSERT_TRUE(opened) << opened.words;
    const Result<Campaign> read = load_campaign(options.assets / "campaign/lang-son-2025.json");
    ASSERT_TRUE(read.ok()) << read.failure().words;
    campaign = *read;
    const Result<Strings> strings = load_strings();
    ASSERT_TRUE(strings.ok()) << strings.failure().words;
    words_vi = words_of(*strings, Language::vi);
    words_en = words_of(*strings, Language::en);
  }

  ui::FramePainted draw(const Picture& picture, Language language = Language::vi) {
    ui::Canvas canvas = ui::begin_frame(*opened.glass);
    noted = {};
    canvas.noted = &noted;
    draw_scene(canvas, picture, language == Language::vi ? words_vi : words_en, language);
    canvas_height = canvas.size.height;
    return ui::end_frame(*opened.glass);
  }
  void expect_readable() const {
    EXPECT_GE(noted.least_size, canvas_height / 50) << "the last row reads a fiftieth of the height";
    EXPECT_TRUE(noted.cut.empty()) << noted.cut.front();
  }
  Picture picture_of(const Show& show, Language language, std::int64_t now_ms) {
    return compose(show, campaign, language, now_ms);
  }

  ui::GlassOpened opened;
  Campaign campaign;
  Words words_vi;
  Words words_en;
  ui::TextNoted noted;
  float canvas_height = 0;
};

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

TEST_P(ScenesTest, TheSamplesAreWholeAndReadable) {
  for (const Language language : {Language::vi, Language::en}) {
    for (const Sample sample : {Sample::start, Sample::tally, Sample::goal}) {
      const Show show = sample_show(sample, campaign, kNow);
      draw(picture_of(show, language, kNow + 3'000), language);
      expect_readable();
      const ui::Pixels pixels = ui::read_pixels(*opened.glass);
      EXPECT_EQ(pixels.width_px, GetParam().width_px);
      EXPECT_EQ(pixels.height_px, GetParam().height_px);
      EXPECT_GT(golden(pixels), pixels.width_px * pixels.height_px / 200) << "the number stands in gold";
    }
  }
}

TEST_P(ScenesTest, LongNamesAndLargeSumsFit) {
  Origin kiosk(campaign.id, 1);
  Show show;
  begin(show, campaign, Folded{}, kNow);
  const auto pledge = [&](Giver giver, const std::string& name, std::int64_t dong, bool hide_amount = false) {
    Pledged pledged = said(dong);
    pledged.giver = giver;
    pledged.hide_amount = hide_amount;
    give(show, campaign, kiosk.pledge(pledged, name), kNow);
  };
  pledge(Giver::business, "Công ty Trách nhiệm hữu hạn Một thành viên Xuất nhập khẩu Cửa khẩu Hữu Nghị",
         99'000'000'000);
  pledge(Giver::agency, "Ủy ban Mặt trận Tổ quốc Việt Nam phường Lương Văn Tri, tỉnh Lạng Sơn", 888'888'888);
  pledge(Giver::social, "Hội Bảo vệ quyền trẻ em và Người khuyết tật tỉnh Lạng Sơn", 5'000'000, true);
  pledge(Giver::unnamed, "", 1'000'000);
  give(show, campaign, kiosk.receive(88'888'888'888), kNow);
  give(show, campaign, {}, kNow + kCardTurnMs);
  draw(picture_of(show, Language::vi, kNow + 4'000));
  expect_readable();
}

TEST_P(ScenesTest, EveryFactFits) {
  Show show;
  begin(show, campaign, Folded{}, kNow);
  for (const Language language : {Language::vi, Language::en}) {
    for (std::size_t i = 0; i < campaign.facts.size(); ++i) {
      const Picture picture =
          picture_of(show, language, kNow + kQuietMs + static_cast<std::int64_t>(i) * kFactMs + 2 * kFactFadeMs);
      ASSERT_EQ(picture.fact, campaign.facts[i].in(language));
      draw(picture, language);
      expect_readable();
    }
  }
}

TEST_P(ScenesTest, NothingIsPaintedAtRest) {
  const Show show = sample_show(Sample::tally, campaign, kNow);
  draw(picture_of(show, Language::vi, kNow + 4'000));
  const Picture at_rest = picture_of(show, Language::vi, kNow + 4'100);
  ASSERT_FALSE(at_rest.moving);
  EXPECT_FALSE(draw(at_rest).changed);
}

// Only the digits' columns that change may differ while it counts: the others stay where they are.
TEST_P(ScenesTest, AnArrivalPaintsOnlyPartOfTheScreen) {
  Origin kiosk(campaign.id, 1);
  Show show;
  begin(show, campaign, Folded{}, kNow);
  give(show, campaign, kiosk.pledge(222'000'000), kNow);
  give(show, campaign, {}, kNow + 10'000);
  draw(picture_of(show, Language::vi, kNow + 10'000));
  give(show, campaign, kiosk.pledge(5'000'000), kNow + 10'500);
  const ui::FramePainted first = draw(picture_of(show, Language::vi, kNow + 10'500));
  EXPECT_TRUE(first.changed);
  EXPECT_LT(first.share, 0.5F);
}

TEST_P(ScenesTest, TheCodeOfTheFundCanBeScanned) {
  const Show show = sample_show(Sample::tally, campaign, kNow);
  const Picture picture = picture_of(show, Language::vi, kNow + 4'000);
  ASSERT_FALSE(picture.qr.empty());
  draw(picture);
  EXPECT_EQ(scanned(ui::read_pixels(*opened.glass)), picture.qr);
}

TEST_P(ScenesTest, WithoutAnAccountOrAGoalTheSceneIsCalm) {
  campaign.account.reset();
  campaign.goal = {0};
  const Show show = sample_show(Sample::tally, campaign, kNow);
  draw(picture_of(show, Language::vi, kNow + 4'000));
  expect_readable();
  EXPECT_EQ(scanned(ui::read_pixels(*opened.glass)), "");
}

TEST_P(ScenesTest, ARehearsalSaysSo) {
  const Show show = sample_show(Sample::tally, campaign, kNow);
  draw(picture_of(show, Language::vi, kNow + 4'000));
  Campaign rehearsal = campaign;
  rehearsal.id = {"rehearsal-2025"};
  EXPECT_TRUE(draw(compose(show, rehearsal, Language::vi, kNow + 4'000)).changed);
  expect_readable();
}

// The same canvas as 1920×1080, with four times the pixels.
struct LargeScreenTest : ScenesTest {};
TEST_P(LargeScreenTest, IsWholeAndReadable) {
  const Show show = sample_show(Sample::tally, campaign, kNow);
  const Picture picture = picture_of(show, Language::vi, kNow + 4'000);
  draw(picture);
  expect_readable();
  EXPECT_EQ(scanned(ui::read_pixels(*opened.glass)), picture.qr);
}
INSTANTIATE_TEST_SUITE_P(Sizes, LargeScreenTest, testing::Values(Size{3840, 2160}));

INSTANTIATE_TEST_SUITE_P(Sizes, ScenesTest, testing::Values(Size{1920, 1080}, Size{1080, 1920}, Size{2304, 1152}),
                         [](const auto& tested) {
                           return std::to_string(tested.param.width_px) + "x" + std::to_string(tested.param.height_px);
                         });

}  // namespace
}  // namespace mn
