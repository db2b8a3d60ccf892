// A receipt beside a journal's records: it holds only when every part of it does, and the first words say so.
#include "backend-sync/receipt_check.h"

#include <gtest/gtest.h>

#include "tests/support/sealed.h"

namespace mn {
namespace {

struct Book {
  sealed::Writer kiosk{1};
  Records records;
  std::vector<Entry> entries;

  void keep(std::vector<Fact> facts, bool also_born = false) {
    Append append;
    append.visit = sealed::visit_number(++kiosk.visit_count, kiosk.head.origin);
    append.made_at_us = 1'748'480'400'000'000;
    if (also_born) facts.insert(facts.begin(), Born{kiosk.keys.public_key, "test 1", "Ki-ốt 1"});
    append.facts = std::move(facts);
    append.salts.resize(append.facts.size());
    const Run run = seal(kiosk.campaign, kiosk.head, append, kiosk.keys);
    kiosk.head = {kiosk.head.origin, run.back().header.seq, run.back().digest};
    for (const Entry& entry : run) {
      const Done done = apply(records, entry);
      ASSERT_TRUE(done) << done.failure().words;
      entries.push_back(entry);
    }
  }
};

Pledged a_pledge(std::uint8_t number, std::int64_t dong) {
  Pledged pledged;
  pledged.amount = Money{dong};
  pledged.code = make_code({number});
  return pledged;
}

class ReceiptCheck : public testing::Test {
 protected:
  void SetUp() override {
    book.keep({a_pledge(1, 5'000'000)}, true);
    book.keep({a_pledge(2, 200'000)});
    receipt = {sealed::kCampaign, make_code({1}), book.entries[1].ref(), book.entries[1].digest};
  }
  std::string words(Language language = Language::vi) const {
    std::string out;
    const ReceiptFinding finding = check_receipt(book.records, sealed::kCampaign, receipt);
    for (const std::string& line : finding_lines(finding, sealed::kCampaign, receipt, language)) out += line + "\n";
    return out;
  }
  std::vector<ReceiptPart> differ() const { return check_receipt(book.records, sealed::kCampaign, receipt).differ; }

  Book book;
  Receipt receipt;
};

TEST_F(ReceiptCheck, Holds) {
  EXPECT_TRUE(check_receipt(book.records, sealed::kCampaign, receipt).holds());
  EXPECT_TRUE(words().starts_with("ĐÚNG")) << words();
  EXPECT_NE(words().find("5.000.000 đồng"), std::string::npos);
  EXPECT_NE(words().find("29/05/2025"), std::string::npos);
  EXPECT_NE(words().find("Chờ đối soát"), std::string::npos);
  EXPECT_TRUE(words(Language::en).starts_with("IT HOLDS"));
}

TEST_F(ReceiptCheck, SaysWhatBecameOfThePledge) {
  Paid paid;
  paid.pledge = receipt.entry;
  paid.amount = Money{2'000'000};
  paid.booked_at = "2025-05-30T08:00:00+07:00";
  book.keep({paid});
  EXPECT_NE(words().find("Nhận một phần; đã tiếp nhận 2.000.000 đồng"), std::string::npos) << words();
  book.keep({Voided{receipt.entry, "rút"}});
  EXPECT_TRUE(words().starts_with("ĐÚNG")) << "a pledge that was withdrawn was made all the same";
  EXPECT_NE(words().find("Đã rút đăng ký"), std::string::npos) << words();
}

TEST_F(ReceiptCheck, GoodsAreNotMoney) {
  Pledged goods = a_pledge(3, 0);
  goods.way = Way::in_kind;
  goods.goods = Goods{"áo ấm \x1b[2J", 20, "bộ"};
  book.keep({goods});
  receipt.code = goods.code;
  receipt.entry = book.entries.back().ref();
  receipt.digest = book.entries.back().digest;
  EXPECT_TRUE(words().starts_with("ĐÚNG")) << words();
  EXPECT_NE(words().find("Hiện vật: 20 bộ áo ấm"), std::string::npos) << words();
  EXPECT_EQ(words().find("đồng"), std::string::npos) << words();
  EXPECT_EQ(words().find('\x1b'), std::string::npos);
}

TEST_F(ReceiptCheck, EachPartThatDiffersIsNamed) {
  using Parts = std::vector<ReceiptPart>;
  const Receipt right = receipt;
  receipt.campaign.text = "lang-son-2026";
  EXPECT_EQ(differ(), Parts{ReceiptPart::campaign});
  EXPECT_TRUE(words().starts_with("KHÔNG KHỚP")) << words();
  EXPECT_NE(words().find("lang-son-2026"), std::string::npos);

  receipt = right;
  receipt.code = make_code({2});
  EXPECT_EQ(differ(), Parts{ReceiptPart::code});

  for (std::size_t i = 0; i < receipt.digest.size(); ++i) {
    receipt = right;
    receipt.digest[i] = static_cast<std::uint8_t>(receipt.digest[i] ^ 1U);
    EXPECT_EQ(differ(), Parts{ReceiptPart::digest});
  }

  receipt = right;
  receipt.entry.seq = 99;
  EXPECT_EQ(differ(), Parts{ReceiptPart::entry});
  EXPECT_NE(words().find(entry_text(book.entries[1].ref())), std::string::npos) << "the one with that code is shown";

  receipt = right;
  receipt.entry.seq = 1;  // an entry, but no pledge
  EXPECT_EQ(differ(), Parts{ReceiptPart::entry});

  receipt = right;
  receipt.entry.seq = 3;  // another pledge
  EXPECT_EQ(differ(), (Parts{ReceiptPart::code, ReceiptPart::digest}));

  receipt = right;
  receipt.entry.origin.bytes[0] = static_cast<std::uint8_t>(receipt.entry.origin.bytes[0] ^ 1U);
  receipt.code = make_code({77});
  EXPECT_EQ(differ(), Parts{ReceiptPart::entry});
  EXPECT_EQ(words().find("Tình trạng"), std::string::npos) << "nothing to show";
}

}  // namespace
}  // namespace mn
