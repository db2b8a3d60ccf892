// Receipts: both forms there and back, as scanners and browsers change them, and everything that is none.
#include "core/receipt.h"

#include <gtest/gtest.h>

#include <vector>

namespace mn {
namespace {

Receipt example() {
  Receipt receipt;
  receipt.campaign.text = "lang-son-2025";
  receipt.code.signs = "7K3M9P";
  receipt.entry = *read_entry_ref("00112233445566778899aabbccddeeff:42");
  for (std::size_t i = 0; i < receipt.digest.size(); ++i) receipt.digest[i] = static_cast<std::uint8_t>(i);
  return receipt;
}

const std::string kDigest = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
const std::string kPlain = "MANGNON1|lang-son-2025|QBTTE7K3M9P|00112233445566778899aabbccddeeff:42|" + kDigest;
const std::string kAddress = "https://quy.example/kiem-tra#MANGNON1/lang-son-2025/QBTTE7K3M9P/" +
                             std::string("00112233445566778899aabbccddeeff:42/") + kDigest;

TEST(Receipt, BothFormsThereAndBack) {
  EXPECT_EQ(receipt_text(example()), kPlain);
  EXPECT_EQ(receipt_text(example(), "https://quy.example/kiem-tra"), kAddress);
  EXPECT_EQ(receipt_text(example(), "https://quy.example/kiem-tra#old"), kAddress);
  for (const std::string& text : {kPlain, kAddress, "  " + kPlain + "\r\n", kAddress + " "}) {
    const Result<Receipt> read = read_receipt(text);
    ASSERT_TRUE(read) << text << ": " << read.failure().words;
    EXPECT_EQ(*read, example());
  }
}

TEST(Receipt, AsABrowserEscapesIt) {
  std::string escaped = kAddress;
  escaped.replace(escaped.rfind(':'), 1, "%3A");
  EXPECT_EQ(*read_receipt(escaped), example());
  std::string bars = "https://quy.example/#" + kPlain;
  for (std::size_t at = bars.find('|'); at != bars.npos; at = bars.find('|')) bars.replace(at, 1, "%7C");
  EXPECT_EQ(*read_receipt(bars), example());
}

TEST(Receipt, WhatIsNoneSaysWhichPart) {
  const auto replaced = [](std::string_view what, std::string_view with) {
    std::string text = kPlain;
    return text.replace(text.find(what), what.size(), with);
  };
  const std::vector<std::pair<std::string, std::string>> table = {
      {"", "begin"},
      {"MANGNON1", "fewer"},
      {"QBTTE7K3M9P", "begin"},
      {"https://quy.example/", "begin"},
      {"00020101021138570010A00000072701270006970436", "begin"},
      {replaced("MANGNON1", "MANGNON2"), "begin"},
      {replaced("lang-son-2025", "Lạng Sơn"), "campaign"},
      {replaced("7K3M9P", "7K3M9Q"), "code"},
      {replaced("QBTTE7K3M9P", "qbtte 7k3 m9p"), "code"},
      {replaced(":42", ""), "entry"},
      {replaced(":42", ":042"), "entry"},
      {replaced(":42", ":x"), "entry"},
      {kPlain + "|1", "more than five"},
      {kPlain.substr(0, kPlain.size() - 1), "digest"},
      {kPlain + "0", "digest"},
      {kPlain.substr(0, kPlain.rfind('|')), "fewer"},
      {std::string(kReceiptBytesMax + 1, '|'), "too long"},
      {"#%", "begin"},
      {"#%4", "begin"},
  };
  for (const auto& [text, part] : table) {
    const Result<Receipt> read = read_receipt(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.failure().cause, Cause::bad_input);
    EXPECT_NE(read.failure().words.find(part), std::string::npos) << text << ": " << read.failure().words;
  }
}

TEST(Receipt, CutOffAnywhereIsNeverAnother) {
  for (const std::string& whole : {kPlain, kAddress}) {
    for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(read_receipt(whole.substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace mn
