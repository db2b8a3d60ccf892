// The codes on the thanks, as a telephone sees them: both are found by a scanner on the picture of the glass, at every
// size, also large and low, and say what they should.
#include <gtest/gtest.h>
#include <zbar.h>

#include <set>

#include "core/receipt.h"
#include "journal/file.h"
#include "kiosk/order.h"
#include "kiosk/sample.h"
#include "kiosk/screens/screens.h"
#include "ui/glass.h"

namespace mn::kiosk {
namespace {

constexpr std::int64_t kNow = 1'000'000;

struct PanelSize {
  int width_px;
  int height_px;
};

class ThanksCodes : public testing::TestWithParam<PanelSize> {};

std::set<std::string> scanned(const ui::Pixels& pixels) {
  std::vector<std::uint8_t> grey(pixels.rgba.size() / 4);
  for (std::size_t i = 0; i < grey.size(); ++i) {
    const std::uint8_t* at = &pixels.rgba[4 * i];
    grey[i] = static_cast<std::uint8_t>((at[0] * 299 + at[1] * 587 + at[2] * 114) / 1000);
  }
  zbar::ImageScanner scanner;
  zbar::Image image(static_cast<unsigned>(pixels.width_px), static_cast<unsigned>(pixels.height_px), "Y800",
                    grey.data(), grey.size());
  scanner.scan(image);
  std::set<std::string> out;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) out.insert(symbol->get_data());
  return out;
}

TEST_P(ThanksCodes, AreReadFromTheGlass) {
  ui::GlassOptions options;
  options.width_px = GetParam().width_px;
  options.height_px = GetParam().height_px;
  options.offscreen = true;
  options.painter = ui::Painter::processor;
  options.assets = MANGNON_SOURCE_DIR "/assets";
  const ui::GlassOpened opened = ui::open_glass(options);
  ASSERT_TRUE(opened) << opened.words;
  const Result<Campaign> campaign = load_campaign(MANGNON_SOURCE_DIR "/assets/campaign/lang-son-2025.json");
  const Result<Strings> strings = load_strings();
  ASSERT_TRUE(campaign && strings);
  Terms terms{*campaign};
  terms.prints = true;
  for (const char* name : {"thanks", "longest_thanks", "longest_account"}) {
    for (const Comfort comfort : {Comfort{false, false}, Comfort{true, true}}) {
      SCOPED_TRACE(std::string(name) + (comfort.low_reach ? ", large and low" : ""));
      Visit visit = *sample_visit(name, terms, kNow - 2 * kEnterMs);
      visit.comfort = comfort;
      const ui::Canvas canvas = ui::begin_frame(*opened.glass);
      draw_visit(canvas, Sight{visit, terms, *strings, kNow});
      ui::end_frame(*opened.glass);
      const std::set<std::string> codes = scanned(ui::read_pixels(*opened.glass));
      const Thanks& thanks = std::get<Thanks>(visit.screen);
      const Receipt receipt{campaign->id, thanks.kept.code, thanks.kept.pledge, thanks.kept.digest};
      EXPECT_TRUE(codes.contains(receipt_text(receipt, campaign->check_url))) << "the receipt";
      const std::optional<std::string> transfer = transfer_payload(*campaign, thanks.kept, thanks.chosen);
      EXPECT_TRUE(!transfer || codes.contains(*transfer)) << "the transfer";
      EXPECT_EQ(codes.size(), transfer ? 2U : 1U);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Panels, ThanksCodes,
                         testing::Values(PanelSize{1920, 1080}, PanelSize{1080, 1920}, PanelSize{1280, 800}),
                         [](const auto& panel) {
                           return std::to_string(panel.param.width_px) + "x" + std::to_string(panel.param.height_px);
                         });

}  // namespace
}  // namespace mn::kiosk
