// Every screen, drawn without a display at four sizes, in three languages, as usual, with large text and with
// everything in low reach: what can be touched lies on the glass, is large enough, alone and low where it must be, and
// no text is cut, the longest name and the largest amount included.
#include <gtest/gtest.h>

#include <map>

#include "journal/file.h"
#include "kiosk/sample.h"
#include "kiosk/screens/screens.h"
#include "ui/glass.h"
#include "ui/paint.h"

namespace mn::kiosk {
namespace {

constexpr std::int64_t kNow = 1'000'000;

struct PanelSize {
  int width_px;
  int height_px;
  std::optional<ui::Size> mm = {};  // known: 18 mm are more than usual on the smallest panels
  bool every_mode = true;           // false: the layouts of another panel, larger, or with larger targets
};

struct Mode {
  Language language = Language::vi;
  Comfort comfort;
};

std::vector<Mode> modes_of(const PanelSize& panel) {
  if (!panel.every_mode) return {{Language::vi, {}}, {Language::en, {true, true}}};
  std::vector<Mode> out;
  for (const Language language : kLanguages) {
    for (const bool large : {false, true}) {
      for (const bool low : {false, true}) out.push_back({language, {large, low}});
    }
  }
  return out;
}

std::vector<std::string> samples_of(const PanelSize& panel) {
  std::vector<std::string> out = sample_names();
  if (!panel.every_mode && !panel.mm)
    std::erase_if(out, [](const std::string& name) { return name.rfind("longest", 0) != 0; });
  return out;
}

std::string words_of(const Mode& mode) {
  return std::string(language_text(mode.language)) + (mode.comfort.large_text ? " large" : "") +
         (mode.comfort.low_reach ? " low" : "");
}

class Screens : public testing::TestWithParam<PanelSize> {
 protected:
  void SetUp() override {
    ui::GlassOptions options;
    options.width_px = GetParam().width_px;
    options.height_px = GetParam().height_px;
    options.panel_mm = GetParam().mm;
    options.offscreen = true;
    options.painter = ui::Painter::processor;
    options.assets = MANGNON_SOURCE_DIR "/assets";
    opened_ = ui::open_glass(options);
    ASSERT_TRUE(opened_) << opened_.words;
    Result<Campaign> campaign = load_campaign(MANGNON_SOURCE_DIR "/assets/campaign/lang-son-2025.json");
    Result<Strings> strings = load_strings();
    ASSERT_TRUE(campaign && strings);
    campaign_ = std::make_unique<Campaign>(std::move(*campaign));
    strings_ = std::make_unique<Strings>(std::move(*strings));
  }

  Terms terms() const {
    Terms out{*campaign_};
    out.guests = &guests_;
    out.prints = true;
    out.pin_hash = "$";
    return out;
  }

  // The targets of a sample, and the texts that did not fit. Nothing of it is painted: that would take minutes.
  ui::Targets drawn(const std::string& name, const Mode& mode, const Terms& of) {
    Visit visit = *sample_visit(name, of, kNow - 2 * kEnterMs);
    visit.language = mode.language;
    visit.comfort = mode.comfort;
    ui::Canvas canvas = ui::begin_frame(*opened_.glass);
    noted_ = {};
    canvas.noted = &noted_;
    canvas_ = canvas;
    ui::clip(canvas, {0, 0, 1, 1});
    Sight sight{visit, of, *strings_, kNow};
    sight.surroundings = &around_;
    sight.total = LiveTotal{156, kLargestPledge};
    EXPECT_FALSE(draw_visit(canvas, sight));
    ui::unclip(canvas);
    ui::Targets targets = *canvas.targets;
    ui::end_frame(*opened_.glass);
    return targets;
  }

  // What a finger can reach: nothing of what lies under a veil.
  static std::vector<ui::Target> reachable(const ui::Targets& targets) {
    std::vector<ui::Target> out;
    for (const ui::Target& target : targets.now) {
      if (target.id == kTouchVeil) {
        out.clear();
      } else {
        out.push_back(target);
      }
    }
    return out;
  }

  ui::GlassOpened opened_;
  ui::Canvas canvas_;
  ui::TextNoted noted_;
  std::unique_ptr<Campaign> campaign_;
  std::unique_ptr<Strings> strings_;
  GuestBook guests_ = sample_guests();
  Surroundings around_ = sample_surroundings();
};

bool overlap(const ui::Rect& a, const ui::Rect& b) {
  constexpr float kTouching = 0.01F;
  return a.x + kTouching < b.right() && b.x + kTouching < a.right() && a.y + kTouching < b.bottom() &&
         b.y + kTouching < a.bottom();
}

// Keys are as on a telephone: half as large as what is touched once.
bool is_key(const ui::Target& target) { return target.id >= kTouchKey; }

// The staff's door is for staff; the first touch begins a visit wherever it lands.
bool may_lie_high(const ui::Target& target) { return target.id == kTouchStaffDoor || target.id == kTouchStart; }

TEST_P(Screens, TargetsAreOnTheGlassLargeAndApart) {
  const Terms of = terms();
  for (const Mode& mode : modes_of(GetParam())) {
    for (const std::string& name : samples_of(GetParam())) {
      SCOPED_TRACE(name + " " + words_of(mode));
      const ui::Targets targets = drawn(name, mode, of);
      const std::vector<ui::Target> all = reachable(targets);
      EXPECT_FALSE(all.empty());
      for (std::size_t i = 0; i < all.size(); ++i) {
        const ui::Rect& rect = all[i].rect;
        const std::string& label = all[i].label;
        const float least = (is_key(all[i]) ? ui::key_least(canvas_) : ui::touch_least(canvas_)) - 0.01F;
        EXPECT_FALSE(label.empty());
        EXPECT_GE(rect.x, 0) << label;
        EXPECT_GE(rect.y, 0) << label;
        EXPECT_LE(rect.right(), canvas_.size.width + 0.01F) << label;
        EXPECT_LE(rect.bottom(), canvas_.size.height + 0.01F) << label;
        EXPECT_GE(rect.width, least) << label;
        EXPECT_GE(rect.height, least) << label;
        if (mode.comfort.low_reach && !may_lie_high(all[i])) {
          EXPECT_GE(rect.y, canvas_.size.height / 2 - 0.01F) << label;
        }
        for (std::size_t k = 0; k < i; ++k) EXPECT_FALSE(overlap(rect, all[k].rect)) << label << ", " << all[k].label;
      }
      EXPECT_EQ(targets.texts_cut, 0) << (noted_.cut.empty() ? "a text" : noted_.cut.front()) << " did not fit";
    }
  }
}

// Fingers that type do not look again before each key: guests that are offered, or no more, must not push one away.
TEST_P(Screens, NoKeyMovesWhenGuestsAreOffered) {
  const Terms of = terms();
  const auto keys_of = [&](const std::string& name, const Mode& mode) {
    std::map<ui::TargetId, ui::Rect> out;
    for (const ui::Target& target : drawn(name, mode, of).now) {
      if (is_key(target)) out[target.id] = target.rect;
    }
    return out;
  };
  for (const Mode& mode : modes_of(GetParam())) {
    const auto before = keys_of("offers_hint", mode);
    EXPECT_GT(before.size(), kLetterKeys.size());
    for (const char* name : {"offers", "longest_name", "longest_offers"}) {
      SCOPED_TRACE(std::string(name) + " " + words_of(mode));
      const auto after = keys_of(name, mode);
      ASSERT_EQ(after.size(), before.size());
      for (const auto& [id, rect] : before) EXPECT_TRUE(after.at(id) == rect) << id;
    }
  }
}

TEST_P(Screens, ATextThatDoesNotFitIsCounted) {
  ui::Canvas canvas = ui::begin_frame(*opened_.glass);
  ui::draw_text_in(canvas, {0, 0, 200, 60}, "CÔNG TY TRÁCH NHIỆM HỮU HẠN", {.size = 40}, 30);
  EXPECT_EQ(canvas.targets->texts_cut, 1);
  ui::end_frame(*opened_.glass);
}

TEST_P(Screens, WhatDonorsTypeNeverBecomesALabel) {
  if (GetParam().width_px != 1920 || GetParam().mm) GTEST_SKIP() << "labels are the same at every size";
  const Terms of = terms();
  for (const std::string& name : samples_of(GetParam())) {
    for (const ui::Target& target : drawn(name, {}, of).now) {
      if (target.id >= kTouchOffer && target.id < kTouchOffer + static_cast<int>(kOffersMost)) continue;  // the list's
      for (const char* typed : {"Nguyễn", "TRÁCH NHIỆM", "so y", "Áo ấm", "0912", "Chúc"}) {
        EXPECT_EQ(target.label.find(typed), std::string::npos) << name << ": " << target.label;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Panels, Screens,
                         testing::Values(PanelSize{1920, 1080}, PanelSize{1080, 1920}, PanelSize{1280, 800},
                                         PanelSize{3840, 2160, {}, false},
                                         PanelSize{1920, 1080, ui::Size{344, 194}, false},
                                         PanelSize{1080, 1920, ui::Size{194, 344}, false}),
                         [](const auto& panel) {
                           return std::to_string(panel.param.width_px) + "x" + std::to_string(panel.param.height_px) +
                                  (panel.param.mm ? "_small" : "");
                         });

}  // namespace
}  // namespace mn::kiosk
