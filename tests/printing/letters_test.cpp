// Every letter of Vietnamese at every size and face of a slip: after the cut to black and white no two look alike. That
// is what "stacked marks stay whole" means to a reader.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

#include "kiosk/printing/paper.h"
#include "kiosk/printing/raster.h"
#include "kiosk/printing/type.h"

namespace mn::printing {
namespace {

// What may stand for each other, and must not look so.
const std::vector<std::vector<std::string>> kKin = {
    {"a", "á", "à", "ả", "ã", "ạ", "ă", "ắ", "ằ", "ẳ", "ẵ", "ặ", "â", "ấ", "ầ", "ẩ", "ẫ", "ậ"},
    {"e", "é", "è", "ẻ", "ẽ", "ẹ", "ê", "ế", "ề", "ể", "ễ", "ệ"},
    {"i", "í", "ì", "ỉ", "ĩ", "ị"},
    {"o", "ó", "ò", "ỏ", "õ", "ọ", "ô", "ố", "ồ", "ổ", "ỗ", "ộ", "ơ", "ớ", "ờ", "ở", "ỡ", "ợ"},
    {"u", "ú", "ù", "ủ", "ũ", "ụ", "ư", "ứ", "ừ", "ử", "ữ", "ự"},
    {"y", "ý", "ỳ", "ỷ", "ỹ", "ỵ"},
    {"d", "đ"},
    {"A", "Á", "À", "Ả", "Ã", "Ạ", "Ă", "Ắ", "Ằ", "Ẳ", "Ẵ", "Ặ", "Â", "Ấ", "Ầ", "Ẩ", "Ẫ", "Ậ"},
    {"E", "É", "È", "Ẻ", "Ẽ", "Ẹ", "Ê", "Ế", "Ề", "Ể", "Ễ", "Ệ"},
    {"I", "Í", "Ì", "Ỉ", "Ĩ", "Ị"},
    {"O", "Ó", "Ò", "Ỏ", "Õ", "Ọ", "Ô", "Ố", "Ồ", "Ổ", "Ỗ", "Ộ", "Ơ", "Ớ", "Ờ", "Ở", "Ỡ", "Ợ"},
    {"U", "Ú", "Ù", "Ủ", "Ũ", "Ụ", "Ư", "Ứ", "Ừ", "Ử", "Ữ", "Ự"},
    {"Y", "Ý", "Ỳ", "Ỷ", "Ỹ", "Ỵ"},
    {"D", "Đ"}};

constexpr int kSide = 96;
// Of words that everybody knows, labels and captions; and of what stands nowhere else: the giver's name, amounts in
// words.
constexpr int kKnownWordsDotsMin = 3;
constexpr int kNamesDotsMin = 5;

// One letter after another, as a slip's are drawn.
Bytes dots(const Typesetter& type, const std::string& letter, const Look& look) {
  Sheet sheet{kSide, kSide, {}};
  sheet.marks.emplace_back(TextMark{type.paragraph("n" + letter, look, kSide * 4), 2, 20});
  const Result<Bitmap> bitmap = dots_of(sheet);
  EXPECT_TRUE(bitmap);
  return bitmap ? bitmap->rows : Bytes{};
}

TEST(Letters, NoTwoOfVietnameseLookAlike) {
  const Typesetter type("vi");
  for (const int width_mm : {58, 80}) {
    const Paper paper = *paper_of(width_mm);
    struct Case {
      Look look;
      int dots_min;
    };
    const std::vector<Case> cases = {
        {{.size = paper.small}, kKnownWordsDotsMin},
        {{.size = paper.label}, kKnownWordsDotsMin},
        {{.size = paper.campaign, .weight = PANGO_WEIGHT_MEDIUM}, kKnownWordsDotsMin},
        {{.size = paper.fund, .weight = PANGO_WEIGHT_BOLD, .face = Face::serif}, kKnownWordsDotsMin},
        {{.size = paper.thanks, .weight = PANGO_WEIGHT_BOLD, .face = Face::serif}, kKnownWordsDotsMin},
        {{.size = paper.note, .weight = PANGO_WEIGHT_BOLD}, kNamesDotsMin},
        {{.size = paper.body}, kNamesDotsMin},
        {{.size = paper.body, .weight = PANGO_WEIGHT_BOLD}, kNamesDotsMin}};
    int least = 1000;
    for (const auto& [look, dots_min] : cases) {
      for (const std::vector<std::string>& kin : kKin) {
        std::vector<Bytes> drawn;
        for (const std::string& letter : kin) drawn.push_back(dots(type, letter, look));
        for (std::size_t i = 0; i < kin.size(); ++i) {
          for (std::size_t j = i + 1; j < kin.size(); ++j) {
            int different = 0;
            for (std::size_t k = 0; k < drawn[i].size(); ++k)
              different += std::popcount(static_cast<unsigned>(drawn[i][k] ^ drawn[j][k]));
            least = std::min(least, different);
            EXPECT_GE(different, dots_min) << kin[i] << " and " << kin[j] << " at " << look.size;
          }
        }
      }
    }
    RecordProperty("least_different_dots_" + std::to_string(width_mm), least);
  }
}

TEST(Letters, AllOfThemAreInTheFirstFace) {
  const Typesetter type("vi");
  for (const Face face : {Face::sans, Face::serif}) {
    for (const std::vector<std::string>& kin : kKin) {
      for (const std::string& letter : kin) {
        const Text text = type.paragraph(letter, {.face = face}, 200);
        EXPECT_EQ(pango_layout_get_unknown_glyphs_count(text.get()), 0) << letter;
      }
    }
  }
}

TEST(Letters, WordsOfSeveralSyllablesAreNotBroken) {
  const Typesetter type("vi");
  for (int width = 120; width < 400; width += 7) {
    const Text text = type.paragraph("Quỹ Bảo trợ trẻ em tỉnh Lạng Sơn ủng hộ 2.000.000 đồng", {.size = 24}, width);
    const std::string whole = pango_layout_get_text(text.get());
    for (int line = 1; line < pango_layout_get_line_count(text.get()); ++line) {
      const int at = pango_layout_get_line_readonly(text.get(), line)->start_index;
      const std::string after = whole.substr(static_cast<std::size_t>(at));
      for (const char* second : {"trợ", "em", "Sơn", "hộ", "đồng"})
        EXPECT_NE(after.find(second), 0U) << width << ": " << after;
    }
  }
}

}  // namespace
}  // namespace mn::printing
