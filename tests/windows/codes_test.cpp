// The codes on the thanks, as a scanner reads them off a picture of the whole screen.
#include <algorithm>

#include "core/numbers.h"
#include "tests/windows/code_reading.h"
#include "tests/windows/kiosk_window.h"

namespace {

using namespace mn;
using namespace mn::windows;

std::string starting_with(const std::vector<std::string>& texts, const std::string& start) {
  const auto at = std::find_if(texts.begin(), texts.end(), [&](const auto& text) { return text.starts_with(start); });
  return at == texts.end() ? std::string() : *at;
}

void codes_are_read_and_hold(int width, int height, const demo::Donor& donor) {
  KioskWindow kiosk({width, height});
  ASSERT_NO_FATAL_FAILURE(kiosk.start());
  ASSERT_NO_FATAL_FAILURE(kiosk.go(donor, "thanks"));
  pause_ms(600);  // until the screen has come in
  const std::optional<demo::Finger::Seen> seen = kiosk.finger().look();
  ASSERT_TRUE(seen.has_value());
  ASSERT_EQ(seen->width, width);
  ASSERT_EQ(seen->height, height);
  const std::vector<std::string> codes = read_codes(*seen);
  ASSERT_EQ(codes.size(), 2U) << "of the transfer and of the receipt";

  const std::string receipt = starting_with(codes, "MANGNON1|");
  ASSERT_FALSE(receipt.empty());
  kiosk.mangnon({"receipt", receipt, "--journal", kiosk.journal()});
  std::string wrong = receipt;
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  kiosk.mangnon({"receipt", wrong, "--journal", kiosk.journal()}, 1);

  const std::vector<Pledge> pledges = kiosk.folded().tally.pledges;
  ASSERT_EQ(pledges.size(), 1U);
  EXPECT_EQ(pledges[0].said.amount, donor.amount);
  EXPECT_EQ(pledges[0].shown_as, donor.name);
  const Account& account = *kiosk.words().campaign.account;
  const std::string memo = code_text(pledges[0].said.code);
  EXPECT_EQ(starting_with(codes, "000201"),
            kiosk.mangnon({"vietqr", "--bin", account.bank_bin, "--account", account.number, "--amount",
                           std::to_string(donor.amount.dong), "--memo", memo}));
}

// The longest name that a giver can have makes everything else smallest.
demo::Donor longest() {
  demo::Donor donor = plain_donor();
  donor.giver = Giver::person;
  donor.name = "Nguyễn Hoàng Thị Thanh Thủy Quỳnh Nghiêm Trương Ước";
  donor.amount = Money{499'999'999};
  donor.way = Way::later;
  return donor;
}

TEST(Codes, AreReadOffTheSmallestScreen) { codes_are_read_and_hold(1280, 800, plain_donor()); }
TEST(Codes, AreReadOffAnUprightScreen) { codes_are_read_and_hold(1080, 1920, plain_donor()); }
TEST(Codes, AreReadBesideALongNameAndALargeAmount) { codes_are_read_and_hold(1280, 800, longest()); }

}  // namespace
