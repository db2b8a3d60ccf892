// The slip of every thanks is one that can be printed: for each sample, in every language, with and without each thing
// that a slip may lack.
#include "kiosk/slip_of.h"

#include <gtest/gtest.h>

#include "journal/file.h"
#include "kiosk/order.h"
#include "kiosk/sample.h"

namespace mn::kiosk {
namespace {

struct Given {
  Campaign campaign;
  Strings strings;
};
Given given() {
  Result<Campaign> campaign = load_campaign(MANGNON_SOURCE_DIR "/assets/campaign/lang-son-2025.json");
  Result<Strings> strings = load_strings();
  EXPECT_TRUE(campaign && strings);
  return {*std::move(campaign), *std::move(strings)};
}

std::vector<std::pair<std::string, Thanks>> sample_thanks(const Campaign& campaign) {
  std::vector<std::pair<std::string, Thanks>> out;
  const Terms terms{campaign};
  for (const std::string& name : sample_names()) {
    const std::optional<Visit> visit = sample_visit(name, terms, 1'000'000);
    if (const Thanks* thanks = std::get_if<Thanks>(&visit->screen)) out.emplace_back(name, *thanks);
  }
  return out;
}

void expect_printable(const printing::Slip& slip, const std::string& what) {
  const Done checked = printing::check_slip(slip);
  EXPECT_TRUE(checked) << what << ": " << (checked ? "" : checked.failure().words);
  const Result<printing::Slip> read = printing::read_slip(printing::to_json(slip));
  ASSERT_TRUE(read) << what << ": " << read.failure().words;
  EXPECT_EQ(*read, slip) << what << ": what the printing program reads is what was said";
}

TEST(SlipOf, EverySampleInEveryLanguageCanBePrinted) {
  const Given with = given();
  const auto samples = sample_thanks(with.campaign);
  EXPECT_GE(samples.size(), 6U);
  for (const auto& [name, thanks] : samples) {
    for (const Language language : kLanguages) {
      for (const std::string& kiosk : {std::string("Ki-ốt"), std::string("Ki-ốt số 12 – sảnh chính")}) {
        expect_printable(slip_of(thanks, with.campaign, with.strings, language, kiosk), name);
      }
    }
  }
}

TEST(SlipOf, EveryWayPurposeAndSumCanBePrinted) {
  const Given with = given();
  Kept kept;
  kept.code = make_code({1, 2, 3, 4, 5, 6, 7, 8});
  kept.pledge.seq = 18'446'744'073'709'551'615ULL;
  for (const std::int64_t dong : {10'000LL, 499'999'999LL, 500'000'000LL, 777'777'777'777LL, 999'999'999'999LL}) {
    for (const Way way : {Way::transfer, Way::cash, Way::later}) {
      for (std::size_t fund = 0; fund < with.campaign.funds.size(); ++fund) {
        for (const Language language : kLanguages) {
          Choices chosen;
          kept.amount = chosen.amount = Money{dong};
          chosen.way = way;
          chosen.fund = fund;
          if (way == Way::later) chosen.pay_on = LocalTime{2025, 6, 15};
          const Thanks thanks(kept, chosen, 1'748'480'400'000'000);
          const printing::Slip slip = slip_of(thanks, with.campaign, with.strings, language, "Ki-ốt 1");
          expect_printable(slip, std::to_string(dong) + " " + std::string(way_text(way)));
          const bool by_bank = way != Way::cash;
          EXPECT_EQ(slip.account.empty(), !by_bank);
          EXPECT_EQ(slip.transfer_qr.has_value(), by_bank && dong < 500'000'000);
          EXPECT_TRUE(slip.receipt_qr);
        }
      }
    }
  }
}

TEST(SlipOf, GoodsAreNeverAnAmount) {
  const Given with = given();
  for (const std::int64_t value : {0LL, 100'000'000'000LL}) {
    for (const Language language : kLanguages) {
      Choices chosen;
      chosen.goods = GoodsChosen{TypedText(std::string(kNameLettersMax * 2, 'W').substr(0, kNameLettersMax)), 999'999,
                                 5, Money{value}};
      Kept kept;
      kept.code = make_code({8, 7, 6, 5, 4, 3, 2, 1});
      kept.amount = Money{value};
      const printing::Slip slip =
          slip_of(Thanks(kept, chosen, 1'748'480'400'000'000), with.campaign, with.strings, language, "Ki-ốt 1");
      expect_printable(slip, "goods");
      EXPECT_TRUE(slip.amount.label.empty() && slip.amount.value.empty() && slip.amount_words.empty());
      EXPECT_EQ(slip.goods.size(), 1U);
      EXPECT_TRUE(slip.account.empty()) << "nobody transfers goods";
      EXPECT_FALSE(slip.transfer_qr);
    }
  }
}

TEST(SlipOf, NamesOnlyWhoGaveAName) {
  const Given with = given();
  for (const auto& [name, thanks] : sample_thanks(with.campaign)) {
    for (const Language language : kLanguages) {
      const printing::Slip slip = slip_of(thanks, with.campaign, with.strings, language, "Ki-ốt 1");
      const std::string& shown = slip.rows.at(0).value;
      const bool named = thanks.chosen.giver != Giver::unnamed;
      EXPECT_EQ(shown == thanks.chosen.name.view(), named) << name;
      const std::string json = printing::to_json(slip);
      if (thanks.chosen.contact) {
        EXPECT_EQ(json.find("678"), json.npos) << name << ": no contact, not even masked, on paper";
      }
    }
  }
}

TEST(SlipOf, WithoutAnAccountThereIsNone) {
  Given with = given();
  with.campaign.account.reset();
  for (const auto& [name, thanks] : sample_thanks(with.campaign)) {
    for (const Language language : kLanguages) {
      const printing::Slip slip = slip_of(thanks, with.campaign, with.strings, language, "Ki-ốt 1");
      expect_printable(slip, name);
      EXPECT_TRUE(slip.account.empty() && slip.account_heading.empty());
      EXPECT_FALSE(slip.transfer_qr);
    }
  }
}

}  // namespace
}  // namespace mn::kiosk
