// Payloads byte for byte as in tests/data/vietqr.json, and every limit refused in words of its own.
#include "core/vietqr.h"

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/json.h"
#include "tests/core/random_source.h"

namespace mn {
namespace {

const nlohmann::json& vectors() {
  static const nlohmann::json read = [] {
    std::ifstream file(MANGNON_SOURCE_DIR "/tests/data/vietqr.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto parsed = parse_json(text, "vietqr.json");
    EXPECT_TRUE(parsed.ok()) << parsed.failure().words;
    return parsed.ok() ? *parsed : nlohmann::json::object();
  }();
  return read;
}

VietQr from_input(const nlohmann::json& input) {
  VietQr qr;
  qr.bank_bin = input.at("bankBin");
  qr.account = input.at("bankNumber");
  qr.amount = input.value("amount", "");
  qr.memo = input.value("purpose", "");
  qr.bill_number = input.value("billNumber", "");
  qr.to_card = input.value("service", "") == "QRIBFTTC";
  qr.merchant_category = input.value("mcc", "");
  qr.merchant_name = input.value("merchantName", "");
  qr.merchant_city = input.value("merchantCity", "");
  return qr;
}

void expect_same(const VietQr& read, const VietQr& written) {
  EXPECT_EQ(read.bank_bin, written.bank_bin);
  EXPECT_EQ(read.account, written.account);
  EXPECT_EQ(read.to_card, written.to_card);
  EXPECT_EQ(read.amount, written.amount);
  EXPECT_EQ(read.memo, written.memo);
  EXPECT_EQ(read.bill_number, written.bill_number);
  EXPECT_EQ(read.merchant_category, written.merchant_category);
  EXPECT_EQ(read.merchant_name, written.merchant_name);
  EXPECT_EQ(read.merchant_city, written.merchant_city);
}

std::string with_crc(const std::string& body) { return body + "6304" + fmt::format("{:04X}", crc16(body + "6304")); }

std::string words(const VietQr& qr) {
  const auto payload = vietqr_payload(qr);
  return payload.ok() ? "accepted" : payload.failure().words;
}
std::string read_words(const std::string& payload) {
  const auto read = read_vietqr(payload);
  return read.ok() ? "accepted" : read.failure().words;
}

TEST(VietQr, EveryVectorByteForByte) {
  ASSERT_EQ(vectors().at("vectors").size(), 13u);
  for (const auto& vector : vectors().at("vectors")) {
    const VietQr qr = from_input(vector.at("input"));
    const auto payload = vietqr_payload(qr);
    ASSERT_TRUE(payload.ok()) << vector.at("name") << payload.failure().words;
    EXPECT_EQ(*payload, vector.at("payload").get<std::string>()) << vector.at("name");
    EXPECT_EQ(payload->substr(payload->size() - 4), vector.at("crc").get<std::string>());
    const auto read = read_vietqr(*payload);
    ASSERT_TRUE(read.ok()) << vector.at("name") << read.failure().words;
    expect_same(*read, qr);
  }
}

TEST(VietQr, EveryNegativeVectorIsRejected) {
  ASSERT_EQ(vectors().at("negative").size(), 3u);
  std::set<std::string> reasons;
  for (const auto& vector : vectors().at("negative")) {
    const auto read = read_vietqr(vector.at("payload").get<std::string>());
    ASSERT_FALSE(read.ok()) << vector.at("name");
    EXPECT_EQ(read.failure().cause, Cause::bad_input);
    reasons.insert(read.failure().words);
  }
  EXPECT_EQ(reasons.size(), 2u) << "wrong CRC twice, and nested lengths that do not add up";
}

TEST(VietQr, PitfallsAreRefusedBeforeEncoding) {
  ASSERT_EQ(vectors().at("refuse_before_encoding").size(), 5u);
  for (const auto& vector : vectors().at("refuse_before_encoding")) {
    EXPECT_NE(words(from_input(vector.at("input"))), "accepted") << vector.at("name");
  }
}

TEST(VietQr, CrcOfEveryVector) {
  for (const auto& vector : vectors().at("crc16_ccitt_false")) {
    EXPECT_EQ(fmt::format("{:04X}", crc16(vector.at("input").get<std::string>())), vector.at("crc").get<std::string>());
  }
  EXPECT_EQ(crc16("123456789"), 0x29B1);
}

TEST(VietQr, EachLimitHasWordsOfItsOwn) {
  const VietQr good{.bank_bin = "970416", .account = "1", .amount = "1", .memo = "QBTTE7K3M9P"};
  ASSERT_EQ(words(good), "accepted");
  std::set<std::string> seen;
  const auto refuses = [&](const std::string& expected, auto spoil) {
    VietQr qr = good;
    spoil(qr);
    EXPECT_EQ(words(qr), "VietQR: " + expected);
    EXPECT_TRUE(seen.insert(expected).second);
  };
  refuses("the bank's BIN must be 6 digits", [](VietQr& qr) { qr.bank_bin = "97041"; });
  refuses("the account number is missing", [](VietQr& qr) { qr.account = ""; });
  refuses("the account number must be at most 19 signs", [](VietQr& qr) { qr.account = std::string(20, '1'); });
  refuses("the account number must be ASCII letters and digits only", [](VietQr& qr) { qr.account = "12 34"; });
  refuses("the amount must not be 0", [](VietQr& qr) { qr.amount = "0"; });
  refuses("the amount must not begin with 0", [](VietQr& qr) { qr.amount = "0500"; });
  refuses("the amount must be at most 13 digits", [](VietQr& qr) { qr.amount = "10000000000000"; });
  refuses("the amount must be digits only, no separators or decimals", [](VietQr& qr) { qr.amount = "50 000"; });
  refuses("the memo must be at most 25 signs", [](VietQr& qr) { qr.memo = std::string(26, 'A'); });
  refuses("the memo must be printable ASCII; fold it first", [](VietQr& qr) { qr.memo = "ủng hộ"; });
  refuses("the bill number must be at most 25 signs", [](VietQr& qr) { qr.bill_number = std::string(26, 'A'); });
  refuses("the merchant category must be 4 digits", [](VietQr& qr) { qr.merchant_category = "839"; });
  refuses("the merchant name must be at most 25 signs", [](VietQr& qr) { qr.merchant_name = std::string(26, 'A'); });
  refuses("the merchant city must be at most 15 signs", [](VietQr& qr) { qr.merchant_city = "LANG SON LANG SON"; });
  for (const char* bad : {"1.5", "-1", "+1", "1e3", "500.000", "50000.", "١"}) {
    VietQr qr = good;
    qr.amount = bad;
    EXPECT_NE(words(qr), "accepted") << bad;
  }
  for (const char* bad : {"", "9704160", "97041x", "ABCDEF"}) {
    VietQr qr = good;
    qr.bank_bin = bad;
    EXPECT_NE(words(qr), "accepted") << bad;
  }
}

TEST(VietQr, LongestValuesFit) {
  const VietQr qr{.bank_bin = "970416",
                  .account = "VQRQAAAAAabcdefgh19",
                  .amount = "9999999999999",
                  .memo = std::string(25, '~'),
                  .bill_number = std::string(25, ' '),
                  .merchant_category = "8398",
                  .merchant_name = std::string(25, 'N'),
                  .merchant_city = std::string(15, 'C')};
  const auto payload = vietqr_payload(qr);
  ASSERT_TRUE(payload.ok()) << payload.failure().words;
  const auto read = read_vietqr(*payload);
  ASSERT_TRUE(read.ok()) << read.failure().words;
  expect_same(*read, qr);
}

TEST(ReadVietQr, OtherFieldsMayComeInAnyOrderAndUnknownOnesAreSkipped) {
  const std::string account = "38530010A0000007270123000697041601092576788590208QRIBFTTA";
  const auto read = read_vietqr(with_crc("0002015802VN530370454061000005303704" + account));
  EXPECT_FALSE(read.ok()) << "53 stands there twice";
  const auto shuffled =
      read_vietqr(with_crc("0002015802VN" + account + "6105240006210" + "0806UNG HO" + "0102125406100000" + "5303704"));
  ASSERT_TRUE(shuffled.ok()) << shuffled.failure().words;
  EXPECT_EQ(shuffled->account, "257678859");
  EXPECT_EQ(shuffled->memo, "UNG HO");
  EXPECT_EQ(shuffled->amount, "100000");
  const auto pointed = read_vietqr(with_crc("000201010212" + account + "53037045406" + "50000." + "5802VN"));
  ASSERT_TRUE(pointed.ok()) << pointed.failure().words;
  EXPECT_EQ(pointed->amount, "50000");
}

TEST(ReadVietQr, EachFaultIsFound) {
  const std::string head = "000201010211";
  const std::string account = "38530010A0000007270123000697041601092576788590208QRIBFTTA";
  const std::string tail = "53037045802VN";
  ASSERT_EQ(read_words(with_crc(head + account + tail)), "accepted");
  const std::vector<std::pair<std::string, std::string>> faults = {
      {"", "does not begin with 000201"},
      {"000201", "does not begin with 000201"},
      {with_crc("010211000201" + account + tail), "does not begin with 000201"},
      {with_crc("000201" + account + tail), "field 01 is neither 11 nor 12"},
      {with_crc("000201010213" + account + tail), "field 01 is neither 11 nor 12"},
      {with_crc(head + tail), "field 38 is not of NAPAS"},
      {with_crc(head + account + "5802VN"), "field 53 is not 704 (đồng)"},
      {with_crc(head + account + "53038405802VN"), "field 53 is not 704 (đồng)"},
      {with_crc(head + account + "5303704"), "field 58 is not VN"},
      {with_crc(head + account + tail + "5400"), "field 54 of the payload is empty"},
      {with_crc(head + account + tail + "54010"), "the amount must not be 0"},
      {with_crc(head + account + tail + "540650 000"), "the amount must be digits only, no separators or decimals"},
      {with_crc(head + account + tail + "5401."), "the amount is only a point"},
      {with_crc(head + account + tail + "62300826" + std::string(26, 'A')), "the memo must be at most 25 signs"},
      {with_crc(head + account + tail + "62100807UNG HO"), "field 08 of field 62 is longer than what is left"},
      {with_crc(head + account + tail + "99"), "field 99 of the payload is longer than what is left"},
      {with_crc(head + "38530010A0000007270123000697041601092576788590208QRPUSH00" + tail),
       "field 38-02 is neither QRIBFTTA nor QRIBFTTC"},
      {with_crc(head + account + tail + "59061234"), "field 04 of the payload is longer than what is left"},
      {with_crc(head + account + tail) + " ", "the CRC (6304) is not at the end"},
      {with_crc(head + account + tail) + "\n", "a sign that is not printable ASCII"},
      {std::string(600, '0'), "longer than 512 signs"},
  };
  for (const auto& [payload, expected] : faults) EXPECT_EQ(read_words(payload), "VietQR: " + expected) << payload;
}

TEST(ReadVietQr, NoSingleWrongSignPasses) {
  const auto payload =
      vietqr_payload({.bank_bin = "970405", .account = "8400201000123", .amount = "5000000", .memo = "QBTTE7K3M9P"});
  ASSERT_TRUE(payload.ok());
  for (std::size_t i = 0; i < payload->size(); ++i) {
    for (const char sign : std::string("0159AFMZaf ~")) {
      std::string wrong = *payload;
      wrong[i] = sign;
      EXPECT_EQ(read_vietqr(wrong).ok(), wrong == *payload) << wrong;
    }
    EXPECT_FALSE(read_vietqr(payload->substr(0, i)).ok());
    EXPECT_FALSE(read_vietqr(payload->substr(i + 1)).ok());
  }
}

TEST(ReadVietQr, ReadsBackWhateverWasWritten) {
  RandomSource random{6};
  const std::string printable = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCXYZ[]^_`abcxyz{|}~";
  const auto text = [&](std::size_t size_max) {
    std::string out;
    for (std::size_t i = random.below(size_max + 1); i > 0; --i)
      out.push_back(printable[random.below(printable.size())]);
    return out;
  };
  for (int i = 0; i < 1'000; ++i) {
    const VietQr qr{.bank_bin = std::to_string(100'000 + random.below(900'000)),
                    .account = std::to_string(random.next() >> random.below(60)).substr(0, 19),
                    .to_card = random.one_in(2),
                    .amount = random.one_in(2) ? "" : std::to_string(1 + random.below(9'999'999'999'999)),
                    .memo = text(25),
                    .bill_number = text(25),
                    .merchant_category = random.one_in(2) ? "" : std::to_string(1'000 + random.below(9'000)),
                    .merchant_name = text(25),
                    .merchant_city = text(15)};
    const auto payload = vietqr_payload(qr);
    ASSERT_TRUE(payload.ok()) << payload.failure().words;
    const auto read = read_vietqr(*payload);
    ASSERT_TRUE(read.ok()) << *payload << read.failure().words;
    expect_same(*read, qr);
  }
}

}  // namespace
}  // namespace mn
