// Sealed contacts: libsodium itself opens them, nobody else does, and their size tells nothing.
#include "core/contact.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <set>
#include <string>

#include "core/phone.h"
#include "core/tax_code.h"

namespace mn {
namespace {

Seed seed_of(std::uint8_t number) {
  Seed seed{};
  seed[0] = number;
  return seed;
}

const ContactKeyPair kFund = contact_key_pair(seed_of(1));

ContactDetails details_of(std::string_view phone, std::string_view tax_code) {
  return {PrivateNumber(phone), PrivateNumber(tax_code)};
}

SealedContact sealed_of(const ContactDetails& details, std::uint8_t number = 9) {
  const Result<SealedContact> sealed = seal_contact(details, kFund.public_key, seed_of(number));
  EXPECT_TRUE(sealed);
  return *sealed;
}

TEST(Contact, LibsodiumsSealedBoxOpensIt) {
  const SealedContact sealed = sealed_of(details_of("0912345678", "0314409058-002"));
  std::string plain(kContactPlainSize, '\0');
  ASSERT_EQ(crypto_box_seal_open(reinterpret_cast<unsigned char*>(plain.data()), sealed.data(), sealed.size(),
                                 kFund.public_key.data(), kFund.secret.data()),
            0);
  const std::string expected = R"({"phone":"0912345678","tax_code":"0314409058-002"})";
  EXPECT_EQ(plain, expected + std::string(kContactPlainSize - expected.size(), ' '));
}

TEST(Contact, WhatLibsodiumSealedIsOpened) {
  std::string plain = R"({"phone":"02053812345","tax_code":"","later":1})";
  plain.resize(kContactPlainSize, ' ');
  Bytes sealed(kContactSealedSize);
  ASSERT_EQ(crypto_box_seal(sealed.data(), reinterpret_cast<const unsigned char*>(plain.data()), plain.size(),
                            kFund.public_key.data()),
            0);
  const Result<ContactDetails> opened = open_contact(sealed, kFund);
  ASSERT_TRUE(opened) << opened.failure().words;
  EXPECT_EQ(opened->phone.view(), "02053812345");
  EXPECT_TRUE(opened->tax_code.empty());
}

TEST(Contact, RoundTripAndOneSize) {
  for (const auto& [phone, tax_code] : std::vector<std::pair<std::string, std::string>>{
           {"", ""}, {"0912345678", ""}, {"", "4900234569"}, {"02438251234", "0314409058-002"}}) {
    const SealedContact sealed = sealed_of(details_of(phone, tax_code));
    const Result<ContactDetails> opened = open_contact(sealed, kFund);
    ASSERT_TRUE(opened) << opened.failure().words;
    EXPECT_EQ(opened->phone.view(), phone);
    EXPECT_EQ(opened->tax_code.view(), tax_code);
    EXPECT_EQ(text_of(sealed).find("0912345678"), std::string_view::npos);
  }
  static_assert(kContactSealedSize == 304);
}

TEST(Contact, TheSameArgumentsGiveTheSameBytesAndAnotherSeedOthers) {
  const ContactDetails details = details_of("0912345678", "");
  EXPECT_EQ(sealed_of(details, 5), sealed_of(details, 5));
  std::set<SealedContact> all;
  for (int i = 0; i < 50; ++i) all.insert(sealed_of(details, static_cast<std::uint8_t>(i)));
  EXPECT_EQ(all.size(), 50u);
}

TEST(Contact, EveryChangedByteAndEveryOtherKeyIsRefused) {
  const SealedContact sealed = sealed_of(details_of("0912345678", "4900234569"));
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    SealedContact changed = sealed;
    changed[i] = static_cast<std::uint8_t>(changed[i] ^ 1U);
    const Result<ContactDetails> opened = open_contact(changed, kFund);
    ASSERT_FALSE(opened) << i;
    EXPECT_EQ(opened.failure().cause, Cause::refused);
  }
  EXPECT_FALSE(open_contact(sealed, contact_key_pair(seed_of(2))));
  EXPECT_FALSE(open_contact(ByteView(sealed).first(303), kFund));
  EXPECT_FALSE(open_contact({}, kFund));
}

TEST(Contact, WhatIsNoContactInsideIsCorrupt) {
  const std::vector<std::string> insides = {"",
                                            "[]",
                                            "null",
                                            R"({"phone":5,"tax_code":""})",
                                            R"({"phone":"0912345678"})",
                                            R"({"phone":"=1+1","tax_code":""})",
                                            R"({"phone":"+84912345678","tax_code":""})",
                                            R"({"phone":"","tax_code":"1234567890"})",
                                            "\xff\xff"};
  for (std::string plain : insides) {
    plain.resize(kContactPlainSize, ' ');
    Bytes sealed(kContactSealedSize);
    crypto_box_seal(sealed.data(), reinterpret_cast<const unsigned char*>(plain.data()), plain.size(),
                    kFund.public_key.data());
    const Result<ContactDetails> opened = open_contact(sealed, kFund);
    ASSERT_FALSE(opened) << plain;
    EXPECT_EQ(opened.failure().cause, Cause::corrupt) << plain;
  }
}

TEST(Contact, AWeakKeyOfTheFundIsRefused) {
  ContactPublicKey weak{};
  const Result<SealedContact> sealed = seal_contact(details_of("0912345678", ""), weak, seed_of(3));
  ASSERT_FALSE(sealed);
  EXPECT_EQ(sealed.failure().cause, Cause::bad_input);
}

TEST(Contact, AKeysNameIsTheStartOfItsDigest) {
  EXPECT_EQ(contact_key_name(kFund.public_key), to_hex(sha256(kFund.public_key)).substr(0, 16));
  EXPECT_NE(contact_key_name(kFund.public_key), contact_key_name(contact_key_pair(seed_of(2)).public_key));
}

TEST(PrivateText, LeavesZerosBehind) {
  alignas(PrivateNumber) unsigned char place[sizeof(PrivateNumber)];
  PrivateNumber* text = new (place) PrivateNumber("0912345678");
  EXPECT_EQ(std::string(reinterpret_cast<char*>(place), 10), "0912345678");
  text->~PrivateNumber();
  EXPECT_EQ(std::string(reinterpret_cast<char*>(place), 10), std::string(10, '\0'));
}

}  // namespace
}  // namespace mn
