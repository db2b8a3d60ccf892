// The contact: never without consent, sealed for the fund alone, masked at once, and gone when it is left out.
#include "core/tax_code.h"
#include "tests/kiosk/ways_to.h"

namespace mn::kiosk {
namespace {

void to_form(Desk& desk) { reach_review(desk), desk.tap(tap::EditContact{}); }

TEST(ContactForm, OnlyTheFundCanOpenIt) {
  Desk desk;
  to_form(desk);
  desk.type_digits("0912345678");
  desk.tap(tap::ChooseField{ContactField::tax_code});
  desk.type_digits("4900345678");
  const TaxCodeFault tax = read_tax_code(desk.on<ContactForm>()->tax_code.view()).fault;
  ASSERT_EQ(tax, TaxCodeFault::ok) << "the fixture's tax code is right";
  desk.tap_all({tap::ToggleKeepContact{}, tap::ContactTyped{}});
  ASSERT_EQ(desk.screen(), "review");
  const KeptContact& kept = *desk.chosen().contact;
  EXPECT_EQ(kept.phone_masked.view(), "0912 ••• 678");
  EXPECT_EQ(kept.tax_code_masked.view(), "4900•••678");
  desk.tap(tap::Confirm{});
  const Contact& fact = *desk.ordered<Contact>();
  EXPECT_EQ(fact.key, contact_key_name(desk_contact_keys().public_key));
  const std::optional<Bytes> sealed = from_base64(fact.sealed);
  ASSERT_TRUE(sealed);
  EXPECT_EQ(sealed->size(), kContactSealedSize);
  const Result<ContactDetails> opened = open_contact(*sealed, desk_contact_keys());
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->phone.view(), "0912345678");
  EXPECT_EQ(opened->tax_code.view(), "4900345678");
  EXPECT_FALSE(open_contact(*sealed, contact_key_pair(Seed{8}))) << "another key";
}

TEST(ContactForm, TwoDonorsOfOneNumberSealDifferently) {
  std::string sealed[2];
  Desk desk;
  for (std::string& one : sealed) {
    to_form(desk);
    desk.type_digits("0912345678");
    desk.tap_all({tap::ToggleKeepContact{}, tap::ContactTyped{}, tap::Confirm{}});
    one = desk.ordered<Contact>()->sealed;
    desk.hear(desk.kept());
    desk.now_ms += kThanksLeastMs;
    desk.tap(tap::Finish{});
  }
  EXPECT_NE(sealed[0], sealed[1]);
}

TEST(ContactForm, WhatIsMissingIsSaid) {
  const struct {
    std::string_view phone, tax_code;
    bool keep, sealed;
  } rows[] = {{"", "", true, false},
              {"", "", false, false},
              {"0912345678", "", false, false},  // without consent
              {"0912345678", "", true, true},
              {"", "4900345678", true, true},
              {"0912345678", "4900345678", true, true},
              {"091234567", "", true, false},             // too short
              {"0112345678", "", true, false},            // nobody's prefix
              {"01682345678", "", true, false},           // an old number is offered anew, not taken
              {"0912345678", "4900345670", true, false},  // a wrong digit
              {"0912345678", "49003", true, false},
              {"091", "4900345678", true, false},
              {"", "031440905800", true, false}};  // twelve digits: a citizen's number
  for (const auto& row : rows) {
    Desk desk;
    to_form(desk);
    desk.type_digits(row.phone);
    desk.tap(tap::ChooseField{ContactField::tax_code});
    desk.type_digits(row.tax_code);
    if (row.keep) desk.tap(tap::ToggleKeepContact{});
    desk.tap(tap::ContactTyped{});
    EXPECT_EQ(desk.screen(), row.sealed ? "review" : "contact") << row.phone << "|" << row.tax_code;
    if (row.sealed) {
      EXPECT_EQ(desk.chosen().contact->phone_masked.empty(), row.phone.empty());
      EXPECT_EQ(desk.chosen().contact->tax_code_masked.empty(), row.tax_code.empty());
      continue;
    }
    EXPECT_TRUE(desk.on<ContactForm>()->asked) << "what is missing is said";
    desk.tap(tap::Digit{1});
    EXPECT_FALSE(desk.on<ContactForm>()->asked) << "and no longer while somebody puts it right";
    EXPECT_FALSE(desk.chosen().contact);
  }
}

TEST(ContactForm, AnOldNumberIsOfferedAnew) {
  Desk desk;
  to_form(desk);
  desk.type_digits("01682345678");
  desk.tap(tap::TakeNewNumber{});
  EXPECT_EQ(desk.on<ContactForm>()->phone.view(), "0382345678");
  desk.tap(tap::TakeNewNumber{});
  EXPECT_EQ(desk.on<ContactForm>()->phone.view(), "0382345678") << "once";
}

TEST(ContactForm, DigitsHaveLimitsAndFieldsOfTheirOwn) {
  Desk desk;
  to_form(desk);
  for (int i = 0; i < 30; ++i) desk.tap(tap::Digit{i % 10});
  EXPECT_EQ(desk.on<ContactForm>()->phone.size(), kPhoneDigitsMax);
  desk.tap(tap::Thousand{});
  EXPECT_EQ(desk.on<ContactForm>()->phone.size(), kPhoneDigitsMax);
  desk.tap(tap::ChooseField{ContactField::tax_code});
  for (int i = 0; i < 30; ++i) desk.tap(tap::Digit{i % 10});
  EXPECT_EQ(desk.on<ContactForm>()->tax_code.size(), kTaxDigitsMax);
  desk.tap(tap::EraseDigit{});
  EXPECT_EQ(desk.on<ContactForm>()->tax_code.size(), kTaxDigitsMax - 1);
  desk.tap_all({tap::ChooseField{ContactField::phone}, tap::ClearDigits{}, tap::EraseDigit{}});
  EXPECT_TRUE(desk.on<ContactForm>()->phone.empty());
  EXPECT_EQ(desk.on<ContactForm>()->tax_code.size(), kTaxDigitsMax - 1);
}

TEST(ContactForm, LeavingItOutTakesItBack) {
  Desk desk;
  to_form(desk);
  desk.type_digits("0912345678");
  desk.tap_all({tap::ToggleKeepContact{}, tap::ContactTyped{}, tap::EditContact{}});
  EXPECT_FALSE(desk.on<ContactForm>()->keep) << "asked again, unticked";
  desk.tap(tap::LeaveOut{});
  EXPECT_FALSE(desk.chosen().contact);
  desk.tap(tap::Confirm{});
  EXPECT_EQ(desk.ordered<Contact>(), nullptr);
  EXPECT_FALSE(desk.ordered<Consented>()->keep_contact);
  EXPECT_EQ(desk.ordered<Consented>()->contact_text_version, "");
}

TEST(ContactForm, AnUnnamedGiverMayBeReached) {
  Desk desk;
  reach_review(desk, Giver::unnamed);
  desk.tap(tap::EditContact{});
  desk.type_digits("0912345678");
  desk.tap_all({tap::ToggleKeepContact{}, tap::ContactTyped{}, tap::Confirm{}});
  EXPECT_EQ(desk.ordered<Named>(), nullptr);
  EXPECT_TRUE(desk.ordered<Consented>()->keep_contact);
  EXPECT_EQ(desk.ordered<Consented>()->text_version, "") << "no name, nothing to publish";
}

}  // namespace
}  // namespace mn::kiosk
