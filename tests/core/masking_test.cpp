// The one door between a pledge and the big screen: every combination of what a giver may hide, what the desks decided
// and what the campaign's policy asks for, against the rule written out the other way round.
#include "core/masking.h"

#include <gtest/gtest.h>

#include "core/text.h"

namespace mn {
namespace {

constexpr const char* kName = "Lý Thị Mỷ";
constexpr const char* kReplacement = "Một cô giáo vùng cao";
constexpr const char* kMessage = "Chúc các cháu học giỏi";

Pledge named_pledge() {
  Pledge pledge;
  pledge.said.amount = {2'000'000};
  pledge.said.giver = Giver::person;
  pledge.shown_as = kName;
  pledge.message = kMessage;
  return pledge;
}

struct Case {
  ScreeningPolicy policy;
  std::optional<Verdict> verdict;
  bool refused, hide, invited, named;
};

std::string words_of(const Case& c) {
  return "policy " + std::to_string(static_cast<int>(c.policy)) + ", verdict " +
         (c.verdict ? std::string(verdict_text(*c.verdict)) : "none") + (c.refused ? ", refused" : "") +
         (c.hide ? ", hide_name" : "") + (c.invited ? ", invited" : "") + (c.named ? ", named" : "");
}

std::vector<Case> every_case() {
  std::vector<Case> out;
  for (const ScreeningPolicy policy : {ScreeningPolicy::all, ScreeningPolicy::invited, ScreeningPolicy::released}) {
    for (const std::optional<Verdict> verdict : {std::optional<Verdict>(), std::optional(Verdict::released),
                                                 std::optional(Verdict::masked), std::optional(Verdict::replaced)}) {
      for (int bits = 0; bits < 16; ++bits) {
        out.push_back({policy, verdict, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0});
      }
    }
  }
  return out;
}

Pledge pledge_of(const Case& c) {
  Pledge pledge = named_pledge();
  pledge.said.hide_name = c.hide;
  pledge.publish_refused = c.refused;
  pledge.verdict = c.verdict;
  if (c.verdict == Verdict::replaced) pledge.replaced_by = kReplacement;
  if (c.invited) pledge.invitation = "MOI7K3M9PQX";
  if (!c.named) pledge.shown_as.clear();
  return pledge;
}

TEST(Masking, EveryCombination) {
  int shown_count = 0;
  int waiting_count = 0;
  for (const Case& c : every_case()) {
    const PublicCard card = masked(pledge_of(c), c.policy);
    const bool silent = c.refused || c.hide || c.verdict == Verdict::masked;
    const bool let_go = c.verdict == Verdict::released || c.verdict == Verdict::replaced;
    const bool by_policy =
        c.policy == ScreeningPolicy::all || (c.policy == ScreeningPolicy::invited && c.invited && c.named);
    const bool open = !silent && (let_go || by_policy);
    const std::string name = !open || !c.named ? "" : c.verdict == Verdict::replaced ? kReplacement : kName;
    EXPECT_EQ(card.name(), name) << words_of(c);
    EXPECT_EQ(card.message(), open ? kMessage : "") << words_of(c);
    EXPECT_EQ(card.giver(), name.empty() ? Giver::unnamed : Giver::person) << words_of(c);
    EXPECT_EQ(card.waiting(), c.named && !silent && !open) << words_of(c);
    EXPECT_EQ(card.invited(), c.invited) << words_of(c);
    EXPECT_EQ(card.amount(), Money{2'000'000}) << words_of(c);
    EXPECT_FALSE(card.goods()) << words_of(c);
    shown_count += name.empty() ? 0 : 1;
    waiting_count += card.waiting() ? 1 : 0;
  }
  EXPECT_EQ(every_case().size(), 192u);
  // Counted by hand: without a refusal, named; all: 3 verdicts × 2; invited: 2 × 2 and 1; released: 2 × 2.
  EXPECT_EQ(shown_count, 6 + 5 + 4);
  EXPECT_EQ(waiting_count, 0 + 1 + 2);
}

TEST(Masking, OfAVoidedPledgeNothingIsLeft) {
  for (const Case& c : every_case()) {
    Pledge pledge = pledge_of(c);
    pledge.voided = true;
    pledge.said.way = Way::in_kind;
    pledge.said.goods = Goods{"Áo ấm", 40, "chiếc"};
    const PublicCard card = masked(pledge, c.policy);
    EXPECT_EQ(card.name() + card.message(), "") << words_of(c);
    EXPECT_FALSE(card.amount() || card.goods() || card.waiting() || card.invited()) << words_of(c);
    EXPECT_EQ(card.giver(), Giver::unnamed);
  }
}

TEST(Masking, AGiverWithoutANameIsNeverNamedWhateverADeskWrites) {
  for (const bool kind_is_unnamed : {true, false}) {
    Pledge pledge = named_pledge();
    if (kind_is_unnamed)
      pledge.said.giver = Giver::unnamed;
    else
      pledge.shown_as.clear();  // erased, for example
    pledge.verdict = Verdict::replaced;
    pledge.replaced_by = kReplacement;
    const PublicCard card = masked(pledge, ScreeningPolicy::all);
    EXPECT_EQ(card.name(), "");
    EXPECT_EQ(card.giver(), Giver::unnamed);
    EXPECT_FALSE(card.waiting());
    EXPECT_EQ(card.message(), kMessage);
  }
}

TEST(Masking, AnAmountIsShownUnlessItsGiverHidIt) {
  for (const Case& c : every_case()) {
    Pledge pledge = pledge_of(c);
    pledge.said.hide_amount = true;
    EXPECT_FALSE(masked(pledge, c.policy).amount()) << words_of(c);
  }
}

TEST(Masking, TextThatDidNotPassTheDoorForTextIsNotShown) {
  for (const std::string& bad : {std::string("A\xE2\x80\xAE") + "B", std::string("A\nB"), std::string("\xFF\xFE"),
                                 std::string("  Lan"), std::string(500, 'A')}) {
    Pledge pledge = named_pledge();
    pledge.shown_as = bad;
    EXPECT_EQ(masked(pledge, ScreeningPolicy::all).name(), "");
    EXPECT_EQ(masked(pledge, ScreeningPolicy::all).giver(), Giver::unnamed);
    EXPECT_EQ(masked(pledge, ScreeningPolicy::all).message(), "") << "a name that cannot be shown does not sign";
    pledge.verdict = Verdict::replaced;
    pledge.replaced_by = kReplacement;
    EXPECT_EQ(masked(pledge, ScreeningPolicy::all).name(), kReplacement);
    pledge.replaced_by = bad;
    pledge.shown_as = kName;
    EXPECT_EQ(masked(pledge, ScreeningPolicy::all).name(), "");
    pledge = named_pledge();
    pledge.message = bad;
    EXPECT_EQ(masked(pledge, ScreeningPolicy::all).name(), kName);
    EXPECT_EQ(masked(pledge, ScreeningPolicy::all).message(), "");
    EXPECT_EQ(shown_text(bad, kMessageLettersMax), "");
  }
  EXPECT_EQ(shown_text(kMessage, kMessageLettersMax), kMessage);
  EXPECT_EQ(shown_text(kMessage, 3), "");
}

TEST(Masking, ACuesWordsAreShownAsTheyAreOrNotAtAll) {
  const EntryRef pledge{{}, 3};
  const Cued right = shown_cue(Cued{"spotlight", pledge, kName, kMessage});
  EXPECT_EQ(right.scene, "spotlight");
  EXPECT_EQ(right.pledge, pledge);
  EXPECT_EQ(right.name, kName);
  EXPECT_EQ(right.line, kMessage);
  const Cued wrong = shown_cue(Cued{"spotlight", pledge, std::string(kName) + "\xE2\x80\xAE", std::string(141, 'a')});
  EXPECT_EQ(wrong.pledge, pledge);
  EXPECT_EQ(wrong.name, "");
  EXPECT_EQ(wrong.line, "");
  EXPECT_EQ(shown_cue(Cued{"spotlight", {}, std::string(91, 'a'), "A\nB"}).name, "");
}

TEST(Masking, GoodsAreWordsOfAPersonToo) {
  for (const Case& c : every_case()) {
    Pledge pledge = pledge_of(c);
    pledge.said.way = Way::in_kind;
    pledge.said.amount = {};
    pledge.said.goods = Goods{"Áo ấm", 40, "chiếc"};
    const PublicCard card = masked(pledge, c.policy);
    const bool let_go = c.verdict == Verdict::released || c.verdict == Verdict::replaced ||
                        (!c.verdict && (c.policy == ScreeningPolicy::all ||
                                        (c.policy == ScreeningPolicy::invited && c.invited && c.named)));
    EXPECT_EQ(card.goods().has_value(), let_go) << words_of(c);
    EXPECT_FALSE(card.amount()) << "nobody estimated their value";
    if (!let_go) continue;
    EXPECT_EQ(*card.goods(), (Goods{"Áo ấm", 40, "chiếc"}));
    pledge.said.goods->what = "A\nB";
    EXPECT_FALSE(masked(pledge, c.policy).goods());
    pledge.said.goods = Goods{"Áo ấm", 40, "A\nB"};
    EXPECT_FALSE(masked(pledge, c.policy).goods());
    pledge.said.goods = Goods{"Áo ấm", 40, "chiếc"};
    pledge.said.hide_amount = true;
    EXPECT_FALSE(masked(pledge, c.policy).goods());
    pledge.said.hide_amount = false;
    pledge.said.way = Way::transfer;
    EXPECT_FALSE(masked(pledge, c.policy).goods());
  }
}

TEST(Masking, CardsAreEqualExactlyWhenTheHallSeesTheSame) {
  const Pledge pledge = named_pledge();
  Pledge other = pledge;
  other.ref.seq = 9;
  other.said.code.signs = "ABCDEF";
  EXPECT_EQ(masked(pledge, ScreeningPolicy::all), masked(other, ScreeningPolicy::all));
  EXPECT_FALSE(masked(pledge, ScreeningPolicy::all) == masked(pledge, ScreeningPolicy::released));
  other.message = "";
  EXPECT_FALSE(masked(pledge, ScreeningPolicy::all) == masked(other, ScreeningPolicy::all));
}

}  // namespace
}  // namespace mn
