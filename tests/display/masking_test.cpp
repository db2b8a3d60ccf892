// The one door between a pledge and the big screen: every combination of what a giver may hide.
#include "display/masking.h"

#include <gtest/gtest.h>

namespace mn {
namespace {

Pledge pledge_of(Giver giver, const std::string& shown_as, bool hide_name, bool hide_amount) {
  Pledge pledge;
  pledge.said.amount = {2'000'000};
  pledge.said.giver = giver;
  pledge.said.hide_name = hide_name;
  pledge.said.hide_amount = hide_amount;
  pledge.shown_as = shown_as;
  return pledge;
}

TEST(Masking, EveryCombination) {
  for (const Giver giver :
       {Giver::person, Giver::business, Giver::agency, Giver::group, Giver::social, Giver::unnamed}) {
    for (const bool hide_name : {false, true}) {
      for (const bool hide_amount : {false, true}) {
        for (const bool refused : {false, true}) {
          for (const char* name : {"", "Lý Thị Mỷ"}) {
            const PublicCard card = masked(pledge_of(giver, name, hide_name, hide_amount), refused);
            const bool named = giver != Giver::unnamed && !hide_name && !refused && *name != 0;
            EXPECT_EQ(card.name(), named ? name : "");
            EXPECT_EQ(card.giver(), named ? giver : Giver::unnamed);
            EXPECT_EQ(card.amount().has_value(), !hide_amount);
            EXPECT_EQ(card.amount().value_or(Money{2'000'000}).dong, 2'000'000);
          }
        }
      }
    }
  }
}

TEST(Masking, ANameThatDidNotPassTheDoorForTextIsNotShown) {
  for (const std::string& name : {std::string("A\xE2\x80\xAE") + "B", std::string("A\nB"), std::string("\xFF\xFE"),
                                  std::string("  Lan"), std::string(500, 'A')}) {
    EXPECT_EQ(masked(pledge_of(Giver::person, name, false, false), false).name(), "");
  }
}

}  // namespace
}  // namespace mn
