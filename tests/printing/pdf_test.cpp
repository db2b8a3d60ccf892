// The slip as PDF, through poppler's programs: every text comes out again letter by letter, fonts are embedded, the
// page is as wide as the paper.
#include "kiosk/printing/pdf.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/text.h"
#include "kiosk/printing/child.h"
#include "tests/printing/slips.h"
#include "tests/support/folder.h"

namespace mn::printing {
namespace {

std::string output_of(std::vector<std::string> arguments) {
  ChildJob job;
  job.arguments = std::move(arguments);
  job.output_bytes_max = 1 << 16;
  const ChildRan ran = run_child(job);
  EXPECT_EQ(ran.end, ChildEnd::ended) << job.arguments[0] << " is needed: package poppler-utils";
  EXPECT_EQ(ran.exit_code, 0) << job.arguments[0];
  return ran.output;
}

std::string on_one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\f') c = ' ';
  }
  return text;
}

std::vector<std::string> texts_of(const Slip& slip) {
  std::vector<std::string> out = {slip.fund_name,    slip.title,         slip.number.value, slip.made_at,
                                  slip.code.value,   slip.note,          slip.thanks,       slip.amount_words,
                                  slip.amount.value, slip.campaign_title};
  for (const SlipRow& row : slip.rows) out.insert(out.end(), {row.label, row.value});
  for (const SlipRow& row : slip.account) out.insert(out.end(), {row.label, row.value});
  out.insert(out.end(), slip.goods.begin(), slip.goods.end());
  return out;
}

class InAFolder : public testing::TestWithParam<std::string> {
 protected:
  std::string save(int width_mm) {
    slip_ = slip_of(GetParam());
    const Result<Pdf> pdf = pdf_of(slip_, *paper_of(width_mm));
    EXPECT_TRUE(pdf);
    const std::string file = folder_.file("slip.pdf");
    if (pdf) std::ofstream(file, std::ios::binary) << pdf->bytes;
    return file;
  }
  TemporaryFolder folder_;
  Slip slip_;
};

TEST_P(InAFolder, EveryTextComesOutAgain) {
  for (const int width_mm : {58, 80}) {
    const std::string text = output_of({"pdftotext", "-raw", save(width_mm), "-"});
    EXPECT_EQ(nfc(text), text);
    for (const std::string& wanted : texts_of(slip_)) {
      // A value that was wrapped stands on several lines, so spaces and line breaks are the same; letters must be
      // exact.
      EXPECT_NE(on_one_line(text).find(wanted), std::string::npos) << wanted << " is not in:\n" << text;
    }
  }
}

TEST_P(InAFolder, FontsAreEmbeddedAndThePageIsAsWideAsThePaper) {
  for (const int width_mm : {58, 80}) {
    const std::string file = save(width_mm);
    const std::string fonts = output_of({"pdffonts", file});
    EXPECT_NE(fonts.find("Inter"), std::string::npos) << fonts;
    EXPECT_NE(fonts.find("NotoSerif"), std::string::npos) << fonts;
    EXPECT_EQ(fonts.find(" no  "), std::string::npos) << "not embedded:\n" << fonts;
    const std::string about = output_of({"pdfinfo", file});
    const std::string size = width_mm == 80 ? "226.77" : "164.40";
    EXPECT_NE(about.find(size), std::string::npos) << about;
    EXPECT_NE(about.find("Pages:           1"), std::string::npos) << about;
    // Its title is the form's, not the giver's.
    EXPECT_NE(about.find(slip_.title), std::string::npos) << about;
    for (const SlipRow& row : slip_.rows) EXPECT_EQ(about.find(row.value), std::string::npos) << about;
  }
}

INSTANTIATE_TEST_SUITE_P(Slips, InAFolder, testing::Values("transfer", "goods", "longest", "cash-en"));

}  // namespace
}  // namespace mn::printing
