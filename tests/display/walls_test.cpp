// The tally on every wall in every state, on a glass without a screen: nothing cut, nothing too small, words readable
// on the stage at every hour of its morning, the lower third fit for a keyer. With MANGNON_PICTURES=FOLDER each picture
// is also written there, to be looked at.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "core/check.h"
#include "display/parts/lower_third.h"
#include "display/scenes/scene.h"
#include "journal/file.h"
#include "tests/display/wall_pictures.h"
#include "ui/glass.h"

namespace mn {
namespace {

const std::filesystem::path kAssets = std::filesystem::path(MANGNON_SOURCE_DIR) / "assets";

struct WallSize {
  int width_px;
  int height_px;
};
void PrintTo(const WallSize& wall, std::ostream* out) { *out << wall.width_px << "x" << wall.height_px; }

// One glass a process and a size: closed before the next is opened.
ui::Glass& glass_of(const WallSize& wall) {
  static std::map<std::pair<int, int>, ui::GlassOpened> open;
  const std::pair<int, int> key{wall.width_px, wall.height_px};
  if (!open.contains(key)) {
    open.clear();
    ui::GlassOptions options;
    options.width_px = wall.width_px;
    options.height_px = wall.height_px;
    options.offscreen = true;
    options.vsync = false;
    options.assets = kAssets;
    open[key] = ui::open_glass(options);
    MN_CHECK(static_cast<bool>(open[key]), "a glass without a screen opens");
  }
  return *open[key].glass;
}

struct WallsTest : testing::TestWithParam<WallSize> {
  void SetUp() override {
    const Result<Campaign> read = load_campaign(kAssets / "campaign/lang-son-2025.json");
    ASSERT_TRUE(read.ok()) << read.failure().words;
    campaign = *read;
    const Result<Strings> found = load_strings();
    ASSERT_TRUE(found.ok()) << found.failure().words;
    strings = *found;
  }

  ui::Canvas begin() {
    ui::Canvas canvas = ui::begin_frame(glass_of(GetParam()));
    noted = {};
    canvas.noted = &noted;
    size = canvas.size;
    scale = canvas.scale;
    return canvas;
  }
  ui::FramePainted end() { return ui::end_frame(glass_of(GetParam())); }
  void save(const std::string& name) {
    const char* folder = std::getenv("MANGNON_PICTURES");
    if (folder == nullptr) return;
    const std::string wall = std::to_string(GetParam().width_px) + "x" + std::to_string(GetParam().height_px);
    const ui::ScreenshotSaved saved =
        ui::screenshot(glass_of(GetParam()), std::filesystem::path(folder) / (wall + "-" + name + ".png"));
    EXPECT_TRUE(saved) << saved.words;
  }
  void expect_readable() const {
    EXPECT_GE(noted.least_size, std::max(size.height / 50, 24 / scale))
        << "the last row reads a fiftieth of the height";
    EXPECT_TRUE(noted.cut.empty()) << noted.cut.front();
  }

  Campaign campaign;
  Strings strings;
  Scenes scenes = all_scenes();
  ui::TextNoted noted;
  ui::Size size;
  float scale = 1;
};

TEST_P(WallsTest, EveryStateIsWholeAndReadable) {
  for (const Language language : {Language::vi, Language::en}) {
    const Words words = words_of(strings, language);
    for (const test::WallPicture& wall : test::wall_pictures(campaign, language)) {
      SCOPED_TRACE(wall.name);
      draw_scene(begin(), wall.picture, words, scenes);
      end();
      expect_readable();
      if (language == Language::vi) save(wall.name);
    }
  }
}

// Relative luminance that all but the brightest half of a hundredth of the rectangle stay under.
double brightest(const ui::Pixels& pixels, ui::Rect rect, float scale) {
  std::vector<double> found;
  const auto low = [&](float at) { return std::max(0, static_cast<int>(at * scale)); };
  for (int y = low(rect.y); y < std::min(pixels.height_px, low(rect.bottom())); y += 2) {
    for (int x = low(rect.x); x < std::min(pixels.width_px, low(rect.right())); x += 2) {
      const auto at = static_cast<std::size_t>(y * pixels.width_px + x) * 4;
      const ui::Colour colour{pixels.rgba[at], pixels.rgba[at + 1], pixels.rgba[at + 2]};
      found.push_back(21.0 / ui::contrast(ui::hue::white, colour));
    }
  }
  if (found.empty()) return 0;
  const auto nth = found.begin() + static_cast<std::ptrdiff_t>(found.size() * 995 / 1000);
  std::nth_element(found.begin(), nth, found.end());
  return *nth * 0.05 - 0.05;
}

// Of the text against the brightest ground it may stand on.
double contrast_on(ui::Colour text, double ground) {
  const double own = 0.05 * ui::contrast(text, ui::hue::black);
  return own / (ground + 0.05);
}

TEST_P(WallsTest, WordsStandOutAtEveryHourOfTheMorning) {
  for (const std::int64_t dawn : {0, 340, 720, 900, 1000}) {
    SCOPED_TRACE(dawn);
    const ui::Canvas canvas = begin();
    const TallyLayout layout = lay_out_tally(canvas.size, canvas.scale);
    Mood mood = mood_of({}, layout.shape);
    mood.dawn_permille = dawn;
    draw_stage(canvas, mood);
    draw_shade(canvas, sum_place(layout));
    draw_light(canvas, layout.number, 1);
    end();
    const ui::Pixels pixels = ui::read_pixels(glass_of(GetParam()));
    const auto on = [&](ui::Colour text, ui::Rect rect) { return contrast_on(text, brightest(pixels, rect, scale)); };
    EXPECT_GE(on(ui::hue::moon, layout.label), 7);
    EXPECT_GE(on(number_colour_lower(), layout.number), 7) << "the number";
    EXPECT_GE(on(ui::hue::moon, layout.words), 7) << "the number in words";
    EXPECT_GE(on(ui::hue::moon, layout.latest), 4.5);
    EXPECT_GE(on(ui::hue::gold_light, layout.header.title), 4.5);
    EXPECT_GE(on(ui::hue::moon_soft, layout.header.fund), 4.5);
  }
}

// Television is 16:9. A keyer takes away one colour: every other pixel must be far from it, and no edge may be mixed
// with it.
TEST_P(WallsTest, TheLowerThirdLeavesNoRimOfTheKey) {
  if (GetParam().width_px * 9 != GetParam().height_px * 16) GTEST_SKIP();
  const Words words = words_of(strings, Language::vi);
  for (const test::WallPicture& wall : test::wall_pictures(campaign, Language::vi)) {
    SCOPED_TRACE(wall.name);
    draw_lower_third(begin(), wall.picture, words, kKeyColour);
    end();
    expect_readable();
    save("lower-third-" + wall.name);
    const ui::Pixels pixels = ui::read_pixels(glass_of(GetParam()));
    std::size_t key = 0;
    std::size_t near = 0;
    for (std::size_t at = 0; at + 3 < pixels.rgba.size(); at += 4) {
      const int off =
          std::max({std::abs(pixels.rgba[at] - kKeyColour.red), std::abs(pixels.rgba[at + 1] - kKeyColour.green),
                    std::abs(pixels.rgba[at + 2] - kKeyColour.blue)});
      if (off == 0) ++key;
      if (off > 0 && off < 30) ++near;
    }
    EXPECT_EQ(near, 0U);
    EXPECT_GT(key, pixels.rgba.size() / 4 / 2) << "most of the picture is the key";
  }
}

TEST_P(WallsTest, ParticlesAreTheSameAtTheSameTime) {
  for (const Particles kind :
       {Particles::petals, Particles::leaves, Particles::fireflies, Particles::lanterns, Particles::star_lanterns}) {
    const auto draw = [&](std::int64_t time_ms) {
      const ui::Canvas canvas = begin();
      draw_stage(canvas, {500, false});
      draw_particles(canvas, kind, 5'000, 3, time_ms);
      return end();
    };
    draw(4'000);
    EXPECT_FALSE(draw(4'000).changed);
    EXPECT_TRUE(draw(4'100).changed);
  }
}

INSTANTIATE_TEST_SUITE_P(Walls, WallsTest,
                         testing::Values(WallSize{1920, 1080}, WallSize{3840, 2160}, WallSize{1080, 1920},
                                         WallSize{2304, 1152}, WallSize{3840, 1080}, WallSize{1280, 384}),
                         [](const auto& given) {
                           return std::to_string(given.param.width_px) + "x" + std::to_string(given.param.height_px);
                         });

}  // namespace
}  // namespace mn
