// The slip as dots, measured: width, margins, darkness, nothing over anything else, QR codes read back by a scanner.
#include <gtest/gtest.h>
#include <zbar.h>

#include <algorithm>
#include <set>

#include "core/words.h"
#include "kiosk/printing/layout.h"
#include "kiosk/printing/raster.h"
#include "kiosk/printing/test_slip.h"
#include "tests/printing/slips.h"
#include "tests/support/folder.h"

namespace mn::printing {
namespace {

const std::vector<std::string> kSlips = {"transfer", "goods", "longest", "cash-en"};

Bitmap drawn(const Slip& slip, const Paper& paper) {
  Result<Bitmap> bitmap = rasterise(slip, paper);
  EXPECT_TRUE(bitmap) << (bitmap ? "" : bitmap.failure().words);
  return bitmap ? *std::move(bitmap) : Bitmap{};
}

template <class Each>
void each_slip_and_paper(Each each) {
  for (const std::string& name : kSlips) {
    for (const int width_mm : {58, 80}) {
      SCOPED_TRACE(name + " on " + std::to_string(width_mm));
      each(slip_of(name), *paper_of(width_mm));
    }
  }
}

struct Box {
  int left, top, right, bottom;
};
bool meet(const Box& a, const Box& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// Where a text's ink is, one box a line: a line's ascenders may stand beside another's descenders.
std::vector<Box> ink_of(const TextMark& mark) {
  std::vector<Box> out;
  PangoLayoutIter* at = pango_layout_get_iter(mark.text.get());
  do {
    PangoRectangle ink{};
    pango_layout_iter_get_line_extents(at, &ink, nullptr);
    pango_extents_to_pixels(&ink, nullptr);
    const int x = static_cast<int>(mark.x), y = static_cast<int>(mark.y);
    out.push_back({x + ink.x, y + ink.y, x + ink.x + ink.width, y + ink.y + ink.height});
  } while (pango_layout_iter_next_line(at) != FALSE);
  pango_layout_iter_free(at);
  return out;
}

std::vector<std::string> scanned(const Bitmap& bitmap, int zoom) {
  const int width = bitmap.width_dots * zoom, height = bitmap.height_dots * zoom;
  std::vector<std::uint8_t> grey(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x)
      grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] =
          bitmap.black(x / zoom, y / zoom) ? 0 : 255;
  }
  zbar::ImageScanner scanner;
  zbar::Image image(static_cast<unsigned>(width), static_cast<unsigned>(height), "Y800", grey.data(), grey.size());
  scanner.scan(image);
  std::vector<std::string> out;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) out.push_back(symbol->get_data());
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Drawing, HasThePapersWidthAndAReasonableLength) {
  each_slip_and_paper([](const Slip& slip, const Paper& paper) {
    const Bitmap bitmap = drawn(slip, paper);
    EXPECT_EQ(bitmap.width_dots, paper.width_mm == 58 ? 384 : 576);
    EXPECT_EQ(bitmap.rows.size(), bitmap.row_bytes() * static_cast<std::size_t>(bitmap.height_dots));
    EXPECT_LT(bitmap.height_dots, slip.goods.size() > 3 ? 5000 : 2300);  // 29 cm
  });
}

TEST(Drawing, IsTheSameEveryTime) {
  const Slip slip = slip_of("transfer");
  EXPECT_EQ(drawn(slip, *paper_of(80)).rows, drawn(slip, *paper_of(80)).rows);
}

// The frame and the rules fill the page to its margins; whatever else reached into them would be cut by some printer.
TEST(Drawing, NothingStandsInTheMargins) {
  each_slip_and_paper([](const Slip& slip, const Paper& paper) {
    const Bitmap bitmap = drawn(slip, paper);
    int ink_in_margins = 0, ink_at_frame = 0;
    for (int y = 0; y < bitmap.height_dots; ++y) {
      for (int x = 0; x < paper.pad; ++x) {
        ink_in_margins += bitmap.black(x, y) ? 1 : 0;
        ink_in_margins += bitmap.black(bitmap.width_dots - 1 - x, y) ? 1 : 0;
      }
      ink_at_frame += bitmap.black(paper.pad, y) ? 1 : 0;
    }
    EXPECT_EQ(ink_in_margins, 0);
    EXPECT_GT(ink_at_frame, 50) << "the frame should stand where the margin ends";
  });
}

TEST(Drawing, NothingStandsOverAnythingElse) {
  each_slip_and_paper([](const Slip& slip, const Paper& paper) {
    const Result<Sheet> sheet = compose(slip, paper);
    ASSERT_TRUE(sheet);
    std::vector<std::pair<Box, std::string>> boxes;
    for (const Mark& mark : sheet->marks) {
      if (const auto* text = std::get_if<TextMark>(&mark)) {
        for (const Box& box : ink_of(*text)) boxes.emplace_back(box, pango_layout_get_text(text->text.get()));
      } else if (const auto* rule = std::get_if<RuleMark>(&mark)) {
        boxes.push_back({{rule->x, rule->y, rule->x + rule->width, rule->y + rule->thickness}, "a rule"});
      } else if (const auto* qr = std::get_if<QrMark>(&mark)) {
        const int side = qr->modules.across() * qr->module_dots;
        boxes.push_back({{qr->x, qr->y, qr->x + side, qr->y + side}, "a QR code with its quiet zone"});
        EXPECT_GE(qr->module_dots, kQrModuleDotsMin);
      }
    }
    ASSERT_GT(boxes.size(), 10U);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      EXPECT_GE(boxes[i].first.left, paper.pad - 2 * kQrModuleDotsMin * 2) << boxes[i].second;
      EXPECT_LE(boxes[i].first.bottom, sheet->height_dots) << boxes[i].second;
      for (std::size_t j = i + 1; j < boxes.size(); ++j)
        EXPECT_FALSE(meet(boxes[i].first, boxes[j].first)) << boxes[i].second << " meets " << boxes[j].second;
    }
  });
}

TEST(Drawing, TheCodeIsTheLargestText) {
  each_slip_and_paper([](const Slip& slip, const Paper& paper) {
    const Result<Sheet> sheet = compose(slip, paper);
    ASSERT_TRUE(sheet);
    double code = 0, other = 0;
    for (const Mark& mark : sheet->marks) {
      const auto* text = std::get_if<TextMark>(&mark);
      if (text == nullptr) continue;
      const double size =
          pango_font_description_get_size(pango_layout_get_font_description(text->text.get())) / double{PANGO_SCALE};
      double& largest = pango_layout_get_text(text->text.get()) == slip.code.value ? code : other;
      largest = std::max(largest, size);
    }
    EXPECT_GT(code, other);
    EXPECT_GE(code, paper.width_mm == 58 ? 44 : 64);  // 5.5 and 8 mm
  });
}

TEST(Drawing, ThermalHeadsStayCool) {
  each_slip_and_paper([](const Slip& slip, const Paper& paper) {
    const Bitmap bitmap = drawn(slip, paper);
    long long black = 0;
    int dark_rows = 0;
    for (int y = 0; y < bitmap.height_dots; ++y) {
      int row = 0;
      for (int x = 0; x < bitmap.width_dots; ++x) row += bitmap.black(x, y) ? 1 : 0;
      black += row;
      dark_rows += row > bitmap.width_dots * 3 / 4 ? 1 : 0;
    }
    const double share = static_cast<double>(black) / (static_cast<double>(bitmap.width_dots) * bitmap.height_dots);
    EXPECT_GT(share, 0.05);
    EXPECT_LT(share, 0.20);
    EXPECT_LE(dark_rows, 30) << "only rules and frames may be that dark";
  });
}

TEST(Drawing, AScannerReadsTheCodesOffTheDots) {
  each_slip_and_paper([](const Slip& slip, const Paper& paper) {
    std::vector<std::string> expected;
    if (slip.transfer_qr) expected.push_back(slip.transfer_qr->payload);
    if (slip.receipt_qr) expected.push_back(slip.receipt_qr->payload);
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(scanned(drawn(slip, paper), 1), expected);
  });
}

TEST(Drawing, TheLongestCodesStillFitAndAreRead) {
  for (const int width_mm : {58, 80}) {
    Slip slip = slip_of("transfer");
    std::string payload;
    for (int i = 0; payload.size() < kSlipQrBytesMax; ++i) payload += static_cast<char>('!' + i * 7 % 90);
    slip.transfer_qr->payload = payload;
    slip.receipt_qr->payload = std::string(payload.rbegin(), payload.rend());
    const Bitmap bitmap = drawn(slip, *paper_of(width_mm));
    EXPECT_EQ(scanned(bitmap, 2).size(), 2U) << width_mm;
  }
}

TEST(Drawing, NamesOfNinetyLettersAndTheLongestAmountsKeepTheirMargins) {
  for (const int width_mm : {58, 80}) {
    for (const std::string& name : {std::string(90, 'W'), std::string("Nghiêng ") + std::string(82, 'm'), [] {
                                      std::string out;
                                      for (int i = 0; i < 90; ++i) out += i % 9 == 8 ? " " : "Ẫ";
                                      return out;
                                    }()}) {
      Slip slip = slip_of("transfer");
      slip.rows[0].value = name;
      slip.amount.value = "777.777.777.777 đồng";
      slip.amount_words = amount_in_words(Money{777'777'777'777}, Language::vi);
      slip.number.value = std::string(60, 'M');
      slip.code.value = std::string(60, 'Q');
      const Paper paper = *paper_of(width_mm);
      const Bitmap bitmap = drawn(slip, paper);
      int ink = 0;
      for (int y = 0; y < bitmap.height_dots; ++y) {
        for (int x = 0; x < paper.pad; ++x)
          ink += (bitmap.black(x, y) ? 1 : 0) + (bitmap.black(bitmap.width_dots - 1 - x, y) ? 1 : 0);
      }
      EXPECT_EQ(ink, 0) << name << " on " << width_mm;
    }
  }
}

TEST(Drawing, ASlipOfTwoMetresIsRefused) {
  Slip slip = slip_of("longest");
  for (std::string& line : slip.goods) line = std::string(300, 'W');
  slip.rows.assign(12, {std::string(300, 'W'), std::string(300, 'W')});
  slip.account.assign(12, {std::string(300, 'W'), std::string(300, 'W')});
  const Result<Bitmap> bitmap = rasterise(slip, *paper_of(58));
  ASSERT_FALSE(bitmap);
  EXPECT_EQ(bitmap.failure().cause, Cause::bad_input);
}

TEST(Drawing, ThePictureIsForItsOwnerOnly) {
  const TemporaryFolder folder;
  const std::string file = folder.file("slip.png");
  ASSERT_TRUE(save_png(drawn(test_slip(), *paper_of(58)), file));
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_FALSE(save_png(drawn(test_slip(), *paper_of(58)), folder.file("no/such/folder.png")));
}

}  // namespace
}  // namespace mn::printing
