// Every screen, drawn without a display at three sizes and in both languages: what can be touched lies on the glass, is
// large enough and alone, and no text is cut, the longest name and the largest amount included.
#include <gtest/gtest.h>

#include "journal/file.h"
#include "kiosk/sample.h"
#include "kiosk/screens/screens.h"
#include "ui/glass.h"

namespace mn::kiosk {
namespace {

struct PanelSize {
  int width_px;
  int height_px;
};

class Screens : public testing::TestWithParam<PanelSize> {
 protected:
  void SetUp() override {
    ui::GlassOptions options;
    options.width_px = GetParam().width_px;
    options.height_px = GetParam().height_px;
    options.offscreen = true;
    options.assets = MANGNON_SOURCE_DIR "/assets";
    opened_ = ui::open_glass(options);
    ASSERT_TRUE(opened_) << opened_.words;
  }

  // The targets of one frame of a sample, and how many texts did not fit.
  ui::Targets drawn(const std::string& name, const Terms& terms, const Strings& strings) {
    constexpr std::int64_t kNow = 1'000'000;
    const std::optional<Visit> visit = sample_visit(name, terms, kNow - 2 * kEnterMs);
    const ui::Canvas canvas = ui::begin_frame(*opened_.glass);
    canvas_ = canvas.size;
    EXPECT_FALSE(draw_visit(canvas, Sight{*visit, terms, strings, kNow - 2 * kEnterMs}));
    const ui::Targets targets = *canvas.targets;
    ui::end_frame(*opened_.glass);
    return targets;
  }

  ui::GlassOpened opened_;
  ui::Size canvas_;
};

bool overlap(const ui::Rect& a, const ui::Rect& b) {
  constexpr float kTouching = 0.01F;
  return a.x + kTouching < b.right() && b.x + kTouching < a.right() && a.y + kTouching < b.bottom() &&
         b.y + kTouching < a.bottom();
}

TEST_P(Screens, TargetsAreOnTheGlassLargeAndApart) {
  const Result<Campaign> campaign = load_campaign(MANGNON_SOURCE_DIR "/assets/campaign/lang-son-2025.json");
  const Result<Strings> strings = load_strings();
  ASSERT_TRUE(campaign && strings);
  for (const Language language : {Language::vi, Language::en}) {
    const Terms terms{*campaign, {}, language};
    for (const std::string& name : sample_names()) {
      SCOPED_TRACE(name + (language == Language::vi ? " vi" : " en"));
      ui::Targets targets = drawn(name, terms, *strings);
      EXPECT_FALSE(targets.now.empty());
      std::vector<ui::Target> reachable;
      for (const ui::Target& target : targets.now) {
        if (target.id == kTouchVeil)
          reachable.clear();  // whatever lies under the veil cannot be touched
        else
          reachable.push_back(target);
      }
      for (std::size_t i = 0; i < reachable.size(); ++i) {
        const ui::Rect& rect = reachable[i].rect;
        EXPECT_GE(rect.x, 0) << reachable[i].label;
        EXPECT_GE(rect.y, 0) << reachable[i].label;
        EXPECT_LE(rect.right(), canvas_.width + 0.01F) << reachable[i].label;
        EXPECT_LE(rect.bottom(), canvas_.height + 0.01F) << reachable[i].label;
        EXPECT_GE(rect.width, ui::space::touch - 0.01F) << reachable[i].label;
        EXPECT_GE(rect.height, ui::space::touch - 0.01F) << reachable[i].label;
        EXPECT_FALSE(reachable[i].label.empty());
        for (std::size_t k = 0; k < i; ++k) {
          EXPECT_FALSE(overlap(rect, reachable[k].rect)) << reachable[i].label << " and " << reachable[k].label;
        }
      }
      EXPECT_EQ(targets.texts_cut, 0) << "a text did not fit";
    }
  }
}

TEST_P(Screens, ATextThatDoesNotFitIsCounted) {
  const ui::Canvas canvas = ui::begin_frame(*opened_.glass);
  ui::draw_text_in(canvas, {0, 0, 200, 60}, "CÔNG TY TRÁCH NHIỆM HỮU HẠN", {.size = 40}, 30);
  EXPECT_EQ(canvas.targets->texts_cut, 1);
  ui::end_frame(*opened_.glass);
}

TEST_P(Screens, NamesNeverBecomeLabels) {
  const Result<Campaign> campaign = load_campaign(MANGNON_SOURCE_DIR "/assets/campaign/lang-son-2025.json");
  const Result<Strings> strings = load_strings();
  ASSERT_TRUE(campaign && strings);
  const Terms terms{*campaign};
  for (const std::string& name : sample_names()) {
    for (const ui::Target& target : drawn(name, terms, *strings).now) {
      EXPECT_EQ(target.label.find("Nguyễn"), std::string::npos);
      EXPECT_EQ(target.label.find("TRÁCH NHIỆM"), std::string::npos);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Panels, Screens,
                         testing::Values(PanelSize{1920, 1080}, PanelSize{1080, 1920}, PanelSize{3840, 2160}),
                         [](const auto& panel) {
                           return std::to_string(panel.param.width_px) + "x" + std::to_string(panel.param.height_px);
                         });

}  // namespace
}  // namespace mn::kiosk
