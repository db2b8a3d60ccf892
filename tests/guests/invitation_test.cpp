// Invitation codes: made, read as people and readers type them, told from pledge codes and names.
#include "core/invitation.h"

#include <set>

#include "core/pledge_code.h"
#include "tests/guests/given.h"

namespace mn {
namespace {

TEST(Invitation, ACodeJustMadeIsReadBackInEveryWayOfTyping) {
  for (std::uint64_t n = 0; n < 2000; ++n) {
    const std::string code = given::invitation(n);
    ASSERT_EQ(code.size(), 11u);
    EXPECT_EQ(read_invitation(code), code);
    EXPECT_EQ(read_invitation(invitation_for_people(code)), code);
    std::string typed = code;
    for (char& c : typed) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    typed.insert(7, "-").insert(3, "-");
    EXPECT_EQ(read_invitation(" " + typed + "\r\n"), code);
    EXPECT_FALSE(read_code(code).code.has_value());
    EXPECT_TRUE(codes_in_memo("CT tu 0081 " + code + " toi").codes.empty());
  }
}

TEST(Invitation, TheOneInTheDocumentation) { EXPECT_EQ(read_invitation("moi 7k3m 9pqr"), "MOI7K3M9PQR"); }

TEST(Invitation, CodesDiffer) {
  std::set<std::string> codes;
  for (std::uint64_t n = 0; n < 20'000; ++n) codes.insert(given::invitation(n));
  EXPECT_EQ(codes.size(), 20'000u);
}

TEST(Invitation, EveryWrongSignAndEverySwapIsCaught) {
  for (std::uint64_t n = 0; n < 40; ++n) {
    const std::string code = given::invitation(n);
    for (std::size_t i = 3; i < code.size(); ++i) {
      for (const char sign : kCodeSigns) {
        std::string wrong = code;
        wrong[i] = sign;
        EXPECT_EQ(read_invitation(wrong).has_value(), sign == code[i]) << wrong;
      }
      for (std::size_t j = i + 1; j < code.size(); ++j) {
        std::string swapped = code;
        std::swap(swapped[i], swapped[j]);
        EXPECT_EQ(read_invitation(swapped).has_value(), swapped == code) << swapped;
      }
    }
    EXPECT_FALSE(read_invitation(code.substr(0, 10)).has_value());
    EXPECT_FALSE(read_invitation(code + "2").has_value());
  }
}

TEST(Invitation, TheFundsOwnCodes) {
  EXPECT_EQ(read_invitation("xh-2025-7k3m9p"), "XH-2025-7K3M9P");
  EXPECT_EQ(read_invitation("A1B2"), "A1B2");
  EXPECT_EQ(read_invitation(std::string(32, '7')), std::string(32, '7'));
  EXPECT_EQ(read_invitation("Ｘ１Ｙ２"), "X1Y2") << "full-width signs";
  EXPECT_EQ(invitation_key("XH-2025-7K3M9P"), "XH20257K3M9P");
  EXPECT_EQ(invitation_for_people("XH-2025"), "XH-2025");
}

TEST(Invitation, WhatIsNoCode) {
  for (const char* typed : {"",
                            " ",
                            "A1B",
                            "----",
                            "A-1-B",
                            "QBTTE7K3M9P",
                            "QB-TTE7K3M9P",
                            "qbtte 7k3 m9p",
                            "MOI",
                            "MOI12345678",
                            "MOI-2025-001",
                            "https://quy.example/7K3M9P",
                            "00020101021238580010A00000072701270006970436",
                            "LS_2025",
                            "LS/2025",
                            "LS.2025",
                            "A1B2+",
                            "=A1B2",
                            "中国工商银行",
                            "\xff\xfe\xfa\xfb"}) {
    EXPECT_FALSE(read_invitation(typed).has_value()) << typed;
  }
  EXPECT_FALSE(read_invitation(std::string(33, '7')).has_value());
  EXPECT_FALSE(read_invitation(std::string(100'000, 'A')).has_value());
}

TEST(Invitation, RandomBytesNeverCrash) {
  Dice dice{11};
  for (int i = 0; i < 20'000; ++i) {
    std::string typed(dice.below(48), '\0');
    for (char& c : typed) c = static_cast<char>(dice.below(256));
    const std::optional<std::string> code = read_invitation(typed);
    if (code) {
      EXPECT_EQ(read_invitation(*code), code);
    }
  }
}

}  // namespace
}  // namespace mn
