// What a slip must say, what it may not hold, and that JSON carries it whole.
#include "kiosk/printing/slip.h"

#include <gtest/gtest.h>

#include <functional>

#include "core/text.h"
#include "kiosk/printing/outcome.h"
#include "kiosk/printing/test_slip.h"

namespace mn::printing {
namespace {

Slip a_slip() {
  Slip slip = test_slip();
  slip.account_heading = "Thông tin chuyển khoản";
  slip.account = {{"Số tài khoản", "8400201000123"}};
  slip.transfer_qr = SlipQr{"00020101", "Quét mã"};
  slip.goods_heading = {"Hiện vật", ""};
  slip.goods = {"120 hộp sữa bột"};
  return slip;
}

TEST(Slip, JsonCarriesItWhole) {
  for (const Slip& slip : {a_slip(), test_slip()}) {
    const Result<Slip> read = read_slip(to_json(slip));
    ASSERT_TRUE(read) << read.failure().words;
    EXPECT_EQ(*read, slip);
  }
}

TEST(Slip, SignsOfJsonAreWrittenSafely) {
  Slip slip = a_slip();
  slip.rows[0].value = "Nhóm \"Bạn bè\" \\ & {xứ Lạng}, [2]: /";
  const Result<Slip> read = read_slip(to_json(slip));
  ASSERT_TRUE(read) << read.failure().words;
  EXPECT_EQ(*read, slip);
  slip.rows[0].value = "a\x01\tb";
  EXPECT_FALSE(read_slip(to_json(slip))) << "escaped, and then refused as what it is";
}

TEST(Slip, TheLargestSlipFitsItsLimit) {
  Slip slip = a_slip();
  slip.rows.assign(kSlipRowsMax, {std::string(60, 'x'), std::string(300, 'x')});
  slip.goods.assign(kSlipGoodsMax, std::string(300, 'x'));
  slip.account = slip.rows;
  const std::string json = to_json(slip);
  EXPECT_LT(json.size(), kSlipJsonBytesMax);
  EXPECT_TRUE(read_slip(json));
}

TEST(Slip, EachFaultIsRefusedByItsField) {
  struct Case {
    const char* field;
    std::function<void(Slip&)> spoil;
  };
  const std::vector<Case> cases = {
      {"fund_name", [](Slip& s) { s.fund_name.clear(); }},
      {"title", [](Slip& s) { s.title.clear(); }},
      {"note", [](Slip& s) { s.note.clear(); }},
      {"number.value", [](Slip& s) { s.number.value.clear(); }},
      {"made_at", [](Slip& s) { s.made_at.clear(); }},
      {"code.value", [](Slip& s) { s.code.value.clear(); }},
      {"memo_code", [](Slip& s) { s.memo_code = "../../etc"; }},
      {"memo_code", [](Slip& s) { s.memo_code = "qbtte"; }},
      {"memo_code", [](Slip& s) { s.memo_code = std::string(26, 'Q'); }},
      {"amount_words", [](Slip& s) { s.amount_words.clear(); }},
      {"amount", [](Slip& s) { s.amount = {}, s.amount_words.clear(), s.goods.clear(), s.goods_heading = {}; }},
      {"goods_heading", [](Slip& s) { s.goods_heading.label.clear(); }},
      {"account_heading", [](Slip& s) { s.account_heading.clear(); }},
      {"account_heading", [](Slip& s) { s.account.clear(); }},
      {"rows",
       [](Slip& s) {
         s.rows.resize(13, {"a", "b"});
       }},
      {"rows.value",
       [](Slip& s) {
         s.rows = {{"Người ủng hộ", ""}};
       }},
      {"goods", [](Slip& s) { s.goods.resize(21, "x"); }},
      {"title", [](Slip& s) { s.title = std::string(61, 'x'); }},
      {"fund_name", [](Slip& s) { s.fund_name = std::string(301, 'x'); }},
      {"fund_name", [](Slip& s) { s.fund_name = "a" + std::string(9000, '\xcc'); }},
      {"thanks", [](Slip& s) { s.thanks = "a\nb"; }},
      {"thanks", [](Slip& s) { s.thanks = "a\x1b@b"; }},
      {"thanks", [](Slip& s) { s.thanks = "100\u202e000"; }},
      {"thanks", [](Slip& s) { s.thanks = "a\u200bb"; }},
      {"thanks", [](Slip& s) { s.thanks = "a\u2066b"; }},
      {"thanks", [](Slip& s) { s.thanks = "a\u0085b"; }},
      {"thanks", [](Slip& s) { s.thanks = "\ufeffa"; }},
      {"thanks", [](Slip& s) { s.thanks = "\xff"; }},
      {"thanks", [](Slip& s) { s.thanks = "cảm o\u031bn"; }},
      {"transfer_qr", [](Slip& s) { s.transfer_qr->payload.clear(); }},
      {"transfer_qr", [](Slip& s) { s.transfer_qr->payload = std::string(401, '0'); }},
      {"receipt_qr", [](Slip& s) { s.receipt_qr->payload = "ủng hộ"; }},
  };
  EXPECT_TRUE(check_slip(a_slip()));
  for (const Case& one : cases) {
    Slip slip = a_slip();
    one.spoil(slip);
    const Done done = check_slip(slip);
    ASSERT_FALSE(done) << one.field;
    EXPECT_EQ(done.failure().words.find(std::string("the slip's ") + one.field), 0U) << done.failure().words;
  }
}

TEST(Slip, LimitsAreLettersNotBytes) {
  Slip slip = a_slip();
  slip.rows = {{"Người ủng hộ", ""}};
  for (int i = 0; i < 300; ++i) slip.rows[0].value += "ẫ";
  EXPECT_TRUE(check_slip(slip));
  slip.rows[0].value += "ẫ";
  EXPECT_FALSE(check_slip(slip));
}

TEST(Slip, TextsInAnotherFormAreComposed) {
  Slip slip = a_slip();
  Slip decomposed = slip;
  decomposed.rows[0].value = "Gia đi\u0300nh cô Vi\u0301 Du\u0323";
  const Result<Slip> read = read_slip(to_json(decomposed));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->rows[0].value, "Gia đình cô Ví Dụ");
}

TEST(Slip, OtherJsonIsRefusedWithoutQuotingIt) {
  const std::string good = to_json(a_slip());
  std::string unknown = good;
  unknown.insert(1, "\"phone_of_giver\":\"0912345678\",");
  std::string missing = good;
  missing.replace(missing.find("\"note\""), 6, "\"mote\"");
  std::string typed = good;
  typed.replace(typed.find("\"language\":\"vi\""), 15, "\"language\":12345678");
  std::string twice = good;
  twice.insert(1, "\"note\":\"0912345678\",");
  for (const std::string& text : {std::string(), std::string("[]"), std::string("{}"), std::string("{\"0912345678\":"),
                                  std::string("0912345678.5"), good + good, unknown, missing, typed, twice,
                                  std::string(kSlipJsonBytesMax + 1, ' '), good.substr(0, good.size() / 2)}) {
    const Result<Slip> read = read_slip(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.failure().cause, Cause::bad_input);
    EXPECT_EQ(read.failure().words.find("0912345678"), std::string::npos) << read.failure().words;
    EXPECT_EQ(read.failure().words.find("phone_of"), std::string::npos) << read.failure().words;
  }
}

TEST(Slip, ForgettingLeavesNothing) {
  Slip slip = a_slip();
  slip.rows[0].value = "a name that is longer than a small string is";
  forget(slip);
  EXPECT_EQ(slip, Slip{});
}

// Circulars 107/2017 and 24/2024 number the accounting forms; a slip has none of them, whoever fills it.
TEST(Slip, TheTestSlipSaysThatItIsOne) {
  const std::string json = to_json(test_slip());
  EXPECT_TRUE(check_slip(test_slip()));
  EXPECT_NE(json.find("in thử"), std::string::npos);
  EXPECT_EQ(json.find("Mẫu số"), std::string::npos);
  EXPECT_EQ(json.find("C40"), std::string::npos);
}

TEST(Outcome, OneLineCarriesIt) {
  for (const PrintOutcome outcome : {PrintOutcome::printed, PrintOutcome::ready, PrintOutcome::paper_out,
                                     PrintOutcome::no_printer, PrintOutcome::jam_or_offline, PrintOutcome::failed}) {
    const PrintReport report{outcome, "words \"quoted\"\n"};
    const std::string line = to_json_line(report);
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    const Result<PrintReport> read = read_report(line);
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, report);
    EXPECT_EQ(is_well(report), outcome == PrintOutcome::printed || outcome == PrintOutcome::ready);
  }
  for (const char* other : {"", "{}", "printed", "{\"outcome\":\"printed\"}", "{\"outcome\":\"maybe\",\"words\":\"\"}",
                            "{\"outcome\":1,\"words\":\"\"}", "{\"outcome\":\"printed\",\"words\":\"\",\"x\":1}"}) {
    EXPECT_FALSE(read_report(other)) << other;
  }
}

}  // namespace
}  // namespace mn::printing
